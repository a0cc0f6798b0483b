"""The plan of actions: a table with their status, and the same as a calendar."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.models.board_table import TellingModel
from spf_assess.desktop.models.decided import PLAN_COLUMNS, PlanRow
from spf_assess.desktop.pages.decisions_calendar import CalendarCard
from spf_assess.desktop.pages.decisions_conflicts import DecidedConflicts
from spf_assess.desktop.pages.decisions_part import Card, DecisionsPart, line
from spf_assess.desktop.pages.decisions_table import CardTable
from spf_assess.desktop.parts import Button, Label, Notice
from spf_assess.files import spoken_name
from spf_assess.i18n import Words
from spf_assess.model import Action

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation


class PlanPart(DecisionsPart):
    """The table, what can be done with it, and the calendar.

    Signals:

    wanted(Action): its form is to be shown; without an id it is a new one.
    export_wanted(str): the plan is to be written, as ``.xlsx`` or ``.ics``.
    """

    wanted = Signal(object)
    export_wanted = Signal(str)

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__(hub, order)
        self._rows: tuple[PlanRow, ...] = ()
        self.notice = Notice("saved")
        self.notice.hide()
        self.conflicts = DecidedConflicts(Action)
        self._card = Card()
        self.add = Button(role="primary")
        self.open = Button()
        self.workbook, self.ics = Button(), Button()
        self._none = Label(role="second")
        self._model = TellingModel(PLAN_COLUMNS, hub.words)
        self.table = CardTable(self._model)
        self._card.add(
            self._none,
            self.table,
            line(self.add, self.open, self.workbook, self.ics),
        )
        self.calendar = CalendarCard()
        for part in (self.notice, self.conflicts, self._card, self.calendar):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.add.clicked.connect(self._add)
        self.open.clicked.connect(self._open)
        self.table.opened.connect(self._open)
        self.table.doubleClicked.connect(lambda _index: self._open())
        self.workbook.clicked.connect(lambda: self.export_wanted.emit(".xlsx"))
        self.ics.clicked.connect(lambda: self.export_wanted.emit(".ics"))

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        """The actions listed."""
        return self._rows

    def say(self, words: Words) -> None:
        self._card.head(
            words("Actions"),
            words(
                "What is to be done under Paragraph 14 of the Recommendation, by whom"
                " and by when."
            ),
        )
        self._none.say(words("No action yet."))
        self.table.setAccessibleName(words("Actions"))
        self.add.say(words("Add an action…"))
        self.open.say(words("Change the action…"))
        self.workbook.say(words("Save as a workbook…"))
        self.ics.say(words("Save as a calendar…"))
        self.notice.say_close(words("Close"))
        self.notice.hide()
        self._model.speak(words)
        self.calendar.speak(words)

    def show_rows(self, rows: Sequence[PlanRow]) -> None:
        """List actions; the one chosen stays chosen."""
        if tuple(rows) == self._rows:
            return
        chosen = self._chosen()
        self._rows = tuple(rows)
        self._model.show_rows(self._rows)
        self.calendar.show_actions([row.action for row in rows])
        self.go_to(chosen.id if chosen is not None else "")

    def show_file(self, consultation: "Consultation") -> None:
        may, some = not consultation.read_only, bool(self._rows)
        self._none.setVisible(not some)
        self.table.setVisible(some)
        self.add.setVisible(may)
        self.open.setVisible(may and some)
        recorded = bool(consultation.actions())
        for button in (self.workbook, self.ics):
            button.setVisible(recorded)
        self.conflicts.show_of(self.words, consultation)
        self.calendar.refresh()

    def forget(self) -> None:
        self._rows = ()
        self._model.show_rows(())
        self.calendar.show_actions(())
        self.notice.hide()

    def take_focus(self) -> None:
        (self.table if self._rows else self.add).setFocus()

    def go_to(self, action_id: str) -> None:
        """Choose an action of the list; the first one where it is not there."""
        if self._rows:
            ids = [row.action.id for row in self._rows]
            self.table.go_to(ids.index(action_id) if action_id in ids else 0)

    def tell(self, text: str) -> None:
        """Say what came of something."""
        self.notice.tell(text)

    def tell_written(self, path: Path, actions: Sequence[Action]) -> None:
        """Say that the plan was written, and what is not in it."""
        words = self.words
        told = [words("The actions are in {file}.", file=spoken_name(path))]
        undated = sum(not one.begins_on and not one.ends_on for one in actions)
        if path.suffix == ".ics" and undated:
            told.append(
                words.plural(
                    "{number} action without a date is not in the calendar.",
                    "{number} actions without a date are not in the calendar.",
                    undated,
                )
            )
        waiting = sum(row.waits for row in self._rows)
        if waiting:
            told.append(
                words.plural(
                    "{number} action is not recorded yet as it was typed last.",
                    "{number} actions are not recorded yet as they were typed last.",
                    waiting,
                )
            )
        self.notice.tell(" ".join(told))

    # -- inside -------------------------------------------------------------------

    def _chosen(self) -> Action | None:
        row = self.table.currentIndex().row()
        return self._rows[row].action if 0 <= row < len(self._rows) else None

    def _add(self) -> None:
        self.wanted.emit(Action("", objective="", what=""))

    def _open(self) -> None:
        found = self._chosen() or (self._rows[0].action if self._rows else None)
        if found is not None:
            self.wanted.emit(found)
