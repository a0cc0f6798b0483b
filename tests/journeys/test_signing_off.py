"""The end of a meeting, by keyboard alone: read, sign, change, sign again, print.

Everything is found by the name a screen reader would say, in both languages.
"""

from dataclasses import dataclass
from typing import Any

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication
from support.desk import Desk, desk
from support.offices import rated
from support.person import Person, type_text
from support.plenary import EMPLOYERS, GOVERNMENT, WORKERS, keeps

from spf_assess.consultation import Consultation
from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.exchange import receipt_words
from spf_assess.i18n import Words, constituency_name
from spf_assess.model import BENCHES, RespondentKind, Signed, Standing, Text

__all__ = ["desk"]
WAIT = 60_000
NAMED = Text.of(en="Coresia", fr="Corésie")


@dataclass
class Room:
    """A meeting at its end, without a pointer."""

    desk: Desk
    person: Person
    say: Words
    file: Consultation
    qtbot: Any

    @property
    def view(self):
        return self.desk.page.view("signing")

    def presses(self, name):
        self.person.tabs_to(name)
        self.person.keys("Space")
        self.desk.settle()

    def writes(self, name, text):
        self.person.tabs_to(name)
        type_text(QApplication.focusWidget(), text)
        self.desk.settle()

    def button(self, name):
        """The name of a way to sign the results."""
        what = self.say.context("what is signed", "The results")
        return f"{self.say(name)}, {what}"

    def standing(self, bench):
        states = self.file.signatures(Signed.RESULTS)
        return {one.constituency: one.standing for one in states}[bench]


def met(folder):
    """Three groups have answered and discussed; their own files lie on sticks."""
    file = Consultation.create(folder / "meeting.spfa", title=NAMED, country=NAMED)
    for level, bench in zip((4, 3, 1), BENCHES, strict=True):
        _seat, invitation = file.invite(constituency=bench, kind=RespondentKind.BENCH)
        packet = folder / f"{bench}.spfr"
        with Consultation.accept(folder / f"{bench}.spfa", invitation) as own:
            own.answer(own.me().id, rated("3a.1", level, level))
            own.hand_in(own.me().id, packet)
        file.import_packet(packet)
    file.close_round()
    file.reveal("3a.1")
    file.open_round()
    return file


@pytest.fixture(params=["en", "fr"])
def room(request, desk, qtbot, tmp_path):
    file = met(tmp_path)
    desk.open(file)
    desk.window.resize(1366, 768)
    desk.window.show()
    desk.window.activateWindow()
    desk.hub.speak(Words(request.param))
    desk.settle()
    person = Person(desk.window)
    person.keys(f"Ctrl+{place_of('signing') + 1}")
    desk.settle()
    return Room(desk, person, Words(request.param), file, qtbot)


def signs_by_key(room, bench):
    """The stick goes in; the file on it is chosen."""
    room.desk.chooser.paths = [room.file.path.parent / f"{bench.value}.spfa"]
    room.presses(room.button("Sign by key…"))


def signs_the_sheet(room):
    """The employers have signed on paper; the eight words are typed from it."""
    room.presses(room.button("Signed on paper…"))
    group = room.view.cards[Signed.RESULTS].group
    for _group in BENCHES:
        if group.selected != EMPLOYERS.value:
            room.person.keys("Right")
    assert group.selected == EMPLOYERS.value
    room.person.keys("Tab")
    digest = room.file.signed_digest(Signed.RESULTS)
    typed = " ".join(receipt_words(digest, room.say.language))
    type_text(QApplication.focusWidget(), typed)
    room.writes(room.say("Seen by"), "The secretariat")
    room.person.keys("Return")
    room.desk.settle()


def prints(room) -> list[str]:
    """The record is made in the language of the window; return its pages."""
    room.view.record.language.select(room.say.language)
    out = room.view.record.out
    room.presses(room.say("Print the record"))
    room.qtbot.waitUntil(lambda: not room.view.record.rendering.running, timeout=WAIT)
    room.desk.settle()
    pdf = pypdfium2.PdfDocument(out)
    pages = [" ".join(one.get_textpage().get_text_bounded().split()) for one in pdf]
    pdf.close()
    return pages


def test_a_group_signs_changes_signs_again_and_the_record_tells_it(room):
    say, file = room.say, room.file
    room.presses(say("Confirm these pages"))
    assert any(one.confirmation for one in file.readings())

    signs_by_key(room, WORKERS)
    signs_the_sheet(room)
    assert room.standing(WORKERS) is Standing.HOLDS
    assert room.standing(EMPLOYERS) is Standing.HOLDS
    assert room.view.warning == ""

    # the workers change their mind: both signatures are seen to be of before
    assert room.desk.hub.do(lambda open_: open_.state(keeps(WORKERS, "Not yet.")))
    room.desk.settle()
    for bench in (WORKERS, EMPLOYERS):
        assert room.standing(bench) is Standing.EARLIER
        assert constituency_name(say, bench) in room.view.warning
    assert room.person.perceives(say.context("signature", "signed, then changed"))

    signs_by_key(room, WORKERS)
    assert room.standing(WORKERS) is Standing.HOLDS
    assert constituency_name(say, WORKERS) not in room.view.warning

    pages = prints(room)
    told = " ".join(pages)
    assert say.context("signature", "signed, then changed") in told
    assert "Not yet." in told
    words = receipt_words(file.signed_digest(Signed.RESULTS), "fr")
    assert all(word in pages[-1] for word in words)
    # the government has not signed: nothing in the record says that it agrees
    silent = say("Has not signed. This is no agreement and no refusal.")
    assert silent in told
    assert room.standing(GOVERNMENT) is Standing.MISSING
    assert say("Agreed by all three groups") not in told
