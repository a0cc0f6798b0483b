"""How outline, question and legal text share the window, wide or narrow."""

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from spf_assess.desktop.fields.tab_order import follow
from spf_assess.desktop.look.style import current
from spf_assess.desktop.pages.legal import WIDTH as LEGAL_WIDTH
from spf_assess.desktop.pages.legal import LegalPanel
from spf_assess.desktop.pages.outline import WIDTH as OUTLINE_WIDTH
from spf_assess.desktop.pages.outline import OutlinePanel
from spf_assess.desktop.parts import Button, FlowLayout
from spf_assess.i18n import Words

_LEGAL_FROM, _OUTLINE_FROM = 1200, 900


class Room(IntEnum):
    """How much stands side by side, at the text size in force."""

    NARROW = 0  # one thing at a time
    MIDDLE = 1  # outline and question
    WIDE = 2  # all three


class Rooms(QWidget):
    """Three panels side by side; where there is no room, one in the other's place.

    ``resized(room)`` tells how much room there is now.
    """

    resized = Signal(int)

    def __init__(
        self, outline: OutlinePanel, question: QWidget, legal: LegalPanel
    ) -> None:
        super().__init__()
        self._outline, self._question, self._legal = outline, question, legal
        self._room = Room.WIDE
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._middle = QStackedWidget()
        self._middle.addWidget(question)
        self._line.addWidget(outline)
        self._line.addWidget(self._middle, 1)
        self._line.addWidget(legal)
        self.doors = Doors()
        self.doors.outline.clicked.connect(self.show_outline)
        self.doors.legal.clicked.connect(self.toggle_legal)
        current().changed.connect(self._settle)
        self._arrange()

    @property
    def room(self) -> Room:
        """How much stands side by side at this moment."""
        return self._room

    def order_tabs(self) -> None:
        """Let Tab go from the outline through the question to the legal text."""
        follow(self._outline, self._question, self._legal)

    def show_question(self) -> None:
        """Bring the question back where something else stood in its place."""
        self._middle.setCurrentWidget(self._question)

    def show_outline(self) -> None:
        """Show the outline, in the question's place if need be, and go there."""
        if self._room is Room.NARROW:
            self._middle.setCurrentWidget(self._outline)
        self._outline.first().setFocus()

    def go_finding(self) -> None:
        """Go to the box for finding."""
        if self._room is Room.NARROW:
            self._middle.setCurrentWidget(self._outline)
        self._outline.go_finding()

    def toggle_legal(self) -> bool:
        """Go to the legal text, or back; whether the question is shown after it."""
        if self._room is Room.WIDE:
            hidden = not self._legal.isVisibleTo(self)
            self._legal.setVisible(hidden)
            if hidden:
                self._legal.first().setFocus()
            return not hidden
        if self._middle.currentWidget() is self._legal:
            self.show_question()
            return True
        self._middle.setCurrentWidget(self._legal)
        self._legal.first().setFocus()
        return False

    @property
    def away(self) -> bool:
        """Whether something stands in the question's place."""
        return self._middle.currentWidget() is not self._question

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        width = self.width() / current().scale
        if width >= _LEGAL_FROM:
            room = Room.WIDE
        elif width >= _OUTLINE_FROM:
            room = Room.MIDDLE
        else:
            room = Room.NARROW
        if room is not self._room:
            self._room = room
            self._arrange()
            self.resized.emit(int(room))
        self._outline.setMinimumWidth(
            0 if room is Room.NARROW else current().px(OUTLINE_WIDTH)
        )
        self._legal.setMinimumWidth(
            current().px(LEGAL_WIDTH) if room is Room.WIDE else 0
        )

    def _arrange(self) -> None:
        self._put(self._outline, beside=self._room is not Room.NARROW, place=0)
        self._put(self._legal, beside=self._room is Room.WIDE, place=2)
        self._legal.stand_alone(alone=self._room is not Room.WIDE)
        self.doors.offer(self._room)
        self.show_question()
        self.order_tabs()
        look = current()
        for panel, width in (
            (self._outline, OUTLINE_WIDTH),
            (self._legal, LEGAL_WIDTH),
        ):
            beside = self._line.indexOf(panel) >= 0
            panel.setMaximumWidth(look.px(width) if beside else 16_777_215)

    def _put(self, panel: QWidget, *, beside: bool, place: int) -> None:
        if beside and self._line.indexOf(panel) < 0:
            self._middle.removeWidget(panel)
            self._line.insertWidget(min(place, self._line.count()), panel)
            panel.show()
        elif not beside and self._middle.indexOf(panel) < 0:
            self._line.removeWidget(panel)
            self._middle.addWidget(panel)


class Doors(QWidget):
    """Buttons to what stands behind the question where there is no room beside it."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        line = QWidget()
        flow = FlowLayout(line)
        self.outline, self.legal = Button(), Button()
        flow.addWidget(self.outline)
        flow.addWidget(self.legal)
        column.addWidget(line)

    def speak(self, words: Words) -> None:
        """Say the words anew."""
        self.outline.say(words("Sections"))
        self.legal.say(words("Text of the Recommendation (F2)"))

    def offer(self, room: Room) -> None:
        """Offer what does not stand beside the question."""
        self.outline.setVisible(room is Room.NARROW)
        self.legal.setVisible(room is not Room.WIDE)
        self.setVisible(room is not Room.WIDE)
