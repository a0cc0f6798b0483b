"""What the sample fixes before the answers and decides after the discussion.

``forms/sample/decisions.yaml`` holds who was in the room, priorities, actions and who
signs; it is read as strictly as the answers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from spf_assess.model import (
    Action,
    ActionStatus,
    Attendance,
    Constituency,
    Organization,
    Preparation,
    Respondent,
    Signed,
)

FILE = "decisions.yaml"
_WRITTEN_IN = "en"
_WORDS = frozenset(
    {
        "objective",
        "barrier",
        "what",
        "responsible",
        "support",
        "resources",
        "financing",
        "indicator",
        "baseline",
        "target",
    }
)


@dataclass(frozen=True, slots=True)
class Decided:
    """Preparation, decisions and signatures, ready to be played.

    Attributes:
        attendance: with an empty day; the sample meets on the day it is built.
        signs: keys of the seats whose files sign, by what they sign.
    """

    attendance: tuple[Attendance, ...]
    rankings: Mapping[Constituency, tuple[str, ...]]
    actions: tuple[Action, ...]
    signs: Mapping[Signed, tuple[str, ...]]


def decided_of(plain: Mapping[str, Any]) -> Decided:
    """Return what the file says.

    Raises:
        ValueError: a field is unknown or not as it must be.
        KeyError: one is missing.
    """
    _only(plain, "attendance", "rankings", "actions", "signs")
    return Decided(
        attendance=tuple(
            _attendance(bench, row) for bench, row in plain["attendance"].items()
        ),
        rankings={
            Constituency(bench): tuple(order)
            for bench, order in plain["rankings"].items()
        },
        actions=tuple(_action(one) for one in plain["actions"]),
        signs={Signed(what): tuple(keys) for what, keys in plain["signs"].items()},
    )


def prepared(seats: Sequence[Respondent], day: str) -> Preparation:
    """Return the preparation that fits these seats: one meeting of a day.

    The seats stand for all people of their organizations.
    """
    people: dict[tuple[Constituency, str], int] = {}
    languages: dict[tuple[Constituency, str], str] = {}
    for seat in seats:
        place = seat.constituency, seat.organization
        people[place] = people.get(place, 0) + seat.members
        languages.setdefault(place, seat.language)
    return Preparation(
        begins_on=day,
        ends_on=day,
        organizations=tuple(
            Organization(
                id=f"{number:02d}",
                constituency=bench,
                name=name,
                seats=number_of,
                language=languages[bench, name],
            )
            for number, ((bench, name), number_of) in enumerate(people.items(), 1)
        ),
    )


def _attendance(bench: str, row: str) -> Attendance:
    women, men, undeclared = (int(one) for one in row.split(" "))
    return Attendance("", Constituency(bench), women, men, undeclared)


def _action(plain: Mapping[str, Any]) -> Action:
    known = {one.name for one in fields(Action)} - {"id", "sequence", "language"}
    _only(plain, *known)
    translated = plain.get("translated", {})
    _only(translated, *_WORDS)
    told = {name: plain[name] for name in plain if name in _WORDS}
    return Action(
        id="",
        language=_WRITTEN_IN,
        translated=dict(translated),
        begins_on=plain.get("begins_on", ""),
        ends_on=plain.get("ends_on", ""),
        agreed_by=tuple(Constituency(one) for one in plain["agreed_by"]),
        status=ActionStatus(plain["status"]),
        sections=tuple(plain.get("sections", ())),
        paragraphs=tuple(plain.get("paragraphs", ())),
        **told,
    )


def _only(plain: Mapping[str, Any], *names: str) -> None:
    if unknown := set(plain) - set(names):
        raise ValueError(f"{FILE}: {sorted(unknown)}")
