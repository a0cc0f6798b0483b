"""Backups of the open file, made and verified by a process of their own (R-107).

A file of a stick or a share is brought back there in the same way (R-110).

The window never waits for one: what has to be kept before a change is set aside in some
thousandths of a second, the rest is the command ``backups`` in a child process.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimerEvent

from spf_assess.desktop.tasks import complaint_in, own_command
from spf_assess.model.problem import Problem

if TYPE_CHECKING:
    from spf_assess.desktop.hub import Hub

_LOOK_EVERY_MS = 2 * 60 * 1000
_WAIT_AT_CLOSE_MS = 5000


class Backups(QObject):
    """Looks every few minutes whether a backup is due, and has it made.

    What hinders one is told once for each file; no work waits for it.
    """

    def __init__(self, hub: "Hub") -> None:
        super().__init__(hub)
        self._hub = hub
        self._told: Path | None = None
        self._brought = 0
        self._waiting: list[list[str]] = []
        self._complaint = b""
        self._process = QProcess(self)
        self._process.readyReadStandardError.connect(self._note)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._ended)
        hub.closing.connect(self._settle)
        hub.closed.connect(self._settle)
        self.startTimer(_LOOK_EVERY_MS)

    @property
    def running(self) -> bool:
        """Whether a backup is being made."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def look(self, why: str = "opened") -> None:
        """Have a backup made if one is due."""
        open_ = self._hub.consultation
        if open_ is not None and not self.running and open_.backup_is_due():
            self._start(open_.path, "--make", "--why", why)

    def before(self, why: str) -> None:
        """Keep the open file as it stands, at once, before something changes it."""
        open_ = self._hub.consultation
        if open_ is None:
            return
        if open_.set_aside(why):
            self._start(open_.path)
        elif open_.backup_problem is not None:
            self._tell(open_.backup_problem)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Look again."""
        super().timerEvent(event)
        self.bring_back()
        self.look("regular")

    def bring_back(self) -> None:
        """Have a file of a stick or share brought back, as far as it is saved."""
        open_ = self._hub.consultation
        saved = 0 if open_ is None else open_.saved_here()
        if open_ is not None and saved and saved != self._brought:
            self._brought = saved
            self._start(open_.path, "--bring-back")

    def _start(self, path: Path, *options: str) -> None:
        language = self._hub.words.language
        command = own_command("--lang", language, "backups", str(path), *options)
        self._waiting.append(command)
        if not self.running:
            self._next()

    def _next(self) -> None:
        self._complaint = b""
        program, *arguments = self._waiting.pop(0)
        self._process.start(program, arguments)
        self._process.closeWriteChannel()

    def _note(self) -> None:
        self._complaint += bytes(self._process.readAllStandardError().data())

    def _ended(self) -> None:
        if self.running:
            return
        problem = complaint_in(self._complaint)
        if problem is not None:
            self._tell(problem)
        if self._waiting:
            self._next()

    def _tell(self, problem: Problem) -> None:
        open_ = self._hub.consultation
        if open_ is not None and self._told != open_.path:
            self._told = open_.path
            self._hub.tell(problem)

    def _settle(self) -> None:
        """Let what is being made be finished before the program may end."""
        while self.running and self._process.waitForFinished(_WAIT_AT_CLOSE_MS):
            pass
