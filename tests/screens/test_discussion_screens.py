"""The facilitator's side of the discussion as it was looked at and agreed."""

from pathlib import Path

import pytest
from support.desk import Desk, desk
from support.golden import check_picture
from support.plenary import EMPLOYERS, WORKERS, Plenary, keeps, moves

from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.desktop.parts.dialogs import Ask
from spf_assess.i18n import Words
from spf_assess.model import Note, NoteKind, RespondentKind

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


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_question_before_a_round_is_closed(
    desk: Desk, tmp_path: Path, scale: float
) -> None:
    desk.choose_look(scale=scale)
    desk.speak(Words("fr"))
    plenary = Plenary(tmp_path)
    seat = plenary.file.invite(
        constituency=WORKERS, kind=RespondentKind.BENCH, organization="Union"
    )[0]
    plenary.file.close_sheet(plenary.file.begin_sheet(seat.id, "246810"))
    desk.open(plenary.file)
    desk.look_at(place_of("discussion"))
    view = desk.page.view("discussion")
    view.topics.close_round.click()
    desk.settle()
    asked = view.findChild(Ask)
    check_picture(asked, f"discussion-closing-fr-{scale:g}", tmp_path)
    asked.reject()
    if scale == 1.0:
        desk.settle()
        check_picture(desk.window, "discussion-open-fr", tmp_path)
    desk.hub.close()
    plenary.close()
    desk.choose_look(scale=1.0)
