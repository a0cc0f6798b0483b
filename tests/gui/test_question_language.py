"""The questions may speak another language than the window around them."""

import pytest
from support.answering import seat

from spf_assess.i18n import Words
from spf_assess.model import Text
from spf_assess.questionnaire import load_questionnaire

__all__ = ["seat"]

LABEL = load_questionnaire().item("3a.1").label


@pytest.fixture
def at_work(seat, tmp_path):
    seat.begin(tmp_path / "a.spfa")
    return seat


def test_french_questions_in_an_english_window(at_work):
    at_work.window.bar.content_wanted.emit("fr")
    at_work.settle()
    assert at_work.person.perceives(LABEL["fr"])
    assert at_work.person.perceives("Evidence")
    assert not at_work.person.perceives(LABEL["en"])


def test_the_choice_stays_when_the_window_changes_its_language(at_work):
    at_work.window.bar.content_wanted.emit("en")
    at_work.window.bar.language_wanted.emit("fr")
    at_work.settle()
    assert at_work.person.perceives(LABEL["en"])
    assert at_work.person.perceives("Éléments probants")


def test_as_the_interface_is_the_way_back(at_work):
    at_work.window.bar.content_wanted.emit("fr")
    at_work.window.bar.content_wanted.emit("")
    at_work.settle()
    assert at_work.person.perceives(LABEL["en"])


def test_it_is_offered_only_where_questions_are(at_work):
    assert at_work.person.perceives("Language of the questions")
    at_work.window.show_start()
    at_work.settle()
    assert not at_work.person.perceives("Language of the questions")


def test_it_ends_with_the_consultation(at_work):
    at_work.window.bar.content_wanted.emit("fr")
    at_work.hub.close()
    assert at_work.hub.words.content == ""


def test_a_text_that_is_not_translated_is_told_in_the_language_of_the_window():
    words = Words("fr", "pt")
    assert words.text(Text.of(en="yes", fr="oui", pt="sim")) == "sim"
    assert words.text(Text.of(en="yes", fr="oui")) == "oui"
    assert words.text(Text.of(en="yes", fr="oui", pt="")) == "oui"
