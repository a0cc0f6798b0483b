"""What the models of all lists have in common: lines, drawn and read out."""

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole


class Spoken(Protocol):
    """A line that can be read out."""

    @property
    def spoken(self) -> str:
        """The whole line in full words."""


_Line = TypeVar("_Line", bound=Spoken)


class ListedModel(QAbstractListModel, Generic[_Line]):
    """Lines for a list; what a screen reader says is the same in full words.

    A delegate asks for the line itself (``LINE_ROLE``).
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[_Line] = ()

    def leads(self, line: _Line) -> bool:
        """Whether a line can be chosen; headings cannot."""
        raise NotImplementedError

    def put(self, lines: Sequence[_Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> _Line | None:
        """Return a line, None when there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row())
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index.row())
        if line is None or not self.leads(line):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
