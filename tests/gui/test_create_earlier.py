"""Starting a consultation that follows an earlier one, as a person would."""

import pytest
from support.collected import collect
from support.person import Person
from support.reading import settle
from support.window import window_at

from spf_assess.consultation import Consultation, renewing
from spf_assess.desktop.settings import Settings, save
from spf_assess.i18n import Words
from spf_assess.model import BENCHES, Action, Constituency, Text
from spf_assess.questionnaire import load_questionnaire


@pytest.fixture(params=["en", "fr"])
def opened(request, qtbot, config):
    save(config, Settings(language=request.param))
    window = window_at(config, language=request.param)
    qtbot.addWidget(window)
    window.resize(1024, 1000)
    window.show()
    window.show_page("create")
    settle()
    yield window, Person(window), Words(request.param)
    window.hub.close()


@pytest.fixture
def last(tmp_path):
    """Last year's consultation of four seats and one action."""
    made, _seats = collect(tmp_path)
    made.decide(Action("", "Extend coverage", what="Register own-account workers"))
    made.close()
    return made.path


def test_seats_positions_and_actions_of_last_year_are_taken_over(
    opened, last, tmp_path
):
    window, person, say = opened
    before = last.read_bytes()
    window.hub.files.next = [last, tmp_path / "next.spfa"]
    person.presses(say("Choose the earlier file…"))
    assert person.perceives(say.plural("{number} seat", "{number} seats", 4))
    assert person.perceives(say("Actions to follow up: {number}", number=1))
    assert not person.perceives(say("Country in English"))
    person.types(say("Title in English"), "Coresia 2027")
    person.types(say("Title in French"), "Corésie 2027")
    person.presses(say("Create the file…"))
    found = window.hub.consultation
    assert found.header.title == Text.of(en="Coresia 2027", fr="Corésie 2027")
    assert found.before.title == Text.of(
        en="Coresia, consultation 2026", fr="Corésie, consultation 2026"
    )
    assert [one.before.what for one in found.earlier_actions()] == [
        "Register own-account workers"
    ]
    groups = [one.constituency for one in found.respondents()]
    assert sorted(groups) == sorted([*BENCHES, Constituency.EMPLOYERS])
    assert found.responses() == ()
    assert last.read_bytes() == before


def test_one_can_think_better_of_it(opened, last, tmp_path):
    window, person, say = opened
    window.hub.files.next = [last]
    person.presses(say("Choose the earlier file…"))
    person.presses(say("Follow none"))
    assert person.perceives(say("Country in English"))
    assert not person.perceives(say("Actions to follow up: {number}", number=1))


def test_a_group_s_own_file_is_refused_with_the_reason(opened, tmp_path):
    window, person, say = opened
    own = tmp_path / "own.spfa"
    Consultation.alone(own, constituency=Constituency.WORKERS).close()
    window.hub.files.next = [own]
    person.presses(say("Choose the earlier file…"))
    assert person.perceives("[C-190]")
    assert person.perceives(say("Country in English"))


def test_questions_that_cannot_be_compared_are_named(opened, last, monkeypatch):
    window, person, say = opened
    now = {
        item: meaning
        for item, meaning in renewing.meanings(load_questionnaire()).items()
        if item not in {"3a.2", "5b.1"}
    }
    monkeypatch.setattr(renewing, "meanings", lambda _questionnaire: now)
    window.hub.files.next = [last]
    person.presses(say("Choose the earlier file…"))
    gone = say.context("question", "no longer asked")
    told = say("Questions – {what}: {number}", what=gone, number=2)
    assert person.perceives(told + " (3a.2, 5b.1)")
