"""State icons: small signs that repeat what stands in words beside them."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.look.tokens import Tokens

ICON = 15


class State(StrEnum):
    """What an icon says: disc and tick, half disc, ring, ring and dot, flag."""

    DONE = "done"
    BEGUN = "begun"
    TODO = "todo"
    HERE = "here"
    FLAG = "flag"
    NOT_ASKED = "not_asked"
    MEND = "mend"


def paint_state(painter: QPainter, rect: QRectF, state: State, tokens: Tokens) -> None:
    """Draw a state's sign centred in *rect*."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(rect.width(), rect.height()) - 1
    painter.translate(rect.center())
    painter.scale(side / 14, side / 14)  # every sign is drawn on a field of 14 x 14
    _SIGNS[state](painter, tokens)
    painter.restore()


_DISC = QRectF(-6.6, -6.6, 13.2, 13.2)


def _ring(painter: QPainter, colour: str, style: Qt.PenStyle) -> None:
    pen = QPen(QColor(colour), 1.5, style)
    if style is Qt.PenStyle.DotLine:
        pen = QPen(QColor(colour), 1.5)
        pen.setDashPattern([1.6, 1.54])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(-6, -6, 12, 12))


def _done(painter: QPainter, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawEllipse(_DISC)
    pen = QPen(QColor(tokens.on_accent), 1.9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(-3, 0.2), QPointF(-0.9, 2.4), QPointF(3.2, -2.3)])


def _begun(painter: QPainter, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawPie(QRectF(-6, -6, 12, 12), 90 * 16, 180 * 16)
    _ring(painter, tokens.accent, Qt.PenStyle.SolidLine)


def _todo(painter: QPainter, tokens: Tokens) -> None:
    _ring(painter, tokens.control, Qt.PenStyle.SolidLine)


def _here(painter: QPainter, tokens: Tokens) -> None:
    _ring(painter, tokens.accent, Qt.PenStyle.SolidLine)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawEllipse(QPointF(0, 0), 2.8, 2.8)


def _flag(painter: QPainter, tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.warn), 1.5))
    painter.drawLine(QPointF(-4, -6.5), QPointF(-4, 7))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.warn))
    corners = [QPointF(-4, -6.3), QPointF(6.5, -2.4), QPointF(-4, 1.5)]
    painter.drawPolygon(QPolygonF(corners))


def _not_asked(painter: QPainter, tokens: Tokens) -> None:
    _ring(painter, tokens.control, Qt.PenStyle.DotLine)


def _mend(painter: QPainter, tokens: Tokens) -> None:
    pen = QPen(QColor(tokens.warn), 1.4)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = [QPointF(0, -6), QPointF(7, 6), QPointF(-7, 6)]
    painter.drawPolygon(QPolygonF(corners))
    painter.drawLine(QPointF(0, -2), QPointF(0, 2))
    painter.drawPoint(QPointF(0, 4.2))


_SIGNS: dict[State, Callable[[QPainter, Tokens], None]] = {
    State.DONE: _done,
    State.BEGUN: _begun,
    State.TODO: _todo,
    State.HERE: _here,
    State.FLAG: _flag,
    State.NOT_ASKED: _not_asked,
    State.MEND: _mend,
}


class StateIcon(QWidget):
    """A state's sign; *name* is for an icon without words beside it."""

    def __init__(
        self, state: State | str, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state = State(state)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    @property
    def state(self) -> State:
        """The state shown."""
        return self._state

    def show_state(self, state: State | str, name: str = "") -> None:
        """Show another state."""
        self._state = State(state)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        side = current().px(ICON)
        return QSize(side + 1, side + 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        paint_state(painter, QRectF(self.rect()), self._state, current().tokens)
