"""A line to look for something, with a button that clears it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from spf_assess.desktop.look.style import current


class FindField(QLineEdit):
    """``down()`` goes from what one looks for to what was found."""

    down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        current().wear(self, "field")

    def say(self, name: str, clear: str) -> None:
        """Name the field, and the button that Qt puts into it without a name."""
        self.setAccessibleName(name)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(clear)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
            return
        super().keyPressEvent(event)
