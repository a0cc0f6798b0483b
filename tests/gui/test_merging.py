"""The page of other regions: copies, merging, contradictions, and taking back."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from support.desk import Desk, desk, said
from support.regions import Regions

from spf_assess.consultation import Consultation
from spf_assess.consultation.importing import Importing
from spf_assess.desktop import turns
from spf_assess.desktop.pages.facilitator import PACKETS
from spf_assess.desktop.pages.merging import RegionsPage
from spf_assess.desktop.parts import Button
from spf_assess.i18n import Words
from spf_assess.model import Changes, Constituency, Decision, Stance

__all__ = ["desk"]
KEEP = Stance(2, "3a.1", Constituency.WORKERS, Decision.KEEP)
MOVE = Stance(
    2, "3a.1", Constituency.WORKERS, Decision.MOVE, {"law": 2}, "We saw the decree."
)


@pytest.fixture
def regions(tmp_path: Path) -> Regions:
    return Regions(tmp_path)


@pytest.fixture
def home(desk: Desk, regions: Regions) -> Iterator[Consultation]:
    file = regions.offices.found()
    desk.open(file)
    for name, stance in (("North", KEEP), ("South", MOVE)):
        with regions.copy(file, name) as region:
            regions.answer(region, 1 if name == "North" else 3)
            region.proceedings.record(stance)
    desk.window.resize(1366, 768)
    desk.window.show()
    return file


def page_of(desk: Desk) -> RegionsPage:
    page = desk.window.page("regions")
    assert isinstance(page, RegionsPage)
    return page


def press(desk: Desk, text: str) -> None:
    buttons = [
        one
        for one in page_of(desk).findChildren(Button)
        if text in (one.text(), one.accessibleName()) and one.isVisible()
    ]
    assert len(buttons) == 1, (text, len(buttons))
    buttons[0].click()
    desk.settle()


def merge(desk: Desk, *paths: Path) -> None:
    desk.window.show_page("regions")
    desk.chooser.paths = list(paths)
    press(desk, "Merge a file…")
    for _path in paths:
        press(desk, "Merge this file")


def test_looking_says_what_would_come_and_changes_nothing(desk, regions, home):
    desk.window.show_page("regions")
    before = home.path.read_bytes()
    desk.chooser.paths = [regions.folder / "North.spfa"]
    press(desk, "Merge a file…")
    told = page_of(desk).plan.told
    for line in ("1 new seat", "1 new packet", "North.spfa (North)"):
        assert line in told
    assert "Nothing has changed yet." in told
    press(desk, "Do not merge")
    assert not page_of(desk).plan.isVisible()
    assert home.path.read_bytes() == before


def test_what_two_regions_record_differently_stands_side_by_side(desk, regions, home):
    merge(desk, regions.folder / "North.spfa")
    desk.chooser.paths = [regions.folder / "South.spfa"]
    press(desk, "Merge a file…")
    assert "recorded differently" in page_of(desk).plan.told
    press(desk, "Merge this file")
    assert page_of(desk).done == "Merged: South.spfa"
    told = "\n".join(said(page_of(desk)))
    for text in ("Recorded differently", "North", "South", "We saw the decree."):
        assert text in told
    assert home.proceedings.standing(Stance) == ()


def test_a_region_that_contradicts_this_file_stands_beside_what_counts(
    desk, regions, home
):
    home.proceedings.record(KEEP)
    merge(desk, regions.folder / "South.spfa")
    told = said(page_of(desk))
    for text in ("This file: this counts", "South", "keeps its position"):
        assert text in told
    assert home.proceedings.standing(Stance) == (KEEP,)


def test_several_files_are_looked_at_one_after_the_other(desk, regions, home):
    merge(desk, regions.folder / "North.spfa", regions.folder / "South.spfa")
    assert len(home.batches()) == 2
    assert "North: 1 packet, 1 entry of the meeting" in said(page_of(desk))


def test_an_import_is_taken_back_after_one_question_in_the_page(desk, regions, home):
    merge(desk, regions.folder / "North.spfa")
    press(desk, "Take back import 1")
    assert desk.window.focusWidget().text() == "Keep it"
    press(desk, "Keep it")
    assert len(home.responses()) == 1
    press(desk, "Take back import 1")
    press(desk, "Take it back")
    assert home.responses() == ()
    assert page_of(desk).done == "Import 1 was taken back."
    assert any(one.endswith("taken back") for one in said(page_of(desk)))


def test_a_dropped_file_of_the_same_consultation_is_offered_and_opening_is_usual(
    desk, regions, home
):
    desk.window.take_files([regions.folder / "North.spfa"])
    desk.settle()
    assert desk.window.page_name == "regions"
    assert desk.window.focusWidget().text() == "Open it"
    assert desk.hub.consultation is home
    press(desk, "See what merging would bring")
    press(desk, "Merge this file")
    assert len(home.responses()) == 1


def test_a_dropped_file_is_opened_by_the_usual_choice(desk, regions, home):
    desk.window.take_files([regions.folder / "North.spfa"])
    desk.settle()
    press(desk, "Open it")
    assert desk.hub.consultation.region == "North"
    assert desk.window.page_name == "facilitator"


def test_a_dropped_file_of_another_consultation_is_opened_at_once(
    desk, regions, home, tmp_path
):
    del home
    (tmp_path / "other").mkdir()
    other = Regions(tmp_path / "other")
    other.offices.found().close()
    desk.window.take_files([other.offices.file])
    assert desk.hub.consultation.path == other.offices.file


def test_a_copy_needs_a_name_and_has_it_afterwards(desk, regions, home):
    desk.window.show_page("regions")
    desk.chooser.paths = [regions.folder / "West.spfa"]
    press(desk, "Save the copy…")
    assert desk.chooser.asked == []
    page = page_of(desk)
    assert "Write what the region is called." in said(page)
    page._name.field.setText("West")
    press(desk, "Save the copy…")
    assert page.done == "Written: West.spfa"
    with regions.offices.open(regions.folder / "West.spfa") as west:
        assert west.region == "West"
    assert home.batches() == ()


def test_a_file_that_cannot_be_merged_is_told_in_a_sentence(desk, regions, home):
    desk.window.show_page("regions")
    desk.chooser.paths = [home.path]
    press(desk, "Merge a file…")
    assert [one.code for one in desk.problems] == ["C-223"]
    assert not page_of(desk).plan.isVisible()


def test_a_packet_tells_its_region_where_there_are_several(desk, regions, home):
    regions.answer(home, 2)
    desk.hub.changed.emit(Changes(packets=True))
    desk.look_at(PACKETS)
    assert not any(one.startswith("Region:") for one in said(desk.page.packets))
    merge(desk, regions.folder / "North.spfa")
    desk.window.show_page("facilitator")
    desk.look_at(PACKETS)
    view = desk.page.packets
    told = set()
    for row in range(view._model.rowCount()):
        view.table.go_to(row)
        told |= {one for one in said(view) if one.startswith("Region:")}
    assert told == {"Region: this file", "Region: North"}


def test_the_page_is_said_anew_in_french(desk, regions, home):
    del home
    merge(desk, regions.folder / "North.spfa")
    desk.speak(Words("fr"))
    assert page_of(desk).done == "Fusionné\u00a0: North.spfa"
    assert "Autres régions" in said(page_of(desk))


def test_merging_tells_how_far_it_is_and_can_be_stopped(desk, regions, home):
    with regions.offices.open(regions.folder / "North.spfa") as north:
        for _person in range(4):
            regions.answer(north, 2)
    before = home.path.read_bytes()
    desk.window.show_page("regions")
    desk.chooser.paths = [regions.folder / "North.spfa"]
    press(desk, "Merge a file…")
    page = page_of(desk)
    page.merger._next.setInterval(60_000)  # it goes on when it is told to
    page.plan.merged.emit()
    assert page.running.isVisible()
    assert not page.plan.isVisible()
    assert desk.window.focusWidget() is page.running.stop
    assert page.running.told == "Read: 0 of 5 packets"
    press(desk, "Stop merging")
    assert not page.merger.running
    assert page.done == "Not merged: North.spfa. Nothing of it was brought in."
    assert home.path.read_bytes() == before
    page.merger._next.setInterval(0)
    merge(desk, regions.folder / "North.spfa")
    assert page.done == "Merged: North.spfa"
    assert len(home.responses()) == 5


def test_leaving_the_page_or_closing_the_file_stops_a_merge(desk, regions, home):
    before = home.path.read_bytes()
    for leave in (lambda: desk.window.show_page("facilitator"), desk.hub.close):
        desk.window.show_page("regions")
        desk.chooser.paths = [regions.folder / "North.spfa"]
        press(desk, "Merge a file…")
        page = page_of(desk)
        page.merger._next.setInterval(60_000)
        page.plan.merged.emit()
        assert page.merger.running
        leave()
        desk.settle()
        assert not page.merger.running
        page.merger._next.setInterval(0)
    assert home.path.read_bytes() == before


def test_the_window_lives_while_everything_is_written_but_nobody_comes_near_the_file(
    desk, regions, home, monkeypatch
):
    with regions.offices.open(regions.folder / "North.spfa") as north:
        for _person in range(4):
            regions.answer(north, 2)
    monkeypatch.setattr(turns, "_EVERY", 0.0)
    desk.window.show_page("regions")
    page, seen = page_of(desk), []

    def look() -> None:
        if desk.hub.busy:
            assert not desk.window.close()  # asked once more when all is written
            assert not desk.hub.open(regions.folder / "South.spfa")
            stop = page.running.stop
            seen.append((desk.hub.consultation, page.running.told, stop.isEnabled()))

    timer = QTimer(interval=0)
    timer.timeout.connect(look)
    timer.start()
    merge(desk, regions.folder / "North.spfa")
    timer.stop()
    assert len(seen) > 10
    told = "Everything is being written. The window answers once it is."
    assert set(seen) == {(None, told, False)}
    assert desk.hub.consultation is home
    assert page.done == "Merged: North.spfa"
    assert len(home.responses()) == 5
    assert desk.window.isVisible()


def test_what_cannot_be_written_gives_the_file_back(desk, regions, home, monkeypatch):
    def full(_importing: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(Importing, "_finish", full)
    before = home.path.read_bytes()
    merge(desk, regions.folder / "North.spfa")
    assert [one.code for one in desk.problems] == ["S-122"]
    assert page_of(desk).done == "Not merged: North.spfa. Nothing of it was brought in."
    assert desk.hub.consultation is home
    assert not desk.hub.busy
    assert home.path.read_bytes() == before
    assert len(home.responses()) == 0
