"""The window: a page of 12 questions, another language, stalls while a report renders.

Offscreen, at 1366 x 768. A page counts as shown when all that can be seen of it is
built, laid out and painted; the questions further down are built after that, for
12 ms at a time between events, and when the last one stands is told beside. Stalls are
the longest waits of a timer that is due every millisecond, with the window idle and
while the report command works in its process.
"""

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from finished import consultation
from measure import Figure, tell
from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from spf_assess.analysis import asked_items
from spf_assess.desktop.pages.answering import WHOLE, AnsweringPage
from spf_assess.desktop.start import ARGUMENTS, open_window
from spf_assess.desktop.tasks import Render
from spf_assess.desktop.tidying import Tidying
from spf_assess.desktop.window import MainWindow
from spf_assess.i18n import Words
from spf_assess.model import Constituency, RespondentKind

ROUNDS = 15
_ITEMS = 12
_IDLE_MS = 5000


def settle(until: Callable[[], bool] = lambda: True) -> None:
    """Let the window build, lay out and paint until all is done."""
    application = QApplication.instance()
    for _turn in range(10_000):
        application.sendPostedEvents()
        application.processEvents()
        if until():
            break
    application.sendPostedEvents()
    application.processEvents()


def bury() -> None:
    """Let what was taken off the page go for good, as an event loop would."""
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()


def timed(
    work: Callable[[], object], until: Callable[[], bool] = lambda: True
) -> float:
    """Return how many milliseconds *work* takes until all is painted."""
    gc.collect()
    begun = time.perf_counter()
    work()
    settle(until)
    return (time.perf_counter() - begun) * 1000


def page_of_questions(page: AnsweringPage, start: int) -> tuple[float, float]:
    """Show twelve questions from *start* on.

    Returns the milliseconds until all that can be seen is painted, and until every
    question is built.
    """
    open_ = page.hub.consultation
    asked = asked_items(
        open_.questionnaire, open_.selection, open_.me().constituency, {}
    )
    items = asked[start : start + _ITEMS]
    page.sheet.clear()
    bury()
    gc.collect()
    begun = time.perf_counter()
    page.sheet.show_items(items, items[0].id)
    while True:  # a turn lays out and paints before more is built
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        if fills_the_view(page):
            break
    seen = time.perf_counter() - begun
    settle(lambda: page.sheet.complete)
    return seen * 1000, (time.perf_counter() - begun) * 1000


def fills_the_view(page: AnsweringPage) -> bool:
    """Whether nothing that is still to be built could be seen."""
    view = page.sheet.viewport()
    ends = [
        panel.mapTo(view, panel.rect().bottomLeft()).y()
        for panel in page.sheet.panels.values()
    ]
    return page.sheet.complete or (bool(ends) and max(ends) >= view.height())


def answering(window: MainWindow, folder: Path) -> list[Figure]:
    """Return the figures of the page for answering."""
    window.hub.alone(
        folder / "own.spfa",
        constituency=Constituency.WORKERS,
        kind=RespondentKind.PERSON,
    )
    window.show_page("answering")
    page = window.page("answering")
    page.choose_layout(WHOLE)
    settle(lambda: page.sheet.complete)
    count = len(
        asked_items(
            page.hub.consultation.questionnaire,
            page.hub.consultation.selection,
            Constituency.WORKERS,
            {},
        )
    )
    step = max(1, (count - _ITEMS) // ROUNDS)
    built = [page_of_questions(page, turn * step) for turn in range(ROUNDS + 1)][1:]
    switched = [
        timed(partial(window.hub.speak, Words(("fr", "en")[turn % 2])))
        for turn in range(ROUNDS + 1)
    ][1:]
    return [
        Figure(
            "a page of 12 questions, all that is seen",
            statistics.median(seen for seen, _whole in built),
            50,
            "ms",
        ),
        Figure(
            "the same, until the last question stands",
            statistics.median(whole for _seen, whole in built),
            50,
            "ms",
        ),
        Figure(
            "another language, 12 questions", statistics.median(switched), 100, "ms"
        ),
    ]


class Gaps:
    """Tells the longest time between two turns of the event loop."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def stop(self) -> float:
        """Return the longest gap in milliseconds."""
        self._timer.stop()
        return self.longest * 1000

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def stalls(folder: Path) -> list[Figure]:
    """Return the longest stall while a report renders; idle for comparison."""
    file = consultation(folder)
    bury()
    gc.collect()
    loop, idle = QEventLoop(), Gaps()
    QTimer.singleShot(_IDLE_MS, loop.quit)
    loop.exec()
    still = idle.stop()
    task = Render(file, folder / "report.pdf", language="en")
    failed: list[object] = []
    task.failed.connect(failed.append)
    for signal in (task.finished, task.failed):
        signal.connect(loop.quit)
    gaps = Gaps()
    task.start()
    loop.exec()
    longest = gaps.stop()
    if failed:
        raise RuntimeError(str(failed[0]))
    told = f"idle for as long: {still:.0f} ms"
    return [
        Figure("longest stall while a report renders", longest, 50, "ms", detail=told)
    ]


def measure() -> list[Figure]:
    """Return all figures of the window."""
    application = QApplication(["spf-assess", *ARGUMENTS])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        window = open_window(application, None)
        Tidying(application)  # as the program does: no collection amid an event
        window.show()
        figures = answering(window, folder)
        figures += stalls(folder)
        window.hub.close()
        window.close()
    return figures


if __name__ == "__main__":
    tell(measure())
    sys.stdout.flush()
    os._exit(0)  # nothing is left to keep, and Qt need not take leave
