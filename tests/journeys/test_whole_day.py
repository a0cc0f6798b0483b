"""A workshop from its first page to the printed record, by keyboard, on two windows.

The facilitator leads it, in English or in French; three groups answer in three ways;
the room looks at the wall. Everything is found by the name a screen reader would say.
"""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from support.desk import Desk, desk
from support.offices import rated
from support.talk import ITEM, OWN, REASON, Talk

from spf_assess.consultation import Consultation
from spf_assess.consultation.checklist import Weight
from spf_assess.exchange import read_invitation, receipt_words
from spf_assess.i18n.signing import signed_name
from spf_assess.model import BENCHES, Constituency, PacketState, Signed, Standing

__all__ = ["desk"]
PIN = "246810"
SECRET = "Only our group has read this"  # noqa: S105 - what must not be seen
GOVERNMENT, EMPLOYERS, WORKERS = BENCHES
NAMES = {
    GOVERNMENT: "Ministry of Labour",
    EMPLOYERS: "Fédération des employeurs",
    WORKERS: "Trade Union Congress",
}
REMARK = "Notre source manque."
OBJECTIVE, DEED = "Couvrir chacun", "Ouvrir un guichet par région"
WAIT = 60_000


def words_of(file: Path) -> str:
    """What stands in a PDF, in one line."""
    pdf = pypdfium2.PdfDocument(file)
    told = " ".join(one.get_textpage().get_text_bounded() for one in pdf)
    pdf.close()
    return " ".join(told.split())


class Day(Talk):
    """One facilitator's day, in the order of its hours."""

    bot: Any
    folder: Path
    own: dict[Constituency, Consultation]

    def begins(self, folder: Path) -> None:
        """Create a consultation on one section, 3(a)."""
        self.folder, self.own = folder, {}
        self.desk.chooser.paths = [folder / "day.spfa"]
        self.presses("Create…")
        self.writes("Title in English", "National consultation")
        self.writes("Title in French", "Consultation nationale")
        self.writes("Country in English", "Coresia")
        self.writes("Country in French", "Corésie")
        self.person.tabs_to(self.say("All sections"))
        self.person.keys("Right")
        for group in self.buttons(self.say("Tick none")):
            self.presses_named(group)
        self.presses_named({"en": "Universality", "fr": "Universalité"}[self.language])
        self.presses("Create the file…")

    def prepares(self) -> None:
        """Place and days; three organizations that answer as groups; the start."""
        self.writes("Place of the workshop", "Port-Corésie")
        self.writes("First day", "2027-03-30")
        self.writes("Last day", "2027-03-31")
        self.presses_card("Save", "The consultation")
        for bench, name in NAMES.items():
            self.writes("Organization", name)
            self.chooses(self.group(bench))
            self.chooses("Together, once")
            self.presses_card("Add", "Organizations and seats")
        self.presses_named(
            self.say.plural("Make {number} seat", "Make {number} seats", 3)
        )
        for bench in BENCHES:
            self.writes_count(f"{self.group(bench)}, {self.say('Women')}", "3")
        self.presses_card("Save", "Attendance")
        self.presses("Start the consultation…")
        self.agrees("Start")
        assert self.file.frozen
        self.desk.chooser.paths = [self.folder]
        self.presses_card("Write into a folder…", "Invitations")
        assert [one.weight for one in self.file.checklist()] == [Weight.NOTE]

    def signs_the_rules(self) -> None:
        """The ministry has its key on a stick; the two others sign the sheet."""
        for file in self.folder.glob("*.spfi"):
            bench = read_invitation(file.read_bytes()).respondent.constituency
            if bench is GOVERNMENT:
                own = Consultation.accept(
                    self.folder / "ministry.spfa", file.read_bytes()
                )
                self.own[bench] = own
        self.turns_to("signing")
        self.signs_by_key(Signed.RULES, GOVERNMENT)
        for bench in (EMPLOYERS, WORKERS):
            self.signs_on_paper(Signed.RULES, bench)
        standing = {
            one.constituency: one.standing for one in self.file.signatures(Signed.RULES)
        }
        assert standing == dict.fromkeys(BENCHES, Standing.HOLDS)

    def signs_by_key(self, what: Signed, bench: Constituency) -> None:
        """The stick goes in; the file on it is chosen."""
        self.desk.chooser.paths = [self.own[bench].path]
        self.presses_card("Sign by key…", self.named[what])

    def signs_on_paper(self, what: Signed, bench: Constituency) -> None:
        """A group signed the sheet; its eight words are typed from it."""
        self.presses_card("Signed on paper…", self.named[what])
        self.chooses(self.group(bench))
        words = receipt_words(self.file.signed_digest(what), self.language)
        self.writes("The eight words on the sheet", " ".join(words))
        self.writes("Seen by", "Le secrétariat")
        self.presses("Record the signature")

    def brings_a_packet(self) -> None:
        """The ministry has a laptop: its packet comes on a stick."""
        own = self.own[GOVERNMENT]
        own.answer(own.me().id, rated(ITEM, 4, 4, comment=SECRET))
        own.hand_in(own.me().id, self.folder / "ministry.spfr")
        self.desk.chooser.paths = [self.folder / "ministry.spfr"]
        self.turns_to("packets")
        self.presses("Bring packets in…")

    def lets_the_unions_answer_here(self) -> None:
        """They answer behind a PIN, take a break, come back and hand in."""
        self.turns_to("participants")
        self.chooses_seat(WORKERS)
        self.presses("Answer here…")
        self.types_in(PIN)
        self.person.keys("Tab")
        self.types(PIN)
        assert self.hears("Recovery words")
        self.presses("They are written down: begin")
        self.person.keys("1", "Tab")
        while not self.person.focused().startswith("1 "):
            self.person.keys("Tab")
        self.person.keys("1")
        self.presses("Close the sheet")
        self.turns_to("positions")
        assert not self.hears("Show the positions so far")
        self.presses("See the participants")
        self.chooses_seat(WORKERS)
        self.presses("Open the sheet…")
        self.types(PIN)
        assert not self.person.perceives(SECRET)
        self.desk.window.show_page("handed_in")
        self.desk.settle()
        self.presses("Hand in")
        self.presses("Done: close the sheet")

    def keys_the_booklet(self) -> None:
        """The employers filled in the booklet: it is keyed twice, and compared."""
        self.chooses_seat(EMPLOYERS)
        self.presses("Key from paper…")
        self.types("3", "3")
        self.turns_from("First pass")
        self.types("3", "4")
        self.turns_from("Second pass")
        self.types("3")  # what stands on the paper
        self.presses("Take the answers in")
        self.presses("Back to the participants")
        assert {one.state for one in self.file.packets()} == {PacketState.ACCEPTED}
        assert [row.handed_in for row in self.file.board()] == [True] * 3

    def decides(self) -> None:
        """Each group names what is urgent; one action is written, and taken along."""
        self.turns_to("decisions")
        for bench in BENCHES:
            self.chooses(self.group(bench))
            self.presses_named(
                {"en": "Universality", "fr": "Universalité"}[self.language]
            )
            self.presses("Record the order")
        self.chooses("Actions")
        self.presses("Add an action…")
        needed = {"Objective": OBJECTIVE, "What is done": DEED}
        for name, text in needed.items():
            said = self.say.context("action", name)
            self.person.tabs_to(self.say("{name} (needed)", name=said))
            self.types_in(text)
        self.person.tabs_to(self.say.context("action", "Ends"))
        self.types_in("2028")
        self.presses("Record the action")
        self.desk.chooser.paths = [self.folder / "plan.xlsx"]
        self.presses("Save as a workbook…")
        found = self.file.priorities()
        assert (found.ranked_by, found.low_and_high) == (BENCHES, ("3a",))
        assert [one.what for one in self.file.actions()] == [DEED]
        assert (self.folder / "plan.xlsx").stat().st_size > 0

    def lets_groups_read(self) -> None:
        """The government confirms its pages; the employers send theirs back."""
        self.turns_to("signing")
        self.chooses(self.group(GOVERNMENT))
        self.presses("Confirm these pages")
        self.chooses(self.group(EMPLOYERS))
        self.writes("What is wrong on these pages", REMARK)
        self.presses("Send them back")
        by_bench = {one.constituency: one.confirmation for one in self.file.readings()}
        assert by_bench[GOVERNMENT].confirmed
        assert by_bench[EMPLOYERS].remark == REMARK

    def signs_the_results(self) -> None:
        """The government by key, the workers on paper; the employers do not sign."""
        self.signs_by_key(Signed.RESULTS, GOVERNMENT)
        self.signs_on_paper(Signed.RESULTS, WORKERS)
        standing = {
            one.constituency: one.standing
            for one in self.file.signatures(Signed.RESULTS)
        }
        assert standing[GOVERNMENT] is standing[WORKERS] is Standing.HOLDS
        assert standing[EMPLOYERS] is Standing.MISSING

    def prints_the_record(self) -> str:
        """The record of the meeting, in her language; return its words."""
        view = self.desk.page.view("signing")
        out = view.record.out
        self.presses("Print the record")
        self.waits_for(view.record.rendering)
        return words_of(out)

    def prints_the_report(self) -> str:
        """The report, in her language; return its words."""
        self.turns_to("report")
        out = self.folder / "report.pdf"
        self.desk.chooser.paths = [out]
        self.presses("Choose another place…")
        self.presses("Make the report")
        self.waits_for(self.desk.page.report.rendering)
        assert self.hears("The report is in {file}.", file=out)
        return words_of(out)

    def waits_for(self, rendering: Any) -> None:
        """Wait until a page has been made."""
        self.bot.waitUntil(lambda: not rendering.running, timeout=WAIT)
        self.desk.settle()

    def chooses_seat(self, bench: Constituency) -> None:
        """Go to a line of the list of seats."""
        benches = [row.respondent.constituency for row in self.file.board()]
        self.goes_to("Seats")
        self.person.keys("Home", *["Down"] * benches.index(bench))

    def turns_from(self, step: str) -> None:
        """Go from one step of keying to the next, and to the line one types into."""
        self.goes_to(step)
        self.person.keys("Right")
        self.person.tabs_to(self.desk.window.page("keying").box.field.accessibleName())

    @property
    def named(self) -> dict[Signed, str]:
        """What is signed, in words."""
        return {one: signed_name(self.say, one) for one in Signed}

    def writes_count(self, label: str, number: str) -> None:
        """Tab to a box for numbers and type."""
        self.person.tabs_to(label)
        self.person.keys("Ctrl+A", *number)

    def presses_card(self, name: str, card: str) -> None:
        """Press a button that several cards have."""
        self.person.tabs_to(f"{self.say(name)}, {self.say(card)}")
        self.person.keys("Space")
        self.desk.settle()

    @property
    def language(self) -> str:
        """The language of the window."""
        return self.say.language


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_workshop_from_the_first_page_to_the_record(
    desk: Desk, qtbot: Any, tmp_path: Path, language: str
) -> None:
    desk.window.show_page("start")
    day = Day.sits_down(desk, language)
    day.bot = qtbot
    day.begins(tmp_path)
    day.prepares()
    day.signs_the_rules()
    day.brings_a_packet()
    day.lets_the_unions_answer_here()
    day.keys_the_booklet()

    day.closes_the_first_round()
    day.shows_the_question()
    day.reveals()
    day.lets_workers_move()
    day.lets_employers_reserve()
    day.records_what_is_agreed()
    day.shows_what_became_of_it()

    day.decides()
    day.lets_groups_read()
    day.signs_the_results()
    record = day.prints_the_record()
    report = day.prints_the_report()
    say = day.say
    assert desk.problems == []
    for printed in (record, report):
        assert OWN[language] in printed
        assert REASON[language] in printed
        assert say("from {before} to {after}", before=1, after=2) in printed
        assert SECRET not in printed  # nobody agreed to be quoted
    for told in ("Port-Corésie", REMARK, say.context("signature", "not signed")):
        assert told in record
