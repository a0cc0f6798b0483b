"""Work in a child process: the same command a person would type, with its progress."""

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, QProcess, Signal

from spf_assess.model.problem import N_, Problem

_COMPLAINT = re.compile(r"spf-assess: (?P<told>.+) \[(?P<code>[A-Z]-\d+)\]\Z")


def own_command(*arguments: str) -> list[str]:
    """Return the command line that runs this very program with *arguments*."""
    if getattr(sys, "frozen", False):  # a packed program is its own interpreter
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "spf_assess", *arguments]


def complaint_in(said: bytes) -> Problem | None:
    """Return the problem that a command told last on standard error, if it did."""
    lines = said.decode("utf-8", "replace").strip().splitlines()
    complaint = _COMPLAINT.search(lines[-1]) if lines else None
    if complaint is None:
        return None
    return Problem(complaint["code"], "{told}", told=complaint["told"])


class Task(QObject):
    """Runs a command that makes one file.

    The command writes progress lines of JSON on standard output, complains on standard
    error as the command line does, and leaves the file whole or not at all.

    Signals:
        progress(stage, done, of)
        finished(path): the file is there.
        failed(Problem): it is not; nothing half-written is left.
        cancelled(): the person stopped it.
    """

    progress = Signal(str, int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(
        self, command: Sequence[str], out: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._out = out
        self._stopped = False
        self._heard, self._complaint = b"", b""
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        self._connect()

    @property
    def words(self) -> list[str]:
        """The command as a person types it after the program's name."""
        whole = [self._process.program(), *self._process.arguments()]
        return whole[len(own_command()) :]

    @property
    def running(self) -> bool:
        """Whether the child is at work."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    @property
    def out(self) -> Path:
        """Where the file appears."""
        return self._out

    def start(self, at_work: QProcess | None = None) -> None:
        """Begin; the signals tell the rest.

        *at_work* is a process that was told this command already.
        """
        if at_work is None:
            self._process.start()
            return
        self._process.deleteLater()
        self._process = at_work
        at_work.setParent(self)
        self._connect()
        self._listen()
        self._note()

    def cancel(self) -> None:
        """Stop at once. The file appears by a rename at the end, so nothing is left."""
        if self.running:
            self._stopped = True
            self._process.kill()

    def _connect(self) -> None:
        self._process.readyReadStandardOutput.connect(self._listen)
        self._process.readyReadStandardError.connect(self._note)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._broken)

    def _listen(self) -> None:
        self._heard += bytes(self._process.readAllStandardOutput().data())
        *lines, self._heard = self._heard.split(b"\n")
        for line in lines:
            self._tell(line)

    def _tell(self, line: bytes) -> None:
        try:
            told = json.loads(line)
            stage, done, of = str(told["stage"]), int(told["done"]), int(told["of"])
        except (ValueError, TypeError, KeyError):
            return  # some other line; progress is a courtesy
        self.progress.emit(stage, done, of)

    def _note(self) -> None:
        self._complaint += bytes(self._process.readAllStandardError().data())

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._stopped:
            self.cancelled.emit()
        elif status == QProcess.ExitStatus.NormalExit and code == 0:
            self.finished.emit(self._out)
        else:
            self.failed.emit(self._problem(code))

    def _broken(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.failed.emit(
                Problem(
                    "D-201",
                    N_(
                        "The work could not be started: {program} does not run. Install"
                        " the program again."
                    ),
                    program=self._process.program(),
                )
            )

    def _problem(self, code: int) -> Problem:
        told = complaint_in(self._complaint)
        if told is not None:
            return told
        lines = self._complaint.decode("utf-8", "replace").strip().splitlines()
        return Problem(
            "D-202",
            N_(
                "{file} could not be made: the work broke off ({reason}, {number})."
                " Nothing half-written is left; try again."
            ),
            file=self._out.name,
            number=code,
            reason=lines[-1] if lines else "–",
        )


class Render(Task):
    """Renders the consolidated report of a consultation's file into a PDF."""

    COMMAND: ClassVar[tuple[str, ...]] = ("report",)

    def __init__(
        self,
        consultation: Path,
        out: Path,
        *,
        language: str,
        interface: str = "",
        more: Sequence[str] = (),
        parent: QObject | None = None,
    ) -> None:
        command = own_command(
            "--lang",
            interface or language,
            *self.COMMAND,
            str(consultation),
            "--lang",
            language,
            "-o",
            str(out),
            "--progress",
            "json",
            *more,
        )
        super().__init__(command, out, parent)


class RenderRecord(Render):
    """Renders the record of the meeting, with the sheets to sign."""

    COMMAND: ClassVar[tuple[str, ...]] = ("record",)


class RenderDocument(Render):
    """Writes an edition as a Word document, to be edited."""

    COMMAND: ClassVar[tuple[str, ...]] = ("export", "docx")


class PrintPaper(Task):
    """Prints the questionnaire: *kind* is ``booklet`` or ``cards``.

    With *consultation* it is that file's questionnaire and selection, otherwise the
    official one in *form* ``core`` or ``full``.
    """

    def __init__(  # noqa: PLR0913 - the command has these options and no fewer
        self,
        kind: str,
        out: Path,
        *,
        who: str,
        language: str,
        form: str,
        consultation: Path | None,
        interface: str,
        parent: QObject | None = None,
    ) -> None:
        command = own_command("--lang", interface, "forms", kind)
        command += ["--for", who, "--lang", language, "--progress", "json"]
        if consultation is None:
            command += ["--form", form]
        else:
            command += ["--consultation", str(consultation)]
        super().__init__([*command, "-o", str(out)], out, parent)


class Sample(Task):
    """Builds the sample consultation of Coresia."""

    def __init__(
        self, out: Path, *, interface: str, parent: QObject | None = None
    ) -> None:
        command = own_command("--lang", interface, "sample", str(out))
        super().__init__(command, out, parent)
