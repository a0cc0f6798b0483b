"""What one group, or one person, answered: question by question, by itself."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from spf_assess.i18n import no_answer_mark, no_answer_name
from spf_assess.model import (
    Answer,
    Constituency,
    Item,
    ItemKind,
    NoAnswer,
    Part,
    PartAnswer,
    Response,
    Section,
)
from spf_assess.report import values
from spf_assess.report.comparisons import level_name, part_name
from spf_assess.report.desk import Context, Desk
from spf_assess.report.items import item_context
from spf_assess.report.quoting import quote, source_context
from spf_assess.report.ratings import ratings_context
from spf_assess.report.sections import anchor


def group_section(desk: Desk, section: Section, group: Constituency) -> Context:
    """Return a section with what a group says to each question asked of it."""
    return {
        **_named(desk, section),
        "questions": [
            _of_group(desk, item, group)
            for item in section.items
            if desk.given.selection.includes(item) and group in item.asked_of
        ],
    }


def _named(desk: Desk, section: Section) -> Context:
    return {
        "anchor": anchor(section),
        "reference": section.label(desk.language),
        "title": desk.text(section.title),
    }


def _of_group(desk: Desk, item: Item, group: Constituency) -> Context:
    """Return a question with this group's answer alone, as the report prints it."""
    whole = item_context(desk, item)
    own = next(one for one in whole["columns"] if one["id"] == group.value)
    outcome = whole["outcome"]
    lines = own["lines"]
    if item.kind is ItemKind.RANK:
        lines = values.plain(desk, item, group)
    return {
        **whole,
        "columns": [own],
        "rated": ratings_context(desk, item, (group,)) if item.headline else None,
        "observers": [],
        "figures": [one for one in whole["figures"] if one["id"] == group.value],
        "matrix": [
            {
                **row,
                "cells": [cell for cell in row["cells"] if cell["id"] == group.value],
            }
            for row in whole["matrix"]
        ],
        "voice": {**own, "lines": lines, "speakers": [own]}
        if _speaks(own, lines)
        else None,
        "outcome": {
            **outcome,
            "voices": [one for one in outcome["voices"] if one["id"] == group.value],
        }
        if outcome
        else None,
    }


def _speaks(own: Context, lines: list[str]) -> bool:
    """Return whether a group says more than what a table beside it holds."""
    said = ("levels", "divided", "texts", "comments", "follow_ups")
    evidence = own["evidence"]
    return bool(
        lines
        or any(own[name] for name in said)
        or evidence["sources"]
        or evidence["others"]
    )


def own_section(
    desk: Desk, section: Section, response: Response, asked: Collection[str]
) -> Context:
    """Return a section with one respondent's answers; nobody else's words are in it.

    Observers comment and do not rate: of them only what they said is told.
    """
    rates = response.respondent.constituency.rates
    return {
        **_named(desk, section),
        "questions": [
            _of_one(desk, item, response)
            for item in section.items
            if item.id in asked and (rates or item.id in response.answers)
        ],
    }


def _of_one(desk: Desk, item: Item, response: Response) -> Context:
    answer = response.answers.get(item.id, Answer(item.id))
    rates = response.respondent.constituency.rates
    follow_ups = desk.questionnaire.follow_ups
    return {
        "id": item.id,
        "label": desk.text(item.label),
        "flagged": answer.flagged,
        "levels": list(_levels(desk, item, answer)) if rates else [],
        "lines": _lines(desk, item, answer) if rates else [],
        "said": [
            {"lead": lead, "quote": {**quote(desk, told, response), "by": ""}}
            for lead, told in (
                *_texts(desk, item, answer),
                ("", answer.comment),
                (desk.words("Minority note within this group"), answer.minority),
                *(
                    (desk.text(follow_ups[name].label), told)
                    for name, told in sorted(answer.follow_ups.items())
                    if name in follow_ups
                ),
            )
            if told.strip()
        ],
        "sources": [source_context(desk, one) for one in answer.evidence],
    }


def _levels(desk: Desk, item: Item, answer: Answer) -> Iterator[Context]:
    """Yield each rated part: its level as it is described for this question."""
    for part in item.parts if item.kind.rated else ():
        told = answer.part(part.name)
        yield {
            "name": part_name(desk, item, part),
            **_level(desk, item, part, told),
        }


def _level(desk: Desk, item: Item, part: Part, told: PartAnswer) -> Context:
    if isinstance(told.value, int):
        described = desk.questionnaire.levels(item, part)
        return {
            "chip": str(told.value),
            "kind": f"l{told.value}",
            "level": level_name(desk, told.value),
            "means": desk.text(described[told.value - 1]) if described else "",
        }
    kind = told.no_answer
    return {
        "chip": no_answer_mark(desk.words, kind) if kind else "",
        "kind": "none",
        "level": no_answer_name(desk.words, kind)
        if kind
        else no_answer_name(desk.words, NoAnswer.BLANK),
        "means": desk.scribe.line(told.reason),
    }


def _lines(desk: Desk, item: Item, answer: Answer) -> list[str]:
    """Return what is neither a level nor a text; blank is told as such."""
    if item.kind.rated:
        return []
    shown = {
        name: part
        for name, part in answer.parts.items()
        if item.kind not in (ItemKind.TEXT, ItemKind.TEXTS) or part.value is None
    }
    found = list(values.lines(desk, item, replace(answer, parts=shown)))
    told = found or any(not part.empty for part in answer.parts.values())
    return found if told else [no_answer_name(desk.words, NoAnswer.BLANK)]


def _texts(desk: Desk, item: Item, answer: Answer) -> Iterator[tuple[str, str]]:
    """Yield texts with what they answer to."""
    for part in item.parts:
        value = answer.part(part.name).value
        if item.kind is ItemKind.TEXT and isinstance(value, str):
            yield "", value
        if item.kind is ItemKind.TEXTS and isinstance(value, str):
            yield desk.text(part.label), value
