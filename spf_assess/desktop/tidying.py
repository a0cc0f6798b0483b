"""Python's garbage is collected between events, never while Qt delivers one.

A collection may begin at any allocation, so also while someone types or a page is being
painted, and takes longer the more widgets there are. With automatic collection off and
a timer instead, it happens only when the event loop is at rest.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 10_000
THOROUGH_EVERY = 30  # turns: once in five minutes


class Tidying(QObject):
    """Collects garbage now and then while the program is idle."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()

    def tidy(self) -> None:
        """Collect the young generations (a few ms), now and then all of them."""
        self._turn += 1
        gc.collect(1 if self._turn % THOROUGH_EVERY else 2)
