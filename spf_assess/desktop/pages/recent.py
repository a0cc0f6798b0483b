"""The table of recent files; every line is one button with its full words."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.pages.entries import breakable, holds, state
from spf_assess.desktop.pages.moments import moment_text
from spf_assess.desktop.parts.columns import ColumnsLayout
from spf_assess.desktop.parts.label import Label
from spf_assess.desktop.parts.paint import focus_ring
from spf_assess.desktop.parts.surface import Surface
from spf_assess.desktop.settings import Recent
from spf_assess.i18n.words import Words

_WEIGHTS = (300, 570, 230, 143)
_SHOWN = 5


class RecentLine(QPushButton):
    """One file: name, what it holds, state, when it was changed."""

    def __init__(self, texts: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        columns = ColumnsLayout(self, weights=_WEIGHTS, gap=4)
        columns.setContentsMargins(10, 7, 10, 7)
        for place, text in enumerate(texts):
            label = Label(breakable(text) if place == 0 else text)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            columns.addWidget(label)
        self.setAccessibleName(", ".join(text for text in texts if text))
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
        tokens, painter = current().tokens, QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(tokens.surface2))
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), 4, tokens.focus)


class Heads(Surface):
    """The table's heads; gone where the lines are stacked."""

    def __init__(self) -> None:
        super().__init__("heads")
        self._columns = ColumnsLayout(self, weights=_WEIGHTS, gap=4)
        self._columns.setContentsMargins(9, 8, 9, 8)
        self.labels = [Label(role="label") for _weight in _WEIGHTS]
        for label in self.labels:
            self._columns.addWidget(label)


class RecentFiles(Surface):
    """The files opened lately.

    ``chosen(path)`` to open one; ``forgotten(path)`` to take it off the list (Delete).
    """

    chosen = Signal(str)
    forgotten = Signal(str)

    def __init__(self) -> None:
        super().__init__("card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 5)
        self._column.setSpacing(0)
        self._heads = Heads()
        self._column.addWidget(self._heads)
        self._lines: dict[str, RecentLine] = {}

    def show_entries(
        self, words: Words, entries: Sequence[Recent], now: datetime
    ) -> None:
        """Show the files; the one with the keyboard keeps it."""
        focused = next((p for p, one in self._lines.items() if one.hasFocus()), None)
        heads = (
            words("Recent file"),
            words("What it holds"),
            words("State"),
            words("Changed"),
        )
        for label, text in zip(self._heads.labels, heads, strict=True):
            label.say(text)
        self.setAccessibleName(words("Recent files"))
        for line in self._lines.values():
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = {}
        for entry in entries[:_SHOWN]:
            self._add(words, entry, now)
        if focused in self._lines:
            self._lines[focused].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            for path, line in self._lines.items():
                if line.hasFocus():
                    self.forgotten.emit(path)
                    return
        super().keyPressEvent(event)

    def _add(self, words: Words, entry: Recent, now: datetime) -> None:
        texts = (
            Path(entry.path).name,
            holds(words, entry),
            state(words, entry),
            moment_text(words, entry.changed_at, now),
        )
        line = RecentLine(texts, self)
        line.setAccessibleDescription(
            words("Enter opens it, Delete takes it off this list.")
        )
        line.clicked.connect(lambda _on=False: self.chosen.emit(entry.path))
        self._column.addWidget(line)
        self._lines[entry.path] = line
