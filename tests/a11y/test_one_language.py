"""No word of the other language in any window: every tab, and the wall of the room."""

import dataclasses

import pytest
from support.collected import collect
from support.coresia_results import coresia
from support.person import Person
from support.reading import settle
from support.tongues import left_in
from support.window import window_at

from spf_assess.desktop.models.projected import Subject
from spf_assess.desktop.pages.facilitator_views import TABS, place_of
from spf_assess.desktop.projector.window import Projector
from spf_assess.i18n import Words
from spf_assess.model import Action, Constituency, rotated

LANGUAGES = ("en", "fr")


def other(language):
    return LANGUAGES[1 - LANGUAGES.index(language)]


@pytest.fixture
def window(qtbot, config):
    window = window_at(config, noting=False)
    qtbot.addWidget(window)
    window.resize(1366, 900)
    window.show()
    yield window
    window.hub.close()


@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.long), "fr"])
def test_every_tab_of_the_facilitator_speaks_one_language(window, tmp_path, language):
    made, _seats = collect(tmp_path)
    made.close_round()
    made.rank(Constituency.WORKERS, ("3e", "5c", "3a"))
    made.decide(Action("", objective="Xyz", what="Xyz", language=language))
    window.hub.take(made)
    window.hub.speak(Words(language))
    page, found = window.page("facilitator"), {}
    for tab in TABS:
        page.go_to(place_of(tab.name))
        settle()
        heard = "\n".join(Person(window).hears())
        assert len(heard) > 100
        found[tab.name] = left_in(heard, language)
    view = page.view("decisions")
    page.go_to(place_of("decisions"))
    for part in ("actions", "then"):
        view.go_to(part)
        settle()
        found[part] = left_in("\n".join(Person(window).hears()), language)
    assert {name: left for name, left in found.items() if left} == {}
    heard = "\n".join(Person(window).hears())
    assert left_in(heard, other(language)), "the detector is alive"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wall_of_the_room_speaks_one_language(qtbot, language):
    wall = Projector(Words(language))
    qtbot.addWidget(wall)
    wall.resize(1920, 1080)
    wall.show()
    given = coresia(sections=("3e",))
    item = given.questionnaire.item("3e.1")
    hidden = Subject(given.questionnaire, item, 1, rotated(1))
    shown = dataclasses.replace(hidden, comparisons=given.results.comparisons[item.id])
    heard = []
    for subject in (hidden, shown):
        wall.show_subject(subject)
        for part, step in subject.steps():
            if subject is shown or not step.shows_positions:
                wall.go_to(part, step)
                heard.append(wall.stage.accessibleName())
    assert len(heard) > 4
    assert left_in("\n".join(heard), language) == []
    wall.speak(Words(language), Words(other(language)))
    assert left_in(wall.stage.accessibleName(), language), "the detector is alive"
