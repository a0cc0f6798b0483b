"""A facilitator's day by keyboard alone: create, invite, collect, compare, print.

Everything is found by the name a screen reader would say, in both languages.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from support.collected import answers_of, hand_in
from support.desk import Desk, desk
from support.person import Person, type_text

from spf_assess.desktop.pages.facilitator import (
    PACKETS,
    PARTICIPANTS,
    POSITIONS,
    REPORT,
)
from spf_assess.exchange import read_invitation
from spf_assess.i18n import Words

__all__ = ["desk"]
RENDERING_MS = 180_000


@dataclass
class Facilitator:
    """Someone who runs a consultation without a pointer, in one language."""

    desk: Desk
    person: Person
    say: Words
    bot: Any

    def goes_to(self, name: str) -> None:
        """Tab to what has this name."""
        self.person.tabs_to(self.say(name))

    def presses(self, name: str) -> None:
        """Tab to a button and press it."""
        self.goes_to(name)
        self.person.keys("Space")

    def writes(self, label: str, text: str) -> None:
        """Tab to a field and write."""
        self.goes_to(label)
        type_text(QApplication.focusWidget(), text)
        self.person.settle()

    def hears(self, message: str, **facts: object) -> bool:
        """Whether a sentence stands somewhere in the window."""
        return self.person.perceives(self.say(message, **facts))

    def creates(self, file: Path) -> None:
        """Start a consultation and keep it in *file*."""
        self.desk.chooser.paths = [file]
        self.presses("Create…")
        self.writes("Title in English", "National consultation 2026")
        self.writes("Title in French", "Consultation nationale 2026")
        self.writes("Country in English", "Coresia")
        self.writes("Country in French", "Corésie")
        self.presses("Create the file…")

    def invites(self, steps: int, organization: str, file: Path) -> None:
        """Add a seat of the group *steps* below the first; write its invitation."""
        self.presses("Add a seat")
        self.person.keys("Space", *["Down"] * steps)
        self.writes("Organization", organization)
        self.presses("Add the seat")
        self.desk.chooser.paths = [file]
        assert self.person.focused() == self.say("Write the invitation…")
        self.person.keys("Space")

    def brings_in(self, *files: Path) -> None:
        """Bring packets in through the file dialog."""
        self.desk.chooser.paths = list(files)
        self.goes_to("Bring packets in…")
        with self.bot.waitSignal(self.desk.page.packets.importing.ended):
            self.person.keys("Space")
        self.person.settle()

    def invites_three_seats(self, folder: Path) -> list[Path]:
        """Add a seat for each group and write its invitation."""
        names = ("Ministry of Labour", "Fédération des employeurs", "Union Congress")
        files = [folder / f"seat {number}.spfi" for number in range(len(names))]
        for steps, (name, file) in enumerate(zip(names, files, strict=True)):
            self.invites(steps, name, file)
        assert all(file.exists() for file in files)
        board = self.desk.hub.consultation.board()
        assert [row.handed_in for row in board] == [False] * 3
        return files

    def brings_in_two_and_a_cut_one(self, whole: list[Path], cut: Path) -> None:
        """Three packets come; one was cut short on its way."""
        cut.write_bytes(whole[2].read_bytes()[:-60])
        self.person.keys(f"Ctrl+{PACKETS + 1}")
        self.brings_in(whole[0], whole[1], cut)
        assert self.person.perceives(self.say.context("packet", "kept aside"))
        assert self.person.perceives("[X-103]")

    def finds_the_positions_still_waiting(self) -> None:
        """Two of three are in: who is missing is told, nothing of the answers."""
        self.person.keys(f"Ctrl+{POSITIONS + 1}")
        assert self.hears("{in_} of {invited} responses are in", in_=2, invited=3)
        assert self.person.perceives("Union Congress")
        assert not self.hears("Positions by section")

    def reads_the_positions(self) -> None:
        """All are in: rows by arrow keys, one section in full beside them."""
        self.person.keys(f"Ctrl+{POSITIONS + 1}")
        assert self.hears("Positions by section")
        self.person.keys("Down", "Down", "Down", "Down")
        section = self.desk.hub.consultation.questionnaire.section("3e")
        assert self.person.perceives(self.say.text(section.short))
        assert self.hears("Joint level")

    def renders(self, report: Path) -> None:
        """Render in her language, and find the PDF where it was announced."""
        self.person.keys(f"Ctrl+{REPORT + 1}")
        self.desk.chooser.paths = [report]
        self.presses("Choose another place…")
        self.goes_to("Make the report")
        ended = self.desk.page.report.rendering.ended
        with self.bot.waitSignal(ended, timeout=RENDERING_MS):
            self.person.keys("Space")
            assert self.hears("Cancel")
        self.person.settle()
        assert self.hears("The report is in {file}.", file=report)
        assert self.person.focused() == self.say("Open the PDF")


@pytest.fixture(params=["en", "fr"])
def facilitator(request: Any, desk: Desk, qtbot: Any) -> Facilitator:
    """The window's start page, in one language."""
    words = Words(request.param)
    desk.hub.speak(words)
    desk.window.show_page("start")
    desk.window.show()
    return Facilitator(desk, Person(desk.window), words, qtbot)


def packets_of(desk: Desk, invitations: list[Path], folder: Path) -> list[Path]:
    """What three respondents hand in, from the invitations they were given."""
    consultation = desk.hub.consultation
    made = []
    for number, file in enumerate(invitations):
        respondent = read_invitation(file.read_bytes()).respondent
        answers = answers_of(consultation.questionnaire, respondent, number)
        packet = folder / f"{file.stem}.spfr"
        made.append(hand_in(consultation, respondent, answers, packet).packet)
    return made


def test_from_an_empty_page_to_the_printed_report_by_keyboard_alone(
    facilitator: Facilitator, tmp_path: Path
) -> None:
    facilitator.creates(tmp_path / "national.spfa")
    assert facilitator.hears("Not ready yet")
    facilitator.person.keys(f"Ctrl+{PARTICIPANTS + 1}")
    assert facilitator.hears(
        "No seat yet. Add one for each group, or one for each person of a group who"
        " answers alone, and give each its invitation."
    )
    invitations = facilitator.invites_three_seats(tmp_path)
    facilitator.person.keys(f"Ctrl+{POSITIONS + 1}")
    assert facilitator.hears("Nobody has handed in yet")

    whole = packets_of(facilitator.desk, invitations, tmp_path)
    facilitator.brings_in_two_and_a_cut_one(whole, tmp_path / "cut.spfr")
    facilitator.finds_the_positions_still_waiting()
    facilitator.person.keys(f"Ctrl+{PACKETS + 1}")
    facilitator.brings_in(whole[2])
    facilitator.reads_the_positions()

    report = tmp_path / "report.pdf"
    facilitator.renders(report)
    assert report.read_bytes().startswith(b"%PDF-")
