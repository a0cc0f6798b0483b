"""Kill -9 while answers are saved: every acknowledged one is there (R-101).

Twenty kills without any tracer: ten by the write that lets the file grow beyond a
limit, in the middle of a transaction; ten by the parent, wherever the program is. The
sweep over three hundred chosen system calls stands in tests/long.
"""

import subprocess
import sys

import pytest
from support.killing import SAVER, fault_after_kill, kill_after, run
from support.offices import Offices, rated
from support.saver import contents

from spf_assess.store import backups


@pytest.fixture
def offices(tmp_path):
    return Offices(tmp_path)


@pytest.fixture
def file(offices):
    with offices.alone() as mine:
        mine.answer(mine.me().id, rated("3a.1", 1))
        mine.undo(mine.me().id)
    return mine.path


@pytest.mark.parametrize("room", range(2000, 62_000, 6000))
def test_killed_by_a_write_in_the_middle_of_a_save(offices, file, room):
    words = run(["answers", file, 500], environment={"SAVER_ROOM": str(room)})
    assert words[0] == "ready"
    assert "closed" not in words, "it was not killed"
    assert fault_after_kill(offices, file, words) == ""


@pytest.mark.parametrize("acknowledged", [0, 1, 2, 3, 5, 8, 13, 21, 34, 55])
def test_killed_by_somebody_at_any_moment(offices, file, acknowledged):
    words = kill_after(["answers", file, 5000], acknowledged)
    assert "closed" not in words, "it was not killed"
    assert fault_after_kill(offices, file, words) == ""


def test_without_the_journal_the_same_kills_do_harm(offices, file):
    """The control: what is asked above is not true by itself."""
    before = file.read_bytes()
    faults = []
    for room in range(2000, 62_000, 6000):
        file.write_bytes(before)
        words = run(
            ["answers", file, 500],
            environment={"SAVER_ROOM": str(room), "SAVER_JOURNAL": "OFF"},
        )
        assert "closed" not in words
        faults.append(fault_after_kill(offices, file, words))
    assert any(faults), "killing without a journal left everything whole"


@pytest.mark.parametrize("room", [1, 30_000, 60_000])
def test_killed_in_the_middle_of_a_backup_it_leaves_none_that_is_not_sound(
    offices, file, room
):
    before = file.read_bytes()
    words = run(["backup", file], environment={"SAVER_ROOM": str(room)})
    assert words == ["ready"], "it was not killed"
    assert file.read_bytes() == before
    assert backups.list_backups(file) == ()
    assert backups.is_sound(backups.make(file, backups.REGULAR).path)


@pytest.mark.parametrize("plain", [False, True])
def test_killed_while_a_file_is_written_over_it_is_as_it_was(tmp_path, plain):
    """Written in place (the control) it is not."""
    path, size = tmp_path / "report.pdf", 3_000_000
    path.write_bytes(contents(0, size))
    room = {"SAVER_ROOM": str(size // 2)}
    plainly = {"SAVER_PLAIN": "1"} if plain else {}
    words = run(["write", path, size, 1], environment=room | plainly)
    assert words == ["ready"], "it was not killed"
    assert (path.read_bytes() == contents(0, size)) is not plain


def test_a_reader_never_sees_half_a_save_nor_stops_the_writer(offices, file):
    """As the report's process does while the window goes on saving."""
    command = [sys.executable, str(SAVER), "answers", str(file), "2000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout.readline() == "ready\n"
        seen = []
        while writer.poll() is None and len(seen) < 400:
            with offices.open(file, read_only=True) as reader:
                assert not reader.damaged
                answers = reader.response(reader.me().id).answers
                seen.append(max((_number(one) for one in answers.values()), default=-1))
        words = writer.stdout.read().split()
    assert words[-1] == "closed"
    assert len(words) == 2001
    assert seen == sorted(seen)
    assert seen[-1] > seen[0]


def _number(answer) -> int:
    return int(answer.comment.split()[0])
