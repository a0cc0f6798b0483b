"""The scale from level 1 to 4, with the groups on it once they are shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from spf_assess.desktop.look import current
from spf_assess.desktop.models.projected import LevelLine, Place
from spf_assess.desktop.parts.chip import paint_chip
from spf_assess.desktop.parts.mark import paint_mark
from spf_assess.desktop.projector.face import LINE, Face, wide, write

if TYPE_CHECKING:
    from spf_assess.desktop.projector.blocks import Block

_LEVELS, _MIDDLE = 4, 2.5
_MARK, _CHIP = 2.2, 1.25


@dataclass(frozen=True, slots=True)
class Scale:
    """Ticks, range and marks; names above the marks, levels below the ticks.

    Attributes:
        letters: of the marks, in the order of *places*.
    """

    levels: tuple[LevelLine, ...]
    places: tuple[Place, ...]
    letters: tuple[str, ...]

    def height(self, face: Face, width: float) -> float:
        """Return how tall it is, the room after it included."""
        below = 1.5
        if self._narrow(face, width):
            below = 2.7 + LINE * (_lines(one.name for one in self.levels) - 1)
        above = face.line * self._rows(face, width)
        return above + face.body * (_MARK + 0.5 + below + 0.5)

    def split(self, _face: Face, _width: float, _room: float) -> "tuple[Block, ...]":
        """Return nothing: it cannot be split."""
        return ()

    def paint(self, painter: QPainter, face: Face, rect: QRectF) -> None:
        """Paint all of it at once."""
        names, tall = self._names(face, rect.width()), self._tall
        rows = self._rows(face, rect.width())
        middle = rect.top() + face.line * rows + face.body * (_MARK / 2 + 0.1)
        self._paint_ticks(painter, face, rect, middle)
        self._paint_range(painter, face, rect, middle)
        for left, text, row in names:
            top = rect.top() + face.line * (rows - tall * (row + 1))
            where = QRectF(rect.left() + left, top, rect.width(), face.line * tall)
            font = face.font(bold=True)
            write(painter, where, text, font, current().tokens.text)
        for one in self.levels:
            self._paint_level(painter, face, rect, middle, one)

    # -- inside -------------------------------------------------------------------

    @property
    def _tall(self) -> int:
        """Of how many lines a name is: one for each language."""
        return _lines(one.name for one in self.places)

    def _rows(self, face: Face, width: float) -> int:
        """Return how many lines the names take above the marks."""
        rows = max((row for *_, row in self._names(face, width)), default=0) + 1
        return rows * self._tall

    def _standing(self) -> dict[float, list[int]]:
        """Return the groups by level, each as its place in the order."""
        found: dict[float, list[int]] = {}
        for number, one in enumerate(self.places):
            if one.level is not None:
                found.setdefault(one.level, []).append(number)
        return dict(sorted(found.items()))

    def _names(self, face: Face, width: float) -> list[tuple[float, str, int]]:
        """Return left edge, words and row of each name: none touches another."""
        font, gap = face.font(bold=True), face.body * 0.5
        ends: list[float] = []
        found = []
        for level, together in self._standing().items():
            split = (self.places[one].name.split("\n") for one in together)
            lines = [", ".join(one) for one in zip(*split, strict=True)]
            text, long = "\n".join(lines), max(wide(font, one) for one in lines)
            left = _x(width, level) - long / 2
            left = max(0.0, min(left, width - long))
            row = next(
                (row for row, end in enumerate(ends) if end + gap <= left), len(ends)
            )
            if row == len(ends):
                ends.append(0.0)
            ends[row] = left + long
            found.append((left, text, row))
        return found

    def _narrow(self, face: Face, width: float) -> bool:
        """Whether a level's name does not fit beside its number."""
        font, chip = face.font(bold=True), face.body * (_CHIP + 0.8)
        if _lines(one.name for one in self.levels) > 1:
            return True
        return any(chip + wide(font, one.name) > width / _LEVELS for one in self.levels)

    def _paint_ticks(
        self, painter: QPainter, face: Face, rect: QRectF, middle: float
    ) -> None:
        tokens, thin = current().tokens, max(1.0, face.body / 16)
        painter.setPen(QPen(QColor(tokens.line), thin))
        painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
        painter.setPen(QPen(QColor(tokens.control), thin))
        tick = face.body * 0.6
        for one in self.levels:
            x = rect.left() + _x(rect.width(), one.number)
            painter.drawLine(QPointF(x, middle - tick), QPointF(x, middle + tick))
        dashed = QPen(QColor(tokens.control), thin)
        dashed.setDashPattern([4, 3])
        painter.setPen(dashed)
        x, high = rect.left() + _x(rect.width(), _MIDDLE), face.body * (_MARK / 2 + 0.1)
        foot = middle + face.body * (_MARK / 2 + 0.4 + _CHIP)  # above level names
        painter.drawLine(QPointF(x, middle - high), QPointF(x, foot))

    def _paint_range(
        self, painter: QPainter, face: Face, rect: QRectF, middle: float
    ) -> None:
        tokens, standing = current().tokens, self._standing()
        if not standing:
            return
        left, right = (
            rect.left() + _x(rect.width(), level)
            for level in (min(standing), max(standing))
        )
        thick = face.body * 0.3
        bar = QRectF(left, middle - thick / 2, right - left, thick)
        painter.fillRect(bar, QColor(tokens.control))
        side = face.body * _MARK
        for level, together in standing.items():
            x = rect.left() + _x(rect.width(), level) - side * len(together) / 2
            for number in together:
                box = QRectF(x, middle - side / 2, side, side)
                bench = self.places[number].constituency
                paint_mark(painter, box, bench, tokens, self.letters[number])
                x += side

    def _paint_level(
        self,
        painter: QPainter,
        face: Face,
        rect: QRectF,
        middle: float,
        one: LevelLine,
    ) -> None:
        tokens, font = current().tokens, face.font(bold=True)
        column, chip = rect.width() / _LEVELS, face.body * _CHIP
        x = rect.left() + _x(rect.width(), one.number)
        top = middle + face.body * (_MARK / 2 + 0.4)
        if self._narrow(face, rect.width()):
            box = QRectF(x - chip / 2, top, chip, chip)
            high = face.line * _lines([one.name])
            below = QRectF(x - column / 2, top + chip * 1.05, column, high)
            middle_ = Qt.AlignmentFlag.AlignHCenter
            write(painter, below, one.name, font, tokens.text, middle_)
        else:
            gap = face.body * 0.3
            left = x - (chip + gap + wide(font, one.name)) / 2
            box = QRectF(left, top, chip, chip)
            beside = QRectF(box.right() + gap, top, column, chip)
            write(painter, beside, one.name, font, tokens.text)
        paint_chip(painter, box, one.number, tokens)


def _lines(names: Iterable[str]) -> int:
    return max((name.count("\n") + 1 for name in names), default=1)


def _x(width: float, level: float) -> float:
    """Return where a level lies: in the middle of its column."""
    return (level - 0.5) * width / _LEVELS
