"""Checking a published report: what holds and what does not, in plain sentences."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.form import FormPage
from spf_assess.desktop.parts import Button, FlowLayout, Label, Notice, Surface
from spf_assess.desktop.parts.state import State, StateIcon
from spf_assess.i18n import COLON, Words
from spf_assess.model import Problem

if TYPE_CHECKING:
    from spf_assess.exchange.verify_report import Finding

_SIGNS = {"holds": State.DONE, "fails": State.MEND, "told": State.TODO}


class VerifyPage(FormPage):
    """A report is chosen and checked at once; one's own files can be laid beside it.

    No consultation need be open: whoever has the PDF can check it.
    """

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._report: Path | None = None
        self._mine: list[Path] = []
        self._found: tuple[Finding, ...] = ()
        self.good, self.bad = Notice("saved"), Notice("error")
        self._card = Surface("card")
        column = QVBoxLayout(self._card)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        self._name = Label(role="heading")
        self._rows = QWidget()
        rows = QVBoxLayout(self._rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        self._beside = QWidget()
        self.own = Button()
        FlowLayout(self._beside).addWidget(self.own)
        self._about_own = Label(role="small")
        for part in (self._name, self._rows, self._about_own, self._beside):
            column.addWidget(part)
        for part in (self.good, self.bad, self._card):
            self.column.addWidget(part)
            part.hide()
        self.own.clicked.connect(self._ask_mine)

    def speak(self, words: Words) -> None:
        self.heading.say(words("Check a report"))
        self.lead.say(
            words(
                "A published report carries files that tell whether it was changed,"
                " whether its results follow from the rules, and whether your packet"
                " was counted. Choose the PDF as it was published."
            )
        )
        self._about_own.say(
            words(
                "Your packet (.spfr) shows whether it was counted; your invitation"
                " (.spfi), whether the report is by those who invited you. Neither"
                " leaves this computer."
            )
        )
        self.own.say(words("Add your packet or invitation…"))
        self.say_foot(words("Back"), words("Choose a report…"))
        self.refresh_errors()
        if self._report is not None:
            self._show(words)

    def arrive(self, detail: object = None) -> None:
        if isinstance(detail, Path):
            self._chosen(detail)
        else:
            self.make_button.setFocus()

    def check(self) -> Mapping[QWidget, str]:
        return {}

    def tell_errors(self, found: Mapping[QWidget, str]) -> None:
        del found

    def make(self) -> None:
        words = self.hub.words
        self.hub.files.open_files(
            self,
            words("Check a report"),
            words("Report") + " (*.pdf)",
            self._chosen,
        )

    @property
    def sentences(self) -> list[str]:
        """What was found, in the order in which it stands there."""
        return [label.said for label in self._rows.findChildren(Label)]

    def _chosen(self, path: Path) -> None:
        self._mine = []
        self._verify(path)

    def _ask_mine(self) -> None:
        words = self.hub.words
        self.hub.files.open_files(
            self,
            words("Your packet or invitation"),
            words("Your packet or invitation") + " (*.spfr *.spfi)",
            self._add_mine,
        )

    def _add_mine(self, path: Path) -> None:
        if self._report is not None and path not in self._mine:
            self._mine.append(path)
            self._verify(self._report)

    def _verify(self, report: Path) -> None:
        from spf_assess.consultation.verifying import verify

        try:
            found = verify(report, self._mine)
        except Problem as problem:
            self._mine = self._mine[:-1]
            self.hub.tell(problem)
            return
        self._report, self._found = report, found
        self._show(self.hub.words)
        self.own.setFocus()

    def _show(self, words: Words) -> None:
        from spf_assess.consultation.verifying import (
            finding_text,
            readable,
            verdict_text,
        )
        from spf_assess.files import spoken_name

        report = self._report
        self._name.say("" if report is None else spoken_name(report))
        layout = self._rows.layout()
        while layout is not None and (item := layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for one in self._found:
            row = _row(words, one.state, finding_text(words, one))
            if layout is not None:
                layout.addWidget(row)
        wrong = any(one.state == "fails" for one in self._found)
        said = verdict_text(words, self._found)
        shown, hidden = (self.bad, self.good) if wrong else (self.good, self.bad)
        hidden.hide()
        shown.tell(said)
        self._card.show()
        may = readable(self._found)
        self._beside.setVisible(may)
        self._about_own.setVisible(may)


def _row(words: Words, state: str, text: str) -> QWidget:
    """Return one finding: its sign, and the words, which say all by themselves."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(10)
    label = Label(role="strong" if state == "fails" else "text")
    if state == "fails":
        text = f"{words('NOT OK')}{words.text(COLON)}{text}"
    label.say(text)
    line.addWidget(StateIcon(_SIGNS[state]))
    line.addWidget(label, 1)
    return row
