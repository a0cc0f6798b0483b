"""The face of an option: mark, chip, name, description, and the word "Chosen".

Painted rather than built of labels: a page of rated questions holds a hundred options,
and four widgets each would cost more than the page is allowed to.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from spf_assess.desktop.look.letters import Letters
from spf_assess.desktop.look.style import current
from spf_assess.desktop.look.tokens import Tokens
from spf_assess.desktop.parts.chip import CHIP, paint_chip
from spf_assess.desktop.parts.paint import rounded

_PAD_X, _PAD_Y = 10, 8
_MARK = 18
_TEXT = 38
_CHIP_STEP = 26
_GAP, _AFTER = 3, 10
_WRAP = Qt.TextFlag.TextWordWrap
_MEASURED = 4  # of the longest words by letters, one is the widest


@dataclass(frozen=True, slots=True)
class Wording:
    """What stands on an option.

    *level* is 0 where there is no chip; *chosen* is the word shown once it is chosen.
    """

    name: str
    detail: str = ""
    level: int = 0
    chosen: str = ""
    square: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What state an option is in when it is painted."""

    on: bool
    focused: bool
    hovered: bool


class Face:
    """Measures and paints one option; heights are remembered by width and text size."""

    def __init__(self) -> None:
        self._wording = Wording("")
        self._heights: dict[tuple[int, float], tuple[int, int]] = {}
        self._widths: dict[float, int] = {}

    @property
    def wording(self) -> Wording:
        """What stands on the option."""
        return self._wording

    def say(self, wording: Wording) -> None:
        """Put other words on it."""
        self._wording = wording
        self._heights.clear()
        self._widths.clear()

    def height(self, width: int) -> int:
        """Return the height needed at a width, in pixels; nothing is ever cut."""
        head, detail = self._measured(width)
        look = current()
        gap = look.px(_GAP) if detail else 0
        return head + gap + detail + 2 * look.px(_PAD_Y)

    def least_width(self) -> int:
        """Return the least width at which no word is broken."""
        look, wording = current(), self._wording
        if look.scale in self._widths:
            return self._widths[look.scale]
        name = _widest_word(wording.name, look.letters(self._name_role))
        detail = _widest_word(wording.detail, look.letters("small_text"))
        left = self._name_left()
        beside = self._chosen_room()
        text = max(left + name + beside, look.px(_TEXT) + detail)
        self._widths[look.scale] = text + look.px(_PAD_X)
        return self._widths[look.scale]

    def paint(self, painter: QPainter, box: QRect, condition: Condition) -> None:
        """Draw the option into *box*."""
        look = current()
        _frame(painter, QRectF(box), condition, look.tokens)
        head, detail = self._measured(box.width())
        side, top = look.px(_MARK), box.top() + look.px(_PAD_Y)
        line = look.letters(self._name_role).height
        mark = QRectF(box.left() + look.px(_PAD_X), top + (line - side) / 2, side, side)
        if self._wording.square:
            paint_tick(painter, mark, look.tokens, on=condition.on)
        else:
            paint_radio(painter, mark, look.tokens, on=condition.on)
        if self._wording.level:
            chip = look.px(CHIP)
            place = QRectF(
                box.left() + look.px(_TEXT), top + (line - chip) / 2, chip, chip
            )
            paint_chip(painter, place, self._wording.level, look.tokens)
        self._write(painter, box, (top, head, detail), on=condition.on)

    @property
    def _name_role(self) -> str:
        return "strong" if self._wording.level else "text"

    def _name_left(self) -> int:
        step = _CHIP_STEP if self._wording.level else 0
        return current().px(_TEXT + step)

    def _chosen_room(self) -> int:
        if not self._wording.chosen:
            return 0
        look = current()
        chosen = look.letters("small_strong").width(self._wording.chosen)
        return chosen + look.px(_AFTER)

    def _measured(self, width: int) -> tuple[int, int]:
        """Return the heights of name and description at a width of the whole option."""
        look = current()
        key = (width, look.scale)
        if key not in self._heights:
            right = look.px(_PAD_X)
            beside = self._chosen_room()
            name = width - self._name_left() - right - beside
            detail = width - look.px(_TEXT) - right
            role = self._name_role
            self._heights[key] = (
                look.letters(role).tall(self._wording.name, name),
                look.letters("small_text").tall(self._wording.detail, detail),
            )
        return self._heights[key]

    def _write(
        self, painter: QPainter, box: QRect, at: tuple[int, int, int], *, on: bool
    ) -> None:
        look, (top, head, detail) = current(), at
        right = box.right() + 1 - look.px(_PAD_X)
        beside = self._chosen_room()
        left = box.left() + self._name_left()
        painter.setPen(QColor(look.tokens.text))
        painter.setFont(look.font(self._name_role))
        name = QRect(left, top, right - beside - left, head)
        painter.drawText(name, _WRAP, self._wording.name)
        left = box.left() + look.px(_TEXT)
        below = QRect(left, top + head + look.px(_GAP), right - left, detail)
        painter.setFont(look.font("small_text"))
        painter.drawText(below, _WRAP, self._wording.detail)
        if on and self._wording.chosen:
            painter.setPen(QColor(look.tokens.accent))
            painter.setFont(look.font("small_strong"))
            place = QRect(right - beside, top + 1, beside, head)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, self._wording.chosen)


def _frame(
    painter: QPainter, box: QRectF, condition: Condition, tokens: Tokens
) -> None:
    fill = tokens.surface2 if condition.hovered else tokens.surface
    if condition.on:
        fill = tokens.accent_soft
    if condition.focused:
        rounded(painter, box, 5, fill, tokens.focus, 3)
    elif condition.on:
        rounded(painter, box, 5, fill, tokens.accent, 2)
    else:
        rounded(painter, box, 5, fill, tokens.control, 1)


def paint_radio(painter: QPainter, box: QRectF, tokens: Tokens, *, on: bool) -> None:
    """Draw a round mark, filled when it is on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle, radius = box.center(), box.width() / 2
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(middle, radius - 0.5, radius - 0.5)
        painter.setBrush(QColor(tokens.on_accent))
        painter.drawEllipse(middle, radius * 0.36, radius * 0.36)
        return
    painter.setPen(QPen(QColor(tokens.control), radius / 6))
    painter.setBrush(QColor(tokens.surface))
    painter.drawEllipse(middle, radius - 1, radius - 1)


def paint_tick(painter: QPainter, box: QRectF, tokens: Tokens, *, on: bool) -> None:
    """Draw a square mark, ticked when it is on."""
    unit = box.width() / 18
    field = box.adjusted(unit, unit, -unit, -unit)
    if not on:
        rounded(painter, field, 3, tokens.surface, tokens.control, 1.5 * unit)
        return
    rounded(painter, field, 3, tokens.accent, tokens.accent)
    pen = QPen(QColor(tokens.on_accent), 2.2 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    middle = box.center()
    painter.drawPolyline(
        [
            middle + QPointF(-4, 0.3) * unit,
            middle + QPointF(-1.2, 3) * unit,
            middle + QPointF(4.2, -3) * unit,
        ]
    )


def _widest_word(text: str, letters: Letters) -> int:
    longest = sorted(text.split(" "), key=len)[-_MEASURED:]
    return max(letters.width(word) for word in longest)
