"""Several texts in one question: each with a box, a name and a no-answer of its own."""

import pytest
from PySide6.QtWidgets import QApplication
from support.answering import item_of, lay

from spf_assess.desktop.fields.texts import TextsField
from spf_assess.i18n import Words
from spf_assess.model import COMMENT_LIMIT, ItemKind, NoAnswer, Part, PartAnswer, Text

__all__ = ["lay"]

EXISTS, PLANNED = "What exists?", "What is planned?"


@pytest.fixture
def table(lay):
    parts = (
        Part("exists", Text.of(en=EXISTS, fr="Qu'est-ce qui existe ?")),
        Part("planned", Text.of(en=PLANNED, fr="Qu'est-ce qui est prévu ?")),
    )
    return lay(item_of("3a.4", kind=ItemKind.TEXTS, parts=parts))


def test_every_text_has_a_box_under_its_own_name(table):
    assert isinstance(table.field, TextsField)
    table.person.types(EXISTS, "Deux régimes – l'un « universel »")
    table.person.types(PLANNED, "Rien")
    assert table.typed == {
        "exists": PartAnswer("Deux régimes – l'un « universel »"),
        "planned": PartAnswer("Rien"),
    }
    assert not table.given


def test_an_answer_is_shown_without_telling_anyone(table):
    table.show(
        ("exists", PartAnswer("One scheme")),
        ("planned", PartAnswer(no_answer=NoAnswer.NOT_APPLICABLE, reason="No plan")),
    )
    assert table.person.value_of(EXISTS) == "One scheme"
    assert table.person.chosen(PLANNED) == ["Not applicable"]
    why = f"Why is it not applicable? {PLANNED}"
    assert table.person.value_of(why) == "No plan"
    assert not table.given
    assert not table.typed


def test_a_no_answer_stands_for_one_text_only_and_takes_its_place(table):
    table.show(("exists", PartAnswer("One")), ("planned", PartAnswer("Two")))
    table.person.picks(PLANNED, "Don't know")
    assert table.given == {"planned": PartAnswer(no_answer=NoAnswer.DONT_KNOW)}
    assert table.person.value_of(PLANNED) == ""
    assert table.person.value_of(EXISTS) == "One"


def test_writing_takes_a_no_answer_back(table):
    table.show(("planned", PartAnswer(no_answer=NoAnswer.DONT_KNOW)))
    table.person.types(PLANNED, "A draft law")
    assert table.typed["planned"] == PartAnswer("A draft law")
    assert table.person.chosen(PLANNED) == []


def test_a_key_means_the_text_one_is_at(table):
    table.show(("exists", PartAnswer(no_answer=NoAnswer.DONT_KNOW)))
    table.field.go_to("planned")
    assert table.person.focused() == PLANNED
    assert table.field.press("P")
    assert table.given["planned"] == PartAnswer(no_answer=NoAnswer.PREFERS_NOT)
    assert table.person.focused() == "Prefer not to answer"
    assert not table.field.press("1")


def test_the_keyboard_begins_at_the_first_text_without_an_answer(table):
    table.show(("exists", PartAnswer("One")))
    table.field.first().setFocus()
    assert table.person.focused() == PLANNED


def test_one_text_can_be_cleared_by_name(table):
    table.show(("exists", PartAnswer("One")), ("planned", PartAnswer("Two")))
    table.person.presses(f"Clear the answer: {EXISTS}")
    assert table.given == {"exists": PartAnswer()}
    assert table.person.focused() == EXISTS


def test_what_is_too_long_stays_and_is_told(table):
    table.show(("planned", PartAnswer("x" * COMMENT_LIMIT)))
    assert table.person.perceives("Room for 0 more characters.")
    table.person.types(PLANNED, "yz")
    assert table.person.perceives("Too long by 2 characters")
    assert len(table.typed["planned"].value) == COMMENT_LIMIT + 2


def test_the_language_changes_names_and_nothing_that_is_written(table):
    table.show(("exists", PartAnswer("One scheme")))
    table.field.go_to("exists")
    before = QApplication.focusWidget()
    table.speak(Words("fr"))
    assert table.person.value_of("Qu'est-ce qui existe ?") == "One scheme"
    assert QApplication.focusWidget() is before
    assert not table.given
