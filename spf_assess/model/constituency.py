"""The constituents of the ILO, and observers of other organizations."""

from enum import StrEnum


class Constituency(StrEnum):
    """Who a respondent speaks for.

    The three benches rate; observers (other relevant and representative organizations
    of persons concerned, Paragraph 3(r)) comment only.
    """

    GOVERNMENT = "government"
    EMPLOYERS = "employers"
    WORKERS = "workers"
    OBSERVERS = "observers"

    @property
    def rates(self) -> bool:
        """Whether this constituency's ratings enter positions."""
        return self is not Constituency.OBSERVERS


BENCHES: tuple[Constituency, ...] = (
    Constituency.GOVERNMENT,
    Constituency.EMPLOYERS,
    Constituency.WORKERS,
)


def rotated(turn: int) -> tuple[Constituency, ...]:
    """Return the three benches, beginning with another one at each *turn*.

    No bench is always first; within one page or window the order stays the same.
    """
    start = turn % len(BENCHES)
    return BENCHES[start:] + BENCHES[:start]
