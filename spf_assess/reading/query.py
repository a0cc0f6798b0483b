"""From what a person types to an expression of SQLite's full-text search.

Nothing that is typed reaches the expression but words of letters and digits, each in
quotation marks: there are no operators to be typed by chance or by malice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from re import IGNORECASE
from re import compile as pattern

from spf_assess.model import Reference
from spf_assess.reading.folding import folded, tokens
from spf_assess.reading.glossary import Glossary, Term
from spf_assess.reading.phrases import Phrases

LONGEST, MOST_WORDS = 200, 12
_APART = 6
_REFERENCE = pattern(
    r"(?:§|para(?:graphe?s?)?\.?)?\s*"
    r"(?P<number>[1-9]\d?)\s*"
    r"(?:\(?(?P<sub>\d)\)\s*)?"
    r"(?:\(?(?P<letter>[a-z])\)?)?\.?",
    IGNORECASE,
)
# Words that say nothing of their own in either language.
_EMPTY = frozenset(
    word
    for words in (
        "a an and are as at by for from in is it of on or s the to with",
        "au aux d dans de des du en et l la le les ou par pour que qui un une",
    )
    for word in words.split()
)


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for.

    Attributes:
        direct: the words themselves, all of them; empty when nothing can be searched.
        widened: the words or what the glossary has for them in either language.
        any: one of the words.
        name: what was typed, as an item or a section is named.
        reference: the paragraph meant, where what was typed is one.
    """

    direct: str
    widened: str
    any: str
    name: str
    reference: Reference | None


class Reader:
    """Understands queries with the help of the glossary."""

    def __init__(self, glossary: Glossary) -> None:
        self._terms = Phrases(
            (form, term) for term in glossary for form in _all_forms(term)
        )

    def read(self, text: str) -> Query:
        """Return what *text* asks for, whatever it holds."""
        shown = text[:LONGEST]
        words = _words(shown)
        direct = [_either(word) for word in words]
        groups = self._widened(shown, words)
        return Query(
            direct=" AND ".join(direct),
            widened=" AND ".join(groups),
            any=" OR ".join(dict.fromkeys(groups)) if len(groups) > 1 else "",
            name=shown.strip().lower(),
            reference=reference_in(shown),
        )

    def _widened(self, text: str, words: list[str]) -> list[str]:
        """Return a group for each term that was typed and for each word between."""
        groups: list[str] = []
        covered: set[str] = set()
        for met in self._terms.met(text):
            typed = _words(text[met.start : met.end])
            covered.update(typed)
            forms = _printed(met.meaning)
            groups.append(_any([_near(typed), *(_near(_words(one)) for one in forms)]))
        groups += [_either(word) for word in words if word not in covered]
        return [group for group in groups if group]


def reference_in(text: str) -> Reference | None:
    """Return the paragraph that *text* names and nothing else: ``3e``, ``§ 13(1)(b)``.

    >>> str(reference_in("paragraphe 3 e)"))
    '3(e)'
    """
    found = _REFERENCE.fullmatch(text.strip())
    if found is None:
        return None
    sub, letter = found["sub"] or "0", (found["letter"] or "").lower()
    return Reference(int(found["number"]), int(sub), letter)


def _printed(term: Term) -> tuple[str, ...]:
    """Return what a term is called in texts of any language."""
    return tuple(form for language in term.words for form in term.printed(language))


def _all_forms(term: Term) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            form
            for language in term.words
            for form in (*term.printed(language), *term.search.get(language, ()))
        )
    )


def _words(text: str) -> list[str]:
    """Return the words that are searched for: folded, each once, at most twelve."""
    every = list(
        dict.fromkeys(folded(text[one.start : one.end]) for one in tokens(text))
    )
    telling = [word for word in every if word not in _EMPTY and len(word) > 1]
    return (telling or every)[:MOST_WORDS]


def _either(word: str) -> str:
    """Return a word as the beginning of words, œ being found by oe."""
    ways = {word, word.replace("oe", "œ"), word.replace("ae", "æ")}
    return _any([f'"{way}"*' for way in sorted(ways)])


def _near(words: list[str]) -> str:
    """Return words that stand close together, each perhaps with an ending."""
    if len(words) < 2:  # noqa: PLR2004 - one word stands close to itself
        return "".join(map(_either, words))
    if any("oe" in word for word in words):  # perhaps written with œ
        return f"({' AND '.join(map(_either, words))})"
    joined = " ".join(f'"{word}"*' for word in words)
    return f"NEAR({joined}, {_APART})"


def _any(ways: Iterable[str]) -> str:
    listed = [way for way in dict.fromkeys(ways) if way]
    return (
        listed[0] if len(listed) == 1 else f"({' OR '.join(listed)})" if listed else ""
    )
