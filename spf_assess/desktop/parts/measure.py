"""Content that stays narrow enough to be read, in a window of any width."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.arranging import ArrangingLayout, height_of


class Measure(QWidget):
    """A widget at most *most* pixels wide at 100 % text, growing with the text."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.dress()

    def dress(self) -> None:
        """Take the width that fits the text size in force."""
        self.setMaximumWidth(current().px(self._most))


class MeasureLayout(ArrangingLayout):
    """Holds a ``Measure``, as high as it needs to be at the width it really takes.

    Qt's own layouts ask for its height at all the width there is, where its words need
    fewer lines.
    """

    def wished(self, items: list[QLayoutItem]) -> QSize:
        return items[0].sizeHint() if items else QSize(0, 0)

    def arrange(self, items: list[QLayoutItem], inside: QRect, *, move: bool) -> int:
        if not items:
            return 0
        width = min(inside.width(), items[0].maximumSize().width())
        height = height_of(items[0], width)
        if move:
            items[0].setGeometry(QRect(inside.x(), inside.y(), width, height))
        return height
