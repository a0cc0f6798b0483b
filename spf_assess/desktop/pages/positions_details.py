"""What stands beside the table: one section, the clause, the groups and their words."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from spf_assess.desktop.look import current
from spf_assess.desktop.models.positions import Row
from spf_assess.desktop.models.positions_quotes import Quote, quotes
from spf_assess.desktop.models.positions_words import (
    comparison_words,
    dimension_name,
    level_name,
    missing_words,
    position_of,
    range_text,
)
from spf_assess.desktop.parts import (
    BenchMark,
    EdgesLayout,
    FlowLayout,
    Label,
    LevelChip,
    RangeStrip,
    Rule,
)
from spf_assess.i18n import (
    Words,
    constituency_name,
    level_text,
    no_answer_name,
    no_joint_level_reason,
)
from spf_assess.model import (
    LAW,
    PRACTICE,
    Comparison,
    Constituency,
    Item,
    NoAnswer,
    Position,
    PositionSource,
    Questionnaire,
    Recommendation,
    Response,
    Results,
)

_SMALL_STRIP = 104


@dataclass(frozen=True, slots=True)
class Background:
    """What the panel draws on beside the row itself."""

    questionnaire: Questionnaire
    recommendation: Recommendation
    results: Results
    responses: tuple[Response, ...]


class PositionDetails(QWidget):
    """One section in words; built anew for every row, plain text only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(0)
        self._content: QWidget | None = None

    def clear(self) -> None:
        """Show nothing."""
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
            self._content = None

    def show_row(
        self, row: Row, dimension: str, background: Background, words: Words
    ) -> None:
        """Show a section."""
        self.clear()
        self._content = _Section(row, dimension, background, words)
        self._column.addWidget(self._content)
        self._content.show()
        self._column.activate()
        self.updateGeometry()  # the scroll area asks anew how tall this is


class _Section(QWidget):
    """The widgets for one section in one dimension and one language."""

    def __init__(
        self, row: Row, dimension: str, background: Background, words: Words
    ) -> None:
        super().__init__()
        self._row, self._dimension = row, dimension
        self._background, self._words = background, words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._add_head()
        self._add_clause()
        self._add_items()
        self._column.addSpacing(4)
        self._column.addWidget(Rule())
        for bench in row.order:
            self._add_bench(bench)
        self._column.addSpacing(4)
        self._column.addWidget(Rule())
        self._add_joint_level()
        self._column.addStretch(1)

    def _add_head(self) -> None:
        words, section = self._words, self._row.section
        line = QHBoxLayout()
        line.setSpacing(12)
        reference = section.label(words.language)
        title = Label(f"{reference}  {words.text(section.short)}", "heading")
        line.addWidget(title, 1)
        line.addWidget(
            Label(dimension_name(words, self._dimension), "small", wraps=False),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        self._column.addLayout(line)

    def _add_clause(self) -> None:
        words, section = self._words, self._row.section
        found = self._background.recommendation.by_reference.get(section.reference)
        if found is None:
            return
        clause = words.text(found.text)
        self._column.addWidget(
            Label(words.context("quoted clause", "“{text}”", text=clause), "legal")
        )
        if words.language in found.not_from_record:
            self._column.addWidget(
                Label(
                    words("Not from the Provisional Record, which lacks it."), "small"
                )
            )

    def _add_items(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for line, (item, comparison) in enumerate(self._compared()):
            self._add_item(grid, line, item, comparison)
        self._column.addLayout(grid)

    def _compared(self) -> Iterator[tuple[Item, Comparison]]:
        """Yield what is compared in this dimension; the headline comes first."""
        items = sorted(self._row.section.items, key=lambda item: not item.headline)
        for item in items:
            parts = self._background.results.comparisons.get(item.id, {})
            for name, comparison in parts.items():
                if name == self._dimension or (
                    self._dimension == PRACTICE and name not in (LAW, PRACTICE)
                ):
                    yield item, comparison

    def _add_item(
        self, grid: QGridLayout, line: int, item: Item, comparison: Comparison
    ) -> None:
        words, names = self._words, self._background.questionnaire.level_names
        label = self._item_label(item, comparison)
        spoken = comparison_words(words, comparison, self._row.order, names)
        strip = RangeStrip(comparison, f"{label}, {spoken}", order=self._row.order)
        strip.setFixedWidth(current().px(_SMALL_STRIP))
        compared = comparison.range is not None
        figure = range_text(words, comparison)
        diverges = comparison.outcome.diverges
        cells = (
            Label(item.id, "small_strong", wraps=False),
            Label(label, "small_text"),
            strip,
            Label(
                f"R {figure}" if compared else figure,
                "small_strong" if diverges else "small",
                wraps=False,
            ),
        )
        for column, cell in enumerate(cells):
            side = Qt.AlignmentFlag.AlignRight if cell is cells[-1] else None
            middle = Qt.AlignmentFlag.AlignVCenter
            if column == 1:
                grid.addWidget(cell, line, column)
            else:
                grid.addWidget(cell, line, column, middle | side if side else middle)

    def _item_label(self, item: Item, comparison: Comparison) -> str:
        words = self._words
        if item.headline:
            return words("headline question")
        label = words.text(item.short)
        part = item.part(comparison.part)
        if comparison.part not in (LAW, PRACTICE) and words.text(part.label):
            label = f"{label}, {words.text(part.label)}"
        return label

    def _add_bench(self, bench: Constituency) -> None:
        words = self._words
        self._column.addSpacing(4)
        head, who = QWidget(), QWidget()
        line = QHBoxLayout(who)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(BenchMark(bench))
        line.addWidget(Label(constituency_name(words, bench), "strong"))
        line.addStretch(1)
        edges = EdgesLayout(head, gap=10, line_gap=2)
        edges.setContentsMargins(0, 0, 0, 0)
        edges.addWidget(who)
        position = position_of(self._row.comparison, bench)
        edges.addWidget(self._level(position))
        self._column.addWidget(head)
        for said in self._remarks(position):
            self._column.addWidget(Label(said, "small"))
        item = self._row.comparison.item
        for quote in quotes(self._background.responses, bench, item):
            self._add_quote(quote)

    def _level(self, position: Position | None) -> QWidget:
        """Return chip, name and grade; or the no-answer in words."""
        words, box = self._words, QWidget()
        line = FlowLayout(box, gap=6, line_gap=2)
        if position is None or position.level is None:
            kind = NoAnswer.NOT_ASKED if position is None else position.no_answer
            name = no_answer_name(words, kind or NoAnswer.BLANK)
            line.addWidget(Label(name, "small", wraps=False))
            return box
        names = self._background.questionnaire.level_names
        name = level_name(words, position.level, names)
        star = "*" if position.unsupported else ""
        spoken = f"{level_text(position.level)}, {name}"
        line.addWidget(LevelChip(position.level, spoken))
        line.addWidget(Label(name + star, "small_text", wraps=False))
        grade = (
            words("grade {grade}", grade=position.grade.value)
            if position.grade is not None
            else words("no source")
        )
        line.addWidget(Label(grade, "small", wraps=False))
        return box

    def _remarks(self, position: Position | None) -> Iterator[str]:
        words = self._words
        if position is None:
            return
        if position.unsupported:
            yield words("* The level rests on a statement only, or on no source.")
        if position.source is PositionSource.MEDIAN:
            yield words.plural(
                "Median of {number} answer.",
                "Median of {number} answers.",
                position.rated,
            )
        if position.divided:
            yield self._divided(position)

    def _divided(self, position: Position) -> str:
        words = self._words
        if position.source is PositionSource.MEDIAN:
            return words(
                "This group was itself divided: {members} members, spread {spread}.",
                members=position.rated,
                spread=position.spread,
            )
        return words(
            "This group was itself divided: spread {spread} among its members.",
            spread=position.spread,
        )

    def _add_quote(self, quote: Quote) -> None:
        self._column.addWidget(Label(quote.text, "legal"))
        if quote.author:
            self._column.addWidget(Label(f"– {quote.author}", "small"))

    def _add_joint_level(self) -> None:
        words, comparison = self._words, self._row.comparison
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Label(words("Joint level"), "small_strong", wraps=False))
        if comparison.joint_level is None:
            reason = no_joint_level_reason(words, comparison.no_joint_level)
            told = Label(reason, "small")
            told.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.addWidget(told, 1)
        else:
            names = self._background.questionnaire.level_names
            name = level_name(words, comparison.joint_level, names)
            line.addStretch(1)
            spoken = f"{comparison.joint_level}, {name}"
            line.addWidget(LevelChip(comparison.joint_level, spoken))
            line.addWidget(Label(name, "small_text", wraps=False))
        self._column.addLayout(line)
        if missing := missing_words(words, comparison):
            self._column.addWidget(Label(missing, "small"))
