"""Answering on the facilitator's computer: behind a PIN, one after another."""

import pytest
from PySide6.QtWidgets import QApplication
from support.desk import desk, said
from support.offices import Offices, rated
from support.person import Person
from support.typist import type_text

from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.i18n import Words
from spf_assess.model import Channel, Constituency, RespondentKind

__all__ = ["desk"]

PIN = "246810"
SECRET = "Nobody else reads this"  # noqa: S105 - what must not be seen


class Room:
    """One computer in a room, and who sits down at it."""

    def __init__(self, desk, offices, kind):
        self.desk, self.offices = desk, offices
        file = offices.found()
        names = (
            ("Ana", "Ben") if kind is RespondentKind.PERSON else ("Union", "Ministry")
        )
        benches = (Constituency.WORKERS, Constituency.GOVERNMENT)
        self.seats = [
            file.invite(constituency=bench, kind=kind, name=name)[0].id
            for bench, name in zip(benches, names, strict=True)
        ]
        desk.open(file)
        desk.window.resize(1366, 768)
        desk.window.show()
        desk.window.activateWindow()
        desk.settle()
        self.person = Person(desk.window)

    @property
    def file(self):
        return self.desk.hub.consultation

    @property
    def name(self):
        return self.desk.window.page_name

    def sit_down(self, number, *, pin=PIN, new=True):
        """Choose a seat and give the PIN."""
        self.desk.window.show_page("sheet", self.seats[number])
        self.desk.settle()
        self.type_pin(pin, new=new)

    def type_pin(self, pin, *, new):
        type_text(QApplication.focusWidget(), pin)
        if new:
            self.person.keys("Tab")
            type_text(QApplication.focusWidget(), pin)
        self.person.keys("Return")
        self.desk.settle()

    def answer(self):
        self.desk.hub.answer(rated("3a.1", 3, 2, comment=SECRET))
        self.desk.settle()

    def press(self, name):
        self.person.presses(name)
        self.desk.settle()

    def seen(self):
        return " ".join(said(self.desk.window))


@pytest.fixture
def room(desk, tmp_path):
    def made(kind=RespondentKind.BENCH):
        return Room(desk, Offices(tmp_path), kind)

    return made


def test_a_group_begins_answers_closes_and_comes_back_by_keyboard(room):
    here = room()
    here.sit_down(0)
    assert "Recovery words" in here.seen()
    assert here.desk.hub.sheet is None
    here.press("They are written down: begin")
    assert here.name == "answering"
    here.answer()
    here.press("Close the sheet")
    assert here.name == "facilitator"
    assert here.file.role.value == "facilitator"
    assert SECRET not in here.seen()
    here.sit_down(0, new=False)
    assert here.name == "answering"
    me = here.file.me().id
    assert here.file.response(me).answers["3a.1"].comment == SECRET


def test_a_wrong_pin_is_told_beside_the_field_and_the_field_is_empty(room):
    here = room()
    here.sit_down(0)
    here.press("They are written down: begin")
    here.answer()
    here.press("Close the sheet")
    here.sit_down(0, pin="000000", new=False)
    assert here.name == "sheet"
    assert "This is not the PIN" in here.seen()
    page = here.desk.window.page("sheet")
    assert QApplication.focusWidget() is page._pin.field
    assert page._pin.text == ""
    here.desk.speak(Words("fr"))
    assert "Ce n'est pas le code" in here.seen()
    here.type_pin(PIN, new=False)
    assert here.name == "answering"


def test_two_different_pins_begin_nothing(room):
    here = room()
    here.desk.window.show_page("sheet", here.seats[0])
    here.desk.settle()
    type_text(QApplication.focusWidget(), PIN)
    here.person.keys("Tab")
    type_text(QApplication.focusWidget(), "111111")
    here.person.keys("Return")
    assert "The two PINs differ" in here.seen()
    assert here.file.sheets() == ()


def test_leaving_before_the_words_are_written_down_closes_the_sheet(room):
    here = room()
    here.sit_down(0)
    here.press("Back to the participants")
    assert here.name == "facilitator"
    assert here.file.sheets()[0].state == "closed"
    assert not list(here.offices.folder.glob("*.sheets"))


def test_the_way_home_is_not_offered_while_a_sheet_is_open(room):
    here = room()
    here.sit_down(0)
    here.press("They are written down: begin")
    assert not here.person.perceives("Start page")
    here.desk.window.show_start()
    assert here.name == "answering"


def test_persons_follow_each_other_and_see_nothing_of_each_other(room):
    here = room(RespondentKind.PERSON)
    here.sit_down(0)
    here.press("They are written down: begin")
    here.answer()
    here.desk.window.show_page("handed_in")
    here.desk.settle()
    here.press("Hand in")
    assert "Packet no. 1 is in the consultation." in here.seen()
    here.press("Done: close the sheet")
    assert here.name == "turn"
    assert SECRET not in here.seen()
    assert not here.person.perceives("Ana")
    here.press("Ben (Government)")
    assert here.name == "sheet"
    (record,) = here.file.packets()
    assert record.channel is Channel.IN_TURN
    here.sit_down(0, new=False)
    assert here.name == "sheet"
    assert "closed for good" in here.seen()


def test_recent_files_never_name_a_sheet(room, tmp_path):
    here = room(RespondentKind.PERSON)
    here.sit_down(0)
    here.press("They are written down: begin")
    here.answer()
    here.desk.hub.remember()
    here.press("Close the sheet")
    kept = [one.path for one in here.desk.hub.settings.recent]
    assert kept == [str(here.offices.file)]


def test_closing_the_window_seals_the_sheet(room):
    here = room()
    here.sit_down(0)
    here.press("They are written down: begin")
    here.answer()
    here.desk.window.close()
    assert not list(here.offices.folder.glob("*.sheets"))
    with here.offices.open() as again:
        sheet = again.open_sheet(here.seats[0], PIN)
        answers = sheet.consultation.response(here.seats[0]).answers
        assert answers["3a.1"].comment == SECRET
        again.close_sheet(sheet)


def handed_in_elsewhere(here, number):
    """Let a seat hand in from a computer of its own."""
    data = here.file.invitation_of(here.seats[number])
    with here.offices.accept(f"own-{number}", data) as own:
        own.answer(here.seats[number], rated("3a.1", 1, 1, comment=SECRET))
        own.hand_in(here.seats[number], here.offices.folder / "own.spfr")
    here.file.import_packet(here.offices.folder / "own.spfr")


def test_there_is_no_way_past_the_gate_while_somebody_answers_on_this_computer(room):
    here = room()
    handed_in_elsewhere(here, 1)
    here.sit_down(0)
    here.press("They are written down: begin")
    here.press("Close the sheet")
    page = here.desk.page
    page.go_to(page.tabs.count() - 1)
    here.desk.look_at(place_of("positions"))
    assert page.positions.gated
    assert not here.person.perceives("Show the positions so far")
    assert "1 answer sheet was begun on this computer" in here.seen()
    page.positions._gate.shown_anyway.emit()
    here.desk.settle()
    assert page.positions.gated
    assert SECRET not in here.seen()


def test_what_was_shown_early_is_hidden_again_in_the_next_round(room, monkeypatch):
    here = room()
    handed_in_elsewhere(here, 1)
    here.desk.window.show_page("facilitator")
    here.desk.look_at(place_of("positions"))
    positions = here.desk.page.positions
    assert positions.gated
    here.press("Show the positions so far")
    assert not positions.gated
    monkeypatch.setattr(type(here.file), "current_round", 2)
    rows = here.file.board(1)
    positions.refresh(rows)
    assert positions.gated


def test_the_seat_tells_how_its_packet_came_and_how_its_sheet_stands(room):
    here = room()
    here.sit_down(0)
    here.press("They are written down: begin")
    here.answer()
    here.desk.window.show_page("handed_in")
    here.desk.settle()
    here.press("Hand in")
    here.press("Done: close the sheet")
    here.desk.page.participants.table.go_to(1)
    here.desk.settle()
    seen = here.seen()
    assert "How it came: answered on this computer" in seen
    assert "Its answer sheet is closed on this computer, behind its PIN." in seen
    assert SECRET not in seen


def test_the_seat_tells_why_its_packets_wait(room):
    here = room()
    for number in (1, 2):
        data = here.file.invitation_of(here.seats[1])
        with here.offices.accept(f"copy-{number}", data) as own:
            own.answer(here.seats[1], rated("3a.1", number, 1))
            own.hand_in(here.seats[1], here.offices.folder / f"copy-{number}.spfr")
        here.file.import_packet(here.offices.folder / f"copy-{number}.spfr")
    here.desk.window.show_page("facilitator")
    here.desk.page.participants.table.go_to(0)
    here.desk.settle()
    assert "copy-1.spfr: Packets signed with different keys" in here.seen()
    assert "[C-212]" in here.seen()


def test_a_seat_keeps_to_the_way_it_has_answered(room):
    here = room()
    handed_in_elsewhere(here, 1)
    here.desk.window.show_page("facilitator")
    here.desk.page.participants.table.go_to(0)
    here.desk.settle()
    assert "Ministry" in here.seen()
    assert not here.person.perceives("Answer here…")
    assert not here.person.perceives("Key from paper…")
    here.desk.page.participants.table.go_to(1)
    here.desk.settle()
    assert here.person.perceives("Answer here…")
    here.sit_down(0)
    here.press("They are written down: begin")
    here.press("Close the sheet")
    here.desk.page.participants.table.go_to(1)
    here.desk.settle()
    assert here.person.perceives("Open the sheet…")
    assert not here.person.perceives("Key from paper…")
