"""How quick the facilitator's page is, and how long it stalls while a report is made.

Part of ``make bench``. A timer of 2 ms tells the longest gap between two turns of the
event loop, first with nothing going
on (what the computer itself does), then while the report command runs.
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
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import many
from measure import Figure, tell
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from support.collected import answers_of, collect, create, hand_in

from spf_assess.consultation import Consultation
from spf_assess.desktop.pages.facilitator import (
    PACKETS,
    PARTICIPANTS,
    POSITIONS,
    REPORT,
)
from spf_assess.desktop.pages.facilitator_table import TellingTable
from spf_assess.desktop.pages.facilitator_views import TABS
from spf_assess.desktop.start import ARGUMENTS, open_window
from spf_assess.desktop.tidying import Tidying
from spf_assess.desktop.window import MainWindow
from spf_assess.i18n import Words
from spf_assess.model import Changes, Constituency, RespondentKind

_TICK, _IDLE_MS, _PACKETS, _SEATS = 2, 3000, 60, 1000
# What a person may wait for, in milliseconds; the issue names stalls and the language.
SHORT = 50
ASKED = {
    "page built and shown": 250,
    "positions shown first": 250,
    "results computed": 100,
    "language switched": 100,
    "one packet of sixty brought in": 250,
    "sixty seats listed": 250,
    "sixty seats: board": 100,
    "sixty seats: positions shown": 250,
}
NOT_ASKED = ("longest gap, idle", "report made")


class Gaps:
    """The longest time between two ticks of a timer, in milliseconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK)

    def stop(self) -> float:
        """Stop watching and return the longest gap."""
        self._timer.stop()
        return round(self.longest, 1)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, 1000 * (now - self._last))
        self._last = now


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long *work* and the repaint after it take."""
    begun = time.perf_counter()
    work()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - begun)


def median(work: Callable[[int], object], times: int) -> float:
    """Return the median of several rounds, rounded."""
    rounds = [milliseconds(lambda turn=turn: work(turn)) for turn in range(times)]
    return round(statistics.median(rounds), 1)


def wait(begin: Callable[[], object], ended: object) -> None:
    """Begin something and run the event loop until it has ended."""
    loop = QEventLoop()
    ended.connect(loop.quit)
    QTimer.singleShot(0, begin)
    loop.exec()


def main() -> None:
    """Measure and print."""
    application = QApplication(["spf-assess", *ARGUMENTS])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        window = open_window(application, None)
        Tidying(application)  # as the program does: no collection amid an event
        window.hub.speak(Words("en"))
        window.show()
        spent = {**positions(window, folder), **stalls(window, folder)}
        spent |= importing(window, folder)
        spent |= thousand(window, folder)
        tell(
            [
                Figure(f"facilitator: {name}", ms, ASKED.get(name, SHORT), "ms")
                for name, ms in spent.items()
                if name not in NOT_ASKED
            ]
        )
        window.hub.close()
        window.close()
        window.deleteLater()
        application.processEvents()


def positions(window: MainWindow, folder: Path) -> dict[str, float]:
    """Four seats in: showing the table, moving, switching the language."""
    consultation, _seats = collect(folder)
    first = round(milliseconds(lambda: window.hub.take(consultation)), 1)
    page = window.page("facilitator")
    shown = round(milliseconds(lambda: page.go_to(POSITIONS)), 1)
    view = page.positions
    return {
        "page built and shown": first,
        "positions shown first": shown,
        "results computed": median(lambda _turn: consultation.results(), 9),
        "from row to row": median(lambda turn: view.table.go_to(1 + turn % 21), 63),
        "law to practice": median(
            lambda turn: view._segments._choose(("law", "practice")[turn % 2]), 20
        ),
        "language switched": median(
            lambda turn: window.hub.speak(Words(("fr", "en")[turn % 2])), 20
        ),
        "from tab to tab": median(lambda turn: page.go_to(turn % 4), 40),
    }


def stalls(window: MainWindow, folder: Path) -> dict[str, float]:
    """The longest gap with nothing going on, and while the report is made."""
    page = window.page("facilitator")
    page.go_to(REPORT)
    gc.collect()
    idle = Gaps()
    loop = QEventLoop()
    QTimer.singleShot(_IDLE_MS, loop.quit)
    loop.exec()
    figures = {"longest gap, idle": idle.stop()}
    gaps, begun = Gaps(), time.perf_counter()
    wait(page.report.make, page.report.rendering.ended)
    figures["longest gap while the report is made"] = gaps.stop()
    figures["report made"] = round(1000 * (time.perf_counter() - begun))
    if not page.report.out.exists():
        raise SystemExit("the report was not made")
    return figures


def importing(window: MainWindow, folder: Path) -> dict[str, float]:
    """Sixty packets of sixty seats, one after the other, with the window alive."""
    place = folder / "many"
    place.mkdir()
    consultation = create(place)
    packets = []
    for number in range(_PACKETS):
        seat, _invitation = consultation.invite(
            constituency=list(Constituency)[number % 3],
            kind=RespondentKind.PERSON,
            organization=f"Organization {number}",
        )
        answers = answers_of(consultation.questionnaire, seat, number)
        packets.append(
            hand_in(consultation, seat, answers, place / f"{number}.spfr").packet
        )
    window.hub.take(consultation)
    page = window.page("facilitator")
    page.go_to(PACKETS)
    gaps, begun = Gaps(), time.perf_counter()
    view = page.packets
    wait(lambda: view.bring_in(packets), view.importing.ended)
    used = 1000 * (time.perf_counter() - begun)
    return {
        "one packet of sixty brought in": round(used / _PACKETS, 1),
        "longest gap while sixty come in": gaps.stop(),
        "sixty seats listed": round(milliseconds(lambda: page.go_to(PARTICIPANTS)), 1),
        "sixty seats: board": median(lambda _turn: consultation.board(), 5),
        "sixty seats: positions shown": round(
            milliseconds(lambda: page.go_to(POSITIONS)), 1
        ),
    }


def thousand(window: MainWindow, folder: Path) -> dict[str, float]:
    """A thousand seats and packets: their tables shown, and again after a packet.

    In processor time of this process, which other work disturbs less.
    """
    place = folder / "thousand"
    place.mkdir()
    path = place / "thousand.spfa"
    packets, later = many.make(path, place, _SEATS, most=3)
    consultation = Consultation.open(path)
    consultation.import_packets(packets)
    consultation.import_packet(later.pop())
    window.hub.take(consultation)
    page = window.page("facilitator")
    spent = {}
    for name, tab in (("seats", PARTICIPANTS), ("packets", PACKETS)):
        page.go_to(REPORT)
        page.view(TABS[tab].name).forget()
        window.hub.changed.emit(Changes(packets=True))
        spent[f"a thousand {name} shown first"] = computing(partial(page.go_to, tab))
        finish(page.view(TABS[tab].name).table)
        consultation.import_packet(later.pop())
        spent[f"a thousand {name} after a packet"] = computing(
            lambda: window.hub.changed.emit(Changes(packets=True))
        )
        spent[f"a thousand {name} in a narrower window"] = computing(
            lambda: window.resize(window.width() - 40, window.height())
        )
    return spent


def computing(work: Callable[[], object]) -> float:
    """Return the milliseconds of computing that *work* and the repaint take."""
    gc.collect()
    begun = time.process_time()
    work()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return round(1000 * (time.process_time() - begun), 1)


def finish(table: TellingTable) -> None:
    """Let the event loop turn until every row of a table has its height."""
    while not table.whole:
        QApplication.processEvents()


if __name__ == "__main__":
    main()
