"""A process that is ready for the next report before it is asked for.

Loading what a report needs takes longer than making the preview of one section. So
while a person looks at positions, or at a preview, ``spf-assess wait`` loads it, in a
process of its own; told the command, it runs it as if it had been typed.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer

from spf_assess.desktop.tasks import own_command

PAUSE_MS = 1500  # what was asked for goes first
_END_MS = 500
_LARGEST = 64 * 1024 * 1024  # bytes; some 2,000 respondents
_IDLE_MS = 10 * 60 * 1000  # it holds some 180 MB


class Ahead(QObject):
    """At most one waiting process, for one file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._language = ""
        self._process: QProcess | None = None
        self._soon, self._idle = QTimer(self), QTimer(self)
        for timer, pause, work in (
            (self._soon, PAUSE_MS, self._start),
            (self._idle, _IDLE_MS, self.dismiss),
        ):
            timer.setSingleShot(True)
            timer.setInterval(pause)
            timer.timeout.connect(work)

    @property
    def waiting(self) -> bool:
        """Whether a process waits to be told a command."""
        running = QProcess.ProcessState.NotRunning
        return self._process is not None and self._process.state() != running

    def prepare(self, path: Path, language: str) -> None:
        """Have a process ready for a report of *path* before long.

        Not of a large file: reading it takes longer than all that is loaded.
        """
        if path == self._path and (self.waiting or self._soon.isActive()):
            self._idle.start()
            return
        self.dismiss()
        if _large(path):
            return
        self._path, self._language = path, language
        self._soon.start()

    def take(self, path: Path, command: Sequence[str]) -> QProcess | None:
        """Tell the waiting process *command*, what a person would type after the name.

        Returns the process, which is the caller's now; None where none is ready for
        this file.
        """
        process, ready = self._process, self.waiting and path == self._path
        if process is None or not ready:
            return None
        self._process = None
        process.finished.disconnect(self._gone)
        process.write(json.dumps(list(command)).encode() + b"\n")
        return process

    def dismiss(self) -> None:
        """Let no process wait any longer."""
        self._soon.stop()
        self._idle.stop()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._gone)
            process.kill()
            process.waitForFinished(_END_MS)
            process.deleteLater()

    def _start(self) -> None:
        if self._path is None:
            return
        command = own_command("--lang", self._language, "wait", str(self._path))
        self._process = QProcess(self)
        self._process.finished.connect(self._gone)
        self._process.start(command[0], command[1:])
        self._idle.start()

    def _gone(self) -> None:
        """It ended by itself: the next report is made without it."""
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()


def _large(path: Path) -> bool:
    try:
        return path.stat().st_size > _LARGEST
    except OSError:
        return True  # it is gone: the report will tell
