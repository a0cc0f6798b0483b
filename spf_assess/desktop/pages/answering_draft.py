"""Taking a first draft over from what was answered elsewhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.parts import Button, FlowLayout, Label
from spf_assess.desktop.parts.announce import announce
from spf_assess.i18n import Words


class DraftRow(QWidget):
    """A button, and below it what came of pressing it.

    ``wanted()`` asks for the draft.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Words | None = None
        self._came: tuple[int, bool] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        line = QWidget(self)
        self.button = Button(parent=line)
        FlowLayout(line).addWidget(self.button)
        self._told = Label(role="small")
        self._told.hide()
        column.addWidget(line)
        column.addWidget(self._told)
        self.button.clicked.connect(self.wanted)

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._words = words
        self.button.say(words("Take over from your answers"))
        self._say()

    def tell(self, filled: int, *, drafted: bool) -> None:
        """Say what came of it: how many boxes were filled, or why none was."""
        self._came = (filled, drafted)
        self._say()
        announce(self, self._told.said)

    def forget(self) -> None:
        """Stop saying it: the answer is another one now."""
        self._came = None
        self._say()

    def _say(self) -> None:
        self._told.setVisible(self._came is not None)
        if self._words is not None and self._came is not None:
            self._told.say(_sentence(self._words, *self._came))


def _sentence(words: Words, filled: int, drafted: bool) -> str:  # noqa: FBT001 - private
    if filled:
        return words.plural(
            "{number} empty field was filled from your answers. Check it, shorten it"
            " and complete it; Ctrl+Z takes it back.",
            "{number} empty fields were filled from your answers. Check them, shorten"
            " them and complete them; Ctrl+Z takes them back.",
            filled,
        )
    if drafted:
        return words(
            "Nothing was changed: every field for which your answers bring something"
            " is filled already."
        )
    return words(
        "There is nothing to take over yet: first answer the questions on this"
        " guarantee."
    )
