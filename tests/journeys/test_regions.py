"""Three regions hold workshops; their files come together by keyboard alone.

Everything is found by the name a screen reader would say, in both languages.
"""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from support.desk import Desk, desk
from support.person import Person, type_text
from support.regions import Regions, said_in

from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.i18n import Words
from spf_assess.model import Constituency, Decision, Stance

__all__ = ["desk"]
WORKERS = Constituency.WORKERS
SAYS = {
    "North": Stance(2, "3a.1", WORKERS, Decision.KEEP),
    "South": Stance(2, "3a.1", WORKERS, Decision.MOVE, {"law": 2}, "A new decree."),
    "Est": Stance(2, "3b.1", WORKERS, Decision.KEEP),
}


@dataclass
class Room:
    """The facilitator of the whole country, without a pointer."""

    desk: Desk
    person: Person
    say: Words
    regions: Regions

    @property
    def file(self):
        return self.desk.hub.consultation

    def presses(self, name, **facts):
        self.person.tabs_to(self.say(name, **facts))
        self.person.keys("Space")
        self.desk.settle()

    def hears(self, message, **facts):
        return self.person.perceives(self.say(message, **facts))


@pytest.fixture(params=["en", "fr"])
def room(request, desk, tmp_path):
    regions = Regions(tmp_path)
    desk.open(regions.offices.found())
    desk.window.resize(1366, 768)
    desk.window.show()
    desk.window.activateWindow()
    desk.hub.speak(Words(request.param))
    desk.settle()
    return Room(desk, Person(desk.window), Words(request.param), regions)


def goes_to_the_regions(room):
    room.person.keys(f"Ctrl+{place_of('packets') + 1}")
    room.desk.settle()
    room.presses("Other regions…")


def makes_a_copy_for(room, name):
    path = room.regions.folder / f"{name}.spfa"
    room.desk.chooser.paths = [path]
    room.person.tabs_to(room.say("Name of the region"))
    type_text(QApplication.focusWidget(), name)
    room.person.keys("Return")
    room.desk.settle()
    assert room.hears("Written: {file}", file=path.name)
    return path


def works_in(room, path, level):
    """A region's own day; returns all that was said in it."""
    with room.regions.offices.open(path) as region:
        room.regions.answer(region, level)
        region.proceedings.record(SAYS[region.region])
        return said_in(region)


def looks_and_merges(room, path):
    room.desk.chooser.paths = [path]
    before = said_in(room.file)
    room.presses("Merge a file…")
    assert room.hears("What would come in")
    assert said_in(room.file) == before
    room.presses("Merge this file")
    assert room.hears("Merged: {file}", file=path.name)


def takes_back_the_last(room, number):
    room.presses("Take back import {number}", number=number)
    assert room.person.focused() == room.say("Keep it")
    room.person.keys("Shift+Tab", "Space")
    room.desk.settle()
    assert room.hears("Import {number} was taken back.", number=number)


def test_three_regions_come_together_by_keyboard(room):
    goes_to_the_regions(room)
    paths = [makes_a_copy_for(room, name) for name in SAYS]
    said = set()
    for level, path in enumerate(paths, start=1):
        said |= works_in(room, path, level)
    for path in paths:
        looks_and_merges(room, path)
    assert said <= said_in(room.file)
    assert room.hears("Recorded differently")
    assert room.person.perceives("A new decree.")
    assert [one.id for one in room.file.proceedings.standing(Stance)] == [
        SAYS["Est"].id
    ]
    takes_back_the_last(room, 2)
    assert not room.person.perceives("A new decree.")
    assert len(room.file.responses()) == 2
    looks_and_merges(room, paths[1])
    assert said <= said_in(room.file)
    room.person.keys("Escape")
    room.desk.settle()
    assert room.desk.window.page_name == "facilitator"
    room.person.tabs_to(room.say("Packets"))
    room.person.keys("Down")
    room.desk.settle()
    assert room.hears("Region")
    assert not room.desk.problems
