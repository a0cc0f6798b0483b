"""The line that opens under "other", and under a date for its note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.fields.writing import Writing
from spf_assess.desktop.parts import Label
from spf_assess.i18n import Words


class Specify(QWidget):
    """Words that say more about a choice."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label = Label(role="label")
        self.box = Writing(lines=1)
        self._label.setBuddy(self.box)
        column.addWidget(self._label)
        column.addWidget(self.box)
        self.box.typed.connect(self.typed)
        self.box.left.connect(self.left)
        self.hide()

    def speak(self, words: Words, label: str = "") -> None:
        """Say the words anew."""
        text = label or words("Say which")
        self._label.say(text)
        self.box.setAccessibleName(text)
