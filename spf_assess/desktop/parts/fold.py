"""A folded part of a page that always tells what it holds."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.keycap import keycap_size, paint_keycap
from spf_assess.desktop.parts.paint import focus_ring
from spf_assess.desktop.parts.policy import EXPANDING, PREFERRED, wrapping

_ARROW = 28
_PAD, _SIDE, _GAP = 5, 8, 12
OPEN_GAP = 4  # between a head and what it opens
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter

Build = Callable[[], QWidget]
Place = Callable[[QWidget], object]


class FoldHead(QPushButton):
    """The line that is always seen: arrow, name, summary, key.

    Painted rather than built of labels: a page of questions has dozens of them. The
    name stays on one line, the summary wraps in what is left; where that is too narrow
    for its longest word it goes below the name.

    What it opens is built when first asked for and put in its place by *place*. With
    *keeps* false it is let go of on closing, and built anew. ``opened(bool)`` tells of
    every opening and closing.
    """

    opened = Signal(bool)

    def __init__(
        self,
        parent: QWidget,
        build: Build | None = None,
        place: Place | None = None,
        *,
        keeps: bool = True,
    ) -> None:
        super().__init__(parent)
        self._build, self._place, self._keeps = build, place, keeps
        self._content: QWidget | None = None
        self._open = False
        self._name, self._summary, self._key = "", "", ""
        self._measured: dict[tuple[int, float], tuple[QRect, QRect]] = {}
        self._hints: dict[tuple[str, float], QSize] = {}
        self.setSizePolicy(wrapping(EXPANDING, PREFERRED))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.clicked.connect(self.turn)

    @property
    def content(self) -> QWidget | None:
        """What it opens; None until it was opened for the first time."""
        return self._content

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self._open

    @Slot()
    def turn(self) -> None:
        """Open when closed, close when open."""
        self.open(show=not self._open)

    def open(self, *, show: bool = True) -> None:
        """Open (or close) the part; the first opening builds its content."""
        if show and self._content is None and self._build is not None:
            self._content = self._build()
            if self._place is not None:
                self._place(self._content)
        if show == self._open:
            return
        self._open = show
        if self._content is not None:
            self._content.setVisible(show)
        if not show and not self._keeps:
            self._let_go()
        self.update()
        self.opened.emit(show)

    def tell(self, name: str, summary: str, key: str | None = None) -> None:
        """Say the part's name and what it holds; without *key*, that of before."""
        key = self._key if key is None else key
        self.setAccessibleName(f"{name}, {summary}" if summary else name)
        if (name, summary, key) != (self._name, self._summary, self._key):
            self._name, self._summary, self._key = name, summary, key
            self._forget()
            self.updateGeometry()
            self.update()

    @property
    def said(self) -> tuple[str, str, str]:
        """Name, summary and key as they are shown."""
        return self._name, self._summary, self._key

    def sizeHint(self) -> QSize:
        look = current()
        key = "wished", look.scale
        if key not in self._hints:
            summary = look.letters("small").width(self._summary)
            words = self._name_width() + _GAP + summary
            width = self._left() + words + self._right() + 2
            self._hints[key] = QSize(width, self.heightForWidth(width))
        return self._hints[key]

    def minimumSizeHint(self) -> QSize:
        key = "least", current().scale
        if key not in self._hints:
            words = max(self._name_width(), self._widest_word())
            width = self._left() + words + self._right()
            self._hints[key] = QSize(width, self._line() + 2 * _PAD)
        return self._hints[key]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        name, summary = self._boxes(width)
        return max(name.bottom(), summary.bottom()) + 1 + _PAD

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._forget()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        look, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(look.tokens.surface2))
        name, summary = self._boxes(self.width())
        self._paint_arrow(painter, name.center().y() + 1)
        painter.setFont(look.font("strong"))
        painter.setPen(QColor(look.tokens.text))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, self._name)
        painter.setFont(look.font("small"))
        painter.setPen(QColor(look.tokens.text2))
        painter.drawText(summary, _WRAPPED, self._summary)
        if self._key:
            cap = keycap_size(self._key)
            y = name.center().y() - cap.height() // 2
            place = QRect(QPoint(self.width() - _SIDE - cap.width(), y), cap)
            paint_keycap(painter, place, self._key)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), 4, look.tokens.focus)

    def _paint_arrow(self, painter: QPainter, middle: float) -> None:
        look = current()
        pen = QPen(QColor(look.tokens.text), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.save()
        painter.translate(look.px(_ARROW) * 0.4, middle)
        painter.scale(look.scale, look.scale)
        if self._open:
            painter.rotate(90)
        painter.drawPolyline([QPointF(-2, -4), QPointF(2.5, 0), QPointF(-2, 4)])
        painter.restore()

    def _let_go(self) -> None:
        if self._content is not None:
            self._content.deleteLater()
            self._content = None

    def _forget(self) -> None:
        self._measured.clear()
        self._hints.clear()

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        """Return where name and summary go at a width; measured once for each."""
        key = width, current().scale
        if key not in self._measured:
            self._measured[key] = self._measure(width)
        return self._measured[key]

    def _measure(self, width: int) -> tuple[QRect, QRect]:
        left, line = self._left(), self._line()
        name = QRect(left, _PAD, self._name_width(), line)
        if not self._summary:
            return name, QRect(left, _PAD, 0, 0)
        letters = current().letters("small")
        x, room = name.right() + 1 + _GAP, width - self._right()
        beside = room - x
        if beside < self._widest_word():
            below = max(1, room - left)
            tall = letters.tall(self._summary, below)
            return name, QRect(left, name.bottom() + 1, below, tall)
        tall = letters.tall(self._summary, beside)
        top = _PAD + max(0, line - tall) // 2
        return name, QRect(x, top, beside, tall)

    def _line(self) -> int:
        height = current().letters("strong").height
        return max(height, keycap_size(self._key).height() if self._key else 0)

    def _left(self) -> int:
        return current().px(_ARROW)

    def _right(self) -> int:
        cap = keycap_size(self._key).width() + _GAP if self._key else 0
        return cap + _SIDE

    def _name_width(self) -> int:
        return current().letters("strong").width(self._name)

    def _widest_word(self) -> int:
        letters = current().letters("small")
        return max(map(letters.width, self._summary.split()), default=0)


class Fold(QWidget):
    """A named part that opens and closes; its content is built when first opened.

    *key* is the letter that opens it (the page listens for it). With *keeps* false the
    content is let go of on closing, and built anew. ``opened(bool)`` tells of every
    opening and closing.
    """

    opened = Signal(bool)

    def __init__(
        self,
        title: str = "",
        summary: str = "",
        key: str = "",
        *,
        build: Build | None = None,
        keeps: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(OPEN_GAP)
        self._head = FoldHead(self, build, column.addWidget, keeps=keeps)
        column.addWidget(self._head)
        self._head.opened.connect(self.opened)
        self.setFocusProxy(self._head)
        self.tell(title, summary, key)

    @property
    def head(self) -> FoldHead:
        """The button that opens and closes."""
        return self._head

    @property
    def content(self) -> QWidget | None:
        """What is inside; None until it was opened for the first time."""
        return self._head.content

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self._head.is_open

    def tell(self, title: str, summary: str, key: str | None = None) -> None:
        """Say the part's name and what it holds at this moment."""
        self._head.tell(title, summary, key)

    def turn(self) -> None:
        """Open when closed, close when open."""
        self._head.turn()

    def open(self, *, show: bool = True) -> None:
        """Open (or close) the part; the first opening builds its content."""
        self._head.open(show=show)
