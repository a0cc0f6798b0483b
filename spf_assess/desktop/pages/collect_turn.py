"""Between two persons on one computer: who is next. Nothing of the one before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.participants_words import seat_name
from spf_assess.desktop.pages.page import Page
from spf_assess.desktop.parts import Button, FlowLayout, Label, QuietScroll
from spf_assess.desktop.parts.measure import Measure
from spf_assess.i18n import Words, constituency_name
from spf_assess.model import RespondentKind

_MEASURE, _SIDE = 760, 56


class TurnPage(Page):
    """The persons who have not handed in, each with a button that begins a sheet."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        around = QVBoxLayout(content)
        around.setContentsMargins(_SIDE, 24, _SIDE, 24)
        inner = Measure(_MEASURE)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._heading, self._lead = Label(role="title"), Label(role="second")
        self._list, self._back = QWidget(), Button()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 8, 0, 8)
        self._lines.setSpacing(8)
        foot = QWidget()
        FlowLayout(foot).addWidget(self._back)
        for part in (self._heading, self._lead, self._list, foot):
            column.addWidget(part)
        around.addWidget(inner)
        around.addStretch(1)
        outer.addWidget(QuietScroll(content))
        self._back.clicked.connect(lambda: self.wanted.emit("facilitator", None))

    def title(self) -> str:
        return self._heading.said

    def speak(self, words: Words) -> None:
        self._heading.say(words("The sheet is closed"))
        self._back.say(words("Back to the facilitator's pages"))
        self._fill(words)

    def arrive(self, detail: object = None) -> None:
        del detail
        self._fill(self.hub.words)
        first = self._list.findChildren(Button)
        (first[0] if first else self._back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, words: Words) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        open_ = self.hub.consultation
        if open_ is None or open_.role.value != "facilitator":
            return
        waiting = [
            row.respondent
            for row in open_.board()
            if not row.handed_in and row.respondent.kind is RespondentKind.PERSON
        ]
        self._lead.say(
            words("Who is next? Choose your name; you begin an empty sheet.")
            if waiting
            else words("Nobody else is waiting to answer in turn.")
        )
        for who in waiting:
            group = constituency_name(words, who.constituency)
            name = seat_name(words, who)
            line, button = QWidget(), Button()
            button.say(name if name == group else f"{name} ({group})")
            button.clicked.connect(
                lambda _on=False, seat=who.id: self.wanted.emit("sheet", seat)
            )
            FlowLayout(line).addWidget(button)
            self._lines.addWidget(line)
