"""Undo and redo against a model, with closing and reopening at any time."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from support.offices import Offices, rated

from spf_assess.model import Answer

ITEMS = ("3a.1", "3b.1", "5a.1")


class Desk(RuleBasedStateMachine):
    """A person who answers, clears, undoes, redoes, leaves and comes back."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="undo-"))
        self.offices = Offices(self.folder)
        self.file = self.offices.alone()
        self.me = self.file.me().id
        self.past: list[dict] = []
        self.now: dict = {}
        self.future: list[dict] = []

    def teardown(self):
        self.file.close()
        shutil.rmtree(self.folder)

    @rule(item=st.sampled_from(ITEMS), level=st.integers(0, 4))
    def answer(self, item, level):
        answer = rated(item, level) if level else Answer(item)
        wanted = {key: one for key, one in self.now.items() if key != item}
        if level:
            wanted[item] = answer
        changes = self.file.answer(self.me, answer)
        assert bool(changes.answers) == (wanted != self.now)
        if wanted != self.now:
            self.past.append(self.now)
            self.now, self.future = wanted, []

    @rule()
    def undo(self):
        changes = self.file.undo(self.me)
        assert (changes is not None) == bool(self.past)
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self):
        changes = self.file.redo(self.me)
        assert (changes is not None) == bool(self.future)
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule()
    def leave_and_come_back(self):
        self.file.close()
        self.file = self.offices.open(self.file.path)
        assert not self.file.damaged

    @invariant()
    def the_file_says_what_the_person_sees(self):
        assert self.file.response(self.me).answers == self.now
        assert self.file.can_undo(self.me) == bool(self.past)
        assert self.file.can_redo(self.me) == bool(self.future)


TestDesk = Desk.TestCase
TestDesk.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
