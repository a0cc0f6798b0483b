"""What goes wrong in a workshop: a sentence with a code, nothing lost, nothing half."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from support.desk import Desk, desk, said
from support.offices import Offices, rated
from support.person import Person
from support.plenary import EMPLOYERS, WORKERS, Plenary
from support.regions import Regions
from support.typist import type_text

from spf_assess.desktop.pages.facilitator import PACKETS, PARTICIPANTS
from spf_assess.desktop.parts import Label
from spf_assess.desktop.parts.dialogs import Ask
from spf_assess.i18n import Words
from spf_assess.model import Constituency, PacketState, RespondentKind

__all__ = ["desk"]
PIN, SECRET = "246810", "Only our group reads this"
BOTH = pytest.mark.parametrize("language", ["en", "fr"])


def seen(desk: Desk) -> str:
    return " ".join(said(desk.window))


@pytest.fixture
def plenary(desk: Desk, tmp_path: Path) -> Iterator[Plenary]:
    """Three groups who have answered, and their file on the desk."""
    made = Plenary(tmp_path)
    desk.open(made.file)
    yield made
    desk.hub.close()
    made.close()


@BOTH
def test_a_pin_that_is_wrong_again_and_again_makes_one_wait_and_loses_nothing(
    desk: Desk, tmp_path: Path, language: str
) -> None:
    desk.speak(Words(language))
    file = Offices(tmp_path).found()
    seat = file.invite(constituency=WORKERS, kind=RespondentKind.BENCH)[0].id
    sheet = file.begin_sheet(seat, PIN)
    sheet.consultation.answer(seat, rated("3a.1", 3, 2, comment=SECRET))
    file.close_sheet(sheet)
    desk.open(file)
    desk.window.show()
    desk.window.activateWindow()
    person = Person(desk.window)
    codes = ("[C-143]", "[C-143]", "[C-142]", "[C-142]")
    for number, code in enumerate(codes):
        desk.window.show_page("sheet", seat)
        desk.settle()
        pin = PIN if number == len(codes) - 1 else "111111"  # the right one waits too
        field: Any = QApplication.focusWidget()
        type_text(field, pin)
        person.keys("Return")
        assert code in seen(desk)
        assert field.text() == ""
        assert SECRET not in seen(desk)
    assert desk.hub.sheet is None
    words = file.begin_sheet(
        file.invite(constituency=EMPLOYERS, kind=RespondentKind.BENCH)[0].id, PIN
    ).words
    assert words  # others are not kept waiting
    status = file.sheet_of(seat)
    assert status is not None
    assert status.wait > 0


@BOTH
def test_two_packets_with_one_number_both_wait_and_are_told_apart(
    desk: Desk, tmp_path: Path, language: str
) -> None:
    desk.speak(Words(language))
    offices = Offices(tmp_path)
    file = offices.found()
    with offices.respondent(file, "ana") as ana:
        me = ana.me().id
        ana.answer(me, rated("3a.1", 3, 2))
    copy = tmp_path / "copy.spfa"
    copy.write_bytes((tmp_path / "ana.spfa").read_bytes())
    for name, level in (("ana", 1), ("copy", 4)):
        with offices.open(tmp_path / f"{name}.spfa") as own:
            own.answer(me, rated("3a.1", level, level))
            own.hand_in(me, tmp_path / f"{name}.spfr")
    for name in ("ana", "copy"):
        file.import_packet(tmp_path / f"{name}.spfr")
    desk.open(file)
    assert [one.state for one in file.packets()] == [PacketState.QUARANTINED] * 2
    assert file.responses() == ()
    desk.look_at(PARTICIPANTS)
    (reason,) = {one.reason for one in file.packets()}
    told = seen(desk)
    assert told.count(f"[{reason}]") == 2
    for name in ("ana.spfr", "copy.spfr"):
        assert name in told
    for one in file.packets():  # what came is kept as it came
        assert file.packet_bytes(one.digest)


def test_a_stick_pulled_amid_an_import_leaves_whole_packets_and_the_rest_comes_later(
    desk: Desk, plenary: Plenary, qtbot: Any, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    people = []
    for number in range(4):
        with plenary.offices.respondent(plenary.file, f"p{number}") as own:
            own.answer(own.me().id, rated("3a.1", 1, 1))
            own.hand_in(own.me().id, stick / f"{number}.spfr")
        people.append(stick / f"{number}.spfr")
    kept = {one: one.read_bytes() for one in people}
    desk.look_at(PACKETS)
    view = desk.page.packets
    view.importing.most = 1
    before = len(plenary.file.packets())

    def pull(_record: object, done: int, _of: int) -> None:
        if done == 2:
            for one in people:
                one.unlink()

    view.importing.brought_in.connect(pull)
    with qtbot.waitSignal(view.importing.ended):
        view.bring_in(people)
    desk.settle()
    assert len(plenary.file.packets()) == before + 2
    assert sum("[F-101]" in one for one in view.news.sentences) == 2
    view.importing.brought_in.disconnect(pull)
    for path, data in kept.items():  # the stick is back
        path.write_bytes(data)
    with qtbot.waitSignal(view.importing.ended):
        view.bring_in(people)
    assert len(plenary.file.packets()) == before + 4
    plenary.file.close()
    with plenary.offices.open() as again:
        assert not again.damaged
        desk.hub.close()


@BOTH
def test_a_stick_pulled_before_a_merge_brings_nothing_in_and_is_told(
    desk: Desk, tmp_path: Path, language: str
) -> None:
    desk.speak(Words(language))
    regions = Regions(tmp_path)
    home = regions.offices.found()
    with regions.copy(home, "North") as north:
        regions.answer(north, 2)
    desk.open(home)
    desk.window.show()
    desk.window.show_page("regions")
    page: Any = desk.window.page("regions")
    before = home.path.read_bytes()
    desk.chooser.paths = [tmp_path / "North.spfa"]
    page.look_for_files()
    (tmp_path / "North.spfa").rename(tmp_path / "away.spfa")
    page.plan.merged.emit()
    desk.settle()
    assert [one.code for one in desk.problems] == ["S-101"]
    assert "[S-101]" in seen(desk)
    assert Words(language)(
        "Not merged: {file}. Nothing of it was brought in.", file="North.spfa"
    ) in seen(desk)
    assert home.path.read_bytes() == before


@BOTH
def test_a_packet_dated_by_a_wrong_clock_counts_and_is_told_at_its_seat(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    desk.speak(Words(language))
    clock = "spf_assess.consultation.handing_in.now_iso"
    monkeypatch.setattr(clock, lambda: "2199-01-01T00:00:00Z")
    plenary = Plenary(tmp_path, {WORKERS: 2})
    desk.open(plenary.file)
    desk.look_at(PARTICIPANTS)
    assert "[C-231]" in seen(desk)
    assert "2199" in seen(desk)
    assert len(plenary.file.responses()) == 1
    desk.hub.close()
    plenary.close()


@BOTH
def test_a_computer_whose_clock_is_behind_the_invitation_is_told_before_it_is_accepted(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    desk.speak(Words(language))
    offices = Offices(tmp_path)
    with offices.found() as file:
        invitation = file.invite(
            constituency=Constituency.WORKERS, kind=RespondentKind.BENCH
        )[1]
    path = tmp_path / "seat.spfi"
    path.write_bytes(invitation)
    module = "spf_assess.desktop.pages.start_invitation.now_iso"
    monkeypatch.setattr(module, lambda: "2001-01-01T00:00:00Z")
    desk.window.show()
    desk.window.take_files([path])
    asked = desk.window.findChild(Ask)
    told = "\n".join(one.said for one in asked.findChildren(Label))
    assert "[C-230]" in told
    assert "2001" in told
    asked.no_button.click()
    assert desk.hub.consultation is None


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_clock_set_back_below_what_a_file_recorded_is_told_as_it_is_opened(
    desk, tmp_path, monkeypatch, language
):
    desk.speak(Words(language))
    offices = Offices(tmp_path)
    offices.found().close()
    with offices.open() as file:
        file._put_header(dataclasses.replace(file.header, fictitious=False))
    monkeypatch.setattr("spf_assess.i18n.now_iso", lambda: "2001-01-01T00:00:00Z")
    assert desk.hub._take(offices.open)
    assert [one.code for one in desk.problems] == ["C-233"]
    assert "2001" in Words(language).tell(desk.problems[0])
