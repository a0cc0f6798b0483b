"""The line above a question: where it belongs, which one it is, come back or not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.parts import Button, FlowLayout, Label, StateIcon
from spf_assess.desktop.parts.edges import EdgesLayout
from spf_assess.desktop.parts.running import RunningLabel
from spf_assess.i18n import Words, national_question


class Crumb(QWidget):
    """Section at the left, number of the question and its flag at the right.

    ``flagged(on)`` tells when the person marks or unmarks the question here.
    """

    flagged = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._on = False
        self._words: Words | None = None
        edges = EdgesLayout(self, line_gap=2)
        edges.setContentsMargins(0, 0, 0, 0)
        self._where = RunningLabel(role="small")
        # a mark is built when it is first shown: few questions bear one
        self._national: RunningLabel | None = None
        self._icon: StateIcon | None = None
        self._marked: RunningLabel | None = None
        self._toggle: Button | None = None
        self._number = Label(role="small_text", wraps=False)
        edges.addWidget(self._where)
        edges.add_layout(FlowLayout(gap=10, line_gap=2))
        self._arrange()

    def tell(self, where: str, number: str) -> None:
        """Say which section this is and which question of how many."""
        self._where.say(where)
        self._number.say(number)

    def mark_national(self) -> None:
        """Say that a country added this question to the official ones."""
        if self._national is None:
            self._national = RunningLabel(role="small_strong")
            self._arrange()

    def offer_flag(self) -> None:
        """Offer marking here: the page has no button of its own for this question."""
        if self._toggle is None:
            self._toggle = Button(role="link")
            self._toggle.clicked.connect(lambda: self.flagged.emit(not self._on))
            self._arrange()

    def show_flag(self, *, flagged: bool) -> None:
        """Show whether the question is marked."""
        self._on = flagged
        if flagged and self._icon is None:
            self._icon, self._marked = StateIcon("flag"), RunningLabel(role="warn")
            self._arrange()
        for mark in (self._icon, self._marked):
            if mark is not None:
                mark.setVisible(flagged)
        if self._words is not None:
            self.speak(self._words)

    def speak(self, words: Words) -> None:
        """Say the words anew."""
        self._words = words
        if self._national is not None:
            self._national.say(national_question(words))
        if self._marked is not None:
            self._marked.say(words.context("question", "come back"))
        if self._toggle is not None:
            self._toggle.say(
                words("Unmark") if self._on else words("Come back to this")
            )

    def _arrange(self) -> None:
        """Let what there is stand at the right, and be read out, in this order."""
        marks = (self._national, self._icon, self._marked, self._toggle, self._number)
        edges = self.layout()
        # asked for each time: a layout that is kept outlives its widget
        right = None if edges is None else edges.itemAt(1)
        for mark in marks:
            if mark is not None and isinstance(right, FlowLayout):
                right.removeWidget(mark)
                right.addWidget(mark)
                mark.raise_()
        if self._words is not None:
            self.speak(self._words)
