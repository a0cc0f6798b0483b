"""What is printed of a comparison: a strip, figures, words; numbers as in Results."""

from spf_assess.i18n import (
    level_text,
    no_answer_name,
    no_joint_level_reason,
    no_level_mark,
    no_level_text,
    outcome_name,
    pattern_name,
    position_source_name,
)
from spf_assess.model import (
    LAW,
    PRACTICE,
    Comparison,
    Constituency,
    Item,
    NoAnswer,
    Part,
    Position,
)
from spf_assess.report import charts
from spf_assess.report.desk import Context, Desk
from spf_assess.report.sentences import strip_title


def compared(
    desk: Desk, comparison: Comparison, width: float = 36, height: float = 8.2
) -> Context:
    """Return one comparison with a strip of *width* by *height* millimetres."""
    words = desk.words
    title = strip_title(desk, comparison)
    return {
        "strip": charts.strip(
            comparison, desk.order, title, width=width, height=height
        ),
        "range": level_text(comparison.range)
        if comparison.range is not None
        else words.context("sign in a table", "n/c"),
        "wide": comparison.outcome.diverges,
        "outcome": outcome_name(words, comparison.outcome),
        "differ": comparison.verdicts_differ,
        "pattern": pattern_name(words, comparison),
        "joint": comparison.joint_level,
        "joint_name": _joint_name(desk, comparison),
        "no_joint": no_joint_level_reason(words, comparison.no_joint_level),
        "cells": [_cell(desk, comparison, bench) for bench in desk.order],
    }


def _joint_name(desk: Desk, comparison: Comparison) -> str:
    """Return the joint level's name, and whether it was agreed after the discussion."""
    if comparison.joint_level is None:
        return ""
    name = level_name(desk, comparison.joint_level)
    if not comparison.joint_agreed:
        return name
    agreed = desk.words.context("joint level", "agreed")
    return f"{name}, {agreed}"


def comparison_line(desk: Desk, comparison: Comparison) -> Context:
    """Return a comparison in one line: levels by sign, range, result, pattern, joint.

    Signs and figures hold together; the range is said apart, for it may be bold.
    """
    words = desk.words
    cells = [
        (desk.bench(bench)["sign"], _cell(desk, comparison, bench)["text"])
        for bench in desk.order
    ]
    pieces = [
        ", ".join(
            [outcome_name(words, comparison.outcome)]
            + [words("verdicts differ")] * comparison.verdicts_differ
        ),
        pattern_name(words, comparison),
    ]
    if comparison.joint_level:
        pieces.append(words("joint level {level}", level=comparison.joint_level))
    if comparison.joint_agreed:
        pieces.append(words.context("joint level", "agreed"))
    return {
        "levels": " ".join(f"{sign}\u00a0{text}" for sign, text in cells),
        "range": words(
            "R {range}",
            range=level_text(comparison.range)
            if comparison.range is not None
            else words.context("sign in a table", "n/c"),
        ),
        "rest": " · ".join(dict.fromkeys(pieces)),
    }


def _cell(desk: Desk, comparison: Comparison, bench: Constituency) -> Context:
    try:
        found = comparison.position(bench)
    except KeyError:
        return {
            "text": no_level_mark(desk.words, None),
            "title": no_answer_name(desk.words, NoAnswer.NOT_ASKED),
            "rated": False,
        }
    if found.level is None:
        return {
            "text": no_level_mark(desk.words, found),
            "title": no_answer_text(desk, found),
            "rated": False,
        }
    return {
        "text": level_text(found.level) + ("*" if found.unsupported else ""),
        "title": position_source_name(desk.words, found.source),
        "rated": True,
    }


def no_answer_text(desk: Desk, position: Position) -> str:
    """Return why a group has no level; a group that handed in nothing is told so."""
    return no_level_text(desk.words, position)


def told(desk: Desk, item: Item, part: Part, position: Position) -> Context:
    """Return a group's position with the name of its level, for the group's column."""
    level = position.level
    if level is None:
        chip, name = no_level_mark(desk.words, position), no_answer_text(desk, position)
    elif level == int(level):
        chip, name = level_text(level), level_name(desk, int(level))
    else:
        chip = level_text(level)
        name = desk.words(
            "between {low} and {high}",
            low=level_name(desk, int(level)),
            high=level_name(desk, int(level) + 1),
        )
    return {
        "part": part_place(desk, item, part),
        "chip": chip,
        "kind": _chip_kind(level),
        "name": name,
        "star": position.unsupported,
    }


def _chip_kind(level: float | None) -> str:
    """Return the chip's class: a level's own, white for a half, dashed for none."""
    if level is None:
        return "none"
    return f"l{level:g}" if level == int(level) else "two"


def level_name(desk: Desk, level: int) -> str:
    """Return the name of a whole level."""
    return desk.text(desk.questionnaire.level_names[level - 1])


def part_name(desk: Desk, item: Item, part: Part) -> str:
    """Return what a row of an item is called."""
    if part.name == LAW:
        return desk.words("In law")
    if part.name == PRACTICE:
        return desk.words("In practice")
    return desk.text(part.label) or desk.text(item.short)


def part_place(desk: Desk, item: Item, part: Part) -> str:
    """Return a row's name as it stands within a line: ``in law``."""
    if part.name == LAW:
        return desk.words("in law")
    if part.name == PRACTICE:
        return desk.words("in practice")
    return desk.text(part.label) or desk.text(item.short)


def dimension_name(desk: Desk, dimension: str) -> str:
    """Return ``In law`` or ``In practice``."""
    return desk.words("In law") if dimension == LAW else desk.words("In practice")
