"""How many members of each group rated which level of the headline question.

Told is what ``analysis.disclosure`` lets tell, and the picture draws the very numbers
that stand beside it.
"""

from collections.abc import Collection, Iterator, Sequence

from spf_assess.analysis.disclosure import (
    LEVELS,
    LOWER_HALF,
    UPPER_HALF,
    disclosed,
)
from spf_assess.i18n import no_answer_name
from spf_assess.i18n.formats import SEMICOLON, figure_text
from spf_assess.model import BENCHES, Constituency, Item, NoAnswer, Part
from spf_assess.report.comparisons import part_name, part_place
from spf_assess.report.desk import Context, Desk
from spf_assess.report.ratings_picture import (
    DONT_KNOW,
    OTHER,
    Ground,
    Told,
    ratings_picture,
    ratings_swatch,
)
from spf_assess.report.wording.samples import (
    LOWER_TWO,
    NO_LEVEL,
    UNKNOWN,
    UPPER_TWO,
)

Row = tuple[Part, Constituency, Told]


def ratings_context(
    desk: Desk, item: Item, groups: Collection[Constituency] = BENCHES
) -> Context | None:
    """Return how members of *groups* rated; None where nothing may be told."""
    rows = [one for one in _rows(desk, item) if one[1] in groups]
    if not rows:
        return None
    ground = Ground.of([told for _part, _group, told in rows])
    halves = any(LOWER_HALF in told.ratings for _part, _group, told in rows)
    return {
        "rows": [
            _row(desk, item, row, ground, first=not at or rows[at - 1][0] != row[0])
            for at, row in enumerate(rows)
        ],
        "keys": list(_keys(desk, [told for _part, _group, told in rows])),
        "halves": halves,
    }


def told_of(desk: Desk, item: Item, part: Part, group: Constituency) -> Told | None:
    """Return what may be told of a group's members on one part; None: nothing."""
    comparison = desk.given.results.comparisons.get(item.id, {}).get(part.name)
    if comparison is None or group not in item.asked_of:
        return None
    found = comparison.position(group)
    more = disclosed(
        found,
        final=desk.given.final.of(group, item.id, part.name),
        counted_from=desk.given.counted_from,
        spread_from=desk.given.spread_from,
    )
    if not more.ratings:
        return None
    silent = found.respondents - sum(more.ratings.values())
    known = more.no_answers.get(NoAnswer.DONT_KNOW, None if silent else 0)
    return Told(more.ratings, known, silent)


def _rows(desk: Desk, item: Item) -> Iterator[Row]:
    for part in item.parts:
        for group in desk.order:
            told = told_of(desk, item, part, group)
            if told is not None:
                yield part, group, told


def _row(desk: Desk, item: Item, row: Row, ground: Ground, *, first: bool) -> Context:
    part, group, told = row
    title = _title(desk, part, group, told)
    return {
        "bench": desk.bench(group),
        "part": part_name(desk, item, part) if first else "",
        "place": part_place(desk, item, part),
        "picture": ratings_picture(told, ground, title),
        "cells": [
            {"text": _number(desk, number), "span": len(LEVELS) // len(told.ratings)}
            for number in told.ratings.values()
        ],
        "dont_know": "–" if told.dont_know is None else _number(desk, told.dont_know),
        "silent": _number(desk, told.silent),
        "members": _number(desk, told.members),
    }


def _title(desk: Desk, part: Part, group: Constituency, told: Told) -> str:
    """Return what the picture of one group shows, in words."""
    name = desk.bench(group)["name"]
    counts = SEMICOLON[desk.language].join(
        desk.wording.piece(
            "picture-rating", f"{one} {number}", rated=one, number=number
        )
        for one, number in _spoken(told)
    )
    return desk.wording.say(
        "picture-ratings",
        f"{name}, {counts}",
        name=name,
        dimension=part.name,
        counts=counts,
        people=told.members,
    )


def _spoken(told: Told) -> Iterator[tuple[str, int]]:
    """Yield what the picture shows, by the names that its sentence has for it."""
    halves = {LOWER_HALF: LOWER_TWO, UPPER_HALF: UPPER_TWO}
    for name, number in told.ratings.items():
        yield halves.get(name, name), number
    if told.silent:
        yield NO_LEVEL, told.silent
        if told.dont_know:
            yield UNKNOWN, told.dont_know


def _keys(desk: Desk, rows: Sequence[Told]) -> Iterator[Context]:
    """Yield the signs that the pictures use, each with its name."""
    levels = desk.questionnaire.level_names
    used = {name for told in rows for name, number in told.ratings.items() if number}
    used |= {name for told in rows for name, number in told.apart if number}
    names = {
        name: f"{name} {desk.text(levels[at])}" for at, name in enumerate(LEVELS)
    } | {
        LOWER_HALF: desk.words("levels 1 and 2 together"),
        UPPER_HALF: desk.words("levels 3 and 4 together"),
        DONT_KNOW: no_answer_name(desk.words, NoAnswer.DONT_KNOW),
        OTHER: desk.words("others without a level"),
    }
    for name, told in names.items():
        if name in used:
            yield {"picture": ratings_swatch(name, told), "name": told}


def _number(desk: Desk, number: int) -> str:
    return figure_text(str(number), desk.language)
