"""Where the groups stand on one question, with their evidence and their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.desktop.models.positions_quotes import quotes
from spf_assess.desktop.models.positions_words import (
    comparison_words,
    level_name,
    position_of,
)
from spf_assess.desktop.models.projected import Step, Subject, missing_told, part_name
from spf_assess.desktop.pages.discussion_words import Changing
from spf_assess.desktop.parts import (
    BenchMark,
    EdgesLayout,
    FlowLayout,
    Label,
    LevelChip,
    RangeStrip,
    Surface,
)
from spf_assess.i18n import (
    Words,
    constituency_name,
    course_text,
    level_text,
    no_level_text,
    outcome_name,
    pattern_name,
)
from spf_assess.model import Comparison, Constituency, Position, Response


@dataclass(frozen=True, slots=True)
class Heard:
    """What stands behind the positions: whose words may be shown is asked of each."""

    responses: Sequence[Response]


class PositionsCard(Surface):
    """Nothing before the positions were shown to the room; built anew for every one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        self._heading, self._told = Label(role="heading"), Label(role="second")
        self._content = Changing()
        column.addWidget(self._heading)
        column.addWidget(self._told)
        column.addWidget(self._content)

    @property
    def told(self) -> str:
        """All words on the card, for tests and for those who listen."""
        return "\n".join(one.said for one in self.findChildren(Label) if one.said)

    def show_subject(self, words: Words, subject: Subject, heard: Heard) -> None:
        """Show another question, or what is new on this one."""
        self._heading.say(words("Positions"))
        self._content.put(None)
        self._told.setVisible(not subject.revealed)
        self._told.say(
            words("Not shown yet. They appear here when they are shown to the room.")
        )
        if subject.revealed:
            self._content.put(_Positions(words, subject, heard))


class _Positions(QWidget):
    def __init__(self, words: Words, subject: Subject, heard: Heard) -> None:
        super().__init__()
        self._words, self._subject, self._heard = words, subject, heard
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for part, comparison in (subject.comparisons or {}).items():
            head = QWidget()
            edges = EdgesLayout(head, gap=12, line_gap=2)
            edges.setContentsMargins(0, 0, 0, 0)
            name = part_name(words, subject.item, part)
            text = ", ".join(_found(words, comparison))
            edges.addWidget(Label(words("{name}: {text}", name=name, text=text)))
            spoken = comparison_words(
                words,
                comparison,
                subject.speaking,
                subject.questionnaire.level_names,
            )
            strip = RangeStrip(comparison, spoken, order=subject.speaking)
            edges.addWidget(strip)
            self._column.addWidget(head)
        for bench in subject.speaking:
            self._add_bench(bench)
        if any(one.unsupported for one in self._positions()):
            told = words("* The level rests on a statement only, or on no source.")
            self._column.addWidget(Label(told, "small"))
        for _bench, text in missing_told(words, subject, Step.OUTCOME):
            self._column.addWidget(Label(text, "warn"))

    def _positions(self, bench: Constituency | None = None) -> Iterator[Position]:
        """Yield the positions of a group, or of all, on every part."""
        for comparison in (self._subject.comparisons or {}).values():
            for one in comparison.positions:
                if bench in (None, one.constituency):
                    yield one

    def _add_bench(self, bench: Constituency) -> None:
        words, subject = self._words, self._subject
        who, row = QWidget(), QWidget()
        line = QHBoxLayout(who)
        line.setContentsMargins(0, 6, 0, 0)
        line.setSpacing(8)
        line.addWidget(BenchMark(bench))
        line.addWidget(Label(constituency_name(words, bench), "strong"))
        line.addStretch(1)
        flow = FlowLayout(row, gap=18, line_gap=4)
        flow.setContentsMargins(0, 0, 0, 0)
        for part, comparison in (subject.comparisons or {}).items():
            flow.addWidget(self._level(part, position_of(comparison, bench)))
        self._column.addWidget(who)
        self._column.addWidget(row)
        if any(one.divided for one in self._positions(bench)):
            told = words("This group was itself divided.")
            self._column.addWidget(Label(told, "small"))
        for quote in quotes(self._heard.responses, bench, subject.item.id):
            if quote.minority:
                self._column.addWidget(Label(words("Minority note"), "small"))
            self._column.addWidget(Label(quote.text, "legal"))
            if quote.author:
                self._column.addWidget(Label(f"– {quote.author}", "small"))
        self._add_stance(bench)

    def _level(self, part: str, position: Position | None) -> QWidget:
        words, box = self._words, QWidget()
        line = FlowLayout(box, gap=6, line_gap=2)
        name = part_name(words, self._subject.item, part)
        line.addWidget(Label(name, "small", wraps=False))
        if position is None or position.level is None:
            told = no_level_text(words, position)
            line.addWidget(Label(told, "small_text", wraps=False))
            return box
        names = self._subject.questionnaire.level_names
        level = level_name(words, position.level, names)
        spoken = f"{level_text(position.level)}, {level}"
        line.addWidget(LevelChip(position.level, spoken))
        star = "*" if position.unsupported else ""
        line.addWidget(Label(level + star, "small_text", wraps=False))
        grade = (
            words("no source")
            if position.grade is None
            else words("grade {grade}", grade=position.grade.value)
        )
        line.addWidget(Label(grade, "small", wraps=False))
        return box

    def _add_stance(self, bench: Constituency) -> None:
        """Add what the group made of its position, and its own words."""
        words = self._words
        own = [one for one in self._subject.movements if one.constituency is bench]
        stance = next((one.stance for one in own if one.stance is not None), None)
        if stance is None:
            return
        names = {
            one.name: part_name(words, self._subject.item, one.name)
            for one in self._subject.item.parts
        }
        told = ", ".join(
            f"{names[one.part][:1].lower()}{names[one.part][1:]}"
            f" {course_text(words, one)}"
            for one in own
        )
        said = words("Round {number}: {text}", number=stance.round, text=told)
        self._column.addWidget(Label(said, "small_strong"))
        if stance.reason:
            self._column.addWidget(Label(stance.reason, "legal"))
        if stance.reservation:
            self._column.addWidget(Label(words("Reservation of the group"), "small"))
            self._column.addWidget(Label(stance.reservation, "legal"))


def _found(words: Words, comparison: Comparison) -> Iterator[str]:
    """Yield the rule's words, in lower case."""
    yield outcome_name(words, comparison.outcome)
    if comparison.range is not None:
        yield words("range {range}", range=level_text(comparison.range))
    yield pattern_name(words, comparison)
    if comparison.verdicts_differ:
        yield words("verdicts differ")
