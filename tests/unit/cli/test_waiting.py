"""A command that is told later: it runs as if it had been typed, and leaves nothing."""

import io
import json
import os
import subprocess
import sys

import pypdfium2
import pytest
from support.collected import collect

from spf_assess.cli import main
from spf_assess.report import render


@pytest.fixture
def file(tmp_path):
    consultation, _seats = collect(tmp_path)
    consultation.close()
    return consultation.path


@pytest.fixture
def told(monkeypatch, tmp_path):
    """Return a function that starts waiting and tells it a line."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))

    def tell(path, line):
        monkeypatch.setattr("sys.stdin", io.StringIO(line))
        code = main(["--lang", "en", "wait", str(path)])
        return code, list(temporary.iterdir())

    return tell


def test_a_report_that_is_told_is_made_by_the_renderer_that_waited(
    file, told, tmp_path, capsys, monkeypatch
):
    started, start = [], render._child
    monkeypatch.setattr(
        render, "_child", lambda place: started.append(place) or start(place)
    )
    out = tmp_path / "section.pdf"
    words = ["report", file, "--lang", "fr", "--section", "3e", "-o", out]
    code, left = told(file, json.dumps([str(word) for word in words]) + "\n")
    assert code == 0
    assert len(started) == 1
    assert left == []
    assert "The report is in" not in capsys.readouterr().err
    with pypdfium2.PdfDocument(out) as pdf:
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "Résumé" not in text  # of one section there is none
    assert "Inclusion sociale" in text


def test_without_a_command_it_ends_and_leaves_nothing(file, told):
    assert told(file, "") == (0, [])


@pytest.mark.parametrize(
    "line", ["report\n", '{"report": 1}\n', '["report", 3]\n', "[" * 70_000]
)
def test_what_is_no_command_is_told(file, told, capsys, line):
    code, left = told(file, line)
    assert (code, left) == (3, [])
    assert "[L-132]" in capsys.readouterr().err


def test_what_is_wrong_with_the_command_is_told_as_if_it_had_been_typed(
    file, told, capsys
):
    assert told(file, '["report", "--paper", "A7"]\n') == (2, [])
    assert "[L-103]" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_told_by_the_command_and_not_before(
    told, tmp_path, capsys
):
    broken = tmp_path / "broken.spfa"
    broken.write_bytes(b"nothing of ours")
    line = json.dumps(["status", str(broken)]) + "\n"
    assert told(broken, line) == (3, [])
    assert capsys.readouterr().err.count("[S-") == 1


def test_as_a_process_of_its_own_it_ends_with_the_commands_code(file, tmp_path):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for line, code in (('["status", "nothing.spfa"]\n', 3), ('["--version"]\n', 0)):
        done = subprocess.run(
            [sys.executable, "-m", "spf_assess", "--lang", "en", "wait", str(file)],
            input=line,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "TMPDIR": str(temporary)},
            check=False,
        )
        assert done.returncode == code, done.stderr
        assert ("[S-101]" in done.stderr) == (code == 3)
        assert ("spf-assess " in done.stdout) == (code == 0)
    assert list(temporary.iterdir()) == []
