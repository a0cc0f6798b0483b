"""Backups in the window: made beside the work, offered when a file is damaged."""

import time
from datetime import timedelta

import pytest
from support.person import Person
from support.window import window_at

from spf_assess.desktop.parts.dialogs import Ask
from spf_assess.i18n import Words
from spf_assess.model import Answer, Constituency, PartAnswer, RespondentKind
from spf_assess.store import backups

PERSON = RespondentKind.PERSON


@pytest.fixture
def window(qtbot, config):
    window = window_at(config)
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
    path = tmp_path / "mine.spfa"
    assert window.hub.alone(path, constituency=Constituency.WORKERS, kind=PERSON)
    window.hub.answer(Answer("3a.1", parts={"law": PartAnswer(2)}))
    return path


def answers(window, word):
    """Press a button of the question that is asked."""
    asked = [one for one in window.findChildren(Ask) if one.isVisible()]
    Person(asked[-1]).presses(word)
    Person(window).settle()


def spoil(path):
    data = bytearray(path.read_bytes())
    data[data.rindex(b'"law"') + 1] ^= 1
    path.write_bytes(data)


def test_one_is_made_at_opening_without_holding_the_window_up(
    window, qtbot, mine, monkeypatch
):
    window.hub.close()
    monkeypatch.setattr(backups, "EVERY", timedelta())
    assert window.hub.open(mine)
    assert window.hub.backups.running
    assert window.hub.answer(Answer("3a.1", parts={"law": PartAnswer(3)}))
    qtbot.waitUntil(lambda: not window.hub.backups.running, timeout=20_000)
    (made,) = backups.list_backups(mine)
    assert made.why == backups.OPENED
    assert backups.is_sound(made.path)


def test_before_an_import_the_state_is_kept_in_a_moment(window, qtbot, mine):
    before = mine.read_bytes()
    began = time.perf_counter()
    window.hub.backups.before("import")
    assert time.perf_counter() - began < 0.05
    assert window.hub.answer(Answer("3a.1", parts={"law": PartAnswer(4)}))
    qtbot.waitUntil(lambda: not window.hub.backups.running, timeout=20_000)
    (made,) = backups.list_backups(mine)
    assert made.path.read_bytes() == before
    assert not window.notice.isVisible()


def test_a_disk_without_room_is_told_once_and_work_goes_on(
    window, qtbot, mine, monkeypatch
):
    monkeypatch.setattr(backups, "_ROOM_LEFT", 10**18)
    window.hub.backups.before("import")
    assert "[S-130]" in window.notice.said
    window.notice.hide()
    window.hub.backups.before("import")
    assert not window.notice.isVisible()
    assert window.hub.answer(Answer("3a.1", parts={"law": PartAnswer(4)}))


def test_a_damaged_file_goes_back_at_a_press(window, person, mine):
    backups.make(mine, backups.REGULAR)
    window.hub.close()
    spoil(mine)
    assert window.hub.open(mine)
    assert "[S-111]" in window.notice.said
    (button,) = [one for one in person.hears() if "Go back to the backup" in one]
    window.hub.speak(Words("fr"))
    assert any("Revenir à la sauvegarde du" in one for one in person.hears())
    window.hub.speak(Words("en"))
    person.presses(button)
    answers(window, "Go back")
    assert "[D-104]" in window.notice.said
    open_ = window.hub.consultation
    assert not open_.read_only
    assert open_.response(open_.me().id).answers["3a.1"].part("law").value == 2
    assert not any("Go back to the backup" in one for one in person.hears())


def test_a_file_that_cannot_even_be_opened_goes_back_too(window, person, mine):
    backups.make(mine, backups.REGULAR)
    window.hub.close()
    mine.write_bytes(b"")
    assert not window.hub.open(mine)
    assert "[S-103]" in window.notice.said
    (button,) = [one for one in person.hears() if "Go back to the backup" in one]
    person.presses(button)
    answers(window, "Leave it")
    assert mine.read_bytes() == b""
    window.hub.speak(Words("fr"))
    assert any("Revenir à la sauvegarde du" in one for one in person.hears())
    window.hub.speak(Words("en"))
    person.presses(button)
    answers(window, "Go back")
    assert window.hub.consultation.path == mine
