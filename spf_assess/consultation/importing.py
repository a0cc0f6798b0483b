"""Bringing packets into the facilitator's file (R-303, R-304)."""

import dataclasses
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from spf_assess.consultation import discussing_faults, faults
from spf_assess.consultation.contents import (
    TAKEN_BACK,
    Contents,
    Place,
    Seat,
    Sheet,
    StoredPacket,
)
from spf_assess.consultation.incoming import (
    Incoming,
    as_known,
    row_of,
    row_of_new,
    unread,
    with_ruling,
)
from spf_assess.consultation.settling import Candidate, Ruling, settle
from spf_assess.consultation.tallies import Tallies
from spf_assess.consultation.writes import Writes
from spf_assess.exchange import PACKET_LIMIT, Fitting, Packet, read_packet
from spf_assess.files import read_limited, spoken_name
from spf_assess.i18n import now_iso
from spf_assess.model import (
    Changes,
    Channel,
    PacketRecord,
    PacketState,
    Problem,
    Questionnaire,
    Response,
)
from spf_assess.store import (
    ANSWERS,
    ARRIVALS,
    BATCHES,
    PACKET_BYTES,
    RESPONDENTS,
    RESPONSES,
    Database,
    records,
)
from spf_assess.store.records import PacketRow, json_text

PACKET_FILES = "packets"  # a batch of packet files
_HANDFUL = 1000
_NOT_YET, _LATE = "C-206", discussing_faults.round_closed.code
# Packets kept aside for these reasons are judged again when another one comes in.
_OPEN_REASONS = frozenset({"", _NOT_YET, _LATE, "C-211", "C-212", "C-213"})


class Importing:
    """Packets in, each in one transaction with everything that follows from it."""

    def __init__(
        self, contents: Contents, questionnaire: Questionnaire, tallies: Tallies
    ) -> None:
        self._contents = contents
        self._database = contents.database
        self._questionnaire = questionnaire
        self._fitting = Fitting(questionnaire)
        self.tallies = tallies
        self._at_hand: dict[str, Packet] = {}  # those that have just been read
        # What was written in the transaction that is open, to be taken over after it.
        self._rows: dict[str, PacketRow] = {}
        self._channels: dict[str, Channel] = {}
        self._sheets: dict[Place, Sheet | None] = {}
        self._writes = Writes(self._database)

    def bring_in(self, path: Path) -> PacketRecord:
        """Import one packet file; what is wrong with it is told in the record.

        A file already present comes back as KNOWN with its reason, if any. A file that
        cannot be read at all leaves no trace.

        Raises:
            Problem: S-1xx this consultation's own file could not be written.
        """
        try:
            data = read_limited(path, PACKET_LIMIT)
        except Problem as problem:
            return unread(path, problem, now_iso())
        return self.take_in(data, spoken_name(path))

    def take_in(
        self, data: bytes, file_name: str, channel: Channel = Channel.PACKET
    ) -> PacketRecord:
        """Import the bytes of a packet, whichever way they came.

        All channels meet here: what is answered on this computer or keyed from paper
        is judged, kept and counted like a packet from another one. A packet that came
        twice keeps the channel of the first time.

        Raises:
            Problem: S-1xx this consultation's own file could not be written.
        """
        self._contents.refresh()
        incoming = Incoming(data, file_name, channel)
        digest = incoming.read().digest
        known = self._contents.packets.get(digest)
        if known is not None and not _taken_back(known):
            return as_known(known)
        self._contents.write(lambda: self.take_together([incoming]))
        self._take_over()
        return self._contents.packets[digest].record

    def take_all(
        self,
        paths: Sequence[Path],
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> tuple[PacketRecord, ...]:
        """Import many packet files as one batch that can be taken back as a whole.

        Each handful is one transaction: cancelled, or stopped by a full disk, it leaves
        whole packets only, and going on brings in the rest. Handfuls are large, for the
        counts are written once in each.

        Args:
            paths: the files, in any order.
            progress: told how many of how many are done.
            cancelled: asked before each file; those already read are brought in.

        Raises:
            Problem: S-1xx this consultation's own file could not be written.
        """
        self._contents.refresh()
        number = 0
        found: list[PacketRecord] = []
        while len(found) < len(paths) and not cancelled():
            some = paths[len(found) : len(found) + _HANDFUL]
            with self._database.for_many():
                records, number = self.take_some(some, number, cancelled)
            found += records
            progress(len(found), len(paths))
            if len(records) < len(some):
                break
        return tuple(found)

    def take_some(
        self,
        paths: Sequence[Path],
        batch: int,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[list[PacketRecord], int]:
        """Import a few files in one transaction, as more of a batch.

        Args:
            paths: the files.
            batch: number of the batch they belong to; 0 begins another one.
            cancelled: asked before each further file; the rest is left out.

        Returns:
            what became of each, and the number of the batch; 0 while nothing new came.

        Raises:
            Problem: S-1xx this consultation's own file could not be written.
        """
        self._contents.refresh()
        brought = self._brought(batch)
        number = batch if brought else next_batch(self._database)
        found: list[PacketRecord | str] = []
        incoming: dict[str, Incoming] = {}
        for path in paths:
            if found and cancelled():
                break
            try:
                data = read_limited(path, PACKET_LIMIT)
            except Problem as problem:
                found.append(unread(path, problem, now_iso()))
                continue
            one = Incoming(data, spoken_name(path))
            digest = one.read().digest
            known = self._contents.packets.get(digest)
            if digest in incoming or (known is not None and not _taken_back(known)):
                found.append(digest if known is None else as_known(known))
                continue
            incoming[digest] = one
            found.append(digest)
        if incoming:
            at, packets = now_iso(), [*brought, *incoming]

            def work() -> None:
                told = json_text({"packets": packets})
                self._database.put(BATCHES, number, at, PACKET_FILES, told, "")
                self.take_together(list(incoming.values()), number)

            self._contents.write(work)
            self._take_over()
        records = [
            one if isinstance(one, PacketRecord) else self._contents.packets[one].record
            for one in found
        ]
        return records, number if incoming or brought else 0

    def _brought(self, batch: int) -> list[str]:
        """Return what a batch has brought; nothing once it was taken back."""
        row = self._database.row(BATCHES, batch)
        if row is None or row[-1]:
            return []
        return list(json.loads(str(row[3]))["packets"])

    def _take_over(self) -> None:
        """Let what was just written be seen, without reading everything again."""
        self._contents.take_packets(
            (row, self._channels.get(digest, self._channel_of(digest)))
            for digest, row in self._rows.items()
        )
        self._contents.take_sheets(self._sheets)
        self.tallies.take_over()
        self._forget_written()

    def _channel_of(self, digest: str) -> Channel:
        known = self._contents.packets.get(digest)
        return Channel.PACKET if known is None else known.record.channel

    def _forget_written(self) -> None:
        self._rows, self._channels, self._sheets = {}, {}, {}

    def _start(self) -> None:
        """Begin within a transaction; it may be the second time, after a full disk."""
        self._at_hand = {}
        self._forget_written()
        self._writes.start()
        self.tallies.start()

    def _finish(self) -> None:
        self._at_hand = {}
        self._writes.flush()
        self.tallies.flush()

    def take_together(
        self, incoming: Sequence[Incoming], batch: int = 0, origin: str = ""
    ) -> None:
        """Import many packets within one transaction that is open already.

        Each seat is judged once, after all of its packets are there. The caller reads
        everything anew afterwards.
        """
        number = max((one.number for one in self._contents.packets.values()), default=0)
        fresh: dict[str, dict[str, PacketRow]] = {}
        self._start()
        for one in incoming:
            self._database.give_turn()
            digest, packet, why = one.read()
            known = self._contents.packets.get(digest)
            if known is not None and not _taken_back(known):
                continue
            if packet is not None:
                why = self._misfit(packet)
            row = row_of_new(one.file_name, digest, packet, why, at=now_iso())
            if known is None:
                number += 1
            at = number if known is None else known.number
            row = dataclasses.replace(row, number=at)
            self._put(row, one, packet, (batch, origin), known=known is not None)
            if packet is not None and not row.reason:
                fresh.setdefault(packet.respondent.id, {})[digest] = row
                self._at_hand[digest] = packet
        for seat, rows in sorted(fresh.items()):  # as they stand in the file: quicker
            self._database.give_turn()
            self._settle(seat, self._contents.seat(seat).trusted_key, rows)
        self._finish()

    def set_aside(self, digests: Sequence[str], why: Problem) -> None:
        """Let packets count no longer, within a transaction that is open already."""
        seats: dict[str, dict[str, PacketRow]] = {}
        self._start()
        for digest in digests:
            stored = self._contents.packets.get(digest)
            if stored is None:
                continue
            ruling = Ruling(PacketState.QUARANTINED, why)
            row = with_ruling(row_of(stored), ruling)
            self._put_packet(row)
            if stored.record.respondent is not None:
                seats.setdefault(stored.record.respondent.id, {})[digest] = row
        for seat, rows in seats.items():
            if seat in self._contents.seats:
                trusted = self._contents.seat(seat).trusted_key
                self._settle(seat, trusted, rows)
        self._finish()

    def judge_waiting(self, round_number: int) -> None:
        """Judge anew what waited for a round, within a transaction that is open."""
        waiting = {
            one.record.respondent.id
            for one in self._contents.packets.values()
            if one.record.round == round_number
            and one.record.reason in (_NOT_YET, _LATE)
            and one.record.respondent is not None
        }
        self._start()
        for seat in sorted(waiting & self._contents.seats.keys()):
            self._settle(seat, self._contents.seat(seat).trusted_key, {})
        self._finish()

    def unused(self, seat: str, besides: Collection[str]) -> bool:
        """Whether no packet was ever brought in for a seat *besides* some."""
        return seat in self._contents.seats and not any(
            one.record.respondent is not None
            and one.record.respondent.id == seat
            and digest not in besides
            for digest, one in self._contents.packets.items()
        )

    def _put(
        self,
        row: PacketRow,
        incoming: Incoming,
        packet: Packet | None,
        came: tuple[int, str],
        *,
        known: bool,
    ) -> None:
        self._put_packet(row, known=known)
        self._channels[row.digest] = incoming.channel
        write = self._writes
        if packet is not None:
            write.put(PACKET_BYTES, (row.number, incoming.data), known=known)
        if incoming.channel is not Channel.PACKET or any(came):
            channel = incoming.channel.value
            write.put(ARRIVALS, (row.number, channel, *came), known=known)
        write.note(row.received_at, "imported", row.respondent, row.round, row.digest)

    def trust(self, digest: str) -> Changes:
        """Choose the key of this packet as the right one for its respondent.

        Raises:
            Problem: C-116 no such packet of a known respondent.
        """
        self._contents.refresh()
        stored = self._contents.packets.get(digest)
        if stored is None or not _open(stored) or stored.record.respondent is None:
            raise faults.no_such_packet(digest=digest[: faults.ID_SHOWN])
        seat = self._contents.seat(stored.record.respondent.id)
        at = now_iso()

        def work() -> None:
            self._database.put(
                RESPONDENTS,
                *records.respondent_row(
                    seat.respondent, seat.position, stored.public_key
                ),
            )
            self._database.note(
                at,
                "trusted",
                respondent=seat.respondent.id,
                before=seat.trusted_key,
                after=stored.public_key,
            )
            self._start()
            self._settle(seat.respondent.id, stored.public_key, {})
            self._finish()

        self._contents.write(work)
        self._contents.reload()
        self._contents.forget(seat.respondent.id)
        return self._changes(seat.respondent.id)

    def _misfit(self, packet: Packet) -> Problem | None:
        """Return why a sound packet has no place here, whatever else comes in."""
        header = self._contents.header
        if packet.consultation_id != header.id:
            return faults.other_consultation()
        if packet.questionnaire_digest != header.questionnaire_digest:
            return self._other_questionnaire(packet)
        seat = self._contents.seats.get(packet.respondent.id)
        if seat is None:
            return faults.unknown_seat()
        try:
            _check_seat(seat, packet)
            self._fitting.check_packet(packet)
        except Problem as problem:
            return problem
        return None

    def _other_questionnaire(self, packet: Packet) -> Problem:
        header, pack = self._contents.header, self._questionnaire.pack
        answered = packet.questionnaire_id, packet.questionnaire_version
        asked = header.questionnaire_id, header.questionnaire_version
        if pack is not None and answered == asked:
            return faults.other_national_questions(
                pack=pack.title, version=pack.version
            )
        return faults.other_questionnaire(version=answered[1], expected=asked[1])

    def _settle(
        self, respondent: str, trusted_key: str, fresh: Mapping[str, PacketRow]
    ) -> None:
        """Judge all packets of a seat again and write what follows."""
        rows = {
            digest: row_of(one)
            for digest, one in self._contents.packets_of(respondent).items()
            if _open(one)
        } | dict(fresh)
        rows = {digest: row for digest, row in rows.items() if row.reason != TAKEN_BACK}
        closed = {one.number for one in self._contents.rounds if one.closed_at}
        rulings = settle(
            (
                Candidate(
                    one.digest,
                    one.round,
                    one.seq,
                    one.public_key,
                    one.file_name,
                    one.round in closed
                    and (one.digest in fresh or one.reason == _LATE),
                )
                for one in rows.values()
            ),
            {one.number for one in self._contents.rounds},
            trusted_key,
        )
        for digest, row in rows.items():
            ruled = with_ruling(row, rulings[digest])
            if ruled != row:
                self._put_packet(ruled)
        winners = {
            row.round: row
            for digest, row in rows.items()
            if rulings[digest].state is PacketState.ACCEPTED
        }
        for one in self._contents.rounds:
            self._seat_response(respondent, one.number, winners.get(one.number))

    def _seat_response(
        self, respondent: str, round_number: int, winner: PacketRow | None
    ) -> None:
        """Make the response of one seat that of *winner*, or of nobody."""
        sheet = self._contents.sheets.get((respondent, round_number))
        if sheet is None and winner is None:
            return
        if sheet is not None and winner is not None and sheet.packet == winner.digest:
            return
        place = (respondent, round_number)
        old = self._present(place, sheet)
        for item in {} if old is None else old.answers:
            self._database.remove(ANSWERS, *place, item)
        if winner is None:
            self._writes.flush()
            self._database.remove(RESPONSES, *place)
            self._sheets[place] = None
            self.tallies.note(place, old, None)
            return
        packet = self._at_hand.get(winner.digest) or self._kept(winner)
        claimed, seq = packet.claimed_at, packet.seq
        told = records.respondent_to_json(packet.respondent)
        row = (*place, seq, claimed, packet.digest, told)
        self._writes.put(RESPONSES, row, known=sheet is not None)
        self._writes.put_answers(
            [
                (*place, one.item, written, seq, claimed)
                for one, written in zip(packet.answers, packet.written, strict=True)
            ]
        )
        self._sheets[place] = Sheet(seq, claimed, packet.digest, packet.respondent)
        answers = {one.item: one for one in packet.answers}
        new = Response(packet.respondent, round_number, answers, seq, claimed)
        self.tallies.note(place, old, new)

    def _present(self, place: Place, sheet: Sheet | None) -> Response | None:
        """Return the response that counts so far, None where there is none."""
        if sheet is None:
            return None
        told = sheet.told or self._contents.seat(place[0]).respondent
        answers = dict(self._contents.answers(*place))
        return Response(told, place[1], answers, sheet.seq, sheet.handed_in_at)

    def _put_packet(self, row: PacketRow, *, known: bool = True) -> None:
        self._writes.put_packet(row, known=known)
        self._rows[row.digest] = row

    def _kept(self, winner: PacketRow) -> Packet:
        row = self._database.row(PACKET_BYTES, winner.number)
        if row is None or not isinstance(row[1], bytes):  # it was put there before
            raise faults.no_such_packet(digest=winner.digest[: faults.ID_SHOWN])
        return read_packet(row[1])

    def _changes(self, respondent: str) -> Changes:
        return Changes(respondents=frozenset({respondent}), packets=True)


def _check_seat(seat: Seat, packet: Packet) -> None:
    if packet.respondent.constituency is not seat.respondent.constituency:
        raise faults.other_constituency()
    if packet.respondent.kind is not seat.respondent.kind:
        raise faults.other_kind()


def next_batch(database: Database) -> int:
    """Return the number of the next import that is done as a whole."""
    return 1 + max((int(row[0]) for row in database.rows(BATCHES)), default=0)


def _taken_back(stored: StoredPacket) -> bool:
    return stored.record.reason == TAKEN_BACK


def _open(stored: StoredPacket) -> bool:
    return stored.record.reason in _OPEN_REASONS
