"""Positions then and now, or here and there, as rows of tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from spf_assess.desktop.models.board_table import Telling
from spf_assess.desktop.models.positions_words import dimension_name
from spf_assess.i18n import COLON, Words, constituency_name, level_text
from spf_assess.i18n.fates import fate_name
from spf_assess.model import LAW, PRACTICE, Constituency, Item, Text

if TYPE_CHECKING:
    from spf_assess.analysis.trend import Trend
    from spf_assess.consultation.comparing import SideBySide

Levels = Mapping[Constituency, float]


@dataclass(frozen=True, slots=True)
class TrendRow:
    """One part of a question then and now.

    Attributes:
        reopened: it agreed or nearly agreed then and diverges now.
    """

    item: Item
    part: str
    before: Levels
    after: Levels
    reopened: bool

    @property
    def changed(self) -> bool:
        """Whether a group stands elsewhere than it stood."""
        both = self.before.keys() & self.after.keys()
        return any(self.before[one] != self.after[one] for one in both)


@dataclass(frozen=True, slots=True)
class BesideRow:
    """One part of a question in two consultations."""

    item: Item
    beside: "SideBySide"


def trend_rows(
    trends: "Sequence[Trend]",
    reopened: "frozenset[tuple[str, str]]",
    items: Mapping[str, Item],
) -> tuple[TrendRow, ...]:
    """Put the groups of each part into one row; rows without any level are out."""
    before: dict[tuple[str, str], dict[Constituency, float]] = {}
    after: dict[tuple[str, str], dict[Constituency, float]] = {}
    for one in trends:
        key = one.item, one.part
        before.setdefault(key, {})
        after.setdefault(key, {})
        if one.before is not None:
            before[key][one.constituency] = one.before
        if one.after is not None:
            after[key][one.constituency] = one.after
    return tuple(
        TrendRow(items[key[0]], key[1], before[key], after[key], key in reopened)
        for key in before
        if key[0] in items and (before[key] or after[key])
    )


def question_text(words: Words, item: Item) -> str:
    """Return a question's number and short words."""
    return f"{item.id}  {words.text(item.short)}"


def part_text(words: Words, item: Item, part: str) -> str:
    """Return which part of a question it is."""
    if part in (LAW, PRACTICE):
        return dimension_name(words, part)
    found = next((one for one in item.parts if one.name == part), None)
    return (words.text(found.label) if found is not None else "") or part


def _one(levels: Levels, bench: Constituency) -> str:
    level = levels.get(bench)
    return "–" if level is None else level_text(level)


def _then_and_now(bench: Constituency, _words: Words, row: TrendRow) -> str:
    before, after = _one(row.before, bench), _one(row.after, bench)
    return "–" if before == after == "–" else f"{before} → {after}"


def _question(words: Words, row: TrendRow | BesideRow) -> str:
    return question_text(words, row.item)


QUESTION = Telling(
    head=lambda words: words("Question"),
    text=_question,
    role="small_strong",
    wraps=True,
    title=True,
)


def trend_columns(order: Sequence[Constituency]) -> tuple[Telling, ...]:
    """Return the columns of then and now, the groups in this order."""
    return (
        QUESTION,
        Telling(
            head=lambda words: words("Part"),
            text=lambda words, row: part_text(words, row.item, row.part),
        ),
        *(_bench_column(bench) for bench in order),
        Telling(
            head=lambda words: words.context("trend", "Open again"),
            text=lambda words, row: (
                words.context("trend", "open again") if row.reopened else ""
            ),
        ),
    )


def _bench_column(bench: Constituency) -> Telling:
    return Telling(
        head=lambda words: constituency_name(words, bench),
        text=partial(_then_and_now, bench),
    )


def beside_columns(
    order: Sequence[Constituency],
    names: tuple[Text, Text],
    rounds: tuple[int, int],
    *,
    whole: bool,
) -> tuple[Telling, ...]:
    """Return the columns of two consultations, whose names these are.

    Where not the *whole* of what is listed can be compared, one more says why.
    """
    return (
        QUESTION,
        Telling(
            head=lambda words: words("Part"),
            text=lambda words, row: part_text(words, row.item, row.beside.part),
        ),
        *(_side(place, order, names[place], rounds[place]) for place in (0, 1)),
        *(() if whole else (_WHY_NOT,)),
    )


def _why_not(words: Words, row: BesideRow) -> str:
    fate = row.beside.fate
    return "" if fate.comparable else fate_name(words, fate)


_WHY_NOT = Telling(
    head=lambda words: words("The question itself"), text=_why_not, wraps=True
)


def _side(
    place: int, order: Sequence[Constituency], name: Text, number: int
) -> Telling:
    def told(words: Words, row: BesideRow) -> str:
        levels, colon = row.beside.levels[place], words.text(COLON)
        return ", ".join(
            f"{constituency_name(words, one)}{colon}{_one(levels, one)}"
            for one in order
            if one in levels
        )

    return Telling(
        head=lambda words: words(
            "{consultation}, round {number}",
            consultation=words.text(name),
            number=number,
        ),
        text=lambda words, row: told(words, row) or "–",
        wraps=True,
    )
