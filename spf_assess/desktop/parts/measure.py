"""Content that stays narrow enough to be read, in a window of any width."""

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.look.style import current


class Measure(QWidget):
    """A widget at most *most* pixels wide at 100 % text, growing with the text."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.dress()

    def dress(self) -> None:
        """Take the width that fits the text size in force."""
        self.setMaximumWidth(current().px(self._most))
