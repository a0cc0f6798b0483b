"""What the words of a table's rows take, each of them measured once.

A table of ten thousand rows is measured in pieces. Which rows are not measured yet
stands here; when they are measured decides the table.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from operator import le
from typing import Any, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from spf_assess.desktop.look import current
from spf_assess.desktop.models.board_table import Telling, TellingModel
from spf_assess.i18n import Words

PAD, PAD_Y, SIGN = 8, 6, 16
WRAP = int(Qt.TextFlag.TextWordWrap)
_LEAST_ROW, _LEAST_WORDS = 27, 120
_TALL, _MOST_KEPT = 10_000, 50_000


class Done:
    """Which rows of how many are done."""

    def __init__(self) -> None:
        self._rows = bytearray()

    @property
    def whole(self) -> bool:
        """Whether every row is done."""
        return 0 not in self._rows

    def begin(self, number: int) -> None:
        """Begin with so many rows, none of them done."""
        self._rows = bytearray(number)

    def insert(self, first: int, last: int) -> None:
        """Take in rows that were added."""
        self._rows[first:first] = bytes(last + 1 - first)

    def undo(self, first: int, last: int) -> None:
        """Take rows for not done any more."""
        self._rows[first : last + 1] = bytes(last + 1 - first)

    def do(self, row: int) -> None:
        """Take a row for done."""
        self._rows[row] = 1

    def has(self, row: int) -> bool:
        """Whether a row is done."""
        return bool(self._rows[row])

    def next(self, most: int) -> list[int]:
        """Return the first rows that are not done, at most so many."""
        return list(islice(self._left(), most))

    def _left(self) -> Iterator[int]:
        row = self._rows.find(0)
        while row >= 0:
            yield row
            row = self._rows.find(0, row + 1)


class Widths(NamedTuple):
    """What one row takes.

    Attributes:
        shown: the row.
        wanted: by column, the width of all words in one line.
        least: by column, the width below which words would be cut.
        broken: whether words go on in a second line of their own accord.
    """

    shown: object
    wanted: tuple[int, ...]
    least: tuple[int, ...]
    broken: bool


class Measures:
    """The widths of a model's rows as far as they were measured, and their heights.

    ``measured`` counts the rows that were measured, each time anew.
    """

    def __init__(self, model: TellingModel) -> None:
        self._model = model
        self._rows: list[Widths | None] = []
        self._known = Done()
        self._made: tuple[_Column, ...] = ()
        self._wanted: list[int] = []
        self._least: list[int] = []
        self._one_line = 0
        self.measured = 0

    @property
    def whole(self) -> bool:
        """Whether every row is measured."""
        return self._known.whole

    @property
    def wanted(self) -> list[int]:
        """By column, the width of all words in one line, as far as is known."""
        return self._widest()[0]

    @property
    def least(self) -> list[int]:
        """By column, the width below which words would be cut, as far as is known."""
        return self._widest()[1]

    @property
    def one_line(self) -> int:
        """The height of a row none of whose words need a second line."""
        if not self._one_line:
            look = current()
            tallest = max((one.line for one in self._columns()), default=0)
            self._one_line = max(look.px(_LEAST_ROW), tallest + 2 * look.px(PAD_Y))
        return self._one_line

    def clear(self) -> None:
        """Measure everything anew: words are written otherwise, or others."""
        self._made, self._one_line = (), 0
        self._rows = []
        self.begin()

    def begin(self) -> None:
        """Take the model's rows; of those that were there before all is known."""
        before = {id(one.shown): one for one in self._rows if one is not None}
        self._rows = [before.get(id(row)) for row in self._model.rows]
        self._known.begin(len(self._rows))
        for place, one in enumerate(self._rows) if before else ():
            if one is not None:
                self._known.do(place)
        self._forget_widest()

    def insert(self, first: int, last: int) -> None:
        """Take in rows that were added."""
        self._rows[first:first] = [None] * (last + 1 - first)
        self._known.insert(first, last)

    def change(self, first: int, last: int) -> None:
        """Take rows that say something else now."""
        before = self._rows[first : last + 1]
        self._rows[first : last + 1] = [None] * len(before)
        self._known.undo(first, last)
        if any(one is not None and self._is_widest(one) for one in before):
            self._forget_widest()

    def go_on(self, most: int) -> None:
        """Measure some of the rows that are left."""
        for row in self._known.next(most):
            self.of(row)

    def of(self, row: int) -> Widths:
        """Return the widths of a row, which is measured if need be."""
        found = self._rows[row]
        if found is None:
            found = self._rows[row] = self._measure(self._model.row(row))
            self._known.do(row)
            self.measured += 1
            if self._wanted:
                self._widen(found)
        return found

    def height(self, row: int, widths: Sequence[int]) -> int:
        """Return how high a row is whose columns are so wide."""
        found, high = self.of(row), self.one_line
        for place, column in enumerate(self._columns()):
            wide = widths[place]
            if column.told.wraps and (found.broken or found.wanted[place] > wide):
                tall = column.height(self._model.words, found.shown, wide)
                high = max(high, tall + 2 * current().px(PAD_Y))
        return high

    # inside

    def _columns(self) -> "tuple[_Column, ...]":
        if not self._made:
            model = self._model
            self._made = tuple(_Column(one, model.words) for one in model.columns)
        return self._made

    def _measure(self, shown: object) -> Widths:
        words = self._model.words
        found = [one.needs(words, shown) for one in self._columns()]
        return Widths(
            shown,
            tuple(one[0] for one in found),
            tuple(one[1] for one in found),
            any(one[2] for one in found),
        )

    def _widest(self) -> tuple[list[int], list[int]]:
        if not self._wanted:
            heads = tuple(one.head for one in self._columns())
            rows = [one for one in self._rows if one is not None]
            self._wanted = _most(heads, *(one.wanted for one in rows))
            self._least = _most(heads, *(one.least for one in rows))
        return self._wanted, self._least

    def _widen(self, one: Widths) -> None:
        self._wanted = list(map(max, self._wanted, one.wanted))
        self._least = list(map(max, self._least, one.least))

    def _is_widest(self, one: Widths) -> bool:
        own = (*one.wanted, *one.least)
        return any(map(le, (*self._wanted, *self._least), own))

    def _forget_widest(self) -> None:
        self._wanted, self._least = [], []


def _most(*rows: tuple[int, ...]) -> list[int]:
    return [max(column) for column in zip(*rows, strict=True)]


class _Column:
    """One column's font, and what was measured in it."""

    def __init__(self, told: Telling, words: Words) -> None:
        look = current()
        self.told, self._font = told, look.font(told.role)
        self._metrics = QFontMetrics(self._font)
        self._pad, self._sign = look.px(PAD), look.px(SIGN + 6)
        self._most = look.px(_LEAST_WORDS)
        heads = QFontMetrics(look.font("label"))
        self.head = heads.horizontalAdvance(told.head(words)) + 2 * self._pad + 6
        self.line = self._metrics.height()
        self._advances: dict[str, int] = {}
        self._heights: dict[tuple[str, int], int] = {}

    def needs(self, words: Words, row: Any) -> tuple[int, int, bool]:
        """Return the width wanted, the least, and whether the words have a break."""
        said = self.told.text(words, row)
        wide = self._advances.get(said)
        if wide is None:
            if len(self._advances) >= _MOST_KEPT:
                self._advances.clear()
            wide = self._advances[said] = self._metrics.horizontalAdvance(said)
        around = self._signs(row) + 2 * self._pad + 2
        if not self.told.wraps:
            return wide + around, wide + around, False
        return wide + around, min(wide, self._most) + around, "\n" in said

    def height(self, words: Words, row: Any, width: int) -> int:
        """Return how high the words are in a column so wide."""
        inner = width - 2 * self._pad - self._signs(row)
        key = self.told.text(words, row) or " ", inner
        if key not in self._heights:
            if len(self._heights) >= _MOST_KEPT:
                self._heights.clear()
            self._heights[key] = text_height(self._font, *key)
        return self._heights[key]

    def _signs(self, row: Any) -> int:
        told = self.told
        marked = told.mark is not None and told.mark(row) is not None
        signed = told.state is not None and told.state(row) is not None
        return (marked + signed) * self._sign


def text_height(font: QFont, said: str, width: int) -> int:
    """Return how high words are that may go on in further lines."""
    box = QRect(0, 0, max(1, width), _TALL)
    return QFontMetrics(font).boundingRect(box, WRAP, said).height()
