"""Answers that are not compared, in words: choices, rankings, figures, dates, texts."""

from collections.abc import Iterator

from spf_assess.i18n import SEMICOLON, date_text, no_answer_name
from spf_assess.model import (
    NO,
    PARTLY,
    YES,
    Answer,
    Constituency,
    Figure,
    Item,
    ItemKind,
    NoAnswer,
    Part,
    PartAnswer,
)
from spf_assess.report.desk import Context, Desk
from spf_assess.report.figures import figure_line
from spf_assess.report.members import of_members
from spf_assess.report.quoting import quote
from spf_assess.report.reading import leading, members_said, of_group, said


def plain(
    desk: Desk, item: Item, group: Constituency, *, brief: bool = False
) -> list[str]:
    """Return a group's answer to an item that is not compared, line by line.

    The answer a group agreed is public by its role; of members who answered one by one
    only what enough of them said alike is told. *brief* is for the cells of the annex.
    """
    if not of_group(desk.given, group):
        return [desk.words("no answer handed in")]
    heard = [one for one in said(desk.given, item, group) if one.valued]
    if agreed := [one for one in heard if one.agreed]:
        return [line for one in agreed for line in lines(desk, item, one.answer)]
    members = members_said(desk.given, item, group)
    if members.answered:
        quoted = sum(one.consents for one in heard)
        return list(of_members(desk, item, group, quoted, choice, brief=brief))
    kind = NoAnswer.BLANK if members.asked else NoAnswer.NOT_ASKED
    return [no_answer_name(desk.words, kind)]


def texts(desk: Desk, item: Item, group: Constituency) -> list[Context]:
    """Return a group's answers in free words, as quotations.

    A group's own text is its answer; a member's is printed with consent only.
    """
    return [
        quote(desk, value, one.response)
        for one in leading(list(said(desk.given, item, group)))
        if one.agreed or one.quotable
        for part in item.parts
        if isinstance(value := one.answer.part(part.name).value, str) and value.strip()
    ]


def lines(desk: Desk, item: Item, answer: Answer) -> Iterator[str]:
    """Yield an answer part by part."""
    for part in item.parts:
        told = answer.part(part.name)
        if told.empty:
            continue
        text = _value(desk, item, part, told, answer)
        several = item.kind in (ItemKind.FIGURES, ItemKind.TEXTS)
        label = desk.text(part.label) if several else ""
        yield desk.named(label, text) if label else text


def _value(desk: Desk, item: Item, part: Part, told: PartAnswer, answer: Answer) -> str:
    if told.no_answer is not None:
        name = no_answer_name(desk.words, told.no_answer)
        reason = desk.scribe.line(told.reason)
        return desk.named(name, reason) if reason else name
    value = told.value
    if isinstance(value, Figure):
        return figure_line(desk, value, desk.text(part.unit))
    if isinstance(value, tuple):
        return _several(desk, item, value, answer)
    if isinstance(value, int):
        level = desk.text(desk.questionnaire.level_names[value - 1])
        return f"{value} {level}"
    return _single(desk, item, str(value), answer)


def _several(desk: Desk, item: Item, value: tuple[str, ...], answer: Answer) -> str:
    names = [choice(desk, item, one, answer) for one in value]
    if item.kind is ItemKind.RANK:
        names = [f"{place}.\u00a0{name}" for place, name in enumerate(names, 1)]
    return SEMICOLON[desk.language].join(names)


def _single(desk: Desk, item: Item, value: str, answer: Answer) -> str:
    if item.kind in (ItemKind.SELECT_ONE, ItemKind.YES_PARTLY_NO):
        return choice(desk, item, value, answer)
    if item.kind is ItemKind.DATE:
        note = desk.scribe.line(answer.specify)
        day = date_text(desk.scribe.line(value), desk.language)
        return desk.named(day, note) if note else day
    return desk.scribe.told(value)


def choice(desk: Desk, item: Item, name: str, answer: Answer) -> str:
    """Return an option's label, with the words given for "other"."""
    for option in item.choices:
        if option.name == name:
            label = desk.text(option.label)
            words = desk.scribe.line(answer.specify) if option.specify else ""
            return desk.named(label, words) if words else label
    return {
        YES: desk.words("Yes"),
        PARTLY: desk.words("Partly"),
        NO: desk.words("No"),
    }.get(name, desk.scribe.line(name))


def ranking(desk: Desk, item: Item) -> list[Context]:
    """Return the options of a ranking with the place that each group gave them.

    Only rankings that a group agreed are told place by place. The order is that of the
    questionnaire: there is no common ranking.
    """
    by_group = {group: given_places(desk, item, group) for group in desk.order}
    if not any(by_group.values()):
        return []
    return [
        {
            "name": desk.text(option.label),
            "cells": [
                str(by_group[group].get(option.name, "–")) for group in desk.order
            ],
        }
        for option in item.choices
    ]


def given_places(desk: Desk, item: Item, group: Constituency) -> dict[str, int]:
    """Return the place of each option in the ranking that a group agreed."""
    for one in said(desk.given, item, group):
        if one.agreed:
            for part in item.parts:
                value = one.answer.part(part.name).value
                if isinstance(value, tuple):
                    return {name: place for place, name in enumerate(value, 1)}
    return {}
