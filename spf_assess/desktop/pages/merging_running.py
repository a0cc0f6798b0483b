"""Merging with the window alive: a few packets are read at each turn, then written."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.parts import Bar, Button, FlowLayout, Label, Surface
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.turns import Turns
from spf_assess.i18n import Words
from spf_assess.model import Problem

if TYPE_CHECKING:
    from spf_assess.consultation.merging_run import MergeRun
    from spf_assess.model import Changes

_SLICE = 0.02  # seconds, of the 0.05 a window may stand still
_BAR_WIDTH = 260


class Merger(QObject):
    """Reads packets of another file until all are read, then writes in one step.

    Signals:
        told(int, int): so many packets of so many are read.
        writing(): all are read, now everything is written.
        ended(bool): True: all is in; False: nothing is, it was cancelled or failed.
    """

    told = Signal(int, int)
    writing = Signal()
    ended = Signal(bool)

    def __init__(self, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._run: MergeRun | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._go_on)

    @property
    def running(self) -> bool:
        """Whether a file is being merged."""
        return self._run is not None

    def start(self, path: Path) -> None:
        """Begin to merge a file; what is wrong with it the window tells."""
        open_ = self._hub.consultation
        if open_ is None or self._run is not None:
            return
        try:
            self._run = open_.begin_merge(path)
        except Problem as problem:
            self._hub.tell(problem)
            self.ended.emit(False)  # noqa: FBT003 - Qt's signal
            return
        self._hub.backups.before("merge")
        self.told.emit(0, self._run.of)
        self._next.start()

    def cancel(self) -> None:
        """Stop; nothing of the file is brought in."""
        if self._run is not None:
            self._end(done=False)

    def _go_on(self) -> None:
        run = self._run
        if run is None:
            return
        try:
            more, began = run.done < run.of, time.monotonic()
            while more and time.monotonic() - began < _SLICE:
                more = run.step()
        except Problem as problem:
            self._hub.tell(problem)
            self._end(done=False)
            return
        self.told.emit(run.done, run.of)
        if more:
            self._next.start()
            return
        self.writing.emit()
        self._end(done=self._hub.do(lambda _open: self._write(run)))

    def _write(self, run: "MergeRun") -> "Changes":
        """Write everything in one transaction; the window lives, but cannot answer."""
        with self._hub.out_of_reach():
            return run.finish(Turns())

    def _end(self, *, done: bool) -> None:
        run, self._run = self._run, None
        self._next.stop()
        if run is not None:
            run.close()
        self.ended.emit(done)


class MergingCard(Surface):
    """How far it is, and a button that stops it. ``cancelled()``: it was pressed."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self._words: Words | None = None
        self._name, self._far, self._written = "", (0, 0), False
        self._heading, self._about = Label(role="heading"), Label(role="small_text")
        self._bar, line, foot = Bar(), QWidget(), QWidget()
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._told, self.stop = Label(role="small_text"), Button()
        row = FlowLayout(line, gap=12)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._bar)
        row.addWidget(self._told)
        FlowLayout(foot).addWidget(self.stop)
        for part in (self._heading, self._about, line, foot):
            column.addWidget(part)
        self.stop.clicked.connect(self.cancelled)
        self.hide()

    @property
    def told(self) -> str:
        """How far it is, in words."""
        return self._told.said

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._words = words
        self._about.say(
            words(
                "The packets are read first. Nothing is written before all of them are,"
                " and then all at once: stopping leaves this file as it was."
            )
        )
        self.stop.say(words("Stop merging"))
        self._say()

    def begin(self, name: str) -> None:
        """Be seen, for another file."""
        self._name, self._far, self._written = name, (0, 0), False
        self.stop.setEnabled(True)
        self._say()
        self.show()
        announce(self, self._heading.said)

    def tell(self, done: int, of: int) -> None:
        """Say how far it is."""
        self._far = (done, of)
        self._say()

    def write(self) -> None:
        """Say that everything is being written; it cannot be stopped any more."""
        self._written = True
        self.stop.setEnabled(False)
        self._say()

    def _say(self) -> None:
        words, (done, of) = self._words, self._far
        if words is None:
            return
        self._heading.say(words("Merging {file}", file=self._name))
        self._bar.tell(done, of)
        if self._written:
            self._told.say(
                words("Everything is being written. The window answers once it is.")
            )
            return
        self._told.say(
            words("Read: {done} of {of} packets", done=done, of=of) if of else ""
        )
