"""From results and answers to what the templates print: texts, figures, pictures.

All numbers come from ``model.Results``; this room words and arranges them. Every text
that a person wrote passes through ``Scribe``, which keeps what can be printed.
"""

from collections.abc import Sequence

from spf_assess.analysis.rounds import missing_benches
from spf_assess.i18n import (
    MISSING_MARK,
    convergence_rule,
    grade_name,
    handed_in_nothing,
    no_answer_mark,
    no_answer_name,
    privacy_rule,
)
from spf_assess.model import (
    LAW,
    PRACTICE,
    Grade,
    NoAnswer,
    ReportOptions,
    Section,
)
from spf_assess.report import charts
from spf_assess.report.captions import captions_context
from spf_assess.report.coverage import coverage_context
from spf_assess.report.crossing import addresses
from spf_assess.report.desk import Context, Desk
from spf_assess.report.drawing import MOST_QUOTED
from spf_assess.report.evidence import evidence_context
from spf_assess.report.front import front
from spf_assess.report.given import ReportInput
from spf_assess.report.glossary import glossary
from spf_assess.report.meeting import meeting_context
from spf_assess.report.outcome import outcome_context
from spf_assess.report.plan import plan_context
from spf_assess.report.priorities import concordance_context, priorities_context
from spf_assess.report.sections import annex_context, sections_context
from spf_assess.report.sentences import strip_title
from spf_assess.report.signed import signed_context
from spf_assess.report.since import since_context
from spf_assess.report.summary import Shown, profile_rows, summary_context


def build(given: ReportInput, options: ReportOptions | str) -> Context:
    """Return the context of the whole report in one language.

    Of some sections alone it is an extract: what counts all sections is left out.
    """
    wanted = ReportOptions.of(options)
    return report_context(Desk.lay(given, wanted.language), wanted)


def report_context(desk: Desk, wanted: ReportOptions) -> Context:
    """Return what the whole report prints, on *desk*."""
    given = desk.given
    sections = asked_sections(desk)
    results = {one.section: one for one in given.results.sections}
    shown = shown_sections(desk, sections)
    context: Context = {
        **front(desk, wanted),
        "extract": _extract(desk, sections) if wanted.sections else [],
        "handed_in": _handed_in(desk),
        "ornament": ornament(desk, shown),
        "summary": summary_context(desk, shown),
        **method_context(desk),
        "profile": profile_rows(desk, shown),
        "evidence": evidence_context(desk, shown),
        "coverage": coverage_context(desk, sections),
        "sections": sections_context(desk, sections, results),
        "outcome": outcome_context(desk, sections),
        **decisions(desk),
        "meeting": meeting_context(desk),
        "signed": signed_context(desk),
        "annex": [annex_context(desk, one) for one in sections],
        "counted": len(shown),
        "glossary": glossary(given.terms, desk.language, facing=desk.facing),
    }
    context["addresses"] = addresses(context, sections)
    if not wanted.sections:
        context |= captions_context(desk, context)
    context["replaced"] = sorted(desk.scribe.replaced)
    return context


def decisions(desk: Desk) -> Context:
    """Return part 8, each page None where there is nothing to tell."""
    pages = {
        "priorities": priorities_context(desk),
        "plan": plan_context(desk),
        "since": since_context(desk),
    }
    return {
        **pages,
        "decided": next((name for name, page in pages.items() if page), ""),
        "concordance": concordance_context(desk),
    }


def _extract(desk: Desk, sections: Sequence[Section]) -> list[str]:
    """Return the names of the sections that an extract holds."""
    return [f"{one.label(desk.language)} {desk.text(one.short)}" for one in sections]


def _handed_in(desk: Desk) -> str:
    number = sum(one.respondents for one in desk.given.results.participation)
    return desk.words.plural(
        "{number} of {seats} expected responses was handed in.",
        "{number} of {seats} expected responses were handed in.",
        number,
        seats=max(desk.given.seats, number),
    )


def method_context(desk: Desk) -> Context:
    """Return what the page on method tells; every edition that compares has it."""
    given = desk.given
    return {
        "levels": _levels(desk),
        "grades": [(grade.value, grade_name(desk.words, grade)) for grade in Grade],
        "rule": convergence_rule(desk.words),
        "privacy": privacy_rule(desk.words, given.counted_from, given.spread_from),
        "lot": _lot(desk),
        "no_answers": [
            (
                no_answer_mark(desk.words, kind),
                no_answer_name(desk.words, kind),
                _meaning(desk, kind),
            )
            for kind in NoAnswer
        ],
        "missing_sign": (MISSING_MARK, handed_in_nothing(desk.words))
        if missing_benches(given.results)
        else None,
    }


def _lot(desk: Desk) -> str:
    """Return how answers to be quoted were drawn; empty where all are printed."""
    if not desk.given.drawn.counts:
        return ""
    return desk.words(
        "Where more than {most} answers of a group's members in one section may be"
        " quoted, {most} are printed: one of each question in turn, drawn by lot. The"
        " lot follows from the numbers of the consultation, the seat and the question"
        " (SHA-256), all given before anybody answered. The workbook holds the others"
        " too. What a group agreed is always printed.",
        most=MOST_QUOTED,
    )


def asked_sections(desk: Desk) -> list[Section]:
    """Return the sections of which something is asked, in their order."""
    return [
        section
        for section in desk.questionnaire.sections
        if any(desk.given.selection.includes(item) for item in section.items)
    ]


def shown_sections(desk: Desk, sections: Sequence[Section]) -> Shown:
    """Return the sections that have a row in the profile, with their results."""
    results = {one.section: one for one in desk.given.results.sections}
    return [(one, results[one.id]) for one in sections if one.id in results]


def ornament(
    desk: Desk,
    shown: Shown,
    *,
    height: float = 42,
    labels: Sequence[str] = (),
    dimension: str = PRACTICE,
) -> charts.Picture:
    """Return the profile in practice, or in law, as one picture, a column a section."""
    found = [
        (section, result.law if dimension == LAW else result.practice)
        for section, result in shown
    ]
    told = [
        desk.named(
            section.label(desk.language),
            strip_title(desk, comparison),
        )
        for section, comparison in found
    ]
    positions = "; ".join(told)
    return charts.ornament(
        [comparison for _section, comparison in found],
        desk.order,
        desk.wording.say(
            "picture-profile",
            positions,
            dimension=dimension,
            total=len(told),
            positions=positions,
        ),
        height=height,
        labels=labels,
    )


def _levels(desk: Desk) -> list[Context]:
    rules = desk.questionnaire.rules_of_thumb
    return [
        {
            "number": number,
            "name": desk.text(name),
            "law": desk.text(rules[LAW][number - 1]),
            "practice": desk.text(rules[PRACTICE][number - 1]),
        }
        for number, name in enumerate(desk.questionnaire.level_names, start=1)
    ]


def _meaning(desk: Desk, kind: NoAnswer) -> str:
    return {
        NoAnswer.DONT_KNOW: desk.words("no information; who holds it is asked"),
        NoAnswer.NOT_APPLICABLE: desk.words("with the reason"),
        NoAnswer.PREFERS_NOT: desk.words("recorded as such"),
        NoAnswer.NOT_ASKED: desk.words("not for this group, or skipped by an answer"),
        NoAnswer.BLANK: desk.words("no answer given"),
    }[kind]
