"""A consultation of three groups on its way from the first round to the outcome."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from support.offices import Offices, rated

from spf_assess.model import (
    BENCHES,
    Answer,
    Constituency,
    Decision,
    RespondentKind,
    Stance,
)

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

GOVERNMENT, EMPLOYERS, WORKERS = BENCHES
LEVELS = {GOVERNMENT: 4, EMPLOYERS: 3, WORKERS: 1}


class Plenary:
    """A facilitator's file and what the groups do with it."""

    def __init__(
        self, folder: Path, levels: Mapping[Constituency, int] | None = None
    ) -> None:
        self.offices = Offices(folder)
        self.file = self.offices.found()
        self._number = 0
        self._benches: dict[Constituency, Consultation] = {}
        for bench, level in (LEVELS if levels is None else levels).items():
            self.answer(bench, rated("3a.1", level, level), rated("3b.1", 2, 2))

    def close(self) -> None:
        """Close every file."""
        for one in (*self._benches.values(), self.file):
            one.close()

    def packet(self, bench: Constituency, *answers: Answer) -> Path:
        """A group answers in its own file; return the packet it hands in."""
        if bench not in self._benches:
            self._benches[bench] = self.offices.respondent(
                self.file, bench.value, bench, RespondentKind.BENCH
            )
        own = self._benches[bench]
        for answer in answers:
            own.answer(own.me().id, answer)
        self._number += 1
        path = self.offices.folder / f"{self._number}.spfr"
        own.hand_in(own.me().id, path)
        return path

    def answer(self, bench: Constituency, *answers: Answer) -> None:
        """A group's packet comes in."""
        self.file.import_packet(self.packet(bench, *answers))

    def invited_again(self, bench: Constituency) -> None:
        """A group opens its invitation to the current round in a new file."""
        old = self._benches[bench]
        seat = old.me().id
        old.close()
        self._benches[bench] = self.offices.accept(
            f"{bench.value} {self.file.current_round}", self.file.invitation_of(seat)
        )

    def second_round(self, *items: str) -> None:
        """The first round is closed, items are shown, the second round begins."""
        self.file.close_round()
        self.file.reveal(*items)
        self.file.open_round()

    def levels(self, item: str = "3a.1", number: int | None = None) -> list[object]:
        """The positions on practice, in the order of the groups."""
        found = self.file.results(number).comparisons[item]["practice"]
        return [one.level for one in found.positions]


def moves(
    bench: Constituency,
    level: int,
    reason: str = "We read the decree.",
    item: str = "3a.1",
    **more: str,
) -> Stance:
    """A group moves to *level* in practice."""
    levels = {"practice": level}
    return Stance(0, item, bench, Decision.MOVE, levels, reason, **more)


def keeps(bench: Constituency, reservation: str = "", item: str = "3a.1") -> Stance:
    """A group keeps its position."""
    return Stance(0, item, bench, Decision.KEEP, reservation=reservation)
