"""What the benches find most urgent, side by side; never one mean rank.

Each bench orders the sections it finds urgent, the most urgent first, and may stop
wherever it likes. What it leaves out comes after everything it named, as a tie.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from spf_assess.analysis.agreement import concordance
from spf_assess.model import BENCHES, Constituency, Ranking, Results

HIGH = 5
"""Among how many first places a section counts as a high priority of a bench."""
LOW = 2
"""The highest practice level that counts as low."""


@dataclass(frozen=True, slots=True)
class Priority:
    """One section among the priorities.

    Attributes:
        ranks: place by bench, from 1; benches that did not name it are absent.
        high_for: benches that placed it among their first ``HIGH``.
        practice: lowest position on practice of its headline; None without any.
    """

    section: str
    ranks: Mapping[Constituency, int]
    high_for: tuple[Constituency, ...]
    practice: float | None


@dataclass(frozen=True, slots=True)
class Priorities:
    """The priorities of those benches that ranked.

    Attributes:
        ranked_by: benches that gave an order.
        missing: benches that gave none.
        rows: every section that somebody named: most benches first, then by place.
        low_and_high: ids of the sections with a low level that are a high priority of
            all three benches.
        concordance: Kendall's W over all sections asked; None below two rankings.
        sections: how many sections were asked.
    """

    ranked_by: tuple[Constituency, ...]
    missing: tuple[Constituency, ...]
    rows: tuple[Priority, ...]
    low_and_high: tuple[str, ...]
    concordance: float | None
    sections: int = 0

    def without_levels(self) -> "Priorities":
        """Return them while no level may be told yet."""
        rows = tuple(replace(row, practice=None) for row in self.rows)
        return replace(self, rows=rows, low_and_high=())


def compare_priorities(
    rankings: Sequence[Ranking], sections: Sequence[str], results: Results
) -> Priorities:
    """Lay the benches' orders beside one another.

    Args:
        rankings: one for each bench at most.
        sections: ids of all sections that could be named, in their order.
        results: the levels the list of low ones is taken from.
    """
    orders = {
        one.constituency: tuple(name for name in one.order if name in sections)
        for one in rankings
        if one.constituency.rates
    }
    orders = {bench: order for bench, order in orders.items() if order}
    rows = [
        _row(section, orders, results)
        for section in sections
        if any(section in order for order in orders.values())
    ]
    rows.sort(
        key=lambda row: (
            -len(row.high_for),
            -len(row.ranks),
            sorted(row.ranks.values()),
        )
    )
    return Priorities(
        ranked_by=tuple(bench for bench in BENCHES if bench in orders),
        missing=tuple(bench for bench in BENCHES if bench not in orders),
        rows=tuple(rows),
        low_and_high=tuple(
            row.section
            for row in rows
            if len(row.high_for) == len(BENCHES)
            and row.practice is not None
            and row.practice <= LOW
        ),
        concordance=_concordance(tuple(orders.values()), sections),
        sections=len(sections),
    )


def _row(
    section: str, orders: Mapping[Constituency, Sequence[str]], results: Results
) -> Priority:
    ranks = {
        bench: order.index(section) + 1
        for bench, order in orders.items()
        if section in order
    }
    return Priority(
        section=section,
        ranks=MappingProxyType(ranks),
        high_for=tuple(bench for bench in BENCHES if 0 < ranks.get(bench, 0) <= HIGH),
        practice=_lowest_practice(section, results),
    )


def _lowest_practice(section: str, results: Results) -> float | None:
    try:
        found = results.section(section).practice
    except KeyError:
        return None
    return min(
        (one.level for one in found.positions if one.level is not None), default=None
    )


def _concordance(
    orders: Sequence[Sequence[str]], sections: Sequence[str]
) -> float | None:
    if len(orders) < 2 or len(sections) < 2:  # noqa: PLR2004 - agreement needs two
        return None
    rows = [
        [
            order.index(section) if section in order else len(order)
            for section in sections
        ]
        for order in orders
    ]
    return concordance(rows)
