"""What a report is made from, read from an open consultation."""

from typing import TYPE_CHECKING

from spf_assess.analysis import asked_items
from spf_assess.i18n.formats import now_iso

if TYPE_CHECKING:
    from spf_assess.consultation.opened import Consultation
    from spf_assess.report import Definition, ReportInput


def report_input(
    consultation: "Consultation", generated_at: str | None = None
) -> "ReportInput":
    """Return everything the report needs, so that the file can be closed again.

    *generated_at* is ISO 8601, UTC; without it the present moment.
    """
    from spf_assess.questionnaire import load_recommendation
    from spf_assess.report import ReportInput

    responses = consultation.latest_words()
    asked = {
        response.respondent.id: frozenset(
            item.id
            for item in asked_items(
                consultation.questionnaire,
                consultation.selection,
                response.respondent.constituency,
                response.answers,
            )
        )
        for response in responses
    }
    prepared = consultation.preparation
    return ReportInput(
        header=consultation.header,
        questionnaire=consultation.questionnaire,
        selection=consultation.selection,
        recommendation=load_recommendation(),
        rounds=consultation.rounds,
        responses=responses,
        results=consultation.results(),
        asked=asked,
        seats=len(consultation.respondents()),
        generated_at=generated_at or now_iso(),
        terms=report_terms(),
        shifts=consultation.shifts(),
        stances=consultation.stances(consultation.current_round),
        agreements=consultation.agreements(),
        notes=consultation.notes(),
        actions=consultation.actions(),
        priorities=consultation.priorities(),
        counted_from=prepared.counted_from,
        spread_from=prepared.spread_from,
    )


def report_terms() -> "tuple[Definition, ...]":
    """Return what the report's glossary explains, as the questionnaire's own does."""
    from spf_assess.model import LANGUAGES, Text
    from spf_assess.reading import load_glossary
    from spf_assess.report import Definition
    from spf_assess.report.glossary import TERMS

    known = load_glossary().by_name
    return tuple(
        Definition(
            name,
            Text.of(**{one: known[name].words[one][0].term for one in LANGUAGES}),
            known[name].means,
        )
        for name in TERMS
    )
