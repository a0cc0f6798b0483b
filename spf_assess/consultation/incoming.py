"""Packets on their way in, and the rows that tell of them."""

import dataclasses
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from spf_assess.consultation.contents import StoredPacket
from spf_assess.consultation.settling import Ruling
from spf_assess.exchange import Packet, read_packet
from spf_assess.files import spoken_name
from spf_assess.model import Channel, PacketRecord, PacketState, Problem
from spf_assess.store import records
from spf_assess.store.records import PacketRow


@dataclass(slots=True)
class Incoming:
    """A packet on its way in: its bytes, what its file is called, and the way."""

    data: bytes
    file_name: str
    channel: Channel = Channel.PACKET
    _read: "Read | None" = field(default=None, init=False)

    def read(self) -> "Read":
        """Return what is in it; reading and verifying is done once."""
        if self._read is None:
            self._read = _read(self.data)
        return self._read


class Read(NamedTuple):
    """What is in a packet's bytes; *why* it cannot be read, or None."""

    digest: str
    packet: Packet | None
    why: Problem | None


def _read(data: bytes) -> Read:
    try:
        packet = read_packet(data)
    except Problem as problem:
        return Read(hashlib.sha256(data).hexdigest(), None, problem)
    return Read(packet.digest, packet, None)


def unread(path: Path, problem: Problem, at: str) -> PacketRecord:
    """Return what is told of a file that could not even be read."""
    return PacketRecord(
        digest="",
        file_name=spoken_name(path),
        received_at=at,
        state=PacketState.QUARANTINED,
        reason=problem.code,
        says=problem.says,
        facts={name: str(fact) for name, fact in problem.facts.items()},
    )


def row_of_new(
    file_name: str, digest: str, packet: Packet | None, why: Problem | None, *, at: str
) -> PacketRow:
    """Return the row of a packet that comes in, set aside until it is judged."""
    row = PacketRow(
        number=0,
        digest=digest,
        file_name=file_name,
        received_at=at,
        state=PacketState.QUARANTINED.value,
        respondent="",
        round=0,
        seq=0,
        public_key="",
        told="",
    )
    if packet is not None:
        row = dataclasses.replace(
            row,
            respondent=packet.respondent.id,
            round=packet.round,
            seq=packet.seq,
            public_key=packet.public_key,
            told=records.respondent_to_json(packet.respondent),
        )
    return (
        row if why is None else with_ruling(row, Ruling(PacketState.QUARANTINED, why))
    )


def with_ruling(row: PacketRow, ruling: Ruling) -> PacketRow:
    """Return a row with what was ruled of its packet."""
    why = ruling.why
    return dataclasses.replace(
        row,
        state=ruling.state.value,
        reason="" if why is None else why.code,
        says="" if why is None else why.says,
        facts=records.facts_to_json({} if why is None else why.facts),
    )


def as_known(stored: StoredPacket) -> PacketRecord:
    """Return what is told of a packet that is in the file already."""
    return dataclasses.replace(stored.record, state=PacketState.KNOWN)


def row_of(stored: StoredPacket) -> PacketRow:
    """Return the row of a packet that is in the file."""
    record = stored.record
    return PacketRow(
        number=stored.number,
        digest=record.digest,
        file_name=record.file_name,
        received_at=record.received_at,
        state=stored.state,
        respondent="" if record.respondent is None else record.respondent.id,
        round=record.round,
        seq=record.seq,
        public_key=stored.public_key,
        told=records.respondent_to_json(record.respondent),
        reason=record.reason,
        says=record.says,
        facts=records.facts_to_json(record.facts),
    )
