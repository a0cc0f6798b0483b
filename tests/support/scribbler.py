"""A program to be killed: a facilitator who types a reservation and never records it.

    python scribbler.py FILE ITEM GROUP

A line on stdout tells how many letters were typed and when, as ``typist.py`` does.
"""

import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from support.miniature import miniature
from support.person import type_text
from support.typist import letter

from spf_assess.consultation import Consultation
from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.desktop.start import open_window
from spf_assess.model import Constituency, Decision

_EVERY_MS = 15


def main(file: str, item: str, group: str) -> int:
    """Open *file*, go to the stance of a group, and type until killed."""
    application = QApplication(["scribbler"])
    window = open_window(application, None)
    window.show()
    window.activateWindow()
    window.hub.take(Consultation.open(Path(file), questionnaire=miniature()))
    page = window.page("facilitator")
    page.go_to(place_of("discussion"))
    view = page.view("discussion")
    view.topics.go_to(item)
    card = view.panel.stance
    card.choose(Constituency(group))
    card.decision.select(Decision.KEEP.value)
    card.decision.chosen.emit(Decision.KEEP.value)
    count = 0

    def strike() -> None:
        nonlocal count
        type_text(card.reservation.writing, letter(count))
        count += 1
        sys.stdout.write(f"{count} {time.monotonic()}\n")
        sys.stdout.flush()

    clock = QTimer()
    clock.setInterval(_EVERY_MS)
    clock.timeout.connect(strike)
    QTimer.singleShot(0, clock.start)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
