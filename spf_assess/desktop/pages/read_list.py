"""A list of what there is to read: moving shows, Enter opens."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame

from spf_assess.desktop.models.findings import Line, LinesModel
from spf_assess.desktop.models.library import Address
from spf_assess.desktop.pages.line_list import LineList
from spf_assess.desktop.pages.read_lines import ReadDelegate
from spf_assess.desktop.parts import FindField
from spf_assess.desktop.parts.scroll import QuietBar


class ReadList(LineList):
    """Lines; ``stood(address)`` when the keyboard or a click stands on one.

    ``opened(address)`` for Enter and a double click, ``clicked_on(address)`` for a
    click.
    """

    stood = Signal(object)
    opened = Signal(object)
    clicked_on = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = LinesModel()
        self._delegate = ReadDelegate(self)
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBar(QuietBar())
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(lambda index: self._tell(self.clicked_on, index))
        self.doubleClicked.connect(lambda index: self._tell(self.opened, index))

    def show_lines(self, lines: Sequence[Line], keep: Address | None = None) -> None:
        """Show other lines and stand on *keep*, else on the first that opens."""
        self._delegate.forget()
        self._lines.show(lines)
        row = self._lines.row_of(keep)
        if row >= 0:
            self.setCurrentIndex(self._lines.index(row, 0))
            self.executeDelayedItemsLayout()  # or it would scroll by old heights
            self.scrollTo(self.currentIndex())

    @property
    def empty(self) -> bool:
        """Whether there is no line at all."""
        return self._lines.rowCount() == 0

    def standing(self) -> Address | None:
        """Return what the line that is chosen leads to."""
        line = self._lines.line(self.currentIndex().row())
        return line.address if line is not None else None

    def stand_on(self, address: Address) -> None:
        """Choose the line of *address*, if there is one."""
        row = self._lines.row_of(address)
        line = self._lines.line(row)
        if line is not None and line.address == address:
            self.setCurrentIndex(self._lines.index(row, 0))
            self.scrollTo(self.currentIndex())

    def currentChanged(self, now: QModelIndex, before: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(now, before)
        self._tell(self.stood, now)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a line into view; with the first one the heading above it."""
        if index.row() == self._lines.row_of(None):
            self.scrollToTop()
        else:
            super().scrollTo(index, hint)

    def first_row(self) -> int:
        return self._lines.row_of(None)

    def open_line(self, index: QModelIndex) -> None:
        self._tell(self.opened, index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()

    def _tell(self, signal: object, index: QModelIndex) -> None:
        line = self._lines.line(index.row())
        if line is not None and line.address is not None:
            signal.emit(line.address)  # type: ignore[attr-defined]


class SearchField(FindField):
    """Enter goes to what was found as well: it is found while one types."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
            return
        super().keyPressEvent(event)
