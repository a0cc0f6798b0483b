"""A discussion by keyboard alone, on two windows: the facilitator's and the room's."""

from pathlib import Path

import pytest
from support.desk import Desk, desk
from support.plenary import EMPLOYERS, WORKERS, Plenary
from support.talk import ITEM, OWN, REASON, Talk

from spf_assess.model import Course, Decision, NoteKind

__all__ = ["desk"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_discussion_by_keyboard_alone_on_two_windows(
    desk: Desk, tmp_path: Path, language: str
) -> None:
    plenary = Plenary(tmp_path)
    desk.open(plenary.file)
    before = plenary.file.results(1)
    room = Talk.sits_down(desk, language)

    room.closes_the_first_round()
    room.shows_the_question()
    room.reveals()
    room.blanks_and_comes_back()
    room.lets_workers_move()
    room.lets_employers_reserve()
    room.records_what_is_agreed()
    room.shows_what_became_of_it()

    file = plenary.file
    moved, kept = file.stance(ITEM, WORKERS), file.stance(ITEM, EMPLOYERS)
    assert moved is not None
    assert kept is not None
    assert (moved.decision, dict(moved.levels)) == (Decision.MOVE, {"practice": 2})
    assert (moved.reason, moved.language) == (REASON[language], language)
    assert (kept.decision, kept.reservation) == (Decision.KEEP, OWN[language])
    agreement = file.agreement(ITEM)
    assert agreement is not None
    assert agreement.agreed_by == (EMPLOYERS, WORKERS)
    assert [one.kind for one in file.notes(ITEM)] == [NoteKind.PARKED]
    assert file.results(1) == before
    moves = [
        one
        for shift in file.shifts()
        for one in shift.movements
        if one.course is Course.MOVED
    ]
    assert [(one.constituency, one.part, one.steps) for one in moves] == [
        (WORKERS, "practice", 1)
    ]
    assert desk.problems == []
    desk.hub.close()
    for one in plenary._benches.values():
        one.close()
