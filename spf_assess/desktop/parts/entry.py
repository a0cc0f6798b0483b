"""A line to write in, with its question above and what is wrong with it beside it."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.label import Label


class Entry(QWidget):
    """Label, hint, field and error: the one place where they are tied together.

    *most* is the greatest number of characters.
    """

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._label, self._hint = Label(role="strong"), Label(role="small")
        self.field = QLineEdit()
        self.field.setMaxLength(most)
        current().wear(self.field, "field")
        self._label.setBuddy(self.field)
        self._error = Label(role="warn")
        column.addWidget(self._label)
        column.addWidget(self._hint)
        column.addWidget(self.field)
        column.addWidget(self._error)
        self._error.hide()
        self.setFocusProxy(self.field)

    @property
    def text(self) -> str:
        """What was written, without spaces around it."""
        return self.field.text().strip()

    def say(self, label: str, hint: str = "") -> None:
        """Say the question and, if there is one, the hint."""
        self._label.say(label)
        self._hint.say(hint)
        self._hint.setVisible(bool(hint))
        self.field.setAccessibleName(label)
        self._describe()

    def tell_error(self, text: str) -> None:
        """Say what is to be mended; an empty text means nothing is."""
        self._error.say(text)
        self._error.setVisible(bool(text))
        self._describe()

    def _describe(self) -> None:
        told = (self._error.said, self._hint.said)
        self.field.setAccessibleDescription(" ".join(one for one in told if one))
