"""Words of one language left in an output that speaks another."""

import re
from functools import cache

from support.written import written

from spf_assess.model import LANGUAGES
from spf_assess.questionnaire import load_recommendation

_PLACEHOLDER = re.compile(r"\{\w*\}")
_SHORTEST, _FEWEST = 12, 3
_NO_LETTERS = re.compile(r"[\s\u00ad\u200b\u2010\ufffe\x02-]+")


def squeezed(text: str) -> str:
    """Return *text* without what lines, their ends and hyphens make of it."""
    return _NO_LETTERS.sub("", text)


@cache
def phrases(language: str) -> dict[str, str]:
    """Return what only this language says: squeezed, and as it is written.

    A text with placeholders is known by the longest piece between them. Pieces of less
    than three words or twelve letters are left aside, and so is what some text of
    another language contains, or the Recommendation, which stands in both everywhere.
    """
    others = "\n".join(
        squeezed(text)
        for other in LANGUAGES
        if other != language
        for _place, text in written(other)
    )
    others += "".join(
        squeezed(provision.text[language])
        for provision in load_recommendation().provisions
    )
    found = {}
    for _place, text in written(language):
        piece = max(_PLACEHOLDER.split(text), key=len).strip(" .,:;\u00a0«»“”\"'")
        packed = squeezed(piece)
        words = [word for word in piece.split() if word.isalpha()]
        if len(words) < _FEWEST or len(packed) < _SHORTEST or packed in others:
            continue
        found[packed] = piece
    return found


def left_in(text: str, language: str) -> list[str]:
    """Return the phrases of other languages that stand in *text* as whole words."""
    packed = squeezed(text)
    spaced = " ".join(text.split())
    return [
        piece
        for other in LANGUAGES
        if other != language
        for short, piece in phrases(other).items()
        if short in packed and _stands(piece, spaced)
    ]


def _stands(piece: str, text: str) -> bool:
    """Whether *piece* begins and ends at a word's end wherever lines break."""
    pattern = r"[\s\u00ad\u2010\ufffe\x02-]*".join(map(re.escape, squeezed(piece)))
    return re.search(rf"(?<!\w){pattern}(?!\w)", text) is not None
