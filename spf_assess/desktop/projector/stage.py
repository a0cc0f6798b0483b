"""The stage: one page painted as large as the wall allows (R-602)."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from spf_assess.desktop.look import current
from spf_assess.desktop.models.projected import Leaf, LevelLine, Place, Step
from spf_assess.desktop.parts.mark import paint_mark
from spf_assess.i18n import Words, constituency_letter

_BODY = 1 / 25  # of the height: no word on the wall is smaller
_QUESTION, _HEADING, _RESULT = 1.3, 1.05, 1.2  # times the body
_MARGIN = 0.05  # of the width
_LINE = 1.25
_MIDDLE = 2.5
_LEVELS = 4


@dataclass(frozen=True, slots=True)
class _Sizes:
    width: float
    height: float

    @property
    def body(self) -> float:
        return self.height * _BODY

    @property
    def side(self) -> float:
        return self.width * _MARGIN


class Stage(QWidget):
    """Paints one leaf; black while it is blanked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaf: Leaf | None = None
        self._words: Words | None = None
        self._blank = False
        self._half = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def blank(self) -> bool:
        """Whether nothing is shown for a while."""
        return self._blank

    def show_leaf(self, words: Words, leaf: Leaf, half: int = 0) -> None:
        """Show a page; of levels that do not all fit, the *half* 0 or 1."""
        self._leaf, self._words, self._half = leaf, words, half
        self._blank = False
        self.setAccessibleName(leaf.spoken(words))
        self.update()

    def show_nothing(self, *, blank: bool) -> None:
        """Blank the wall, or show again what was there."""
        self._blank = blank
        self.update()

    def halves(self, leaf: Leaf) -> int:
        """Return on how many pages the levels of *leaf* stand at this size."""
        if leaf.step is not Step.LEVELS:
            return 1
        sizes = self._sizes()
        room = sizes.height - self._top(sizes) - sizes.body
        tall = sum(self._level_height(sizes, one) for one in leaf.levels)
        return 1 if tall <= room else 2

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, tokens = QPainter(self), current().tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._blank or self._leaf is None or self._words is None:
            painter.fillRect(self.rect(), QColor("#000000"))
            return
        painter.fillRect(self.rect(), QColor(tokens.surface))
        sizes = self._sizes()
        self._paint_head(painter, sizes, self._leaf)
        if self._leaf.step is Step.LEVELS:
            self._paint_levels(painter, sizes, self._leaf)
        else:
            self._paint_question(painter, sizes, self._leaf, self._words)

    # -- inside -------------------------------------------------------------------

    def _sizes(self) -> _Sizes:
        return _Sizes(self.width(), self.height())

    def _font(self, sizes: _Sizes, times: float = 1.0, *, bold: bool = False) -> QFont:
        font = QFont(current().font("strong" if bold else "text"))
        font.setPixelSize(max(1, round(sizes.body * times)))
        return font

    def _text(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        font: QFont,
        colour: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> float:
        """Write wrapped plain text and return its height."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        flags = Qt.TextFlag.TextWordWrap | align | Qt.AlignmentFlag.AlignTop
        found = painter.boundingRect(rect, flags, text)
        painter.drawText(rect, flags, text)
        return found.height()

    def _top(self, sizes: _Sizes) -> float:
        return sizes.side * 0.7 + sizes.body * _LINE * 1.6

    def _paint_head(self, painter: QPainter, sizes: _Sizes, leaf: Leaf) -> None:
        tokens = current().tokens
        top = sizes.side * 0.7
        wide = sizes.width - 2 * sizes.side
        font = self._font(sizes, bold=True)
        corner = QFontMetricsF(self._font(sizes)).horizontalAdvance(leaf.corner)
        left = QRectF(
            sizes.side, top, wide - corner - sizes.body, sizes.body * _LINE * 1.1
        )
        painter.setFont(font)
        painter.setPen(QColor(tokens.text2))
        heading = QFontMetricsF(font).elidedText(
            leaf.heading, Qt.TextElideMode.ElideRight, left.width()
        )
        painter.drawText(left, Qt.AlignmentFlag.AlignLeft, heading)
        right = QRectF(sizes.side, top, wide, left.height())
        painter.setFont(self._font(sizes))
        painter.drawText(right, Qt.AlignmentFlag.AlignRight, leaf.corner)

    def _paint_levels(self, painter: QPainter, sizes: _Sizes, leaf: Leaf) -> None:
        shown = leaf.levels
        if self.halves(leaf) > 1:
            middle = len(shown) // 2
            shown = shown[middle:] if self._half else shown[:middle]
        y = self._top(sizes)
        for one in shown:
            self._paint_level(painter, sizes, one, y)
            y += self._level_height(sizes, one)

    def _level_height(self, sizes: _Sizes, one: LevelLine) -> float:
        metrics = QFontMetricsF(self._font(sizes))
        wide = sizes.width - 2 * sizes.side - sizes.body * 1.8
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        rect = QRectF(0, 0, wide, sizes.height * 4)
        text = metrics.boundingRect(rect, flags, one.description)
        return sizes.body * _LINE + text.height() + sizes.body * 0.6

    def _paint_level(
        self, painter: QPainter, sizes: _Sizes, one: LevelLine, y: float
    ) -> None:
        tokens = current().tokens
        self._chip(painter, sizes, QPointF(sizes.side, y), one.number)
        left = sizes.side + sizes.body * 1.8
        wide = sizes.width - sizes.side - left
        rect = QRectF(left, y, wide, sizes.height)
        tall = self._text(
            painter, rect, one.name, self._font(sizes, bold=True), tokens.text
        )
        rect.translate(0, tall)
        self._text(painter, rect, one.description, self._font(sizes), tokens.text)

    def _chip(
        self, painter: QPainter, sizes: _Sizes, where: QPointF, number: int
    ) -> None:
        tokens, side = current().tokens, sizes.body * 1.25
        rect = QRectF(where.x(), where.y(), side, side)
        painter.setPen(QPen(QColor(tokens.outline), max(1.0, side / 30)))
        painter.setBrush(QColor(tokens.level_fills[number - 1]))
        painter.drawRoundedRect(rect, side * 0.1, side * 0.1)
        painter.setFont(self._font(sizes, bold=True))
        painter.setPen(QColor(tokens.level_inks[number - 1]))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_question(
        self, painter: QPainter, sizes: _Sizes, leaf: Leaf, words: Words
    ) -> None:
        tokens = current().tokens
        wide = sizes.width - 2 * sizes.side
        rect = QRectF(sizes.side, self._top(sizes), wide, sizes.height)
        big = _QUESTION if leaf.step is Step.QUESTION else _HEADING
        font = self._font(sizes, big, bold=True)
        tall = self._text(painter, rect, leaf.question, font, tokens.text)
        low = self._paint_foot(painter, sizes, leaf, words)
        scale = QRectF(
            sizes.side,
            rect.top() + tall + sizes.body * 0.5,
            wide,
            sizes.body * 6.2,
        )
        self._paint_scale(painter, sizes, scale, leaf, words)
        if leaf.result:
            self._paint_result(painter, sizes, leaf, scale.bottom(), low)

    def _paint_scale(
        self,
        painter: QPainter,
        sizes: _Sizes,
        rect: QRectF,
        leaf: Leaf,
        words: Words,
    ) -> None:
        tokens = current().tokens
        column = rect.width() / _LEVELS
        middle = rect.top() + sizes.body * 2.6
        painter.setPen(QPen(QColor(tokens.line), max(1.0, sizes.body / 16)))
        painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
        dashed = QPen(QColor(tokens.control), max(1.0, sizes.body / 16))
        dashed.setDashPattern([4, 3])
        painter.setPen(dashed)
        x = self._x(rect, _MIDDLE)
        foot = middle + sizes.body * 3.2
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, foot))
        for one in leaf.levels:
            x = self._x(rect, one.number)
            tick = sizes.body * 0.5
            painter.setPen(QPen(QColor(tokens.control), max(1.0, sizes.body / 16)))
            painter.drawLine(QPointF(x, middle - tick), QPointF(x, middle + tick))
            self._paint_level_name(painter, sizes, one, QPointF(x, middle), column)
        self._paint_places(painter, sizes, rect, middle, leaf.places, words)

    def _paint_level_name(
        self,
        painter: QPainter,
        sizes: _Sizes,
        one: LevelLine,
        where: QPointF,
        column: float,
    ) -> None:
        font = self._font(sizes, bold=True)
        chip = sizes.body * 1.25
        wide = QFontMetricsF(font).horizontalAdvance(one.name)
        whole = chip + sizes.body * 0.3 + wide
        y = where.y() + sizes.body * 1.5
        if whole > column:  # the name goes below its number
            self._chip(painter, sizes, QPointF(where.x() - chip / 2, y), one.number)
            rect = QRectF(where.x() - column / 2, y + chip * 1.1, column, chip * 1.2)
            align = Qt.AlignmentFlag.AlignHCenter
            self._text(painter, rect, one.name, font, current().tokens.text, align)
            return
        left = where.x() - whole / 2
        self._chip(painter, sizes, QPointF(left, y), one.number)
        rect = QRectF(left + chip + sizes.body * 0.3, y, wide + 2, chip)
        painter.setFont(font)
        painter.setPen(QColor(current().tokens.text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, one.name)

    def _paint_places(
        self,
        painter: QPainter,
        sizes: _Sizes,
        rect: QRectF,
        middle: float,
        places: tuple[Place, ...],
        words: Words,
    ) -> None:
        tokens = current().tokens
        standing = [one for one in places if one.level is not None]
        if standing:
            levels = [one.level for one in standing if one.level is not None]
            left, right = self._x(rect, min(levels)), self._x(rect, max(levels))
            thick = sizes.body * 0.3
            bar = QRectF(left, middle - thick / 2, right - left, thick)
            painter.fillRect(bar, QColor(tokens.control))
        side = sizes.body * 2.0
        seen: dict[float, int] = {}
        for one in standing:
            level = one.level or 0.0
            together = sum(other.level == level for other in standing)
            place = seen.get(level, 0)
            seen[level] = place + 1
            x = self._x(rect, level) + (place - (together - 1) / 2) * side * 1.1
            box = QRectF(x - side / 2, middle - side / 2, side, side)
            letter = constituency_letter(words, one.constituency)
            paint_mark(painter, box, one.constituency, tokens, letter)
        for level in seen:
            names = ", ".join(one.name for one in standing if one.level == level)
            top = middle - side / 2
            wide = QFontMetricsF(self._font(sizes, bold=True)).horizontalAdvance(names)
            if wide < rect.width() / _LEVELS:  # else the letters tell them, as below
                where = QPointF(self._x(rect, level), top)
                self._name_above(painter, sizes, names, where)

    def _name_above(
        self, painter: QPainter, sizes: _Sizes, names: str, where: QPointF
    ) -> None:
        """Write the names of those on one level over their marks, within the wall."""
        font = self._font(sizes, bold=True)
        wide = QFontMetricsF(font).horizontalAdvance(names)
        left = max(
            sizes.side,
            min(where.x() - wide / 2, sizes.width - sizes.side - wide),
        )
        top = where.y() - sizes.body * 1.35
        rect = QRectF(left, top, wide + 2, sizes.body * 1.3)
        painter.setFont(font)
        painter.setPen(QColor(current().tokens.text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, names)

    def _paint_result(
        self,
        painter: QPainter,
        sizes: _Sizes,
        leaf: Leaf,
        top: float,
        low: float,
    ) -> None:
        tokens, pad = current().tokens, sizes.body * 0.6
        tall = sizes.body * _LINE * 2.3 + pad
        y = min(max(top + sizes.body * 0.2, 0), low - tall - sizes.body * 0.2)
        box = QRectF(sizes.side, y, sizes.width - 2 * sizes.side, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface2))
        painter.drawRoundedRect(box, sizes.body * 0.2, sizes.body * 0.2)
        inner = box.adjusted(pad, pad / 2, -pad, -pad / 2)
        font = self._font(sizes, _RESULT, bold=True)
        height = self._text(painter, inner, leaf.result, font, tokens.text)
        right = Qt.AlignmentFlag.AlignRight
        if leaf.verdicts:
            self._text(painter, inner, leaf.verdicts, font, tokens.text, right)
        below = inner.adjusted(0, height, 0, 0)
        self._text(painter, below, leaf.pattern, self._font(sizes), tokens.text)

    def _paint_foot(
        self, painter: QPainter, sizes: _Sizes, leaf: Leaf, words: Words
    ) -> float:
        """Write who speaks, and what must be said; return where the foot begins."""
        tokens = current().tokens
        silent = [one for one in leaf.places if one.level is None]
        lines = [
            words("{name}: {text}", name=one.name, text=one.said) for one in silent
        ]
        lines += leaf.notes
        y = sizes.height - sizes.side * 0.5 - sizes.body * 1.5
        self._paint_speaking(painter, sizes, leaf, words, y)
        line = y - sizes.body * 0.35
        painter.setPen(QPen(QColor(tokens.line), max(1.0, sizes.body / 24)))
        edge = sizes.width - sizes.side
        painter.drawLine(QPointF(sizes.side, line), QPointF(edge, line))
        if not lines:
            return line
        font = self._font(sizes)
        wide = sizes.width - 2 * sizes.side
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        text = "\n".join(lines)
        tall = QFontMetricsF(font).boundingRect(
            QRectF(0, 0, wide, sizes.height), flags, text
        )
        top = line - tall.height() - sizes.body * 0.2
        rect = QRectF(sizes.side, top, wide, tall.height() + 2)
        self._text(painter, rect, text, font, tokens.text)
        return top

    def _paint_speaking(
        self,
        painter: QPainter,
        sizes: _Sizes,
        leaf: Leaf,
        words: Words,
        y: float,
    ) -> None:
        tokens, tall = current().tokens, sizes.body * 1.4
        x = sizes.side
        align = Qt.AlignmentFlag.AlignVCenter
        for place, text in enumerate(
            (words("Speaking:"), *(name for _bench, name in leaf.speaking))
        ):
            if place:
                bench = leaf.speaking[place - 1][0]
                box = QRectF(x, y, tall, tall)
                letter = constituency_letter(words, bench)
                paint_mark(painter, box, bench, tokens, letter)
                x += tall + sizes.body * 0.3
            font = self._font(sizes, bold=place == 1)
            wide = QFontMetricsF(font).horizontalAdvance(text)
            painter.setFont(font)
            painter.setPen(QColor(tokens.text if place else tokens.text2))
            painter.drawText(QRectF(x, y, wide + 2, tall), align, text)
            x += wide + sizes.body * 0.9

    def _x(self, rect: QRectF, level: float) -> float:
        """Return where a level lies: in the middle of its column."""
        return rect.left() + (level - 0.5) * rect.width() / _LEVELS
