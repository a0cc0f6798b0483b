"""A table that never cuts its words: columns share the room, or rows become stacks."""

from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from spf_assess.desktop.look import current
from spf_assess.desktop.models.board_table import (
    LOOK,
    MARK,
    STATE,
    AnyIndex,
    Telling,
    TellingModel,
)
from spf_assess.desktop.pages.facilitator_rows import RowsTable
from spf_assess.desktop.parts import State, paint_mark, paint_state
from spf_assess.i18n import COLON
from spf_assess.model import Constituency

_PAD, _PAD_Y, _SIGN, _BAR, _LEAST_WORDS = 8, 6, 16, 4, 120
_WRAP = int(Qt.TextFlag.TextWordWrap)
_TALL = 10_000


class TellingDelegate(QStyledItemDelegate):
    """Paints a cell's sign and words, or a whole row as a stack of lines."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        style: Any = option
        rect, state = style.rect, style.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        tokens = current().tokens
        painter.save()
        painter.fillRect(rect, QColor(tokens.accent_soft if chosen else tokens.surface))
        foot = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(foot, QColor(tokens.line))
        whole = index.column() == _model(index).stack
        if chosen and (index.column() == 0 or whole):
            bar = QRect(rect.left(), rect.top(), _BAR, rect.height())
            painter.fillRect(bar, QColor(tokens.accent))
        if whole:
            _paint_stack(painter, rect, index)
        else:
            _paint_cell(painter, rect, index)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view: Any = self.parent()
        width = view.columnWidth(index.column())
        if index.column() == _model(index).stack:
            return QSize(width, _stack_height(width, index))
        look = current()
        column: Telling = index.data(LOOK)
        inner = width - 2 * look.px(_PAD) - _sign_width(index)
        font = look.font(column.role)
        said = str(index.data() or " ")
        tall = _height(font, said, inner) if column.wraps else _line(font)
        return QSize(width, max(look.px(27), tall + 2 * look.px(_PAD_Y)))


class TellingTable(RowsTable):
    """Rows of a ``TellingModel``."""

    def __init__(self, model: TellingModel, parent: QWidget | None = None) -> None:
        self._telling, self._fitting = model, False
        self._measured: list[int] = []  # by column: below it words would be cut
        self._wanted: list[int] = []  # by column: all words in one line
        super().__init__(model, parent)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(10)
        head.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.fit()

    def painter(self) -> QStyledItemDelegate:
        return TellingDelegate(self)

    def leading_column(self) -> int:
        return self._telling.stack if self._stacked else 0

    def fit(self) -> None:
        """Share the width among the columns; where it is too little, stack them."""
        if self._fitting:
            return
        self._fitting = True
        if not self._measured:
            self._measured = self._least()
        widths = list(self._measured)
        spare = self.viewport().width() - sum(widths)
        self._stacked = spare < 0
        for column in range(self._telling.stack + 1):
            whole = column == self._telling.stack
            self.setColumnHidden(column, whole != self._stacked)
        self.horizontalHeader().setVisible(not self._stacked)
        if self._stacked:
            self.setColumnWidth(self._telling.stack, self.viewport().width())
        else:
            self._share(widths, spare)
        self.resizeRowsToContents()
        self._fitting = False

    def fit_anew(self) -> None:
        self._measured.clear()
        self.fit()

    def _share(self, widths: list[int], spare: int) -> None:
        """Give wrapping columns what one line takes, then the rest to all of them."""
        taking = [
            place for place, one in enumerate(self._telling.columns) if one.wraps
        ] or [0]
        for place in sorted(taking, key=lambda place: self._wanted[place]):
            more = min(spare, max(0, self._wanted[place] - widths[place]))
            widths[place] += more
            spare -= more
        for place in taking:
            widths[place] += spare // len(taking)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)

    def _least(self) -> list[int]:
        """Return the width below which words would be cut, by column."""
        look = current()
        heads, least = QFontMetrics(look.font("label")), []
        self._wanted = []
        for place, column in enumerate(self._telling.columns):
            head = heads.horizontalAdvance(column.head(self._telling.words))
            metrics = QFontMetrics(look.font(column.role))
            wanted = widest = head + 2 * look.px(_PAD) + 6
            for row in range(self._telling.rowCount()):
                index = self._telling.index(row, place)
                around = _sign_width(index) + 2 * look.px(_PAD) + 2
                words = metrics.horizontalAdvance(str(index.data() or ""))
                wanted = max(wanted, words + around)
                if column.wraps:
                    words = min(words, look.px(_LEAST_WORDS))
                widest = max(widest, words + around)
            least.append(widest)
            self._wanted.append(wanted)
        return least


def _model(index: AnyIndex) -> TellingModel:
    found = index.model()
    if not isinstance(found, TellingModel):
        raise TypeError(found)
    return found


def _sign_width(index: AnyIndex) -> int:
    """Return the room that a mark or a state's sign takes before the words."""
    signs = sum(index.data(role) is not None for role in (MARK, STATE))
    return signs * current().px(_SIGN + 6)


def _paint_signs(painter: QPainter, rect: QRect, index: AnyIndex) -> int:
    """Draw mark and sign from the left of *rect*; return the room they took."""
    look = current()
    side, x = look.px(_SIGN), rect.left()
    for role in (MARK, STATE):
        value = index.data(role)
        if value is None:
            continue
        box = QRectF(x, rect.center().y() - side / 2 + 0.5, side, side)
        if role == MARK:  # Qt hands an enumeration of texts over as a text
            paint_mark(painter, box, Constituency(value), look.tokens)
        else:
            paint_state(painter, box, State(value), look.tokens)
        x += look.px(_SIGN + 6)
    return x - rect.left()


def _paint_cell(painter: QPainter, rect: QRect, index: AnyIndex) -> None:
    look = current()
    column: Telling = index.data(LOOK)
    inside = rect.adjusted(look.px(_PAD), 0, -look.px(_PAD), -1)
    inside.setLeft(inside.left() + _paint_signs(painter, inside, index))
    painter.setFont(look.font(column.role))
    tokens = look.tokens
    painter.setPen(QColor(tokens.text2 if column.role == "small" else tokens.text))
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    painter.drawText(inside, flags | _WRAP, str(index.data() or ""))


def _stack_lines(index: AnyIndex) -> list[tuple[str, str]]:
    """Return role and words of each part of a row's stack, the title first."""
    model, number = _model(index), index.row()
    row, words = model.row(number), model.words
    colon = words.text(COLON)
    titles = [one for one in model.columns if one.title]
    others = [one for one in model.columns if not one.title]
    said = [("strong", one.text(words, row)) for one in titles]
    told = [
        one.head(words) + colon + text
        for one in others
        if (text := one.text(words, row))
    ]
    said.append(("small_text", " · ".join(told)))
    return said


def _stack_height(width: int, index: AnyIndex) -> int:
    look = current()
    inner = width - 2 * look.px(_PAD + 4) - look.px(_SIGN + 6)
    lines = _stack_lines(index)
    tall = sum(_height(look.font(role), said, inner) + 2 for role, said in lines)
    return tall + 2 * look.px(8)


def _paint_stack(painter: QPainter, rect: QRect, index: AnyIndex) -> None:
    look, model = current(), _model(index)
    pad = look.px(_PAD + 4)
    inside = rect.adjusted(pad, look.px(8), -pad, 0)
    side = look.px(_SIGN)
    for place in range(model.stack):
        cell = model.index(index.row(), place)
        if (bench := cell.data(MARK)) is not None:
            box = QRectF(inside.left(), inside.top(), side, side)
            paint_mark(painter, box, Constituency(bench), look.tokens)
    inside.setLeft(inside.left() + look.px(_SIGN + 6))
    painter.setPen(QColor(look.tokens.text))
    y = inside.top()
    for role, said in _stack_lines(index):
        font = look.font(role)
        tall = _height(font, said, inside.width())
        painter.setFont(font)
        painter.drawText(QRect(inside.left(), y, inside.width(), tall), _WRAP, said)
        y += tall + 2


def _height(font: QFont, said: str, width: int) -> int:
    box = QRect(0, 0, max(1, width), _TALL)
    return QFontMetrics(font).boundingRect(box, _WRAP, said).height()


def _line(font: QFont) -> int:
    return QFontMetrics(font).height()
