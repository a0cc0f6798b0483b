"""Help beside a question: opened by key, read by keyboard, gone when it is closed."""

from dataclasses import replace

import pytest
from support.answering import seat

from spf_assess.desktop.pages.answering_question import QuestionPanel
from spf_assess.i18n import Words
from spf_assess.model import Constituency
from spf_assess.questionnaire import load_questionnaire

__all__ = ["seat"]

QUESTION = "3e.1"
FOLD = "Help with this question"


@pytest.fixture
def at_work(seat, tmp_path):
    seat.begin(tmp_path / "a.spfa", Constituency.WORKERS)
    seat.go(QUESTION)
    return seat


def told(text) -> str:
    return text["en"]


def guidance():
    found = load_questionnaire().item(QUESTION).guidance
    assert found is not None
    return found


def test_help_is_one_key_away_and_tells_everything_it_has(at_work):
    found = guidance()
    assert not at_work.person.perceives(told(found.why))
    at_work.person.keys("H")
    assert at_work.person.focused().startswith(FOLD)
    texts = (found.why, found.counts, found.found, found.misread, *found.sources)
    for text in (*texts, *found.brings.values()):
        assert at_work.person.perceives(told(text))


def test_what_ones_own_group_can_bring_comes_before_the_others(at_work):
    at_work.person.keys("H")
    heard = at_work.person.hears()
    order = (Constituency.WORKERS, Constituency.GOVERNMENT, Constituency.EMPLOYERS)
    whole = "\n".join(heard)
    places = [whole.index(told(guidance().brings[bench])) for bench in order]
    assert places == sorted(places)
    assert "What your group is best placed to bring" in heard


def test_background_knowledge_is_marked_and_nothing_else(at_work):
    at_work.person.keys("H")
    unsure = guidance().to_be_verified
    assert {"found", "misread", "sources"} >= unsure
    assert unsure
    marked = [name for name in at_work.person.hears() if "to be verified:" in name]
    assert len(marked) == len(unsure)
    assert at_work.person.perceives("“To be verified” marks what rests on")


def test_tab_stops_at_every_piece_of_the_help_and_then_goes_on(at_work):
    at_work.person.keys("H")
    stops = []
    for _step in range(8):
        at_work.person.keys("Tab")
        stops.append(at_work.person.focused().partition(":")[0].partition(",")[0])
    assert stops == [
        "Why it matters",
        "What counts as evidence",
        "Where it is usually found",
        "What your group is best placed to bring",
        "What the others are best placed to bring",
        "Common misreading",
        "Sources",
        "Evidence",
    ]


def test_closed_help_is_let_go_of(at_work):
    at_work.person.keys("H")
    at_work.person.keys("Tab", "H")
    assert at_work.person.focused().startswith(FOLD)
    assert at_work.page.sheet.panels[QUESTION].folds.shown("H").content is None
    at_work.person.keys("H")
    assert at_work.person.perceives(told(guidance().why))


def test_another_language_leaves_the_help_open_and_the_keyboard_in_it(at_work):
    at_work.person.keys("H", "Tab", "Tab")
    at_work.speak(Words("fr"))
    assert at_work.person.focused().startswith("Ce qui vaut élément probant")
    assert at_work.person.perceives(guidance().why["fr"])
    assert not at_work.person.perceives(told(guidance().why))
    assert at_work.person.perceives("«\u00a0À vérifier\u00a0» signale")


def test_help_stays_closed_while_one_goes_about(at_work):
    at_work.person.keys("H")
    at_work.person.keys("PgDown", "PgUp")
    assert not at_work.person.perceives(told(guidance().why))


def test_a_question_without_help_offers_none(qtbot):
    item = replace(load_questionnaire().item(QUESTION), guides={})
    panel = QuestionPanel(item, load_questionnaire(), Constituency.WORKERS)
    qtbot.addWidget(panel)
    panel.speak(Words("en"))
    assert panel.folds.shown("H") is None
    assert not panel.open_fold("H")


def test_observers_read_what_each_group_can_bring(seat, tmp_path):
    seat.begin(tmp_path / "o.spfa", Constituency.OBSERVERS)
    seat.go(QUESTION)
    seat.page.sheet.panels[QUESTION].folds.shown("H").open()
    assert seat.person.perceives("What each group is best placed to bring")
