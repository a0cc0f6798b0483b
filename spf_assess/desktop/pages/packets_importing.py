"""Bringing packets in one after the other, with the window alive between two."""

from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from spf_assess.desktop.hub import Hub
from spf_assess.model import Changes, PacketRecord, Problem


class Importing(QObject):
    """A queue of files; one is brought in at each turn of the event loop.

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
        self._running = False
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
        self.began.emit()
        self._next.start()

    def cancel(self) -> None:
        """Leave the files that wait; those brought in stay."""
        if self._running:
            self._end()

    def _bring_next(self) -> None:
        consultation = self._hub.consultation
        if consultation is None:
            self._end()
            return
        try:
            record: PacketRecord = consultation.import_packet(self._waiting[0])
        except Problem as problem:
            # The consultation's own file could not be written: go no further.
            self._hub.tell(problem)
            self._end()
            return
        self._waiting.popleft()
        self._done += 1
        self.brought_in.emit(record, self._done, self._of)
        if self._waiting:
            self._next.start()
        elif self._running:  # whoever listens may have cancelled
            self._end()

    def _end(self) -> None:
        left = len(self._waiting)
        self._running = False
        self._waiting.clear()
        self._next.stop()
        if self._done:
            self._hub.changed.emit(Changes(packets=True))
        self.ended.emit(left)
