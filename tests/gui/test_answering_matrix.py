"""The assessment matrix in the window: a draft is taken over, and can be taken back."""

import pytest
from PySide6.QtWidgets import QApplication
from support.answering import seat
from support.person import type_text

from spf_assess.i18n import Words
from spf_assess.model import (
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Grade,
    PartAnswer,
)
from spf_assess.questionnaire import load_questionnaire

__all__ = ["seat"]

MATRIX, TAKE = "abnd.5b", "Take over from your answers"
ACT = Evidence(EvidenceKind.LAW, Grade.B, "Children's Act", "art. 4", "2019")


def rated(law, practice, **more):
    parts = {"law": PartAnswer(law), "practice": PartAnswer(practice)}
    return Answer("5b.1", parts=parts, **more)


@pytest.fixture
def at_matrix(seat, tmp_path):
    seat.begin(tmp_path / "a.spfa", Constituency.WORKERS)
    assert seat.hub.answer(
        rated(
            3,
            2,
            evidence=(ACT,),
            comment="Paid since 2019.",
            follow_ups={"F1": "Families in the north"},
        )
    )
    seat.go(MATRIX)
    return seat


def written(seat, part):
    return seat.answer(MATRIX).part(part).value


def test_empty_fields_are_filled_from_what_was_answered(at_matrix):
    at_matrix.person.presses(TAKE)
    exists = written(at_matrix, "exists").splitlines()
    assert exists[0].startswith("Basic income security for children, in law: level 3, ")
    assert exists[1:] == ["Paid since 2019.", "Sources: Children's Act, art. 4 (2019)"]
    assert "Families in the north" in written(at_matrix, "implementation_issues")
    assert written(at_matrix, "options") is None
    assert at_matrix.person.perceives("2 empty fields were filled from your answers.")


def test_what_is_written_already_stays(at_matrix):
    panel = at_matrix.page.sheet.panels[MATRIX]
    panel.field.go_to("exists")
    type_text(QApplication.focusWidget(), "Ours – à nous")
    at_matrix.person.presses(TAKE)
    assert written(at_matrix, "exists") == "Ours – à nous"
    assert written(at_matrix, "implementation_issues")
    assert at_matrix.person.perceives("1 empty field was filled from your answers.")


@pytest.mark.parametrize("in_a_box", [False, True])
def test_one_key_takes_the_whole_draft_back(at_matrix, in_a_box):
    at_matrix.person.presses(TAKE)
    if in_a_box:
        at_matrix.page.sheet.panels[MATRIX].field.go_to("exists")
    at_matrix.person.keys("Ctrl+Z")
    assert at_matrix.answer(MATRIX).empty
    label = load_questionnaire().item(MATRIX).part("exists").label["en"]
    assert at_matrix.person.value_of(label) == ""
    assert not at_matrix.person.perceives("empty fields were filled")
    at_matrix.person.keys("Ctrl+Y")
    assert written(at_matrix, "exists")


def test_in_a_box_undo_is_for_the_letters_typed_there(at_matrix):
    at_matrix.person.presses(TAKE)
    draft = written(at_matrix, "exists")
    at_matrix.page.sheet.panels[MATRIX].field.go_to("exists")
    type_text(QApplication.focusWidget(), "x")
    at_matrix.person.keys("Ctrl+Z")
    at_matrix.page.pause()
    assert written(at_matrix, "exists") == draft


def test_pressing_again_says_that_nothing_is_changed(at_matrix):
    at_matrix.person.presses(TAKE)
    before = at_matrix.answer(MATRIX)
    at_matrix.person.presses(TAKE)
    assert at_matrix.answer(MATRIX) == before
    assert at_matrix.person.perceives("Nothing was changed")


def test_without_answers_it_says_what_to_answer_first(at_matrix):
    at_matrix.go("abnd.5c")
    at_matrix.person.presses(TAKE)
    assert at_matrix.answer("abnd.5c").empty
    assert at_matrix.person.perceives("There is nothing to take over yet")


def test_words_of_the_moment_are_taken_over_too(at_matrix):
    at_matrix.go("5b.1")
    at_matrix.page.sheet.panels["5b.1"].open_comment()
    type_text(QApplication.focusWidget(), " And more.")
    at_matrix.go(MATRIX)
    at_matrix.person.presses(TAKE)
    assert "And more." in written(at_matrix, "exists")


def test_the_draft_is_in_the_language_one_answers_in(at_matrix):
    at_matrix.speak(Words("fr"))
    at_matrix.person.presses("Reprendre de vos réponses")
    assert "en droit\u00a0: niveau 3, Intermédiaire." in written(at_matrix, "exists")
    assert at_matrix.person.perceives("2 champs vides ont été remplis")
    at_matrix.speak(Words("en"))
    assert at_matrix.person.perceives("2 empty fields were filled")
    assert "en droit" in written(at_matrix, "exists")


def test_other_questions_and_observers_are_offered_no_draft(at_matrix, tmp_path):
    at_matrix.go("3a.5")
    assert not at_matrix.person.perceives(TAKE)
    at_matrix.hub.close()
    at_matrix.begin(tmp_path / "o.spfa", Constituency.OBSERVERS)
    at_matrix.go(MATRIX)
    assert not at_matrix.person.perceives(TAKE)
