"""Brings words that are typed and not recorded to the disk, within a second (R-103).

The cards of the meeting record with a button, for what is recorded counts. Until then
what stands in their boxes is kept beside it, under the name of the box: another tab,
another language, the end of the program or a power cut take nothing away.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from spf_assess.model import Plain, Problem

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation
    from spf_assess.desktop.hub import Hub

SOON_MS = 600


class Unrecorded(QObject):
    """What stands in boxes, by their names; of the consultation that is open.

    The clock starts with the first letter that is not kept and is not wound up again by
    the next. What could not be kept is tried again with the next letter, when the page
    is left, and before the file is closed.
    """

    def __init__(self, hub: "Hub") -> None:
        super().__init__(hub)
        self._hub = hub
        self._kept: dict[str, Plain] = {}
        self._waiting: dict[str, Plain | None] = {}
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SOON_MS)
        self._clock.timeout.connect(self.flush)
        self._of: Consultation | None = None
        hub.closing.connect(self.flush)
        hub.closed.connect(self._forget)

    def get(self, name: str) -> Plain | None:
        """Return what stands in a box and was not recorded; None for nothing."""
        self._read()
        if name in self._waiting:
            return self._waiting[name]
        return self._kept.get(name)

    def names(self, beginning: str = "") -> tuple[str, ...]:
        """Return the names of the boxes with words in them, in order."""
        self._read()
        gone = {name for name, value in self._waiting.items() if value is None}
        found = {*self._kept, *self._waiting} - gone
        return tuple(sorted(one for one in found if one.startswith(beginning)))

    def put(self, name: str, value: Plain | None) -> None:
        """Keep what stands in a box within a second; None: it was recorded."""
        if self.get(name) == value:
            return
        self._waiting[name] = value
        if not self._clock.isActive():
            self._clock.start()

    def flush(self) -> bool:
        """Keep everything at once; whether all of it is on the disk."""
        self._clock.stop()
        open_, typed = self._hub.consultation, dict(self._waiting)
        if not typed:
            return True
        if open_ is None or open_.read_only or open_.role.value != "facilitator":
            self._waiting.clear()  # nothing can be recorded there either
            return True
        try:
            open_.keep_unrecorded(typed)
        except Problem as problem:
            self._hub.tell(problem)
            return False
        self._kept |= {name: one for name, one in typed.items() if one is not None}
        for name, value in typed.items():
            if value is None:
                self._kept.pop(name, None)
        self._waiting.clear()
        return True

    # -- inside -------------------------------------------------------------------

    def _read(self) -> None:
        """Read what is kept, when another consultation is open than before."""
        open_ = self._hub.consultation
        if open_ is self._of:
            return
        self._forget()
        self._of = open_
        if open_ is not None and open_.role.value == "facilitator":
            self._kept = dict(open_.unrecorded())

    def _forget(self) -> None:
        self._clock.stop()
        self._of = None
        self._kept, self._waiting = {}, {}
