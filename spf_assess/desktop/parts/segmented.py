"""One choice out of a few, side by side: languages, law or practice."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.paint import focus_ring

_PAD_X, _PAD_Y, _RADIUS = 13, 5, 4.0
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
        self.setAutoExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.dress()

    def say(self, text: str) -> None:
        """Show *text*."""
        self._said = text
        super().setText(text.replace("&", "&&"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        look = current()
        metrics = QFontMetrics(look.font("small_strong"))
        return QSize(
            metrics.horizontalAdvance(self._said) + 2 * look.px(_PAD_X),
            metrics.height() + 2 * look.px(_PAD_Y),
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

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
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._said)

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
        row = QHBoxLayout(self)
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
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.select(selected or options[0][0])

    @property
    def selected(self) -> str:
        """The key of the chosen option."""
        return next(key for key, one in self._segments.items() if one.isChecked())

    def select(self, key: str) -> None:
        """Choose without telling anyone."""
        for name, segment in self._segments.items():
            segment.setChecked(name == key)
            policy = Qt.FocusPolicy.StrongFocus
            segment.setFocusPolicy(policy if name == key else Qt.FocusPolicy.ClickFocus)
        chosen = self._segments[key]
        self.setFocusProxy(chosen)
        chosen.raise_()

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
