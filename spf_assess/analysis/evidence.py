"""On what the positions of the benches rest: how strong their sources are."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from spf_assess.model import BENCHES, Constituency, Grade, Results

STRONG = (Grade.A, Grade.B)


@dataclass(frozen=True, slots=True)
class Strength:
    """The sources behind one bench's positions; counts positions, not members.

    A position is the bench's level in one part of one compared question. It counts
    under the best grade among its sources, as ``Position.grade`` has it.

    Attributes:
        counts: positions by that grade; None: no source was named.
        unsupported: positions of level 3 or more that rest on grade D or on nothing.
    """

    constituency: Constituency
    counts: Mapping[Grade | None, int]
    unsupported: int

    @property
    def total(self) -> int:
        """How many positions the bench has."""
        return sum(self.counts.values())

    @property
    def strong(self) -> int:
        """How many rest on grade A or B."""
        return sum(self.counts.get(grade, 0) for grade in STRONG)


def strengths(results: Results) -> tuple[Strength, ...]:
    """Return how strong the sources of each bench's positions are."""
    return tuple(_strength(results, bench) for bench in BENCHES)


def _strength(results: Results, bench: Constituency) -> Strength:
    levels = [
        found
        for parts in results.comparisons.values()
        for one in parts.values()
        for found in one.positions
        if found.constituency is bench and found.level is not None
    ]
    counts = Counter(one.grade for one in levels)
    return Strength(
        bench,
        MappingProxyType({grade: counts[grade] for grade in (*Grade, None)}),
        sum(one.unsupported for one in levels),
    )
