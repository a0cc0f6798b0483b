"""Regions work, are merged, and imports are taken back, in whatever order.

What goes in is a subset of what comes out, the order does not matter, and the counts
that are kept are those of the answers (R-304).
"""

import itertools
import random
import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from support.counted import check
from support.offices import rated
from support.regions import Regions

from spf_assess.consultation.proceedings import CLASSES
from spf_assess.exchange import build_packet, new_key
from spf_assess.model import (
    Constituency,
    Decision,
    Note,
    NoteKind,
    RespondentKind,
    Response,
    Stance,
)

BENCHES = tuple(Constituency)[:3]
NAMES = ("North", "South", "West")
KEYS = tuple(new_key() for _ in BENCHES)
REGION = st.sampled_from(NAMES)


class Workshops(RuleBasedStateMachine):
    """Three regions and the file in which all comes together."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="regions-"))
        self.regions = Regions(self.folder)
        seconds = itertools.count()
        self.clock = patch(
            "spf_assess.consultation.proceedings.now_iso",
            lambda: f"2026-03-02T{next(seconds):06d}Z",
        )
        self.clock.start()

    @initialize()
    def begin(self):
        self.home = self.regions.offices.found()
        self.seats = [
            self.home.invite(
                constituency=bench, kind=RespondentKind.BENCH, name=bench.value
            )[0]
            for bench in BENCHES
        ]
        self.files = {name: self.regions.copy(self.home, name) for name in NAMES}
        self.home.close()
        shutil.copy(self.home.path, self.folder / "empty.spfa")
        self.home = self.regions.offices.open()
        self.made = 0

    def teardown(self):
        try:
            if hasattr(self, "files"):
                self.all_that_was_said_is_there_in_any_order()
        finally:
            self.clock.stop()
            for file in getattr(self, "files", {}).values():
                file.close()
            if hasattr(self, "home"):
                self.home.close()
            shutil.rmtree(self.folder)

    # what happens in regions

    @rule(where=REGION, seat=st.integers(0, 2), seq=st.integers(1, 3))
    def a_group_hands_in(self, where, seat, seq):
        self.made += 1
        level = 1 + self.made % 4
        answers = {"3a.1": rated("3a.1", level, comment=f"said {self.made}")}
        response = Response(
            self.seats[seat], 1, answers, seq, f"2026-03-02T10:00:{self.made % 60:02d}Z"
        )
        prev = "" if seq == 1 else "0" * 64
        path = self.folder / f"{self.made}.spfr"
        path.write_bytes(
            build_packet(self.home.header, response, prev=prev, seed=KEYS[seat])
        )
        self.files[where].import_packet(path)

    @rule(where=REGION, bench=st.sampled_from(BENCHES), level=st.integers(1, 4))
    def somebody_new_answers(self, where, bench, level):
        self.regions.answer(self.files[where], level, constituency=bench)

    @rule(where=REGION, bench=st.sampled_from(BENCHES), moves=st.booleans())
    def a_group_says_what_it_does(self, where, bench, moves):
        stance = Stance(2, "3a.1", bench, Decision.KEEP)
        if moves:
            stance = Stance(2, "3a.1", bench, Decision.MOVE, {"law": 2}, where)
        self.files[where].proceedings.record(stance)

    @rule(where=REGION)
    def something_is_noted(self, where):
        self.made += 1
        note = Note(f"n{self.made}", 1, NoteKind.NOTE, where, "2026-03-02")
        self.files[where].proceedings.record(note)

    @rule(where=REGION, other=REGION)
    def a_region_merges_another(self, where, other):
        if where != other:
            self.files[where].merge(self.files[other].path)

    # what happens where all comes together

    @rule(where=REGION)
    def it_is_merged(self, where):
        file = self.files[where]
        plan = self.home.plan_merge(file.path)
        assert self.home.merge(file.path)[0] == plan
        assert own(file) <= everything(self.home)
        before = outcome(self.home)
        assert self.home.merge(file.path)[0].brings_nothing
        assert outcome(self.home) == before

    @precondition(lambda self: any(not one.undone_at for one in self.home.batches()))
    @rule(data=st.data())
    def the_last_import_is_taken_back(self, data):
        standing = [one for one in self.home.batches() if not one.undone_at]
        batch = data.draw(st.sampled_from(standing))
        self.home.undo_import(batch.number)
        mine = {one.digest for one in self.home.packets()}
        assert set(batch.told["packets"]) <= mine  # kept aside, not lost
        counted = {
            one.batch for kind in CLASSES.values() for one in entries(self, kind)
        }
        assert batch.number not in counted

    @rule()
    def it_is_opened_again(self):
        before = outcome(self.home)
        self.home.close()
        self.home = self.regions.offices.open()
        assert not self.home.damaged
        assert outcome(self.home) == before

    # what always holds

    @invariant()
    def what_is_counted_is_what_is_answered(self):
        if hasattr(self, "home") and list(self.home.packets()):
            check(self.home)

    def all_that_was_said_is_there_in_any_order(self):
        said = set()
        for file in self.files.values():
            self.home.merge(file.path)
            said |= own(file)
        assert said <= everything(self.home)
        check(self.home)
        order = list(self.files.values())
        random.Random(self.made).shuffle(order)  # noqa: S311 - not for secrets
        with self.regions.offices.open(self.folder / "empty.spfa") as other:
            for file in order:
                other.merge(file.path)
            assert outcome(other) == outcome(self.home)


def entries(machine, kind):
    """Everything of a kind where all comes together."""
    return machine.home.proceedings.entries(kind)


def records(file):
    """What was recorded, with its origin."""
    return {
        (one.origin, kind.KIND, one.value.id, repr(one.value))
        for kind in CLASSES.values()
        for one in file.proceedings.entries(kind)
    }


def own(file):
    """What a region itself says: its packets, and the records with its own origin."""
    packets = {one.digest for one in file.packets()}
    origin = file.proceedings.origin
    return packets | {one for one in records(file) if one[0] == origin}


def everything(file):
    """All packets and records of a file."""
    return {one.digest for one in file.packets()} | records(file)


def outcome(file):
    """Everything that must not depend on the order."""
    return (
        {one.digest: (one.state, one.reason) for one in file.packets()},
        {one.respondent.id: one for one in file.responses()},
        records(file),
        {kind.KIND: file.proceedings.standing(kind) for kind in CLASSES.values()},
        {one.id for one in file.respondents()},
    )


PATIENT = settings(
    deadline=None, stateful_step_count=12, suppress_health_check=list(HealthCheck)
)

TestWorkshops = Workshops.TestCase
TestWorkshops.settings = settings(PATIENT, max_examples=15)


@pytest.mark.long
class TestManyWorkshops(Workshops.TestCase):
    """The same for longer."""

    settings = settings(PATIENT, max_examples=150, stateful_step_count=25)
