"""A folded part of a page that always tells what it holds."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.keycap import KeyCap
from spf_assess.desktop.parts.label import Label
from spf_assess.desktop.parts.paint import focus_ring

_ARROW = 28


class FoldHead(QPushButton):
    """The line that is always seen: arrow, name, summary, key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_open = False
        self.name = Label(role="strong", wraps=False)
        self.summary = Label(role="small")
        self.key = KeyCap("")
        row = QHBoxLayout(self)
        row.setContentsMargins(current().px(_ARROW), 5, 8, 5)
        row.setSpacing(12)
        row.addWidget(self.name)
        row.addWidget(self.summary, 1)
        row.addWidget(self.key)
        for label in (self.name, self.summary, self.key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout else QSize()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout else QSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        look, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(look.tokens.surface2))
        pen = QPen(QColor(look.tokens.text), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.save()
        painter.translate(look.px(_ARROW) * 0.4, self.name.geometry().center().y() + 1)
        painter.scale(look.scale, look.scale)
        if self.is_open:
            painter.rotate(90)
        painter.drawPolyline([QPointF(-2, -4), QPointF(2.5, 0), QPointF(-2, 4)])
        painter.restore()
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), 4, look.tokens.focus)


class Fold(QWidget):
    """A named part that opens and closes; its content is built when first opened.

    *key* is the letter that opens it (the page listens for it). ``opened(bool)`` tells
    of every opening and closing.
    """

    opened = Signal(bool)

    def __init__(
        self,
        title: str = "",
        summary: str = "",
        key: str = "",
        *,
        build: Callable[[], QWidget] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._build = build
        self._content: QWidget | None = None
        self._head = FoldHead(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._head)
        self._head.clicked.connect(self.turn)
        self.setFocusProxy(self._head)
        self.tell(title, summary, key)

    @property
    def head(self) -> FoldHead:
        """The button that opens and closes."""
        return self._head

    @property
    def content(self) -> QWidget | None:
        """What is inside; None until it was opened for the first time."""
        return self._content

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self._head.is_open

    def tell(self, title: str, summary: str, key: str | None = None) -> None:
        """Say the part's name and what it holds at this moment."""
        self._head.name.say(title)
        self._head.summary.say(summary)
        if key is not None:
            self._head.key.say(key)
            self._head.key.setVisible(bool(key))
        self._head.setAccessibleName(f"{title}, {summary}" if summary else title)

    def turn(self) -> None:
        """Open when closed, close when open."""
        self.open(show=not self.is_open)

    def open(self, *, show: bool = True) -> None:
        """Open (or close) the part; the first opening builds its content."""
        if show and self._content is None and self._build is not None:
            self._content = self._build()
            self._column.addWidget(self._content)
        if show == self.is_open:
            return
        self._head.is_open = show
        if self._content is not None:
            self._content.setVisible(show)
        self._head.update()
        self.opened.emit(show)
