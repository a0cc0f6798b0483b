"""On what the levels rest: the sources of each group, counted and by section."""

from collections.abc import Collection, Iterable

from spf_assess.analysis.evidence import Strength, strengths
from spf_assess.i18n import SEMICOLON, grade_name
from spf_assess.model import BENCHES, LAW, PRACTICE, Comparison, Constituency, Grade
from spf_assess.report import charts
from spf_assess.report.comparisons import dimension_name
from spf_assess.report.desk import Context, Desk
from spf_assess.report.summary import Shown

WIDTH = 96.0
_KEYS: tuple[Grade | None, ...] = (*Grade, None)


def evidence_context(
    desk: Desk,
    shown: Shown,
    groups: Collection[Constituency] = BENCHES,
    width: float = WIDTH,
) -> Context | None:
    """Return the page on sources; None while none of the *groups* has a position.

    *width* is that of a bar, in millimetres.
    """
    found = {
        one.constituency: one
        for one in strengths(desk.given.results)
        if one.constituency in groups
    }
    if not any(one.total for one in found.values()):
        return None
    order = [group for group in desk.order if group in found]
    return {
        "lead": _lead(desk, found.values()),
        "bars": [_bar(desk, found[group], width) for group in order],
        "keys": [
            {"picture": charts.grade_swatch(grade, name), "name": name}
            for grade in _KEYS
            if (name := _name(desk, grade))
        ],
        "dimensions": [dimension_name(desk, one) for one in (LAW, PRACTICE)],
        "rows": [
            {
                "reference": section.label(desk.language),
                "short": desk.text(section.short),
                "cells": [
                    _cell(desk, part, group)
                    for part in (result.law, result.practice)
                    for group in order
                ],
            }
            for section, result in shown
        ],
    }


def _lead(desk: Desk, found: Iterable[Strength]) -> str:
    """Return how many positions of all rest on strong sources, and how many on none."""
    known = list(found)
    total = sum(one.total for one in known)
    strong = sum(one.strong for one in known)
    bare = sum(one.counts[None] for one in known)
    return " ".join(
        (
            desk.wording.say(
                "evidence-strong",
                f"A, B: {strong} / {total}.",
                strong=strong,
                total=total,
            ),
            desk.wording.say("evidence-none", f"– {bare}.", number=bare),
        )
    )


def _bar(desk: Desk, one: Strength, width: float) -> Context:
    name = desk.bench(one.constituency)["name"]
    counts = SEMICOLON[desk.language].join(
        _graded(desk, grade, one.counts[grade]) for grade in _KEYS if one.counts[grade]
    )
    title = desk.wording.say(
        "picture-grades",
        f"{name}, {counts}",
        name=name,
        total=one.total,
        counts=counts,
    )
    return {
        **desk.bench(one.constituency),
        "picture": charts.grade_bar(one.counts, title, width=width),
        "counts": [one.counts[grade] for grade in _KEYS],
        "total": one.total,
        "unsupported": one.unsupported,
    }


def _graded(desk: Desk, grade: Grade | None, number: int) -> str:
    """Return how many positions rest on a grade."""
    name = _name(desk, grade)
    return desk.wording.piece(
        "picture-grade", f"{name}, {number}", grade=name, number=number
    )


def _name(desk: Desk, grade: Grade | None) -> str:
    if grade is None:
        return desk.words("no source")
    return desk.named(grade.value, grade_name(desk.words, grade))


def _cell(desk: Desk, part: Comparison, group: Constituency) -> Context:
    """Return the grade behind a position; ``·`` where there is no level to support."""
    found = part.position(group)
    if found.level is None:
        return {"sign": "·", "said": desk.words("no level"), "weak": False}
    if found.grade is None:
        return {"sign": "–", "said": desk.words("no source"), "weak": found.unsupported}
    return {"sign": found.grade.value, "said": "", "weak": found.unsupported}
