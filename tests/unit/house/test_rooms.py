"""Imports go one way, and the command line works where Qt is not installed."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
NO_QT = """
import sys
for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None
from spf_assess.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def without_qt(*words):
    return subprocess.run(
        [sys.executable, "-c", NO_QT, *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "LANG": "en_GB.UTF-8", "LC_ALL": ""},
        check=False,
    )


def test_imports_go_inwards_only():
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_without_qt_the_commands_work():
    done = without_qt("forms", "check")
    assert (done.returncode, done.stderr) == (0, "")


def test_without_qt_the_window_says_what_is_missing():
    done = without_qt()
    assert done.returncode == 3
    assert "[L-120]" in done.stderr
    assert "Traceback" not in done.stderr
