"""Handing in: the packet is on the disk, read back and compared, then recorded."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from spf_assess.consultation import faults
from spf_assess.consultation.contents import RESERVED, Contents, Sheet
from spf_assess.exchange import PACKET_LIMIT, build_packet, read_packet
from spf_assess.files import read_limited, spoken_name, write_atomically
from spf_assess.i18n import now_iso
from spf_assess.model import PacketState, Respondent, Response
from spf_assess.store import PACKET_BYTES, PACKETS, RESPONSES, Row, records
from spf_assess.store.records import PacketRow

OWN_KEY = "respondent"
PACKET_ENDING = ".spfr"
HANDED_IN = "handed_in"
_WHAT = 2
_CHANGING = frozenset({"answer", "undo", "redo", "respondent"})


@dataclass(frozen=True, slots=True)
class HandIn:
    """A packet that was written, read back and recorded.

    *seq* is its number: greater than the one before, with one skipped where an earlier
    attempt was interrupted.
    """

    path: Path
    digest: str
    seq: int
    handed_in_at: str


def hand_in(contents: Contents, respondent: Respondent, path: Path) -> HandIn:
    """Write the packet of *respondent* to *path*, re-read it, then record it.

    Its number is given out in the file before the packet is written: after an
    interruption the next packet has the next number, so two different packets never
    carry the same one.

    Raises:
        Problem: C-108 nothing is answered, C-109 *path* is another file, C-110 it reads
            back differently, F-11x, X-1xx or S-1xx; then nothing counts as handed in.
    """
    if path.exists() and path.suffix.lower() != PACKET_ENDING:
        raise faults.no_packet_there(path)
    contents.refresh()
    round_number = contents.rounds[-1].number
    row, data = _packet(contents, respondent, round_number, path)
    _reserve(contents, row, data)
    write_atomically(path, data)
    again = read_limited(path, PACKET_LIMIT)
    if again != data or read_packet(again).digest != row.digest:
        raise faults.written_differently(path)
    _record(contents, row)
    return HandIn(path, row.digest, row.seq, row.received_at)


def _packet(
    contents: Contents, respondent: Respondent, round_number: int, path: Path
) -> tuple[PacketRow, bytes]:
    answers = contents.answers(respondent.id, round_number)
    if not answers:
        raise faults.nothing_to_hand_in()
    given_out = [one.record for one in contents.packets.values()]
    last = max(given_out, key=lambda one: one.seq, default=None)
    response = Response(
        respondent=respondent,
        round=round_number,
        answers=answers,
        seq=1 if last is None else last.seq + 1,
        handed_in_at=now_iso(),
    )
    data = build_packet(
        contents.header,
        response,
        prev="" if last is None else last.digest,
        seed=contents.key(OWN_KEY),
    )
    packet = read_packet(data)
    row = PacketRow(
        number=1 + max((one.number for one in contents.packets.values()), default=0),
        digest=packet.digest,
        file_name=spoken_name(path),
        received_at=packet.claimed_at,
        state=RESERVED,
        respondent=respondent.id,
        round=round_number,
        seq=packet.seq,
        public_key=packet.public_key,
        told=records.respondent_to_json(packet.respondent),
    )
    return row, data


def _reserve(contents: Contents, row: PacketRow, data: bytes) -> None:
    database = contents.database

    def work() -> None:
        database.put(PACKETS, *row.row())
        database.put(PACKET_BYTES, row.number, data)
        database.note(
            row.received_at,
            "handing_in",
            respondent=row.respondent,
            round_number=row.round,
            after=row.digest,
        )

    contents.write(work)
    contents.reload()


def _record(contents: Contents, row: PacketRow) -> None:
    database = contents.database
    sheet = contents.sheets.get((row.respondent, row.round), Sheet(0, "", "", None))
    earlier = contents.packets.get(sheet.packet)

    def work() -> None:
        accepted = dataclasses.replace(row, state=PacketState.ACCEPTED.value)
        database.put(PACKETS, *accepted.row())
        if earlier is not None:
            database.put(PACKETS, *_superseded(earlier.number, contents))
        database.put(
            RESPONSES,
            *(row.respondent, row.round, row.seq, row.received_at),
            *(row.digest, row.told),
        )
        database.note(
            row.received_at,
            HANDED_IN,
            respondent=row.respondent,
            round_number=row.round,
            after=row.digest,
        )

    contents.write(work)
    contents.reload()


def _superseded(number: int, contents: Contents) -> tuple[str | int | bytes, ...]:
    row = contents.database.row(PACKETS, number)
    if row is None:  # it was read a moment ago
        raise faults.no_such_packet(digest=str(number))
    found = records.packet_of(row)
    return dataclasses.replace(found, state=PacketState.SUPERSEDED.value).row()


def changed_since(journal: Iterable[Row]) -> bool:
    """Whether anything handed in was changed after the last time it was handed in."""
    changed = handed_in = 0
    for number, row in enumerate(journal, start=1):
        if row[_WHAT] in _CHANGING:
            changed = number
        elif row[_WHAT] == HANDED_IN:
            handed_in = number
    return bool(handed_in) and changed > handed_in
