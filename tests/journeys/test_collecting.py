"""A day of collecting by keyboard alone: three groups, three ways, one file.

Everything is found by the name a screen reader would say, in both languages.
"""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from support.desk import Desk, desk
from support.offices import Offices, rated
from support.person import Person, type_text

from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.i18n import Words
from spf_assess.model import Channel, Constituency, PacketState, RespondentKind

__all__ = ["desk"]
PIN = "246810"
SECRET = "Only our group has read this"  # noqa: S105 - what must not be seen
GROUPS = {
    Constituency.GOVERNMENT: "Ministry of Labour",
    Constituency.EMPLOYERS: "Employers' Federation",
    Constituency.WORKERS: "Trade Union Congress",
}


@dataclass
class Room:
    """One computer, a facilitator and three groups, without a pointer."""

    desk: Desk
    person: Person
    say: Words
    offices: Offices

    @property
    def file(self):
        return self.desk.hub.consultation

    def chooses_seat(self, name):
        """Go to a line of the list of seats."""
        names = [row.respondent.organization for row in self.file.board()]
        self.person.tabs_to(self.say("Seats"))
        self.person.keys("Home")
        for _line in range(names.index(name)):
            self.person.keys("Down")
        self.desk.settle()

    def goes_to(self, tab):
        """Go to a tab of the facilitator's page by its key."""
        self.person.keys(f"Ctrl+{place_of(tab) + 1}")
        self.desk.settle()

    def turns_from(self, step):
        """Go from one step of keying to the next, and to the line one types into."""
        self.person.tabs_to(self.say(step))
        self.person.keys("Right")
        self.desk.settle()
        self.person.tabs_to(self.desk.window.page("keying").box.field.accessibleName())

    def presses(self, name):
        self.person.tabs_to(self.say(name))
        self.person.keys("Space")
        self.desk.settle()

    def writes(self, *lines):
        for line in lines:
            if line:
                type_text(QApplication.focusWidget(), line)
            self.person.keys("Return")
        self.desk.settle()

    def hears(self, message, **facts):
        return self.person.perceives(self.say(message, **facts))


@pytest.fixture(params=["en", "fr"])
def room(request, desk, tmp_path):
    offices = Offices(tmp_path)
    file = offices.found()
    for bench, name in GROUPS.items():
        file.invite(constituency=bench, kind=RespondentKind.BENCH, organization=name)
    desk.open(file)
    desk.window.resize(1366, 768)
    desk.window.show()
    desk.window.activateWindow()
    desk.hub.speak(Words(request.param))
    desk.settle()
    return Room(desk, Person(desk.window), Words(request.param), offices)


def brings_a_packet(room):
    """The ministry has a laptop: its packet comes on a stick."""
    ministry = room.file.respondents()[0].id
    with room.offices.accept("ministry", room.file.invitation_of(ministry)) as own:
        own.answer(ministry, rated("3a.1", 4, 3, comment=SECRET))
        own.hand_in(ministry, room.offices.folder / "ministry.spfr")
    room.desk.chooser.paths = [room.offices.folder / "ministry.spfr"]
    room.goes_to("packets")
    room.presses("Bring packets in…")
    room.desk.settle()


def begins_behind_a_pin(room):
    """The unions answer on this computer and take a break."""
    room.goes_to("participants")
    room.chooses_seat("Trade Union Congress")
    room.presses("Answer here…")
    type_text(QApplication.focusWidget(), PIN)
    room.person.keys("Tab")
    room.writes(PIN)
    assert room.hears("Recovery words")
    room.presses("They are written down: begin")
    room.person.keys("2", "1", "M")
    type_text(QApplication.focusWidget(), "Deux d’entre nous voient « 1 »")
    room.presses("Close the sheet")
    assert not room.person.perceives(SECRET)


def does_not_get_past_the_gate(room):
    """Somebody looks for the positions meanwhile."""
    room.goes_to("positions")
    assert room.desk.page.positions.gated
    assert not room.hears("Show the positions so far")


def comes_back_and_hands_in(room):
    """The unions go on with their PIN, and hand in."""
    room.presses("See the participants")
    room.chooses_seat("Trade Union Congress")
    room.presses("Open the sheet…")
    room.writes(PIN)
    room.desk.window.show_page("handed_in")
    room.desk.settle()
    room.presses("Hand in")
    room.presses("Done: close the sheet")


def keys_the_booklet(room):
    """The employers filled in the booklet: it is keyed twice, and compared."""
    room.chooses_seat("Employers' Federation")
    room.presses("Key from paper…")
    room.writes("3", "3")
    room.turns_from("First pass")
    room.writes("3", "4")
    room.turns_from("Second pass")
    room.writes("4")  # what stands on the paper
    room.presses("Take the answers in")
    room.presses("Back to the participants")


def test_three_groups_three_ways_one_file(room):
    brings_a_packet(room)
    begins_behind_a_pin(room)
    does_not_get_past_the_gate(room)
    comes_back_and_hands_in(room)
    keys_the_booklet(room)
    assert not room.desk.problems, room.desk.problems
    records = room.file.packets()
    assert {one.state for one in records} == {PacketState.ACCEPTED}
    assert {one.respondent.constituency: one.channel for one in records} == {
        Constituency.GOVERNMENT: Channel.PACKET,
        Constituency.WORKERS: Channel.HERE,
        Constituency.EMPLOYERS: Channel.PAPER,
    }
    by_group = {
        one.respondent.constituency: one.answers["3a.1"]
        for one in room.file.responses()
    }
    assert by_group[Constituency.WORKERS].minority == "Deux d’entre nous voient « 1 »"
    assert by_group[Constituency.EMPLOYERS].part("practice").value == 4
    room.goes_to("positions")
    assert not room.desk.page.positions.gated
    law = room.file.results().comparisons["3a.1"]["law"]
    assert sorted(one.level for one in law.positions) == [1, 3, 4]
    assert not list(room.offices.folder.glob("*.sheets"))
