"""One question as its section prints it: comparison, groups side by side, own words."""

from typing import Any

from spf_assess.analysis.disclosure import disclosed
from spf_assess.analysis.positions import position_of
from spf_assess.i18n import (
    constituency_name,
    national_question,
    position_source_name,
)
from spf_assess.model import (
    LAW,
    PRACTICE,
    Comparison,
    Constituency,
    Item,
    ItemKind,
    Part,
    Position,
    PositionSource,
)
from spf_assess.report import quoting, values
from spf_assess.report.comparisons import (
    compared,
    comparison_line,
    level_name,
    part_name,
    part_place,
    told,
)
from spf_assess.report.desk import Context, Desk
from spf_assess.report.figures import figure_rows
from spf_assess.report.matrix import matrix
from spf_assess.report.outcome import item_outcome
from spf_assess.report.reading import ratings_of

# Words that would not fit beside one another stand below one another.
BESIDE_UP_TO = 220
WHOLE_UP_TO, WHOLE_ROWS = 260, 3
_ROW_MM = 7.0
_TOLD_APART = frozenset(
    {ItemKind.FIGURES, ItemKind.RANK, ItemKind.TEXT, ItemKind.TEXTS}
)
Stand = tuple[Part, Position]


def item_context(desk: Desk, item: Item) -> Context:
    """Return everything that is printed of one question."""
    comparisons = desk.given.results.comparisons.get(item.id, {})
    asked = [group for group in desk.order if group in item.asked_of]
    columns = [_column(desk, item, group) for group in asked]
    figures = [
        {**desk.bench(group), "rows": figure_rows(desk, item, group)}
        for group in asked
        if item.kind is ItemKind.FIGURES
    ]
    ranking = values.ranking(desk, item) if item.kind is ItemKind.RANK else []
    texts = matrix(desk, item) if item.kind is ItemKind.TEXTS else []
    rows = len(texts) + len(ranking) + sum(len(one["rows"]) for one in figures)
    weights = [_weight(column) for column in columns]
    speaking = [one for one, weight in zip(columns, weights, strict=True) if weight]
    return {
        "id": item.id,
        "kind": item.kind.value,
        "label": desk.text(item.label),
        "short": desk.text(item.short),
        "asked_of": []
        if len(asked) == len(desk.order)
        else [constituency_name(desk.words, group) for group in asked],
        "own_experience": item.own_experience,
        "national": national_question(desk.words) if item.national else "",
        "rows": [
            {
                "name": part_name(desk, item, part),
                **compared(desk, comparisons[part.name], height=_ROW_MM),
                "line": comparison_line(desk, comparisons[part.name]),
            }
            for part in item.parts
            if part.name in comparisons
        ],
        "columns": columns,
        "told": _together(columns),
        "speaking": _together(speaking),
        "beside": len(columns) > 1
        and max(weights, default=0) <= BESIDE_UP_TO
        and not desk.facing,
        "whole": not desk.facing and sum(weights) <= WHOLE_UP_TO and rows <= WHOLE_ROWS,
        "figures": [one for one in figures if one["rows"]],
        "ranking": ranking,
        "matrix": texts,
        "observers": quoting.comments(desk, item, Constituency.OBSERVERS),
        "outcome": item_outcome(desk, item),
        "starred": any(level["star"] for one in columns for level in one["levels"]),
    }


def _together(columns: list[Context]) -> list[Context]:
    """Return what groups say, neighbours that say the same in a few words as one."""
    found: list[Context] = []
    for one in columns:
        before = found[-1] if found else one
        same = one["lines"] == before["lines"] and _few(one) and _few(before)
        if found and same:
            before["speakers"].append(one)
        else:
            found.append({**one, "speakers": [one]})
    return found


def _few(column: Context) -> bool:
    """Return whether a group says nothing but its answer, and that is no level."""
    more = ("levels", "divided", "texts", "comments", "follow_ups")
    evidence = column["evidence"]
    return bool(column["lines"]) and not (
        any(column[name] for name in more) or evidence["sources"] or evidence["others"]
    )


def _column(desk: Desk, item: Item, group: Constituency) -> Context:
    stands = _stands(desk, item, group)
    comments = quoting.comments(desk, item, group)
    if stands or item.kind in _TOLD_APART:
        lines = _beside(desk, item, group, rated=bool(stands))
    else:
        lines = values.plain(desk, item, group)
    return {
        **desk.bench(group),
        "levels": [
            {
                **told(desk, item, part, found),
                "reasons": quoting.reasons(desk, item, part.name, group)
                if found.level is None
                else [],
            }
            for part, found in stands
        ],
        "source": _source(desk, item, stands),
        "divided": [
            _divided(desk, item, part, found) for part, found in stands if found.divided
        ],
        "lines": lines,
        "texts": values.texts(desk, item, group) if item.kind is ItemKind.TEXT else [],
        "comments": comments,
        "evidence": quoting.evidence(desk, item, group),
        "follow_ups": quoting.follow_ups(desk, item, group),
    }


def _source(desk: Desk, item: Item, stands: list[Stand]) -> str:
    """Tell where a group's positions come from.

    Where some were kept from the round before, those that are new are named.
    """
    found = [(part, one.source) for part, one in stands if one.level is not None]
    sources = {source for _part, source in found}
    if not found:
        return ""
    if len(sources) == 1 or not sources & {PositionSource.STATED, PositionSource.KEPT}:
        return position_source_name(desk.words, found[0][1])
    fresh = [one for one in found if one[1] is not PositionSource.KEPT]
    return ", ".join(
        desk.named(
            part_place(desk, item, part), position_source_name(desk.words, source)
        )
        for part, source in fresh
    )


def _beside(desk: Desk, item: Item, group: Constituency, *, rated: bool) -> list[str]:
    """Return the answer in lines, unless a table or a quotation holds it already."""
    if rated or item.kind is ItemKind.TEXTS:
        return []
    plain = values.plain(desk, item, group)
    if item.kind is ItemKind.FIGURES and figure_rows(desk, item, group):
        return []
    if item.kind is ItemKind.TEXT and values.texts(desk, item, group):
        return []
    if item.kind is ItemKind.RANK and values.given_places(desk, item, group):
        return []
    return plain


def _stands(desk: Desk, item: Item, group: Constituency) -> list[Stand]:
    """Return a group's positions, also on a question that is not compared.

    The latter come from the same rule in ``analysis``, for nobody else computes.
    """
    if not item.kind.rated:
        return []
    comparisons = desk.given.results.comparisons.get(item.id, {})
    if comparisons:
        return [
            (part, comparisons[part.name].position(group))
            for part in item.parts
            if part.name in comparisons
        ]
    return [
        (part, position_of(group, ratings_of(desk.given, item, part.name)))
        for part in item.parts
    ]


def _divided(desk: Desk, item: Item, part: Part, found: Position) -> str:
    """Tell that a group was divided; how far, only where no member can be made out."""
    place = part_place(desk, item, part)
    more = disclosed(
        found,
        final=desk.given.final.of(found.constituency, item.id, part.name),
        counted_from=desk.given.counted_from,
        spread_from=desk.given.spread_from,
    )
    if more.spread is None:
        if part.name == LAW:
            return desk.words("This group was itself divided on the law.")
        if part.name == PRACTICE:
            return desk.words("This group was itself divided on practice.")
        return desk.words("This group was itself divided on: {part}.", part=place)
    facts: dict[str, Any] = {"spread": more.spread, "number": more.rated}
    if part.name == LAW:
        return desk.words(
            "This group was itself divided on the law: {number} ratings, {spread}"
            " levels apart.",
            **facts,
        )
    if part.name == PRACTICE:
        return desk.words(
            "This group was itself divided on practice: {number} ratings, {spread}"
            " levels apart.",
            **facts,
        )
    return desk.words(
        "This group was itself divided on: {part} ({number} ratings, {spread} levels"
        " apart).",
        part=place,
        **facts,
    )


def stated_levels(desk: Desk, item: Item) -> list[list[Context]]:
    """Return the levels that groups stated, as they are described for this question.

    A list for the law and one for practice, from the lowest level. A half stands
    between two levels, so both are described.
    """
    comparisons = desk.given.results.comparisons.get(item.id, {})
    stated = [
        [
            {
                "number": number,
                "name": level_name(desk, number),
                "signs": " ".join(signs),
                "text": desk.text(desk.questionnaire.levels(item, part)[number - 1]),
            }
            for number, signs in sorted(_by_level(desk, comparisons[part.name]).items())
        ]
        for part in item.parts
        if part.name in comparisons
    ]
    return stated if any(stated) else []


def _by_level(desk: Desk, comparison: Comparison) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    by_bench = {one.constituency: one.level for one in comparison.positions}
    for bench in desk.order:
        level = by_bench.get(bench)
        if level is not None:
            for number in {int(level), int(level + 0.5)}:
                found.setdefault(number, []).append(desk.bench(bench)["sign"])
    return found


def _weight(column: Context) -> int:
    """Return how many characters a group has to say beside its levels."""
    follow_ups = [
        text
        for one in column["follow_ups"]
        for text in (one["question"], *(quote["text"] for quote in one["quotes"]))
    ]
    said = [
        *column["divided"],
        *column["lines"],
        *(one["text"] for one in column["texts"]),
        *(one["text"] for one in column["comments"]),
        *(one["text"] for one in column["evidence"]["sources"]),
        column["evidence"]["others"],
        *follow_ups,
    ]
    return sum(len(text) for text in said)
