"""The table of recent files; every line is one button with its full words."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.pages.entries import holds, state
from spf_assess.desktop.pages.moments import moment_text
from spf_assess.desktop.parts.paint import focus_ring
from spf_assess.desktop.parts.policy import EXPANDING, PREFERRED, wrapping
from spf_assess.desktop.parts.surface import Surface
from spf_assess.desktop.settings import Recent
from spf_assess.i18n.words import Words

_WEIGHTS = (300, 570, 230, 143)
_SHOWN = 5
_LEAST = 900
_PAD_X, _PAD_Y, _GAP = 10, 7, 8
_TALL = 100_000
# a file's name has no spaces to break at
_BREAK = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


def cells(texts: Sequence[str], width: int, role: str) -> list[QRect]:
    """Return where each text goes: in columns, or one below the other if narrow.

    Heights follow from the texts; the columns of all lines of one width agree.
    """
    look = current()
    metrics = QFontMetrics(look.font(role))
    room = width - 2 * _PAD_X
    x = y = 0
    found = []
    for text, weight in zip(texts, _WEIGHTS, strict=True):
        stacked = room < look.px(_LEAST)
        wide = room if stacked else room * weight // sum(_WEIGHTS)
        box = metrics.boundingRect(QRect(0, 0, wide - _GAP, _TALL), _BREAK, text)
        high = box.height() if text else 0
        found.append(QRect(_PAD_X + x, _PAD_Y + y, wide - _GAP, high))
        if stacked:
            y += high
        else:
            x += wide
    return found


class RecentLine(QPushButton):
    """Painted texts in columns: name, what it holds, state, when it was changed."""

    def __init__(self, texts: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = tuple(texts)
        self._heights: dict[int, int] = {}
        self.setAccessibleName(", ".join(text for text in texts if text))
        self.setSizePolicy(wrapping(EXPANDING, PREFERRED))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        return QSize(current().px(_LEAST), self.heightForWidth(current().px(_LEAST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(100), 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            boxes = cells(self._texts, width, "text")
            low = max(box.y() + box.height() for box in boxes)
            self._heights[width] = low + _PAD_Y
        return self._heights[width]

    def dress(self) -> None:
        """Measure anew, at the text size in force."""
        self._heights.clear()
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        look, painter = current(), QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(look.tokens.surface2))
        painter.setFont(look.font("text"))
        painter.setPen(QColor(look.tokens.text))
        boxes = cells(self._texts, self.width(), "text")
        for text, box in zip(self._texts, boxes, strict=True):
            painter.drawText(box, _BREAK, text)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), 4, look.tokens.focus)


class Heads(QWidget):
    """The table's heads."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[str, ...] = ("",) * len(_WEIGHTS)
        self.setSizePolicy(wrapping(EXPANDING, PREFERRED))

    def say(self, texts: Sequence[str]) -> None:
        """Say the heads."""
        self._texts = tuple(texts)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        boxes = cells(self._texts, width, "label")
        return max(box.y() + box.height() for box in boxes) + _PAD_Y

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        look, painter = current(), QPainter(self)
        painter.fillRect(self.rect(), QColor(look.tokens.surface2))
        line = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, QColor(look.tokens.control))
        painter.setFont(look.font("label"))
        painter.setPen(QColor(look.tokens.text2))
        boxes = cells(self._texts, self.width(), "label")
        for text, box in zip(self._texts, boxes, strict=True):
            painter.drawText(box, _BREAK, text)


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
            words("Contents of the file"),
            words("State"),
            words("Changed"),
        )
        self._heads.say(heads)
        self._heads.setAccessibleName(", ".join(heads))
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
