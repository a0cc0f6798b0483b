"""The report's pictures in the window: the same shapes, in the colours of the palette.

What is ground, ink or line on paper takes the colour of the palette in force; the fills
of levels, groups and grades stay, and so do the words on them.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.look.tokens import Tokens
from spf_assess.desktop.look.type import load_font
from spf_assess.desktop.parts.policy import FIXED, PREFERRED, wrapping
from spf_assess.report.charts import BAR, FAINT, INK, RULE, WHITE, Picture
from spf_assess.report.shapes import (
    Circle,
    Figure,
    Lines,
    Paint,
    Shape,
    Written,
    figure_of,
)
from spf_assess.resources import SANS

PX_A_UNIT = 4.6  # at 100 %: words of 3 units are as large as small text
SIGN_SHARE = 0.3  # signs are drawn on 12 units, and 3.6 mm wide
_LARGE = 130.0
_LEAST_WIDTH = 40
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def colour_on_screen(told: str, tokens: Tokens) -> str:
    """Return what a colour of the paper is in a palette."""
    return {
        INK: tokens.outline,
        RULE: tokens.line,
        BAR: tokens.control,
        WHITE: tokens.surface,
        FAINT: tokens.surface2,
    }.get(told, told)


def paint_figure(
    painter: QPainter, place: QRectF, figure: Figure, tokens: Tokens
) -> None:
    """Draw *figure* as large as fits into *place*, from its upper left corner."""
    scale = min(place.width() / figure.width, place.height() / figure.height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(scale, scale)
    for number, shape in enumerate(figure.shapes):
        if isinstance(shape, Written):
            ground = _ground_under(shape, figure.shapes[:number])
            _write(painter, shape, ground, tokens)
        else:
            _take(painter, shape.paint, tokens)
            _draw(painter, shape)
    painter.restore()


def _draw(painter: QPainter, shape: Circle | Lines) -> None:
    if isinstance(shape, Circle):
        painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
        return
    points = QPolygonF([QPointF(x, y) for x, y in shape.points])
    if shape.closed:
        painter.drawPolygon(points)
    else:
        painter.drawPolyline(points)


def _take(painter: QPainter, paint: Paint, tokens: Tokens) -> None:
    """Take pen and brush."""
    if paint.stroke is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(QColor(colour_on_screen(paint.stroke, tokens)), paint.width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if paint.dashes:  # Qt counts them in widths of the pen
            pen.setDashPattern([one / paint.width for one in paint.dashes])
        painter.setPen(pen)
    if paint.fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(QColor(colour_on_screen(paint.fill, tokens)))


def _write(painter: QPainter, shape: Written, ground: str, tokens: Tokens) -> None:
    """Write words: on a fill that stays as on paper, else as the palette has it."""
    stays = colour_on_screen(ground, tokens) == ground and ground != WHITE
    ink = shape.fill if stays else colour_on_screen(shape.fill, tokens)
    fine = 16  # Qt takes whole pixels: larger, then drawn smaller
    load_font(SANS, "Semibold" if shape.bold else "Regular")
    font = QFont(SANS)
    font.setPixelSize(max(1, round(shape.size * fine)))
    font.setWeight(QFont.Weight.DemiBold if shape.bold else QFont.Weight.Normal)
    painter.save()
    painter.translate(shape.x, shape.y)
    painter.scale(1 / fine, 1 / fine)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    wide = painter.fontMetrics().horizontalAdvance(shape.text)
    painter.drawText(QPointF(-wide * _ANCHORS[shape.anchor], 0), shape.text)
    painter.restore()


def _ground_under(words: Written, shapes: tuple[Shape, ...]) -> str:
    """Return the fill that words stand on; that of the paper where there is none."""
    y = words.y - words.size / 3
    for shape in reversed(shapes):
        if isinstance(shape, Lines) and shape.closed and shape.paint.fill:
            across, down = zip(*shape.points, strict=True)
            if min(across) <= words.x <= max(across) and min(down) <= y <= max(down):
                return shape.paint.fill
    return WHITE


class PictureView(QWidget):
    """A picture of the report; its title, which tells its numbers, is read out.

    It is as large as the text: where the room is too narrow it becomes smaller.
    """

    def __init__(
        self, picture: Picture, scale: float = 1.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._figure, self._scale = figure_of(picture.markup), scale
        self.setSizePolicy(wrapping(PREFERRED, FIXED))
        self.setAccessibleName(picture.title)

    @property
    def figure(self) -> Figure:
        """What is drawn."""
        return self._figure

    @property
    def large(self) -> bool:
        """Whether it takes the whole width."""
        return self._figure.width >= _LARGE

    def sizeHint(self) -> QSize:
        unit = self._unit()
        return QSize(round(self._figure.width * unit), self._high(unit))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), current().px(_LEAST_WIDTH)), 1)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._high(min(self._unit(), width / self._figure.width))

    def dress(self) -> None:
        """Take the text size in force."""
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        unit = min(self._unit(), self.width() / self._figure.width)
        place = QRectF(0, 0, self._figure.width * unit, self._figure.height * unit)
        paint_figure(painter, place, self._figure, current().tokens)

    def _unit(self) -> float:
        return PX_A_UNIT * self._scale * current().scale

    def _high(self, unit: float) -> int:
        return round(self._figure.height * unit) + 1
