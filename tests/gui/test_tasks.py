"""Work in a child process: progress, result, cancel, and every way it can fail."""

import sys
from pathlib import Path

import pytest

from spf_assess.desktop.tasks import Render, Sample, Task, own_command

WORKER = """
import json, pathlib, sys
for step in range(3):
    print(json.dumps({"stage": "pages", "done": step, "of": 3}), flush=True)
print("not json", flush=True)
print(json.dumps({"stage": "pages"}), flush=True)
pathlib.Path(sys.argv[1]).write_bytes(b"%PDF")
"""
SLEEPER = 'print(\'{"stage": "a", "done": 0, "of": 1}\', flush=True); input()'


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "report.fr.pdf"


def task(out: Path, code: str, *arguments: str) -> Task:
    return Task([sys.executable, "-c", code, *arguments], out)


def test_progress_is_told_and_the_file_is_there_at_the_end(qtbot, out):
    work, steps = task(out, WORKER, str(out)), []
    work.progress.connect(lambda *told: steps.append(told))
    with qtbot.waitSignal(work.finished) as done:
        work.start()
    assert steps == [("pages", step, 3) for step in range(3)]
    assert done.args == [out]
    assert out.read_bytes() == b"%PDF"
    assert not work.running


def test_cancelling_stops_at_once_and_is_no_failure(qtbot, out):
    work, failed = task(out, SLEEPER), []
    work.failed.connect(failed.append)
    with qtbot.waitSignal(work.progress):
        work.start()
    with qtbot.waitSignal(work.cancelled):
        work.cancel()
    assert failed == []
    assert not out.exists()
    work.cancel()


def test_what_the_command_complains_of_is_told_with_its_own_code(qtbot, out):
    code = (
        "import sys; sys.stderr.write('a remark\\n"
        "spf-assess: Il n’y a plus de place [F-110]\\n'); sys.exit(3)"
    )
    work = task(out, code)
    with qtbot.waitSignal(work.failed) as told:
        work.start()
    (problem,) = told.args
    assert problem.code == "F-110"
    assert str(problem) == "F-110: Il n’y a plus de place"


def test_a_command_that_breaks_off_is_told_with_its_last_words(qtbot, out):
    work = task(out, "raise RuntimeError('bad & <b>worse</b>')")
    with qtbot.waitSignal(work.failed) as told:
        work.start()
    (problem,) = told.args
    assert problem.code == "D-202"
    assert "bad & <b>worse</b>" in str(problem)
    assert "report.fr.pdf" in str(problem)


def test_a_command_that_dies_is_told(qtbot, out):
    work = task(out, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    with qtbot.waitSignal(work.failed) as told:
        work.start()
    assert told.args[0].code == "D-202"


def test_a_program_that_is_not_there_is_told(qtbot, out):
    work = Task(["/no/such/program"], out)
    with qtbot.waitSignal(work.failed) as told:
        work.start()
    assert told.args[0].code == "D-201"


def test_the_window_runs_the_command_a_person_would_type(out, tmp_path):
    render = Render(tmp_path / "c d.spfa", out, language="fr", interface="en")
    arguments = render._process.arguments()
    assert arguments[:4] == ["-m", "spf_assess", "--lang", "en"]
    assert arguments[4:] == [
        "report",
        str(tmp_path / "c d.spfa"),
        "--lang",
        "fr",
        "-o",
        str(out),
        "--progress",
        "json",
    ]
    sample = Sample(out, interface="fr")
    assert sample._process.arguments()[-2:] == ["sample", str(out)]


def test_a_packed_program_runs_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command("report") == [sys.executable, "report"]
