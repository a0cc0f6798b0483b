"""A program to be killed: the real window, and someone in it who never stops typing.

    python typist.py FILE

A line on stdout tells how many letters were typed and when (the monotonic clock that
all processes of the machine share).
"""

import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from support.person import type_text

from spf_assess.desktop.start import open_window

TEXT = "Élan « vif » – œuvre & cœur; "
_EVERY_MS = 15


def letter(number: int) -> str:
    """Return the letter typed at a turn."""
    return TEXT[number % len(TEXT)]


def typed(count: int) -> str:
    """Return all that was typed after so many letters."""
    return "".join(letter(number) for number in range(count))


def main(file: str) -> int:
    """Open *file*, unfold the comment, and type until killed."""
    application = QApplication(["typist"])
    window = open_window(application, None)
    window.show()
    window.activateWindow()
    window.hub.open(Path(file))
    page = window.page("answering")
    page.go("3a.1")
    panel = page.sheet.panels["3a.1"]
    count = 0

    def strike() -> None:
        nonlocal count
        box = QApplication.focusWidget()
        if box is None:
            panel.open_comment()
            return
        type_text(box, letter(count))
        count += 1
        sys.stdout.write(f"{count} {time.monotonic()}\n")
        sys.stdout.flush()

    def begin() -> None:
        panel.open_comment()
        clock.start()

    clock = QTimer()
    clock.setInterval(_EVERY_MS)
    clock.timeout.connect(strike)
    QTimer.singleShot(0, begin)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
