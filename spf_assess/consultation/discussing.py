"""What a meeting makes of the positions it has seen: stances, agreements, notes.

Nothing here changes an answer, and nothing changes the results of the first round.
"""

import dataclasses
import json
from collections.abc import Mapping

from spf_assess.consultation import discussing_faults as faults
from spf_assess.consultation.beginning import new_id
from spf_assess.consultation.rounds import FEWEST_BENCHES, SECOND, Rounds
from spf_assess.i18n import now_iso
from spf_assess.model import (
    BENCHES,
    HIGHEST_LEVEL,
    LANGUAGES,
    LOWEST_LEVEL,
    Agreement,
    Changes,
    Constituency,
    Decision,
    Item,
    Note,
    NoteKind,
    Plain,
    Position,
    Results,
    Shift,
    Stance,
    Text,
)
from spf_assess.store import JOURNAL


class Discussing(Rounds):
    """A facilitator's commands on what groups state and agree, and on notes."""

    # Notes

    def notes(
        self, item: str | None = None, kind: NoteKind | None = None
    ) -> tuple[Note, ...]:
        """Return the notes that stand, in the order of writing."""
        return tuple(
            sorted(
                (
                    one
                    for one in self.proceedings.standing(Note)
                    if item in (None, one.item) and kind in (None, one.kind)
                ),
                key=lambda one: (one.at, one.id),
            )
        )

    def note(self, note: Note) -> Changes:
        """Record a note, new (without an id) or changed.

        Raises:
            Problem: C-101; C-169 it has no words, C-126 its item is not asked; X-130,
                C-121, S-1xx.
        """
        self._check_discussing()
        if not note.text.strip():
            raise faults.nothing_said()
        if note.item and all(note.item != one.id for one in self._asked()):
            raise faults.not_asked(item=note.item)
        known = {one.id: one for one in self.proceedings.standing(Note)}
        earlier = known.get(note.id)
        return self.proceedings.record(
            dataclasses.replace(
                note,
                id=note.id or new_id(),
                round=earlier.round if earlier else self.current_round,
                at=earlier.at if earlier else now_iso(),
            )
        )

    def settle(self, note_id: str, *, settled: bool = True) -> Changes:
        """Mark a parked point as taken up again, or as open.

        Raises:
            Problem: C-101; C-125 there is no such note; S-1xx.
        """
        self._check_discussing()
        note = self._note(note_id)
        return self.proceedings.record(dataclasses.replace(note, settled=settled))

    def withdraw_note(self, note_id: str) -> Changes:
        """Take a note of this file back; the journal keeps it.

        Raises:
            Problem: C-101; C-125 there is no such note, C-120 another file's; S-1xx.
        """
        self._check_discussing()
        return self.proceedings.withdraw(self._note(note_id))

    def _note(self, note_id: str) -> Note:
        for one in self.notes():
            if one.id == note_id:
                return one
        raise faults.no_such_note()

    # Stances

    def stances(self, round_number: int | None = None) -> tuple[Stance, ...]:
        """Return the stances that stand, of all rounds or of one."""
        return tuple(
            one
            for one in self.proceedings.standing(Stance)
            if round_number in (None, one.round)
        )

    def absent(self) -> Mapping[Constituency, bool]:
        """Return the benches that handed in nothing, and whether they spoke since.

        Such a bench has nothing to keep: what it stated in the room is a position.
        """
        spoke = {one.constituency for one in self.stances()}
        return {bench: bench in spoke for bench in self.missing()}

    def stance(self, item: str, constituency: Constituency) -> Stance | None:
        """Return what a bench states on an item in the round of stating."""
        wanted = Stance(self.stating_round, item, constituency, Decision.KEEP).id
        return next((one for one in self.stances() if one.id == wanted), None)

    def earlier_stances(
        self, item: str, constituency: Constituency
    ) -> tuple[Stance, ...]:
        """Return what a bench stated here before it was corrected or taken back."""
        from spf_assess.consultation.proceedings import from_plain

        found = []
        for row in self._database.rows(JOURNAL):
            if row[2] in ("recorded", "withdrawn") and row[6]:
                told = json.loads(str(row[6]))
                if Stance.KIND in told:
                    found.append(from_plain(Stance, told[Stance.KIND]))
        wanted = Stance(self.stating_round, item, constituency, Decision.KEEP).id
        return tuple(one for one in found if one.id == wanted)

    def state(self, stance: Stance, *, correcting: bool = False) -> Changes:
        """Record what a bench makes of its position; the round is the current one.

        Raises:
            Problem: C-101; C-123 no second round is open, C-128 it is closed, C-164 the
                item is not compared, C-165 not revealed, C-166 the bench is not asked,
                C-167 a move without reason or other level, C-168 a level that is none,
                C-124 nothing to keep, C-122 something else was stated before and
                *correcting* is false; X-130, C-121, S-1xx.
        """
        self._check_discussing()
        item = self._check_place(stance.item, stance.constituency)
        moved = stance.decision is Decision.MOVE
        clean = dataclasses.replace(
            stance,
            round=self.stating_round,
            levels=dict(stance.levels) if moved else {},
            reason=stance.reason.strip() if moved else "",
            reservation=stance.reservation.strip(),
        )
        if moved:
            self._check_move(item, clean)
        elif not clean.reservation:
            self._check_keep(clean)
        earlier = self.stance(item.id, stance.constituency)
        if earlier is not None and earlier != clean and not correcting:
            raise faults.stated_before(item=item.id)
        return self.proceedings.record(clean)

    def withdraw_stance(self, item: str, constituency: Constituency) -> Changes:
        """Take back what a bench stated on an item; the journal keeps it.

        Raises:
            Problem: C-101; C-120 nothing was stated here; C-128, C-123; S-1xx.
        """
        self._check_discussing()
        self._check_stating()
        blank = Stance(self.stating_round, item, constituency, Decision.KEEP)
        return self.proceedings.withdraw(self.stance(item, constituency) or blank)

    def _check_stating(self) -> None:
        if not self.stating_round:
            raise faults.no_round_for_it()
        if not self.is_open(self.stating_round):
            raise faults.stated_too_late(number=self.stating_round)

    def _check_place(self, item_id: str, constituency: Constituency) -> Item:
        self._check_stating()
        item = self._compared(item_id)
        if constituency not in BENCHES or constituency not in item.asked_of:
            raise faults.not_a_bench_asked(item=item_id)
        if item_id not in self.revealed() | self.revealed(self.stating_round):
            raise faults.not_revealed(item=item_id)
        return item

    def _check_move(self, item: Item, stance: Stance) -> None:
        _check_levels(item, stance.levels)
        before = [
            self._positions(found, stance)
            for found in (self.results(self.discussed_round), self._answered_results())
        ]
        told = {part: float(level) for part, level in stance.levels.items()}
        same = all(
            found[part].level == level
            for found in before
            for part, level in told.items()
        )
        if not stance.reason or same:
            raise faults.move_without_reason()

    def _check_keep(self, stance: Stance) -> None:
        found = self._positions(self._answered_results(), stance)
        if not any(one.respondents for one in found.values()):
            raise faults.nothing_to_keep(item=stance.item)

    def _positions(self, results: Results, stance: Stance) -> dict[str, Position]:
        return {
            part: one.position(stance.constituency)
            for part, one in results.comparisons[stance.item].items()
        }

    def _answered_results(self) -> Results:
        """Return the results of the round of stating without what was stated in it."""
        return self._results_of_answers(self.stating_round)

    # Agreements

    def agreements(self, round_number: int | None = None) -> tuple[Agreement, ...]:
        """Return the agreements that stand, of all rounds or of one."""
        return tuple(
            one
            for one in self.proceedings.standing(Agreement)
            if round_number in (None, one.round)
        )

    def agreement(self, item: str) -> Agreement | None:
        """Return the latest agreement on an item, None where there is none."""
        found = [one for one in self.agreements() if one.item == item]
        return max(found, key=lambda one: one.round, default=None)

    def agree(self, agreement: Agreement, *, correcting: bool = False) -> Changes:
        """Record an agreed level or statement beside the positions, which stay.

        Raises:
            Problem: C-101; C-160 the first round is still open, C-123 an agreed level
                belongs into a second round, C-164 the item is not compared, C-165 not
                revealed, C-166 an observer agrees, C-168 a level that is none, C-169
                nothing or nobody, C-122 something else was agreed before and
                *correcting* is false; X-130, C-121, S-1xx.
        """
        self._check_discussing()
        number = self.stating_round or self._discussed()
        item = self._compared(agreement.item)
        if not any(item.id in self.revealed(one.number) for one in self.rounds):
            raise faults.not_revealed(item=item.id)
        clean = dataclasses.replace(
            agreement,
            round=number,
            levels=dict(agreement.levels),
            statement=_statement(agreement.statement),
            agreed_by=tuple(one for one in BENCHES if one in agreement.agreed_by),
            why=agreement.why.strip(),
        )
        if set(agreement.agreed_by) - set(BENCHES):
            raise faults.not_a_bench_asked(item=item.id)
        words = any(clean.statement.by_language.values())
        if len(clean.agreed_by) < FEWEST_BENCHES or not (clean.levels or words):
            raise faults.nothing_said()
        if clean.levels:
            if not self.stating_round:
                raise faults.no_round_for_it()
            _check_levels(item, clean.levels)
        earlier = next(
            (one for one in self.agreements(number) if one.id == clean.id), None
        )
        if earlier is not None and earlier != clean and not correcting:
            raise faults.stated_before(item=item.id)
        return self.proceedings.record(clean)

    def withdraw_agreement(self, item: str) -> Changes:
        """Take an agreement back; the journal keeps it.

        Raises:
            Problem: C-101; C-120 nothing was agreed here; S-1xx.
        """
        self._check_discussing()
        blank = Agreement(self.current_round, item)
        return self.proceedings.withdraw(self.agreement(item) or blank)

    # Outcome

    def shifts(self, round_number: int | None = None) -> tuple[Shift, ...]:
        """Return what moved between the round before and a round, by item and part.

        Nothing where there is no round before it.

        Raises:
            Problem: C-115 there is no such round.
        """
        from spf_assess.analysis.rounds import shifts

        number = self._round(round_number)
        if number < SECOND:
            return ()
        return shifts(
            self.results(number - 1),
            self.results(number),
            self.stances(number),
            self._results_of_answers(number),
        )

    def _outcome(self) -> Plain:
        from spf_assess.consultation.export import outcome

        return outcome(
            missing=self.missing(),
            reveals=self.reveals(),
            stances=self.stances(),
            agreements=self.agreements(),
            notes=self.notes(),
            shifts=[
                (one.number, shift)
                for one in self.rounds
                for shift in self.shifts(one.number)
            ],
        )


def _check_levels(item: Item, levels: Mapping[str, int]) -> None:
    names = [part.name for part in item.parts]
    if not levels:
        raise faults.move_without_reason()
    for part, level in levels.items():
        within = type(level) is int and LOWEST_LEVEL <= level <= HIGHEST_LEVEL
        if part not in names or not within:
            raise faults.wrong_level(item=item.id, parts=", ".join(names))


def _statement(text: Text) -> Text:
    found = {one: text.by_language.get(one, "").strip() for one in LANGUAGES}
    return Text.of(**found)
