"""The edition of one group: its own answers and reservations, then all three groups.

It is told from the same pages as the report, by the same rules of privacy.
"""

from spf_assess.model import (
    Comparison,
    Constituency,
    Pattern,
    ReportOptions,
    Section,
    SectionResult,
)
from spf_assess.report import faults
from spf_assess.report.captions import captions_context
from spf_assess.report.comparisons import compared, dimension_name, told
from spf_assess.report.context import (
    asked_sections,
    method_context,
    shown_sections,
)
from spf_assess.report.desk import Context, Desk
from spf_assess.report.evidence import evidence_context
from spf_assess.report.front import front
from spf_assess.report.outcome import outcome_context
from spf_assess.report.own import group_section
from spf_assess.report.remarks import remark_beside
from spf_assess.report.sections import anchor, annex_context
from spf_assess.report.since import own_since
from spf_assess.report.speakers import drawn_lines, settle
from spf_assess.report.summary import Shown, profile_rows

_ROW_MM = 6.2


def edition_group(wanted: ReportOptions) -> Constituency:
    """Return whose edition it is.

    Raises:
        Problem: R-106 it is not told, or observers are named, who have no position.
    """
    if wanted.group is None or not wanted.group.rates:
        raise faults.group_missing()
    return wanted.group


def constituency_context(desk: Desk, wanted: ReportOptions) -> Context:
    """Return what the edition of one group prints."""
    group = edition_group(wanted)
    sections = asked_sections(desk)
    shown = shown_sections(desk, sections)
    by_id = {section.id: result for section, result in shown}
    own = desk.bench(group)
    outcome = outcome_context(desk, sections)
    context = {
        **front(desk, wanted),
        **method_context(desk),
        "document": desk.named(own["name"], desk.words("own answers and reservations")),
        "group": own,
        "counted": len(shown),
        "evidence": evidence_context(desk, shown, (group,)),
        "since": own_since(desk, group),
        "positions": [_position(desk, one, by_id[one.id], group) for one, _ in shown],
        "apart": _apart(desk, shown, group),
        "reservations": [
            one
            for one in (outcome["reservations"] if outcome else ())
            if one["id"] == group.value
        ],
        "remark_told": remark_beside(desk),
        "own_sections": [_own(desk, one, group) for one in sections],
        "sections": [],
        "profile": profile_rows(desk, shown),
        "annex": [annex_context(desk, one) for one in sections],
        "concordance": None,
        "extract": True,
        "addresses": frozenset(anchor(one) for one in sections),
        "glossary": [],
    }
    if not wanted.sections:
        pages = {name: context[name] for name in ("profile", "annex")}
        context |= captions_context(desk, pages)
    context["replaced"] = sorted(desk.scribe.replaced)
    return context


def _own(desk: Desk, section: Section, group: Constituency) -> Context:
    found = group_section(desk, section, group)
    return {
        **found,
        "remark": remark_beside(desk, section.id),
        "speakers": settle(found["questions"]),
        "drawn": drawn_lines(desk, section, (group,)),
    }


def _position(
    desk: Desk, section: Section, result: SectionResult, group: Constituency
) -> Context:
    """Return what a group states on a section's headline question."""
    headline, cells = section.headline, []
    if headline is not None:
        comparisons = (result.law, result.practice)
        cells = [
            told(desk, headline, part, one.position(group))
            for part, one in zip(headline.parts, comparisons, strict=True)
        ]
    return {
        "anchor": anchor(section),
        "reference": section.label(desk.language),
        "short": desk.text(section.short),
        "cells": cells,
    }


def _apart(desk: Desk, shown: Shown, group: Constituency) -> list[Context]:
    """Return, in law and in practice, where this group stands apart from two others."""
    found = []
    for dimension in ("practice", "law"):
        rows = [
            {
                "anchor": anchor(section),
                "reference": section.label(desk.language),
                "short": desk.text(section.short),
                **compared(desk, comparison, height=_ROW_MM),
            }
            for section, result in shown
            if _stands_apart(comparison := _of(result, dimension), group)
        ]
        if rows:
            found.append({"name": dimension_name(desk, dimension), "rows": rows})
    return found


def _of(result: SectionResult, dimension: str) -> Comparison:
    return result.law if dimension == "law" else result.practice


def _stands_apart(comparison: Comparison, group: Constituency) -> bool:
    return comparison.pattern is Pattern.ONE_APART and comparison.apart is group
