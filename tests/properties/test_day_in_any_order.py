"""Packets, rounds, reveals, statements, regions and imports taken back, in any order.

Whatever people do and in whatever order, nothing is shown before it is revealed, what
was shown of the first round stays as it was shown, a group's position is changed by
nobody else, and no packet or word is lost (R-303, R-304).
"""

import shutil
import tempfile
from contextlib import contextmanager
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
from support.offices import rated
from support.regions import Regions

from spf_assess.analysis import compute
from spf_assess.exchange import build_packet, new_key
from spf_assess.model import (
    BENCHES,
    Agreement,
    Decision,
    Problem,
    RespondentKind,
    Response,
    Stance,
    Text,
)

ITEMS = ("3a.1", "3b.1")
KEYS = tuple(new_key() for _ in BENCHES)
SEAT, ITEM, LEVEL = st.integers(0, 2), st.sampled_from(ITEMS), st.integers(1, 4)


class Day(RuleBasedStateMachine):
    """One meeting, and a region that sends its file."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="day-"))
        self.regions = Regions(self.folder)
        self.made, self.home = 0, None
        self.clock = patch(
            "spf_assess.consultation.proceedings.now_iso",
            lambda: f"2026-03-02T10:00:00.{self.made:06d}Z",
        )
        self.clock.start()

    @initialize(stage=st.integers(0, 2))
    def begin(self, stage):
        """At the start, when the first round was shown, or in the second."""
        self.home = self.regions.offices.found()
        self.seats = [
            self.home.invite(constituency=bench, kind=RespondentKind.BENCH)[0]
            for bench in BENCHES
        ]
        self.region = self.regions.copy(self.home, "North")
        self.sent, self.seen, self.ever = set(), {}, frozenset()
        if stage:
            for seat, level in enumerate((4, 3, 1)):
                self.home.import_packet(self.packet(seat, 1, 1, level))
            self.home.close_round()
            self.home.reveal(ITEMS[0])
        if stage == len(ITEMS):
            self.home.open_round()

    def teardown(self):
        self.clock.stop()
        if self.home is not None:
            self.home.close()
            self.region.close()
        shutil.rmtree(self.folder)

    # -- what people do -----------------------------------------------------------

    @rule(seat=SEAT, number=st.integers(1, 2), seq=st.integers(1, 3), level=LEVEL)
    def a_group_hands_in(self, seat, number, seq, level):
        packet = self.packet(seat, number, seq, level)
        before = self.positions()
        self.home.import_packet(packet)
        self.sent.add(digest_of(self.home, packet))
        self.only_its_own_word_counts(before, BENCHES[seat])

    @rule(seat=SEAT, level=LEVEL)
    def a_group_hands_in_elsewhere(self, seat, level):
        self.region.import_packet(self.packet(seat, 1, 1, level))

    @rule()
    def the_region_sends_its_file(self):
        self.home.merge(self.region.path)
        self.sent |= {one.digest for one in self.region.packets()}
        self.seen.clear()  # late answers of a region are answers of the first round

    @precondition(lambda self: any(not one.undone_at for one in self.home.batches()))
    @rule()
    def an_import_is_taken_back(self):
        standing = [one for one in self.home.batches() if not one.undone_at]
        self.home.undo_import(standing[-1].number)
        self.seen.clear()

    @rule()
    def the_round_is_closed(self):
        self.home.close_round()

    @rule(number=st.sampled_from((None, 1, 2)))
    def a_round_is_opened(self, number):
        known = len(self.home.rounds)
        if number is None and known == 2:
            return
        with allowed("C-160", "C-162", "C-115"):
            self.home.open_round(number)

    @rule(item=ITEM)
    def positions_are_revealed(self, item):
        with allowed("C-160", "C-163"):
            self.home.reveal(item)

    @rule(seat=SEAT, item=ITEM, level=LEVEL, moves=st.booleans())
    def a_group_states(self, seat, item, level, moves):
        stance = Stance(0, item, BENCHES[seat], Decision.KEEP, reservation="Not so.")
        if moves:
            stance = Stance(
                0, item, BENCHES[seat], Decision.MOVE, {"practice": level}, "Read it."
            )
        before = self.positions()
        with allowed("C-122", "C-123", "C-128", "C-160", "C-165", "C-166", "C-167"):
            self.home.state(stance, correcting=True)
        self.only_its_own_word_counts(before, BENCHES[seat])

    @rule(item=ITEM)
    def two_groups_agree_on_words(self, item):
        before = self.positions()
        said = Text.of(en="So be it.", fr="Soit.")
        with allowed("C-123", "C-128", "C-160", "C-165", "C-166"):
            self.home.agree(
                Agreement(0, item, statement=said, agreed_by=BENCHES[:2]),
                correcting=True,
            )
        assert self.positions() == before

    @rule()
    def the_power_fails(self):
        before = self.positions(), self.home.revealed(1), self.home.rounds
        self.home.close()
        self.home = self.regions.offices.open()
        assert not self.home.damaged
        assert (self.positions(), self.home.revealed(1), self.home.rounds) == before

    # -- what always holds ----------------------------------------------------------

    @invariant()
    def nothing_is_shown_before_it_is_revealed(self):
        if self.home is None:
            return
        for item in ITEMS:
            if item in self.home.revealed(1) and not self.home.is_open(1):
                shown = self.home.shown(item, 1)
                assert self.seen.setdefault(item, shown) == shown
            else:
                with pytest.raises(Problem) as told:
                    self.home.shown(item, 1)
                assert told.value.code in {"C-160", "C-165"}

    @invariant()
    def what_was_revealed_stays_so(self):
        if self.home is not None:
            assert self.ever <= self.home.revealed(1)
            self.ever = self.home.revealed(1)

    @invariant()
    def no_packet_is_lost_and_the_counts_are_those_of_the_answers(self):
        if self.home is not None:
            assert self.sent <= {one.digest for one in self.home.packets()}
            assert self.home._tallies.whole
            said = self.home.questionnaire, self.home.selection, self.home.responses(1)
            assert self.home.results(1) == compute(*said)

    # -- how it is looked at ----------------------------------------------------------

    def packet(self, seat, number, seq, level):
        """A packet of a group for a round, never the same twice."""
        self.made += 1
        answers = {item: rated(item, level, level) for item in ITEMS}
        at = f"2026-03-02T10:{self.made // 60:02d}:{self.made % 60:02d}Z"
        response = Response(self.seats[seat], number, answers, seq, at)
        path = self.folder / f"{self.made}.spfr"
        prev = "" if seq == 1 else "0" * 64
        path.write_bytes(
            build_packet(self.home.header, response, prev=prev, seed=KEYS[seat])
        )
        return path

    def positions(self):
        """All positions of the latest round, by group."""
        return {
            (item, part, one.constituency): one
            for item in ITEMS
            for part, found in self.home.results().comparisons[item].items()
            for one in found.positions
        }

    def only_its_own_word_counts(self, before, bench):
        """Nobody's position changed but that of *bench*."""
        for place, now in self.positions().items():
            if place[-1] is not bench:
                assert before[place] == now


@contextmanager
def allowed(*codes):
    """A refusal with one of these codes is an answer, too."""
    try:
        yield
    except Problem as problem:
        assert problem.code in codes, problem  # noqa: PT017 - others are faults


def digest_of(file, packet):
    """The digest under which a file keeps a packet."""
    (found,) = [one.digest for one in file.packets() if one.digest == sha(packet)]
    return found


def sha(packet):
    """What the packet says its digest is."""
    from spf_assess.exchange import read_packet

    return read_packet(packet.read_bytes()).digest


PATIENT = settings(
    deadline=None, stateful_step_count=15, suppress_health_check=list(HealthCheck)
)

TestDay = Day.TestCase
TestDay.settings = settings(PATIENT, max_examples=20)


@pytest.mark.long
class TestManyDays(Day.TestCase):
    """The same for longer: 500 sequences."""

    settings = settings(PATIENT, max_examples=500, stateful_step_count=30)
