"""Paints the questions to be talked about: two lines each, wrapping, never cut."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from spf_assess.desktop.look.style import current
from spf_assess.desktop.models.discussed import TopicLine
from spf_assess.desktop.models.listed import LINE_ROLE
from spf_assess.desktop.parts.paint import focus_ring
from spf_assess.desktop.parts.state import State, paint_state

_LEFT, _RIGHT, _ICON, _GAP = 14, 12, 15, 9
_PAD, _BAR, _TALL = 7, 4, 10_000
_WRAP = Qt.TextFlag.TextWordWrap


class TopicDelegate(QStyledItemDelegate):
    """State, reference and title; below why it needs talk and how far it has come."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        room = width - _left() - current().px(_RIGHT)
        line: TopicLine = index.data(LINE_ROLE)
        high = sum(_height(text, font, room) for text, font in _texts(line))
        return QSize(width, high + 2 * current().px(_PAD))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: TopicLine = index.data(LINE_ROLE)
        look, box = current(), option.rect
        tokens = look.tokens
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.accent_soft))
            bar = QRect(box.left(), box.top(), look.px(_BAR), box.height())
            painter.fillRect(bar, QColor(tokens.accent))
        side, top = look.px(_ICON) + 1, box.top() + look.px(_PAD)
        icon = QRectF(box.left() + look.px(_LEFT), top + look.px(2), side, side)
        paint_state(painter, icon, State(line.sign), tokens)
        left = box.left() + _left()
        room = box.right() + 1 - look.px(_RIGHT) - left
        for (text, font), ink in zip(
            _texts(line), (tokens.text, tokens.text2), strict=True
        ):
            high = _height(text, font, room)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(QRect(left, top, room, high), _WRAP.value, text)
            top += high
        painter.setPen(QColor(tokens.line))
        painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
        seen = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected
        if option.state & seen == seen:
            ring = QRectF(box).adjusted(1, 1, -1, -1)
            focus_ring(painter, ring, 4, tokens.focus)
        painter.restore()


def _texts(line: TopicLine) -> tuple[tuple[str, QFont], tuple[str, QFont]]:
    look = current()
    below = " · ".join(one for one in (line.on_wall, line.state, line.why) if one)
    head = f"{line.reference}  {line.title}"
    return (head, look.font("small_strong")), (below, look.font("small"))


def _left() -> int:
    return current().px(_LEFT + _ICON + _GAP)


def _height(text: str, font: QFont, width: int) -> int:
    box = QRect(0, 0, max(1, width), _TALL)
    return QFontMetrics(font).boundingRect(box, _WRAP.value, text).height()
