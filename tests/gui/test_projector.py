"""The window on the wall: pages in order, nothing before the reveal, no screen lost."""

import dataclasses
from itertools import product

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication
from support.coresia_results import coresia
from support.room import beyond_the_longest

from spf_assess.desktop.models.projected import Place, Step, Subject, both, leaf
from spf_assess.desktop.projector.face import Face, _joined, wide
from spf_assess.desktop.projector.scale import Scale
from spf_assess.desktop.projector.window import Projector
from spf_assess.i18n import Words, constituency_name
from spf_assess.model import (
    BENCHES,
    rotated,
)

ITEM = "3e.1"
GOVERNMENT, EMPLOYERS, WORKERS = BENCHES


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
                assert (found.places, found.finding) == ((), None)
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
    assert found.finding is None
    press(wall, Qt.Key.Key_Space)
    assert at(wall) is Step.RESULT
    assert leaf(Words("en"), shown, part, Step.RESULT).finding.result


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
def test_every_page_is_said_in_words_and_names_nobody(wall, given, language):
    words = Words(language)
    wall.speak(words)
    wall.show_subject(beyond_the_longest(given))
    heard = [wall.stage.accessibleName()]
    for _turn in range(20):
        press(wall, Qt.Key.Key_PageDown)
        heard.append(wall.stage.accessibleName())
    said = " ".join(heard)
    for part in {
        "en": ("Agreed so", "no answer handed in", "Not agreed by: Workers", "2½ to 1"),
        "fr": (
            "Convenu ainsi",
            "aucune réponse remise",
            "Non convenu par\u00a0: Travailleurs",
            "2½ à 1",
        ),
    }[language]:
        assert part in said
    assert "Pas en zone rurale" in said
    for response in given.responses:
        who = response.respondent
        assert not who.organization or who.organization not in said
    told = QAccessible.queryAccessibleInterface(wall.stage)
    assert told.role() is QAccessible.Role.StaticText
    assert told.text(QAccessible.Text.Name) == heard[-1]


def page_of(words, subject, part, step, also=None):
    """A page in one language, or in two."""
    page = leaf(words, subject, part, step)
    if also is None:
        return page
    return both((words, page), (also, leaf(also, subject, part, step)))


@pytest.mark.parametrize("language", ["en", "fr", "both"])
@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (1280, 720)])
def test_no_page_of_any_question_is_cut_or_smaller_than_a_25th(
    wall, given, size, language
):
    wall.resize(*size)
    also = Words("fr") if language == "both" else None
    words, stage = Words("fr" if language == "fr" else "en"), wall.stage
    worst = beyond_the_longest(given)
    benches = set(BENCHES)
    for item in given.questionnaire.items():
        if not item.compared or not benches <= set(item.asked_of):
            continue
        found = worst.comparisons["practice"]
        shown = {part.name: found for part in item.parts}
        subject = dataclasses.replace(worst, item=item, comparisons=shown, movements=())
        for part, step in subject.steps():
            page = page_of(words, subject, part, step, also)
            setting = stage.setting(words, page)
            assert setting.face.body >= size[1] / 25
            room = stage._foot - stage._top(page)
            for sheet in setting.sheets:
                tall = sum(one.height(setting.face, stage._width) for one in sheet)
                assert tall <= room, (item.id, part, step)
            if step in (Step.POSITIONS, Step.RESULT):
                assert len(setting.sheets) == 1  # all groups at once, with the result
    assert len(leaf(words, worst, "practice", Step.POSITIONS).question) > 250


@pytest.mark.parametrize("two", [False, True])
def test_names_of_groups_never_touch(wall, given, two):
    def name_of(bench):
        names = [constituency_name(Words(one), bench) for one in ("fr", "en")]
        return "\n".join(names if two else names[:1])

    positions = beyond_the_longest(given).comparisons["practice"].positions
    for width in (1024.0, 1920.0):
        face = Face(768)
        for levels in product((1.0, 1.5, 2.0, 2.5, 4.0), repeat=3):
            places = tuple(
                Place(one.constituency, name_of(one.constituency), at, "")
                for one, at in zip(positions, levels, strict=True)
            )
            rows = {}
            for left, text, row in Scale((), places, ("G", "E", "T"))._names(
                face, width
            ):
                lines = text.split("\n")
                right = left + max(wide(face.font(bold=True), one) for one in lines)
                assert len(lines) == (2 if two else 1)
                assert left >= 0
                assert right <= width
                for start, end in rows.setdefault(row, []):
                    assert right < start or left > end
                rows[row].append((left, right))


def test_what_leads_is_not_left_alone_at_the_foot_of_a_sheet(wall, given):
    wall.resize(1024, 768)
    words, subject = Words("fr"), beyond_the_longest(given)
    page = leaf(words, subject, "practice", Step.OUTCOME)
    sheets = wall.stage.setting(words, page).sheets
    assert len(sheets) > 1
    assert not any(sheet[-1].leads for sheet in sheets)
    set_ = " ".join(one.text for sheet in sheets for one in sheet)
    for one in page.outcome:
        assert " ".join(one.text.split()) in " ".join(set_.split())


def test_two_languages_stand_one_above_the_other_and_are_both_heard(wall, given):
    wall.speak(Words("en"), Words("fr"))
    wall.show_subject(beyond_the_longest(given))
    heard, sheets = [wall.stage.accessibleName()], set()
    for _turn in range(40):
        press(wall, Qt.Key.Key_PageDown)
        heard.append(wall.stage.accessibleName())
        sheets.add((wall.at, wall.sheet))
    said = " ".join(heard)
    for part in (
        "How far is basic income security",
        "Dans quelle mesure la sécurité",
        "no answer handed in",
        "aucune réponse remise",
        "Not agreed by: Workers",
        "Non convenu par\u00a0: Travailleurs",
    ):
        assert part in said
    outcome = page_of(
        Words("en"), wall.subject, "practice", Step.OUTCOME, also=Words("fr")
    )
    told = [
        one.text
        for sheet in wall.stage.setting(Words("en"), outcome).sheets
        for one in sheet
    ]
    quoted = " ".join(told)
    assert quoted.count("Nous avons lu le décret. " * 4) == 1, "own words stand once"
    wall.speak(Words("fr"))
    assert "Government" not in wall.stage.accessibleName()


def test_before_the_reveal_two_languages_tell_no_more_than_one(wall, hidden):
    wall.speak(Words("fr"), Words("en"))
    wall.show_subject(hidden)
    for _turn in range(12):
        press(wall, Qt.Key.Key_PageDown)
    assert at(wall) is Step.LEVELS
    wall.go_to("practice", Step.RESULT)
    assert at(wall) is Step.LEVELS


def test_going_on_at_the_end_asks_for_the_next_question(wall, shown):
    asked = []
    wall.beyond.connect(asked.append)
    wall.show_subject(shown)
    press(wall, Qt.Key.Key_PageUp)
    assert asked == [-1]
    while asked == [-1]:
        press(wall, Qt.Key.Key_PageDown)
    assert asked == [-1, 1]
    assert at(wall) is Step.RESULT


def test_what_changes_while_the_wall_is_black_does_not_light_it(wall, shown):
    wall.show_subject(shown)
    press(wall, Qt.Key.Key_B)
    wall.show_subject(dataclasses.replace(shown, missing=(WORKERS,)))
    wall.speak(Words("fr"))
    wall.resize(1280, 720)
    assert wall.stage.blank
    assert wall.stage.accessibleName() == "L'écran est noir."


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


def test_f5_takes_up_the_screen_of_the_room_again_once_it_is_back(wall, shown):
    wall.show_subject(shown)
    back = QGuiApplication.primaryScreen()
    asked = []
    wall.for_room = lambda: asked.append(1) or back
    wall._screen_gone(back)
    wall.show_on(None)
    press(wall, Qt.Key.Key_F5)
    assert asked == [1]
    assert wall.isFullScreen()
    press(wall, Qt.Key.Key_F5)
    assert not wall.isFullScreen()
    assert asked == [1]


def test_escape_closes_it_and_it_can_be_shown_again(wall, shown):
    wall.show_subject(shown)
    told = []
    wall.went.connect(told.append)
    press(wall, Qt.Key.Key_Escape)
    assert told == [False]
    wall.show_on(None)
    assert wall.isVisible()
    assert wall.at == shown.steps()[0]


def test_an_inversion_is_not_broken_between_two_lines():
    assert _joined("repose-t-il, y a-t-on, sont-elles, mi-temps") == (
        "repose\u2011t\u2011il, y a\u2011t\u2011on, sont-elles, mi-temps"
    )
