"""Whether answers fit the questionnaire and the constituency that gave them."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from spf_assess.exchange.canonical import shown
from spf_assess.exchange.packet import Packet
from spf_assess.model import (
    HIGHEST_LEVEL,
    LOWEST_LEVEL,
    N_,
    NO,
    PARTLY,
    YES,
    Answer,
    Constituency,
    Figure,
    Item,
    ItemKind,
    PartAnswer,
    Problem,
    Questionnaire,
    RespondentKind,
)

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", re.ASCII)
_WHOLE_DATE_LENGTH = 10
_MOST_PASSED = 10_000
_TYPES: dict[ItemKind, type] = {
    ItemKind.LAW_PRACTICE: int,
    ItemKind.PRACTICE: int,
    ItemKind.RATINGS: int,
    ItemKind.YES_PARTLY_NO: str,
    ItemKind.SELECT_ONE: str,
    ItemKind.SELECT_MULTIPLE: tuple,
    ItemKind.RANK: tuple,
    ItemKind.FIGURES: Figure,
    ItemKind.DATE: str,
    ItemKind.TEXT: str,
    ItemKind.TEXTS: str,
}
_CHOSEN = frozenset(
    {
        ItemKind.YES_PARTLY_NO,
        ItemKind.SELECT_ONE,
        ItemKind.SELECT_MULTIPLE,
        ItemKind.RANK,
    }
)


def check_against(
    answers: Iterable[Answer],
    questionnaire: Questionnaire,
    constituency: Constituency,
    kind: RespondentKind,
) -> None:
    """Refuse answers that this questionnaire does not allow to this respondent.

    What is merely incomplete or implausible (a reason missing, a constraint broken) is
    let through: it is told to the respondent before handing in, and never keeps a
    packet out.

    Raises:
        Problem: X-151 no such question, X-152 no such part, X-153 the question is not
            put to this constituency, X-154 observers comment only, X-155 wrong kind of
            value, X-156 level not 1 to 4, X-157 no such choice, X-158 a choice that
            stands alone is given with others, X-159 the question has no such
            follow-up question, X-160 a person gives a minority note.
    """
    fitting = Fitting(questionnaire)
    for answer in answers:
        fitting.check(answer, constituency, kind)


class Fitting:
    """Checks many packets against one questionnaire; see ``check_against``."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._items = {item.id: item for item in questionnaire.items()}
        self._passed: dict[
            tuple[Constituency, RespondentKind], dict[tuple[str, int, int], object]
        ] = {}

    def check_packet(self, packet: Packet) -> None:
        """Refuse answers that do not fit.

        Packets read one after the other share what they say alike, and what passed
        once for a respondent of this kind passes again.
        """
        who = packet.respondent
        passed = self._passed.setdefault((who.constituency, who.kind), {})
        for answer in packet.answers:
            key = (answer.item, id(answer.parts), id(answer.follow_ups))
            if key in passed and not answer.minority:
                continue
            self.check(answer, who.constituency, who.kind)
            if len(passed) >= _MOST_PASSED:
                passed.clear()
            passed[key] = answer  # kept, so that nothing else takes these ids

    def check(
        self, answer: Answer, constituency: Constituency, kind: RespondentKind
    ) -> None:
        """Refuse one answer that does not fit."""
        item = self._items.get(answer.item)
        if item is None:
            raise Problem(
                "X-151",
                N_(
                    "There is no question {item} in this questionnaire. Check that both"
                    " computers use the same questionnaire."
                ),
                item=shown(answer.item),
            )
        _check_asked(answer, item, constituency)
        _check_minority(answer, item, kind)
        _check_parts(answer, item)
        _check_follow_ups(answer, item)


def _check_asked(answer: Answer, item: Item, who: Constituency) -> None:
    """Observers comment on any question; a bench answers what it is asked."""
    if who.rates and who not in item.asked_of:
        raise Problem(
            "X-153",
            N_(
                "Question {item} is not put to this group, so its answer cannot be"
                " taken in. Leave it out; if it came in a packet, ask for the packet to"
                " be made again without it."
            ),
            item=item.id,
        )
    commenting = item.kind.rated or who not in item.asked_of
    if answer.parts and not who.rates and commenting:
        raise Problem(
            "X-154",
            N_(
                "Observers comment and give evidence; they do not answer question"
                " {item}. Give a comment only; if this came in a packet, ask for the"
                " packet to be made again with comments only."
            ),
            item=item.id,
        )


def _check_minority(answer: Answer, item: Item, kind: RespondentKind) -> None:
    """Only who answers for several people can tell of some who see it otherwise."""
    if answer.minority and kind is not RespondentKind.BENCH:
        raise Problem(
            "X-160",
            N_(
                "Question {item}: a minority note stands in the answers of one person;"
                " only a group has one. Write it as a comment; if it came in a packet,"
                " ask for the packet to be made again."
            ),
            item=item.id,
        )


def _check_parts(answer: Answer, item: Item) -> None:
    known = {part.name for part in item.parts}
    for name, part in answer.parts.items():
        if name not in known:
            raise Problem(
                "X-152",
                N_(
                    "Question {item} has no part called {part}. Check that both"
                    " computers use the same questionnaire."
                ),
                item=item.id,
                part=shown(name),
            )
        if part.no_answer is None and not part.empty:
            _check_value(part, item)


def _check_value(part: PartAnswer, item: Item) -> None:
    # True is an int to isinstance, and no level.
    if type(part.value) is not _TYPES[item.kind]:
        raise _wrong_kind(item)
    if item.kind.rated:
        _check_level(part.value, item)
    elif item.kind is ItemKind.DATE:
        _check_date(part.value, item)
    elif item.kind in _CHOSEN:
        _check_choices(part.value, item)


def _check_level(level: Any, item: Item) -> None:
    if not LOWEST_LEVEL <= level <= HIGHEST_LEVEL:
        raise Problem(
            "X-156",
            N_(
                "Question {item} is answered with level {level}; the levels are"
                " {lowest} to {highest}. Give one of these; if it came in a packet, ask"
                " for the packet to be made again."
            ),
            item=item.id,
            level=level,
            lowest=LOWEST_LEVEL,
            highest=HIGHEST_LEVEL,
        )


def _check_date(written: Any, item: Item) -> None:
    """Let through a year, a year and month, or a whole date that exists."""
    if not _DATE.fullmatch(written):
        raise _wrong_kind(item)
    if len(written) == _WHOLE_DATE_LENGTH:
        try:
            date.fromisoformat(written)
        except ValueError:
            raise _wrong_kind(item) from None


def _check_choices(value: Any, item: Item) -> None:
    chosen: tuple[str, ...] = (value,) if isinstance(value, str) else value
    offered = {choice.name: choice for choice in item.choices}
    for name in chosen:
        if name not in offered and not _yes_or_no(name, item):
            raise Problem(
                "X-157",
                N_(
                    "Question {item} does not offer the choice {choice}. Check that"
                    " both computers use the same questionnaire."
                ),
                item=item.id,
                choice=shown(name),
            )
    alone = any(name in offered and offered[name].exclusive for name in chosen)
    if len(chosen) > 1 and alone and item.kind is ItemKind.SELECT_MULTIPLE:
        raise Problem(
            "X-158",
            N_(
                "Question {item}: a choice that stands alone is given together with"
                " others. Give either that choice or the others; if it came in a"
                " packet, ask for the packet to be made again."
            ),
            item=item.id,
        )


def _yes_or_no(name: str, item: Item) -> bool:
    return item.kind is ItemKind.YES_PARTLY_NO and name in (YES, PARTLY, NO)


def _check_follow_ups(answer: Answer, item: Item) -> None:
    for name in answer.follow_ups:
        if name not in item.follow_ups:
            raise Problem(
                "X-159",
                N_(
                    "Question {item} has no follow-up question called {name}. Check"
                    " that both computers use the same questionnaire."
                ),
                item=item.id,
                name=shown(name),
            )


def _wrong_kind(item: Item) -> Problem:
    return Problem(
        "X-155",
        N_(
            "The answer to question {item} is not of the kind that is asked for. Check"
            " that both computers use the same questionnaire."
        ),
        item=item.id,
    )
