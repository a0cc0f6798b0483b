"""How long until the first window is painted, beside a bare PySide6 window.

Both windows start in turn in processes of their own, so that what else the computer
does hits both alike. Time, computing time and peak memory until the first paint.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure import Figure, tell

RUNS = 31  # a median of 15 moves by three hundredths either way
_TIME, _MEMORY = 1.5, 1.6

_PAINTED = """
import resource, sys, time
from PySide6.QtCore import QEvent, QObject
class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWindow():
            application.removeEventFilter(self)
            application.processEvents()
            used = resource.getrusage(resource.RUSAGE_SELF)
            cpu = used.ru_utime + used.ru_stime
            print(time.time() - float(sys.argv[1]), cpu, used.ru_maxrss / 1024)
            sys.stdout.flush()
            import os; os._exit(0)
        return False
eye = Eye()
application.installEventFilter(eye)
window.show()
application.exec()
"""
_BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("spf-assess"))
window.resize(1366, 768)
"""
_OURS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from spf_assess.desktop import start
application = QApplication(["spf-assess", *start.ARGUMENTS])
window = start.open_window(application, Path(sys.argv[2]))
"""


def start(code: str, settings: Path) -> tuple[float, ...]:
    """Return seconds, seconds of computing and MiB until *code*'s window is painted."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed programs are compiled
    told = subprocess.run(
        [sys.executable, "-c", code + _PAINTED, str(time.time()), str(settings)],
        capture_output=True,
        check=True,
        env=environment,
        text=True,
    )
    return tuple(float(figure) for figure in told.stdout.split())


def measure(runs: int = RUNS) -> list[Figure]:
    """Return the ratios of medians over *runs* of each; the very first is left out."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "window.json"
        settings.write_text(json.dumps({"recent": _RECENT}), encoding="utf-8")
        pairs = [
            (start(_BARE, settings), start(_OURS, settings)) for _ in range(runs + 1)
        ][1:]
    figures = []
    for place, (name, scale, unit, most) in enumerate(_MEASURED):
        bare = statistics.median(pair[0][place] for pair in pairs) * scale
        ours = statistics.median(pair[1][place] for pair in pairs) * scale
        figures.append(Figure(f"first window, {name} / bare", ours, most, unit, bare))
    return figures


_MEASURED = (
    ("time", 1000, "ms", _TIME),
    ("computing", 1000, "ms", _TIME),
    ("memory", 1, "MiB", _MEMORY),
)
_RECENT = [
    {
        "path": f"/home/coresia/workers-{number}.spfa",
        "title": {"en": "Coresia 2026", "fr": "Coresia 2026"},
        "role": "respondent",
        "constituency": "workers",
        "kind": "bench",
        "asked": 60,
        "answered": 34,
        "next_number": 35,
    }
    for number in range(5)
]

if __name__ == "__main__":
    tell(measure(*map(int, sys.argv[1:2])))
