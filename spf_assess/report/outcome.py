"""What became of positions in the discussion: beside them, and on pages of its own.

What each group said stands in its own words, as it was recorded for everybody. Between
two rounds movement is shown, and none of it is called better or worse.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from spf_assess.i18n import (
    SEMICOLON,
    agreed_text,
    constituency_name,
    course_text,
    level_text,
    no_level_mark,
    outcome_name,
    statement_text,
)
from spf_assess.model import (
    LANGUAGES,
    Agreement,
    Comparison,
    Constituency,
    Course,
    Decision,
    Item,
    Movement,
    Note,
    NoteKind,
    Outcome,
    Part,
    RespondentKind,
    Section,
    Shift,
    Stance,
    Text,
)
from spf_assess.report import charts
from spf_assess.report.comparisons import level_name, part_name, part_place
from spf_assess.report.desk import Context, Desk
from spf_assess.report.sentences import strip_title

_STRIP_MM, _ROW_MM = 36.0, 7.0


def item_outcome(desk: Desk, item: Item) -> Context | None:
    """Return what the discussion made of a question; None where it said nothing."""
    given = desk.given
    changed = [one for one in given.shifts if one.item == item.id and one.changed]
    agreements = [one for one in given.agreements if one.item == item.id]
    voices = [
        found
        for bench in desk.order
        if (found := _voice(desk, item, bench)) is not None
    ]
    notes = {kind: _notes(desk, kind, item.id) for kind in NoteKind}
    if not (changed or agreements or voices or any(notes.values())):
        return None
    return {
        "rounds": [one.number for one in given.rounds][-2:],
        "rows": [
            {
                "name": part_name(desk, item, _part(item, one.part)),
                "strips": [
                    charts.strip(
                        comparison,
                        desk.order,
                        strip_title(desk, comparison),
                        width=_STRIP_MM,
                        height=_ROW_MM,
                    )
                    for comparison in (one.before, one.after)
                ],
                "results": [
                    _result(desk, comparison) for comparison in (one.before, one.after)
                ],
            }
            for one in changed
        ],
        "voices": voices,
        "agreed": [_agreed(desk, item, one) for one in agreements],
        "evidence": notes[NoteKind.EVIDENCE],
        "parked": notes[NoteKind.PARKED],
    }


def outcome_context(desk: Desk, sections: Iterable[Section]) -> Context | None:
    """Return the pages on the outcome; None where there is nothing to tell."""
    given = desk.given
    items = {
        item.id: (section, item)
        for section in sections
        for item in section.items
        if given.selection.includes(item)
    }
    shifts = [one for one in given.shifts if one.item in items]
    changed = [one for one in shifts if one.changed]
    reservations = [
        one for one in given.stances if one.reservation and one.item in items
    ]
    agreements = [one for one in given.agreements if one.item in items]
    parked = [_placed(desk, one, items) for one in _kind(given.notes, NoteKind.PARKED)]
    if not (given.stances or shifts or agreements or parked):
        return None
    order = {item: number for number, item in enumerate(items)}
    return {
        "rounds": [one.number for one in given.rounds][-2:] if shifts else [],
        "sentences": _sentences(desk, shifts),
        "counts": _counts(desk, shifts),
        "shifts": shifts,
        "changed": [_changed_row(desk, one, items[one.item][1]) for one in changed],
        "moved": [
            {
                **voice,
                "told": SEMICOLON[desk.language].join(voice["lines"]),
                "item": one.item,
                "short": desk.text(items[one.item][1].short),
            }
            for one, bench in _movers(desk, changed)
            if (voice := _voice(desk, items[one.item][1], bench)) is not None
        ],
        "agreements": [
            {
                "id": one.item,
                "name": desk.text(items[one.item][1].short),
                **_agreed(desk, items[one.item][1], one),
            }
            for one in sorted(agreements, key=lambda one: order[one.item])
        ],
        "reservations": [
            {
                **desk.bench(one.constituency),
                "item": one.item,
                "short": desk.text(items[one.item][1].short),
                "words": _spoken(desk, one, one.reservation),
            }
            for one in sorted(
                reservations,
                key=lambda one: (order[one.item], desk.order.index(one.constituency)),
            )
        ],
        "parked": parked,
    }


def _movers(
    desk: Desk, shifts: Iterable[Shift]
) -> Iterator[tuple[Shift, Constituency]]:
    """Yield each question and group whose position changed, in any of its parts."""
    seen = set()
    for shift in shifts:
        movers = {
            one.constituency
            for one in shift.movements
            if one.course not in (Course.KEPT, Course.NONE)
        }
        for bench in desk.order:
            if bench in movers and (shift.item, bench) not in seen:
                seen.add((shift.item, bench))
                yield shift, bench


def _voice(desk: Desk, item: Item, bench: Constituency) -> Context | None:
    """Return what became of a group's position, with its reason and reservation."""
    stance = next(
        (
            one
            for one in desk.given.stances
            if (one.item, one.constituency) == (item.id, bench)
        ),
        None,
    )
    movements = [
        one
        for shift in desk.given.shifts
        if shift.item == item.id
        for one in shift.movements
        if one.constituency is bench
    ]
    moved = [one for one in movements if one.course not in (Course.KEPT, Course.NONE)]
    if stance is None and not moved:
        return None
    said = [
        desk.named(part_name(desk, item, _part(item, one.part)), _course(desk, one))
        for one in moved
    ]
    if stance is not None and not moved:
        said = [desk.wording.piece("course-kept-all", lambda: "=")]
    if stance is not None and moved and stance.decision is Decision.KEEP:
        said.append(
            desk.words(
                "In the discussion it said that it keeps its position; its answers in"
                " round {round} say otherwise and count.",
                round=stance.round,
            )
        )
    return {
        **desk.bench(bench),
        "lines": said,
        "reason": _spoken(desk, stance, stance.reason) if stance else None,
        "reservation": _spoken(desk, stance, stance.reservation) if stance else None,
    }


def _course(desk: Desk, movement: Movement) -> str:
    """Return what became of a position: ``from 2 to 3``, ``3 kept``."""
    before, after = (
        "" if one.level is None else level_text(one.level)
        for one in (movement.before, movement.after)
    )
    plain = course_text(desk.words, movement)
    name, facts = {
        Course.MOVED: ("course-moved", {"before": before, "after": after}),
        Course.KEPT: ("course-kept", {"before": before}),
        Course.FIRST: ("course-first", {"after": after}),
        Course.WITHDRAWN: ("course-withdrawn", {"before": before}),
        Course.NONE: ("", {}),
    }[movement.course]
    lines = [desk.wording.piece(name, plain, **facts)]
    if movement.answered is not None:
        level = level_text(movement.answered)
        said = desk.wording.piece("course-answered", level, level=level)
        lines.append(said)
    return SEMICOLON[desk.language].join(lines)


def _spoken(desk: Desk, stance: Stance, text: str) -> Context | None:
    """Return a group's words as recorded, in the marks of their language."""
    if not text.strip():
        return None
    told = stance.language in LANGUAGES
    language = stance.language if told else _tongue(desk, stance.constituency)
    return _marked(desk, text, language)


def _marked(desk: Desk, text: str, language: str) -> Context:
    return {
        "lead": "",
        "text": desk.scribe.quoted(text, language),
        "language": language,
        "by": "",
        **desk.tongue(language),
    }


def _tongue(desk: Desk, bench: Constituency) -> str:
    """Return the language of a group: that of its own response, else a member's."""
    own = [
        one.respondent
        for one in desk.given.responses
        if one.respondent.constituency is bench
    ]
    own.sort(key=lambda one: one.kind is not RespondentKind.BENCH)
    found = own[0].language if own else desk.language
    return found if found in LANGUAGES else desk.language


def _agreed(desk: Desk, item: Item, agreement: Agreement) -> Context:
    levels = [
        {
            "part": part_place(desk, item, part),
            "chip": str(level),
            "kind": f"l{level}",
            "name": level_name(desk, level),
            "star": False,
        }
        for part in item.parts
        if (level := agreement.levels.get(part.name)) is not None
    ]
    return {
        "who": agreed_text(desk.words, agreement.agreed_by),
        "levels": levels,
        "statement": _statement(desk, agreement.statement),
        "why": desk.scribe.told(agreement.why),
    }


def _statement(desk: Desk, statement: Text) -> Context | None:
    text, language = statement_text(statement, desk.language)
    return _marked(desk, text, language) if text else None


def _notes(desk: Desk, kind: NoteKind, item: str) -> list[Context]:
    return [
        _note(desk, one) for one in _kind(desk.given.notes, kind) if one.item == item
    ]


def _kind(notes: Iterable[Note], kind: NoteKind) -> list[Note]:
    """Return the notes of a kind that are printed: not what was taken up again."""
    if kind is NoteKind.NOTE:
        return []  # the facilitator's own
    return [one for one in notes if one.kind is kind and not one.settled]


def _note(desk: Desk, note: Note) -> Context:
    """Return a note: a group's as its words, the facilitator's as it stands."""
    who, told = note.constituency, note.language in LANGUAGES
    if who is None:
        tongue = desk.tongue(note.language if told else desk.language)
        said = {
            "lead": "",
            "text": desk.scribe.told(note.text),
            "language": note.language,
            "by": "",
            **(tongue if told else {"marked": False, "other": ""}),
        }
    else:
        said = _marked(desk, note.text, note.language if told else _tongue(desk, who))
    return {
        "who": constituency_name(desk.words, who) if who is not None else "",
        "said": said,
    }


def _placed(desk: Desk, note: Note, items: dict[str, tuple[Section, Item]]) -> Context:
    found = items.get(note.item)
    return {
        **_note(desk, note),
        "item": note.item,
        "short": desk.text(found[1].short) if found is not None else "",
    }


def _sentences(desk: Desk, shifts: Iterable[Shift]) -> list[str]:
    """Tell how many positions moved, and how many did not: counts, no judgement."""
    courses = Counter(one.course for shift in shifts for one in shift.movements)
    if not courses:
        return []
    always = (Course.MOVED, Course.KEPT)
    return [
        desk.wording.say(f"positions-{course.value}", f"{number}.", number=number)
        for course in (*always, Course.FIRST, Course.WITHDRAWN)
        if (number := courses[course]) or course in always
    ]


def _counts(desk: Desk, shifts: Iterable[Shift]) -> list[Context]:
    """Return how many parts of questions had each result in either round."""
    found = [Counter(one.outcomes[place] for one in shifts) for place in (0, 1)]
    return [
        {
            "name": outcome_name(desk.words, outcome),
            "numbers": [counts[outcome] for counts in found],
        }
        for outcome in Outcome
        if any(counts[outcome] for counts in found)
    ]


def _changed_row(desk: Desk, shift: Shift, item: Item) -> Context:
    by_bench = {one.constituency: one for one in shift.movements}
    return {
        "id": shift.item,
        "name": desk.text(item.short),
        "part": part_place(desk, item, _part(item, shift.part)),
        "cells": [_cell(desk, by_bench.get(bench)) for bench in desk.order],
        "range": _range(desk, shift),
        "results": list(
            dict.fromkeys(outcome_name(desk.words, one) for one in shift.outcomes)
        ),
    }


def _cell(desk: Desk, movement: Movement | None) -> Context:
    if movement is None:
        return {"text": "–", "moved": False}
    moved = movement.course not in (Course.KEPT, Course.NONE)
    told = [
        no_level_mark(desk.words, one) if one.level is None else level_text(one.level)
        for one in (movement.before, movement.after)
    ]
    return {"text": _pair(*told), "moved": moved}


def _range(desk: Desk, shift: Shift) -> str:
    none = desk.words.context("sign in a table", "n/c")
    return _pair(
        *(
            none if one.range is None else level_text(one.range)
            for one in (shift.before, shift.after)
        )
    )


def _pair(before: str, after: str) -> str:
    return before if before == after else f"{before} → {after}"


def _result(desk: Desk, comparison: Comparison) -> str:
    told = outcome_name(desk.words, comparison.outcome)
    if comparison.range is None:
        return told
    return f"R {level_text(comparison.range)}, {told}"


def _part(item: Item, name: str) -> Part:
    return next(one for one in item.parts if one.name == name)
