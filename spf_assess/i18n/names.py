"""The words for the domain's own terms: one place for screen, report and console."""

from spf_assess.i18n.formats import list_text
from spf_assess.i18n.words import Words
from spf_assess.model import (
    Comparison,
    Constituency,
    EvidenceKind,
    Grade,
    NoAnswer,
    NoJointLevel,
    Outcome,
    Pattern,
    Position,
    PositionSource,
    Reference,
    Section,
    Text,
    references_in_runs,
)


def section_place(words: Words, section: Section) -> str:
    """Return which paragraphs a section is about: ``Paragraphs 1, 2, 4 and 6``."""
    if len(section.references) == 1:
        named = section.reference.label(words.language)
        return words("Paragraph {reference}", reference=named)
    runs = references_in_runs(section.references)
    told = tuple(_run_text(words, run) for run in runs)
    listed = list_text(told, words.language)
    return words("Paragraphs {references}", references=listed)


def section_heading(words: Words, section: Section, title: Text) -> str:
    """Return a section's paragraphs and *title*, one of its two names, as a heading.

    A lettered clause stands by its mark alone: ``3(e)  Social inclusion``. Whole
    paragraphs are called so: ``Paragraphs 17 and 18 · Convention No. 102``.
    """
    first = section.reference
    if len(section.references) == 1 and first.letter:
        return f"{first.label(words.language)}  {words.text(title)}"
    return f"{section_place(words, section)} · {words.text(title)}"


def _run_text(words: Words, run: list[Reference]) -> str:
    first, last = (one.label(words.language) for one in (run[0], run[-1]))
    if first == last:
        return first
    return words.context("paragraphs", "{first} to {last}", first=first, last=last)


MISSING_MARK = "×"  # of a group of which nobody handed in


def no_answer_name(words: Words, kind: NoAnswer) -> str:
    """Return the name of a kind of no-answer."""
    return {
        NoAnswer.DONT_KNOW: words("Don't know"),
        NoAnswer.NOT_APPLICABLE: words("Not applicable"),
        NoAnswer.PREFERS_NOT: words("Prefers not to answer"),
        NoAnswer.NOT_ASKED: words("Not asked"),
        NoAnswer.BLANK: words("Left blank"),
    }[kind]


def no_level_text(words: Words, position: Position | None) -> str:
    """Return why a group has no level on something; None: it was not asked.

    A group that handed in nothing is told so: it left nothing blank.
    """
    if position is None:
        return no_answer_name(words, NoAnswer.NOT_ASKED)
    if not position.respondents:
        return handed_in_nothing(words)
    return no_answer_name(words, position.no_answer or NoAnswer.BLANK)


def no_level_mark(words: Words, position: Position | None) -> str:
    """Return the sign that stands in a table for a group without a level."""
    if position is None:
        return no_answer_mark(words, NoAnswer.NOT_ASKED)
    if not position.respondents:
        return MISSING_MARK
    return no_answer_mark(words, position.no_answer or NoAnswer.BLANK)


def handed_in_nothing(words: Words) -> str:
    """Return what ``MISSING_MARK`` means."""
    return words("no answer handed in")


def no_answer_mark(words: Words, kind: NoAnswer) -> str:
    """Return the sign that stands in a figure's cell."""
    return {
        NoAnswer.DONT_KNOW: "?",
        NoAnswer.NOT_APPLICABLE: words.context("sign in a table", "n/a"),
        NoAnswer.PREFERS_NOT: "–",
        NoAnswer.NOT_ASKED: "»",
        NoAnswer.BLANK: "□",
    }[kind]


def outcome_name(words: Words, outcome: Outcome) -> str:
    """Return the rule's word for a range, in lower case."""
    return {
        Outcome.CONVERGENCE: words("convergence"),
        Outcome.NEAR_CONVERGENCE: words("near convergence"),
        Outcome.DIVERGENCE: words("divergence"),
        Outcome.STRONG_DIVERGENCE: words("strong divergence"),
        Outcome.NO_COMPARISON: words("no comparison"),
    }[outcome]


def pattern_name(words: Words, comparison: Comparison) -> str:
    """Return how positions lie: ``Workers apart``, ``unanimous``.

    Of two positions it names the group that gave none; where only two groups were
    asked nobody is missing, and it says how the two lie.
    """
    if comparison.pattern is Pattern.ONE_APART and comparison.apart is not None:
        return _apart(words)[comparison.apart]
    if comparison.pattern is Pattern.ONE_ONLY and comparison.apart is not None:
        return _only(words)[comparison.apart]
    if comparison.missing and comparison.pattern in (
        Pattern.TWO_AGREE,
        Pattern.TWO_DIFFER,
    ):
        return _missing(words)[comparison.missing[0]]
    return {
        Pattern.UNANIMOUS: words("unanimous"),
        Pattern.ALL_DIFFER: words("all differ"),
        Pattern.TWO_AGREE: words("the two groups asked agree"),
        Pattern.TWO_DIFFER: words("the two groups asked differ"),
        Pattern.NONE: words("nobody rated"),
    }[comparison.pattern]


def _apart(words: Words) -> dict[Constituency, str]:
    return {
        Constituency.GOVERNMENT: words("Government apart"),
        Constituency.EMPLOYERS: words("Employers apart"),
        Constituency.WORKERS: words("Workers apart"),
    }


def _only(words: Words) -> dict[Constituency, str]:
    return {
        Constituency.GOVERNMENT: words("Government only"),
        Constituency.EMPLOYERS: words("Employers only"),
        Constituency.WORKERS: words("Workers only"),
    }


def _missing(words: Words) -> dict[Constituency, str]:
    return {
        Constituency.GOVERNMENT: words("Government missing"),
        Constituency.EMPLOYERS: words("Employers missing"),
        Constituency.WORKERS: words("Workers missing"),
    }


def position_source_name(words: Words, source: PositionSource) -> str:
    """Return where a position comes from."""
    return {
        PositionSource.AGREED: words("agreed answer of the group"),
        PositionSource.MEDIAN: words("median of the members"),
        PositionSource.STATED: words("stated after the discussion"),
        PositionSource.KEPT: words("kept from the round before"),
        PositionSource.NONE: words("no position"),
    }[source]


def no_joint_level_reason(words: Words, reason: NoJointLevel) -> str:
    """Return why no joint level is shown; empty where one is."""
    return {
        NoJointLevel.SHOWN: "",
        NoJointLevel.BENCH_MISSING: words("none: not all three groups rated"),
        NoJointLevel.TOO_FAR_APART: words("none: positions more than one level apart"),
    }[reason]


def grade_name(words: Words, grade: Grade) -> str:
    """Return what a grade of evidence means."""
    return {
        Grade.A: words("official text, or statistic not older than three years"),
        Grade.B: words("older or unpublished administrative source"),
        Grade.C: words("the organization's own records or survey"),
        Grade.D: words("statement only"),
    }[grade]


def evidence_kind_name(words: Words, kind: EvidenceKind) -> str:
    """Return the name of a kind of evidence."""
    return {
        EvidenceKind.LAW: words("Legal reference"),
        EvidenceKind.STATISTIC: words("Statistic"),
        EvidenceKind.DOCUMENT: words("Document"),
        EvidenceKind.EXPERIENCE: words("Experience of members"),
    }[kind]


def item_problem_text(words: Words, kind: str) -> str:
    """Return what is to be looked at again, for a kind of ``analysis.ProblemKind``.

    Raises:
        KeyError: there is no such kind.
    """
    return {
        "blank": words("No answer: answer it, or say why there is none"),
        "reason_missing": words("Say why it is not applicable"),
        "sex_missing": words("Give the figures for women and men, or say why not"),
        "specify_missing": words('Say in words what "other" stands for'),
        "exclusive_broken": words(
            "An option that excludes the others was chosen together with others"
        ),
        "ranking_incomplete": words("The ranking is not complete"),
        "out_of_range": words("The figure lies outside the plausible range"),
        "constraint_broken": words("The answer breaks a rule of this question"),
    }[kind]
