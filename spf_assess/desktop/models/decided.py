"""Priorities and actions as rows of tables, and what is said of them."""

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from spf_assess.desktop.models.board_table import Telling
from spf_assess.desktop.parts.state import State
from spf_assess.i18n import (
    NO_BREAK_SPACE,
    Words,
    constituency_name,
    level_text,
    list_text,
    vague_date_text,
)
from spf_assess.i18n.actions import action_status_name
from spf_assess.model import Action, ActionStatus, Constituency, Questionnaire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spf_assess.analysis.priorities import Priority

_LONG_WORD = re.compile(r"\S{24}(?=\S{8})")
STATUS_SIGNS = {
    ActionStatus.PLANNED: State.TODO,
    ActionStatus.BEGUN: State.BEGUN,
    ActionStatus.DONE: State.DONE,
    ActionStatus.DELAYED: State.MEND,
    ActionStatus.DROPPED: State.NOT_ASKED,
}


@dataclass(frozen=True, slots=True)
class PlanRow:
    """An action in the list; *waits* while something in it is not recorded."""

    action: Action
    waits: bool = False


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """A section that somebody named; *levels* once they may be told."""

    priority: "Priority"
    questionnaire: Questionnaire
    levels: bool = True


def section_name(words: Words, questionnaire: Questionnaire, section: str) -> str:
    """Return a section's paragraph and short title; its id where it is unknown."""
    try:
        found = questionnaire.section(section)
    except KeyError:
        return section
    label = found.label(words.language).replace(" ", NO_BREAK_SPACE)
    return f"{label} {words.text(found.short)}"


def period_text(words: Words, action: Action) -> str:
    """Return when an action begins and ends; empty where neither is known."""
    begins, ends = (
        vague_date_text(one, words.language) if one else ""
        for one in (action.begins_on, action.ends_on)
    )
    if begins and ends and begins != ends:
        return f"{begins} – {ends}"
    if begins and not ends:
        return words("{begins}, no end fixed", begins=begins)
    if ends and not begins:
        return words("until {ends}", ends=ends)
    return begins


def sections_text(
    words: Words, questionnaire: Questionnaire, sections: "Sequence[str]"
) -> str:
    """Return the names of sections, one after the other."""
    named = [section_name(words, questionnaire, one) for one in sections]
    return list_text(tuple(named), words.language)


def _status(words: Words, row: PlanRow) -> str:
    told = action_status_name(words, row.action.status)
    waits = words("not recorded yet")
    return f"{told}, {waits}" if row.waits else told


def what_text(words: Words, action: Action) -> str:
    """Return what is done, in the language of *words* where it was told in it."""
    told = told_text(words, action, "what") or told_text(words, action, "objective")
    return told or words("A new action")


def told_text(words: Words, action: Action, name: str) -> str:
    """Return a field's words in the language of *words* where there are such."""
    return soft(action.told(name, words.language)[0])


def soft(text: str) -> str:
    """Let words that are too long for any line go on in the next one."""
    return _LONG_WORD.sub(lambda found: f"{found.group()}\u200b", text)


PLAN_COLUMNS: "tuple[Telling, ...]" = (
    Telling(
        head=lambda words: words.context("action", "Step"),
        text=lambda _words, row: str(row.action.sequence or "–"),
    ),
    Telling(
        head=lambda words: words.context("action", "What is done"),
        text=lambda words, row: what_text(words, row.action),
        role="small_strong",
        wraps=True,
        title=True,
    ),
    Telling(
        head=lambda words: words.context("action", "Responsible body"),
        text=lambda words, row: told_text(words, row.action, "responsible"),
        wraps=True,
    ),
    Telling(
        head=lambda words: words.context("action", "When"),
        text=lambda words, row: period_text(words, row.action),
        wraps=True,
    ),
    Telling(
        head=lambda words: words.context("action", "Status"),
        text=_status,
        state=lambda row: STATUS_SIGNS[row.action.status],
        wraps=True,
    ),
)


def _rank(bench: Constituency, words: Words, row: PriorityRow) -> str:
    rank = row.priority.ranks.get(bench)
    return words("not named") if rank is None else str(rank)


def _rank_column(bench: Constituency) -> Telling:
    return Telling(
        head=lambda words: constituency_name(words, bench),
        text=partial(_rank, bench),
    )


def _high(words: Words, row: PriorityRow) -> str:
    names = tuple(constituency_name(words, one) for one in row.priority.high_for)
    return list_text(names, words.language) if names else "–"


def _practice(words: Words, row: PriorityRow) -> str:
    if not row.levels:
        return words("not told yet")
    level = row.priority.practice
    return words("no level") if level is None else level_text(level)


def priority_columns(order: "Sequence[Constituency]") -> "tuple[Telling, ...]":
    """Return the columns of the priorities, the groups in this order."""
    return (
        Telling(
            head=lambda words: words("Principle or guarantee"),
            text=lambda words, row: section_name(
                words, row.questionnaire, row.priority.section
            ),
            role="small_strong",
            wraps=True,
            title=True,
        ),
        *(_rank_column(bench) for bench in order),
        Telling(head=lambda words: words("High priority for"), text=_high, wraps=True),
        Telling(
            head=lambda words: words("Lowest level in practice"),
            text=_practice,
            wraps=True,
        ),
    )
