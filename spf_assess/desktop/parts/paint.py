"""Small things drawn the same everywhere: rounded boxes and focus rings."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

FOCUS_WIDTH = 2.0


def rounded(  # noqa: PLR0913 - a box has these properties and no fewer
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | None,
    border: str | None,
    width: float = 1.0,
    *,
    dashed: bool = False,
) -> None:
    """Draw a box with its border wholly inside *rect*."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(QColor(border), width)
        if dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        half = width / 2
        rect = rect.adjusted(half, half, -half, -half)
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(QColor(fill))
    painter.drawRoundedRect(rect, radius, radius)


def focus_ring(painter: QPainter, rect: QRectF, radius: float, colour: str) -> None:
    """Draw the ring that says where the keyboard is."""
    rounded(painter, rect, radius, None, colour, FOCUS_WIDTH)
