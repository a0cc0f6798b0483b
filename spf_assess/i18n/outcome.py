"""The words for what became of positions; none of them praises or blames."""

from collections.abc import Iterable

from spf_assess.i18n.formats import level_text, list_text
from spf_assess.i18n.groups import constituency_name
from spf_assess.i18n.words import Words
from spf_assess.model import (
    BENCHES,
    LANGUAGES,
    Constituency,
    Course,
    Decision,
    Movement,
    NoteKind,
    TalkReason,
    Text,
)


def talk_reason_name(words: Words, reason: TalkReason) -> str:
    """Return why a question needs talk, in lower case."""
    return {
        TalkReason.STRONG_DIVERGENCE: words("strong divergence"),
        TalkReason.DIVERGENCE: words("divergence"),
        TalkReason.VERDICTS_DIFFER: words("verdicts differ"),
        TalkReason.DONT_KNOW: words("a group does not know"),
    }[reason]


def decision_name(words: Words, decision: Decision) -> str:
    """Return what a bench does with its position."""
    return {
        Decision.KEEP: words.context("position", "keeps its position"),
        Decision.MOVE: words.context("position", "moves"),
    }[decision]


def note_kind_name(words: Words, kind: NoteKind) -> str:
    """Return what a note of the discussion is."""
    return {
        NoteKind.NOTE: words.context("note", "Note"),
        NoteKind.EVIDENCE: words.context("note", "New evidence"),
        NoteKind.PARKED: words.context("note", "Parked point"),
    }[kind]


def course_text(words: Words, movement: Movement) -> str:
    """Return what became of a position: ``from 2 to 3``, ``3 kept``."""
    before, after = (
        "" if one.level is None else level_text(one.level)
        for one in (movement.before, movement.after)
    )
    return {
        Course.KEPT: words("{level} kept", level=before),
        Course.MOVED: words("from {before} to {after}", before=before, after=after),
        Course.FIRST: words("{level}, for the first time", level=after),
        Course.WITHDRAWN: words("{level} before, now no level", level=before),
        Course.NONE: words("no level in either round"),
    }[movement.course]


def missing_bench_text(
    words: Words, bench: Constituency, *, spoke: bool = False
) -> str:
    """Say that a bench is missing, the same wherever results are shown.

    *spoke*: it stated positions after the discussion all the same.
    """
    if spoke:
        return {
            Constituency.GOVERNMENT: words(
                "The Government group handed in no answer. Only what it stated in the"
                " discussion speaks for it."
            ),
            Constituency.EMPLOYERS: words(
                "The Employers' group handed in no answer. Only what it stated in the"
                " discussion speaks for it."
            ),
            Constituency.WORKERS: words(
                "The Workers' group handed in no answer. Only what it stated in the"
                " discussion speaks for it."
            ),
        }[bench]
    return {
        Constituency.GOVERNMENT: words(
            "The Government group handed in no answer. Nothing here speaks for it."
        ),
        Constituency.EMPLOYERS: words(
            "The Employers' group handed in no answer. Nothing here speaks for it."
        ),
        Constituency.WORKERS: words(
            "The Workers' group handed in no answer. Nothing here speaks for it."
        ),
    }[bench]


def observers_awaited_text(words: Words, number: int) -> str:
    """Say how many observers have not handed in, and that nothing waits for them."""
    return words.plural(
        "{number} seat of observers has not handed in. Observers have no position, so"
        " that nothing waits for it.",
        "{number} seats of observers have not handed in. Observers have no position, so"
        " that nothing waits for them.",
        number,
    )


def agreed_text(words: Words, agreed_by: Iterable[Constituency]) -> str:
    """Say who agreed, and who did not."""
    agreed, others = _agreed_and_not(agreed_by)
    if not others:
        return words("Agreed by all three groups")
    return words(
        "Agreed by: {agreed}. Not agreed by: {others}",
        agreed=_names(words, agreed),
        others=_names(words, others),
    )


def agreed_line(words: Words, agreed_by: Iterable[Constituency]) -> str:
    """Say who agreed, and who did not, as one of several remarks on a line."""
    agreed, others = _agreed_and_not(agreed_by)
    if not others:
        return words("agreed by all three groups")
    return words(
        "agreed by {agreed}, not by {others}",
        agreed=_names(words, agreed),
        others=_names(words, others),
    )


def _agreed_and_not(
    agreed_by: Iterable[Constituency],
) -> tuple[tuple[Constituency, ...], tuple[Constituency, ...]]:
    agreed = tuple(one for one in BENCHES if one in set(agreed_by))
    return agreed, tuple(one for one in BENCHES if one not in agreed)


def statement_text(statement: Text, language: str) -> tuple[str, str]:
    """Return an agreed statement and its language, another one where it must be."""
    for one in (language, *LANGUAGES):
        if found := statement.by_language.get(one, ""):
            return found, one
    return "", language


def _names(words: Words, groups: tuple[Constituency, ...]) -> str:
    return list_text(
        tuple(constituency_name(words, one) for one in groups), words.language
    )
