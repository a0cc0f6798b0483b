"""Coresia in memory after a discussion: what a report of round 2 is made from."""

from dataclasses import replace

from support.coresia_results import (
    BENCH,
    EMPLOYERS,
    GOVERNMENT,
    WORKERS,
    coresia,
    everyone,
    seat,
)

from spf_assess.analysis.rounds import (
    Discussed,
    answered_results,
    latest_words,
    results_of,
    shifts,
)
from spf_assess.model import (
    BENCHES,
    Agreement,
    Answer,
    Decision,
    Note,
    NoteKind,
    PartAnswer,
    Response,
    Round,
    Stance,
    Text,
)
from spf_assess.report import ReportInput

AT = "2026-11-19T10:00:00Z"
STANCES = (
    Stance(
        2,
        "5c.1",
        GOVERNMENT,
        Decision.MOVE,
        {"practice": 3},
        "Half of the offices were closed.",
        language="en",
    ),
    Stance(
        2,
        "5c.1",
        EMPLOYERS,
        Decision.MOVE,
        {"practice": 3},
        "We saw the register.",
        language="en",
    ),
    Stance(
        2,
        "5c.1",
        WORKERS,
        Decision.KEEP,
        reservation="Nous ne voyons aucun changement.",
        language="fr",
    ),
    Stance(2, "3a.1", WORKERS, Decision.KEEP),
)
AGREEMENTS = (
    Agreement(
        2,
        "3a.1",
        {"practice": 3},
        Text.of(en="", fr="Chacun doit être couvert."),
        BENCHES,
        "After lunch.",
    ),
    Agreement(
        2,
        "5c.1",
        statement=Text.of(en="Offices must open.", fr="Les bureaux doivent ouvrir."),
        agreed_by=(GOVERNMENT, WORKERS),
    ),
)
NOTES = (
    Note("1", 2, NoteKind.EVIDENCE, "Register of offices.", AT, "5c.1", GOVERNMENT),
    Note("2", 2, NoteKind.PARKED, "Who pays?", AT, "5c.1", EMPLOYERS),
    Note("3", 2, NoteKind.PARKED, "Settled already.", AT, "5c.1", settled=True),
    Note("4", 2, NoteKind.NOTE, "Do not print this.", AT, "5c.1"),
)


def discussed(*, without: frozenset[object] = frozenset()) -> ReportInput:
    """Return the input after round 2; nobody of the groups *without* handed in.

    The employers hand in other answers on practice than they state in the room.
    """
    seats = [one for one in everyone() if one.who.constituency not in without]
    given = coresia(seats)
    again = Response(
        seat(2, EMPLOYERS, BENCH, "Confederation of Employers").who,
        2,
        {"5c.1": Answer("5c.1", {"practice": PartAnswer(1)})},
        2,
        AT,
    )
    responses = [*given.responses, *([] if EMPLOYERS in without else [again])]
    made = Discussed(
        given.questionnaire, given.selection, responses, STANCES, AGREEMENTS
    )
    first, second = (results_of(made, number) for number in (1, 2))
    return replace(
        given,
        rounds=(given.rounds[0], Round(2, "2026-11-19T08:00:00Z", AT)),
        responses=latest_words(responses, 2),
        results=second,
        shifts=shifts(first, second, STANCES, answered_results(made, 2)),
        stances=STANCES,
        agreements=AGREEMENTS,
        notes=NOTES,
    )
