"""Colour tokens of the three palettes; every pair's contrast is computed in the tests.

A colour is text ``#RRGGBB``. Whoever paints asks for ``current().tokens`` at that very
moment: a copy taken earlier would not follow the person's choice of palette.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from spf_assess.model.constituency import Constituency

_DARK_INK, _WHITE = "#1B2430", "#FFFFFF"
_LEVEL_FILLS = ("#E66101", "#FDB863", "#B2ABD2", "#5E3C99")
_LEVEL_INKS = (_DARK_INK, _DARK_INK, _DARK_INK, _WHITE)
_BENCH_FILLS: Mapping[Constituency, str] = MappingProxyType(
    {
        Constituency.GOVERNMENT: "#004488",
        Constituency.EMPLOYERS: "#DDAA33",
        Constituency.WORKERS: "#BB5566",
        Constituency.OBSERVERS: "#FFFFFF",
    }
)
_BENCH_INKS: Mapping[Constituency, str] = MappingProxyType(
    {
        Constituency.GOVERNMENT: _WHITE,
        Constituency.EMPLOYERS: _DARK_INK,
        Constituency.WORKERS: _WHITE,
        Constituency.OBSERVERS: _DARK_INK,
    }
)


class Tokens(NamedTuple):
    """One palette; a named tuple, for it is quicker to build than a dataclass.

    Attributes:
        canvas: behind everything; *surface* cards and bars; *surface2* side panels.
        line: decoration only; *control* borders that must be seen (3:1).
        text: words; *text2* words of second rank (both 4.5:1).
        accent: nobody's colour, for what is chosen; *accent_hover* under the pointer.
        track: the empty part of a progress bar.
        outline: of chips and marks; it carries the 3:1, not the fill.
        level_fills: fills of levels 1 to 4; *level_inks* the numerals on them.
        bench_fills: fills by constituency; *bench_inks* the letters on them.
    """

    name: str
    canvas: str
    surface: str
    surface2: str
    line: str
    control: str
    text: str
    text2: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    link: str
    focus: str
    warn: str
    warn_soft: str
    outline: str
    track: str
    level_fills: tuple[str, ...] = _LEVEL_FILLS
    level_inks: tuple[str, ...] = _LEVEL_INKS
    bench_fills: Mapping[Constituency, str] = _BENCH_FILLS
    bench_inks: Mapping[Constituency, str] = _BENCH_INKS


LIGHT = Tokens(
    name="light",
    canvas="#F6F7F9",
    surface="#FFFFFF",
    surface2="#EEF1F4",
    line="#CBD2DA",
    control="#6B7785",
    text="#1B2430",
    text2="#4A5564",
    accent="#14605B",
    accent_hover="#0F4B47",
    accent_soft="#E2F0EE",
    on_accent="#FFFFFF",
    link="#0F5A8C",
    focus="#0B5FD9",
    warn="#9A4B00",
    warn_soft="#FFF5E9",
    outline="#1B2430",
    track="#CBD2DA",
)

DARK = LIGHT._replace(
    name="dark",
    canvas="#12181F",
    surface="#1A222C",
    surface2="#222C38",
    line="#3A4655",
    control="#8793A3",
    text="#E9EDF2",
    text2="#B6C0CC",
    accent="#7CCBC0",
    accent_hover="#96D8CF",
    accent_soft="#1B3A38",
    on_accent="#0C1A1A",
    link="#8CC8F2",
    focus="#8AB4FF",
    warn="#FFB870",
    warn_soft="#33261A",
    outline="#E9EDF2",
    track="#3A4655",
)

HIGH_CONTRAST = LIGHT._replace(
    name="high_contrast",
    canvas="#000000",
    surface="#000000",
    surface2="#1A1A1A",
    line="#FFFFFF",
    control="#FFFFFF",
    text="#FFFFFF",
    text2="#FFFFFF",
    accent="#FFE14D",
    accent_hover="#FFF0A6",
    accent_soft="#332D00",
    on_accent="#000000",
    link="#7FD4FF",
    focus="#00E5FF",
    warn="#FFB000",
    warn_soft="#2B1D00",
    outline="#FFFFFF",
    track="#4D4D4D",
)

PALETTES: Mapping[str, Tokens] = MappingProxyType(
    {tokens.name: tokens for tokens in (LIGHT, DARK, HIGH_CONTRAST)}
)
