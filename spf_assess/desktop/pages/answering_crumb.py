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
        right = QWidget()
        flow = FlowLayout(right, gap=10, line_gap=2)
        self._icon = StateIcon("flag")
        self._marked = RunningLabel(role="warn")
        self._toggle = Button(role="link")
        self._number = Label(role="small_text", wraps=False)
        self._national = RunningLabel(role="small_strong")
        self._national.hide()
        right_hand = (self._icon, self._marked, self._toggle, self._number)
        for widget in (self._national, *right_hand):
            flow.addWidget(widget)
        edges.addWidget(self._where)
        edges.addWidget(right)
        self._toggle.hide()
        self._toggle.clicked.connect(lambda: self.flagged.emit(not self._on))
        self.show_flag(flagged=False)

    def tell(self, where: str, number: str) -> None:
        """Say which section this is and which question of how many."""
        self._where.say(where)
        self._number.say(number)

    def mark_national(self) -> None:
        """Say that a country added this question to the official ones."""
        self._national.show()

    def offer_flag(self) -> None:
        """Offer marking here: the page has no button of its own for this question."""
        self._toggle.show()

    def show_flag(self, *, flagged: bool) -> None:
        """Show whether the question is marked."""
        self._on = flagged
        self._icon.setVisible(flagged)
        self._marked.setVisible(flagged)
        if self._words is not None:
            self.speak(self._words)

    def speak(self, words: Words) -> None:
        """Say the words anew."""
        self._words = words
        self._national.say(national_question(words))
        self._marked.say(words.context("question", "come back"))
        self._toggle.say(words("Unmark") if self._on else words("Come back to this"))
