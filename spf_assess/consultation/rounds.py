"""Rounds that open and close, and what is shown of them to everybody.

A round is blind while it is open. Once it is closed the questions that need talk are
known; the positions on a question are seen when it is revealed, which is final.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from spf_assess.consultation import discussing_faults as faults
from spf_assess.consultation.held import Held
from spf_assess.consultation.proceedings import preparation
from spf_assess.i18n import now_iso
from spf_assess.model import (
    BENCHES,
    Changes,
    Comparison,
    Constituency,
    Item,
    Reveal,
    Round,
    Topic,
)
from spf_assess.store import ROUNDS

if TYPE_CHECKING:
    from spf_assess.consultation.importing import Importing

SECOND = 2
FEWEST_BENCHES = 2


class Rounds(Held):
    """A facilitator's commands on rounds and reveals."""

    _importing: "Importing"

    # Rounds

    @property
    def stating_round(self) -> int:
        """The round in which stances are recorded; 0 before the second is begun."""
        return self.current_round if self.current_round >= SECOND else 0

    @property
    def discussed_round(self) -> int:
        """The round whose positions are talked about; 0 while the first is open."""
        if self.stating_round:
            return self.stating_round - 1
        return 0 if self.is_open(self.current_round) else self.current_round

    def close_round(self) -> Changes:
        """Close the latest round; what comes in for it afterwards waits.

        Raises:
            Problem: C-101; S-1xx.
        """
        self._check_discussing()
        self._contents.refresh()
        latest = self.rounds[-1]
        if latest.closed_at:
            return Changes()
        at = now_iso()
        return self._write_rounds(dataclasses.replace(latest, closed_at=at), at)

    def open_round(self, number: int | None = None) -> Changes:
        """Open the round after the latest, or open the latest again.

        Packets that waited for the round count from now on. It can be opened again
        only while nothing of it was shown and no later round has begun.

        Raises:
            Problem: C-101; C-160 the round before is still open, C-162 it cannot be
                opened again, C-198 no further round comes, C-115 there is no such
                round; S-1xx.
        """
        self._check_discussing()
        self._contents.refresh()
        latest = self.rounds[-1]
        wanted = latest.number + 1 if number is None else number
        prepared = preparation(self.proceedings)
        if wanted == latest.number + 1:
            if not latest.closed_at:
                raise faults.round_still_open(number=latest.number)
            if prepared.last(latest.number):
                raise faults.no_further_round(number=latest.number)
            at = now_iso()
            return self._write_rounds(Round(wanted, at), at)
        self._round(wanted)
        if self.is_open(wanted):
            return Changes()
        if prepared.concluded_at:
            raise faults.no_further_round(number=latest.number)
        if wanted != latest.number or self.revealed(wanted):
            raise faults.not_to_be_opened_again(number=wanted)
        return self._write_rounds(dataclasses.replace(latest, closed_at=""), now_iso())

    @property
    def another_round(self) -> bool:
        """Whether a further round can be opened once the latest is closed."""
        return not preparation(self.proceedings).last(self.current_round)

    @property
    def may_open_again(self) -> bool:
        """Whether the latest round can be opened again: nothing of it was shown."""
        number = self.current_round
        return not (
            self.is_open(number)
            or self.revealed(number)
            or preparation(self.proceedings).concluded_at
        )

    def conclude(self) -> Changes:
        """Record that no further round comes, though another one was planned.

        It is final: members may be told in numbers from then on (R-404), so that no
        answer may come in any more. After the last round planned nothing is recorded.

        Raises:
            Problem: C-101; C-160 the round is still open; S-1xx.
        """
        self._check_discussing()
        self._contents.refresh()
        if self.is_open(self.current_round):
            raise faults.round_still_open(number=self.current_round)
        if not self.another_round:
            return Changes()
        prepared = preparation(self.proceedings)
        found = self.proceedings.record(
            dataclasses.replace(prepared, concluded_at=now_iso())
        )
        return dataclasses.replace(found, rounds=True)

    def _write_rounds(self, changed: Round, at: str) -> Changes:
        before = {one.number: one for one in self.rounds}
        what = "round closed" if changed.closed_at else "round opened"

        def work() -> None:
            self._database.put(
                ROUNDS, changed.number, changed.opened_at, changed.closed_at
            )
            self._database.note(at, what, round_number=changed.number)
            if changed.closed_at:
                self._first_told.note(changed.number, at)
            after = {**before, changed.number: changed}
            self._contents.rounds = tuple(after[one] for one in sorted(after))
            if not changed.closed_at:
                self._importing.judge_waiting(changed.number)

        try:
            self._contents.write(work)
        finally:
            self._contents.reload()
            self._contents.forget_all()
        return Changes(
            respondents=frozenset(self._contents.seats), packets=True, rounds=True
        )

    def note_early(self) -> Changes:
        """Note that what was answered is told while answers are awaited (R-404).

        Raises:
            Problem: C-101; S-1xx.
        """
        self._check_discussing()
        if self.blind is not None and not self.early_noted:
            number, at = self.current_round, now_iso()

            def work() -> None:
                self._first_told.note(number, at)
                self._database.note(at, "told early", round_number=number)

            self._contents.write(work)
        return Changes()

    def _tell_early(self) -> None:
        if self.early_noted:
            return
        if not self.read_only:
            self.note_early()
            return
        from spf_assess.consultation.opened import Consultation

        asked = None if self.questionnaire.pack else self.questionnaire
        with Consultation.open(self.path, questionnaire=asked, back_up=False) as own:
            own.note_early()

    @property
    def early_noted(self) -> bool:
        """Whether it is noted that something of this round was told already."""
        return self._first_told.noted(self.current_round)

    # Reveals

    def topics(self) -> tuple[Topic, ...]:
        """Return the questions that need talk, in order; levels are not told.

        Raises:
            Problem: C-160 the first round is still open.
        """
        from spf_assess.analysis.rounds import topics

        return topics(self.questionnaire, self.results(self._discussed()))

    def reveals(self) -> tuple[Reveal, ...]:
        """Return what was shown, here or in a merged file; of each the first time.

        What people have seen anywhere they have seen: it is never a contradiction.
        """
        first: dict[str, Reveal] = {}
        for entry in self.proceedings.entries(Reveal):
            one = entry.value
            known = first.setdefault(one.id, one)
            if one.revealed_at < known.revealed_at:
                first[one.id] = one
        return tuple(first[one] for one in sorted(first))

    def revealed(self, round_number: int | None = None) -> frozenset[str]:
        """Return the ids of the items whose positions were shown to everybody."""
        number = self.discussed_round if round_number is None else round_number
        return frozenset(one.item for one in self.reveals() if one.round == number)

    def reveal(self, *items: str, round_number: int | None = None) -> Changes:
        """Show the positions on items to everybody; it is recorded and final.

        Raises:
            Problem: C-101; C-160 the round is still open, C-163 fewer than two benches
                handed in, C-164 an item is not compared; S-1xx.
        """
        self._check_discussing()
        number = self._discussed(round_number)
        self._check_two_benches(number)
        for item in items:
            self._compared(item)
        known, at = self.revealed(number), now_iso()
        return self.proceedings.record(
            *(
                Reveal(number, item, at)
                for item in dict.fromkeys(items)
                if item not in known
            )
        )

    def shown(
        self, item: str, round_number: int | None = None
    ) -> Mapping[str, Comparison]:
        """Return the positions on an item by part, once they were revealed.

        Raises:
            Problem: C-160 the round is still open, C-164 the item is not compared,
                C-165 it was not revealed.
        """
        number = self._discussed(round_number)
        self._compared(item)
        if item not in self.revealed(number):
            raise faults.not_revealed(item=item)
        return self.results(number).comparisons[item]

    def missing(self) -> tuple[Constituency, ...]:
        """Return the benches of which nobody has handed in an answer that counts."""
        present = {
            self._contents.respondent(seat).constituency
            for seat, _number in self._contents.sheets
            if seat in self._contents.seats  # a damaged file may have lost it
        }
        return tuple(bench for bench in BENCHES if bench not in present)

    def observers_awaited(self) -> int:
        """Return how many seats of observers have not handed in; nothing waits."""
        return sum(
            not row.handed_in and not row.respondent.constituency.rates
            for row in self.board()
        )

    def _check_discussing(self) -> None:
        self._check_facilitator()
        self._check_writable()

    def _discussed(self, round_number: int | None = None) -> int:
        """Return a closed round, the one talked about unless another is named."""
        number = self.discussed_round if round_number is None else round_number
        if number:
            self._round(number)
        if not number or self.is_open(number):
            raise faults.round_still_open(number=number or self.current_round)
        return number

    def _check_two_benches(self, number: int) -> None:
        present = {
            one.constituency
            for one in self.results(number).participation
            if one.respondents and one.constituency.rates
        }
        if len(present) < FEWEST_BENCHES:
            raise faults.nothing_to_show()

    def _compared(self, item_id: str) -> Item:
        for item in self._asked():
            if item.id == item_id and item.compared:
                return item
        raise faults.not_compared(item=item_id)

    def _asked(self) -> Iterator[Item]:
        return (
            item for item in self.questionnaire.items() if self.selection.includes(item)
        )
