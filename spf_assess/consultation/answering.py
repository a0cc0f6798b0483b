"""Giving, undoing and redoing answers: each one transaction with its journal line."""

import dataclasses
import json
from collections.abc import Iterable
from types import MappingProxyType

from spf_assess.consultation import faults
from spf_assess.consultation.contents import Contents
from spf_assess.exchange import check_against, clean_answer
from spf_assess.i18n import now_iso
from spf_assess.model import (
    Answer,
    Changes,
    PartAnswer,
    Problem,
    Questionnaire,
    answer_from_plain,
    answer_to_plain,
)
from spf_assess.store import ANSWERS, JOURNAL, Row
from spf_assess.store.records import json_text

ANSWER, UNDO, REDO = "answer", "undo", "redo"
_ID, _WHAT, _RESPONDENT, _ROUND, _ITEM, _BEFORE, _AFTER, _ENTRY = 0, 2, 3, 4, 5, 6, 7, 8


class Answering:
    """The answers of the respondent whose file it is, with their history.

    The history is the journal: which answers can be undone and redone is read from it,
    so both outlast closing the file.
    """

    def __init__(self, contents: Contents, questionnaire: Questionnaire) -> None:
        self._contents = contents
        self._database = contents.database
        self._questionnaire = questionnaire
        self._histories: dict[tuple[str, int], _History] = {}

    def answer(self, respondent: str, round_number: int, answer: Answer) -> Changes:
        """Save one answer; an empty one clears what was there.

        Raises:
            Problem: X-130, X-15x it does not fit the question, C-105 it is too long or
                malformed, S-1xx it could not be saved. Nothing was changed then.
        """
        self._contents.refresh()
        fitting = self._fitting(respondent, answer)
        before = self._body(respondent, round_number, fitting.item)
        after = _body(fitting)
        if before == after:
            return self._unchanged(respondent, fitting.item)
        history = self._history(respondent, round_number)
        entry = self._save(
            (respondent, round_number, fitting.item), ANSWER, before, after, 0
        )
        history.add(ANSWER, entry, 0)
        return self._keep(respondent, round_number, fitting)

    def undo(self, respondent: str, round_number: int) -> Changes | None:
        """Take back the latest answer that stands; None when there is none."""
        return self._turn(respondent, round_number, UNDO)

    def redo(self, respondent: str, round_number: int) -> Changes | None:
        """Give again what was undone last; None when there is nothing."""
        return self._turn(respondent, round_number, REDO)

    def can(self, respondent: str, round_number: int, what: str) -> bool:
        """Whether *what* (``undo`` or ``redo``) would do something."""
        history = self._history(respondent, round_number)
        return bool(history.done if what == UNDO else history.undone)

    def _fitting(self, respondent: str, answer: Answer) -> Answer:
        who = self._contents.seat(respondent).respondent
        clean = _without_blanks(clean_answer(answer))
        check_against((clean,), self._questionnaire, who.constituency, who.kind)
        try:  # what is kept in memory is what will be read from the file
            return answer_from_plain(answer_to_plain(clean))
        except ValueError as error:
            place, _, _ = str(error).partition(":")
            raise faults.not_storable(item=clean.item, place=place) from error

    def _turn(self, respondent: str, round_number: int, what: str) -> Changes | None:
        self._contents.refresh()
        history = self._history(respondent, round_number)
        stack = history.done if what == UNDO else history.undone
        if not stack:
            return None
        row = self._database.row(JOURNAL, stack[-1])
        if row is None:
            return None
        item = str(row[_ITEM])
        before, after = str(row[_AFTER]), str(row[_BEFORE])
        if what == REDO:
            before, after = after, before
        of = stack[-1]
        self._save((respondent, round_number, item), what, before, after, of)
        history.add(what, 0, of)
        back = answer_from_plain(json.loads(after)) if after else Answer(item)
        return self._keep(respondent, round_number, back)

    def _save(
        self, key: tuple[str, int, str], what: str, before: str, after: str, entry: int
    ) -> int:
        """Write answer, journal line, revision and hashes in one transaction."""
        respondent, round_number, item = key
        at = now_iso()

        def work() -> int:
            number = self._database.note(
                at,
                what,
                respondent=respondent,
                round_number=round_number,
                item=item,
                before=before,
                after=after,
                entry=entry,
            )
            if after:
                self._database.put(ANSWERS, *key, after, number, at)
            else:
                self._database.remove(ANSWERS, *key)
            return number

        try:
            return self._contents.write(work)
        except Problem:
            self._histories.clear()  # perhaps it is in the journal all the same
            raise

    def _unchanged(self, respondent: str, item: str) -> Changes:
        """Return no changes; after a failed save make sure first of what is there."""
        if not self._database.unsure:
            return Changes()
        self._database.confirm(now_iso())
        return Changes(answers=frozenset({(respondent, item)}))

    def _keep(self, respondent: str, round_number: int, answer: Answer) -> Changes:
        kept = self._contents.editable(respondent, round_number)
        if answer.empty:
            kept.pop(answer.item, None)
        else:
            kept[answer.item] = answer
        return Changes(answers=frozenset({(respondent, answer.item)}))

    def _body(self, respondent: str, round_number: int, item: str) -> str:
        held = self._contents.editable(respondent, round_number).get(item)
        return "" if held is None else _body(held)

    def _history(self, respondent: str, round_number: int) -> "_History":
        place = (respondent, round_number)
        if place not in self._histories:
            rows = self._database.rows(JOURNAL)
            self._histories[place] = _History.of(
                row for row in rows if (row[_RESPONDENT], row[_ROUND]) == place
            )
        return self._histories[place]


@dataclasses.dataclass(slots=True)
class _History:
    """Journal lines that can be undone, and those that can be redone, oldest first."""

    done: list[int] = dataclasses.field(default_factory=list)
    undone: list[int] = dataclasses.field(default_factory=list)

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "_History":
        history = cls()
        for row in rows:
            number, what, of = row[_ID], str(row[_WHAT]), row[_ENTRY]
            if isinstance(number, int) and isinstance(of, int):
                history.add(what, number, of)
        return history

    def add(self, what: str, number: int, of: int) -> None:
        if what == ANSWER:
            self.done.append(number)
            self.undone.clear()
        elif what == UNDO and of in self.done:
            self.done.remove(of)
            self.undone.append(of)
        elif what == REDO and of in self.undone:
            self.undone.remove(of)
            self.done.append(of)


def _body(answer: Answer) -> str:
    return "" if answer.empty else json_text(answer_to_plain(answer))


def _without_blanks(answer: Answer) -> Answer:
    """Leave out parts and follow-ups in which nothing is said."""
    parts: dict[str, PartAnswer] = {
        name: part for name, part in answer.parts.items() if not part.empty
    }
    said = {name: words for name, words in answer.follow_ups.items() if words}
    return dataclasses.replace(
        answer, parts=MappingProxyType(parts), follow_ups=MappingProxyType(said)
    )
