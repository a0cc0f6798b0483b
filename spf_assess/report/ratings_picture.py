"""The picture of how many members chose each level: bars on both sides of the verdict.

Levels 1 and 2 lie to the left of the line at 2.5, levels 3 and 4 to its right; apart,
at the end, are those who gave no level. Of fewer than ten members each is a dot. Order
and outline tell the levels in grey print too, and each bar bears its number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spf_assess.analysis.disclosure import LEVELS, LOWER_HALF, UPPER_HALF
from spf_assess.report.charts import INK, WHITE, Picture, drawn, sign
from spf_assess.resources import SANS

WIDTH, HIGH = 64.0, 6.4
BARS_FROM = 10
DONT_KNOW, OTHER = "?", "–"
_EDGE, _TOP, _DEEP, _GAP = 0.3, 0.8, 4.8, 3.4
_DIGIT_MM, _LARGEST_DOT = 1.6, 3.2
_LOWER, _UPPER = (LOWER_HALF, *LEVELS[:2]), (*LEVELS[2:], UPPER_HALF)
FILLS: Mapping[str, tuple[str, str]] = {
    "1": ("#e66101", INK),
    "2": ("#fdb863", INK),
    "3": ("#b2abd2", INK),
    "4": ("#5e3c99", WHITE),
    LOWER_HALF: ("#fdb863", INK),
    UPPER_HALF: ("#b2abd2", INK),
    DONT_KNOW: (WHITE, INK),
    OTHER: (WHITE, INK),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one group on one part.

    Attributes:
        ratings: how many rated each level, or each half (``analysis.disclosure``).
        dont_know: how many do not know; None where that is not told.
        silent: how many gave no level, for whatever reason.
    """

    ratings: Mapping[str, int]
    dont_know: int | None
    silent: int

    @property
    def members(self) -> int:
        """How many answered, with a level or without."""
        return sum(self.ratings.values()) + self.silent

    def share(self, names: Sequence[str]) -> float:
        """Return which share of all is at some levels together."""
        return sum(self.ratings.get(name, 0) for name in names) / self.members

    @property
    def apart(self) -> tuple[tuple[str, int], ...]:
        """Those without a level: who do not know, and the others."""
        known = self.dont_know or 0
        return (DONT_KNOW, known), (OTHER, self.silent - known)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the line at 2.5 stands and how long all of a group are, in millimetres.

    One for all the groups of a question, so that their bars can be compared.
    """

    middle: float
    whole: float

    @classmethod
    def of(cls, rows: Sequence[Told]) -> "Ground":
        """Return the ground on which all *rows* have room."""
        left = max(one.share(_LOWER) for one in rows)
        right = max(one.share(_UPPER) for one in rows)
        apart = max(one.silent / one.members for one in rows)
        room = WIDTH - 2 * _EDGE - (_GAP if apart else 0)
        whole = room / (left + right + apart)
        return cls(_EDGE + left * whole, whole)


def ratings_picture(told: Told, ground: Ground, title: str) -> Picture:
    """Return the picture of one group on one part."""
    return drawn("ratings", WIDTH, HIGH, title, list(_lines(told, ground)))


def ratings_swatch(name: str, title: str) -> Picture:
    """Return the sign of a level, or of what stands in its place, in a key."""
    return sign(title, "".join(_box(name, 1, 1, 10, 10, 1)))


def _lines(told: Told, ground: Ground) -> Iterator[str]:
    one = ground.whole / told.members
    middle = ground.middle
    put = _bar if told.members >= BARS_FROM else _dots
    x = middle - ground.whole * told.share(_LOWER)
    for name in (*_LOWER, *_UPPER):
        number = told.ratings.get(name, 0)
        yield from put(name, x, number, one)
        x += number * one
    x = WIDTH - _EDGE - told.silent * one
    for name, number in told.apart:
        yield from put(name, x, number, one)
        x += number * one
    yield (f'<path d="M{middle:.2f} 0V{HIGH:g}" stroke="{INK}" stroke-width="0.5"/>')


def _bar(name: str, x: float, number: int, one: float) -> Iterator[str]:
    if not number:
        return
    wide = number * one
    yield from _box(name, x, _TOP, wide, _DEEP, 0.2)
    label = str(number)
    if len(label) * _DIGIT_MM + 0.4 <= wide:
        yield from _label(label, name, x + wide / 2)


def _label(label: str, name: str, x: float) -> Iterator[str]:
    if name in (LOWER_HALF, UPPER_HALF):
        wide = len(label) * _DIGIT_MM + 1
        yield (
            f'<rect x="{x - wide / 2:.2f}" y="{_TOP + 0.5:g}" width="{wide:.2f}"'
            f' height="{_DEEP - 1:g}" fill="{WHITE}"/>'
        )
    yield (
        f'<text x="{x:.2f}" y="{_TOP + _DEEP - 1.4:g}" font-size="3" font-weight="600"'
        f' text-anchor="middle" font-family="{SANS}" fill="{FILLS[name][1]}">{label}'
        "</text>"
    )


def _dots(name: str, x: float, number: int, one: float) -> Iterator[str]:
    size = min(one * 0.9, _LARGEST_DOT)
    y = _TOP + _DEEP / 2
    for place in range(number):
        centre = x + (place + 0.5) * one
        if name == OTHER:
            side = size * 0.86
            yield from _box(name, centre - side / 2, y - side / 2, side, side, 0.25)
            continue
        yield (
            f'<circle cx="{centre:.2f}" cy="{y:.2f}" r="{size / 2:.2f}"'
            f' fill="{FILLS[name][0]}" stroke="{INK}" stroke-width="0.25"/>'
        )
        if name in (LOWER_HALF, UPPER_HALF):
            reach = size * 0.36
            yield (
                f'<path d="M{centre:.2f} {y - reach:.2f}V{y + reach:.2f}"'
                f' stroke="{_outer(name)}" stroke-width="{size / 3:.2f}"/>'
            )


def _box(
    name: str, x: float, y: float, wide: float, high: float, stroke: float
) -> Iterator[str]:
    """Yield a box filled as the level is: halves striped, no level dashed."""
    dashes = f' stroke-dasharray="{3.5 * stroke:g} {2.5 * stroke:g}"'
    yield (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{wide:.2f}" height="{high:.2f}"'
        f' fill="{FILLS[name][0]}" stroke="{INK}" stroke-width="{stroke:g}"'
        f"{dashes if name == OTHER else ''}/>"
    )
    if name in (LOWER_HALF, UPPER_HALF):
        gap = high / 5
        stripes = "".join(
            f"M{x + gap * (index + 0.5):.2f} {y:.2f}v{high:.2f}"
            for index in range(int(wide / gap))
        )
        if stripes:
            yield (
                f'<path d="{stripes}" stroke="{_outer(name)}"'
                f' stroke-width="{gap / 2.5:.2f}"/>'
            )


def _outer(half: str) -> str:
    """Return the colour of a half's outer level."""
    return FILLS[LEVELS[0] if half == LOWER_HALF else LEVELS[-1]][0]
