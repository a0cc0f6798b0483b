"""How words are compared: without case, accents and the sign of the plural."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_SHORT = 3
_SPREAD = {"œ": "oe", "æ": "ae"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: where it stands and what it is compared by."""

    start: int
    end: int
    stem: str


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """Return *word* without case and accents: ``Pérennité`` is ``perennite``.

    >>> folded("Œuvre")
    'oeuvre'
    """
    apart = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return "".join(_SPREAD.get(sign, sign) for sign in bare)


def stem(word: str) -> str:
    """Return what singular and plural of most words share in both languages.

    >>> stem("socles") == stem("socle")
    True
    """
    bare = folded(word)
    return bare[:-1] if len(bare) > _SHORT and bare[-1] in "sx" else bare


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of *text*; apostrophes, hyphens and signs part them."""
    for found in _WORD.finditer(text):
        yield Token(found.start(), found.end(), stem(found[0]))


def alphabetical(word: str) -> tuple[str, str]:
    """Return what sorts words as a reader looks them up, accents aside."""
    return folded(word), word
