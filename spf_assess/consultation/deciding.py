"""Deciding: each bench's priorities, and actions under Paragraph 14."""

import dataclasses
import re
import secrets
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.consultation import deciding_faults as faults
from spf_assess.consultation.held import Held
from spf_assess.i18n import Words
from spf_assess.model import Action, Changes, Constituency, Plain, Ranking

if TYPE_CHECKING:
    from spf_assess.analysis.priorities import Priorities

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_ID_BYTES = 8


class Deciding(Held):
    """A facilitator's commands on what is decided."""

    def rank(self, constituency: Constituency, order: Sequence[str]) -> Changes:
        """Record the priorities of a bench, the most urgent section first.

        An empty order takes the ranking back.

        Raises:
            Problem: C-101; C-170 an observer does not rank, C-171 a section is not
                asked, C-172 one is named twice, S-1xx.
        """
        self._check_facilitator()
        self._check_writable()
        if not constituency.rates:
            raise faults.observers_do_not_rank()
        known = self.rankable()
        for section in order:
            if section not in known:
                raise faults.not_rankable(section=section)
            if list(order).count(section) > 1:
                raise faults.named_twice(section=section)
        ranking = Ranking(constituency, tuple(order))
        present = self.proceedings.value(Ranking, ranking.id)
        if not order:
            return self.proceedings.withdraw(present) if present else Changes()
        return self.proceedings.record(ranking)

    def rankable(self) -> tuple[str, ...]:
        """Return the ids of the sections that can be ranked, in their order."""
        asked = {result.section for result in self.results(1).sections}
        return tuple(
            section.id for section in self.questionnaire.sections if section.id in asked
        )

    def priorities(self, round_number: int | None = None) -> "Priorities":
        """Return the benches' priorities beside one another.

        Raises:
            Problem: C-115 there is no such round.
        """
        from spf_assess.analysis.priorities import compare_priorities

        return compare_priorities(
            self.proceedings.standing(Ranking),
            self.rankable(),
            self.results(round_number),
        )

    def priorities_seen(self) -> "Priorities":
        """Return them with the levels that may be seen, of the latest round shown."""
        number = self.shown_round
        found = self.priorities(number or 1)
        return found if number else found.without_levels()

    def decide(self, action: Action) -> Changes:
        """Record an action, new (without an id) or changed.

        Raises:
            Problem: C-101; C-173 without objective or deed, C-174 a date cannot be
                read, C-175 it ends before it begins, C-176 an unknown section or
                paragraph, S-1xx.
        """
        self._check_facilitator()
        self._check_writable()
        if not action.objective.strip() or not action.what.strip():
            raise faults.action_without_words()
        for day in (action.begins_on, action.ends_on):
            _check_date(day)
        if action.begins_on and action.ends_on and _after(action):
            raise faults.ends_before(begins=action.begins_on, ends=action.ends_on)
        self._check_places(action)
        if not action.id:
            last = max((one.sequence for one in self.actions()), default=0)
            action = dataclasses.replace(
                action,
                id=secrets.token_hex(_ID_BYTES),
                sequence=action.sequence or last + 1,
            )
        return self.proceedings.record(action)

    def drop_action(self, action_id: str) -> Changes:
        """Take an action out of the plan; the journal keeps it.

        Raises:
            Problem: C-101, C-120 it is not in this file, S-1xx.
        """
        self._check_facilitator()
        self._check_writable()
        found = self.proceedings.value(Action, action_id)
        if found is None:
            raise faults.no_such_action(action=action_id)
        return self.proceedings.withdraw(found)

    def actions(self) -> tuple[Action, ...]:
        """Return the plan in the order of its steps."""
        return tuple(
            sorted(
                self.proceedings.standing(Action),
                key=lambda one: (one.sequence, one.begins_on or "9", one.id),
            )
        )

    def write_actions(self, path: Path, words: Words) -> None:
        """Write the plan as a workbook (``.xlsx``) or a calendar (``.ics``).

        Raises:
            Problem: C-178 the name ends in neither, F-11x it cannot be written.
        """
        from spf_assess.files import write_atomically
        from spf_assess.report.action_plan import actions_calendar, actions_workbook

        if path.suffix == ".xlsx":
            data = actions_workbook(self.actions(), self.questionnaire, words)
        elif path.suffix == ".ics":
            data = actions_calendar(
                self.actions(),
                words,
                consultation_id=self.header.id,
                changed_at={
                    one.value.id: one.changed_at
                    for one in self.proceedings.entries(Action)
                },
            )
        else:
            raise faults.neither_workbook_nor_calendar(file=path.name)
        write_atomically(path, data)

    def _decisions(self) -> Plain:
        from spf_assess.consultation.export_decisions import decisions

        return decisions(
            self.priorities(), self.proceedings.standing(Ranking), self.actions()
        )

    def _check_places(self, action: Action) -> None:
        from spf_assess.questionnaire import load_recommendation

        sections = {section.id for section in self.questionnaire.sections}
        for section in action.sections:
            if section not in sections:
                raise faults.unknown_place(place=section)
        references = [
            one.reference
            for one in load_recommendation().provisions
            if one.reference is not None
        ]
        known = {str(one) for one in references} | {
            str(one.number) for one in references
        }
        for paragraph in action.paragraphs:
            if paragraph not in known:
                raise faults.unknown_place(place=paragraph)


def _check_date(text: str) -> None:
    if not text:
        return
    if not _DATE.fullmatch(text):
        raise faults.no_date(text=text)
    parts = [int(part) for part in text.split("-")]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        raise faults.no_date(text=text) from None


def _after(action: Action) -> bool:
    """Whether the beginning lies after the end, as far as both are given."""
    shared = min(len(action.begins_on), len(action.ends_on))
    return action.begins_on[:shared] > action.ends_on[:shared]
