"""The questions of a section that are compared: strip, range, and what they are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from spf_assess.analysis.disclosure import OPEN, Final
from spf_assess.desktop.look import current
from spf_assess.desktop.models.positions import Row
from spf_assess.desktop.models.positions_words import comparison_words, range_text
from spf_assess.desktop.parts import Label, RangeStrip
from spf_assess.i18n import Words
from spf_assess.model import (
    COUNTED_FROM,
    LAW,
    PRACTICE,
    SPREAD_FROM,
    Comparison,
    Item,
    Questionnaire,
    Recommendation,
    Response,
    Results,
)

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

_SMALL_STRIP = 104
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Background:
    """What the panel draws on beside the row itself.

    Attributes:
        revealed: ids of the items whose positions were shown to everybody.
        discussed: a round is closed, so that questions can be shown to everybody.
        project: shows an item to the room; None where nothing is facilitated.
        final: whose members may be told in numbers.
        apart: the consultation in which merged files may contradict each other.
    """

    questionnaire: Questionnaire
    recommendation: Recommendation
    results: Results
    responses: tuple[Response, ...]
    counted_from: int = COUNTED_FROM
    spread_from: int = SPREAD_FROM
    revealed: frozenset[str] = frozenset()
    discussed: bool = False
    project: Callable[[str], None] | None = None
    apart: "Consultation | None" = None
    final: Final = OPEN


class Questions(QWidget):
    """A line for each part compared in a dimension; the headline comes first."""

    def __init__(
        self, row: Row, dimension: str, background: Background, words: Words
    ) -> None:
        super().__init__()
        self._row, self._dimension = row, dimension
        self._background, self._words = background, words
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        found = list(self._compared())
        for line, (item, comparison) in enumerate(found):
            self._add(line, item, comparison)
        if not found:
            told = words("No question is compared in this dimension.")
            self._grid.addWidget(Label(told, "small"), 0, 1)

    @property
    def items(self) -> tuple[Item, ...]:
        """The questions that are listed, each once."""
        return tuple({item.id: item for item, _part in self._compared()}.values())

    def _compared(self) -> Iterator[tuple[Item, Comparison]]:
        items = sorted(self._row.section.items, key=lambda item: not item.headline)
        for item in items:
            parts = self._background.results.comparisons.get(item.id, {})
            for name, comparison in parts.items():
                if (name == LAW) == (self._dimension == LAW):
                    yield item, comparison

    def _add(self, line: int, item: Item, comparison: Comparison) -> None:
        words, names = self._words, self._background.questionnaire.level_names
        label = self._label(item, comparison)
        spoken = comparison_words(words, comparison, self._row.order, names)
        strip = RangeStrip(comparison, f"{label}, {spoken}", order=self._row.order)
        strip.setFixedWidth(current().px(_SMALL_STRIP))
        figure = range_text(words, comparison)
        compared = comparison.range is not None
        told = Label(
            f"R {figure}" if compared else figure,
            "small_strong" if comparison.outcome.diverges else "small",
            wraps=False,
        )
        number = Label(item.id, "small_strong", wraps=False)
        self._grid.addWidget(number, line, 0, _MIDDLE)
        self._grid.addWidget(Label(label, "small_text"), line, 1)
        self._grid.addWidget(strip, line, 2, _MIDDLE)
        self._grid.addWidget(told, line, 3, _MIDDLE | Qt.AlignmentFlag.AlignRight)

    def _label(self, item: Item, comparison: Comparison) -> str:
        words = self._words
        if item.headline:
            return words("headline question")
        label = words.text(item.short)
        part = item.part(comparison.part)
        if comparison.part not in (LAW, PRACTICE) and words.text(part.label):
            label = f"{label}, {words.text(part.label)}"
        return label
