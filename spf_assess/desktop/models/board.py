"""Who has handed in, and in which order the groups stand in this room today."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from spf_assess.model import BENCHES, Constituency, Respondent, Role, rotated

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

ROTATES = "rotates"


class SeatLine(Protocol):
    """One line of the consultation's board (``Consultation.board``)."""

    @property
    def respondent(self) -> Respondent:
        """Whose seat it is."""

    @property
    def handed_in(self) -> bool:
        """Whether an accepted packet is here."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far collecting has come, in seats; *rating*: of those invited, who rate."""

    invited: int
    handed_in: int
    awaited: tuple[Respondent, ...]
    rating: int = 0

    @property
    def complete(self) -> bool:
        """Whether everyone who was invited has handed in."""
        return self.invited > 0 and not self.awaited

    @property
    def compared(self) -> bool:
        """Whether everyone who rates has handed in; no position waits for observers."""
        waits = any(one.constituency.rates for one in self.awaited)
        return self.rating > 0 and not waits


def standing(lines: Sequence[SeatLine]) -> Standing:
    """Return how many seats have handed in and whose answers are awaited."""
    awaited = tuple(line.respondent for line in lines if not line.handed_in)
    rating = sum(line.respondent.constituency.rates for line in lines)
    return Standing(len(lines), len(lines) - len(awaited), awaited, rating)


def begun_here(consultation: "Consultation | None", found: Standing) -> int:
    """Return how many seats answer on this very computer and have not handed in."""
    if consultation is None or consultation.role is not Role.FACILITATOR:
        return 0
    awaited = {one.id for one in found.awaited}
    return sum(one.respondent in awaited for one in consultation.sheets())


class BenchOrder:
    """In which order the three groups stand: another at each start, or as chosen.

    Within one window the order stays the same until somebody chooses another.
    """

    def __init__(self, turn: int) -> None:
        self._turn = turn
        self._first: Constituency | None = None

    @property
    def choice(self) -> str:
        """``rotates``, or the group chosen to stand first."""
        return self._first.value if self._first is not None else ROTATES

    def choose(self, choice: str) -> None:
        """Take ``rotates``, or the value of the group that stands first."""
        self._first = None if choice == ROTATES else Constituency(choice)

    @property
    def benches(self) -> tuple[Constituency, ...]:
        """The three groups in their order."""
        if self._first is None:
            return rotated(self._turn)
        return rotated(BENCHES.index(self._first))

    @property
    def everyone(self) -> tuple[Constituency, ...]:
        """The three groups in their order, then the observers."""
        return (*self.benches, Constituency.OBSERVERS)
