"""Rendering in a child: whole file or none, stoppable, within limits, no trace left."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from support.coresia_results import coresia

from spf_assess.model import Problem
from spf_assess.report import child, editions, render, render_report

SMALL = {"sections": ("3e",), "form": "core"}
BEACON = (
    "<html lang='en'><head><title>t</title></head>"
    "<body><img src='file:///etc/passwd' alt='a'/></body></html>"
)


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path, monkeypatch):
    """Give each test its own folder for temporary files, empty again at the end."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    if folder.is_dir():
        assert not list(folder.iterdir()), "temporary files were left behind"


def rendering(out: Path, **more):
    return render_report(coresia(**SMALL), "en", out, **more)


def test_the_file_is_whole_and_its_digest_told(tmp_path):
    told = []
    done = rendering(tmp_path / "a.pdf", progress=lambda *step: told.append(step))
    data = (tmp_path / "a.pdf").read_bytes()
    assert data.startswith(b"%PDF-1.7")
    assert done.sha256 == hashlib.sha256(data).hexdigest()
    assert [step for _stage, step, _of in told] == sorted(step for _s, step, _o in told)
    assert told[-1] == ("written", 100, 100)
    assert {"words", "drawing", "written"} <= {stage for stage, _step, _of in told}


def test_equal_reports_have_equal_bytes(tmp_path):
    assert rendering(tmp_path / "a.pdf").sha256 == rendering(tmp_path / "b.pdf").sha256


def test_a_missing_folder_is_told_before_any_work(tmp_path):
    told = []
    with pytest.raises(Problem) as problem:
        rendering(tmp_path / "gone" / "a.pdf", progress=lambda *step: told.append(step))
    assert problem.value.code == "F-111"
    assert not told


def test_a_folder_that_vanishes_while_rendering_is_told(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()

    def pull(stage: str, _done: int, _of: int) -> None:
        if stage == "drawing" and folder.is_dir():
            folder.rmdir()

    with pytest.raises(Problem) as problem:
        rendering(folder / "a.pdf", progress=pull)
    assert problem.value.code == "F-111"


def test_an_older_report_stays_when_rendering_fails(tmp_path, monkeypatch):
    out = tmp_path / "a.pdf"
    out.write_bytes(b"the older report")
    monkeypatch.setattr(editions, "page", lambda *_: BEACON)
    with pytest.raises(Problem) as problem:
        rendering(out)
    assert problem.value.code == "R-102"
    assert "file:///etc/passwd" in str(problem.value)
    assert out.read_bytes() == b"the older report"


def test_a_page_with_foreign_markup_is_not_rendered(tmp_path, monkeypatch):
    monkeypatch.setattr(editions, "page", lambda *_: "<html><p>a<b></p></html>")
    with pytest.raises(Problem) as problem:
        rendering(tmp_path / "a.pdf")
    assert problem.value.code == "R-101"


def test_stopping_ends_the_child_at_once_and_writes_nothing(tmp_path):
    out, begun = tmp_path / "a.pdf", threading.Event()
    with pytest.raises(Problem) as problem:
        render_report(
            coresia(),
            "en",
            out,
            progress=lambda stage, done, _of: begun.set() if done else None,
            cancelled=begun.is_set,
        )
    assert problem.value.code == "R-104"
    assert not out.exists()
    assert not _children()


def test_stopping_works_even_while_the_child_says_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(
        child, "__name__", "this"
    )  # prints the Zen and waits for nobody
    sleeper = tmp_path / "sleeper.py"
    sleeper.write_text("import sys; sys.stdin.read()")  # for as long as we live
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(child, "__name__", "sleeper")
    start = time.monotonic()
    with pytest.raises(Problem) as problem:
        rendering(tmp_path / "a.pdf", cancelled=lambda: time.monotonic() - start > 0.5)
    assert problem.value.code == "R-104"
    assert time.monotonic() - start < 20


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("raise SystemExit('it broke')", "R-101"),
        ("import os; os.abort()", "R-101"),
        ("raise SystemExit(5)", "R-103"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "R-103"),
        ('print(\'{"failed": "No space left"}\'); raise SystemExit(6)', "R-105"),
        ("pass", "R-101"),
    ],
)
def test_a_child_that_fails_is_told_in_a_sentence(tmp_path, monkeypatch, program, code):
    (tmp_path / "broken.py").write_text(program)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(child, "__name__", "broken")
    with pytest.raises(Problem) as problem:
        rendering(tmp_path / "a.pdf")
    assert problem.value.code == code
    assert not (tmp_path / "a.pdf").exists()


def test_no_room_for_temporary_files_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(Problem) as problem:
        rendering(tmp_path / "a.pdf")
    assert problem.value.code == "R-105"


def test_the_child_knows_no_fonts_but_ours_and_no_secrets_of_the_environment(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    kept = render._environment(tmp_path)
    assert "HTTP_PROXY" not in kept
    assert kept["FONTCONFIG_FILE"] == str(tmp_path / "fonts.conf")


def test_a_child_whose_parent_dies_stops_and_leaves_nothing(tmp_path):
    folder = tmp_path / "temporary" / "job"
    folder.mkdir()
    job = {"html": "<p>a", "css": "", "moment": "", "identifier": "", "out": ""}
    job["out"] = str(folder / "report.pdf")
    slow = (
        "import threading, spf_assess.report.child as c\n"
        "c.render = lambda *_: threading.Event().wait(60)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", f"{slow}c.main()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    process.stdin.write(json.dumps(job).encode() + b"\n")
    process.stdin.close()
    assert process.wait(timeout=20) == 1
    assert not folder.exists()


def test_killing_the_program_while_it_renders_leaves_no_answers_behind(
    tmp_path, own_temporary_folder
):
    script = tmp_path / "renders.py"
    script.write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
        "from pathlib import Path\n"
        "from support.coresia_results import coresia\n"
        "from spf_assess.report import render_report\n"
        "say = lambda *step: print(*step, flush=True)\n"
        f"render_report(coresia(), 'en', Path({str(tmp_path / 'a.pdf')!r}), say)\n"
    )
    process = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        env={
            **os.environ,
            **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(own_temporary_folder)),
        },
    )
    for line in process.stdout:
        if line.startswith(b"pages"):
            break
    process.kill()
    process.wait()
    process.stdout.close()
    assert not (tmp_path / "a.pdf").exists()
    ends = time.monotonic() + 20
    while list(own_temporary_folder.iterdir()) and time.monotonic() < ends:
        threading.Event().wait(0.05)


def test_the_child_keeps_within_its_limits(monkeypatch):
    resource = pytest.importorskip("resource")
    asked = {}
    monkeypatch.setattr(
        resource, "setrlimit", lambda kind, most: asked.update({kind: most})
    )
    monkeypatch.setattr(resource, "getrlimit", lambda _kind: (-1, -1))
    child._limit()
    assert asked[resource.RLIMIT_AS] == (child.MEMORY_LIMIT, child.MEMORY_LIMIT)
    assert asked[resource.RLIMIT_CPU] == (child.SECONDS_LIMIT, child.SECONDS_LIMIT)


def _children() -> list[str]:
    """Return the command lines of our children, read where a bare system has them."""
    found = []
    for told in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # one that ended meanwhile
            parent = told.read_text(encoding="utf-8").rpartition(")")[2].split()[1]
            if int(parent) == os.getpid():
                words = (told.parent / "cmdline").read_bytes().decode()
                found.append(words.replace("\0", " "))
    return [line for line in found if "report.child" in line]


def test_a_page_that_cannot_be_put_together_leaves_no_child_behind(
    tmp_path, monkeypatch
):
    begun = []
    popen = subprocess.Popen

    def noted(*words, **more):
        begun.append(popen(*words, **more))
        return begun[-1]

    def broken():
        assert begun[0].poll() is None, "the child makes itself ready meanwhile"
        raise Problem("R-199", "No page.")

    monkeypatch.setattr(subprocess, "Popen", noted)
    with pytest.raises(Problem, match="R-199"):
        render.typeset(broken, tmp_path / "a.pdf")
    assert begun[0].returncode is not None
    assert not (tmp_path / "a.pdf").exists()


def test_a_child_that_is_given_no_job_ends_and_empties_its_folder(
    own_temporary_folder,
):
    place = own_temporary_folder / "spf-assess-x"
    place.mkdir()
    (place / "fonts.conf").write_text("<fontconfig/>", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "-m", child.__name__],
        input="",
        env=render._environment(place),
        text=True,
        check=False,
    )
    assert done.returncode == child.DONE
    assert not place.exists()
