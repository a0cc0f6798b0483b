"""How long until the first window is painted, beside a bare PySide6 window.

Run: ``python tests/bench/first_window.py [RUNS]``. Prints JSON: medians in
milliseconds, peak memory in MiB, and the two ratios. Both windows start in turn in
processes of their own, so that what else the computer does hits both alike.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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


def measure(code: str, settings: Path) -> tuple[float, ...]:
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


def compare(runs: int) -> dict[str, float]:
    """Return medians and ratios over *runs* of each; the very first is left out."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "window.json"
        settings.write_text(json.dumps({"recent": _RECENT}), encoding="utf-8")
        pairs = [
            (measure(_BARE, settings), measure(_OURS, settings))
            for _ in range(runs + 1)
        ][1:]
    found: dict[str, float] = {}
    for place, name in enumerate(("seconds", "cpu_seconds", "mib")):
        bare = statistics.median(pair[0][place] for pair in pairs)
        ours = statistics.median(pair[1][place] for pair in pairs)
        found[f"bare_{name}"] = round(bare, 3)
        found[f"window_{name}"] = round(ours, 3)
        found[f"{name}_ratio"] = round(ours / bare, 2)
    return found


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
    figures = compare(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
    sys.stdout.write(json.dumps(figures) + "\n")
