"""The preview of one section: from the click until its first page is painted.

In the facilitator's window, offscreen, on the sample, in each language and in both. The
process that makes the next preview has had time to get ready, as while a person looks
at positions; what it takes without is told beside.
"""

import os
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from finished import consultation
from measure import Figure, tell
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from spf_assess.desktop.pages.preview_wanted import Wanted
from spf_assess.desktop.start import ARGUMENTS, open_window
from spf_assess.desktop.window import MainWindow
from spf_assess.model import ReportOptions

ROUNDS, _READY_MS, _TICK_MS = 5, 6000, 4
_SECTIONS = ("3e", "3h", "5a", "3a", "5d", "3q")


def wait(milliseconds: int) -> None:
    """Let the window be for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def preview(window: MainWindow, language: str, section: str) -> float:
    """Ask for a preview; return the seconds until its first page is painted."""
    page = window.page("preview")
    begun = time.perf_counter()
    window.show_page("preview", Wanted(ReportOptions(language, sections=(section,))))
    while page.rendering.running or not page.sheets.drawn():
        wait(_TICK_MS)  # not to take a core of its own
        if page._problem is not None:
            raise RuntimeError(str(page._problem))
    spent = time.perf_counter() - begun
    window.show_page("facilitator", None)
    return spent


def measure() -> list[Figure]:
    """Return the figure of each language."""
    application = QApplication(["spf-assess", *ARGUMENTS])
    found = []
    with tempfile.TemporaryDirectory() as place:
        window = open_window(application, None)
        window.show()
        window.hub.open(consultation(Path(place)))
        window.show_page("facilitator", None)
        ahead = window.hub.ahead
        prepare = partial(ahead.prepare, window.hub.consultation.path, "en")
        for language in ("en", "fr", "both"):
            ahead.dismiss()
            cold = preview(window, language, _SECTIONS[0])
            taken = []
            for section in _SECTIONS[1 : ROUNDS + 1]:
                prepare()
                wait(_READY_MS)
                taken.append(preview(window, language, section))
            found.append(
                Figure(
                    f"preview of one section, {language}",
                    statistics.median(taken),
                    1,
                    "s",
                    detail=f"with nothing made ready {cold:.1f} s",
                )
            )
        window.hub.close()
        window.close()
    return found


if __name__ == "__main__":
    tell(measure())
    sys.stdout.flush()
    os._exit(0)  # nothing is left to keep, and Qt need not take leave
