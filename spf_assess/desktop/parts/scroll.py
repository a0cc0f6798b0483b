"""A scrolling area without a frame that never scrolls sideways."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.paint import rounded

_BAR = 12
_WORDS_BELOW = 40  # what is wrong with a field stands under it
# Fusion's own measures, by which it decides what a click hits: the square at either
# end and the least length of the handle. A test holds them against the style.
END, LEAST_HANDLE = 14, 26


class QuietBar(QScrollBar):
    """A narrow upright bar without arrows, its handle as dark as a border."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)

    def sizeHint(self) -> QSize:
        return QSize(_BAR, 4 * END)

    def handle(self) -> tuple[int, int]:
        """Return where the handle begins and how long it is, in pixels."""
        groove = self.height() - 2 * END
        span = self.maximum() - self.minimum()
        if not span:
            return END, groove
        long = groove * self.pageStep() // (span + self.pageStep())
        long = min(groove, max(LEAST_HANDLE, long))
        moved = (self.sliderPosition() - self.minimum()) * (groove - long) / span
        return END + round(moved), long

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        start, long = self.handle()
        box = QRectF(2, start, _BAR - 4, long)
        rounded(QPainter(self), box, 4, current().tokens.control, None)


class QuietScroll(QScrollArea):
    """Scrolls its content up and down and keeps the focused field in view.

    It takes the keyboard itself only when it is given a *name* (a text to be read with
    the arrow keys that holds nothing else to focus).
    """

    def __init__(
        self, content: QWidget, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        # One of our own, seen through. To ask Qt for its viewport would build every
        # widget class there is, for one of them might be its type (40 ms).
        self.setViewport(QWidget())
        self._bar = QuietBar()
        self.setVerticalScrollBar(self._bar)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        if not name:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.setAutoFillBackground(False)  # setWidget turns it on
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the content can become: nothing scrolls sideways."""
        least = self._content.minimumSizeHint().width()
        return QSize(least + _BAR, 4 * END)

    def show_focus_soon(self) -> None:
        """Bring what has the keyboard into view, once all is laid out anew."""
        QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and self._content.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, current().px(_WORDS_BELOW))

    def _follow(self, _old: QObject | None, now: QWidget | None) -> None:
        if now is not None and self._content.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 24)
