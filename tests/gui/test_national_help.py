"""Help with questions a country added: beside the question, and where one looks."""

import pytest
from support.answering import seat
from support.packs import HELPED, write_pack
from support.person import type_text

from spf_assess.desktop.models.library import Library
from spf_assess.i18n import Words
from spf_assess.model import Constituency, RespondentKind
from spf_assess.questionnaire import load_questionnaire
from spf_assess.questionnaire.packs import read_pack, with_pack
from spf_assess.reading import Kind

__all__ = ["seat"]

TOLD = (
    ("Boats are few.", "Les bateaux sont rares."),
    ("A decree on offices.", "Un décret sur les bureaux."),
    ("In the harbour register.", "Dans le registre du port."),
    ("They know the crossings.", "Ils font la traversée."),
    ("It knows the offices.", "Il connaît les bureaux."),
    ("A rock is no island.", "Un rocher n'est pas une île."),
    ("Islands Act, s. 4", "Loi sur les îles, art. 4"),
)


@pytest.fixture
def at_work(seat, tmp_path):
    pack = read_pack(write_pack(tmp_path / "coresia", **HELPED))
    assert seat.hub.alone(
        tmp_path / "mine.spfa",
        constituency=Constituency.WORKERS,
        kind=RespondentKind.PERSON,
        questionnaire=with_pack(load_questionnaire(), pack),
    )
    seat.settle()
    return seat


def test_help_of_the_country_is_told_beside_its_question(at_work):
    at_work.go("3e.n1")
    assert not at_work.person.perceives(TOLD[0][0])
    at_work.person.keys("H")
    for english, _ in TOLD:
        assert at_work.person.perceives(english)
    marked = [name for name in at_work.person.hears() if "to be verified:" in name]
    assert len(marked) == 1
    assert "In the harbour register." in marked[0]
    at_work.speak(Words("fr"))
    for english, french in TOLD:
        assert at_work.person.perceives(french)
        assert not at_work.person.perceives(english)


def test_a_national_question_without_help_offers_none(at_work):
    at_work.go("3e.n1")
    assert at_work.page.sheet.panels["3e.n1"].folds.shown("H") is not None
    at_work.go("n1.1")
    panel = at_work.page.sheet.panels["n1.1"]
    assert panel.folds.shown("H") is None
    assert not panel.open_fold("H")


def test_official_help_stays_as_it_is(at_work):
    at_work.go("3e.1")
    at_work.person.keys("H")
    official = load_questionnaire().item("3e.1").guidance
    assert at_work.person.perceives(official.why["en"])
    assert not at_work.person.perceives(TOLD[0][0])


def test_help_goes_with_the_file_and_not_with_the_folder(at_work, tmp_path):
    import shutil

    shutil.rmtree(tmp_path / "coresia")
    at_work.hub.close()
    assert at_work.hub.open(tmp_path / "mine.spfa")
    at_work.settle()
    at_work.go("3e.n1")
    at_work.person.keys("H")
    assert at_work.person.perceives(TOLD[0][0])


@pytest.mark.parametrize(
    ("language", "asked"), [("en", "wharves"), ("fr", "rocher"), ("fr", "wharves")]
)
def test_help_of_the_country_is_found_and_read(at_work, language, asked):
    at_work.speak(Words(language))
    at_work.person.keys("F3")
    at_work.settle()
    page = at_work.window.page("read")
    at_work.person.keys("Ctrl+F")
    type_text(page.window().focusWidget(), asked)
    at_work.settle()
    found = Library.of(at_work.hub).search.find(asked, language)
    assert [hit.id for hit in found.of(Kind.GUIDANCE)] == ["3e.n1"]
    at_work.person.keys("Down")
    at_work.settle()
    place = 0 if language == "en" else 1
    for told in TOLD:
        assert at_work.person.perceives(told[place])
