"""Where marks stand on a strip from level 1 to 4, computed once for every picture.

Marks on one level stand side by side, centred on its tick, and never overlap; halves
stand between ticks. Units are those of the picture's own coordinate system.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from spf_assess.model import HIGHEST_LEVEL, LOWEST_LEVEL, Comparison, Constituency

VERDICT = 2.5
# Two marks on one level and a third half a level off must not touch, and three marks
# on level 1 or 4 must not leave the strip. With marks w apart the first asks for half
# a level of 1.5 w, the second for an edge of 1.62 w.
_HALF_STEPS = 2 * (HIGHEST_LEVEL - LOWEST_LEVEL)
_EDGE_IN_MARKS = 1.62
_MARKS_ACROSS = _HALF_STEPS * 1.5 + 2 * _EDGE_IN_MARKS


@dataclass(frozen=True, slots=True)
class Scale:
    """A line of *length* from the first to the last level, beginning at *start*.

    *pitch* is the distance between marks that stand side by side.
    """

    start: float
    length: float
    pitch: float = 0

    @classmethod
    def across(cls, width: float) -> "Scale":
        """Return the scale of a strip *width* wide on which no marks ever touch."""
        pitch = width / _MARKS_ACROSS
        edge = pitch * _EDGE_IN_MARKS
        return cls(edge, width - 2 * edge, pitch)

    def at(self, level: float) -> float:
        """Return the place of a level."""
        span = HIGHEST_LEVEL - LOWEST_LEVEL
        return self.start + (level - LOWEST_LEVEL) / span * self.length

    @property
    def ticks(self) -> tuple[float, ...]:
        """Return the places of the four levels."""
        return tuple(self.at(level) for level in range(LOWEST_LEVEL, HIGHEST_LEVEL + 1))


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A bench's mark and the place of its centre along the scale."""

    constituency: Constituency
    place: float


@dataclass(frozen=True, slots=True)
class Placed:
    """All marks of one comparison, and the bar from the lowest to the highest."""

    marks: tuple[PlacedMark, ...]
    bar: tuple[float, float] | None


def place(
    comparison: Comparison, order: Sequence[Constituency], scale: Scale
) -> Placed:
    """Return where the marks of *comparison* stand, in *order* where levels are one."""
    levels: dict[float, list[Constituency]] = defaultdict(list)
    by_bench = {one.constituency: one.level for one in comparison.positions}
    for bench in order:
        level = by_bench.get(bench)
        if level is not None:
            levels[level].append(bench)
    marks = tuple(
        PlacedMark(
            bench, scale.at(level) + (index - (len(benches) - 1) / 2) * scale.pitch
        )
        for level, benches in sorted(levels.items())
        for index, bench in enumerate(benches)
    )
    bar = (scale.at(min(levels)), scale.at(max(levels))) if len(levels) > 1 else None
    return Placed(marks, bar)
