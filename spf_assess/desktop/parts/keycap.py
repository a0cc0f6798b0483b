"""The small frame in which a key is named."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.paint import rounded

_PAD = 4


class KeyCap(QWidget):
    """A key's name in a frame."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, key: str) -> None:
        """Name another key."""
        self._key = key
        self.setAccessibleName(key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return keycap_size(self._key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        paint_keycap(QPainter(self), self.rect(), self._key)


def keycap_size(key: str) -> QSize:
    """Return the size of a key's frame, in pixels."""
    look = current()
    letters = look.letters("label")
    wide = letters.width(key) + 2 * look.px(_PAD)
    return QSize(max(letters.height + 4, wide), letters.height + 2)


def paint_keycap(painter: QPainter, place: QRect, key: str) -> None:
    """Draw a key in its frame."""
    tokens = current().tokens
    rounded(painter, QRectF(place), 3, tokens.surface2, tokens.line)
    painter.setFont(current().font("label"))
    painter.setPen(QColor(tokens.text2))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, key)
