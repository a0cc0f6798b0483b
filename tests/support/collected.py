"""A small consultation whose packets have come in, made through the real commands."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from spf_assess.consultation import Consultation
from spf_assess.exchange import build_packet, new_key
from spf_assess.model import (
    LAW,
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Grade,
    Item,
    NoAnswer,
    PartAnswer,
    Questionnaire,
    Respondent,
    RespondentKind,
    Response,
    Section,
    Text,
)

G, E, W = Constituency.GOVERNMENT, Constituency.EMPLOYERS, Constituency.WORKERS
PERSON, BENCH = RespondentKind.PERSON, RespondentKind.BENCH
Level = int | NoAnswer
TITLE = Text.of(en="Coresia, consultation 2026", fr="Corésie, consultation 2026")
BEGUN = "2026-11-10T09:00:00Z"
CAME_IN = "2026-11-19T08:15:00Z"
COUNTRY = Text.of(en="Coresia", fr="Corésie")

# practice by section: government; employers' two members; workers
PRACTICE: Mapping[str, tuple[Level, tuple[Level, Level], Level]] = {
    "3a": (3, (3, 3), 2),
    "3b": (3, (3, 3), 3),
    "3c": (3, (3, 3), 1),
    "3d": (3, (2, 2), 2),
    "3e": (3, (2, 2), 1),
    "3f": (3, (3, 3), 2),
    "3g": (3, (2, 3), 2),
    "3h": (3, (1, 1), 3),
    "3i": (2, (2, 2), 2),
    "3j": (4, (2, 2), 2),
    "3k": (2, (2, 2), NoAnswer.DONT_KNOW),
    "3l": (2, (2, 2), 2),
    "3m": (2, (1, 1), 1),
    "3n": (3, (2, 2), 2),
    "3o": (3, (3, 3), 1),
    "3p": (2, (2, 2), 2),
    "3q": (3, (4, 4), 1),
    "3r": (3, (2, 2), 2),
    "5a": (3, (3, 3), 2),
    "5b": (2, (NoAnswer.DONT_KNOW, NoAnswer.DONT_KNOW), NoAnswer.PREFERS_NOT),
    "5c": (3, (2, 3), 1),
    "5d": (3, (3, 3), 3),
    "p13": (3, (2, 2), 1),
}
COMMENTS = {
    G: "The simplified regime of 2023 opened the scheme to most small traders.",
    E: "Registering takes four visits; few very small firms complete it.",
    W: "Own-account members report no benefit paid in the last two years.",
}


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat and the packet it handed in."""

    respondent: Respondent
    seed: str
    packet: Path


def rating(item: Item, level: Level, grade: Grade | None = Grade.B) -> Answer:
    """An answer to an item: *level* in every part, law one level above."""
    if isinstance(level, NoAnswer):
        parts = {part.name: PartAnswer(no_answer=level) for part in item.parts}
    else:
        parts = {
            part.name: PartAnswer(min(4, level + (part.name == LAW)))
            for part in item.parts
        }
    evidence = (
        (Evidence(EvidenceKind.DOCUMENT, grade, title="Annual report"),)
        if grade is not None
        else ()
    )
    return Answer(item=item.id, parts=parts, evidence=evidence)


def create(folder: Path) -> Consultation:
    """An empty consultation of a facilitator, begun before its packets are dated."""
    with patch("spf_assess.consultation.beginning.now_iso", lambda: BEGUN):
        return Consultation.create(
            folder / "coresia.spfa", title=TITLE, country=COUNTRY, fictitious=True
        )


def invite_three(consultation: Consultation) -> tuple[Respondent, ...]:
    """Four seats: government and workers as groups, two persons of the employers."""
    wanted = (
        {
            "constituency": G,
            "kind": BENCH,
            "organization": "Ministry of Labour",
            "members": 6,
            "women": 3,
            "men": 3,
        },
        {
            "constituency": E,
            "kind": PERSON,
            "organization": "Employers' Federation",
            "women": 1,
        },
        {
            "constituency": E,
            "kind": PERSON,
            "organization": "Chamber of Small Trades",
            "men": 1,
        },
        {
            "constituency": W,
            "kind": BENCH,
            "organization": "Trade Union Congress",
            "language": "fr",
            "members": 7,
            "women": 4,
            "men": 3,
        },
    )
    return tuple(consultation.invite(**one)[0] for one in wanted)  # type: ignore[arg-type]


def hand_in(
    consultation: Consultation,
    respondent: Respondent,
    answers: Sequence[Answer],
    path: Path,
    *,
    seed: str = "",
    seq: int = 1,
    prev: str = "",
) -> Seat:
    """Write the packet of a seat to *path*."""
    seed = seed or new_key()
    response = Response(
        respondent,
        consultation.current_round,
        {answer.item: answer for answer in answers},
        seq,
        "2026-11-18T10:42:07Z",
    )
    path.write_bytes(build_packet(consultation.header, response, prev=prev, seed=seed))
    return Seat(respondent, seed, path)


def answers_of(
    questionnaire: Questionnaire, respondent: Respondent, number: int
) -> list[Answer]:
    """What a seat answers; *number* tells the two employers apart."""
    found = []
    for section_id, (government, employers, workers) in PRACTICE.items():
        level: Level = {G: government, E: employers[number % 2], W: workers}[
            respondent.constituency
        ]
        grade = {G: Grade.A, E: Grade.C, W: Grade.B}[respondent.constituency]
        section = questionnaire.section(section_id)
        for place, item in enumerate(_rated_by(section, respondent)):
            shifted = level
            if place % 2 and isinstance(level, int) and level > 1:
                shifted = level - 1
            answer = rating(item, shifted, None if section_id == "3b" else grade)
            if section_id == "3e" and item.headline:
                answer = replace(answer, comment=COMMENTS[respondent.constituency])
            found.append(answer)
    return found


def _rated_by(section: Section, respondent: Respondent) -> list[Item]:
    return [
        item
        for item in section.items
        if item.compared and respondent.constituency in item.asked_of
    ]


def collect(folder: Path) -> tuple[Consultation, tuple[Seat, ...]]:
    """A consultation with all four seats in; the packets stay in *folder*."""
    made, seats = _collected()
    for file in Path(made.name).iterdir():
        shutil.copy(file, folder)
    return Consultation.open(folder / "coresia.spfa"), tuple(
        replace(seat, packet=folder / seat.packet.name) for seat in seats
    )


@cache
def _collected() -> tuple[TemporaryDirectory[str], tuple[Seat, ...]]:
    """Make it once for all tests of a run; each gets a copy of its own."""
    place = TemporaryDirectory(prefix="collected-")
    folder = Path(place.name)
    seats = []
    with create(folder) as consultation:
        for number, respondent in enumerate(invite_three(consultation)):
            answers = answers_of(consultation.questionnaire, respondent, number)
            name = f"{number}-{respondent.constituency.value}.spfr"
            seats.append(hand_in(consultation, respondent, answers, folder / name))
        with patch("spf_assess.consultation.importing.now_iso", lambda: CAME_IN):
            for seat in seats:
                consultation.import_packet(seat.packet)
    return place, tuple(seats)
