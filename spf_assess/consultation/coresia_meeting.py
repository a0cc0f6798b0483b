"""What happens in the sample after the first round, read from ``forms/sample``.

``discussion.yaml`` holds what is shown, noted, stated and agreed, in the order of the
meeting; it is read as strictly as the answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from spf_assess.model import (
    LANGUAGES,
    Agreement,
    Constituency,
    Decision,
    Note,
    NoteKind,
    Stance,
    Text,
)

FILE = "discussion.yaml"
_ANY_TIME = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The discussion, ready to be played; rounds, ids and times are still empty."""

    revealed: tuple[str, ...]
    notes: tuple[Note, ...]
    stances: tuple[Stance, ...]
    agreements: tuple[Agreement, ...]


def meeting_of(plain: Mapping[str, Any]) -> Meeting:
    """Return what the file says.

    Raises:
        ValueError: a field is unknown or not as it must be.
        KeyError: one is missing.
    """
    _only(plain, "revealed", "notes", "stances", "agreements")
    return Meeting(
        revealed=tuple(plain["revealed"]),
        notes=tuple(_note(one) for one in plain["notes"]),
        stances=tuple(_stance(one) for one in plain["stances"]),
        agreements=tuple(_agreement(one) for one in plain["agreements"]),
    )


def _note(plain: Mapping[str, Any]) -> Note:
    _only(plain, "kind", "item", "by", "text", "language", "settled")
    by = plain.get("by")
    return Note(
        id="",
        round=0,
        kind=NoteKind(plain["kind"]),
        text=plain["text"],
        at=_ANY_TIME,
        item=plain.get("item", ""),
        constituency=None if by is None else Constituency(by),
        settled=plain.get("settled") == "true",
        language=plain["language"],
    )


def _stance(plain: Mapping[str, Any]) -> Stance:
    names = ("item", "bench", "decision", "levels", "language", "reason", "reservation")
    _only(plain, *names)
    return Stance(
        round=0,
        item=plain["item"],
        constituency=Constituency(plain["bench"]),
        decision=Decision(plain["decision"]),
        levels=_levels(plain),
        reason=plain.get("reason", ""),
        reservation=plain.get("reservation", ""),
        language=plain["language"],
    )


def _agreement(plain: Mapping[str, Any]) -> Agreement:
    _only(plain, "item", "levels", "agreed_by", "statement", "why")
    statement = plain["statement"]
    return Agreement(
        round=0,
        item=plain["item"],
        levels=_levels(plain),
        statement=Text.of(**{language: statement[language] for language in LANGUAGES}),
        agreed_by=tuple(Constituency(one) for one in plain["agreed_by"]),
        why=plain.get("why", ""),
    )


def _levels(plain: Mapping[str, Any]) -> dict[str, int]:
    return {part: int(level) for part, level in plain.get("levels", {}).items()}


def _only(plain: Mapping[str, Any], *names: str) -> None:
    if unknown := set(plain) - set(names):
        raise ValueError(f"{FILE}: {sorted(unknown)}")
