"""The window lives while its own thread writes much in one go.

Nothing can be asked of it meanwhile: what is typed or clicked waits until all is
written. So nobody comes upon a file that is half written.
"""

import time

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

_EVERY = 0.012  # seconds


class Turns:
    """Called again and again by what takes long; now and then the window has a turn."""

    def __init__(self) -> None:
        self.given = 0
        self._last = time.monotonic()

    def __call__(self) -> None:
        """Let the window paint itself, if it is time."""
        if time.monotonic() - self._last < _EVERY:
            return
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.given += 1
        self._last = time.monotonic()
