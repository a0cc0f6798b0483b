"""A large file is checked with the window alive: how far it is, and a way to leave."""

import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from support.reading import settle
from support.window import window_at

from spf_assess.consultation import Consultation
from spf_assess.desktop import checking
from spf_assess.desktop.checking import CheckingDialog
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.look import current
from spf_assess.i18n import Words
from spf_assess.model import Text
from spf_assess.store import JOURNAL

ROWS = 60_000


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    path = tmp_path_factory.mktemp("large") / "large.spfa"
    named = Text.of(en="Coresia", fr="Corésie")
    with Consultation.create(path, title=named, country=named) as file:
        database = file._database
        rows = [
            (number, "2026-11-20T10:00:00Z", "confirmed", "", 0, "", "", "", 0)
            for number in range(1000, 1000 + ROWS)
        ]
        database.write(lambda: database.put_new(JOURNAL, rows))
    return path


@pytest.fixture
def hub(qapp, config, monkeypatch):
    monkeypatch.setattr(checking, "_SHOWN_AFTER", 0.0)
    hub = Hub(Words("en"), current(), config)
    hub.problems = []
    hub.problem.connect(hub.problems.append)
    yield hub
    hub.close()


def looking_on(then):
    """Return the timer that looks at the dialog again and again, and what it saw."""
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        seen.append((time.monotonic(), dialog and dialog.far.said))
        if isinstance(dialog, CheckingDialog):
            then(dialog, seen)

    timer = QTimer(interval=5)
    timer.timeout.connect(look)
    timer.start()
    return timer, seen


def test_the_window_lives_and_is_told_how_far_the_file_is_checked(hub, large):
    timer, seen = looking_on(lambda _dialog, _seen: None)
    assert hub.open(large)
    timer.stop()
    told = [said for _at, said in seen if said]
    shares = [int(said.removesuffix("% checked")) for said in told]
    assert shares == sorted(shares)
    assert shares[0] < 10  # how far it is at the first look depends on the computer
    assert len(set(told)) > 5
    assert QApplication.activeModalWidget() is None
    assert not hub.consultation.read_only


def test_who_leaves_off_has_no_file_open_and_may_open_it_again(hub, large):
    def leave(dialog, seen):
        if len(set(seen)) > 4:
            dialog.cancel.click()

    timer, _seen = looking_on(leave)
    assert not hub.open(large)
    timer.stop()
    assert hub.consultation is None
    assert not hub.problems
    assert hub.open(large)


def test_damage_is_told_of_a_file_that_is_looked_on(hub, large, tmp_path):
    damaged = tmp_path / "damaged.spfa"
    data = bytearray(large.read_bytes())
    place = data.index(b"confirmed", len(data) // 2)
    data[place : place + 9] = b"confirmes"
    damaged.write_bytes(bytes(data))
    assert hub.open(damaged)
    assert hub.consultation.damaged[0].code == "S-115"


def test_the_keyboard_is_back_in_the_window_once_the_file_is_checked(
    qtbot, config, monkeypatch, large
):
    """It was not where the window had just been shown: nobody could type then."""
    monkeypatch.setattr(checking, "_SHOWN_AFTER", 0.0)
    window = window_at(config)
    qtbot.addWidget(window)
    window.show()
    seen = []
    timer, _looks = looking_on(lambda dialog, _seen: seen.append(dialog.far.said))
    window.hub.open(large)
    timer.stop()
    settle()
    assert seen, "the file was large enough for the dialog to be seen"
    assert QApplication.activeWindow() is window
    assert QApplication.focusWidget() is not None
    window.hub.close()
