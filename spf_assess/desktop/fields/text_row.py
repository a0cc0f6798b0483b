"""One text among several that an item asks for."""

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.clearing import Clearing
from spf_assess.desktop.fields.comment import RoomLabel
from spf_assess.desktop.fields.part_row import PartRow
from spf_assess.desktop.fields.writing import Writing
from spf_assess.desktop.parts import Label
from spf_assess.i18n import Words
from spf_assess.model import Value

_GAP = 6
_LINES = 3


class TextRow(PartRow):
    """A box under its label, and apart from it the ways not to answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(role="strong")
        self._box = Writing(lines=_LINES)
        self._label.setBuddy(self._box)
        self._room = RoomLabel(self._box)
        # Tab comes to things in the order in which they get their place
        self.add(self._label)
        self.add(self._box, 4)
        self.add(self._room, 4)
        self.add_no_answers(_GAP)
        self._clearing = Clearing(self, self.take_back)
        self._box.typed.connect(self.written)
        self._box.left.connect(self.left)
        self.follow_person()
        self.settle()

    def speak(self, words: Words, heading: str) -> None:
        """Say every word anew."""
        self.setAccessibleName(heading)
        self._label.say(heading)
        self._box.setAccessibleName(heading)
        self._room.speak(words)
        self._clearing.speak(words, heading)
        self.no_answers.speak(words, words("Or no answer"), heading)

    def value(self) -> str | None:
        return self._box.text or None

    def show_value(self, value: Value | None) -> None:
        self._box.show_text(value if isinstance(value, str) else "")

    def value_stop(self) -> QWidget:
        return self._box

    def settle(self) -> None:
        self._clearing.show(wanted=bool(self.choices.chosen or self._box.text))
        self.no_answers.settle()
        self._room.tell()
