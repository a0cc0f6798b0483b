"""A table whose columns each know how to say a row: seats, packets."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from spf_assess.desktop.parts.state import State
from spf_assess.i18n import COLON, Words
from spf_assess.model import Constituency

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
# Rows that differ, and places where they do; of more everything is told anew.
_MOST_CHANGED, _MOST_RUNS = 400, 40
_Role = Qt.ItemDataRole
MARK, STATE, LOOK = (int(_Role.UserRole) + place for place in (1, 2, 3))


@dataclass(frozen=True, slots=True)
class Telling:
    """One column.

    Attributes:
        head: its heading.
        text: what its cell says of a row.
        mark: whose mark stands before the words, if any.
        state: which state's sign stands before the words, if any.
        role: of the type scale.
        wraps: whether the words may go on in further lines; such columns share what
            width is left.
        title: whether this column names the row.
    """

    head: Callable[[Words], str]
    text: Callable[[Words, Any], str]
    mark: Callable[[Any], Constituency | None] | None = None
    state: Callable[[Any], State | None] | None = None
    role: str = "small_text"
    wraps: bool = False
    title: bool = False


class Edit(NamedTuple):
    """What makes other rows of some rows.

    Attributes:
        place: before which row others were added.
        added: those.
        changed: first and last of the rows that changed, each run by itself, counted
            when the others have been added.
    """

    place: int
    added: tuple[Any, ...]
    changed: tuple[tuple[int, int], ...]


def edit_between(before: tuple[Any, ...], after: tuple[Any, ...]) -> Edit | None:
    """Return how *after* came of *before*; None where too much is different."""
    more = len(after) - len(before)
    if not before or more < 0:
        return None
    place = len(before)
    if more:  # added where the first difference is, or else at the end
        first = next(_differing(before, after), len(before))
        if _few(before[first:], after[first + more :]):
            place = first
    added = after[place : place + more]
    runs: list[list[int]] = []
    same = (*before[:place], *added, *before[place:])
    for number, row in enumerate(_differing(same, after)):
        if runs and runs[-1][1] == row - 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
        if number > _MOST_CHANGED or len(runs) > _MOST_RUNS:
            return None
    return Edit(place, added, tuple((first, last) for first, last in runs))


def _differing(before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[int]:
    """Go through the places at which rows differ."""
    for place, (one, other) in enumerate(zip(before, after, strict=False)):
        if one is not other and one != other:
            yield place


def _few(before: tuple[Any, ...], after: tuple[Any, ...]) -> bool:
    return len(list(islice(_differing(before, after), _MOST_RUNS))) < _MOST_RUNS


class TellingModel(QAbstractTableModel):
    """Rows of any kind; the last column, STACK, is the whole row in words."""

    def __init__(
        self,
        columns: Sequence[Telling],
        words: Words,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns, self._words = tuple(columns), words
        self._rows: tuple[Any, ...] = ()

    @property
    def columns(self) -> tuple[Telling, ...]:
        """The columns, without STACK."""
        return self._columns

    @property
    def stack(self) -> int:
        """The number of the column that says the whole row."""
        return len(self._columns)

    @property
    def words(self) -> Words:
        """The language everything is said in."""
        return self._words

    @property
    def rows(self) -> tuple[Any, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows in place of those shown.

        Where a few changed or some were added in one place, only that is told, so that
        the row chosen stays chosen and nothing else is fitted or read out again.
        """
        edit = edit_between(self._rows, tuple(rows))
        if edit is None:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()
            return
        if edit.added:
            last = edit.place + len(edit.added) - 1
            self.beginInsertRows(QModelIndex(), edit.place, last)
            before, after = self._rows[: edit.place], self._rows[edit.place :]
            self._rows = (*before, *edit.added, *after)
            self.endInsertRows()
        self._rows = tuple(rows)
        for first, last in edit.changed:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.stack))

    def speak(self, words: Words) -> None:
        """Say everything in another language."""
        self._words = words
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.stack)
        if self._rows:
            last = self.index(len(self._rows) - 1, self.stack)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, number: int) -> Any:
        """Return what a row shows.

        Raises:
            IndexError: there is no such row.
        """
        return self._rows[number]

    def lines(self, number: int) -> list[tuple[str, str]]:
        """Return heading and words of every cell that says something."""
        row = self._rows[number]
        return [
            (column.head(self._words), said)
            for column in self._columns
            if (said := column.text(self._words, row))
        ]

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns) + 1

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = _Role.DisplayRole,
    ) -> Any:
        told = role in (_Role.DisplayRole, _Role.AccessibleTextRole)
        if orientation is not Qt.Orientation.Horizontal or not told:
            return None
        if section == self.stack:
            return ""
        return self._columns[section].head(self._words)

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.column() == self.stack:
            return self._whole(index.row(), role)
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return self._cell(row, column, spoken=role != _Role.DisplayRole)
        if role == MARK:
            return column.mark(row) if column.mark else None
        if role == STATE:
            return column.state(row) if column.state else None
        return column if role == LOOK else None

    def _cell(self, row: Any, column: Telling, *, spoken: bool) -> str:
        said = column.text(self._words, row)
        if not spoken:
            return said
        head, colon = column.head(self._words), self._words.text(COLON)
        return head + colon + (said or self._words("none"))

    def _whole(self, number: int, role: int) -> str | None:
        if role not in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return None
        colon = self._words.text(COLON)
        return "; ".join(head + colon + said for head, said in self.lines(number))
