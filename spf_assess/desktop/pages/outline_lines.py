"""Paints the outline's lines; they wrap rather than being cut."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from spf_assess.desktop.look.style import current
from spf_assess.desktop.models.listed import LINE_ROLE
from spf_assess.desktop.models.outline import Kind, Line
from spf_assess.desktop.parts.paint import focus_ring
from spf_assess.desktop.parts.state import paint_state

_LEFT, _RIGHT, _ICON = 14, 12, 15
_REFERENCE, _TITLE, _INDENT = 38, 74, 24
_ROW, _GROUP_ROW, _BAR, _GAP, _GAP_RIGHT = 27, 31, 4, 8, 6
_WRAP = Qt.TextFlag.TextWordWrap
_TALL = 10_000


class OutlineDelegate(QStyledItemDelegate):
    """Icon, reference, short title, state in words."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line: Line = index.data(LINE_ROLE)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        look = current()
        if line.kind is Kind.GROUP:
            font = look.font("label")
            room = width - look.px(_LEFT + _RIGHT)
            height = _height(line.title, font, room) + look.px(_GROUP_ROW - 17)
            return QSize(width, max(look.px(_GROUP_ROW), height))
        place = _places(line, width)
        font = look.font("small_strong" if line.here else "small_text")
        height = _height(line.title, font, place[1] - place[0])
        padding = look.px(_ROW) - QFontMetrics(font).height()
        return QSize(width, height + max(0, padding))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: Line = index.data(LINE_ROLE)
        box: QRect = option.rect
        look = current()
        painter.save()
        if line.kind is Kind.GROUP:
            painter.setFont(look.font("label"))
            painter.setPen(QColor(look.tokens.text2))
            inside = box.adjusted(look.px(_LEFT), 0, -look.px(_RIGHT), -look.px(5))
            painter.drawText(inside, _WRAP | Qt.AlignmentFlag.AlignBottom, line.title)
        else:
            self._paint_line(painter, option, line)
        painter.restore()

    def _paint_line(
        self, painter: QPainter, option: QStyleOptionViewItem, line: Line
    ) -> None:
        look, box = current(), option.rect
        tokens = look.tokens
        if line.here:
            painter.fillRect(box, QColor(tokens.accent_soft))
            bar = QRect(box.left(), box.top(), look.px(_BAR), box.height())
            painter.fillRect(bar, QColor(tokens.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.surface))
        indent = look.px(_INDENT) if line.kind is Kind.ITEM else 0
        side = look.px(_ICON) + 1
        top = box.top() + (look.px(_ROW) - side) // 2
        if line.state is not None:
            icon = QRectF(box.left() + look.px(_LEFT) + indent, top, side, side)
            paint_state(painter, icon, line.state, tokens)
        self._write(painter, box, line, indent)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if focused and option.state & QStyle.StateFlag.State_Selected:
            ring = QRectF(box).adjusted(1, 1, -1, -1)
            focus_ring(painter, ring, 4, tokens.focus)

    def _write(self, painter: QPainter, box: QRect, line: Line, indent: int) -> None:
        look = current()
        left, right = _places(line, box.width())
        strong = look.font("small_strong" if line.here else "small_text")
        metrics = QFontMetrics(strong)
        top = box.top() + (look.px(_ROW) - metrics.height()) // 2
        painter.setFont(strong)
        painter.setPen(QColor(look.tokens.text))
        x = box.left() + look.px(_REFERENCE) + indent
        reference = QRect(x, top, box.left() + left - x, metrics.height())
        painter.drawText(reference, Qt.AlignmentFlag.AlignLeft, line.reference)
        title = QRect(box.left() + left, top, right - left, box.height())
        painter.drawText(title, _WRAP, line.title)
        painter.setFont(look.font("small_text"))
        ink = look.tokens.warn if line.warns else look.tokens.text2
        painter.setPen(QColor(ink))
        end = box.right() + 1 - look.px(_RIGHT)
        tells = QRect(box.left() + right, top, end - box.left() - right, 2 * _ROW)
        painter.drawText(tells, Qt.AlignmentFlag.AlignRight, line.tells)


def _places(line: Line, width: int) -> tuple[int, int]:
    """Return where the title begins and where the words at the right begin."""
    look = current()
    metrics = QFontMetrics(look.font("small_text"))
    strong = QFontMetrics(look.font("small_strong"))
    indent = look.px(_INDENT) if line.kind is Kind.ITEM else 0
    wide = look.px(_REFERENCE) + indent + strong.horizontalAdvance(line.widest)
    left = max(look.px(_TITLE) + indent, wide + look.px(_GAP))
    tells = metrics.horizontalAdvance(line.tells)
    return left, width - look.px(_RIGHT) - tells - look.px(_GAP_RIGHT)


def _height(text: str, font: QFont, width: int) -> int:
    box = QRect(0, 0, max(1, width), _TALL)
    metrics = QFontMetrics(font)
    return metrics.boundingRect(box, _WRAP, text).height()
