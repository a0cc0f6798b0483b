"""The window on the wall as it was looked at and agreed, at the two usual sizes."""

import dataclasses
from pathlib import Path

import pytest
from support.coresia_results import coresia
from support.golden import check_picture
from support.room import beyond_the_longest

from spf_assess.desktop.look import Look
from spf_assess.desktop.models.projected import Step, Subject
from spf_assess.desktop.projector.window import Projector
from spf_assess.i18n import Words
from spf_assess.model import PRACTICE, rotated

SIZES = ((1920, 1080), (1024, 768))


@pytest.fixture(scope="module")
def given():
    return coresia(sections=("3e", "5c"))


@pytest.fixture
def wall(qapp, qtbot):
    Look("light", 1.0).put_on(qapp)
    found = Projector(Words("en"))
    qtbot.addWidget(found)
    found.show()
    return found


def turn_to(wall, step, part=PRACTICE):
    for _turn in range(30):
        if wall.at[1] is step and (part in wall.at or step is Step.QUESTION):
            return
        wall.go_on()
    raise AssertionError(step)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("language", "step"),
    [("fr", Step.LEVELS), ("en", Step.POSITIONS), ("fr", Step.RESULT)],
)
def test_the_pages_of_a_question(wall, given, tmp_path: Path, size, language, step):
    item = given.questionnaire.item("3e.1")
    found = given.results.comparisons["3e.1"]
    wall.resize(*size)
    wall.speak(Words(language))
    wall.stage.show_time({"en": "3 min", "fr": "3 min"}[language])
    wall.show_subject(Subject(given.questionnaire, item, 1, rotated(2), found))
    turn_to(wall, step)
    check_picture(wall.stage, f"wall-{step}-{language}-{size[0]}", tmp_path)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("step", [Step.QUESTION, Step.RESULT, Step.OUTCOME])
def test_the_longest_question_a_missing_group_and_what_became_of_it(
    wall, given, tmp_path: Path, size, step
):
    wall.resize(*size)
    wall.speak(Words("fr"))
    wall.stage.show_time("12 min")
    wall.show_subject(beyond_the_longest(given))
    turn_to(wall, step)
    check_picture(wall.stage, f"wall-longest-{step}-fr-{size[0]}", tmp_path)


def test_all_on_one_level_in_the_dark(wall, given, tmp_path: Path, qapp):
    Look("dark", 1.0).put_on(qapp)
    item = given.questionnaire.item("3e.1")
    comparison = given.results.comparisons["3e.1"][PRACTICE]
    same = dataclasses.replace(
        comparison,
        positions=tuple(
            dataclasses.replace(one, level=3.0) for one in comparison.positions
        ),
    )
    found = {part.name: same for part in item.parts}
    wall.resize(1024, 768)
    wall.show_subject(Subject(given.questionnaire, item, 1, rotated(0), found))
    turn_to(wall, Step.POSITIONS)
    check_picture(wall.stage, "wall-dark-together-en-1024", tmp_path)
    Look("light", 1.0).put_on(qapp)


@pytest.mark.parametrize(
    ("size", "step"), [((1920, 1080), Step.RESULT), ((1024, 768), Step.POSITIONS)]
)
def test_two_languages_one_above_the_other(wall, given, tmp_path: Path, size, step):
    item = given.questionnaire.item("3e.1")
    found = given.results.comparisons["3e.1"]
    wall.resize(*size)
    wall.speak(Words("en"), Words("fr"))
    wall.stage.show_time("3 min")
    wall.show_subject(Subject(given.questionnaire, item, 1, rotated(2), found))
    turn_to(wall, step)
    check_picture(wall.stage, f"wall-{step}-both-{size[0]}", tmp_path)
