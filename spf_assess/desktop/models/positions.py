"""The positions of the benches, one row a section, as a table Qt can show.

Every number comes from ``Results``; this module only says it. What the delegate draws
is said in full words by ``AccessibleTextRole``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from spf_assess.desktop.models.positions_words import (
    Result,
    cell_text,
    cell_words,
    colon,
    no_headline,
    others_text,
    range_text,
    row_words,
)
from spf_assess.i18n import (
    Words,
    constituency_letter,
    constituency_name,
    outcome_name,
    pattern_name,
)
from spf_assess.model import (
    BENCHES,
    LAW,
    PRACTICE,
    Comparison,
    Constituency,
    ParagraphsResult,
    Questionnaire,
    Results,
    Section,
    SectionResult,
    Tally,
)

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class Column(IntEnum):
    """The columns; STACK is the whole row in words, for where there is little room."""

    REFERENCE = 0
    SECTION = 1
    FIRST = 2
    SECOND = 3
    THIRD = 4
    STRIP = 5
    RANGE = 6
    RESULT = 7
    PATTERN = 8
    VERDICTS = 9
    OTHERS = 10
    STACK = 11


FIGURES = (Column.FIRST, Column.SECOND, Column.THIRD)
_WHOLE_ROW = (Column.SECTION, Column.STRIP, Column.STACK)
_HEADLINE_ONLY = (*FIGURES, Column.RANGE, Column.RESULT, Column.PATTERN)


class Shown(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    DIVERGENCE = "divergence"
    VERDICTS = "verdicts"
    NOT_COMPARED = "not_compared"

    def passes(self, found: Comparison | Tally) -> bool:
        """Whether a row is shown, by its headline or else by any of its questions."""
        if isinstance(found, Tally):
            return self._counts(found) > 0
        return self._holds(found)

    def _counts(self, tally: Tally) -> int:
        return {
            Shown.ALL: 1,
            Shown.DIVERGENCE: tally.diverging,
            Shown.VERDICTS: tally.verdicts_differ,
            Shown.NOT_COMPARED: tally.incomplete,
        }[self]

    def _holds(self, comparison: Comparison) -> bool:
        if self is Shown.DIVERGENCE:
            return comparison.outcome.diverges
        if self is Shown.VERDICTS:
            return comparison.verdicts_differ
        if self is Shown.NOT_COMPARED:
            return bool(comparison.missing)
        return True


@dataclass(frozen=True, slots=True)
class Row:
    """What the delegate draws a row from.

    *comparison* is the headline's; None in a section without one, which has a *tally*
    of its questions instead. *ends_group*: the next row shown belongs to another group
    of sections.
    """

    section: Section
    result: Result
    comparison: Comparison | None
    tally: Tally | None
    order: tuple[Constituency, ...]
    ends_group: bool

    @property
    def diverges(self) -> bool:
        """Whether the headline diverges."""
        return self.comparison is not None and self.comparison.outcome.diverges

    @property
    def differs(self) -> bool:
        """Whether verdicts differ, on the headline or else on any question."""
        if self.tally is not None:
            return self.tally.verdicts_differ > 0
        return self.comparison is not None and self.comparison.verdicts_differ


ROW = int(_Role.UserRole) + 1


class PositionsModel(QAbstractTableModel):
    """Sections by row, filtered; law or practice; benches in the order of the room."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._questionnaire: Questionnaire | None = None
        self._all: tuple[tuple[Section, Result], ...] = ()
        self._rows: list[tuple[Section, Result]] = []
        self._dimension, self._shown, self._sought = PRACTICE, Shown.ALL, ""
        self._order = BENCHES

    @property
    def words(self) -> Words:
        """The language everything is said in."""
        return self._words

    @property
    def dimension(self) -> str:
        """``law`` or ``practice``."""
        return self._dimension

    @property
    def order(self) -> tuple[Constituency, ...]:
        """The benches from left to right."""
        return self._order

    @property
    def headlines(self) -> int:
        """How many of the rows shown have a headline; they stand before the others."""
        return sum(
            not isinstance(result, ParagraphsResult) for _section, result in self._rows
        )

    def show_results(self, questionnaire: Questionnaire, results: Results) -> None:
        """Show a round's results."""
        self._questionnaire = questionnaire
        found: list[SectionResult | ParagraphsResult] = [*results.sections]
        found += results.paragraphs
        self._all = tuple((questionnaire.section(one.section), one) for one in found)
        self._sift()

    def clear(self) -> None:
        """Show nothing."""
        self._all = ()
        self._sift()

    def choose(self, dimension: str) -> None:
        """Show law or practice."""
        self._dimension = dimension
        self._sift()

    def sift(self, shown: Shown, sought: str) -> None:
        """Show only rows that pass the filter and hold the words sought."""
        self._shown, self._sought = shown, sought.strip().casefold()
        self._sift()

    def arrange(self, order: tuple[Constituency, ...]) -> None:
        """Put the benches into another order."""
        self._order = order
        self._said_anew()

    def speak(self, words: Words) -> None:
        """Say everything in another language."""
        self._words = words
        self._said_anew()

    def row_of(self, section_id: str) -> int:
        """Return the row of a section; -1 where it is not shown."""
        return next(
            (
                row
                for row, (section, _result) in enumerate(self._rows)
                if section.id == section_id
            ),
            -1,
        )

    def row(self, number: int) -> Row:
        """Return what a row shows.

        Raises:
            IndexError: there is no such row.
        """
        section, result = self._rows[number]
        after = self._rows[number + 1 : number + 2]
        found = self._found(result)
        return Row(
            section,
            result,
            None if isinstance(found, Tally) else found,
            found if isinstance(found, Tally) else None,
            self._order,
            ends_group=bool(after) and after[0][0].group != section.group,
        )

    def count(self, shown: Shown) -> int:
        """Return how many sections a filter would show, whatever is sought."""
        return sum(shown.passes(self._found(result)) for _section, result in self._all)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = _Role.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == _Role.AccessibleTextRole:
            return self._heading(column)
        if role == _Role.DisplayRole:
            if column in FIGURES:
                return constituency_letter(self._words, self._bench(column))
            return self._heading(column)
        return None

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.row(index.row()), Column(index.column())
        if role == ROW:
            return row
        if role == _Role.DisplayRole:
            return self._display(row, column)
        if role == _Role.AccessibleTextRole:
            return self._spoken(row, column)
        return None

    def _display(self, row: Row, column: Column) -> str:
        if row.comparison is not None and column in FIGURES:
            return cell_text(self._words, row.comparison, self._bench(column))
        if row.comparison is not None and column in _COMPARED:
            return _COMPARED[column](self._words, row.comparison)
        if row.comparison is None and column is Column.STRIP:
            return no_headline(self._words)
        if column is Column.VERDICTS:
            return self._words.context("verdicts", "differ") if row.differs else ""
        say = _DISPLAYS.get(column)
        return say(self._words, row) if say is not None else ""

    def _spoken(self, row: Row, column: Column) -> str:
        words, names = self._words, self._level_names()
        if column in _WHOLE_ROW:
            found = (row.section, row.result)
            return row_words(words, found, self._dimension, self._order, names)
        if row.comparison is None and column in _HEADLINE_ONLY:
            return self._heading(column) + colon(words) + no_headline(words)
        if row.comparison is not None and column in FIGURES:
            return cell_words(words, row.comparison, self._bench(column), names)
        shown = self._display(row, column) or words.context("verdicts", "do not differ")
        return self._heading(column) + colon(words) + shown

    def _heading(self, column: Column) -> str:
        words = self._words
        if column in FIGURES:
            return constituency_name(words, self._bench(column))
        return {
            Column.REFERENCE: words.context("table head", "Ref."),
            Column.SECTION: words("Section"),
            Column.STRIP: words("Levels 1 to 4"),
            Column.RANGE: words.context("table head: range", "R"),
            Column.RESULT: words("Result"),
            Column.PATTERN: words("Pattern"),
            Column.VERDICTS: words("Verdicts"),
            Column.OTHERS: words.context("table head: other questions", "Others"),
            Column.STACK: words("Section"),
        }[column]

    def _bench(self, column: Column) -> Constituency:
        return self._order[FIGURES.index(column)]

    def _found(self, result: Result) -> Comparison | Tally:
        """Return what a section's row says in the dimension shown."""
        if isinstance(result, ParagraphsResult):
            return result.by_dimension[self._dimension]
        return result.law if self._dimension == LAW else result.practice

    def _level_names(self) -> tuple[Any, ...]:
        return self._questionnaire.level_names if self._questionnaire else ()

    def _sift(self) -> None:
        self.beginResetModel()
        self._rows = [
            (section, result)
            for section, result in self._all
            if self._shown.passes(self._found(result)) and self._holds(section)
        ]
        self.endResetModel()

    def _holds(self, section: Section) -> bool:
        if not self._sought:
            return True
        words = self._words
        said = (
            section.label(words.language),
            words.text(section.short),
            words.text(section.title),
            *(words.text(item.short) for item in section.items),
        )
        return any(self._sought in one.casefold() for one in said)

    def _said_anew(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._rows:
            last = self.index(len(self._rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


_DISPLAYS: Mapping[Column, Callable[[Words, Row], str]] = {
    Column.REFERENCE: lambda words, row: row.section.label(words.language),
    Column.SECTION: lambda words, row: words.text(row.section.short),
    Column.OTHERS: lambda words, row: others_text(words, row.result),
    Column.STACK: lambda words, row: words.text(row.section.short),
}
_COMPARED: Mapping[Column, Callable[[Words, Comparison], str]] = {
    Column.RANGE: range_text,
    Column.RESULT: lambda words, comparison: outcome_name(words, comparison.outcome),
    Column.PATTERN: pattern_name,
}
