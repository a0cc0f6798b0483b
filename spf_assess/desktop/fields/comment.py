"""A comment on a question, in one's own words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.fields.writing import Writing
from spf_assess.desktop.parts import Label
from spf_assess.i18n import Words

_NEAR, _BELOW = 500, 8


class CommentBox(Stack):
    """A box for words that says how much room is left once that matters.

    Signals as in ``Writing``.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leave_below(_BELOW)
        self._words: Words | None = None
        self._label = Label(role="label")
        self.box = Writing(lines=lines)
        self._label.setBuddy(self.box)
        self._room = Label(role="small")
        self.add(self._label)
        self.add(self.box, 4)
        self.add(self._room, 4)
        self._room.hide()
        self.box.typed.connect(self._typed)
        self.box.left.connect(self.left)

    def show_text(self, text: str) -> None:
        """Show *text* without telling anyone."""
        self.box.show_text(text)
        self._say_room()

    def speak(self, words: Words, label: str, name: str = "") -> None:
        """Say every word anew; *name* is read out where the label is not enough."""
        self._words = words
        self._label.say(label)
        self._label.setVisible(bool(label))
        self.box.setAccessibleName(name or label)
        self.setAccessibleName(name or label)
        self._say_room()

    def _typed(self, text: str) -> None:
        self._say_room()
        self.typed.emit(text)

    def _say_room(self) -> None:
        if self._words is None:
            return
        room = self.box.limit - len(self.box.text)
        self._room.setVisible(room < _NEAR)
        self._room.become("small" if room >= 0 else "warn")
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
        self._room.say(text)
