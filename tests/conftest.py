"""Fixtures for every room: Qt without a screen, and nothing left behind."""

import gc
import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_ASIDES_TO_A_CLEARING = 100
_asides = itertools.count(1)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Start Qt as the program does."""
    from spf_assess.desktop.look import ARGUMENTS

    return ["spf-assess", *ARGUMENTS]


@pytest.fixture(scope="session")
def qapp(qapp):
    """Dress the application as the program does."""
    from spf_assess.desktop.look import Look

    Look().put_on(qapp)
    return qapp


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window, a running timer, a child or a pool's thread."""
    gui = "qapp" in request.fixturenames
    if gui:
        gc.disable()  # as the program does
    yield
    if not gui:
        return
    left = _left_behind()
    gc.enable()
    gc.collect()
    left += _dead_wrappers()
    _set_aside()
    if left:
        pytest.fail("left behind: " + ", ".join(left))


def _set_aside() -> None:
    """Spare the next test the looking through of what earlier ones left alive.

    Thousands of tests leave a heap of caches, code and reports, which takes a second to
    look through. What has become garbage among it is cleared away now and then.
    """
    if next(_asides) % _ASIDES_TO_A_CLEARING == 0:
        gc.unfreeze()
        gc.collect()
    gc.freeze()


def _left_behind() -> list[str]:
    from PySide6.QtCore import QEvent, QProcess, QThreadPool, QTimer
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    if application is None:
        return []
    for _turn in range(2):
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        application.processEvents()
    windows = application.topLevelWidgets()
    if windows:  # a name may still hold what the test made
        windows = []
        gc.collect()
        windows = application.topLevelWidgets()
    left = [f"window {window.windowTitle()!r} ({window})" for window in windows]
    if QThreadPool.globalInstance().activeThreadCount():
        left.append("thread of the pool")
    for thing in gc.get_objects():
        if type(thing) is QTimer and _alive(thing) and thing.isActive():
            left.append(f"timer {thing}")
        elif type(thing) is QProcess and _alive(thing) and thing.processId():
            left.append(f"process {thing.program()}")
    return left


def _dead_wrappers() -> list[str]:
    """Name what stands for things that Qt destroys without a word.

    Kept beyond its time, such a wrapper answers for whatever Qt puts at its address
    next, and the process crashes when that goes.
    """
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QLayoutItem
    from shiboken6 import getAllValidWrappers

    passing = (QEvent, QAccessibleInterface, QLayoutItem)
    found = [thing for thing in getAllValidWrappers() if isinstance(thing, passing)]
    return [f"wrapper of {type(thing).__name__}" for thing in found]


def _alive(thing: object) -> bool:
    from shiboken6 import isValid

    return bool(isValid(thing))


@pytest.fixture
def prepare_ahead() -> Callable[..., None]:
    """Return what makes a process ready for the next report."""
    from spf_assess.desktop.ahead import Ahead

    return Ahead.prepare


@pytest.fixture(autouse=True)
def nothing_ahead(request: pytest.FixtureRequest) -> None:
    """Make nothing ready while a test is at something else."""
    if "qapp" in request.fixturenames:
        request.getfixturevalue("prepare_ahead")
        monkeypatch = request.getfixturevalue("monkeypatch")
        monkeypatch.setattr(
            "spf_assess.desktop.ahead.Ahead.prepare", lambda *_given: None
        )


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Return where the settings of one test lie."""
    return tmp_path / "config" / "window.json"
