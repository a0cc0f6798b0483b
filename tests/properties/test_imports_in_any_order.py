"""Import: idempotent, independent of order, and nothing that came in goes missing.

Packets are made by hand, so that numbers, keys, rounds and seats collide far more often
than honest programs would let them (R-303, R-304).
"""

import dataclasses
import random
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule
from support.offices import Offices, rated

from spf_assess.exchange import build_packet, new_key, read_packet
from spf_assess.model import (
    Constituency,
    PacketState,
    RespondentKind,
    Response,
    answer_to_plain,
)
from spf_assess.store.records import json_text

KEYS = tuple(new_key() for _ in range(2))
BENCHES = (Constituency.GOVERNMENT, Constituency.EMPLOYERS, Constituency.WORKERS)
ITEMS = ("3a.1", "3b.1", "5a.1")


class Imports(RuleBasedStateMachine):
    """One facilitator's file, packets from three seats and some from nowhere."""

    packets = Bundle("packets")

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="imports-"))
        self.offices = Offices(self.folder)
        self.file = self.offices.found()
        self.seats = [
            self.file.invite(
                constituency=bench, kind=RespondentKind.PERSON, name=bench.value
            )[0]
            for bench in BENCHES
        ]
        self.file.close()
        self.empty = self.folder / "empty.spfa"
        shutil.copy(self.file.path, self.empty)
        self.file = self.offices.open()
        self.brought: list[Path] = []
        self.made = 0

    def teardown(self):
        try:
            self.same_in_another_order()
        finally:
            self.file.close()
            shutil.rmtree(self.folder)

    @rule(
        target=packets,
        seat=st.integers(0, 2),
        key=st.sampled_from((0, 0, 0, 0, 1)),
        seq=st.integers(1, 4),
        number=st.sampled_from((1, 1, 1, 1, 2)),
        levels=st.lists(st.integers(1, 4), min_size=1, max_size=3),
        other=st.sampled_from(("", "", "", "", "consultation", "seat", "bench")),
    )
    def make(self, seat, key, seq, number, levels, other):
        header, who = self.file.header, self.seats[seat]
        if other == "consultation":
            header = dataclasses.replace(header, id="f" * 32)
        elif other == "seat":
            who = dataclasses.replace(who, id="e" * 32)
        elif other == "bench":
            who = dataclasses.replace(who, constituency=BENCHES[seat - 1])
        answers = {
            item: rated(item, level) for item, level in zip(ITEMS, levels, strict=False)
        }
        response = Response(who, number, answers, seq, "2026-11-18T10:42:07Z")
        prev = "" if seq == 1 else "0" * 64
        data = build_packet(header, response, prev=prev, seed=KEYS[key])
        self.made += 1
        path = self.folder / f"{self.made}.spfr"
        path.write_bytes(data)
        return path

    @rule(target=packets, packet=packets, place=st.integers(0, 10_000))
    def spoil(self, packet, place):
        data = bytearray(packet.read_bytes())
        data[place % len(data)] ^= 1
        self.made += 1
        path = self.folder / f"{self.made}.spfr"
        path.write_bytes(data)
        return path

    @rule(packet=packets)
    def bring_in(self, packet):
        before = {one.respondent.id: one for one in self.file.responses()}
        known = {one.digest for one in self.file.packets()}
        record = self.file.import_packet(packet)
        self.brought.append(packet)
        assert (record.state is PacketState.KNOWN) == (record.digest in known)
        seat = record.respondent.id if record.respondent else ""
        for one in self.file.responses():
            if one.respondent.id != seat:
                assert before[one.respondent.id] == one

    @rule(packet=packets)
    def bring_in_twice(self, packet):
        self.file.import_packet(packet)
        self.brought.append(packet)
        before = outcome(self.file)
        assert self.file.import_packet(packet).state is PacketState.KNOWN
        assert outcome(self.file) == before

    @rule()
    def reopen(self):
        before = outcome(self.file)
        self.file.close()
        self.file = self.offices.open()
        assert not self.file.damaged
        assert outcome(self.file) == before

    @invariant()
    def what_counts_is_the_highest_clear_packet(self):
        for response in self.file.responses():
            seat = response.respondent.id
            counted = [
                one
                for one in self.file.packets()
                if one.state in (PacketState.ACCEPTED, PacketState.SUPERSEDED)
                and one.respondent is not None
                and one.respondent.id == seat
            ]
            assert response.seq == max(one.seq for one in counted)
            winner = next(one for one in counted if one.seq == response.seq)
            packet = read_packet(self.file.packet_bytes(winner.digest))
            assert {one.item: one for one in packet.answers} == response.answers

    @invariant()
    def nothing_that_came_in_is_missing(self):
        wanted = set()
        for path in self.brought:
            wanted |= said_in(path.read_bytes())
        kept = set()
        for one in self.file.packets():
            if one.respondent is not None:
                kept |= said_in(self.file.packet_bytes(one.digest))
        assert wanted <= kept

    def same_in_another_order(self):
        order = list(self.brought)
        random.Random(len(order)).shuffle(order)  # noqa: S311 - not for secrets
        other = self.folder / "other.spfa"
        shutil.copy(self.empty, other)
        with self.offices.open(other) as file:
            for path in order:
                file.import_packet(path)
            assert outcome(file) == outcome(self.file)


def said_in(data: bytes) -> set[tuple[str, str]]:
    """Who said what in a sound packet; nothing in a spoilt one."""
    from spf_assess.model import Problem

    try:
        packet = read_packet(data)
    except Problem:
        return set()
    return {
        (packet.respondent.id, json_text(answer_to_plain(one)))
        for one in packet.answers
    }


def outcome(file):
    """Everything that must not depend on the order of arrival."""
    return (
        {one.digest: (one.state, one.reason) for one in file.packets()},
        list(file.responses()),
    )


PATIENT = settings(
    deadline=None,
    stateful_step_count=20,
    suppress_health_check=list(HealthCheck),
)

TestImports = Imports.TestCase
TestImports.settings = settings(PATIENT, max_examples=40)


@pytest.mark.long
class TestManyImports(Imports.TestCase):
    """The same, five hundred sequences of up to forty steps."""

    settings = settings(PATIENT, max_examples=500, stateful_step_count=40)
