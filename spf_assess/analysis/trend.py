"""How positions stand now and stood in an earlier consultation: no better, no worse."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from spf_assess.model import BENCHES, Comparison, Constituency, Outcome, Results

Levels = Mapping[str, Mapping[str, Mapping[Constituency, float]]]
"""Positions by item, part and bench; a bench without one is absent."""


class Direction(StrEnum):
    """Where a position went on the scale; neither direction is better.

    ``none``: there is no level then, or none now.
    """

    LOWER = "lower"
    SAME = "same"
    HIGHER = "higher"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Trend:
    """One bench's position on one part of an item, then and now; None where none."""

    item: str
    part: str
    constituency: Constituency
    before: float | None
    after: float | None

    @property
    def steps(self) -> float | None:
        """How many levels lie between, downwards negative; None without two."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before

    @property
    def direction(self) -> Direction:
        """Where the position went."""
        if self.steps is None:
            return Direction.NONE
        if not self.steps:
            return Direction.SAME
        return Direction.HIGHER if self.steps > 0 else Direction.LOWER


def directions(
    trends: Iterable[Trend],
) -> dict[Constituency, dict[Direction, int]]:
    """Return how many positions of each bench went where, all four told."""
    counts = Counter((one.constituency, one.direction) for one in trends)
    return {bench: {one: counts[bench, one] for one in Direction} for bench in BENCHES}


def levels_of(results: Results) -> dict[str, dict[str, dict[Constituency, float]]]:
    """Return the positions of a round, to be kept for later."""
    return {
        item: {
            part: {
                one.constituency: one.level
                for one in comparison.positions
                if one.level is not None
            }
            for part, comparison in by_part.items()
        }
        for item, by_part in results.comparisons.items()
    }


def trend(
    before: Levels, results: Results, comparable: Collection[str]
) -> tuple[Trend, ...]:
    """Return then and now for every question that means the same, in their order.

    Args:
        before: positions of the earlier consultation.
        results: of the present one.
        comparable: ids of the questions that mean the same in both.
    """
    return tuple(
        Trend(
            item,
            part,
            one.constituency,
            before.get(item, {}).get(part, {}).get(one.constituency),
            one.level,
        )
        for item, by_part in results.comparisons.items()
        if item in comparable
        for part, comparison in by_part.items()
        for one in comparison.positions
    )


def reopened(
    before: Mapping[str, Mapping[str, Outcome]],
    results: Results,
    comparable: Collection[str],
) -> tuple[Comparison, ...]:
    """Return what agreed or nearly agreed before and diverges now.

    Args:
        before: the rule's word by item and part in the earlier consultation.
        results: of the present one.
        comparable: ids of the questions that mean the same in both.
    """
    agreed = (Outcome.CONVERGENCE, Outcome.NEAR_CONVERGENCE)
    return tuple(
        comparison
        for item, by_part in results.comparisons.items()
        if item in comparable
        for part, comparison in by_part.items()
        if comparison.outcome.diverges and before.get(item, {}).get(part) in agreed
    )
