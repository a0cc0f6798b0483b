"""What of an open consultation goes into the list of recent files."""

from typing import TYPE_CHECKING, Any

from spf_assess.desktop.settings import Recent
from spf_assess.i18n.formats import now_iso
from spf_assess.model import Problem, Role

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation


def entry_for(consultation: "Consultation") -> Recent:
    """Return what the start page will show of this file; counts only, no answers."""
    header = consultation.header
    common: dict[str, Any] = {
        "path": str(consultation.path),
        "title": dict(header.title.by_language),
        "role": consultation.role.value,
        "round": consultation.current_round,
        "changed_at": now_iso(),
        "fictitious": header.fictitious,
        "read_only": consultation.read_only,
    }
    try:
        if consultation.role is Role.RESPONDENT:
            return Recent(**common, **_respondent(consultation))
        return Recent(**common, **_facilitator(consultation))
    except Problem:  # a damaged file is listed all the same
        return Recent(**common)


def _facilitator(consultation: "Consultation") -> dict[str, Any]:
    return {"asked": consultation.seat_count, "answered": consultation.handed_in()}


def _respondent(consultation: "Consultation") -> dict[str, Any]:
    from spf_assess.analysis.progress import SectionState
    from spf_assess.analysis.relevance import asked_items

    me = consultation.me()
    progress = consultation.progress(me.id)
    states = [line.state for line in progress.sections]
    response = consultation.response(me.id)
    asked = asked_items(
        consultation.questionnaire,
        consultation.selection,
        me.constituency,
        response.answers,
    )
    ids = [item.id for item in asked]
    first = progress.first_unanswered
    return {
        "constituency": me.constituency.value,
        "kind": me.kind.value,
        "asked": progress.asked,
        "answered": progress.answered,
        "next_number": ids.index(first) + 1 if first in ids else 0,
        "done": states.count(SectionState.DONE),
        "begun": states.count(SectionState.BEGUN),
        "todo": states.count(SectionState.TODO),
        "flagged": progress.flagged,
        "handed_in_at": response.handed_in_at,
    }
