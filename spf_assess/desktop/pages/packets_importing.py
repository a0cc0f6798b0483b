"""Bringing packets in, a few at a time, with the window alive in between."""

import time
from collections import deque
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from spf_assess.desktop.hub import Hub
from spf_assess.model import Changes, PacketRecord, Problem

_MOST, _SLICE = 20, 0.02  # files; seconds, of the 0.05 a window may stand still


class Importing(QObject):
    """A queue of files; a few are brought in at each turn of the event loop.

    How few follows from how long the last ones took. All that was chosen together is
    one import, which can be taken back as a whole.

    The window's thread is the only one that writes the consultation's file, so this is
    no background work: it is many short pieces of work.

    Signals:
        began(): there is something to do.
        brought_in(PacketRecord, done, of)
        ended(left): nothing more to do; *left* files were not brought in.
    """

    began = Signal()
    brought_in = Signal(object, int, int)
    ended = Signal(int)

    def __init__(self, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._waiting: deque[Path] = deque()
        self._done, self._of = 0, 0
        self._batch, self._few = 0, 1
        self._running, self._telling = False, False
        self.most = _MOST
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._bring_next)

    @property
    def running(self) -> bool:
        """Whether files are coming in."""
        return self._running

    def add(self, path: Path) -> None:
        """Put a file at the end of the queue."""
        self._waiting.append(path)
        if self._running:
            self._of += 1
            return
        self._running, self._done, self._of = True, 0, 1
        self._batch, self._few = 0, 1
        self.began.emit()
        self._hub.backups.before("import")
        self._next.start()

    def cancel(self) -> None:
        """Leave the files that wait; those brought in stay."""
        if self._running and self._telling:
            self._running = False  # once the last few are told
        elif self._running:
            self._end()

    def _bring_next(self) -> None:
        consultation = self._hub.consultation
        if consultation is None:
            self._end()
            return
        some, began = list(islice(self._waiting, self._few)), time.monotonic()
        try:
            records, self._batch = consultation.import_some(some, self._batch)
        except Problem as problem:
            # The consultation's own file could not be written: go no further.
            self._hub.tell(problem)
            self._end()
            return
        self._tell(records)
        self._pace(time.monotonic() - began)
        if self._waiting and self._running:
            self._next.start()
        else:  # whoever listens may have cancelled
            self._end()

    def _tell(self, records: list[PacketRecord]) -> None:
        for _record in records:
            self._waiting.popleft()
        self._telling = True
        for record in records:
            self._done += 1
            self.brought_in.emit(record, self._done, self._of)
        self._telling = False

    def _pace(self, took: float) -> None:
        """Take more next time where these went fast, fewer where they did not."""
        if took > _SLICE:
            self._few = max(1, self._few // 2)
        elif took < _SLICE / 2:
            self._few = min(self.most, self._few * 2)

    def _end(self) -> None:
        left = len(self._waiting)
        self._running = False
        self._waiting.clear()
        self._next.stop()
        if self._done:
            self._hub.changed.emit(Changes(packets=True))
        self.ended.emit(left)
