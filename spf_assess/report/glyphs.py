"""Which characters the bundled fonts can print, and what stands for those they cannot.

A glyph that no font covers would break PDF/UA and print as an empty box; it is printed
as its code point instead, ``[U+1F91D]``, and listed in the annex (R-207).
"""

import unicodedata
from functools import cache

from spf_assess.resources import font_files

_SHAPELESS = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "}


@cache
def covered() -> frozenset[int]:
    """Return the code points that every bundled face can print."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    common: set[int] | None = None
    for path in font_files():
        with TTFont(path, lazy=True) as font:
            own = set(font.getBestCmap())
        common = own if common is None else common & own
    return frozenset(common or ())


def printable(text: str, replaced: set[str]) -> str:
    """Return *text* as it can be printed; add what was replaced to *replaced*.

    Control, format and bidirectional override characters are dropped without a trace,
    for they have no shape; what has a shape but no glyph becomes its code point. All
    kinds of line ends become one.
    """
    whole = unicodedata.normalize("NFC", text)
    for end, plain in _LINE_ENDS.items():
        whole = whole.replace(end, plain)
    return "".join(_sign(sign, replaced) for sign in whole)


def _sign(sign: str, replaced: set[str]) -> str:
    if sign == "\n":
        return sign
    if unicodedata.category(sign) in _SHAPELESS:
        return ""
    if ord(sign) in covered():
        return sign
    code = f"[U+{ord(sign):04X}]"
    replaced.add(code)
    return code
