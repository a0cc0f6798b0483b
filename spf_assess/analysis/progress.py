"""How far a respondent has come, and what the check-your-answers page lists."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from spf_assess.analysis.relevance import asked_items, constraint_holds, offered
from spf_assess.analysis.variables import decimal, lacks_sex, says_something
from spf_assess.model import (
    EMPTY,
    Answer,
    Constituency,
    Figure,
    Grade,
    Item,
    ItemKind,
    NoAnswer,
    Part,
    PartAnswer,
    Questionnaire,
    Section,
    Selection,
    Text,
)

SEX_REASON = "F10"


class SectionState(StrEnum):
    """How far a section has come."""

    DONE = "done"
    BEGUN = "begun"
    TODO = "todo"
    NOT_ASKED = "not_asked"


class ProblemKind(StrEnum):
    """What the check-your-answers page points out; nothing of it forbids handing in."""

    BLANK = "blank"
    REASON_MISSING = "reason_missing"
    SEX_MISSING = "sex_missing"
    SPECIFY_MISSING = "specify_missing"
    EXCLUSIVE_BROKEN = "exclusive_broken"
    RANKING_INCOMPLETE = "ranking_incomplete"
    OUT_OF_RANGE = "out_of_range"
    CONSTRAINT_BROKEN = "constraint_broken"


@dataclass(frozen=True, slots=True)
class ItemProblem:
    """Something to look at again.

    Attributes:
        part: the part concerned; empty where it is the item as a whole.
        message: the form's own words for a broken constraint, else empty.
    """

    item: str
    part: str
    kind: ProblemKind
    message: Text = EMPTY


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """One line of the outline; all figures count items."""

    section: str
    state: SectionState
    asked: int
    answered: int
    flagged: int
    commented: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one respondent has come; all figures count items.

    Attributes:
        no_answers: items with at least one part of that kind. ``blank`` is *asked* less
            *answered*; ``not_asked`` are those that the logic hides.
        grades: answered items by their best source.
        unsourced: answered items with a value but without any source.
        first_unanswered: where to resume; None when everything is answered.
    """

    sections: tuple[SectionProgress, ...]
    asked: int
    answered: int
    flagged: int
    commented: int
    no_answers: Mapping[NoAnswer, int]
    grades: Mapping[Grade, int]
    unsourced: int
    first_unanswered: str | None
    problems: tuple[ItemProblem, ...]

    @property
    def complete(self) -> bool:
        """Whether every item asked is answered."""
        return self.answered == self.asked

    def section(self, section_id: str) -> SectionProgress:
        """Return a section's line.

        Raises:
            KeyError: the questionnaire has no such section.
        """
        for line in self.sections:
            if line.section == section_id:
                return line
        raise KeyError(section_id)


def answered(item: Item, answer: Answer | None, constituency: Constituency) -> bool:
    """Whether every part has a value or a stated no-answer; for observers a comment."""
    if answer is None:
        return False
    if constituency is Constituency.OBSERVERS:
        return bool(answer.comment.strip())
    return all(says_something(answer.part(part.name)) for part in item.parts)


def progress(
    questionnaire: Questionnaire,
    selection: Selection,
    constituency: Constituency,
    answers: Mapping[str, Answer],
) -> Progress:
    """Return how far one respondent has come with *answers*."""
    asked = asked_items(questionnaire, selection, constituency, answers)
    done = {
        item.id for item in asked if answered(item, answers.get(item.id), constituency)
    }
    given = {item.id: answers[item.id] for item in asked if item.id in answers}
    lines = tuple(
        _section(section, asked, done, given) for section in questionnaire.sections
    )
    hidden = sum(
        selection.includes(item) and offered(item, constituency)
        for item in questionnaire.items()
    ) - len(asked)
    rating = constituency is not Constituency.OBSERVERS
    return Progress(
        sections=lines,
        asked=len(asked),
        answered=len(done),
        flagged=sum(line.flagged for line in lines),
        commented=sum(line.commented for line in lines),
        no_answers=_no_answers(given, len(asked) - len(done), hidden),
        grades=_grades(given),
        unsourced=sum(_valued(one) and not one.evidence for one in given.values()),
        first_unanswered=next((item.id for item in asked if item.id not in done), None),
        problems=tuple(
            problem
            for item in asked
            if rating
            for problem in _problems(item, given.get(item.id, Answer(item.id)))
        ),
    )


def _section(
    section: Section,
    asked: tuple[Item, ...],
    done: set[str],
    given: Mapping[str, Answer],
) -> SectionProgress:
    ids = [item.id for item in asked if item.section == section.id]
    touched = [given[item_id] for item_id in ids if item_id in given]
    finished = sum(item_id in done for item_id in ids)
    if not ids:
        state = SectionState.NOT_ASKED
    elif finished == len(ids):
        state = SectionState.DONE
    elif any(not answer.empty for answer in touched):
        state = SectionState.BEGUN
    else:
        state = SectionState.TODO
    return SectionProgress(
        section=section.id,
        state=state,
        asked=len(ids),
        answered=finished,
        flagged=sum(answer.flagged for answer in touched),
        commented=sum(bool(answer.comment.strip()) for answer in touched),
    )


def _no_answers(
    given: Mapping[str, Answer], blank: int, hidden: int
) -> Mapping[NoAnswer, int]:
    counts = Counter(
        kind
        for answer in given.values()
        for kind in {part.no_answer for part in answer.parts.values()}
        if kind is not None
    )
    counts[NoAnswer.BLANK] = blank
    counts[NoAnswer.NOT_ASKED] = hidden
    return MappingProxyType({kind: counts[kind] for kind in NoAnswer})


def _grades(given: Mapping[str, Answer]) -> Mapping[Grade, int]:
    counts = Counter(answer.best_grade for answer in given.values())
    return MappingProxyType({grade: counts[grade] for grade in Grade})


def _valued(answer: Answer) -> bool:
    return any(
        part.no_answer is None and says_something(part)
        for part in answer.parts.values()
    )


def _problems(item: Item, answer: Answer) -> Iterator[ItemProblem]:
    for part in item.parts:
        kind = _part_problem(item, part, answer)
        if kind is not None:
            yield ItemProblem(item.id, part.name, kind)
    if _lacks_words(item, answer):
        yield ItemProblem(item.id, "", ProblemKind.SPECIFY_MISSING)
    if not constraint_holds(item, answer):
        yield ItemProblem(
            item.id, "", ProblemKind.CONSTRAINT_BROKEN, item.constraint_message
        )


def _part_problem(item: Item, part: Part, answer: Answer) -> ProblemKind | None:
    """Return the first thing to look at in one part."""
    given = answer.part(part.name)
    reasoned = bool(given.reason.strip())
    sex_reasoned = isinstance(given.value, Figure) and bool(
        given.value.no_sex_reason.strip()
        or answer.follow_ups.get(SEX_REASON, "").strip()
    )
    checks = (
        (ProblemKind.BLANK, not says_something(given)),
        (
            ProblemKind.REASON_MISSING,
            given.no_answer is NoAnswer.NOT_APPLICABLE and not reasoned,
        ),
        (ProblemKind.OUT_OF_RANGE, _out_of_range(part, given)),
        (ProblemKind.EXCLUSIVE_BROKEN, _exclusive_broken(item, given)),
        (ProblemKind.RANKING_INCOMPLETE, _ranking_incomplete(item, given)),
        (ProblemKind.SEX_MISSING, lacks_sex(part, given) and not sex_reasoned),
    )
    return next((kind for kind, found in checks if found), None)


def _out_of_range(part: Part, given: PartAnswer) -> bool:
    """Whether a figure is no number or lies outside what the form holds plausible."""
    figure = given.value
    if not isinstance(figure, Figure) or given.no_answer is not None:
        return False
    texts = [text for text in (figure.women, figure.men, figure.total) if text]
    least, most = decimal(part.minimum or ""), decimal(part.maximum or "")
    return any(
        number is None
        or (least is not None and number < least)
        or (most is not None and number > most)
        for number in map(decimal, texts)
    )


def _exclusive_broken(item: Item, given: PartAnswer) -> bool:
    """Whether "none" was chosen together with something else."""
    chosen = given.value
    alone = {choice.name for choice in item.choices if choice.exclusive}
    return (
        isinstance(chosen, tuple) and len(chosen) > 1 and not alone.isdisjoint(chosen)
    )


def _ranking_incomplete(item: Item, given: PartAnswer) -> bool:
    return (
        item.kind is ItemKind.RANK
        and isinstance(given.value, tuple)
        and bool(given.value)
        and len(given.value) < len(item.choices)
    )


def _lacks_words(item: Item, answer: Answer) -> bool:
    """Whether "other" was chosen without saying what."""
    asking = {choice.name for choice in item.choices if choice.specify}
    chosen: set[object] = set()
    for part in answer.parts.values():
        if part.no_answer is None and part.value is not None:
            chosen |= set(part.value) if isinstance(part.value, tuple) else {part.value}
    return not asking.isdisjoint(chosen) and not answer.specify.strip()
