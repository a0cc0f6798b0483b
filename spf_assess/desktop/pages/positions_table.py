"""The table of positions: a view that fits its rows, its header and its delegate."""

from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from spf_assess.desktop.look import current
from spf_assess.desktop.models.positions import (
    FIGURES,
    ROW,
    AnyIndex,
    Column,
    PositionsModel,
    Row,
)
from spf_assess.desktop.pages.facilitator_rows import RowsTable
from spf_assess.desktop.pages.positions_stack import paint_stack, stack_height
from spf_assess.desktop.parts import paint_mark, paint_strip
from spf_assess.desktop.parts.strip import level_x

ROW_HEIGHT, LEAST_ROW_HEIGHT, HEAD_HEIGHT = 27, 24, 31
_PAD, _MARK, _BAR, _STRIP, _FIGURE, _CELL_MARK = 8, 15, 4, 166, 38, 14
_CENTRED = (*FIGURES, Column.RANGE)
_BOLD = (Column.REFERENCE, Column.VERDICTS)
_SECOND = (Column.PATTERN, Column.OTHERS, Column.STRIP)
_STRIP_SPARE = 4


def font_role(column: Column, row: Row, *, chosen: bool) -> str:
    """Return the role of the type scale a cell is written in."""
    if column in _BOLD or (row.diverges and column in (Column.RANGE, Column.RESULT)):
        return "small_strong"
    if column is Column.SECTION and chosen:
        return "small_strong"
    ranged = row.comparison is not None and row.comparison.range is not None
    absent = column in (Column.RANGE, Column.RESULT) and not ranged
    return "small" if column in _SECOND or absent else "small_text"


class PositionsDelegate(QStyledItemDelegate):
    """Paints a cell from the model's words and the tokens of the moment."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        row: Row = index.data(ROW)
        column, rect = Column(index.column()), _rect(option)
        chosen = bool(_state(option) & QStyle.StateFlag.State_Selected)
        painter.save()
        _ground(painter, rect, row, chosen=chosen)
        if chosen and column in (Column.REFERENCE, Column.STACK):
            bar = QRect(rect.left(), rect.top(), _BAR, rect.height())
            painter.fillRect(bar, QColor(current().tokens.accent))
        if column is Column.STRIP and row.comparison is not None:
            strip = QRectF(rect).adjusted(0, 0, 0, -1)
            tokens = current().tokens
            paint_strip(painter, strip, row.comparison, tokens, row.order)
        elif column is Column.STACK:
            model = index.model()
            if isinstance(model, PositionsModel):
                paint_stack(painter, rect, row, model.words)
        else:
            _write(painter, rect, index, font_role(column, row, chosen=chosen))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        look, column = current(), Column(index.column())
        if column is Column.STACK:
            model, view = index.model(), self._view()
            width = view.columnWidth(Column.STACK)
            if isinstance(model, PositionsModel):
                return QSize(width, stack_height(width, index.data(ROW), model.words))
        if column is Column.STRIP:
            return QSize(look.px(_STRIP), look.px(ROW_HEIGHT))
        row: Row = index.data(ROW)
        metrics = QFontMetrics(look.font(font_role(column, row, chosen=True)))
        words = metrics.horizontalAdvance(str(index.data() or ""))
        return QSize(words + 2 * look.px(_PAD), look.px(ROW_HEIGHT))

    def _view(self) -> QTableView:
        view = self.parent()
        if not isinstance(view, QTableView):
            raise TypeError(view)
        return view


class PositionsHeader(QHeaderView):
    """The table's head: marks with letters over the figures, levels over the strip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(10)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), current().px(HEAD_HEIGHT))

    def least(self, column: Column) -> int:
        """Return the width a column's head needs."""
        look = current()
        if column is Column.STRIP:
            return look.px(_STRIP)
        metrics = QFontMetrics(look.font("label"))
        words = metrics.horizontalAdvance(self._said(column))
        if column in FIGURES:
            return max(look.px(_FIGURE), words + look.px(_MARK + 10))
        return words + 2 * look.px(_PAD)

    def paintSection(self, painter: QPainter, rect: QRect, place: int) -> None:
        look, column = current(), Column(place)
        painter.save()
        painter.fillRect(rect, QColor(look.tokens.surface2))
        foot = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(foot, QColor(look.tokens.control))
        painter.setFont(look.font("label"))
        painter.setPen(QColor(look.tokens.text2))
        if column in FIGURES:
            self._paint_bench(painter, rect, column)
        elif column is Column.STRIP:
            _paint_levels(painter, rect)
        else:
            pad = look.px(_PAD)
            flags = Qt.AlignmentFlag.AlignVCenter | (
                Qt.AlignmentFlag.AlignHCenter
                if column in _CENTRED
                else Qt.AlignmentFlag.AlignLeft
            )
            inside = rect if column in _CENTRED else rect.adjusted(pad, 0, 0, 0)
            painter.drawText(inside, flags, self._said(column))
        painter.restore()

    def _paint_bench(self, painter: QPainter, rect: QRect, column: Column) -> None:
        look, model = current(), self.model()
        if not isinstance(model, PositionsModel):
            return
        side, letter = look.px(_MARK), self._said(column)
        wide = side + look.px(4) + painter.fontMetrics().horizontalAdvance(letter)
        left = rect.center().x() - wide / 2
        box = QRectF(left, rect.center().y() - side / 2, side, side)
        bench = model.order[FIGURES.index(column)]
        paint_mark(painter, box, bench, look.tokens)
        painter.setPen(QColor(look.tokens.text))
        painter.drawText(
            rect.adjusted(int(left - rect.left()) + side + look.px(4), 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            letter,
        )

    def _said(self, column: Column) -> str:
        said = self.model().headerData(column, Qt.Orientation.Horizontal)
        return str(said or "")


class PositionsTable(RowsTable):
    """Rows of sections; ``stacked`` shows each as a paragraph where room is short."""

    def __init__(self, model: PositionsModel, parent: QWidget | None = None) -> None:
        self._model = model
        self._measured: dict[Column, int] | None = None
        super().__init__(model, parent)
        self.setWordWrap(False)
        self.stack(on=False)

    def head(self) -> QHeaderView:
        self._head = PositionsHeader(self)
        return self._head

    def painter(self) -> QStyledItemDelegate:
        return PositionsDelegate(self)

    def leading_column(self) -> int:
        return Column.STACK if self._stacked else Column.SECTION

    def stack(self, *, on: bool) -> None:
        """Show paragraphs or cells."""
        self._stacked = on
        for column in Column:
            self.setColumnHidden(column, (column is Column.STACK) != on)
        self._head.setVisible(not on)
        self.fit()
        if self.currentIndex().isValid():
            self.go_to(self.currentIndex().row())

    def needed(self) -> int:
        """Return the width at which no cell is cut, in pixels."""
        bar = self.verticalScrollBar().sizeHint().width()
        return sum(self._widths().values()) + bar

    def fit(self) -> None:
        """Give every column what it needs and every row a share of the height."""
        if self._stacked:
            self.setColumnWidth(Column.STACK, self.viewport().width())
            self.resizeRowsToContents()
            return
        widths = self._widths()
        spare = self.viewport().width() - sum(widths.values())
        widths[Column.SECTION] += max(0, spare)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        look, model = current(), self._model
        # all headlines in view; what has none follows further down
        rows = max(1, model.headlines or model.rowCount())
        share = self.viewport().height() // rows
        height = min(look.px(ROW_HEIGHT), max(look.px(LEAST_ROW_HEIGHT), share))
        self.verticalHeader().setDefaultSectionSize(height)

    def fit_anew(self) -> None:
        self._measured = None
        self._head.updateGeometry()
        self.fit()

    def _widths(self) -> dict[Column, int]:
        """Return the width each column needs; a copy of what was measured once."""
        if self._measured is None:
            self._measured = self._measure()
        return dict(self._measured)

    def _measure(self) -> dict[Column, int]:
        option = QStyleOptionViewItem()
        delegate = self.itemDelegate()
        rows = range(self._model.rowCount())
        return {
            column: max(
                self._head.least(column),
                *(
                    delegate.sizeHint(option, self._model.index(row, column)).width()
                    for row in rows
                ),
                0,
            )
            for column in Column
            if column is not Column.STACK
        }


def _ground(painter: QPainter, rect: QRect, row: Row, *, chosen: bool) -> None:
    tokens = current().tokens
    painter.fillRect(rect, QColor(tokens.accent_soft if chosen else tokens.surface))
    colour = tokens.control if row.ends_group else tokens.line
    height = 2 if row.ends_group else 1
    foot = QRect(rect.left(), rect.bottom() + 1 - height, rect.width(), height)
    painter.fillRect(foot, QColor(colour))


def _write(painter: QPainter, rect: QRect, index: AnyIndex, role: str) -> None:
    look, column = current(), Column(index.column())
    font = look.font(role)
    said = str(index.data() or "")
    second = role == "small"
    if column in FIGURES and not said[:1].isdigit():
        font = type(font)(font)
        font.setItalic(True)
        second = True
    painter.setFont(font)
    tokens = look.tokens
    painter.setPen(QColor(tokens.text2 if second else tokens.text))
    pad = look.px(_PAD)
    if column in _CENTRED:
        flags = Qt.AlignmentFlag.AlignCenter
    else:
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        rect = rect.adjusted(pad, 0, 0, 0)
    painter.drawText(rect, flags, said)


def _paint_levels(painter: QPainter, rect: QRect) -> None:
    mark = current().px(_CELL_MARK)
    wide = current().px(20)
    for level in (1, 2, 3, 4):
        x = level_x(QRectF(rect), level, mark)
        box = QRectF(x - wide / 2, rect.top(), wide, rect.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(level))


def _rect(option: Any) -> QRect:
    return option.rect  # type: ignore[no-any-return]


def _state(option: Any) -> QStyle.StateFlag:
    return option.state  # type: ignore[no-any-return]
