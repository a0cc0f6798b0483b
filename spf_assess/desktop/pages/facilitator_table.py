"""A table that never cuts its words: columns share the room, or rows become stacks."""

from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
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
from spf_assess.desktop.pages.facilitator_measures import (
    PAD,
    SIGN,
    WRAP,
    Done,
    Measures,
    text_height,
)
from spf_assess.desktop.pages.facilitator_rows import RowsTable
from spf_assess.desktop.parts import State, paint_mark, paint_state
from spf_assess.i18n import COLON
from spf_assess.model import Constituency

_BAR, _PIECE = 4, 200
_HINT = QAbstractItemView.ScrollHint.EnsureVisible


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
        return QSize(view.columnWidth(index.column()), view.needed_height(index.row()))


class TellingTable(RowsTable):
    """Rows of a ``TellingModel``, however many: what is not seen is fitted later.

    The rows seen have their height at once, and some more; the others get it a few at
    each turn of the event loop, and what is seen stays where it is meanwhile.
    """

    def __init__(self, model: TellingModel, parent: QWidget | None = None) -> None:
        self._telling, self._fitting = model, False
        self._measures, self._high = Measures(model), Done()
        self._widths: list[int] = []
        self._low = 0  # no row is lower
        self._later = QTimer()  # there before the base, which fits already
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        super().__init__(model, parent)
        self._later.setParent(self)
        self._later.timeout.connect(self._go_on)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(10)
        head.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        # It is never seen, and would find every row's place anew for each that changes.
        self.verticalHeader().setUpdatesEnabled(False)
        model.headerDataChanged.connect(self._measures.clear)
        model.rowsInserted.connect(self._take_rows)
        self.fit_anew()

    @property
    def measures(self) -> Measures:
        """What is known of the rows' widths."""
        return self._measures

    @property
    def whole(self) -> bool:
        """Whether every row has its height."""
        return self._measures.whole and self._high.whole

    def painter(self) -> QStyledItemDelegate:
        return TellingDelegate(self)

    def leading_column(self) -> int:
        return self._telling.stack if self._stacked else 0

    def fit(self) -> None:
        """Share the width among the columns; where it is too little, stack them."""
        if self._fitting:
            return
        self._fitting = True
        self._measures.go_on(_PIECE)
        self._fit_columns()
        self._fit_seen()
        for row in self._high.next(_PIECE):
            self._fit_row(row)
        self._fitting = False
        if not self.whole:
            self._later.start()

    def fit_anew(self) -> None:
        self._measures.clear()
        self._begin()

    def fit_rows(self, first: QModelIndex, last: QModelIndex) -> None:
        self._measures.change(first.row(), last.row())
        self._high.undo(first.row(), last.row())
        self.fit()

    def take_model(self) -> None:
        self._measures.begin()
        self._begin()

    def needed_height(self, row: int) -> int:
        """Return how high a row is with the columns as they are."""
        if self._stacked:
            stack = self._telling.stack
            index = self._telling.index(row, stack)
            return max(self._low, _stack_height(self.columnWidth(stack), index))
        return max(self._low, self._measures.height(row, self._widths))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if not self._fitting and not self.whole:
            self._fitting = True
            self._fit_seen()
            self._fitting = False

    def scrollTo(
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = _HINT
    ) -> None:
        super().scrollTo(index, hint)
        bar, before = self.verticalScrollBar(), -1
        while not self.whole and bar.value() != before:
            before = bar.value()  # the rows about it may have become higher
            self.updateGeometries()
            super().scrollTo(index, hint)

    # -- inside -------------------------------------------------------------------

    def _begin(self) -> None:
        self._high.begin(self._telling.rowCount())
        self._widths = []
        rows = self.verticalHeader()
        self._low = max(self._measures.one_line, rows.sectionSizeHint(0))
        rows.setDefaultSectionSize(self._low)
        self.fit()

    def _take_rows(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._measures.insert(first, last)
        self._high.insert(first, last)
        self.fit()

    def _go_on(self) -> None:
        """Fit some of the rows left; what is seen does not move."""
        if not self._measures.whole:
            self.fit()
            return
        top = max(0, self.rowAt(0))
        before = self.rowViewportPosition(top)
        self.fit()
        if moved := self.rowViewportPosition(top) - before:
            self.updateGeometries()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + moved)

    def _fit_columns(self) -> None:
        """Give every column its width; all heights change with them."""
        widths = list(self._measures.least)
        room = self.viewport().width()
        spare = room - sum(widths)
        self._stack(on=spare < 0)
        if not self._stacked:
            self._share(widths, spare)
        widths.append(room if self._stacked else 0)
        if widths == self._widths:
            return
        self._widths = widths
        for place, width in enumerate(widths):
            if not self.isColumnHidden(place):
                self.setColumnWidth(place, width)
        self._high.begin(self._telling.rowCount())

    def _stack(self, *, on: bool) -> None:
        self._stacked = on
        for column in range(self._telling.stack + 1):
            hidden = (column == self._telling.stack) != on
            if self.isColumnHidden(column) != hidden:
                self.setColumnHidden(column, hidden)
        self.horizontalHeader().setVisible(not on)

    def _fit_seen(self) -> None:
        """Give the rows that are seen their height; they come before all others."""
        rows, room = self._telling.rowCount(), self.viewport().height()
        row = max(0, self.rowAt(0))
        while row < rows and self.rowViewportPosition(row) < room:
            self._fit_row(row)
            row += 1

    def _fit_row(self, row: int) -> None:
        if self._high.has(row):
            return
        self._high.do(row)
        needed = self.needed_height(row)
        if self.rowHeight(row) != needed:
            self.setRowHeight(row, needed)

    def _share(self, widths: list[int], spare: int) -> None:
        """Give wrapping columns what one line takes, then the rest to all of them."""
        wanted = self._measures.wanted
        taking = [
            place for place, one in enumerate(self._telling.columns) if one.wraps
        ] or [0]
        for place in sorted(taking, key=lambda place: wanted[place]):
            more = min(spare, max(0, wanted[place] - widths[place]))
            widths[place] += more
            spare -= more
        for place in taking:
            widths[place] += spare // len(taking)


def _model(index: AnyIndex) -> TellingModel:
    found = index.model()
    if not isinstance(found, TellingModel):
        raise TypeError(found)
    return found


def _paint_signs(painter: QPainter, rect: QRect, index: AnyIndex) -> int:
    """Draw mark and sign from the left of *rect*; return the room they took."""
    look = current()
    side, x = look.px(SIGN), rect.left()
    for role in (MARK, STATE):
        value = index.data(role)
        if value is None:
            continue
        box = QRectF(x, rect.center().y() - side / 2 + 0.5, side, side)
        if role == MARK:  # Qt hands an enumeration of texts over as a text
            paint_mark(painter, box, Constituency(value), look.tokens)
        else:
            paint_state(painter, box, State(value), look.tokens)
        x += look.px(SIGN + 6)
    return x - rect.left()


def _paint_cell(painter: QPainter, rect: QRect, index: AnyIndex) -> None:
    look = current()
    column: Telling = index.data(LOOK)
    inside = rect.adjusted(look.px(PAD), 0, -look.px(PAD), -1)
    inside.setLeft(inside.left() + _paint_signs(painter, inside, index))
    painter.setFont(look.font(column.role))
    tokens = look.tokens
    painter.setPen(QColor(tokens.text2 if column.role == "small" else tokens.text))
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    painter.drawText(inside, flags | WRAP, str(index.data() or ""))


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
    inner = width - 2 * look.px(PAD + 4) - look.px(SIGN + 6)
    lines = _stack_lines(index)
    tall = sum(text_height(look.font(role), said, inner) + 2 for role, said in lines)
    return tall + 2 * look.px(8)


def _paint_stack(painter: QPainter, rect: QRect, index: AnyIndex) -> None:
    look, model = current(), _model(index)
    pad = look.px(PAD + 4)
    inside = rect.adjusted(pad, look.px(8), -pad, 0)
    side = look.px(SIGN)
    for place in range(model.stack):
        cell = model.index(index.row(), place)
        if (bench := cell.data(MARK)) is not None:
            box = QRectF(inside.left(), inside.top(), side, side)
            paint_mark(painter, box, Constituency(bench), look.tokens)
    inside.setLeft(inside.left() + look.px(SIGN + 6))
    painter.setPen(QColor(look.tokens.text))
    y = inside.top()
    for role, said in _stack_lines(index):
        font = look.font(role)
        tall = text_height(font, said, inside.width())
        painter.setFont(font)
        painter.drawText(QRect(inside.left(), y, inside.width(), tall), WRAP, said)
        y += tall + 2
