"""When an answer cannot be saved: it is told, kept, and tried again."""

import pytest
from PySide6.QtWidgets import QApplication
from support.answering import seat
from support.person import type_text

from spf_assess.model import N_, PartAnswer, Problem

__all__ = ["seat"]

LAW = "In law"


class Jam:
    """Makes the open consultation refuse to save until it is loosened."""

    def __init__(self, seat, monkeypatch) -> None:
        self.tries = 0
        self._jammed = True
        open_ = seat.hub.consultation
        answer = open_.answer

        def refuse(respondent, given):
            self.tries += 1
            if self._jammed:
                raise Problem("S-199", N_("There is no space left."))
            return answer(respondent, given)

        monkeypatch.setattr(open_, "answer", refuse)

    def loosen(self) -> None:
        self._jammed = False


@pytest.fixture
def at_work(seat, tmp_path):
    seat.begin(tmp_path / "a.spfa")
    return seat


@pytest.fixture
def jam(at_work, monkeypatch):
    return Jam(at_work, monkeypatch)


def test_a_failed_write_is_told_beside_the_question_and_the_answer_kept(at_work, jam):
    at_work.person.picks(LAW, "3 Moderate")
    assert at_work.window.bar.saved_sign.said == "Not saved"
    assert at_work.person.perceives("Not saved. What you entered is kept here")
    assert at_work.problems[-1].code == "S-199"
    assert at_work.person.chosen(LAW)[0].startswith("3 Moderate")
    assert at_work.answer("3a.1").empty


def test_trying_again_saves_it(at_work, jam):
    at_work.person.picks(LAW, "3 Moderate")
    jam.loosen()
    at_work.person.presses("Try again")
    assert at_work.answer("3a.1").part("law") == PartAnswer(value=3)
    assert not at_work.person.perceives("Not saved. What you entered")
    assert at_work.window.bar.saved_sign.said.startswith("Saved at")


def test_the_next_answer_takes_the_unsaved_one_along(at_work, jam):
    at_work.person.picks(LAW, "3 Moderate")
    jam.loosen()
    at_work.person.keys("PgDown", "4")
    assert at_work.answer("3a.1").part("law").value == 3
    assert at_work.answer("3a.2").part("practice").value == 4


def test_going_on_keeps_the_unsaved_answer_and_says_so_on_return(at_work, jam):
    at_work.person.picks(LAW, "3 Moderate")
    at_work.person.keys("PgDown", "PgUp")
    assert at_work.person.chosen(LAW)[0].startswith("3 Moderate")
    assert at_work.person.perceives("Not saved. What you entered is kept here")
    jam.loosen()


def test_one_stays_on_the_page_as_long_as_something_is_unsaved(at_work, jam):
    at_work.person.keys("C")
    type_text(QApplication.focusWidget(), "must not vanish")
    at_work.window.show_page("check")
    assert at_work.window.page_name == "answering"
    jam.loosen()
    at_work.window.show_page("check")
    assert at_work.window.page_name == "check"
    assert at_work.answer("3a.1").comment == "must not vanish"


def test_words_that_are_too_long_are_not_cut(at_work):
    at_work.person.keys("C")
    box = QApplication.focusWidget()
    box.insertPlainText("é" * 4003)
    at_work.page.pause()
    assert at_work.person.perceives("Too long by 3 characters")
    assert len(box.toPlainText()) == 4003
    assert at_work.answer("3a.1").empty
    for _letter in range(3):
        box.textCursor().deletePreviousChar()
    at_work.page.pause()
    assert len(at_work.answer("3a.1").comment) == 4000
    assert not at_work.person.perceives("Not saved. What you entered")
