"""Kill -9 at every few system calls of merging, exporting and bringing up to date.

Each must be all done or not begun, whenever the power fails (R-101, R-104, R-108).
"""

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from support.killing import STRACE, run
from support.offices import Offices, rated
from support.regions import Regions, said_in

from spf_assess.model import Decision, Stance
from spf_assess.store import upgrading

pytestmark = pytest.mark.long

FIRST = Path(__file__).parents[1] / "unit" / "store" / "versions" / "version-1.spfa"
CALLS = ("pwrite64", "fdatasync", "fsync", "rename", "unlink", "fcntl", "pread64")
WANTED, MOST = 50, 4000


@pytest.fixture(autouse=True)
def _tools():
    assert STRACE, "install strace: apt-get install strace"


def sweep(begin, arguments, judge, steps):
    """Kill at every n-th call of each kind until one run comes to its end."""
    killed = 0
    for call in CALLS:
        for when in range(1, MOST, steps.get(call, 1)):
            begin()
            words = run(arguments, call=call, when=when)
            judge(words, (call, when))
            if "closed" in words:
                break
            killed += 1
    return killed


def test_kills_while_merging_bring_in_all_or_nothing(tmp_path):
    regions = Regions(tmp_path)
    with regions.offices.found() as home:
        regions.answer(home, 2)
        with regions.copy(home, "North") as north:
            for level in (1, 3, 4):
                regions.answer(north, level)
            north.proceedings.record(
                Stance(2, "3a.1", north.respondents()[0].constituency, Decision.KEEP)
            )
            other = north.path
        alone = said_in(home)
    before = tmp_path / "before.spfa"
    shutil.copy(home.path, before)
    run(["merge", home.path, other])
    with regions.offices.open() as merged:
        together = said_in(merged)
    assert alone < together
    seen = set()

    def begin():
        for left in tmp_path.glob(f"{home.path.name}-journal"):
            left.unlink()
        shutil.copy(before, home.path)

    def judge(words, where):
        with regions.offices.open() as opened:
            assert not opened.damaged, where
            found = said_in(opened)
            assert found in (alone, together), where
            assert found == together or "merged" not in words, where
            opened.merge(other)
            assert said_in(opened) == together, where
        seen.add(found == together)

    killed = sweep(
        begin, ["merge", home.path, other], judge, {"pread64": 6, "fcntl": 3}
    )
    assert killed >= WANTED, killed
    assert seen == {True, False}


def test_kills_while_exporting_leave_the_old_file_or_the_new_one(tmp_path):
    offices = Offices(tmp_path)
    with offices.found() as file:
        offices.respondent(file, "ana").close()
    out = tmp_path / "out" / "results.json"
    out.parent.mkdir()
    old = b'{"old": true}'

    def begin():
        for left in out.parent.iterdir():
            left.unlink()
        out.write_bytes(old)

    def judge(words, where):
        data = out.read_bytes()
        told = [word for word in words if len(word) == 64]
        json.loads(data)
        if told:
            with_one_more = hashlib.sha256(data).hexdigest() == told[-1]
            assert with_one_more or len(data) > len(old), where
        elif data != old:
            assert data.startswith(b'{"format"') or b'"consultation"' in data, where

    killed = sweep(
        begin, ["export", file.path, out, 8], judge, {"pread64": 4, "fcntl": 3}
    )
    assert killed >= WANTED, killed


def test_kills_while_a_file_is_brought_up_to_date_keep_every_answer(tmp_path):
    offices = Offices(tmp_path)

    def begin():
        for left in tmp_path.iterdir():
            if left.is_file():
                left.unlink()
        shutil.copy(FIRST, offices.file)

    def judge(_words, where):
        with offices.open() as opened:
            assert not opened.damaged, where
            kept = opened.responses()[0].answers["3a.1"]
            assert kept == rated("3a.1", 2, 3, comment="Kept from version 1."), where
        assert upgrading.kept_name(offices.file, 1).exists(), where

    killed = sweep(begin, ["open", offices.file], judge, {"pread64": 4, "fcntl": 3})
    assert killed >= WANTED, killed
