"""Actions: the plan as a table and as a calendar; one of them in a form."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.models.decided import PlanRow
from spf_assess.desktop.pages.decisions_action import ActionEditor
from spf_assess.desktop.pages.decisions_plan import PlanPart
from spf_assess.desktop.pages.decisions_typed import ACTIONS, typed_action
from spf_assess.i18n import Words
from spf_assess.model import Action, Problem

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation


class ActionsPart(QWidget):
    """The plan; in its place, while one is open, the form of an action."""

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__()
        self.hub, self.words = hub, hub.words
        self.plan, self.editor = PlanPart(hub, order), ActionEditor(hub, order)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.plan)
        self._stack.addWidget(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    @property
    def editing(self) -> bool:
        """Whether the form of an action is shown."""
        return self._stack.currentWidget() is self.editor

    def speak(self, words: Words) -> None:
        """Say everything anew; what was typed stays."""
        self.words = words
        self.plan.speak(words)
        self.editor.speak(words)

    def refresh(self) -> None:
        """Show what the file holds now; what was typed and not recorded stays."""
        open_ = self.hub.consultation
        if open_ is None or open_.role.value != "facilitator":
            return
        self.plan.show_rows(self._rows(open_))
        self.plan.refresh()
        self.editor.show_file(open_)

    def forget(self) -> None:
        """Begin anew with another consultation."""
        self._stack.setCurrentWidget(self.plan)
        self.editor.forget()
        self.plan.forget()

    def take_focus(self) -> None:
        """Go to what one works with here."""
        if self.editing:
            self.editor.take_focus()
        else:
            self.plan.take_focus()

    def open(self, action: Action) -> None:
        """Show the form of an action; one without an id is a new one."""
        self.editor.show_action(action)
        self._stack.setCurrentWidget(self.editor)
        self.editor.take_focus()

    # -- inside -------------------------------------------------------------------

    def _connect(self) -> None:
        self.plan.wanted.connect(self.open)
        self.plan.conflicts.taken.connect(self._take)
        self.plan.export_wanted.connect(self._ask_where)
        self.editor.left.connect(self._back)
        self.editor.recorded.connect(self._recorded)

    def _rows(self, consultation: "Consultation") -> list[PlanRow]:
        """Return the plan, and below it what waits to be recorded first of all."""
        typing = self.hub.unrecorded
        waiting = set(typing.names(ACTIONS))
        actions = consultation.actions()
        rows = [PlanRow(one, f"{ACTIONS}{one.id}" in waiting) for one in actions]
        known = {f"{ACTIONS}{one.id}" for one in actions}
        for name in sorted(waiting - known):
            found = typed_action(typing.get(name))
            if found is not None:
                rows.append(PlanRow(found, waits=True))
        return rows

    def _back(self) -> None:
        shown = self.editor.action
        self._stack.setCurrentWidget(self.plan)
        self.refresh()
        self.plan.go_to(shown.id if shown is not None else "")
        self.plan.take_focus()

    def _recorded(self, action: Action) -> None:
        self._back()
        self.plan.go_to(action.id)
        number = action.sequence
        self.plan.tell(self.words("Action {number} is recorded.", number=number))

    def _take(self, action: Action) -> None:
        """Begin with what one of the merged files says of an action."""
        self.open(action)
        self.editor.begin_with(action)

    def _ask_where(self, ending: str) -> None:
        open_, words = self.hub.consultation, self.words
        if open_ is None:
            return
        name = words("Actions of {consultation}", consultation=open_.path.stem)
        workbook = ending == ".xlsx"
        self.hub.files.save_file(
            self,
            words("Where to save the actions"),
            open_.path.with_name(f"{name}{ending}"),
            (words("Workbook") if workbook else words("Calendar")) + f" (*{ending})",
            self._write,
        )

    def _write(self, path: Path) -> None:
        open_ = self.hub.consultation
        if open_ is None:
            return
        try:
            open_.write_actions(path, self.words)
        except Problem as problem:
            self.hub.tell(problem)
            return
        self.plan.tell_written(path, open_.actions())
