"""Paints the lines of the check-your-answers page, as a table or, narrow, as a list."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from spf_assess.desktop.look.style import current
from spf_assess.desktop.models.check import Line
from spf_assess.desktop.models.check_cells import Cell
from spf_assess.desktop.models.listed import LINE_ROLE
from spf_assess.desktop.parts.chip import CHIP, paint_chip
from spf_assess.desktop.parts.paint import focus_ring
from spf_assess.desktop.parts.state import State, paint_state

Index = QModelIndex | QPersistentModelIndex
_ROW, _PAD, _GAP = 31, 12, 8
_NUMBER = 60
_STACKED_BELOW = 700
_SHARES = (0.42, 0.15, 0.185, 0.145)  # question, law, practice, evidence; then the link
_WRAP = Qt.TextFlag.TextWordWrap
_LEFT = _WRAP | Qt.AlignmentFlag.AlignLeft
_TALL = 10_000


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand in a line of some width; *stacked*: one below the other."""

    number: int
    title: QRect
    law: QRect
    practice: QRect
    evidence: QRect
    link: QRect
    stacked: bool


def columns(width: int) -> Columns:
    """Return the columns for a width in pixels; heights are left open."""
    look = current()
    pad, number = look.px(_PAD), look.px(_NUMBER)
    if width < look.px(_STACKED_BELOW):
        whole = QRect(pad, 0, max(1, width - 2 * pad), _TALL)
        return Columns(number, whole, whole, whole, whole, whole, True)  # noqa: FBT003
    at, rects = pad, []
    room = width - 2 * pad
    for share in (*_SHARES, 1 - sum(_SHARES)):
        wide = round(room * share)
        rects.append(QRect(at, 0, wide - look.px(_GAP), _TALL))
        at += wide
    title, law, practice, evidence, link = rects
    title.setLeft(pad + number)
    return Columns(number, title, law, practice, evidence, link, False)  # noqa: FBT003


class CheckDelegate(QStyledItemDelegate):
    """Draws a section's name over the whole width, a question in its columns."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[int, int, float], int] = {}

    def forget(self) -> None:
        """Forget the heights: there are other lines now."""
        self._heights.clear()

    def height(self, line: Line, width: int) -> int:
        """Return how high a line is at a width."""
        key = (id(line), width, current().scale)
        if key not in self._heights:
            self._heights[key] = self._measured(line, width)
        return self._heights[key]

    def _measured(self, line: Line, width: int) -> int:
        look = current()
        place = columns(width)
        if not line.item:
            font = look.font("strong")
            return _height(line.title, font, width - 2 * look.px(_PAD)) + look.px(12)
        text = look.font("text")
        if place.stacked:
            return sum(box.height() for box in _stacked(line, width)) + look.px(_PAD)
        heights = [
            _height(line.title, text, place.title.width()),
            _height(line.evidence, look.font("small"), place.evidence.width()),
            *(
                _height(cell.text, text, _cell_width(cell, box, place))
                for cell, box in (
                    (line.law, place.law),
                    (line.practice, place.practice),
                )
            ),
        ]
        return max(look.px(_ROW), max(heights) + look.px(_GAP + 2))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.rect.width()
        view = option.widget
        if width <= 0 and view is not None:
            width = view.width()
        return QSize(width, self.height(index.data(LINE_ROLE), width))

    def link(self, line: Line, box: QRect) -> QRect:
        """Return where the link of a line stands that is drawn into *box*."""
        place = columns(box.width())
        metrics = QFontMetrics(current().font("text"))
        size = QSize(metrics.horizontalAdvance(line.action), metrics.height())
        if place.stacked:
            corner = QPoint(place.title.left(), box.height() - size.height() - 4)
        else:
            corner = QPoint(
                place.link.left() + place.link.width() - size.width(),
                (current().px(_ROW) - size.height()) // 2,
            )
        return QRect(box.topLeft() + corner, size)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        line: Line = index.data(LINE_ROLE)
        tokens, box = current().tokens, option.rect
        painter.save()
        if not line.item:
            _paint_section(painter, box, line)
        else:
            if option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(box, QColor(tokens.surface2))
            self._paint_item(painter, box, line)
            state = option.state
            chosen = state & QStyle.StateFlag.State_Selected
            if chosen and state & QStyle.StateFlag.State_HasFocus:
                ring = QRectF(box).adjusted(1, 1, -1, -2)
                focus_ring(painter, ring, 3, tokens.focus)
        painter.fillRect(
            QRect(box.left(), box.bottom(), box.width(), 1), QColor(tokens.line)
        )
        painter.restore()

    def _paint_item(self, painter: QPainter, box: QRect, line: Line) -> None:
        look = current()
        place = columns(box.width())
        top = (look.px(_ROW) - QFontMetrics(look.font("text")).height()) // 2
        if place.stacked:
            _paint_stacked(painter, box, line)
        else:
            moved = box.topLeft() + QPoint(0, top)
            number = QRect(look.px(_PAD), 0, place.number, _TALL).translated(moved)
            _words(painter, number, line.item, "strong")
            _words(painter, place.title.translated(moved), line.title, "text")
            evidence = place.evidence.translated(moved)
            _words(painter, evidence, line.evidence, "small", look.tokens.text2)
            for cell, rect in ((line.law, place.law), (line.practice, place.practice)):
                room = QRect(rect)
                room.setWidth(_room(cell, rect, place))
                _paint_cell(painter, room.translated(moved), cell)
        font = QFont(look.font("text"))
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(QColor(look.tokens.link))
        painter.drawText(self.link(line, box), Qt.AlignmentFlag.AlignLeft, line.action)


def _paint_section(painter: QPainter, box: QRect, line: Line) -> None:
    look = current()
    painter.fillRect(box, QColor(look.tokens.surface2))
    inside = box.adjusted(look.px(_PAD), 0, -look.px(_PAD), 0)
    painter.setFont(look.font("strong"))
    painter.setPen(QColor(look.tokens.text))
    painter.drawText(inside, _WRAP | Qt.AlignmentFlag.AlignVCenter, line.title)


def _paint_stacked(painter: QPainter, box: QRect, line: Line) -> None:
    pieces = _pieces(line)[:-1]  # the last is the link, drawn for itself
    for rect, (text, cell) in zip(_stacked(line, box.width()), pieces, strict=False):
        moved = rect.translated(box.topLeft())
        if cell is None:
            role = "strong" if text.startswith(line.item) else "small"
            _words(painter, moved, text, role)
        else:
            _words(painter, moved, text, "small", current().tokens.text2)
            _paint_cell(painter, moved.adjusted(_names_width(line), 0, 0, 0), cell)


def _pieces(line: Line) -> list[tuple[str, Cell | None]]:
    """Return what stands one below the other: words, or a cell with its name."""
    pieces: list[tuple[str, Cell | None]] = [(f"{line.item}  {line.title}", None)]
    named = zip(line.names, (line.law, line.practice), strict=True)
    pieces += [(name, cell) for name, cell in named if cell.spoken]
    pieces += [(line.evidence, None), (line.action, None)]
    return pieces


def _names_width(line: Line) -> int:
    look = current()
    metrics = QFontMetrics(look.font("small"))
    widest = max(metrics.horizontalAdvance(name) for name in line.names)
    return widest + look.px(_GAP) if widest else 0


def _stacked(line: Line, width: int) -> list[QRect]:
    """Return the rectangles of a line's pieces, one below the other."""
    look = current()
    pad, y = look.px(_PAD), look.px(6)
    room, found = max(1, width - 2 * pad), []
    for text, cell in _pieces(line):
        if cell is None:
            role = "strong" if text.startswith(line.item) else "text"
            height = _height(text, look.font(role), room)
        else:
            inner = room - _names_width(line) - _chips_width(cell)
            height = max(look.px(CHIP), _height(cell.text, look.font("text"), inner))
        found.append(QRect(pad, y, room, height + look.px(3)))
        y += height + look.px(3)
    return found


def _room(cell: Cell, rect: QRect, place: Columns) -> int:
    if cell.wide and not place.stacked:
        return place.practice.right() - place.law.left()
    return rect.width()


def _cell_width(cell: Cell, rect: QRect, place: Columns) -> int:
    return _room(cell, rect, place) - _chips_width(cell)


def _chips_width(cell: Cell) -> int:
    look = current()
    step = look.px(CHIP + 4)
    sign = look.px(22) if cell.warns else 0
    return step * len(cell.levels) + (look.px(4) if cell.levels else 0) + sign


def _paint_cell(painter: QPainter, box: QRect, cell: Cell) -> None:
    look = current()
    side = look.px(CHIP)
    middle = QFontMetrics(look.font("text")).height() / 2
    x = box.left()
    for level in cell.levels:
        rect = QRectF(x, box.top() + middle - side / 2, side, side)
        paint_chip(painter, rect, level, look.tokens)
        x += look.px(CHIP + 4)
    if cell.levels:
        x += look.px(4)
    if cell.warns:
        rect = QRectF(x, box.top() + middle - look.px(8), look.px(16), look.px(16))
        paint_state(painter, rect, State.MEND, look.tokens)
        x += look.px(22)
    inside = QRect(x, box.top(), box.right() + 1 - x, _TALL)
    font = QFont(look.font("strong" if cell.warns else "text"))
    font.setItalic(cell.quiet)
    painter.setFont(font)
    painter.setPen(QColor(look.tokens.warn if cell.warns else look.tokens.text))
    painter.drawText(inside, _LEFT, cell.text)


def _words(painter: QPainter, box: QRect, text: str, role: str, ink: str = "") -> None:
    look = current()
    font = look.font(role)
    drop = QFontMetrics(look.font("text")).ascent() - QFontMetrics(font).ascent()
    box = box.translated(0, drop)  # all on one base line
    painter.setFont(font)
    painter.setPen(QColor(ink or look.tokens.text))
    painter.drawText(box, _LEFT, text)


def _height(text: str, font: QFont, width: int) -> int:
    box = QRect(0, 0, max(1, width), _TALL)
    return QFontMetrics(font).boundingRect(box, _LEFT, text).height()
