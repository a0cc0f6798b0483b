"""Boxes for words: plain text, growing with what is written, saved while one writes."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.model import COMMENT_LIMIT

_CHROME = 20  # border, padding and margin of the document
_MOST_LINES = 14
_WIDTH = 320


class Writing(QPlainTextEdit):
    """Several lines of plain words.

    ``typed(text)`` tells of every change by the person, ``left()`` of the keyboard
    going elsewhere. Tab leaves the box. What is too long is not cut but told by the
    field (``too_long``), for nothing written may vanish. Undo is for the letters typed;
    where none were since the text was shown, it is for the page.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(
        self, lines: int = 3, limit: int = COMMENT_LIMIT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.limit = limit
        self._lines, self._quiet = lines, False
        current().wear(self, "field")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(
            lambda _size: self.updateGeometry()
        )

    @property
    def text(self) -> str:
        """The words written, without spaces around them."""
        return self.toPlainText().strip()

    @property
    def too_long(self) -> int:
        """By how many characters the words exceed what can be handed in; else 0."""
        return max(0, len(self.text) - self.limit)

    def show_text(self, text: str) -> None:
        """Show *text* without telling anyone; nothing happens if it stands there."""
        if text.strip() == self.text:
            return
        self._quiet = True
        self.setPlainText(text)
        self._quiet = False

    def sizeHint(self) -> QSize:
        spacing = self.fontMetrics().lineSpacing()
        written = int(self.document().size().height())
        lines = min(_MOST_LINES, max(self._lines, written))
        return QSize(_WIDTH, lines * spacing + _CHROME)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(
            event, QKeyEvent
        ):
            keys, document = QKeySequence.StandardKey, self.document()
            turning = event.matches(keys.Undo) or event.matches(keys.Redo)
            typed = document.isUndoAvailable() or document.isRedoAvailable()
            if turning and not typed:
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.sizeHint().height() != self.height():
            self.updateGeometry()  # words wrap in other lines at another width
        written = int(self.document().size().height())
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded
            if written > _MOST_LINES
            else policy.ScrollBarAlwaysOff
        )

    def _changed(self) -> None:
        if not self._quiet:
            self.typed.emit(self.text)


class WritingLine(QLineEdit):
    """One line of words or one figure; signals as in ``Writing``."""

    typed = Signal(str)
    left = Signal()

    def __init__(
        self, limit: int = COMMENT_LIMIT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        current().wear(self, "field")
        self.setMaxLength(limit)
        self.textEdited.connect(lambda text: self.typed.emit(text.strip()))

    @property
    def written(self) -> str:
        """The words written, without spaces around them."""
        return self.text().strip()

    def show_text(self, text: str) -> None:
        """Show *text* without telling anyone."""
        if text.strip() != self.written:
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)  # its beginning is seen, not its end

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason:
            self.end(False)  # noqa: FBT003 - Qt's signature; one goes on writing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers()
        ):
            self.left.emit()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
