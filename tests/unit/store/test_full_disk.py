"""A full disk: nothing is lost, work goes on, trying again works (R-106)."""

import os
import sqlite3
import subprocess
from contextlib import suppress

import pytest
from support.offices import Offices, rated

from spf_assess.model import Problem


@pytest.fixture
def mine(tmp_path):
    with Offices(tmp_path).alone() as consultation:
        consultation.answer(consultation.me().id, rated("3a.1", 1, comment="before"))
        yield consultation


def fill_disk(mine):
    """Let the database grow no further, as a full disk would."""
    connection = mine._database.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")


def make_room(mine):
    mine._database.connection.execute("PRAGMA max_page_count = 1000000")


def reserve_of(mine):
    return mine.path.with_name(f".{mine.path.name}.reserve")


LONG = rated("3b.1", 2, comment="é" * 4000)


def test_a_reserve_lies_beside_an_open_file_and_goes_when_it_closes(tmp_path):
    with Offices(tmp_path).alone() as mine:
        assert reserve_of(mine).stat().st_size == 1024 * 1024
        assert not mine.space_low
    assert not reserve_of(mine).exists()


def test_a_reader_needs_no_reserve(mine, tmp_path):
    offices = Offices(tmp_path)
    mine.close()
    with offices.open(mine.path, read_only=True):
        assert not reserve_of(mine).exists()


def test_the_reserve_lets_a_save_succeed_on_a_full_disk(mine, monkeypatch):
    """The reserve file is what frees the space, so its removal is what makes room."""
    me = mine.me().id
    fill_disk(mine)
    give_up = mine._database._reserve.give_up

    def freed():
        make_room(mine)
        return give_up()

    monkeypatch.setattr(mine._database._reserve, "give_up", freed)
    monkeypatch.setattr("spf_assess.store.place._ROOM_WANTED", 1 << 60)
    mine.answer(me, LONG)
    assert mine.space_low
    assert not reserve_of(mine).exists()
    assert mine.response(me).answers["3b.1"] == LONG
    monkeypatch.undo()
    mine.answer(me, rated("3b.1", 3))
    assert not mine.space_low, "with room again the reserve is kept again"


def test_without_any_room_nothing_is_lost_and_trying_again_works(mine, tmp_path):
    me = mine.me().id
    fill_disk(mine)
    for _attempt in range(3):
        with pytest.raises(Problem, match="S-121"):
            mine.answer(me, LONG)
        assert set(mine.response(me).answers) == {"3a.1"}
    assert mine.undo(me) is not None, "small changes still fit"
    assert mine.redo(me) is not None
    make_room(mine)
    mine.answer(me, LONG)
    path = mine.path
    mine.close()
    with Offices(tmp_path).open(path) as again:
        assert not again.damaged
        assert again.response(me).answers["3b.1"] == LONG
        assert again.response(me).answers["3a.1"].comment == "before"


def test_on_a_full_disk_a_copy_can_be_saved_elsewhere(mine, tmp_path):
    fill_disk(mine)
    with pytest.raises(Problem, match="S-121"):
        mine.answer(mine.me().id, LONG)
    mine.save_copy(tmp_path / "elsewhere.spfa")
    with Offices(tmp_path).open(tmp_path / "elsewhere.spfa") as copy:
        copy.answer(copy.me().id, LONG)


def test_an_import_that_does_not_fit_leaves_nothing_of_itself(tmp_path):
    offices = Offices(tmp_path)
    with offices.found() as facilitator:
        with offices.respondent(facilitator, "ana") as ana:
            ana.answer(ana.me().id, LONG)
            ana.hand_in(ana.me().id, tmp_path / "ana.spfr")
        fill_disk(facilitator)
        with pytest.raises(Problem, match="S-121"):
            facilitator.import_packet(tmp_path / "ana.spfr")
        assert facilitator.packets() == ()
        assert facilitator.responses() == ()
        make_room(facilitator)
        record = facilitator.import_packet(tmp_path / "ana.spfr")
        assert record.state.value == "accepted"
    with offices.open() as again:
        assert not again.damaged
        assert len(again.responses()) == 1


def test_an_input_output_error_is_told_with_what_to_do(mine, monkeypatch):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE

    def fail(*_args, **_more):
        raise error

    monkeypatch.setattr(mine._database, "note", fail)
    with pytest.raises(Problem, match="S-122"):
        mine.answer(mine.me().id, LONG)
    monkeypatch.undo()
    mine.answer(mine.me().id, LONG)


def test_an_error_while_flushing_on_a_full_disk_counts_as_full(mine, monkeypatch):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC

    def fail(*_args, **_more):
        raise error

    monkeypatch.setattr(mine._database, "note", fail)
    monkeypatch.setattr("spf_assess.store.faults._NO_ROOM", 1 << 60)
    with pytest.raises(Problem, match="S-121"):
        mine.answer(mine.me().id, LONG)


@pytest.fixture
def small_disk(tmp_path):
    """A real file system of eight megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "none", disk]
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("needs root to mount")
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def take_all(disk):
    ballast = os.open(disk / "ballast", os.O_WRONLY | os.O_CREAT)
    with suppress(OSError):
        while True:
            os.write(ballast, bytes(4096))
    os.close(ballast)


def test_on_a_real_full_disk_work_goes_on_out_of_the_reserve(small_disk):
    offices = Offices(small_disk)
    with offices.alone() as mine:
        me = mine.me().id
        mine.answer(me, rated("3a.1", 1, comment="before"))
        take_all(small_disk)
        saved, refused = {}, 0
        for number in range(400):
            answer = rated("3b.1", 1 + number % 4, comment=f"{number} " + "é" * 3900)
            try:
                mine.answer(me, answer)
                saved["3b.1"] = answer
            except Problem as problem:
                refused += problem.code == "S-121"
                break
        assert mine.space_low
        assert refused == 1
        assert number > 20, "the reserve was of no use"
        assert mine.response(me).answers["3b.1"] == saved["3b.1"]
        (small_disk / "ballast").unlink()
        last = rated("3b.1", 4, comment="room again")
        mine.answer(me, last)
        assert not mine.space_low
    with offices.open(mine.path) as again:
        assert not again.damaged
        assert again.response(me).answers["3b.1"] == last
        assert again.undo(me) is not None
        assert again.response(me).answers["3b.1"] == saved["3b.1"]


def test_on_a_real_full_disk_a_new_file_is_refused_and_leaves_nothing(small_disk):
    take_all(small_disk)
    with pytest.raises(Problem, match="S-121"):
        Offices(small_disk).alone()
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]
