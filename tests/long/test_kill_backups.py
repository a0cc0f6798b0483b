"""Kill -9 while a backup is made, while going back to one, and while a file is written.

At the first calls of each kind and at the last sixty openings of a file, which are
those of the work itself: what comes before loads the program (R-101, R-107).
"""

import shutil

import pytest
from support.killing import STRACE, run
from support.offices import Offices, rated
from support.saver import contents

from spf_assess.store import backups

pytestmark = pytest.mark.long

FEW, LAST, WANTED = 12, 60, 50
CALLS = ("write", "pwrite64", "fsync", "fdatasync", "rename", "unlink")


@pytest.fixture
def offices(tmp_path):
    assert STRACE, "install strace: apt-get install strace"
    return Offices(tmp_path)


def places(begin, arguments):
    """Return where to kill: at (call, n), up to the end of the work."""

    def lives(call, when):
        begin()
        return "closed" in run(arguments, call=call, when=when)

    found = []
    for call in CALLS:
        for when in range(1, FEW):
            if lives(call, when):
                break
            found.append((call, when))
    least, most = 1, 2
    while not lives("openat", most):
        least, most = most, most * 2
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (least, middle) if lives("openat", middle) else (middle, most)
    return [*found, *(("openat", when) for when in range(least, least - LAST, -1))]


def sweep(begin, arguments, judge):
    killed = 0
    for call, when in places(begin, arguments):
        begin()
        words = run(arguments, call=call, when=when)
        killed += "closed" not in words
        judge(words, (call, when))
    return killed


def answers(offices, path):
    with offices.open(path, read_only=True) as opened:
        assert not opened.damaged
        return set(opened.response(opened.me().id).answers)


@pytest.fixture
def file(offices):
    with offices.alone() as mine:
        mine.answer(mine.me().id, rated("3a.1", 1, comment="x" * 3000))
    return mine.path


def test_kills_while_backing_up_leave_sound_backups_only(offices, file):
    before, seen = file.read_bytes(), set()

    def begin():
        shutil.rmtree(backups.folder_of(file), ignore_errors=True)

    def judge(words, where):
        assert file.read_bytes() == before, where
        found = backups.list_backups(file)
        assert all(backups.is_sound(one.path) for one in found), where
        assert found or "backup" not in words, where
        seen.add(bool(found))
        again = backups.make(file, backups.REGULAR)
        assert answers(offices, again.path) == {"3a.1"}, where

    assert sweep(begin, ["backup", file], judge) >= WANTED
    assert seen == {True, False}


def test_kills_while_going_back_leave_the_one_state_or_the_other(offices, file):
    made = backups.make(file, backups.REGULAR)
    aside = file.with_name("backup.spfa")
    shutil.copy(made.path, aside)
    with offices.open(file) as mine:
        mine.answer(mine.me().id, rated("3b.1", 2))
    before, seen = file.read_bytes(), set()

    def begin():
        shutil.rmtree(made.path.parent)
        made.path.parent.mkdir()
        shutil.copy(aside, made.path)
        file.write_bytes(before)

    def judge(words, where):
        found = answers(offices, file)
        assert found in ({"3a.1"}, {"3a.1", "3b.1"}), where
        assert found == {"3a.1"} or "restored" not in words, where
        seen.add(len(found))
        if found == {"3a.1"}:  # what it took the place of is kept
            kept = [answers(offices, one.path) for one in backups.list_backups(file)]
            assert {"3a.1", "3b.1"} in kept, where

    assert sweep(begin, ["restore", file, made.path], judge) >= WANTED
    assert seen == {1, 2}


def test_kills_while_a_large_file_is_written_leave_the_old_one_or_the_new(tmp_path):
    killed, bad = sweep_writing(tmp_path / "report.pdf")
    assert killed >= WANTED, killed
    assert bad == []


def test_the_same_file_written_in_place_is_lost(tmp_path):
    """The control."""
    killed, bad = sweep_writing(tmp_path / "report.pdf", {"SAVER_PLAIN": "1"})
    assert killed
    assert bad


def sweep_writing(path, environment=None, size=3_000_000, attempts=20):
    killed, bad = 0, []
    for call, step in (("write", 1), ("fsync", 3), ("rename", 2)):
        for when in range(1, 3 * attempts, step):
            path.write_bytes(contents(0, size))
            words = run(
                ["write", path, size, attempts],
                environment=environment,
                call=call,
                when=when,
            )
            if "closed" in words:
                break
            killed += 1
            last = max((int(word) for word in words if word.isdigit()), default=0)
            whole = (contents(last, size), contents(last + 1, size))
            if path.read_bytes() not in whole:
                bad.append((call, when))
    return killed, bad
