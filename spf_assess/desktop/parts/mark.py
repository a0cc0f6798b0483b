"""Bench marks: circle, square and triangle of equal visual weight, outlined."""

from math import sqrt

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.look.tokens import Tokens
from spf_assess.desktop.parts.chip import numeral_font
from spf_assess.model.constituency import Constituency

MARK = 18
_LETTER_FROM = 40
_SQUARE, _TRIANGLE = 0.82, 1.12


def paint_mark(
    painter: QPainter,
    rect: QRectF,
    constituency: Constituency,
    tokens: Tokens,
    letter: str = "",
) -> None:
    """Draw a bench's mark centred in *rect*; the letter inside from 40 px up.

    Observers, who do not rate, get an empty diamond.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(rect.width(), rect.height()) - 1
    pen = QPen(QColor(tokens.outline), max(1.2, side / 24))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(tokens.bench_fills[constituency]))
    if constituency is Constituency.GOVERNMENT:
        painter.drawEllipse(rect.center(), side * 0.46, side * 0.46)
    else:
        painter.drawPolygon(_outline(constituency, rect.center(), side))
    if letter and side >= _LETTER_FROM:
        painter.setPen(QColor(tokens.bench_inks[constituency]))
        painter.setFont(numeral_font(side * 0.46))
        low = side * 0.14 if constituency is Constituency.WORKERS else 0
        where = rect.translated(0, low)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


def _outline(constituency: Constituency, middle: QPointF, side: float) -> QPolygonF:
    if constituency is Constituency.EMPLOYERS:
        half = side * _SQUARE / 2
        corners = [(-half, -half), (half, -half), (half, half), (-half, half)]
    elif constituency is Constituency.WORKERS:
        half = side * _TRIANGLE / 2 * 0.92
        tall = half * sqrt(3)
        top, foot = -tall * 0.53, tall * 0.47
        corners = [(0.0, top), (half, foot), (-half, foot)]
    else:
        half = side / 2
        corners = [(0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0)]
    return QPolygonF([middle + QPointF(x, y) for x, y in corners])


class BenchMark(QWidget):
    """A bench's mark; *name* is read out, *letter* stands inside a large one."""

    def __init__(
        self,
        constituency: Constituency,
        name: str = "",
        *,
        side: int = MARK,
        letter: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._constituency, self._side, self._letter = constituency, side, letter
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    @property
    def constituency(self) -> Constituency:
        """Whose mark this is."""
        return self._constituency

    def show_bench(self, constituency: Constituency, name: str = "") -> None:
        """Show another bench's mark."""
        self._constituency = constituency
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        side = current().px(self._side)
        return QSize(round(side * _TRIANGLE) + 1, round(side * _TRIANGLE) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        side = current().px(self._side)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        tokens = current().tokens
        paint_mark(painter, box, self._constituency, tokens, self._letter)
