"""A list of lines of which some can be opened, by keyboard as by pointer."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class LineList(QListView):
    """Enter and Space open the line one stands on; Home goes to the first of them.

    A subclass says in ``first_row`` where that is and opens in ``open_line``.
    """

    def first_row(self) -> int:
        """Return the first line that can be opened; a heading stands above it."""
        return 1

    def open_line(self, index: QModelIndex) -> None:
        """Do what a line is for."""
        raise NotImplementedError

    def moveCursor(
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self.model().index(self.first_row(), 0)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and self.currentIndex().isValid():
            self.open_line(self.currentIndex())
            return
        super().keyPressEvent(event)
