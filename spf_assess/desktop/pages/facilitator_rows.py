"""What the facilitator's tables have in common: rows chosen and opened by keyboard."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from spf_assess.desktop.look import current


class RowsTable(QTableView):
    """Rows of a model; ``opened()`` tells of Enter on one of them.

    Where room is short each row stands as one paragraph in a column of its own
    (``stacked``). Whoever inherits says which column a chosen row is shown by, fits
    columns and rows to the room there is, and measures anew.
    """

    opened = Signal()

    def __init__(
        self, model: QAbstractItemModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stacked = False
        self.setHorizontalHeader(self.head())
        self.setItemDelegate(self.painter())
        self.setModel(model)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        current().wear(self, "table")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        model.modelReset.connect(self.take_model)
        model.dataChanged.connect(self.fit_rows)

    @property
    def stacked(self) -> bool:
        """Whether each row is one paragraph instead of cells."""
        return self._stacked

    def painter(self) -> QStyledItemDelegate:
        """Return what paints the cells."""
        raise NotImplementedError

    def head(self) -> QHeaderView:
        """Return the head of the columns; Qt's own unless another is wanted."""
        return self.horizontalHeader()

    def leading_column(self) -> int:
        """Return the column in which a chosen row is current."""
        raise NotImplementedError

    def fit(self) -> None:
        """Fit columns and rows to the room there is."""
        raise NotImplementedError

    def fit_anew(self) -> None:
        """Fit after the words or their size changed: measure again."""
        raise NotImplementedError

    def take_model(self) -> None:
        """Fit after the model has other rows."""
        self.fit_anew()

    def fit_rows(self, _first: QModelIndex, _last: QModelIndex) -> None:
        """Fit after the words of some rows changed."""
        self.fit_anew()

    def go_to(self, row: int) -> None:
        """Choose a row."""
        self.setCurrentIndex(self.model().index(row, self.leading_column()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self.go_to(self.model().rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.fit_anew()
