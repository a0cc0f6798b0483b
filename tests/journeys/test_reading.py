"""Someone looks things up by keyboard alone, with and without a response open.

Everything is found by the name a screen reader would say, in both languages.
"""

import pytest
from PySide6.QtWidgets import QApplication
from support.answering import Reader
from support.person import ROLE, name_of, type_text
from support.window import window_at

from spf_assess.consultation import Consultation
from spf_assess.i18n import Words
from spf_assess.model import Constituency, RespondentKind
from spf_assess.questionnaire import load_questionnaire, load_recommendation


class Looker:
    """A person in front of the reading page, in one language."""

    def __init__(self, window, language):
        self.window, self.say = window, Words(language)
        self.person = Reader(window)

    @property
    def page(self):
        return self.window.page("read")

    @property
    def panel(self):
        """What is read beside the list."""
        return self.page.view.panel

    def looks_for(self, text):
        """Go to the search field by its key and type."""
        self.person.keys("Ctrl+F")
        label = self.say("Find in questions, Recommendation and glossary")
        assert self.person.focused() == label
        type_text(QApplication.focusWidget(), text)
        self.person.settle()

    def lines(self):
        """Return what is listed, as it is read out."""
        return [
            name_of(node) for node in self.person.tree() if node.role() == ROLE.ListItem
        ]

    def stands_on(self, start):
        """Press Down until the line that begins like this is chosen."""
        for _step in range(60):
            view = self.page.view.list
            if str(view.currentIndex().data()).startswith(start):
                return
            self.person.keys("Down")
        raise AssertionError(f"{start!r} is not among {self.lines()}")

    def reads(self, text):
        """Whether a text stands somewhere on the page."""
        return self.person.perceives(text)


@pytest.fixture(params=["en", "fr"])
def looker(request, qtbot, config):
    window = window_at(config, language=request.param, noting=False)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    yield Looker(window, request.param)
    window.hub.close()


@pytest.fixture
def response(looker, tmp_path):
    """The answers of a workers' group, open."""
    made = Consultation.alone(
        tmp_path / "mine.spfa",
        constituency=Constituency.WORKERS,
        kind=RespondentKind.BENCH,
    )
    looker.window.hub.take(made)
    looker.person.settle()
    return made


def test_a_word_is_looked_up_from_the_start_page_and_back(looker):
    say, person = looker.say, looker.person
    assert looker.window.page_name == "start"
    person.keys("F3")
    assert looker.window.page_name == "read"
    looker.looks_for("perennite")
    said = say.plural("{number} place found", "{number} places found", 5)
    numbers = [name for name in person.hears() if name.endswith(said.split(" ", 1)[1])]
    assert numbers
    joined = " | ".join(looker.lines())
    both = {
        "en": ("financial, fiscal and economic sustainability with", "Paragraph 11(1)"),
        "fr": ("pérennité financière", "Paragraphe 11\u00a0(1)"),
    }[say.language]
    assert all(one in joined for one in both)
    person.keys("F3")
    assert looker.window.page_name == "start"


def test_a_paragraph_is_read_in_both_languages_and_leads_to_its_questions(looker):
    say, person = looker.say, looker.person
    person.keys("F3")
    looker.looks_for("3(e)")
    person.keys("Down")
    looker.stands_on(
        {
            "en": "social inclusion, including of persons",
            "fr": "inclusion sociale, y compris des personnes",
        }[say.language]
    )
    assert looker.reads("(e) social inclusion, including of persons")
    assert looker.reads("e) inclusion sociale, y compris des personnes")
    assert looker.reads(say("Both texts are authoritative."))
    item = load_questionnaire().item("3e.1")
    person.tabs_to(f"3e.1  {say.text(item.short)}")
    person.keys("Space")
    assert looker.reads(say.text(item.label))
    assert looker.reads(say.text(item.parts[0].levels[3]))
    assert looker.reads(say("In law"))
    assert not looker.reads(say("Go to this question"))
    person.tabs_to(say("What was shown before"))
    person.keys("Space")
    assert looker.reads("(e) social inclusion, including of persons")


def test_a_question_opens_where_it_is_answered(looker, response):
    say, person = looker.say, looker.person
    looker.window.show_page("answering", "3a.1")
    person.keys("F3")
    looker.looks_for("3e.1")
    person.keys("Return")
    looker.stands_on("3e.1")
    assert looker.reads(say("Go to this question"))
    person.keys("Return")
    assert looker.window.page_name == "answering"
    assert looker.window.page("answering").here == "3e.1"


def test_a_question_that_one_is_not_asked_is_only_read(looker, response):
    asked = {
        item.id
        for item in load_questionnaire().items()
        if Constituency.WORKERS not in item.asked_of
    }
    assert asked
    looker.person.keys("F3")
    looker.looks_for(min(asked))
    looker.person.keys("Down")
    assert looker.reads(looker.say("Question {id}", id=min(asked)))
    assert not looker.reads(looker.say("Go to this question"))
    looker.person.keys("Return")
    assert looker.window.page_name == "read"


def test_one_goes_back_to_the_question_one_came_from(looker, response):
    looker.window.show_page("answering", "3g.1")
    looker.person.keys("F3")
    looker.person.presses(looker.say("Back"))
    assert looker.window.page_name == "answering"
    assert looker.window.page("answering").here == "3g.1"


def test_the_glossary_explains_a_term_with_its_words_in_both_languages(looker):
    say, person = looker.say, looker.person
    person.keys("F3", "Ctrl+4")
    assert person.focused() == say("Find a term")
    type_text(QApplication.focusWidget(), "viab")
    person.settle()
    assert len(looker.lines()) == 1
    assert looker.reads(say("Term of the Recommendation"))
    assert any("viabilité (" in name for name in person.hears())
    person.tabs_to(
        {"en": "Paragraph 11(1)", "fr": "Paragraphe 11\u00a0(1)"}[say.language]
    )
    person.keys("Space")
    assert looker.reads("assurer la viabilité financière")


def test_terms_of_a_question_unfold_with_the_keyboard(looker):
    say, person = looker.say, looker.person
    person.keys("F3")
    looker.looks_for("3e.1")
    person.keys("Down")
    head = next(
        name for name in person.hears() if name.startswith(say("Terms used here"))
    )
    person.tabs_to(head)
    person.keys("Space")
    means = {
        "en": "informal economy: Work and economic units",
        "fr": "économie informelle\u00a0: Travail et unités économiques",
    }[say.language]
    assert any(name.startswith(means) for name in person.hears())


def test_the_index_shows_every_paragraph_and_how_many_ask_about_it(looker):
    say, person = looker.say, looker.person
    person.keys("F3", "Ctrl+3")
    assert looker.lines()[0].startswith("1, ")
    listed = looker.page.view.list.model().rowCount()
    assert listed > len(load_recommendation().by_reference)
    person.keys("End")
    assert "24(2)" in looker.panel.address.id
    person.keys("Home")
    looker.stands_on({"en": "3(c)", "fr": "3\u00a0c)"}[say.language])
    assert looker.reads("(c) adequacy and predictability of benefits;")


def test_the_whole_text_stands_side_by_side_with_what_was_filled_in_marked(looker):
    person = looker.person
    person.keys("F3", "Ctrl+2")
    heard = person.hears()
    assert "English" in heard
    for provision in load_recommendation().provisions:
        for language in ("en", "fr"):
            assert any(provision.text[language] in name for name in heard)
    remark = looker.say(
        "Not in the Provisional Record used here; added from the adopted text."
    )
    added = [
        one
        for one in load_recommendation().provisions
        if one.not_from_record and not one.added["en"]
    ]
    assert heard.count(remark) == len(added) > 5
    person.clicks(
        [
            node
            for node in person.tree()
            if node.role() == ROLE.RadioButton and name_of(node) == "Français"
        ][-1]  # the first is the window's language
    )
    assert not looker.reads("This Recommendation provides guidance to Members to:")


def test_the_language_changes_and_everything_stays_where_it_was(looker):
    person = looker.person
    person.keys("F3")
    looker.looks_for("11(1)")
    person.keys("Down", "Ctrl+L")
    other = Words("fr" if looker.say.language == "en" else "en")
    assert looker.panel.address.id == "11(1)"
    name = {"en": "Paragraph 11(1)", "fr": "Paragraphe 11\u00a0(1)"}[other.language]
    assert looker.reads(name)
    assert looker.page.view.field.text() == "11(1)"


def test_hostile_words_do_no_harm(looker):
    person = looker.person
    person.keys("F3")
    looker.looks_for('"<img src="file:///x"> OR NEAR( * é')
    assert looker.window.page_name == "read"
    person.keys("Down", "Return", "Escape")
    looker.page.view.field.clear()
    person.settle()
    assert looker.lines() == []


def test_where_there_is_little_room_the_list_and_what_is_read_take_turns(looker):
    say, person, window = looker.say, looker.person, looker.window
    window.hub.look.choose(scale=2.0)
    window.resize(1024, 768)
    try:
        person.keys("F3")
        looker.looks_for("3(e)")
        person.keys("Down", "Return")
        assert person.focused() == say("Back to the list")
        assert looker.reads("(e) social inclusion")
        assert not looker.lines()
        person.keys("Space")
        assert looker.lines()
        person.keys("Return", "Escape")
        assert looker.lines()
    finally:
        window.hub.look.choose("light", 1.0)
