"""What is not finished on this computer when a round is to be closed."""

from spf_assess.consultation import collecting_faults as faults
from spf_assess.consultation.from_paper import FromPaper
from spf_assess.consultation.sheets import SheetState
from spf_assess.model import Channel, PacketState
from spf_assess.model.left_sheet import LeftSheet
from spf_assess.store import KEYED


class LeftOpen(FromPaper):
    """What a facilitator should know before closing a round."""

    def left_open(self) -> tuple[LeftSheet, ...]:
        """Return the sheets begun on this computer that are not finished."""
        number = self.current_round
        counted = {
            one.respondent.id
            for one in self.packets()
            if one.respondent is not None
            and one.state is PacketState.ACCEPTED
            and one.round == number
        }
        sheets = [
            LeftSheet(
                self._contents.respondent(one.respondent),
                one.channel,
                one.answered,
                one.asked,
                one.respondent in counted,
            )
            for one in self._sheets.all()
            if one.round == number
            and one.state is not SheetState.HANDED_IN
            and not (one.state is SheetState.CLOSED and one.finished)
        ]
        keyed = {str(row[0]) for row in self._database.rows(KEYED) if row[1] == number}
        papers = [
            self._left_paper(seat, counted)
            for seat in self._contents.seats
            if seat in keyed and not self._paper_taken_in(seat, counted)
        ]
        return (*sheets, *papers)

    def check_nothing_left_open(self) -> None:
        """Refuse to go on while sheets are not finished.

        Raises:
            Problem: C-127 some are not.
        """
        if left := self.left_open():
            seats = ", ".join(
                one.respondent.organization or one.respondent.name or one.respondent.id
                for one in left
            )
            raise faults.still_open(number=self.current_round, seats=seats)

    def _left_paper(self, seat: str, counted: set[str]) -> LeftSheet:
        far = max(len(self.keyed_answers(seat, one)) for one in (1, 2))
        asked = len({cell.item.id for cell in self.paper_cells(seat)})
        who = self._contents.respondent(seat)
        return LeftSheet(who, Channel.PAPER, far, asked, seat in counted)

    def _paper_taken_in(self, seat: str, counted: set[str]) -> bool:
        """Whether what both people keyed is what counts of the seat."""
        if seat not in counted:
            return False
        here = dict(self._contents.answers(seat, self.current_round))
        return all(here == self.keyed_answers(seat, one) for one in (1, 2))
