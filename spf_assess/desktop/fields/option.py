"""Options: cards to choose from, and the small dashed ones that are no rating."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QWidget,
)

from spf_assess.desktop.fields.choices import Option
from spf_assess.desktop.fields.face import Condition, Face, Wording
from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.paint import focus_ring, rounded
from spf_assess.desktop.parts.policy import FIXED, MAXIMUM, PREFERRED, wrapping
from spf_assess.i18n import COLON

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object

_DRESSING = (QEvent.Type.StyleChange, QEvent.Type.FontChange)
_LEAST_TARGET = 24
_CARD_WIDTH = 240


class _Faced(_Button):
    """What a radio button and a tick box have in common once they are cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = Face()
        # not "minimum": the height it needs at its preferred width is no least height
        self.setSizePolicy(wrapping(PREFERRED, PREFERRED))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, wording: Wording, language: str) -> None:
        """Put words on the card and give it its full name."""
        self.face.say(wording)
        self.setAccessibleName(full_name(wording, language))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = max(_CARD_WIDTH, self.face.least_width())
        return QSize(width, self.face.height(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.face.least_width(), _LEAST_TARGET)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.face.height(width)

    def hitButton(self, position: Any) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        condition = Condition(self.isChecked(), self.hasFocus(), self.underMouse())
        self.face.paint(QPainter(self), self.rect(), condition)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _DRESSING:
            self.updateGeometry()


class Card(_Faced, Option):
    """One of several options; the whole card is the target and its words wrap."""


class TickCard(_Faced, QCheckBox):
    """One of several options of which several may be chosen."""


class NoAnswerButton(Option):
    """A stated no-answer: dashed, small, apart from the levels and not coloured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(wrapping(MAXIMUM, FIXED))

    def say(self, text: str) -> None:
        """Show *text*."""
        self._said = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        letters = current().letters("small_strong")
        return self._outer(letters.width(self._said), letters.height)

    def minimumSizeHint(self) -> QSize:
        letters = current().letters("small_strong")
        widest = max(map(letters.width, self._said.split(" ")))
        return self._outer(widest, letters.height)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        hint = self.sizeHint()
        if width >= hint.width():
            return hint.height()
        inner = max(1, width - 2 * self._pad)
        tall = current().letters("small_strong").tall(self._said, inner)
        return self._outer(inner, tall).height()

    def hitButton(self, position: Any) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        look, painter, box = current(), QPainter(self), QRectF(self.rect())
        tokens, on = look.tokens, self.isChecked()
        fill = tokens.surface2 if on or self.underMouse() else None
        if on:
            rounded(painter, box, 4, fill, tokens.text, 2)
        else:
            rounded(painter, box, 4, fill, tokens.control, 1, dashed=True)
        if self.hasFocus():
            focus_ring(painter, box, 4, tokens.focus)
        painter.setFont(look.font("small_strong" if on else "small_text"))
        painter.setPen(QColor(tokens.text))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
        pad = self._pad // 2
        painter.drawText(self.rect().adjusted(pad, 0, -pad, 0), flags, self._said)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _DRESSING:
            self.updateGeometry()

    @property
    def _pad(self) -> int:
        return current().px(11)

    def _outer(self, width: int, height: int) -> QSize:
        tall = height + 2 * current().px(4)
        return QSize(width + 2 * self._pad + 1, max(_LEAST_TARGET, tall))


def full_name(wording: Wording, language: str) -> str:
    """Return what is read out for an option: ``3 Moderate: The law covers …``."""
    numeral = f"{wording.level} " if wording.level else ""
    detail = f"{COLON[language]}{wording.detail}" if wording.detail else ""
    return f"{numeral}{wording.name}{detail}"
