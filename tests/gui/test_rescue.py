"""When a file is damaged or cannot be written: what the window offers, and does."""

import sqlite3

import pytest
from support.desk import Chooser
from support.person import Person
from support.window import window_at

from spf_assess.consultation import Consultation
from spf_assess.i18n import Words
from spf_assess.model import (
    N_,
    Answer,
    Constituency,
    PartAnswer,
    Problem,
    RespondentKind,
)

PERSON = RespondentKind.PERSON


@pytest.fixture
def window(qtbot, config):
    window = window_at(config)
    window.hub.files = Chooser()
    qtbot.addWidget(window)
    window.show()
    yield window
    window.hub.close()


@pytest.fixture
def person(window):
    person = Person(window)
    person.settle()
    return person


@pytest.fixture
def mine(window, tmp_path):
    """A workers' file with two answers, closed again."""
    path = tmp_path / "mine.spfa"
    assert window.hub.alone(path, constituency=Constituency.WORKERS, kind=PERSON)
    for level in (2, 3):
        for item in ("3a.1", "3b.0"):
            window.hub.answer(Answer(item, parts={"law": PartAnswer(level)}))
    return path


@pytest.fixture
def damaged(window, mine):
    """The same file, one answer changed by a failing disk, open."""
    window.hub.close()
    with sqlite3.connect(mine) as connection:
        connection.execute("UPDATE answers SET body = '{}' WHERE item = '3a.1'")
    connection.close()
    assert window.hub.open(mine)
    return mine


def test_a_damaged_file_is_told_with_what_is_missing(window, damaged):
    assert "[S-111]" in window.notice.said
    assert "3a.1" in window.notice.said
    window.hub.speak(Words("fr"))
    assert "est endommagé" in window.notice.said
    assert "3a.1" in window.notice.said


def test_what_is_readable_is_saved_at_a_press_and_opened(
    window, person, damaged, tmp_path
):
    before = damaged.read_bytes()
    window.hub.files.paths = [tmp_path / "saved.spfa"]
    person.presses("Save what is readable…")
    assert window.hub.files.suggested == tmp_path / "mine (readable part).spfa"
    open_ = window.hub.consultation
    assert open_.path == tmp_path / "saved.spfa"
    assert not open_.read_only
    answers = open_.response(open_.me().id).answers
    assert answers["3a.1"].part("law").value == 3
    assert damaged.read_bytes() == before
    assert "saved.spfa holds what was readable in mine.spfa" in window.notice.said
    assert not person.perceives("Save what is readable…")


def test_a_place_that_is_taken_is_told_and_the_offer_stays(window, person, damaged):
    before = damaged.read_bytes()
    window.hub.files.paths = [damaged]
    person.presses("Save what is readable…")
    assert "[S-120]" in window.notice.said
    assert person.perceives("Save what is readable…")
    assert damaged.read_bytes() == before


def test_when_nothing_can_be_written_a_copy_is_saved_elsewhere(
    window, person, mine, tmp_path, monkeypatch
):
    def full(*_given):
        raise Problem("S-121", N_("There is no space left on the disk."))

    monkeypatch.setattr(window.hub.consultation, "answer", full)
    assert not window.hub.answer(Answer("3a.1", comment="last words"))
    window.hub.files.paths = [tmp_path / "elsewhere.spfa"]
    person.presses("Save a copy elsewhere…")
    assert "[D-102]" in window.notice.said
    assert window.hub.consultation.path == mine
    with Consultation.open(tmp_path / "elsewhere.spfa") as copy:
        assert copy.response(copy.me().id).answers["3a.1"].part("law").value == 3


def test_other_problems_offer_no_copy(window, person, mine):
    window.hub.tell(Problem("X-102", N_("This file is empty.")))
    assert not person.perceives("Save a copy elsewhere…")
    assert not person.perceives("Save what is readable…")
