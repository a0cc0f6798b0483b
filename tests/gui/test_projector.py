"""The window on the wall: pages in order, nothing before the reveal, no screen lost."""

import dataclasses

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication
from support.coresia_results import coresia

from spf_assess.desktop.models.projected import Step, Subject, leaf
from spf_assess.desktop.projector.window import Projector
from spf_assess.i18n import Words
from spf_assess.model import BENCHES, Constituency, Text, rotated

ITEM = "3e.1"


@pytest.fixture(scope="module")
def given():
    return coresia(sections=("3e",))


@pytest.fixture
def hidden(given):
    return Subject(given.questionnaire, given.questionnaire.item(ITEM), 1, rotated(1))


@pytest.fixture
def shown(given, hidden):
    return dataclasses.replace(hidden, comparisons=given.results.comparisons[ITEM])


@pytest.fixture
def wall(qtbot):
    found = Projector(Words("en"))
    qtbot.addWidget(found)
    found.resize(1920, 1080)
    found.show()
    return found


def press(wall, *keys):
    for key in keys:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(wall.stage, event)


def at(wall):
    assert wall.at is not None
    return wall.at[1]


def test_a_presenter_remote_goes_through_all_pages_and_back(wall, shown):
    wall.show_subject(shown)
    seen = [wall.at]
    for _turn in range(30):
        press(wall, Qt.Key.Key_PageDown)
        if wall.at != seen[-1]:
            seen.append(wall.at)
    assert seen == list(shown.steps())
    for _turn in range(30):
        press(wall, Qt.Key.Key_PageUp)
    assert wall.at == shown.steps()[0]


def test_nothing_of_the_positions_is_there_before_the_reveal(wall, hidden, qtbot):
    wall.show_subject(hidden)
    wanted = []
    wall.reveal_wanted.connect(wanted.append)
    for _turn in range(10):
        press(wall, Qt.Key.Key_PageDown)
    assert at(wall) is Step.LEVELS
    assert set(wanted) == {ITEM}
    for words in (Words("en"), Words("fr")):
        for part, step in hidden.steps():
            if step in (Step.QUESTION, Step.LEVELS):
                found = leaf(words, hidden, part, step)
                assert (found.places, found.result) == ((), "")
            else:
                with pytest.raises(LookupError):
                    leaf(words, hidden, part, step)


def test_all_groups_appear_at_once_and_the_rule_s_word_after_them(wall, hidden, shown):
    wall.show_subject(hidden)
    wall.reveal_wanted.connect(lambda _item: wall.show_subject(shown))
    while at(wall) is not Step.POSITIONS:
        press(wall, Qt.Key.Key_Space)
    part = wall.at[0]
    found = leaf(Words("en"), shown, part, Step.POSITIONS)
    assert [one.constituency for one in found.places] == list(shown.speaking)
    assert found.result == ""
    press(wall, Qt.Key.Key_Space)
    assert at(wall) is Step.RESULT
    assert leaf(Words("en"), shown, part, Step.RESULT).result


def test_b_blanks_the_wall_and_any_way_on_brings_it_back(wall, shown):
    wall.show_subject(shown)
    press(wall, Qt.Key.Key_B)
    assert wall.stage.blank
    picture = wall.stage.grab().toImage()
    assert picture.pixelColor(100, 100).name() == "#000000"
    press(wall, Qt.Key.Key_PageDown)
    assert not wall.stage.blank
    assert at(wall) is Step.QUESTION


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_is_said_in_words_and_names_nobody(wall, shown, given, language):
    words = Words(language)
    missing = (Constituency.EMPLOYERS,)
    subject = dataclasses.replace(
        shown, missing=missing, agreed=Text.of(en="Agreed so.", fr="Convenu ainsi.")
    )
    wall.speak(words)
    wall.show_subject(subject)
    for _turn in range(20):
        press(wall, Qt.Key.Key_PageDown)
    said = wall.stage.accessibleName()
    assert {"en": "Agreed so", "fr": "Convenu ainsi"}[language] in said
    for response in given.responses:
        assert response.respondent.organization not in said


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
def test_no_word_is_smaller_than_a_twenty_fifth_of_the_height(wall, shown, size):
    wall.resize(*size)
    wall.show_subject(shown)
    smallest = wall.stage._font(wall.stage._sizes()).pixelSize()
    assert smallest >= size[1] / 25 - 0.5


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
def test_the_levels_of_every_question_fit_on_two_pages(wall, given, size, language):
    wall.resize(*size)
    words, stage = Words(language), wall.stage
    sizes = stage._sizes()
    room = sizes.height - stage._top(sizes)
    for item in given.questionnaire.items():
        if not item.compared:
            continue
        subject = Subject(given.questionnaire, item, 1, BENCHES)
        for part in item.parts:
            levels = leaf(words, subject, part.name, Step.LEVELS).levels
            for half in (levels[:2], levels[2:]):
                tall = sum(stage._level_height(sizes, one) for one in half)
                assert tall <= room, (item.id, part.name)


def test_a_screen_that_goes_away_leaves_the_page_on_the_one_that_is_left(wall, shown):
    wall.show_subject(shown)
    press(wall, Qt.Key.Key_PageDown)
    before = wall.at
    screen = QGuiApplication.primaryScreen()
    wall.show_on(screen)
    assert wall.isFullScreen()
    told = []
    wall.went.connect(told.append)
    wall._screen_gone(screen)
    assert told == [True]
    assert not wall.isFullScreen()
    assert wall.isVisible()
    assert wall.at == before


def test_escape_closes_it_and_it_can_be_shown_again(wall, shown):
    wall.show_subject(shown)
    told = []
    wall.went.connect(told.append)
    press(wall, Qt.Key.Key_Escape)
    assert told == [False]
    wall.show_on(None)
    assert wall.isVisible()
    assert wall.at == shown.steps()[0]
