"""The facilitator's side of the discussion as it was looked at and agreed."""

from pathlib import Path

import pytest
from support.desk import Desk, desk
from support.golden import check_picture
from support.plenary import EMPLOYERS, WORKERS, Plenary, keeps, moves

from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.i18n import Words
from spf_assess.model import Note, NoteKind

__all__ = ["desk"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_question_in_the_second_round(
    desk: Desk, tmp_path: Path, language: str
) -> None:
    plenary = Plenary(tmp_path)
    plenary.second_round("3a.1")
    made = plenary.file
    made.state(moves(WORKERS, 2))
    made.state(keeps(EMPLOYERS, "Not for small enterprises."))
    made.note(Note("", 0, NoteKind.PARKED, "Who pays?", "", "3a.1", WORKERS))
    for one in plenary._benches.values():
        one.close()
    desk.open(made)
    desk.speak(Words(language))
    desk.look_at(place_of("discussion"), (1366, 1600))
    desk.page.tabs.setFocus()
    desk.settle()
    check_picture(desk.window, f"discussion-{language}", tmp_path)
