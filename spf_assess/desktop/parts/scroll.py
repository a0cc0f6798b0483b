"""A scrolling area without a frame that never scrolls sideways."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


class QuietScroll(QScrollArea):
    """Scrolls its content up and down and keeps the focused field in view.

    It takes the keyboard itself only when it is given a *name* (a text to be read with
    the arrow keys that holds nothing else to focus).
    """

    def __init__(
        self, content: QWidget, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        if not name:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self.setWidget(content)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def event(self, event: QEvent) -> bool:
        content = self.widget()
        if event.type() == QEvent.Type.LayoutRequest and content is not None:
            # no sideways scrolling: never narrower than the content can become
            self.setMinimumWidth(content.minimumSizeHint().width())
        return super().event(event)

    def _follow(self, _old: QObject | None, now: QWidget | None) -> None:
        content = self.widget()
        if now is not None and content is not None and content.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 24)
