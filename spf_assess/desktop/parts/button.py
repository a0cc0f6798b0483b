"""Buttons, painted here: they follow palette and text size and wrap their words."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.look.tokens import Tokens
from spf_assess.desktop.parts.paint import focus_ring, rounded
from spf_assess.desktop.parts.policy import FIXED, MAXIMUM, wrapping

_ROUND = 1000.0
_LEAST_TARGET = 24


class Shape(NamedTuple):
    """How a role is built: pixels at 100 %, fonts by role of the type scale."""

    font: str
    chosen_font: str
    pad_x: int
    pad_y: int
    radius: float = 4.0


SHAPES = {
    "primary": Shape("strong", "strong", 15, 6),
    "plain": Shape("text", "strong", 15, 6),
    "quiet": Shape("text", "text", 8, 6),
    "link": Shape("text", "text", 4, 2),
    "filter": Shape("small_text", "small_strong", 13, 5, _ROUND),
    "noanswer": Shape("small_text", "small_strong", 11, 4),
}


class Paint(NamedTuple):
    """The colours of a button in one state."""

    fill: str | None
    border: str | None
    ink: str
    width: float = 1.0
    dashed: bool = False


class Button(QPushButton):
    """A button whose words wrap when there is no room for one line.

    *role*: ``primary`` (one a page), ``plain``, ``quiet`` (looks like a link),
    ``link`` (within lists), ``filter`` and ``noanswer`` (checkable). *description* is
    read out after the name.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "plain",
        *,
        description: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._said = role, ""
        self._hint: QSize | None = None
        self.setCheckable(role in ("filter", "noanswer"))
        self.setSizePolicy(wrapping(MAXIMUM, FIXED))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.dress()
        self.say(text)
        if description:
            self.setAccessibleDescription(description)

    @property
    def role(self) -> str:
        """The role this button was given."""
        return self._role

    @property
    def said(self) -> str:
        """The words shown, as they were given."""
        return self._said

    def say(self, text: str) -> None:
        """Show *text*; an ampersand in it is an ampersand."""
        self._said, self._hint = text, None
        super().setText(text.replace("&", "&&"))
        self.updateGeometry()

    def setText(self, text: str) -> None:
        self.say(text)

    def sizeHint(self) -> QSize:
        """Ask for one line; where less room was given, for the height needed there."""
        line = self._one_line()
        if 0 < self.width() < line.width() and self.testAttribute(
            Qt.WidgetAttribute.WA_Resized
        ):
            return QSize(line.width(), self.heightForWidth(self.width()))
        return line

    def minimumSizeHint(self) -> QSize:
        metrics = self._metrics()
        words = self._said.split(" ") or [""]
        widest = max(metrics.horizontalAdvance(word) for word in words)
        return self._outer(widest, metrics.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        line = self._one_line()
        if width >= line.width():
            return line.height()
        inner = max(1, width - 2 * self._pad_x)
        box = self._metrics().boundingRect(
            QRect(0, 0, inner, 10_000), Qt.TextFlag.TextWordWrap, self._said
        )
        return self._outer(box.width(), box.height()).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()  # the height that is asked for follows the width

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        tokens = current().tokens
        paint = self._paint(tokens)
        painter = QPainter(self)
        box, radius = QRectF(self.rect()), self._radius
        focused, border = self.hasFocus(), paint.border
        if focused:
            focus_ring(painter, box, radius + 1, tokens.focus)
            # a gap keeps the ring apart from a filled button, or it would not be seen
            inset = 3 if paint.fill == border else 2
            box, border = box.adjusted(inset, inset, -inset, -inset), None
        width, dashed = paint.width, paint.dashed
        rounded(painter, box, radius, paint.fill, border, width, dashed=dashed)
        self._write(painter, paint)

    @property
    def _shape(self) -> Shape:
        return SHAPES[self._role]

    @property
    def _pad_x(self) -> int:
        return current().px(self._shape.pad_x)

    @property
    def _radius(self) -> float:
        return min(self._shape.radius, self.height() / 2)

    def _metrics(self) -> QFontMetrics:
        # measured in the heavier of the two, or choosing would move the neighbours
        return QFontMetrics(current().font(self._shape.chosen_font))

    def _one_line(self) -> QSize:
        if self._hint is None:
            self._hint = size_of(self._role, self._said)
        return self._hint

    def _outer(self, width: int, height: int) -> QSize:
        return _outer(self._shape, width, height)

    def _paint(self, tokens: Tokens) -> Paint:
        hover = self.underMouse() and self.isEnabled()
        if self._role in ("primary", "plain") and not self.isEnabled():
            return Paint(tokens.surface2, tokens.line, tokens.text2)
        if self._role == "primary":
            fill = tokens.accent_hover if hover else tokens.accent
            return Paint(fill, fill, tokens.on_accent)
        if self._role in ("quiet", "link"):
            return Paint(None, None, tokens.link)
        if self.isChecked():
            if self._role == "filter":
                return Paint(tokens.accent_soft, tokens.accent, tokens.text, 2)
            return Paint(tokens.surface2, tokens.text, tokens.text, 2)
        fill = tokens.surface2 if hover else tokens.surface
        dashed = self._role == "noanswer"
        return Paint(fill, tokens.control, tokens.text, dashed=dashed)

    def _write(self, painter: QPainter, paint: Paint) -> None:
        shape, look = self._shape, current()
        chosen = self.isChecked()
        font = look.font(shape.chosen_font if chosen else shape.font)
        if paint.ink == look.tokens.link and (
            self._role == "link" or self.underMouse()
        ):
            font = type(font)(font)
            font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(QColor(paint.ink if self.isEnabled() else look.tokens.text2))
        pad, align = self._pad_x // 2, Qt.AlignmentFlag.AlignCenter
        if paint.fill is None and self.width() < self._one_line().width():
            # without a frame, lines that wrap are read as a paragraph
            pad = self._pad_x
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        flags = Qt.TextFlag.TextWordWrap | align
        painter.drawText(self.rect().adjusted(pad, 0, -pad, 0), flags, self._said)

    def dress(self) -> None:
        """Take the font of the role, at the text size in force."""
        self._hint = None
        font = current().font(self._shape.font)
        if self.font() != font:
            self.setFont(font)
            self.updateGeometry()


def size_of(role: str, text: str) -> QSize:
    """Return the size a button of *role* has with *text* on one line."""
    shape = SHAPES[role]
    # measured in the heavier of the two, or choosing would move the neighbours
    letters = current().letters(shape.chosen_font)
    return _outer(shape, letters.width(text), letters.height)


def _outer(shape: Shape, width: int, height: int) -> QSize:
    look = current()
    tall = height + 2 * look.px(shape.pad_y)
    wide = width + 2 * look.px(shape.pad_x) + 1
    return QSize(max(_LEAST_TARGET, wide), max(_LEAST_TARGET, tall))
