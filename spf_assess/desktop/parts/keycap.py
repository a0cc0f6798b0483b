"""The small frame in which a key is named."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.paint import rounded


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
        metrics = QFontMetrics(current().font("label"))
        height = metrics.height()
        return QSize(max(height, metrics.horizontalAdvance(self._key)) + 4, height + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        tokens, painter = current().tokens, QPainter(self)
        rounded(painter, QRectF(self.rect()), 3, tokens.surface2, tokens.line)
        painter.setFont(current().font("label"))
        painter.setPen(QColor(tokens.text2))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)
