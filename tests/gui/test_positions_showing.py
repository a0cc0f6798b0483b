"""From the positions to the wall; and what merged files say differently there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.desk import Desk, desk, said
from support.plenary import WORKERS, Plenary, keeps, moves
from support.regions import Regions

from spf_assess.desktop.models.projected import Step
from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.desktop.parts import Button
from spf_assess.i18n import Words
from spf_assess.model import LAW, PRACTICE

__all__ = ["desk"]
ITEM = "3a.1"


@pytest.fixture
def plenary(desk: Desk, tmp_path: Path) -> Iterator[Plenary]:
    made = Plenary(tmp_path)
    desk.open(made.file)
    yield made
    desk.hub.close()
    made.close()


def look(desk: Desk) -> Any:
    desk.look_at(place_of("positions"))
    view: Any = desk.page.view("positions")
    view.table.go_to(view.model.row_of("3a"))
    desk.settle()
    return view


def buttons(view: Any, part: str) -> list[Button]:
    return [
        one
        for one in view.details.findChildren(Button)
        if part in one.said and one.isVisible()
    ]


def test_while_the_first_round_is_open_it_is_said_why_nothing_is_shown(
    desk: Desk, plenary: Plenary
) -> None:
    view = look(desk)
    told = " ".join(said(view))
    assert "Nothing can be shown on the projector while round 1 is open" in told
    assert not buttons(view, "projector")
    desk.speak(Words("fr"))
    told = " ".join(said(view))
    assert "Rien ne peut être projeté tant que le tour 1 est ouvert" in told


def test_what_was_not_shown_to_everybody_does_not_come_to_the_wall_from_here(
    desk: Desk, plenary: Plenary
) -> None:
    plenary.file.close_round()
    view = look(desk)
    told = " ".join(said(view))
    assert f"Not on the projector yet: {ITEM}" in told
    assert not buttons(view, "projector")
    view.projected.emit(ITEM, PRACTICE)  # whoever asks all the same
    desk.settle()
    discussion: Any = desk.page.view("discussion")
    assert not discussion.showing.open_
    assert plenary.file.revealed() == frozenset()


@pytest.mark.parametrize("part", [LAW, PRACTICE])
def test_what_was_shown_is_on_the_wall_at_its_positions_by_one_button(
    desk: Desk, plenary: Plenary, part: str
) -> None:
    plenary.file.close_round()
    plenary.file.reveal(ITEM)
    view = look(desk)
    view._segments.select(part)
    view._segments.chosen.emit(part)
    desk.settle()
    (button,) = buttons(view, "Show on the projector")
    assert button.accessibleName().startswith("Show on the projector: ")
    button.click()
    desk.settle()
    discussion: Any = desk.page.view("discussion")
    wall = discussion.showing.wall
    assert discussion.showing.item == ITEM
    assert wall.at == (part, Step.POSITIONS)
    assert desk.page.tabs.currentIndex() == place_of("positions")
    desk.page.go_to(place_of("discussion"))
    desk.settle()
    assert discussion.item == ITEM
    assert "positions of all groups" in discussion.panel.board.told
    wall.close()


def test_merged_files_that_differ_are_told_beside_the_question_with_their_authors(
    desk: Desk, tmp_path: Path
) -> None:
    regions, plenary = Regions(tmp_path), Plenary(tmp_path)
    plenary.second_round(ITEM)
    north, south = (regions.copy(plenary.file, one) for one in ("North", "South"))
    for region in (north, south):
        region.reveal(ITEM)
    north.state(keeps(WORKERS, "Not in rural areas."))
    south.state(moves(WORKERS, 2))
    for region in (north, south):
        region.close()
        plenary.file.merge(region.path)
    desk.open(plenary.file)
    view = look(desk)
    told = " ".join(said(view))
    for text in (
        "Merged files say different things",
        "North",
        "Not in rural areas.",
        "South",
        "We read the decree.",
        "Workers",
    ):
        assert text in told
    view.table.go_to(view.model.row_of("3b"))
    desk.settle()
    assert "Merged files say different things" not in " ".join(said(view))
    desk.hub.close()
    plenary.close()
