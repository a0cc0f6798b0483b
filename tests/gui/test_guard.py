"""Guards that need a process of their own: PySide6's broken release, late imports."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = (
    "weasyprint",
    "jinja2",
    "sqlite_utils",
    "sqlite3",
    "elementpath",
    "cryptography",
    "babel",
    "yaml",
    "ssl",
    "http.client",
    "email.message",
    "xml.sax",
    "spf_assess.questionnaire",
    "spf_assess.consultation",
    "spf_assess.store",
    "spf_assess.report",
)
EMITTING = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Sender(QObject):
    told = Signal(bool, object)
heard = 0
def hear(flag, nothing):
    global heard
    heard += flag
application = QCoreApplication([])
sender = Sender()
sender.told.connect(hear)
for _number in range(5000):
    sender.told.emit(True, None)
    sender.blockSignals(False)
print(heard, True, None)
"""
SHOWING = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from spf_assess.desktop.start import ARGUMENTS, open_window
application = QApplication(["spf-assess", *ARGUMENTS])
window = open_window(application, Path(sys.argv[1]))
window.show()
application.processEvents()
print([name for name in {HEAVY!r} if name in sys.modules])
"""


def run(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        check=True,
        cwd=ROOT,
        text=True,
    )
    return done.stdout.strip()


def test_five_thousand_signals_do_not_kill_the_process():
    assert run(EMITTING) == "5000 True None"


def test_the_first_window_loads_nothing_heavy(tmp_path):
    settings = tmp_path / "window.json"
    settings.write_text(
        '{"language": "fr", "recent": [{"path": "/x.spfa", "role": "respondent",'
        ' "constituency": "workers", "changed_at": "2025-03-03T10:00:00Z"}]}'
    )
    assert run(SHOWING, str(settings)) == "[]"
