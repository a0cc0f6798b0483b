"""Kill -9 at chosen system calls of saving, importing and handing in (R-101).

``strace`` kills the program as it enters the n-th call of a kind. Needs strace and the
right to trace a process of one's own; without them these tests fail, they don't skip.
"""

import shutil

import pytest
from support.killing import STRACE, fault_after_kill, run
from support.offices import Offices, rated

from spf_assess.exchange import read_packet
from spf_assess.model import Constituency, PacketState

pytestmark = pytest.mark.long

# Thirty saves make about 780, 150 and 30 of these calls.
SAVE_POINTS = [
    *(("pwrite64", when) for when in range(1, 780, 4)),
    *(("fdatasync", when) for when in range(1, 150, 2)),
    *(("unlink", when) for when in range(1, 31)),
]
IMPORT_POINTS = [
    *(("pwrite64", when) for when in range(1, 160, 4)),
    *(("fdatasync", when) for when in range(1, 21)),
    *(("unlink", when) for when in range(1, 5)),
]
HAND_IN_POINTS = [
    *(("pwrite64", when) for when in range(1, 430, 11)),
    *(("fdatasync", when) for when in range(1, 90, 7)),
    *(("fsync", when) for when in range(1, 18, 2)),
    *(("rename", when) for when in range(1, 7)),
    *(("unlink", when) for when in range(1, 13, 2)),
]


@pytest.fixture
def offices(tmp_path):
    assert STRACE, "install strace: apt-get install strace"
    return Offices(tmp_path)


@pytest.fixture
def file(offices):
    with offices.alone() as mine:
        mine.answer(mine.me().id, rated("3a.1", 1))
        mine.undo(mine.me().id)
    return mine.path


def sweep(offices, file, points, environment=None):
    before = file.read_bytes()
    faults, killed = [], 0
    for call, when in points:
        for left in file.parent.glob(f"{file.name}-journal"):
            left.unlink()
        file.write_bytes(before)
        words = run(
            ["answers", file, 30], environment=environment, call=call, when=when
        )
        killed += "closed" not in words
        if fault := fault_after_kill(offices, file, words):
            faults.append((call, when, fault))
    return killed, faults


def test_three_hundred_kills_while_saving_lose_nothing(offices, file):
    killed, faults = sweep(offices, file, SAVE_POINTS)
    assert killed >= 300, killed
    assert faults == []


def test_the_same_kills_without_a_journal_are_bad(offices, file):
    """The control."""
    points = [point for point in SAVE_POINTS if point[0] == "pwrite64"][:60:2]
    killed, faults = sweep(offices, file, points, {"SAVER_JOURNAL": "OFF"})
    assert killed
    assert faults


ERROR_POINTS = [
    *(("pwrite64", "ENOSPC", when) for when in range(1, 260, 5)),
    *(("pwrite64", "EIO", when) for when in range(2, 260, 10)),
    *(("fdatasync", "EIO", when) for when in range(1, 50, 2)),
    *(("unlink", "EIO", when) for when in range(1, 10)),
]


def test_a_call_that_fails_once_is_told_or_survived_and_the_next_try_saves(
    offices, file
):
    """No space or a failing disk at any call: nothing lost, nothing half-written."""
    before = file.read_bytes()
    told = set()
    for call, error, when in ERROR_POINTS:
        file.write_bytes(before)
        words = run(
            ["answers", file, 10], call=call, when=when, effect=f"error={error}"
        )
        told |= {word for word in words if word.startswith("told:")}
        assert words[-1] == "closed", (call, error, when, words)
        fault = fault_after_kill(offices, file, words)
        assert fault == "", (call, error, when, fault)
    assert told == {"told:S-122"}, "a full disk is answered by giving up the reserve"


def test_kills_while_importing_leave_all_of_a_packet_or_nothing(offices, tmp_path):
    packets = []
    with offices.found() as facilitator:
        for bench in (Constituency.WORKERS, Constituency.EMPLOYERS):
            with offices.respondent(facilitator, bench.value, bench) as one:
                for level in (1, 2):
                    me = one.me().id
                    one.answer(me, rated("3a.1", level, comment="x" * 3000))
                    one.answer(me, rated("3b.1", level, comment="y" * 3000))
                    path = tmp_path / f"{bench.value}{level}.spfr"
                    one.hand_in(me, path)
                    packets.append(path)
    empty = tmp_path / "empty.spfa"
    shutil.copy(offices.file, empty)
    run(["import", offices.file, *packets])
    with offices.open() as whole:
        wanted = outcome(whole)
    killed = 0
    for call, when in IMPORT_POINTS:
        for left in tmp_path.glob(f"{offices.file.name}-journal"):
            left.unlink()
        shutil.copy(empty, offices.file)
        words = run(["import", offices.file, *packets], call=call, when=when)
        killed += "closed" not in words
        acknowledged = {word for word in words if len(word) == 64}
        with offices.open() as opened:
            assert not opened.damaged, (call, when)
            assert acknowledged <= {one.digest for one in opened.packets()}
            for one in opened.packets():
                assert read_packet(opened.packet_bytes(one.digest)).seq == one.seq
            for response in opened.responses():
                assert len(response.answers) == 2, (call, when)
            for path in packets:
                opened.import_packet(path)
            assert outcome(opened) == wanted, (call, when)
    assert killed >= 50


def outcome(file):
    return (
        {one.digest: one.state for one in file.packets()},
        [(one.respondent, one.seq, dict(one.answers)) for one in file.responses()],
    )


def test_kills_while_handing_in_never_make_two_packets_of_one_number(offices, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    killed = 0
    with offices.found() as facilitator:
        offices.respondent(facilitator, "ana").close()
        mine = tmp_path / "ana.spfa"
        for call, when in HAND_IN_POINTS:
            words = run(["hand-in", mine, folder, 6], call=call, when=when)
            killed += "closed" not in words
            with offices.open(mine) as opened:
                assert not opened.damaged, (call, when)
                acknowledged = [int(word) for word in words if word.isdigit()]
                if acknowledged:
                    assert opened.response(opened.me().id).seq >= acknowledged[-1]
        for path in sorted(folder.glob("*.spfr")):
            record = facilitator.import_packet(path)
            assert record.state is not PacketState.QUARANTINED, record
        found = [one.seq for one in facilitator.packets()]
        assert len(found) == len(set(found))
    assert killed >= 50
