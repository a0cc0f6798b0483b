"""Keying a paper by number pad, twice, and choosing what stands on it."""

import pytest
from PySide6.QtWidgets import QApplication
from support.desk import desk, said
from support.offices import Offices
from support.person import Person, type_text

from spf_assess.i18n import Words
from spf_assess.model import Channel, Constituency, NoAnswer, RespondentKind

__all__ = ["desk"]


class Paper:
    """A paper beside the computer, and who keys it."""

    def __init__(self, desk, offices):
        self.desk, self.offices = desk, offices
        file = offices.found()
        seat, _ = file.invite(
            constituency=Constituency.WORKERS,
            kind=RespondentKind.BENCH,
            organization="Union",
        )
        self.seat = seat.id
        desk.open(file)
        desk.window.resize(1366, 768)
        desk.window.show()
        desk.window.activateWindow()
        desk.window.show_page("keying", self.seat)
        desk.settle()
        self.person = Person(desk.window)

    @property
    def file(self):
        return self.desk.hub.consultation

    @property
    def page(self):
        return self.desk.window.page("keying")

    def types(self, *lines):
        for line in lines:
            if line:
                type_text(QApplication.focusWidget(), line)
            self.person.keys("Return")

    def turns_to(self, name):
        self.person.presses(name)
        self.desk.settle()

    def seen(self):
        return " ".join(said(self.desk.window))


@pytest.fixture
def paper(desk, tmp_path):
    return Paper(desk, Offices(tmp_path))


def test_levels_are_keyed_one_after_another_with_enter(paper):
    paper.types("3", "0", "2")
    answers = paper.file.keyed_answers(paper.seat, 1)
    assert answers["3a.1"].part("law").value == 3
    assert answers["3a.1"].part("practice").no_answer is NoAnswer.DONT_KNOW
    assert answers["3a.2"].part("value").value == "partly"
    assert "3 of " in paper.seen()


def test_one_digit_too_many_becomes_nobodys_comment(paper):
    """After the last box Enter leads to the passes, not into a minority note."""
    lines = paper.page._lines
    paper.types(*("d" for line in lines if line.cell.part), "2", "2")
    assert not [line.typed for line in lines if line.typed and not line.cell.part]
    assert paper.page._step.isAncestorOf(QApplication.focusWidget())
    assert paper.page._step.selected == "1"


def test_what_does_not_fit_stays_in_the_line_and_is_told(paper):
    paper.types("7")
    assert "“7” does not fit" in paper.seen()
    assert paper.page.box.text == "7"
    assert paper.file.keyed_answers(paper.seat, 1) == {}
    paper.desk.speak(Words("fr"))
    paper.types("8")
    assert "ne convient pas" in paper.seen()


def test_the_arrow_keys_reach_comments_and_minority_notes(paper):
    paper.person.keys("Down", "Down")
    paper.types("Vu à l'article 4")
    assert paper.file.keyed_answers(paper.seat, 1)["3a.1"].comment == "Vu à l'article 4"
    paper.person.keys("Up")
    assert paper.person.focused().startswith("Minority note")


def test_the_second_person_sees_nothing_of_the_first_pass(paper):
    paper.types("3", "4")
    paper.turns_to("Second pass")
    assert "0 of " in paper.seen()
    assert paper.page.box.text == ""


def test_each_difference_is_shown_and_only_then_a_packet_is_made(paper):
    paper.types("3", "4")
    paper.turns_to("Second pass")
    paper.types("2", "4")
    paper.turns_to("What differs")
    assert "1 box differs" in paper.seen()
    paper.turns_to("Take the answers in")
    assert paper.desk.problems[-1].code == "C-151"
    assert paper.file.packets() == ()
    paper.turns_to("Second pass: 2")
    assert "The two passes agree" in paper.seen()
    paper.turns_to("Take the answers in")
    (record,) = paper.file.packets()
    assert record.channel is Channel.PAPER
    assert paper.file.responses()[0].answers["3a.1"].part("law").value == 2
    assert "Packet no. 1 is in the consultation." in paper.seen()


def test_another_value_may_stand_on_the_paper(paper):
    paper.types("3")
    paper.turns_to("Second pass")
    paper.types("2")
    paper.turns_to("What differs")
    paper.page.box.field.setFocus()
    paper.types("1")
    for number in (1, 2):
        answers = paper.file.keyed_answers(paper.seat, number)
        assert answers["3a.1"].part("law").value == 1


def test_leaving_saves_the_line_and_stays_where_it_does_not_fit(paper):
    type_text(QApplication.focusWidget(), "9")
    paper.turns_to("Back to the participants")
    assert paper.desk.window.page_name == "keying"
    paper.page.box.field.clear()
    type_text(QApplication.focusWidget(), "4")
    paper.page.box.field.setText("4")
    paper.turns_to("Back to the participants")
    assert paper.desk.window.page_name == "facilitator"
    answers = paper.file.keyed_answers(paper.seat, 1)
    assert answers["3a.1"].part("law").value == 4


def test_turning_to_the_second_pass_saves_the_line_of_the_first(paper):
    type_text(QApplication.focusWidget(), "4")
    paper.turns_to("Second pass")
    assert paper.file.keyed_answers(paper.seat, 1)["3a.1"].part("law").value == 4
    assert paper.file.keyed_answers(paper.seat, 2) == {}
    type_text(QApplication.focusWidget(), "9")
    paper.turns_to("What differs")
    assert paper.page.step.selected == "2"
    assert "“9” does not fit" in paper.seen()
