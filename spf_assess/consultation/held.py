"""What may be seen, and told in numbers, of what an open file holds."""

from typing import TYPE_CHECKING

from spf_assess.consultation import discussing_faults
from spf_assess.consultation.first_told import FirstTold
from spf_assess.consultation.kept import Kept
from spf_assess.consultation.proceedings import preparation
from spf_assess.model import (
    Agreement,
    Blind,
    Questionnaire,
    Respondent,
    Response,
    Results,
    Role,
    Stance,
)
from spf_assess.store import Database

if TYPE_CHECKING:
    from spf_assess.analysis.disclosure import Final
    from spf_assess.analysis.rounds import Discussed


class Held(Kept):
    """An open file that is read, with the positions that follow from it."""

    def __init__(self, database: Database, questionnaire: Questionnaire) -> None:
        super().__init__(database, questionnaire)
        self._first_told = FirstTold(database, self._contents)
        self._known: tuple[int, int, int] | None = None
        self._results: dict[int, Results] = {}
        self._final: tuple[tuple[object, ...], Final] | None = None

    # What may be seen of it

    def is_open(self, number: int) -> bool:
        """Whether answers for a round still count when they come in."""
        return any(one.number == number and not one.closed_at for one in self.rounds)

    @property
    def shown_round(self) -> int:
        """The latest round whose positions may be seen; 0 while there is none.

        A round is blind until it is closed or everybody who rates has handed in:
        observers have no position, so that nobody's waits for them.
        """
        if self.role is not Role.FACILITATOR:
            return self.current_round
        found = self._seats_board.came(self.current_round)
        complete = 0 < found.seats == found.handed_in
        if complete or not self.is_open(self.current_round):
            return self.current_round
        return self.current_round - 1

    @property
    def blind(self) -> Blind | None:
        """How far the round is whose positions may not be seen yet; None where all may.

        While nothing has come in there is nothing to be seen.
        """
        if self.shown_round == self.current_round:
            return None
        if not self.handed_in():
            return None
        found = self._seats_board.came(self.current_round)
        return Blind(self.current_round, found.handed_in, found.seats)

    def check_shown(self, *, early: bool = False) -> None:
        """Refuse to tell what was answered in a round that is blind.

        Every way out asks this: what one group answered would be known to others before
        they answer. *early*: somebody wants to see it on purpose, which is noted in the
        file.

        Raises:
            Problem: C-129 the round is open and answers are awaited; S-1xx it cannot be
                noted that they are told.
        """
        found = self.blind
        if found is not None and not early:
            raise discussing_faults.round_blind(
                number=found.round, in_=found.handed_in, of=found.seats
            )
        if found is not None:
            self._tell_early()

    def printable(self) -> "tuple[Respondent, ...]":
        """Return whose own answers this file may print, of those who handed in."""
        from spf_assess.analysis.disclosure import printable

        if self.role is not Role.FACILITATOR:
            return (self.me(),)
        open_record = preparation(self.proceedings).open_record
        return tuple(
            row.respondent
            for row in self.board()
            if row.handed_in and printable(row.respondent, open_record=open_record)
        )

    def _tell_early(self) -> None:
        """Note that something is told while answers are awaited (``rounds``)."""

    # What may be told in numbers

    @property
    def final(self) -> "Final":
        """Whose members may be told in numbers beside their group's position (R-404).

        Nobody's before the last round is closed, the last that was planned or after
        which it was recorded that no further one comes. Where the parties
        chose an open record all answers are public, and so is what follows from them.
        """
        known = self.as_of
        if self._final is None or self._final[0] != known:
            self._final = known, self._find_final()
        return self._final[1]

    def _find_final(self) -> "Final":
        from spf_assess.analysis.disclosure import EVERYTHING, OPEN, final

        prepared, number = preparation(self.proceedings), self.current_round
        if prepared.open_record:
            return EVERYTHING
        last = prepared.last(number)
        if self.role is not Role.FACILITATOR or not last or self.is_open(number):
            return OPEN
        first, *later = (one.number for one in self.rounds)
        return final(
            {seat for seat, of in self._contents.sheets if of == first},
            [one for of in later for one in self.responses(of)],
            [self.results(one.number) for one in self.rounds],
            self._first_told.late(
                (one.number for one in self.rounds), self.respondents()
            ),
        )

    def results(self, round_number: int | None = None) -> Results:
        """Return the positions and their comparison in one round.

        Raises:
            Problem: C-115 there is no such round.
        """
        number = self._round(round_number)
        known = self.as_of
        if self._known != known:
            self._known, self._results = known, {}
        if number not in self._results:
            self._results[number] = self._compute(number)
        return self._results[number]

    def _compute(self, number: int) -> Results:
        if number == 1 and self.role is Role.FACILITATOR and self._tallies.whole:
            from spf_assess.analysis.results import compute_counted

            counts = self._tallies.counts(number)
            return compute_counted(self.questionnaire, self.selection, counts)
        from spf_assess.analysis.rounds import counted_results, results_of

        if self._answered_once(number):
            counts = self._tallies.counts(1)
            return counted_results(self._discussed_until(0), counts, number)
        return results_of(self._discussed_until(number), number)

    def _results_of_answers(self, number: int) -> Results:
        """Return a later round's results without what was stated in it."""
        from spf_assess.analysis.rounds import (
            answered_results,
            counted_results,
            unstated,
        )

        if self._answered_once(number):
            silent = unstated(self._discussed_until(0), number)
            return counted_results(silent, self._tallies.counts(1), number)
        return answered_results(self._discussed_until(number), number)

    def _answered_once(self, number: int) -> bool:
        """Whether counts are kept, and nobody answered anew after the first round."""
        return (
            number > 1
            and self.role is Role.FACILITATOR
            and self._tallies.whole
            and not any(1 < place[1] <= number for place in self._contents.sheets)
        )

    def latest_words(self, round_number: int | None = None) -> tuple[Response, ...]:
        """Return everybody's latest words up to a round, as the results count them.

        Raises:
            Problem: C-115 there is no such round.
        """
        from spf_assess.analysis.rounds import latest_words

        number = self._round(round_number)
        return latest_words(self._discussed_until(number).responses, number)

    def _discussed_until(self, number: int) -> "Discussed":
        from spf_assess.analysis.rounds import Discussed

        numbers = [one.number for one in self.rounds if one.number <= number]
        return Discussed(
            questionnaire=self.questionnaire,
            selection=self.selection,
            responses=[one for number in numbers for one in self.responses(number)],
            stances=self.proceedings.standing(Stance),
            agreements=self.proceedings.standing(Agreement),
        )
