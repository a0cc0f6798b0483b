"""Small square buttons that show a sign instead of a word."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.paint import focus_ring, rounded

_SIDE = 28
_SIGNS = {
    "up": [[QPointF(-4, 2), QPointF(0, -2.5), QPointF(4, 2)]],
    "down": [[QPointF(-4, -2), QPointF(0, 2.5), QPointF(4, -2)]],
    "out": [
        [QPointF(-3.5, -3.5), QPointF(3.5, 3.5)],
        [QPointF(-3.5, 3.5), QPointF(3.5, -3.5)],
    ],
}


class Arrow(QPushButton):
    """Up, down or out; whoever uses it gives it its accessible name."""

    def __init__(self, sign: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes = _SIGNS[sign]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        side = current().px(_SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        look, painter = current(), QPainter(self)
        tokens, box = look.tokens, QRectF(self.rect())
        if self.underMouse() and self.isEnabled():
            rounded(painter, box, 4, tokens.surface2, tokens.control)
        if self.hasFocus():
            focus_ring(painter, box, 4, tokens.focus)
        ink = tokens.text if self.isEnabled() else tokens.line
        pen = QPen(QColor(ink), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(box.center())
        painter.scale(look.scale, look.scale)
        for stroke in self._strokes:
            painter.drawPolyline(stroke)
