"""What the three parts of the decisions have in common."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.parts import FlowLayout, Label, QuietScroll, Surface
from spf_assess.i18n import Words

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

_SIDE = 24


class DecisionsPart(QWidget):
    """Cards one below the other that scroll together.

    A subclass adds its cards to ``column``.
    """

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__()
        self.hub, self.order, self.words = hub, order, hub.words
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(_SIDE, 14, _SIDE, 24)
        self.column.setSpacing(14)
        self.scroller = QuietScroll(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroller)

    def speak(self, words: Words) -> None:
        """Say everything anew; what was typed stays."""
        self.words = words
        self.say(words)
        self.refresh()

    def refresh(self) -> None:
        """Show what the file holds now; what was typed and not recorded stays."""
        consultation = self.hub.consultation
        if consultation is not None and consultation.role.value == "facilitator":
            self.show_file(consultation)

    def say(self, words: Words) -> None:
        """Say what is the same in every consultation."""
        raise NotImplementedError

    def show_file(self, consultation: "Consultation") -> None:
        """Show a facilitator's file."""
        raise NotImplementedError

    def forget(self) -> None:
        """Begin anew with another consultation."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Go to what one works with here."""
        raise NotImplementedError


class Card(Surface):
    """A heading, a sentence about it, and what a subclass adds to ``column``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 14, 18, 16)
        self.column.setSpacing(10)
        self.heading, self.about = Label(role="heading"), Label(role="small")
        self.column.addWidget(self.heading)
        self.column.addWidget(self.about)

    def head(self, heading: str, about: str = "") -> None:
        """Say heading and sentence."""
        self.heading.say(heading)
        self.about.say(about)
        self.about.setVisible(bool(about))

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below the others."""
        for widget in widgets:
            self.column.addWidget(widget)


def line(*widgets: QWidget, gap: int = 8) -> QWidget:
    """Return a row of widgets that goes on below where room is short."""
    row = QWidget()
    flow = FlowLayout(row, gap=gap)
    for widget in widgets:
        flow.addWidget(widget)
    return row
