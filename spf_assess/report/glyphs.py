"""Which characters the bundled fonts can print, and what stands for those they cannot.

A glyph that no font covers would break PDF/UA and print as an empty box; it is printed
as its code point instead, ``[U+1F91D]``, and listed in the annex (R-207).
"""

import unicodedata
from functools import cache

from spf_assess.resources import FONTS

_ALWAYS = frozenset("\n\t")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_SOFT = frozenset("\u00ad\u200b")


@cache
def covered() -> frozenset[int]:
    """Return the code points that both text faces of both families can print."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    sets = []
    for name in ("SourceSans3-Regular", "SourceSerif4-Regular"):
        with TTFont(FONTS / f"{name}.ttf", lazy=True) as font:
            sets.append(frozenset(font.getBestCmap()))
    return sets[0] & sets[1]


def printable(text: str, replaced: set[str]) -> str:
    """Return *text* as it can be printed; add what was replaced to *replaced*.

    Control, format and bidirectional override characters are dropped without a trace,
    for they have no shape; what has a shape but no glyph becomes its code point.
    """
    return "".join(_sign(sign, replaced) for sign in unicodedata.normalize("NFC", text))


def _sign(sign: str, replaced: set[str]) -> str:
    if sign in _ALWAYS or sign in _SOFT:
        return sign if sign in _ALWAYS else ""
    if ord(sign) in covered():
        return sign
    if unicodedata.category(sign) in _INVISIBLE:
        return ""
    code = f"[U+{ord(sign):04X}]"
    replaced.add(code)
    return code
