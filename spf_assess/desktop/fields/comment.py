"""A comment on a question, in one's own words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.fields.writing import Writing
from spf_assess.desktop.parts import Label
from spf_assess.i18n import Words

_NEAR, _BELOW = 500, 8


class RoomLabel(Label):
    """Says how much room is left in a box to write in, once that matters."""

    def __init__(self, box: Writing) -> None:
        super().__init__(role="small")
        self._box = box
        self._words: Words | None = None
        self.hide()

    def speak(self, words: Words) -> None:
        """Say it anew."""
        self._words = words
        self.tell()

    def tell(self) -> None:
        """Say what holds for what is written at this moment."""
        if self._words is None:
            return
        room = self._box.limit - len(self._box.text)
        self.setVisible(room < _NEAR)
        self.become("small" if room >= 0 else "warn")
        if room >= 0:
            text = self._words.plural(
                "Room for {number} more character.",
                "Room for {number} more characters.",
                room,
            )
        else:
            text = self._words.plural(
                "Too long by {number} character: shorten it, then it is saved.",
                "Too long by {number} characters: shorten it, then it is saved.",
                -room,
            )
        self.say(text)


class CommentBox(Stack):
    """A box for words that says how much room is left once that matters.

    Signals as in ``Writing``.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leave_below(_BELOW)
        self._label = Label(role="label")
        self.box = Writing(lines=lines)
        self._label.setBuddy(self.box)
        self._room = RoomLabel(self.box)
        self.add(self._label)
        self.add(self.box, 4)
        self.add(self._room, 4)
        self.box.typed.connect(self._typed)
        self.box.left.connect(self.left)

    def show_text(self, text: str) -> None:
        """Show *text* without telling anyone."""
        self.box.show_text(text)
        self._room.tell()

    def speak(self, words: Words, label: str, name: str = "") -> None:
        """Say every word anew; *name* is read out where the label is not enough."""
        self._label.say(label)
        self._label.setVisible(bool(label))
        self.box.setAccessibleName(name or label)
        self.setAccessibleName(name or label)
        self._room.speak(words)

    def _typed(self, text: str) -> None:
        self._room.tell()
        self.typed.emit(text)
