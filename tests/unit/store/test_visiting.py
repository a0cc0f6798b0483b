"""A file of a stick or a share is never worked on in place (R-110)."""

import json
import shutil
from pathlib import Path

import pytest
from support.offices import Offices, rated

from spf_assess.model import Problem
from spf_assess.store import backups, visiting
from spf_assess.store.whereabouts import Whereabouts


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """A folder that is taken for a stick; the person's own data lies beside it."""
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "mounted").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def kind(path):
        inside = folder in (path, *path.parents) and (folder / "mounted").exists()
        return Whereabouts.STICK if inside else Whereabouts.HERE

    monkeypatch.setattr(visiting, "whereabouts", kind)
    return folder


@pytest.fixture
def offices(stick):
    return Offices(stick)


@pytest.fixture
def file(offices):
    with offices.alone() as mine:
        mine.answer(mine.me().id, rated("3a.1", 1))
    return mine.path


def left_here(tmp_path):
    return [one for one in (tmp_path / "data").rglob("*") if one.is_file()]


def answers(offices, path):
    with offices.open(path, read_only=True) as opened:
        return opened.response(opened.me().id).answers


def pulled(stick):
    """The stick is pulled out."""
    away = stick.with_name("pulled out")
    stick.rename(away)
    return away


def test_it_is_worked_on_here_and_brought_back_on_closing(offices, file, tmp_path):
    before = file.read_bytes()
    with offices.open(file) as mine:
        assert mine.path == file
        assert mine.news.code == "S-138"
        mine.answer(mine.me().id, rated("3b.1", 3))
        assert file.read_bytes() == before, "nothing was written there"
        assert {one.name for one in file.parent.iterdir()} == {file.name, "mounted"}
        assert left_here(tmp_path)
    assert set(answers(offices, file)) == {"3a.1", "3b.1"}
    assert left_here(tmp_path) == [], "no answers stay on this computer"
    assert {one.name for one in file.parent.iterdir()} == {file.name, "mounted"}


def test_readers_see_what_was_saved_though_it_is_not_there_yet(offices, file):
    with offices.open(file) as mine:
        mine.answer(mine.me().id, rated("3b.1", 3))
        assert set(answers(offices, file)) == {"3a.1", "3b.1"}


def test_a_save_point_brings_back_what_there_is_so_far(offices, file, stick):
    with offices.open(file) as mine:
        mine.answer(mine.me().id, rated("3b.1", 3))
        visiting.bring_back(file)
        mine.answer(mine.me().id, rated("5a.1", 3))
        copy = stick.parent / "copy.spfa"
        shutil.copy(file, copy)
        assert set(answers(offices, copy)) == {"3a.1", "3b.1"}
    assert set(answers(offices, file)) == {"3a.1", "3b.1", "5a.1"}


def test_a_stick_pulled_out_in_between_loses_nothing(offices, file, stick):
    mine = offices.open(file)
    mine.answer(mine.me().id, rated("3b.1", 3))
    away = pulled(stick)
    mine.answer(mine.me().id, rated("5a.1", 2))
    with pytest.raises(Problem) as told:
        mine.close()
    assert told.value.code == "S-134"
    mine = offices.open(file)
    assert mine.news.code == "S-135"
    assert set(mine.response(mine.me().id).answers) == {"3a.1", "3b.1", "5a.1"}
    mine.answer(mine.me().id, rated("3a.1", 4))
    with pytest.raises(Problem):
        mine.close()
    away.rename(stick)
    with offices.open(file) as mine:
        assert mine.news.code == "S-136"
    assert answers(offices, file)["3a.1"] == rated("3a.1", 4)
    assert len(answers(offices, file)) == 3


def test_an_empty_folder_in_the_place_of_the_stick_gets_nothing(offices, file, stick):
    mine = offices.open(file)
    mine.answer(mine.me().id, rated("3b.1", 3))
    away = pulled(stick)
    stick.mkdir()
    with pytest.raises(Problem) as told:
        mine.close()
    assert told.value.code == "S-134"
    again = offices.open(file)
    assert again.news.code == "S-135"
    with pytest.raises(Problem):
        again.close()
    assert list(stick.iterdir()) == []
    stick.rmdir()
    away.rename(stick)
    offices.open(file).close()
    assert set(answers(offices, file)) == {"3a.1", "3b.1"}


def test_what_was_changed_on_both_sides_is_kept_on_both(offices, file, stick, tmp_path):
    mine = offices.open(file)
    mine.answer(mine.me().id, rated("3b.1", 3))
    away = pulled(stick)
    with pytest.raises(Problem):
        mine.close()
    other = tmp_path / "another computer.spfa"
    shutil.copy(away / file.name, other)
    with offices.open(other) as there:
        there.answer(there.me().id, rated("3b.1", 1))
    shutil.copy(other, away / file.name)
    away.rename(stick)
    with offices.open(file) as mine:
        assert mine.news.code == "S-137"
        assert mine.response(mine.me().id).answers["3b.1"] == rated("3b.1", 1)
    (kept,) = backups.list_backups(file)
    assert kept.why == backups.STICK
    assert answers(offices, kept.path)["3b.1"] == rated("3b.1", 3)
    assert left_here(tmp_path) == []


def test_a_change_there_while_open_here_is_not_overwritten(offices, file, tmp_path):
    other = tmp_path / "another computer.spfa"
    shutil.copy(file, other)
    with offices.open(other) as there:
        there.answer(there.me().id, rated("3b.1", 1))
    mine = offices.open(file)
    mine.answer(mine.me().id, rated("3b.1", 3))
    shutil.copy(other, file)
    with pytest.raises(Problem) as told:
        mine.close()
    assert told.value.code == "S-137"
    assert answers(offices, file)["3b.1"] == rated("3b.1", 1)
    (kept,) = backups.list_backups(file)
    assert answers(offices, kept.path)["3b.1"] == rated("3b.1", 3)


def test_a_full_stick_keeps_the_copy_here(offices, file, monkeypatch):
    def full(*_given):
        raise Problem("F-110", "full")

    mine = offices.open(file)
    mine.answer(mine.me().id, rated("3b.1", 3))
    monkeypatch.setattr(visiting, "write_atomically", full)
    with pytest.raises(Problem) as told:
        mine.close()
    assert told.value.code == "S-134"
    monkeypatch.undo()


def test_after_a_power_cut_the_copy_here_goes_on(offices, file, tmp_path):
    with offices.open(file) as mine:
        mine.answer(mine.me().id, rated("3b.1", 3))
        cut = tmp_path / "as the power cut left it"
        shutil.copytree(tmp_path / "data", cut)
        old = file.read_bytes()
    shutil.rmtree(tmp_path / "data")
    shutil.copytree(cut, tmp_path / "data")
    file.write_bytes(old)
    with offices.open(file) as mine:
        assert mine.news.code == "S-136"
        assert set(mine.response(mine.me().id).answers) == {"3a.1", "3b.1"}
    assert set(answers(offices, file)) == {"3a.1", "3b.1"}


def test_one_program_at_a_time(offices, file):
    with offices.open(file):
        with pytest.raises(Problem) as told:
            offices.open(file)
        assert told.value.code == "S-106"
    offices.open(file).close()


def test_without_a_disk_of_its_own_it_is_refused_with_a_way_out(
    offices, file, monkeypatch
):
    monkeypatch.setattr(visiting, "whereabouts", lambda _path: Whereabouts.SHARE)
    before = file.read_bytes()
    with pytest.raises(Problem) as told:
        offices.open(file)
    assert told.value.code == "S-133"
    assert file.read_bytes() == before


def test_a_damaged_file_is_shown_and_not_replaced(offices, file, tmp_path):
    data = bytearray(file.read_bytes())
    data[data.rindex(b'"law"') + 1] ^= 1
    file.write_bytes(data)
    with offices.open(file) as mine:
        assert mine.damaged
        assert mine.read_only
    assert file.read_bytes() == bytes(data)
    assert left_here(tmp_path) == []


def test_backups_lie_beside_the_file_on_the_stick(offices, file, tmp_path):
    with offices.open(file) as mine:
        mine.answer(mine.me().id, rated("3b.1", 3))
        assert mine.set_aside(backups.IMPORT)
        mine.answer(mine.me().id, rated("3b.1", 4))
        backups.finish(file)
        backups.make(file, backups.REGULAR)
    newest, before = backups.list_backups(file)
    assert newest.path.parent == file.with_name("alone.backups")
    assert answers(offices, newest.path)["3b.1"] == rated("3b.1", 4)
    assert answers(offices, before.path)["3b.1"] == rated("3b.1", 3)
    assert left_here(tmp_path) == []


def test_the_copy_here_is_for_nobody_else(offices, file, tmp_path):
    with offices.open(file):
        (room,) = (tmp_path / "data" / "spf-assess" / "working").iterdir()
        assert room.parent.stat().st_mode & 0o777 == 0o700
        note = json.loads((room / "note.json").read_bytes())
        assert Path(note["home"]) == file
