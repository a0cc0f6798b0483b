"""What the codes of the tables mean, in both languages."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import TypeVar

from spf_assess.i18n import (
    Words,
    constituency_name,
    evidence_kind_name,
    grade_name,
    handed_in_nothing,
    no_answer_name,
    outcome_name,
    position_source_name,
)
from spf_assess.i18n.actions import action_status_name
from spf_assess.i18n.outcome import decision_name
from spf_assess.model import (
    LANGUAGES,
    ActionStatus,
    Constituency,
    Course,
    Decision,
    EvidenceKind,
    Grade,
    NoAnswer,
    NoteKind,
    Outcome,
    Pattern,
    Plain,
    PositionSource,
    RespondentKind,
    Text,
)

Named = TypeVar("Named", bound=StrEnum)
HANDED_IN_NOTHING = "handed_in_nothing"  # beside the no-answers: nobody of the group


def both(say: Callable[[Words], str]) -> Text:
    """Return what *say* says in either language."""
    return Text.of(**{language: say(words_in(language)) for language in LANGUAGES})


def no_answer_of(position: Plain) -> str | None:
    """Return the code for why a group has no level; None where it has one."""
    if position["level"] is not None:
        return None
    if not position["respondents"]:
        return HANDED_IN_NOTHING
    return str(position["no_answer"] or NoAnswer.BLANK.value)


@cache
def words_in(language: str) -> Words:
    """Return the words of a language."""
    return Words(language)


def _named(
    values: Iterable[Named], name: Callable[[Words, Named], str]
) -> Mapping[str, Text]:
    return {
        one.value: Text.of(
            **{language: name(words_in(language), one) for language in LANGUAGES}
        )
        for one in values
    }


@cache
def codes() -> Mapping[str, Mapping[str, Text]]:
    """Return the lists of codes by the name of the column that uses them."""
    groups = _named(Constituency, constituency_name)
    outcomes = _named(Outcome, outcome_name)
    return {
        "constituency": groups,
        "apart": groups,
        "kind": _named(RespondentKind, _respondent_kind),
        "no_answer": {
            **_named(NoAnswer, no_answer_name),
            HANDED_IN_NOTHING: both(handed_in_nothing),
        },
        "source": _named(PositionSource, position_source_name),
        "grade": _named(Grade, grade_name),
        "evidence_kind": _named(EvidenceKind, evidence_kind_name),
        "outcome": outcomes,
        "outcome_law": outcomes,
        "outcome_practice": outcomes,
        "pattern": _named(Pattern, _pattern),
        "decision": _named(Decision, decision_name),
        "course": _named(Course, _course),
        "note_kind": _named((NoteKind.EVIDENCE, NoteKind.PARKED), _note_kind),
        "status": _named(ActionStatus, action_status_name),
    }


def _respondent_kind(words: Words, kind: RespondentKind) -> str:
    return {
        RespondentKind.PERSON: words("a person, who answers alone"),
        RespondentKind.BENCH: words("a group, which answers together"),
    }[kind]


def _pattern(words: Words, pattern: Pattern) -> str:
    return {
        Pattern.UNANIMOUS: words.context("pattern", "unanimous"),
        Pattern.ONE_APART: words.context("pattern", "one group stands apart"),
        Pattern.ALL_DIFFER: words.context("pattern", "all differ"),
        Pattern.TWO_AGREE: words.context("pattern", "two groups answered and agree"),
        Pattern.TWO_DIFFER: words.context("pattern", "two groups answered and differ"),
        Pattern.ONE_ONLY: words.context("pattern", "one group alone answered"),
        Pattern.NONE: words.context("pattern", "no comparison"),
    }[pattern]


def _course(words: Words, course: Course) -> str:
    return {
        Course.KEPT: words.context("course", "kept"),
        Course.MOVED: words.context("course", "moved"),
        Course.FIRST: words.context("course", "stated for the first time"),
        Course.WITHDRAWN: words.context("course", "withdrawn"),
        Course.NONE: words.context("course", "no level in either round"),
    }[course]


def _note_kind(words: Words, kind: NoteKind) -> str:
    if kind is NoteKind.EVIDENCE:
        return words.context("note", "new evidence")
    return words.context("note", "unresolved point")
