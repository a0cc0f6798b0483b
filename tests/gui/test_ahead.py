"""A process that is ready for the next report: used once, and never left behind."""

import pytest
from support.collected import collect
from support.desk import desk
from support.leader import Leader

from spf_assess.desktop import ahead
from spf_assess.desktop.tasks import Task

__all__ = ["desk"]
WAIT = 60_000


@pytest.fixture
def eager(monkeypatch, prepare_ahead):
    """Let it be made ready at once, as the program does after a moment."""
    monkeypatch.setattr(ahead, "PAUSE_MS", 0)
    monkeypatch.setattr(ahead.Ahead, "prepare", prepare_ahead)


@pytest.fixture
def leader(desk, tmp_path, eager):
    consultation, _seats = collect(tmp_path)
    desk.open(consultation)
    return Leader.sits_down(desk, "en")


@pytest.fixture
def taken(monkeypatch):
    """The processes that were at work already when a report was asked for."""
    found, start = [], Task.start

    def note(self, at_work=None):
        found.append(at_work)
        start(self, at_work)

    monkeypatch.setattr(Task, "start", note)
    return found


def looks(leader, qtbot):
    """From the positions of a section to its pages, and back; return their number."""
    leader.turns_to("positions")
    leader.person.keys("Down", "Down", "Down", "Down")
    waiting = leader.desk.hub.ahead
    qtbot.waitUntil(lambda: waiting.waiting, timeout=WAIT)
    leader.presses("As it prints")
    page = leader.desk.window.page("preview")
    qtbot.waitUntil(lambda: not page.rendering.running, timeout=WAIT)
    assert page._problem is None
    number = page.sheets.number
    leader.presses("To its answers")
    return number


def test_previews_are_made_by_what_waited_and_the_next_one_is_made_ready(
    leader, qtbot, taken
):
    assert looks(leader, qtbot) == looks(leader, qtbot) >= 3
    first, second = taken
    assert first is not None
    assert second is not None
    assert first is not second
    leader.desk.hub.close()
    assert not leader.desk.hub.ahead.waiting


def test_what_waited_and_died_is_done_without(leader, qtbot, taken):
    leader.turns_to("positions")
    waiting = leader.desk.hub.ahead
    qtbot.waitUntil(lambda: waiting.waiting, timeout=WAIT)
    waiting._process.kill()
    qtbot.waitUntil(lambda: not waiting.waiting, timeout=WAIT)
    leader.presses("As it prints")
    page = leader.desk.window.page("preview")
    qtbot.waitUntil(lambda: not page.rendering.running, timeout=WAIT)
    assert page._problem is None
    assert taken == [None]
    leader.desk.hub.close()


def test_nothing_is_made_ready_of_a_large_file(leader, qtbot, monkeypatch):
    leader.desk.hub.ahead.dismiss()
    monkeypatch.setattr(ahead, "_LARGEST", 10)
    leader.turns_to("positions")
    leader.desk.settle()
    assert not leader.desk.hub.ahead.waiting
    assert not leader.desk.hub.ahead._soon.isActive()


def test_another_file_has_another_process_and_an_idle_one_goes(leader, qtbot, tmp_path):
    waiting = leader.desk.hub.ahead
    leader.turns_to("positions")
    qtbot.waitUntil(lambda: waiting.waiting, timeout=WAIT)
    open_ = leader.desk.hub.consultation
    assert waiting.take(tmp_path / "other.spfa", ["status"]) is None
    waiting.prepare(open_.path, "en")
    assert waiting.waiting  # the same one
    waiting._idle.timeout.emit()
    assert not waiting.waiting
