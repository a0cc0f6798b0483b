"""What a consultation's file holds, as values, kept in step with the file."""

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from spf_assess.consultation import faults
from spf_assess.model import (
    Answer,
    Channel,
    Header,
    PacketRecord,
    PacketState,
    Problem,
    Respondent,
    Role,
    Round,
    answer_from_plain,
)
from spf_assess.store import (
    ANSWERS,
    ARRIVALS,
    CONSULTATION,
    KEYS,
    PACKETS,
    RESPONDENTS,
    RESPONSES,
    ROUNDS,
    Database,
    records,
)

if TYPE_CHECKING:
    from spf_assess.analysis import Progress
    from spf_assess.model import Questionnaire

RESERVED = "reserved"  # a packet number given out; whether it was written is unknown
# The reason of a packet that counts no longer because the whole import that brought it
# was taken back; it may come in again.
TAKEN_BACK = "C-227"
_SHORT, _MOST_ALIKE = 120, 10_000
Place = tuple[str, int]
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Seat:
    """A respondent as registered; *trusted_key* was chosen among several, or empty."""

    respondent: Respondent
    position: int
    trusted_key: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One respondent's response in one round, without its answers.

    Attributes:
        packet: digest of the packet it came from or was last handed in with.
        told: the respondent as that packet tells it.
    """

    seq: int
    handed_in_at: str
    packet: str
    told: Respondent | None


@dataclass(frozen=True, slots=True)
class StoredPacket:
    """A packet in the file; *state* may be ``reserved``."""

    number: int
    state: str
    public_key: str
    record: PacketRecord


class Contents:
    """Everything but answers, read at once; answers when asked for.

    Attributes:
        me: id of the respondent whose file it is, empty in a facilitator's.
        version: another number whenever everything was read anew.
        turns: another number whenever a response is another one.
        touched: ids of seats of which something became another, one after the other,
            since everything was read anew.
    """

    header: Header
    role: Role
    me: str

    def __init__(self, database: Database) -> None:
        self.database = database
        self._answers: dict[Place, dict[str, Answer]] = {}
        self._progress: dict[Place, Progress] = {}
        self._alike: dict[str, Answer] = {}
        self._by_respondent: dict[str, dict[str, StoredPacket]] | None = None
        self.version = self.turns = 0
        self.touched: list[str] = []
        self._stale = False
        self.salted: dict[str, str] = {}  # by digest; they never change (``salting``)
        self.rounds: tuple[Round, ...] = ()
        self.seats: dict[str, Seat] = {}
        self.sheets: dict[Place, Sheet] = {}
        self.packets: dict[str, StoredPacket] = {}
        self.reload()

    def reload(self) -> None:
        """Read everything but answers from the file again.

        Raises:
            Problem: S-129 the consultation's own row cannot be read (S-110 in a newer
                file).
        """
        row = next(self.database.rows(CONSULTATION), None)
        if row is None:
            raise _without_header(self.database)
        self.header, self.role, self.me = records.header_of(row)
        self.rounds = tuple(
            records.round_of(row) for row in self.database.rows(ROUNDS)
        ) or (Round(1, ""),)
        seats = [
            Seat(*records.respondent_of(row)) for row in self.database.rows(RESPONDENTS)
        ]
        seats.sort(key=lambda seat: (seat.position, seat.respondent.id))
        self.seats = {seat.respondent.id: seat for seat in seats}
        self._reload_sheets()
        channels = {
            row[0]: Channel(str(row[1])) for row in self.database.rows(ARRIVALS)
        }
        self._by_respondent = None
        self.version += 1
        self.touched.clear()
        self.packets = {
            packet.record.digest: packet
            for packet in (
                _packet(found, channels.get(found.number, Channel.PACKET))
                for found in (
                    records.packet_of(row) for row in self.database.rows(PACKETS)
                )
            )
        }

    def write(self, work: Callable[[], _Result]) -> _Result:
        """Run *work* in one transaction of the file (``Database.write``).

        After a failure everything is read from the file again: perhaps it went through
        all the same.

        Raises:
            Problem: S-1xx it failed; may be retried.
        """
        try:
            return self.database.write(work)
        except Problem:
            self._stale = True
            with suppress(Problem):
                self.refresh()
            raise

    def refresh(self) -> None:
        """Read everything again if the last save failed; before numbers are given out.

        Raises:
            Problem: S-1xx the file cannot be read.
        """
        if self._stale:
            self._answers.clear()
            self._progress.clear()
            self.reload()
            self._stale = False

    def forget(self, respondent: str) -> None:
        """Let go of the answers of one respondent, to be read again."""
        self.turns += 1
        self.touched.append(respondent)
        for one in self.rounds:
            self._answers.pop((respondent, one.number), None)
            self._progress.pop((respondent, one.number), None)

    def packets_of(self, respondent: str) -> Mapping[str, StoredPacket]:
        """Return the packets of one respondent by digest."""
        if self._by_respondent is None:
            self._by_respondent = {}
            for digest, one in self.packets.items():
                if one.record.respondent is not None:
                    seat = one.record.respondent.id
                    self._by_respondent.setdefault(seat, {})[digest] = one
        return self._by_respondent.get(respondent, {})

    def take_packets(self, rows: Iterable[tuple[records.PacketRow, Channel]]) -> None:
        """Take over packets that were just written, without reading the others."""
        for row, channel in rows:
            packet = _packet(row, channel)
            self.packets[row.digest] = packet
            self.touched.append(row.respondent)
            if self._by_respondent is not None and row.respondent:
                self._by_respondent.setdefault(row.respondent, {})[row.digest] = packet

    def take_sheets(self, sheets: Mapping[Place, Sheet | None]) -> None:
        """Take over responses that were just written or taken away."""
        for place, sheet in sheets.items():
            self.forget(place[0])
            if sheet is None:
                self.sheets.pop(place, None)
            else:
                self.sheets[place] = sheet

    def forget_all(self) -> None:
        """Let go of all answers, to be read again."""
        self.turns += 1
        self.touched.extend(self.seats)
        self._answers.clear()
        self._progress.clear()

    def _reload_sheets(self) -> None:
        self.sheets = {
            (respondent, number): Sheet(
                seq, at, packet, records.respondent_from_json(told)
            )
            for respondent, number, seq, at, packet, told in (
                records.sheet_of(row) for row in self.database.rows(RESPONSES)
            )
        }

    def take_seat(self, seat: Seat) -> None:
        """Take over a seat that was just written."""
        self.seats[seat.respondent.id] = seat
        self.touched.append(seat.respondent.id)

    def seat(self, respondent: str) -> Seat:
        """Return a seat by the respondent's id.

        Raises:
            Problem: C-103.
        """
        if respondent not in self.seats:
            shown = respondent[: faults.ID_SHOWN]
            raise faults.unknown_respondent(respondent=shown)
        return self.seats[respondent]

    def respondent(self, respondent: str) -> Respondent:
        """Return a respondent as its latest packet tells it, else as registered.

        Raises:
            Problem: C-103.
        """
        seat = self.seat(respondent)
        if self.role is Role.FACILITATOR:
            for one in reversed(self.rounds):
                sheet = self.sheets.get((respondent, one.number))
                if sheet is not None and sheet.told is not None:
                    return sheet.told
        return seat.respondent

    def answers(self, respondent: str, round_number: int) -> Mapping[str, Answer]:
        """Return the answers of one response by item, read on first use."""
        return MappingProxyType(self._read_answers((respondent, round_number)))

    def editable(self, respondent: str, round_number: int) -> dict[str, Answer]:
        """Return the answers kept in memory, for whoever has just saved one."""
        place = (respondent, round_number)
        self.turns += 1
        self.touched.append(respondent)
        self._progress.pop(place, None)
        return self._read_answers(place)

    def progress(
        self, questionnaire: "Questionnaire", respondent: str, round_number: int
    ) -> "Progress":
        """Return how far a response has come; counted anew once it has changed.

        A facilitator sees sixty of them after every packet, and all but one are as
        they were.

        Raises:
            Problem: C-103.
        """
        from spf_assess.analysis import progress

        place = (respondent, round_number)
        if place not in self._progress:
            self._progress[place] = progress(
                questionnaire,
                self.header.selection,
                self.respondent(respondent).constituency,
                self.answers(respondent, round_number),
            )
        return self._progress[place]

    def _read_answers(self, place: Place) -> dict[str, Answer]:
        if place not in self._answers:
            self._answers[place] = {
                item: self._answer(body)
                for _, _, item, body in (
                    records.answer_of(row)
                    for row in self.database.rows(ANSWERS, *place)
                )
            }
        return self._answers[place]

    def _answer(self, body: str) -> Answer:
        """Return an answer; a short one, as thousands give it, is read once."""
        known = self._alike.get(body)
        if known is None:
            known = answer_from_plain(json.loads(body))
            if len(body) <= _SHORT and len(self._alike) < _MOST_ALIKE:
                self._alike[body] = known
        return known

    def key(self, name: str) -> str:
        """Return a private key of this file, empty where it has none of that name."""
        row = self.database.row(KEYS, name)
        return "" if row is None else str(row[1])


def _packet(row: records.PacketRow, channel: Channel) -> StoredPacket:
    state = PacketState.SUPERSEDED if row.state == RESERVED else PacketState(row.state)
    return StoredPacket(
        row.number,
        row.state,
        row.public_key,
        PacketRecord(
            digest=row.digest,
            file_name=row.file_name,
            received_at=row.received_at,
            state=state,
            respondent=records.respondent_from_json(row.told),
            round=row.round,
            seq=row.seq,
            reason=row.reason,
            says=row.says,
            facts=records.facts_from_json(row.facts),
            channel=channel,
        ),
    )


def _without_header(database: Database) -> Problem:
    from spf_assess.store import faults as store_faults

    why = database.read_only_because
    if why is not None and not database.damaged:
        return why.told()
    return store_faults.ruined(database.path)
