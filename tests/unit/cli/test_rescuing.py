"""A damaged file on the command line: told wherever something of it is shown."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from spf_assess.consultation import Consultation


@pytest.fixture
def sound(tmp_path, run):
    """A respondent's file with two answers."""
    mine = tmp_path / "mine.spfa"
    run("self-assess", mine, "--constituency=workers")
    answers = tmp_path / "answers.json"
    for level in (3, 4):
        parts = {"law": {"value": level}, "practice": {"value": 2}}
        said = [{"item": item, "parts": parts} for item in ("3a.1", "3b.0")]
        answers.write_text(json.dumps(said), "utf-8")
        assert run("answer", mine, answers)[0] == 0
    return mine


@pytest.fixture
def damaged(sound):
    """The same file, one answer changed behind the program's back."""
    path = sound.with_name("damaged.spfa")
    shutil.copy(sound, path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE answers SET body = '{}' WHERE item = '3a.1'")
    connection.close()
    return path


@pytest.mark.parametrize(
    "command",
    [("status",), ("status", "--json"), ("export", "json"), ("report", "--lang=en")],
    ids=" ".join,
)
def test_what_a_damaged_file_lacks_is_told_and_changes_the_exit_code(
    run, sound, damaged, tmp_path, command
):
    def with_out(name: str) -> list[object]:
        return [] if command[0] == "status" else ["-o", tmp_path / name]

    code, _out, err = run(*command, sound, *with_out("sound"))
    assert (code, "S-1" in err) == (0, False)
    code, _out, err = run(*command, damaged, *with_out("damaged"))
    assert code == 1
    assert "[S-111]" in err
    assert "[S-115]" in err
    assert "3a.1" in err


def test_a_large_file_is_checked_while_its_pages_are_made(
    run, sound, damaged, tmp_path, monkeypatch
):
    def printed(file: Path, name: str) -> tuple[int, str, bool]:
        out = tmp_path / name
        asked = ("--lang=en", "--edition=brief", "--progress=none")
        code, _out, err = run("report", file, *asked, "-o", out)
        return code, err, out.exists()

    at_once = printed(sound, "1.pdf"), printed(damaged, "2.pdf")
    monkeypatch.setattr("spf_assess.store.opening.LARGE", 0)
    assert (printed(sound, "3.pdf"), printed(damaged, "4.pdf")) == at_once
    assert [code for code, _err, _made in at_once] == [0, 1]


def test_progress_for_the_window_ends_well_though_the_file_is_damaged(
    run, damaged, tmp_path
):
    out = tmp_path / "report.pdf"
    code, _out, err = run(
        "report", damaged, "--lang=en", "-o", out, "--progress", "json"
    )
    assert code == 0
    assert out.exists()
    assert "[S-111]" in err


def test_salvage_writes_a_sound_file_with_the_answer_from_the_journal(
    run, damaged, tmp_path
):
    before = damaged.read_bytes()
    saved = tmp_path / "saved.spfa"
    code, out, err = run("salvage", damaged, "-o", saved)
    assert code == 1
    assert "1 answer brought back" in out
    assert "[S-115]" in err
    assert damaged.read_bytes() == before
    with Consultation.open(saved) as mine:
        assert not mine.damaged
        answers = mine.response(mine.me().id).answers
        assert answers["3a.1"].part("law").value == 4


def test_a_file_without_its_own_row_is_refused_and_nothing_else_is_promised(
    run, damaged, tmp_path
):
    with sqlite3.connect(damaged) as connection:
        connection.execute("UPDATE consultation SET title = '{}'")
    connection.close()
    code, out, err = run("salvage", damaged, "-o", tmp_path / "saved.spfa")
    assert (code, out) == (3, "")
    assert "[S-129]" in err
    assert "is shown" not in err
    assert not (tmp_path / "saved.spfa").exists()


def test_no_result_takes_the_place_of_the_consultation(run, sound):
    before = sound.read_bytes()
    for command in (["export", "json"], ["report", "--lang=en", "--progress=none"]):
        code, _out, err = run(*command, sound, "-o", sound)
        assert code == 3
        assert "[F-118]" in err
        assert sound.read_bytes() == before


def test_a_folder_that_was_not_named_is_named(run, sound, monkeypatch):
    monkeypatch.chdir(sound.parent)
    code, _out, err = run("export", "json", sound, "-o", Path())
    assert code == 3
    assert f"{sound.parent.name} is a folder" in err
