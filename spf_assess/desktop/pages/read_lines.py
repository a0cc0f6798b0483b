"""Paints lines of what there is to read; words wrap rather than being cut."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from spf_assess.desktop.look.style import current
from spf_assess.desktop.models.findings import Line
from spf_assess.desktop.models.listed import LINE_ROLE
from spf_assess.desktop.parts.paint import focus_ring
from spf_assess.reading import Run

AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT, _RIGHT, _PAD, _GAP, _BAR = 20, 16, 7, 12, 4
_MARK, _INDENT, _HEAD = 62, 18, 34


@dataclass(frozen=True, slots=True)
class Block:
    """Words laid out at a width: *top* within the line, *role* of the type scale."""

    layout: QTextLayout
    top: float
    role: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A line laid out at a width."""

    blocks: tuple[Block, ...]
    left: int
    height: int


class ReadDelegate(QStyledItemDelegate):
    """Number at the left, words with their marks, where they stand, count at right."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._laid: dict[tuple[Line, int], Laid] = {}

    def forget(self) -> None:
        """Lay out anew: other lines, or another text size."""
        self._laid.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        line: Line = index.data(LINE_ROLE)
        if line.address is None:
            return QSize(width, current().px(_HEAD))
        return QSize(width, self._lay(line, width).height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        line: Line = index.data(LINE_ROLE)
        painter.save()
        if line.address is None:
            _paint_head(painter, option.rect, line)
        else:
            self._paint_line(painter, option, line)
        painter.restore()

    def _paint_line(
        self, painter: QPainter, option: QStyleOptionViewItem, line: Line
    ) -> None:
        look, box = current(), option.rect
        tokens = look.tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, QColor(tokens.accent_soft))
            bar = QRect(box.left(), box.top(), look.px(_BAR), box.height())
            painter.fillRect(bar, QColor(tokens.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.surface2))
        rule = QRect(box.left(), box.bottom(), box.width(), 1)
        painter.fillRect(rule, QColor(tokens.line))
        laid = self._lay(line, box.width())
        for block in laid.blocks:
            second = block.role == "small"
            painter.setPen(QColor(tokens.text2 if second else tokens.text))
            block.layout.draw(
                painter, QPointF(box.left() + laid.left, box.top() + block.top)
            )
        _paint_sides(painter, box, line)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            ring = QRectF(box).adjusted(1, 1, -1, -2)
            focus_ring(painter, ring, 4, tokens.focus)

    def _lay(self, line: Line, width: int) -> Laid:
        key = line, width
        if key not in self._laid:
            self._laid[key] = _lay_out(line, width)
        return self._laid[key]


def _lay_out(line: Line, width: int) -> Laid:
    look = current()
    left, right = _sides(line)
    room = max(look.px(80), width - left - right)
    top: float = look.px(_PAD)
    blocks = []
    for runs, role in (
        (line.title, "legal" if line.legal else "text"),
        (line.more, "small_text"),
        ((Run(line.about),) if line.about else (), "small"),
    ):
        if runs:
            layout, high = _flow(runs, role, room)
            blocks.append(Block(layout, top, role))
            top += high
    return Laid(tuple(blocks), left, round(top) + look.px(_PAD) + 1)


def _flow(runs: tuple[Run, ...], role: str, width: int) -> tuple[QTextLayout, float]:
    """Lay words out at a width, what is marked heavier and on a tinted ground."""
    look = current()
    layout = QTextLayout("".join(run.text for run in runs), look.font(role))
    formats, at = [], 0
    for run in runs:
        if run.marked:
            format_ = QTextCharFormat()
            format_.setFont(_heavier(role))
            format_.setBackground(QColor(look.tokens.accent_soft))
            found = QTextLayout.FormatRange()
            found.start, found.length = at, len(run.text)
            found.format = format_
            formats.append(found)
        at += len(run.text)
    layout.setFormats(formats)
    layout.beginLayout()
    high = 0.0
    while (text_line := layout.createLine()).isValid():
        text_line.setLineWidth(width)
        text_line.setPosition(QPointF(0, high))
        high += text_line.height()
    layout.endLayout()
    return layout, high


def _heavier(role: str) -> QFont:
    heavier = {"legal": "legal_strong", "text": "strong"}
    return current().font(heavier.get(role, "small_strong"))


def _sides(line: Line) -> tuple[int, int]:
    """Return how much room the words leave at the left and at the right."""
    look = current()
    left = look.px(_LEFT + line.deep * _INDENT)
    if line.mark:
        metrics = QFontMetrics(look.font("small_strong"))
        wide = metrics.horizontalAdvance(line.mark) + look.px(_GAP)
        left += max(look.px(_MARK), wide)
    right = look.px(_RIGHT)
    if line.tells:
        metrics = QFontMetrics(look.font("small"))
        right += metrics.horizontalAdvance(line.tells) + look.px(_GAP)
    return left, right


def _paint_sides(painter: QPainter, box: QRect, line: Line) -> None:
    look = current()
    top = look.px(_PAD)
    if line.mark:
        painter.setFont(look.font("small_strong"))
        painter.setPen(QColor(look.tokens.text))
        x = box.left() + look.px(_LEFT + line.deep * _INDENT)
        place = QRect(x, box.top() + top + 1, box.width(), box.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, line.mark)
    if line.tells:
        painter.setFont(look.font("small"))
        painter.setPen(QColor(look.tokens.text2))
        place = box.adjusted(0, top + 1, -look.px(_RIGHT), 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, line.tells)


def _paint_head(painter: QPainter, box: QRect, line: Line) -> None:
    look = current()
    painter.setFont(look.font("label"))
    painter.setPen(QColor(look.tokens.text2))
    inside = box.adjusted(look.px(_LEFT), 0, -look.px(_RIGHT), -look.px(5))
    bottom = Qt.AlignmentFlag.AlignBottom
    title = "".join(run.text for run in line.title)
    painter.drawText(inside, bottom | Qt.AlignmentFlag.AlignLeft, title)
    painter.drawText(inside, bottom | Qt.AlignmentFlag.AlignRight, line.tells)
