"""Priorities: each group's own order by keys alone; side by side, never joined."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from support.collected import collect
from support.desk import Desk, desk, said
from support.leader import Leader
from support.plenary import EMPLOYERS, GOVERNMENT, WORKERS
from support.regions import Regions

from spf_assess.consultation import Consultation
from spf_assess.desktop.pages.decisions_priorities import PrioritiesPart
from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.i18n import Words
from spf_assess.model import Ranking

__all__ = ["desk"]
UNRANKED = {"en": "3(c) Adequacy", "fr": "3\u00a0c) Adéquation"}
ORDERS = {
    GOVERNMENT: ("3e", "5c", "3h", "3m", "3a"),
    EMPLOYERS: ("5c", "3m", "3n", "3h"),
    WORKERS: ("3e", "3m", "5c", "3o", "3q", "3r"),
}


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Iterator[Consultation]:
    made, _seats = collect(tmp_path)
    desk.open(made)
    yield made
    desk.hub.close()


def look(desk: Desk) -> PrioritiesPart:
    desk.look_at(place_of("decisions"))
    view: Any = desk.page.view("decisions")
    view.go_to("priorities")
    desk.settle()
    found = view.priorities
    assert isinstance(found, PrioritiesPart)
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_group_makes_its_order_by_keyboard_alone(
    desk: Desk, file: Consultation, language: str
) -> None:
    leader = Leader.sits_down(desk, language)
    leader.turns_to("decisions")
    leader.chooses("Employers")
    leader.person.tabs_to(leader.buttons(UNRANKED[language])[0])
    leader.person.keys("Return", "Return", "Return")  # 3c, then 3d, then 3e
    leader.person.keys("Up", "1")  # the line above the next one becomes the first
    leader.presses("Record the order")
    found = file.proceedings.value(Ranking, EMPLOYERS.value)
    assert found is not None
    assert found.order == ("3b", "3c", "3d", "3e")
    assert leader.hears("Recorded.")
    box = look(desk).box
    box.lines["3b"].button.setFocus()
    leader.person.keys("Alt+Down", "Alt+Down", "Delete")
    assert box.order == ("3c", "3d", "3e")
    assert leader.hears("Not recorded yet.")
    leader.presses("Record the order")
    assert file.proceedings.values(Ranking) == (Ranking(EMPLOYERS, ("3c", "3d", "3e")),)
    assert desk.problems == []


def test_the_keyboard_stays_with_what_moves_and_goes_on_where_one_adds(
    desk: Desk, file: Consultation
) -> None:
    box = look(desk).box

    def here() -> str:
        focused = QApplication.focusWidget()
        return next(one for one, line in box.lines.items() if line.button is focused)

    box.lines["3r"].button.setFocus()
    box.lines["3r"].button.click()
    assert (box.order, here()) == (("3r",), "5a")
    box.lines["5d"].button.setFocus()
    box.lines["5d"].button.click()
    assert (box.order, here()) == (("3r", "5d"), "5c")
    box.lines["5d"].moved.emit(-1)
    assert (box.order, here()) == (("5d", "3r"), "5d")
    box.lines["5d"].dropped.emit()
    box.lines["3r"].dropped.emit()
    assert (box.order, here()) == ((), "3r")


def test_an_order_waits_for_its_group_in_every_language_and_after_a_restart(
    desk: Desk, file: Consultation
) -> None:
    part = look(desk)
    part.box.lines["5a"].button.click()
    part.group._choose(WORKERS.value)
    assert part.box.order == ()
    part.box.lines["5b"].button.click()
    desk.look_at(place_of("report"))
    desk.speak(Words("fr"))
    path = file.path
    desk.hub.close()
    desk.hub.open(path)
    part = look(desk)
    orders = {}
    for bench in (GOVERNMENT, WORKERS):
        part.group._choose(bench.value)
        orders[bench] = part.box.order
        assert part.said == Words("fr")("Not recorded yet.")
    assert orders == {GOVERNMENT: ("5a",), WORKERS: ("5b",)}
    opened = desk.hub.consultation
    assert opened is not None
    assert opened.proceedings.values(Ranking) == ()
    part.record.click()
    assert opened.proceedings.values(Ranking) == (Ranking(WORKERS, ("5b",)),)
    assert desk.hub.unrecorded.names("ranking/") == (f"ranking/{GOVERNMENT}",)


def test_an_empty_order_is_not_recorded_and_a_recorded_one_can_be_taken_back(
    desk: Desk, file: Consultation
) -> None:
    part = look(desk)
    assert part.said == "This group has given no priorities."
    part.record.click()
    assert part.said == "Name at least one principle or guarantee, then record."
    assert not part.withdraw.isVisible()
    part.box.lines["5a"].button.click()
    part.record.click()
    desk.settle()
    assert part.withdraw.isVisible()
    part.withdraw.click()
    desk.settle()
    assert file.proceedings.values(Ranking) == ()
    assert part.box.order == ()
    assert part.said == "This group has given no priorities."


def test_orders_stand_side_by_side_with_who_is_missing_and_no_common_order(
    desk: Desk, file: Consultation
) -> None:
    file.close_round()
    for bench in (GOVERNMENT, EMPLOYERS):
        file.rank(bench, ORDERS[bench])
    side = look(desk).side
    assert side.missing == "Workers: no priorities given."
    assert side.low == "This list needs the priorities of all three groups."
    desk.hub.do(lambda open_: open_.rank(WORKERS, ORDERS[WORKERS]))
    desk.settle()
    assert side.missing == ""
    assert side.low.splitlines() == [
        "•  5(c) Persons in active age",
        "•  3(m) Institutional coherence",
    ]
    model: Any = side.table.model()
    rows = [dict(model.lines(row)) for row in range(model.rowCount())]
    first = rows[0]
    assert first["Principle or guarantee"] == "5(c) Persons in active age"
    assert (first["Government"], first["Employers"], first["Workers"]) == (
        "2",
        "1",
        "3",
    )
    assert first["High priority for"] == "Government, Employers and Workers"
    told = " ".join(text.casefold() for text in said(side))
    for word in ("mean", "average", "score", "2.0", "kendall"):
        assert word not in told
    assert [one for one in side.annex.head.said if "Kendall" in one] == [
        "Kendall's W 0.66"
    ]
    side.annex.open()
    desk.speak(Words("fr"))
    assert any("chiffre secondaire" in text and "0,66" in text for text in said(side))


def test_no_level_is_told_while_the_first_round_is_open(
    desk: Desk, tmp_path: Path
) -> None:
    regions = Regions(tmp_path)
    home = regions.offices.found()
    regions.answer(home, 1)
    home.invite(constituency=EMPLOYERS, kind=home.respondents()[0].kind)
    for bench in (GOVERNMENT, EMPLOYERS, WORKERS):
        home.rank(bench, ("3a",))
    desk.open(home)
    side = look(desk).side
    assert side.low == "Levels are told once the first round is closed."
    model: Any = side.table.model()
    assert dict(model.lines(0))["Lowest level in practice"] == "not told yet"
    desk.hub.do(lambda open_: open_.close_round())
    desk.settle()
    model = side.table.model()
    assert dict(model.lines(0))["Lowest level in practice"] == "1"
    assert side.low == "•  3(a) 3a"
    desk.hub.close()


def test_orders_of_merged_files_stand_side_by_side_until_one_is_recorded_here(
    desk: Desk, tmp_path: Path
) -> None:
    regions = Regions(tmp_path)
    home = regions.offices.found()
    for name, order in (("North", ("3a",)), ("South", ("3b", "3a"))):
        with regions.copy(home, name) as region:
            region.rank(WORKERS, order)
        home.merge(regions.folder / f"{name}.spfa")
    desk.open(home)
    part = look(desk)
    part.group._choose(WORKERS.value)
    assert part.box.order == ()
    told = part.conflicts.told
    assert "North" in told
    assert "1. 3(b) 3b" in told
    leader = Leader.sits_down(desk, "en")
    (south,) = leader.buttons("Begin with this entry… South")
    leader.person.tabs_to(south)
    leader.person.keys("Space")
    desk.settle()
    assert part.box.order == ("3b", "3a")
    assert part.said == "Not recorded yet."
    part.record.click()
    desk.settle()
    assert home.proceedings.standing(Ranking) == (Ranking(WORKERS, ("3b", "3a")),)
    assert not part.conflicts.isVisible()
    desk.hub.close()


def test_a_file_that_is_only_read_shows_orders_and_lets_nobody_change_them(
    desk: Desk, file: Consultation, tmp_path: Path
) -> None:
    file.rank(WORKERS, ("5a",))
    path = file.path
    desk.hub.close()
    desk.open(Consultation.open(path, read_only=True))
    part = look(desk)
    part.group._choose(WORKERS.value)
    assert part.box.order == ("5a",)
    assert not part.record.isEnabled()
    part.box.lines["5b"].button.click()
    assert part.box.order == ("5a",)
