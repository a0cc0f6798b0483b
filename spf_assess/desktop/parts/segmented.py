"""One choice out of a few, side by side: languages, law or practice."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.paint import focus_ring
from spf_assess.desktop.parts.policy import FIXED, MAXIMUM, PREFERRED, wrapping

_PAD_X, _PAD_Y, _RADIUS = 13, 5, 4.0
_WRAP = Qt.TextFlag.TextWordWrap
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Segment(QRadioButton):
    """One of the sides; a radio button for those who listen, painted as a segment."""

    def __init__(self, parent: QWidget, place: tuple[bool, bool]) -> None:
        super().__init__(parent)
        self._said = ""
        self._first, self._last = place
        # exclusive within its parent: only then is it read out as a radio button
        self.setAutoExclusive(True)
        self.setSizePolicy(wrapping(MAXIMUM, PREFERRED))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.dress()

    def say(self, text: str) -> None:
        """Show *text*."""
        self._said = text
        super().setText(text.replace("&", "&&"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self._metrics()
        return _around(metrics.horizontalAdvance(self._said), metrics.height())

    def minimumSizeHint(self) -> QSize:
        metrics = self._metrics()
        words = self._said.split(" ")
        widest = max(metrics.horizontalAdvance(word) for word in words)
        return _around(widest, metrics.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width >= self.sizeHint().width():
            return self.sizeHint().height()
        inner = QRect(0, 0, max(1, width - 2 * current().px(_PAD_X)), 10_000)
        box = self._metrics().boundingRect(inner, _WRAP, self._said)
        return _around(box.width(), box.height()).height()

    def hitButton(self, position: Any) -> bool:
        return self.rect().contains(position)

    def nextCheckState(self) -> None:
        """Leave choosing to the group: a chosen segment stays chosen."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        tokens, painter = current().tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        fill = tokens.surface2 if self.underMouse() else tokens.surface
        painter.setBrush(QColor(tokens.accent if chosen else fill))
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.control), 1))
        painter.drawPath(self._outline())
        if self.hasFocus():
            inner = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            ring = tokens.on_accent if chosen else tokens.focus
            focus_ring(painter, inner, _RADIUS - 1, ring)
        role = "small_strong" if chosen else "small_text"
        painter.setFont(current().font(role))
        painter.setPen(QColor(tokens.on_accent if chosen else tokens.text))
        pad = current().px(_PAD_X) // 2
        box = self.rect().adjusted(pad, 0, -pad, 0)
        painter.drawText(box, _WRAP | Qt.AlignmentFlag.AlignCenter, self._said)

    def _metrics(self) -> QFontMetrics:
        # the heavier of the two, or choosing would move the neighbours
        return QFontMetrics(current().font("small_strong"))

    def _outline(self) -> QPainterPath:
        left = 0.5 if self._first else -0.5
        box = QRectF(self.rect()).adjusted(left, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(box, _RADIUS, _RADIUS)
        for square, x in ((not self._first, 0.0), (not self._last, 0.5)):
            if square:
                half = QRectF(box)
                half.setWidth(box.width() / 2)
                half.translate(x * box.width(), 0)
                corner = QPainterPath()
                corner.addRect(half)
                path = path.united(corner)
        return path.simplified()

    def dress(self) -> None:
        """Take the font anew, at the text size in force."""
        font = current().font("small_text")
        if self.font() != font:
            self.setFont(font)
            self.updateGeometry()


def _around(width: int, height: int) -> QSize:
    look = current()
    return QSize(width + 2 * look.px(_PAD_X), height + 2 * look.px(_PAD_Y))


class Segmented(QWidget):
    """Options side by side, exactly one chosen.

    *options* are pairs of key and words. Tab reaches the chosen one, the arrow keys
    choose. ``chosen(key)`` tells of a choice by the person only.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        selected: str = "",
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._segments: dict[str, Segment] = {}
        for place, (key, words) in enumerate(options):
            segment = Segment(self, (place == 0, place == len(options) - 1))
            segment.say(words)
            segment.clicked.connect(lambda _on=False, key=key: self._choose(key))
            segment.installEventFilter(self)
            row.addWidget(segment)
            self._segments[key] = segment
        self.setSizePolicy(wrapping(MAXIMUM, FIXED))
        self.select(selected or options[0][0])

    def sizeHint(self) -> QSize:
        """Ask for one line; where less room was given, for the height needed there."""
        line = self._row.totalSizeHint()
        if 0 < self.width() < line.width() and self.testAttribute(
            Qt.WidgetAttribute.WA_Resized
        ):
            return QSize(line.width(), self._row.totalHeightForWidth(self.width()))
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.sizeHint().height() != self.height():
            self.updateGeometry()  # the height that is asked for follows the width

    @property
    def selected(self) -> str:
        """The key of the chosen option."""
        return next(key for key, one in self._segments.items() if one.isChecked())

    def select(self, key: str) -> None:
        """Choose without telling anyone."""
        self._segments[key].setChecked(True)
        for name, segment in self._segments.items():
            policy = Qt.FocusPolicy.StrongFocus
            segment.setFocusPolicy(policy if name == key else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._segments[key])

    def say(self, words: dict[str, str], name: str = "") -> None:
        """Say the options' words anew."""
        for key, text in words.items():
            self._segments[key].say(text)
        if name:
            self.setAccessibleName(name)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                keys = list(self._segments)
                at = (keys.index(self.selected) + step) % len(keys)
                self._choose(keys[at])
                self._segments[keys[at]].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _choose(self, key: str) -> None:
        if key != self.selected:
            self.select(key)
            self.chosen.emit(key)
