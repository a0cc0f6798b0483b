"""What stands beside the table: one section, the clause, the groups and their words."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from spf_assess.analysis.disclosure import Disclosed, disclosed
from spf_assess.desktop.models.positions import Row
from spf_assess.desktop.models.positions_quotes import Quote, quotes
from spf_assess.desktop.models.positions_words import (
    dimension_name,
    level_name,
    missing_words,
    no_headline,
    others_words,
    position_of,
)
from spf_assess.desktop.pages.answering_guidance import GuidanceBox
from spf_assess.desktop.pages.positions_questions import Background, Questions
from spf_assess.desktop.pages.positions_showing import Contradictions, ForTheRoom
from spf_assess.desktop.parts import (
    BenchMark,
    EdgesLayout,
    FlowLayout,
    Fold,
    Label,
    LevelChip,
    Rule,
)
from spf_assess.i18n import (
    Words,
    constituency_name,
    level_text,
    no_joint_level_reason,
    no_level_text,
    section_heading,
)
from spf_assess.model import (
    Comparison,
    Constituency,
    Position,
    PositionSource,
)


class PositionDetails(QWidget):
    """One section in words; built anew for every row, plain text only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(0)
        self._content: _Leaf | None = None
        self._helping = False

    @property
    def content(self) -> "_Leaf | None":
        """What is shown; None where nothing is."""
        return self._content

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
        kind = _Section if row.comparison is not None else _Paragraphs
        content = self._content = kind(row, dimension, background, words)
        if content.help is not None:
            content.help.open(show=self._helping)
            content.help.opened.connect(self._help)
        self._column.addWidget(content)
        self._content.show()
        self._column.activate()
        self.updateGeometry()  # the scroll area asks anew how tall this is

    def _help(self, shown: bool) -> None:  # noqa: FBT001 - a signal's
        """Keep the help open from section to section, or closed."""
        self._helping = shown
        self.updateGeometry()


class _Leaf(QWidget):
    """The widgets for one section in one dimension and one language."""

    def __init__(
        self, row: Row, dimension: str, background: Background, words: Words
    ) -> None:
        super().__init__()
        self._row, self._dimension = row, dimension
        self._background, self._words = background, words
        self.help: Fold | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._add_head()
        self._write()
        self._column.addStretch(1)

    def _write(self) -> None:
        """Add what stands below the head."""
        raise NotImplementedError

    def _add_head(self) -> None:
        words, section = self._words, self._row.section
        line = QHBoxLayout()
        line.setSpacing(12)
        title = Label(section_heading(words, section, section.short), "heading")
        line.addWidget(title, 1)
        line.addWidget(
            Label(dimension_name(words, self._dimension), "small", wraps=False),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        self._column.addLayout(line)

    def _add_questions(self) -> None:
        found, words = self._background, self._words
        questions = Questions(self._row, self._dimension, found, words)
        self._column.addWidget(questions)
        if questions.items:
            self._column.addWidget(ForTheRoom(questions.items, found, words))
        apart = Contradictions(self._row.section.items, found, words)
        if apart.cards:
            self._column.addWidget(apart)
        self._column.addSpacing(4)
        self._column.addWidget(Rule())

    def _bench_name(self, bench: Constituency) -> QWidget:
        who = QWidget()
        line = QHBoxLayout(who)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(BenchMark(bench))
        line.addWidget(Label(constituency_name(self._words, bench), "strong"))
        line.addStretch(1)
        return who

    def _add_quote(self, quote: Quote) -> None:
        if quote.minority:
            self._column.addWidget(Label(self._words("Minority note"), "small"))
        self._column.addWidget(Label(quote.text, "legal"))
        if quote.author:
            self._column.addWidget(Label(f"– {quote.author}", "small"))


class _Paragraphs(_Leaf):
    """A section without a headline: its questions, and what the groups say to them."""

    def _write(self) -> None:
        told = others_words(self._words, self._row.result)
        self._column.addWidget(Label(f"{no_headline(self._words)} · {told}", "small"))
        self._add_questions()
        for bench in self._row.order:
            self._add_words_of(bench)

    def _add_words_of(self, bench: Constituency) -> None:
        """Add a group's comments question by question; nothing where there is none."""
        words, found = self._words, self._background
        said = [
            (item, quote)
            for item in self._row.section.items
            for quote in quotes(found.responses, bench, item.id)
        ]
        if not said:
            return
        self._column.addSpacing(4)
        self._column.addWidget(self._bench_name(bench))
        for item, quote in said:
            name = f"{item.id}  {words.text(item.short)}"
            self._column.addWidget(Label(name, "label"))
            self._add_quote(quote)


class _Section(_Leaf):
    """A section with a headline: clause, positions, words, joint level."""

    def _write(self) -> None:
        self._add_clause()
        self._add_help()
        self._add_questions()
        comparison = self._row.comparison
        if comparison is None:
            return
        for bench in self._row.order:
            self._add_bench(bench, comparison)
        self._column.addSpacing(4)
        self._column.addWidget(Rule())
        self._add_joint_level(comparison)

    def _add_help(self) -> None:
        """Add the help with the headline question, folded."""
        words, headline = self._words, self._row.section.headline
        guidance = None if headline is None else headline.guidance
        if guidance is None:
            return

        def build() -> QWidget:
            box = GuidanceBox(guidance, Constituency.OBSERVERS)
            box.speak(words)
            return box

        self.help = Fold(words("Help with this question"), build=build, keeps=False)
        self._column.addWidget(self.help)

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

    def _add_bench(self, bench: Constituency, comparison: Comparison) -> None:
        self._column.addSpacing(4)
        head = QWidget()
        edges = EdgesLayout(head, gap=10, line_gap=2)
        edges.setContentsMargins(0, 0, 0, 0)
        edges.addWidget(self._bench_name(bench))
        position = position_of(comparison, bench)
        edges.addWidget(self._level(position))
        self._column.addWidget(head)
        for said in self._remarks(comparison, position):
            self._column.addWidget(Label(said, "small"))
        for quote in quotes(self._background.responses, bench, comparison.item):
            self._add_quote(quote)

    def _level(self, position: Position | None) -> QWidget:
        """Return chip, name and grade; or the no-answer in words."""
        words, box = self._words, QWidget()
        line = FlowLayout(box, gap=6, line_gap=2)
        if position is None or position.level is None:
            name = no_level_text(words, position)
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

    def _remarks(
        self, comparison: Comparison, position: Position | None
    ) -> Iterator[str]:
        words = self._words
        if position is None:
            return
        if position.unsupported:
            yield words("* The level rests on a statement only, or on no source.")
        if position.source is PositionSource.MEDIAN:
            yield self._median(self._disclosed(comparison, position))
        if position.divided:
            yield self._divided(self._disclosed(comparison, position))

    def _median(self, more: Disclosed) -> str:
        """Tell of how many answers, unless so few could be told apart (R-401)."""
        words, number = self._words, more.rated
        if number is None:
            return words("Median of the members' answers.")
        return words.plural(
            "Median of {number} answer.",
            "Median of {number} answers.",
            number,
        )

    def _divided(self, more: Disclosed) -> str:
        words = self._words
        if more.spread is None:
            return words("This group was itself divided.")
        return words(
            "This group was itself divided: {members} members, spread {spread}.",
            members=more.rated,
            spread=more.spread,
        )

    def _disclosed(self, comparison: Comparison, position: Position) -> Disclosed:
        """What may be told of the members."""
        place = position.constituency, comparison.item, comparison.part
        return disclosed(
            position,
            final=self._background.final.of(*place),
            counted_from=self._background.counted_from,
            spread_from=self._background.spread_from,
        )

    def _add_joint_level(self, comparison: Comparison) -> None:
        words = self._words
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
