"""What a respondent's own answers bring to the assessment matrix (Paragraph 5).

The matrix asks five texts about each guarantee, as assessment-based national dialogues
do: what exists, what is planned, gaps in design, issues of implementation, options. Its
first draft is sorted from what was answered to the questions on that guarantee:

* levels 3 and 4, figures, options chosen, comments and sources tell what exists;
* a level of 1 or 2 is a gap in design where the law is rated, else an issue of
  implementation;
* words on who is left out (F1) go where the level behind them went; what stops the law
  from being applied (F2) is an issue of implementation, a missing legal basis (F3) a
  gap in design, a date that is planned (F8) a plan.

Options are drafted by nobody: no question asked for them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from spf_assess.analysis.variables import says_something
from spf_assess.model import (
    COMMENT_LIMIT,
    LAW,
    Answer,
    Evidence,
    Item,
    ItemKind,
    Part,
    PartAnswer,
    Questionnaire,
    Section,
    Value,
)

_UPPER_HALF = 3  # the verdict lies at 2.5, see ``positions``
_LEFT_OUT, _NOT_APPLIED, _NO_BASIS, _PLANNED = "F1", "F2", "F3", "F8"


class Column(StrEnum):
    """The five texts of the matrix, named as parts in the forms."""

    EXISTS = "exists"
    PLANNED = "planned"
    DESIGN_GAPS = "design_gaps"
    IMPLEMENTATION_ISSUES = "implementation_issues"
    OPTIONS = "options"


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that was answered; exactly one of the last three is given.

    Attributes:
        item: the question it was an answer to.
        part: what of the question; None for comments, follow-ups and sources.
        value: a level, figure or choice.
        words: the respondent's own.
    """

    item: Item
    part: Part | None = None
    value: Value | None = None
    words: str = ""
    source: Evidence | None = None


def guarantee_of(questionnaire: Questionnaire, item: Item) -> Section | None:
    """Return the guarantee that *item* is the matrix of; None for any other item."""
    names = {part.name for part in item.parts}
    if item.kind is not ItemKind.TEXTS or not names.issuperset(Column):
        return None
    return next(
        (
            section
            for section in questionnaire.sections
            if section.headline is not None
            and section.reference == item.references[0]
            and section.id != item.section
        ),
        None,
    )


def sorted_pieces(
    questionnaire: Questionnaire,
    item: Item,
    asked: Iterable[Item],
    answers: Mapping[str, Answer],
) -> Mapping[Column, tuple[Piece, ...]]:
    """Return what the answers bring to each column; empty for other items.

    *asked* are the items put to the respondent: what the logic hides counts for
    nothing.
    """
    section = guarantee_of(questionnaire, item)
    found: dict[Column, list[Piece]] = {column: [] for column in Column}
    for other in asked if section is not None else ():
        if section is not None and other.section == section.id and other.id in answers:
            for column, piece in _sorted(other, answers[other.id]):
                if piece not in found[column]:
                    found[column].append(piece)
    return MappingProxyType(
        {column: tuple(_sources_last(pieces)) for column, pieces in found.items()}
    )


def filled(answer: Answer, texts: Mapping[str, str]) -> Answer:
    """Return *answer* with *texts* in the parts of which nothing was said.

    What is written, and a no-answer that was stated, stays as it is.
    """
    parts = dict(answer.parts)
    for name, text in texts.items():
        if text and not says_something(answer.part(name)):
            parts[name] = PartAnswer(text[:COMMENT_LIMIT])
    return replace(answer, parts=MappingProxyType(parts))


def _sorted(item: Item, answer: Answer) -> Iterator[tuple[Column, Piece]]:
    values = [
        (_column(item, part, given), Piece(item, part, given.value))
        for part in item.parts
        if (given := answer.part(part.name)).no_answer is None and says_something(given)
    ]
    yield from values
    design = any(column is Column.DESIGN_GAPS for column, _piece in values)
    weak = Column.DESIGN_GAPS if design else Column.IMPLEMENTATION_ISSUES
    yield from _in_words(item, answer, weak)


def _in_words(
    item: Item, answer: Answer, weak: Column
) -> Iterator[tuple[Column, Piece]]:
    said = (
        (Column.EXISTS, answer.comment),
        (weak, answer.follow_ups.get(_LEFT_OUT, "")),
        (Column.IMPLEMENTATION_ISSUES, answer.follow_ups.get(_NOT_APPLIED, "")),
        (Column.DESIGN_GAPS, answer.follow_ups.get(_NO_BASIS, "")),
        (Column.PLANNED, answer.follow_ups.get(_PLANNED, "")),
    )
    for column, words in said:
        if words.strip():
            yield column, Piece(item, words=words.strip())
    for source in answer.evidence:
        if source.title.strip() or source.who.strip():
            yield Column.EXISTS, Piece(item, source=source)


def _column(item: Item, part: Part, given: PartAnswer) -> Column:
    """Return where a value belongs."""
    if isinstance(given.value, int):
        if given.value >= _UPPER_HALF:
            return Column.EXISTS
        law = part.name == LAW
        return Column.DESIGN_GAPS if law else Column.IMPLEMENTATION_ISSUES
    if item.kind is ItemKind.SELECT_MULTIPLE and _LEFT_OUT in item.follow_ups:
        return Column.DESIGN_GAPS  # it was asked who is left out
    return Column.EXISTS


def _sources_last(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield each source once, after everything that it may support."""
    kept = list(pieces)
    yield from (piece for piece in kept if piece.source is None)
    named: set[tuple[str, str, str]] = set()
    for piece in kept:
        source = piece.source
        if source is not None:
            name = (source.title or source.who, source.place, source.date)
            if name not in named:
                named.add(name)
                yield piece
