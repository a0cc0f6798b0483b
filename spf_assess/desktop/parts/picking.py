"""One line of several, chosen from a list that opens: Qt's own, with our arrow."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QWidget

from spf_assess.desktop.look.style import current

_FROM_RIGHT, _HALF, _DEEP = 13, 4, 4.5


class Picking(QComboBox):
    """A list that takes one line while it is closed; long lines shorten it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        current().wear(self, "field")
        self.setMinimumContentsLength(12)
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(adjust)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(look.tokens.text), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x, y = self.width() - look.px(_FROM_RIGHT), self.height() / 2
        half, deep = look.px(_HALF), look.px(1) * _DEEP
        points = (QPointF(x - half, y - deep / 2), QPointF(x, y + deep / 2))
        painter.drawPolyline([*points, QPointF(x + half, y - deep / 2)])
