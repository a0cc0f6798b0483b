"""What merging another facilitator's file would bring (R-304)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spf_assess.consultation.beginning import FILE_ID, REGION
from spf_assess.consultation.contents import TAKEN_BACK, Contents
from spf_assess.consultation.proceedings import CLASSES, from_plain
from spf_assess.files import spoken_name
from spf_assess.model import PacketRecord, Recorded, Respondent, Reveal
from spf_assess.store import (
    BATCHES,
    HELD_SHEETS,
    JOURNAL,
    KEYED,
    PACKET_BYTES,
    PROCEEDINGS,
    SETTINGS,
    Database,
)
from spf_assess.store.hashes import row_hash

_ID_CHARACTERS = 32
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class SeatConflict:
    """A seat that two files describe differently; ours stays, theirs is told."""

    ours: Respondent
    theirs: Respondent


@dataclass(frozen=True, slots=True)
class Statement:
    """One recorded value of another file, as it would stand in this one."""

    kind: str
    origin: str
    id: str
    body: str
    changed_at: str

    @property
    def key(self) -> tuple[str, str, str]:
        """Where it stands."""
        return self.kind, self.origin, self.id

    @property
    def value(self) -> Recorded:
        """What it says."""
        return from_plain(CLASSES[self.kind], json.loads(self.body))


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What merging a file would bring; nothing is changed by looking.

    Attributes:
        name: the region as its facilitator called it; empty for a plain copy.
        seats: respondents not known here.
        seat_conflicts: seats described differently there.
        packets: digests of packets not here yet.
        known_packets: how many are here already.
        unreadable: file names of packets of which the other file kept no bytes.
        statements: what the meeting recorded there and is new here.
        replaced: of these, those that replace an older state of the same file's word.
        known_statements: how many are here already.
        contradictions: pairs (kind, id) that files record differently after it.
        waiting_rounds: rounds begun there and not here; their packets wait.
        open_sheets: sheets that are still being answered or keyed there.
        names: names of regional files by origin.
    """

    file_name: str
    origin: str
    name: str
    seats: tuple[Respondent, ...]
    seat_conflicts: tuple[SeatConflict, ...]
    packets: tuple[str, ...]
    known_packets: int
    unreadable: tuple[str, ...]
    statements: tuple[Statement, ...]
    replaced: tuple[Statement, ...]
    known_statements: int
    contradictions: tuple[tuple[str, str], ...]
    waiting_rounds: tuple[int, ...]
    open_sheets: int
    names: Mapping[str, str]

    @property
    def brings_nothing(self) -> bool:
        """Whether everything is here already."""
        return not (self.seats or self.packets or self.statements)


@dataclass(frozen=True, slots=True)
class Batch:
    """Something that was brought in as a whole.

    Attributes:
        what: ``merge`` or ``packets``.
        told: what it was, as JSON values: file, origin, seats, packets.
        undone_at: when it was taken back; empty while it counts.
    """

    number: int
    at: str
    what: str
    told: Mapping[str, Any]
    undone_at: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two files."""

    database: Database
    contents: Contents

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.database.home

    @property
    def origin(self) -> str:
        """Its id."""
        return self._setting(FILE_ID)

    @property
    def region(self) -> str:
        """What it is called among several; empty for a file that is no copy."""
        return self._setting(REGION)

    def batches(self) -> tuple[Batch, ...]:
        """Return every import that was done as a whole, oldest first."""
        return tuple(
            Batch(int(number), str(at), str(what), json.loads(str(told)), str(undone))
            for number, at, what, told, undone in self.database.rows(BATCHES)
        )

    def names(self) -> dict[str, str]:
        """Return what the files are called that something here came from, by origin."""
        names: dict[str, str] = {}
        for batch in self.batches():
            names |= batch.told.get("names", {})
        return names | {self.origin: self.region}

    def stands(self) -> dict[Key, tuple[str, str]]:
        """Return what the meeting recorded: text and time by place."""
        return {
            (str(kind), str(origin), str(identity)): (str(body), str(at))
            for kind, origin, identity, body, at, _ in self.database.rows(PROCEEDINGS)
        }

    def packets(self) -> Iterator[tuple[PacketRecord, bool]]:
        """Yield each packet, and whether it is kept as it came."""
        stored = sorted(self.contents.packets.values(), key=lambda one: one.number)
        for one in stored:
            kept = self.database.row(PACKET_BYTES, one.number) is not None
            yield one.record, kept

    def packet_bytes(self, digest: str) -> bytes:
        """Return a packet that is kept as it came."""
        stored = self.contents.packets[digest]
        row = self.database.row(PACKET_BYTES, stored.number)
        if row is None or not isinstance(row[1], bytes):
            raise LookupError(digest)
        return row[1]

    def open_sheets(self) -> int:
        """Return how many sheets are still being answered or keyed."""
        rows = (
            row for table in (HELD_SHEETS, KEYED) for row in self.database.rows(table)
        )
        return len({row[:2] for row in rows})

    def _setting(self, name: str) -> str:
        row = self.database.row(SETTINGS, name)
        return "" if row is None else str(row[1])


def plan_between(ours: Side, theirs: Side) -> MergePlan:
    """Say what *theirs* would bring to *ours*."""
    here = ours.stands()
    statements = list(_statements(ours, theirs, here))
    new = [one for one in statements if one.key not in here]
    newer = [
        one
        for one in statements
        if one.key in here
        and here[one.key][0] != one.body
        and here[one.key][1] < one.changed_at
    ]
    seats, known = theirs.contents.seats, ours.contents.seats
    packets = list(theirs.packets())
    here_already = {
        digest
        for digest, one in ours.contents.packets.items()
        if one.record.reason != TAKEN_BACK
    }
    missing = [(one, kept) for one, kept in packets if one.digest not in here_already]
    begun = {one.number for one in ours.contents.rounds}
    order = sorted(
        (seat for one, seat in seats.items() if one not in known),
        key=lambda seat: (seat.position, seat.respondent.id),
    )
    return MergePlan(
        file_name=spoken_name(theirs.path),
        origin=theirs.origin,
        name=theirs.region,
        seats=tuple(seat.respondent for seat in order),
        seat_conflicts=tuple(
            SeatConflict(known[one].respondent, seats[one].respondent)
            for one in seats
            if one in known and known[one].respondent != seats[one].respondent
        ),
        packets=tuple(one.digest for one, kept in missing if kept),
        known_packets=len(packets) - len(missing),
        unreadable=tuple(one.file_name for one, kept in missing if not kept),
        statements=(*new, *newer),
        replaced=tuple(newer),
        known_statements=len(statements) - len(new) - len(newer),
        contradictions=_contradictions(here, (*new, *newer)),
        waiting_rounds=tuple(
            one.number for one in theirs.contents.rounds if one.number not in begun
        ),
        open_sheets=theirs.open_sheets(),
        names={
            origin: name
            for origin, name in theirs.names().items()
            if origin != ours.origin
        },
    )


def _statements(
    ours: Side, theirs: Side, here: Mapping[Key, tuple[str, str]]
) -> Iterator[Statement]:
    """Yield what was recorded there, but for states of our own word.

    A plain copy has our own id. What was recorded in it since must not pass for an
    older state of what was recorded here.
    """
    apart = _parted(ours, theirs) if ours.origin == theirs.origin else ""
    for (kind, origin, identity), (body, at) in theirs.stands().items():
        if kind not in CLASSES:
            continue
        if origin != ours.origin:
            yield Statement(kind, origin, identity, body, at)
        elif apart and here.get((kind, origin, identity), ("",))[0] != body:
            yield Statement(kind, apart, identity, body, at)


def _parted(ours: Side, theirs: Side) -> str:
    """Return an id for a plain copy: of the first thing done in it alone.

    Empty where the copy holds nothing but an older state of this file.
    """
    known = {row[0]: row for row in ours.database.rows(JOURNAL)}
    for row in theirs.database.rows(JOURNAL):
        if known.get(row[0]) != row:
            return row_hash(JOURNAL.name, row).hex()[:_ID_CHARACTERS]
    return ""


def _contradictions(
    here: Mapping[Key, tuple[str, str]], coming: tuple[Statement, ...]
) -> tuple[tuple[str, str], ...]:
    """Return what two files would say differently, by kind and id."""
    said: dict[tuple[str, str], dict[str, str]] = {}
    for (kind, origin, identity), (body, _at) in here.items():
        said.setdefault((kind, identity), {})[origin] = body
    for one in coming:
        said.setdefault((one.kind, one.id), {})[one.origin] = one.body
    # Two moments at which something was shown do not contradict each other.
    brought = {(one.kind, one.id) for one in coming if one.kind != Reveal.KIND}
    return tuple(sorted(key for key in brought if len(set(said[key].values())) > 1))
