"""Which members' answers are quoted where there are too many for anybody to read.

A lot decides, and nobody can tilt it: what it is drawn from was fixed before anybody
answered, the numbers of the consultation, of the seat and of the question. Questions
are gone through in turn, so that each is heard; nobody answers a question twice, so
that everybody's chance is the same.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spf_assess.model import (
    Answer,
    Constituency,
    Figure,
    ItemKind,
    Questionnaire,
    RespondentKind,
    Response,
)

MOST_QUOTED = 20  # answers of a group's members in one section; about a page
_TEXTS = frozenset({ItemKind.TEXT, ItemKind.TEXTS})
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn.

    Attributes:
        left_out: respondent and item of each answer that may be quoted and is not.
        counts: by section and group how many may be quoted, where some are not.
    """

    left_out: frozenset[Place] = frozenset()
    counts: Mapping[tuple[str, Constituency], int] = field(default_factory=dict)


ALL_QUOTED = Drawn()


def draw(
    consultation: str,
    questionnaire: Questionnaire,
    responses: Sequence[Response],
    asked: Mapping[str, frozenset[str]],
) -> Drawn:
    """Return whose answers are left out of a report, and of how many.

    What a group agreed is its answer and always printed.

    Args:
        consultation: its number.
        questionnaire: that was asked.
        responses: everybody's latest words.
        asked: by respondent, the items asked of them; others are not printed.
    """
    items = {item.id: item for item in questionnaire.items()}
    found: dict[tuple[str, Constituency], dict[str, list[str]]] = {}
    for response in responses:
        who = response.respondent
        if who.kind is RespondentKind.BENCH or not who.consent_quoted:
            continue
        for name, answer in response.answers.items():
            if who.constituency.rates and name not in asked.get(who.id, ()):
                continue
            item = items.get(name)
            if item is not None and _in_own_words(item.kind, answer):
                of_group = found.setdefault((item.section, who.constituency), {})
                of_group.setdefault(name, []).append(who.id)
    left_out: set[Place] = set()
    counts = {}
    for place, by_item in found.items():
        number = sum(len(seats) for seats in by_item.values())
        if number > MOST_QUOTED:
            counts[place] = number
            left_out.update(_in_turn(consultation, by_item)[MOST_QUOTED:])
    return Drawn(frozenset(left_out), counts)


def _in_own_words(kind: ItemKind, answer: Answer) -> bool:
    """Return whether somebody says something here, or names a source."""
    return bool(
        answer.comment.strip()
        or answer.minority.strip()
        or answer.evidence
        or any(words.strip() for words in answer.follow_ups.values())
        or any(
            part.reason
            or isinstance(part.value, Figure)
            or (kind in _TEXTS and isinstance(part.value, str) and part.value.strip())
            for part in answer.parts.values()
        )
    )


def _in_turn(consultation: str, by_item: Mapping[str, Sequence[str]]) -> list[Place]:
    """Return all answers in the order drawn: one of each question, and so on."""
    placed = []
    for item, seats in by_item.items():
        drawn = sorted(seats, key=lambda seat: _lot(consultation, seat, item))
        placed += [
            (turn, _lot(consultation, "", item), (seat, item))
            for turn, seat in enumerate(drawn)
        ]
    return [place for _turn, _lot, place in sorted(placed)]


def _lot(consultation: str, seat: str, item: str) -> bytes:
    return hashlib.sha256(f"{consultation}/{seat}/{item}".encode()).digest()
