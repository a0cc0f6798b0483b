"""Questions a country added, on the page for answering: marked wherever they stand."""

import pytest
from support.answering import seat
from support.packs import write_pack
from support.person import type_text

from spf_assess.desktop.models.outline import Kind
from spf_assess.i18n import Words
from spf_assess.model import Constituency, PartAnswer, RespondentKind
from spf_assess.questionnaire import load_questionnaire
from spf_assess.questionnaire.packs import read_pack, with_pack

__all__ = ["seat"]


@pytest.fixture
def at_work(seat, tmp_path):
    pack = read_pack(write_pack(tmp_path / "coresia"))
    assert seat.hub.alone(
        tmp_path / "mine.spfa",
        constituency=Constituency.WORKERS,
        kind=RespondentKind.PERSON,
        questionnaire=with_pack(load_questionnaire(), pack),
    )
    seat.settle()
    return seat


def lines(seat):
    model = seat.page._outline._model
    return [model.line(row) for row in range(model.rowCount())]


def test_a_question_of_the_country_says_so_above_it(at_work):
    at_work.go("3e.1")
    assert not at_work.person.perceives("national question")
    at_work.go("3e.n1")
    assert at_work.person.perceives("national question")
    assert at_work.person.perceives("How far are island people reached?")
    at_work.speak(Words("fr"))
    assert at_work.person.perceives("question nationale")


def test_the_schemes_of_a_section_are_named_with_its_questions(at_work):
    at_work.go("3a.1")
    assert not at_work.person.perceives("National schemes")
    for item in ("3e.1", "3e.n1", "n1.1"):
        at_work.go(item)
        told = "National schemes: Islands Grant (Paid since 2019)."
        assert at_work.person.perceives(told)
    at_work.speak(Words("fr"))
    told = "Régimes nationaux\u00a0: Allocation des îles (Versée depuis 2019)."
    assert at_work.person.perceives(told)


def test_national_sections_stand_under_a_heading_of_their_own(at_work):
    found = lines(at_work)
    groups = [line.title for line in found if line.kind is Kind.GROUP]
    assert groups[-1] == "National questions"
    last = found[-1]
    assert (last.key, last.title) == ("n1", "Islands Grant")
    assert "National questions" in last.spoken


def test_a_national_question_is_marked_where_it_is_found(at_work):
    at_work.person.keys("Ctrl+F")
    type_text(at_work.page._outline._find, "island people")
    at_work.settle()
    hits = [line for line in lines(at_work) if line.kind is Kind.ITEM]
    assert [line.key for line in hits] == ["3e.n1"]
    assert hits[0].spoken.startswith("3e.n1, Island people (national question)")


def test_a_national_question_is_answered_like_any_other(at_work):
    at_work.go("n1.1")
    at_work.person.keys("2")
    assert at_work.answer("n1.1").part("value") == PartAnswer("region")
    at_work.go("3e.n1")
    at_work.person.keys("1")
    assert at_work.answer("3e.n1").part("law").value == 1


@pytest.mark.parametrize("item", ["3e.n1", "n1.1"])
def test_the_marks_fit_at_twice_the_text_size(at_work, item):
    from support.reading import clipped_texts

    at_work.window.resize(1024, 768)
    at_work.hub.choose_look(scale=2.0)
    at_work.go(item)
    at_work.settle()
    assert clipped_texts(at_work.window) == []
