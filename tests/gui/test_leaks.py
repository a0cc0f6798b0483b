"""The watch over what tests leave behind sees each kind of it."""

import sys

from conftest import _left_behind
from PySide6.QtCore import QProcess, QRunnable, QSemaphore, QThreadPool, QTimer
from PySide6.QtWidgets import QWidget


class Waiting(QRunnable):
    """Work that goes on until it is let go."""

    def __init__(self, gate: QSemaphore) -> None:
        super().__init__()
        self._gate = gate

    def run(self) -> None:
        self._gate.acquire()


def test_a_window_is_seen(qapp):
    window = QWidget()
    window.setWindowTitle("forgotten")
    assert any("forgotten" in one for one in _left_behind())
    window.deleteLater()


def test_a_running_timer_is_seen(qapp):
    timer = QTimer()
    timer.start(100_000)
    assert any("timer" in one for one in _left_behind())
    timer.stop()
    assert _left_behind() == []


def test_a_child_is_seen(qapp):
    child = QProcess()
    child.start(sys.executable, ["-c", "input()"])
    assert child.waitForStarted()
    assert any("process" in one for one in _left_behind())
    child.kill()
    assert child.waitForFinished()


def test_a_thread_of_the_pool_is_seen(qapp):
    gate = QSemaphore()
    QThreadPool.globalInstance().start(Waiting(gate))
    assert "thread of the pool" in _left_behind()
    gate.release()
    assert QThreadPool.globalInstance().waitForDone()


def test_nothing_is_seen_where_nothing_is_left(qapp):
    assert _left_behind() == []
