"""Several texts in one question as a table: a row a text, a column a group."""

from spf_assess.analysis.matrix import Column, guarantee_of
from spf_assess.i18n import no_answer_name
from spf_assess.model import Constituency, Item, NoAnswer, Part
from spf_assess.report.desk import Context, Desk
from spf_assess.report.quoting import quote
from spf_assess.report.reading import Said, leading, members_said, of_group, said


def matrix(desk: Desk, item: Item) -> list[Context]:
    """Return the rows of the table.

    A group's own text is its answer; a member's is printed with consent only (R-402).
    """
    names = column_names(desk, item)
    groups = [group for group in desk.order if group in item.asked_of]
    return [
        {
            "name": names.get(part.name) or desk.text(part.label),
            "cells": [
                {**desk.bench(group), **_cell(desk, item, part, group)}
                for group in groups
            ],
        }
        for part in item.parts
    ]


def given_texts(desk: Desk, item: Item, group: Constituency) -> int:
    """Return how many texts a group gave as agreed; 0 where members answered."""
    heard = leading(list(said(desk.given, item, group)))
    return sum(
        isinstance(one.answer.part(part.name).value, str)
        for one in heard
        if one.agreed
        for part in item.parts
    )


def column_names(desk: Desk, item: Item) -> dict[str, str]:
    """Return the method's names for the columns of an assessment matrix."""
    if guarantee_of(desk.questionnaire, item) is None:
        return {}
    words = desk.words
    return {
        Column.EXISTS: words("What exists"),
        Column.PLANNED: words("What is planned"),
        Column.DESIGN_GAPS: words("Gaps in design"),
        Column.IMPLEMENTATION_ISSUES: words("Implementation issues"),
        Column.OPTIONS: words("Options"),
    }


def _cell(desk: Desk, item: Item, part: Part, group: Constituency) -> Context:
    if not of_group(desk.given, group):
        return {"quotes": [], "lines": [desk.words("no answer handed in")]}
    heard = leading(list(said(desk.given, item, group)))
    texts = [one for one in heard if _text(one, part).strip()]
    quotes = [
        quote(desk, _text(one, part), one.response)
        for one in texts
        if one.agreed or one.quotable
    ]
    lines = [
        line for one in heard if one.agreed for line in _no_answer(desk, one, part)
    ]
    if not quotes and not lines:
        lines = [_silence(desk, item, part, group)]
    return {"quotes": quotes, "lines": lines}


def _text(one: Said, part: Part) -> str:
    value = one.answer.part(part.name).value
    return value if isinstance(value, str) else ""


def _no_answer(desk: Desk, one: Said, part: Part) -> list[str]:
    told = one.answer.part(part.name)
    if told.no_answer is None:
        return []
    name = no_answer_name(desk.words, told.no_answer)
    reason = desk.scribe.line(told.reason)
    return [desk.named(name, reason) if reason else name]


def _silence(desk: Desk, item: Item, part: Part, group: Constituency) -> str:
    """Say why nothing is printed; of members, nothing that points at one (R-401)."""
    members = members_said(desk.given, item, group)
    agreed = any(one.agreed and one.valued for one in said(desk.given, item, group))
    if members.texts.get(part.name) and not agreed:
        return desk.words("single answers, not shown")
    kind = NoAnswer.BLANK if members.asked else NoAnswer.NOT_ASKED
    return no_answer_name(desk.words, kind)
