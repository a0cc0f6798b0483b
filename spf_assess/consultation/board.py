"""Who has handed in, and how complete: the facilitator's overview."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from spf_assess.consultation.contents import Contents, Place, Sheet, StoredPacket
from spf_assess.consultation.tallies import Tallies
from spf_assess.model import (
    Constituency,
    PacketRecord,
    PacketState,
    Questionnaire,
    Respondent,
    Role,
)

Standing = tuple[int, int]  # questions answered, and asked


class BoardRow(NamedTuple):
    """One seat; a tuple, for there are thousands.

    Attributes:
        handed_in: a packet of this seat counts in the round; one of an earlier round
            does, until another comes in.
        handed_in_at: the time its sender's computer claimed, ISO 8601, UTC.
        answered: items answered, of *asked*.
        last_packet: the last one that came in, whatever became of it.
        quarantined: how many packets of this seat are kept aside.
        waiting: these packets; each tells why it waits.
        round: the round in which the latest packet that counts was handed in; 0 where
            none counts.
    """

    respondent: Respondent
    handed_in: bool
    seq: int
    handed_in_at: str
    answered: int
    asked: int
    last_packet: PacketRecord | None
    quarantined: int
    waiting: tuple[PacketRecord, ...] = ()
    round: int = 0


class Came(NamedTuple):
    """Of seats, how many have handed in."""

    handed_in: int
    seats: int


class Board:
    """The rows of one round, each made once and again when its seat changed."""

    def __init__(
        self, contents: Contents, questionnaire: Questionnaire, tallies: Tallies
    ) -> None:
        self._contents = contents
        self._questionnaire = questionnaire
        self._tallies = tallies
        self._kept: dict[int, _Rows] = {}
        self._asked: dict[Constituency, int] = {}
        self.made = 0  # rows, ever

    def rows(self, round_number: int) -> tuple[BoardRow, ...]:
        """Return one row for each seat in the order of registering.

        The very same rows come again while nothing changed.
        """
        return self._upto_date(round_number).told()

    def handed_in(self, round_number: int) -> int:
        """Return how many seats have handed in."""
        return self._upto_date(round_number).handed_in.total()

    def came(self, round_number: int) -> Came:
        """Return how many of the seats that rate have handed in."""
        kept = self._upto_date(round_number)
        rating = [one for one in Constituency if one.rates]
        return Came(
            sum(kept.handed_in[one] for one in rating),
            sum(kept.seats[one] for one in rating),
        )

    def _upto_date(self, number: int) -> "_Rows":
        contents, whole = self._contents, self._tallies.whole
        state = contents.version, whole
        kept = self._kept.get(number)
        # answers in a respondent's own file change without anybody's handing them in
        if kept is None or kept.state != state or contents.role is not Role.FACILITATOR:
            self._asked.clear()
            kept = self._kept[number] = _Rows(state)
            seats: Iterable[str] = contents.seats
        else:
            seats = _known(contents.touched[kept.seen :], contents.seats)
        standings = self._tallies.standings() if whole else {}
        for seat in seats:
            kept.put(seat, self._made((seat, number), standings))
        kept.seen = len(contents.touched)
        return kept

    def _made(self, asked: Place, standings: Mapping[Place, Standing]) -> BoardRow:
        self.made += 1
        contents, seat = self._contents, asked[0]
        place = self._latest(asked)
        sheet = contents.sheets.get(place)
        last, waiting = _packets(contents.packets_of(seat))
        if sheet is None:
            answered, of = self._standing(place, None)
            handed_in, seq, at = False, 0, ""
        else:
            answered, of = standings.get(place) or self._standing(place, sheet)
            handed_in, seq, at = bool(sheet.packet), sheet.seq, sheet.handed_in_at
        return BoardRow(
            contents.respondent(seat),
            handed_in,
            seq,
            at,
            answered,
            of,
            last,
            len(waiting),
            waiting,
            place[1] if handed_in else 0,
        )

    def _latest(self, asked: Place) -> Place:
        """Return where the latest response up to a round stands, if there is one."""
        sheets = self._contents.sheets
        if asked in sheets:  # nearly always
            return asked
        seat, number = asked
        found = (one for one in range(number, 0, -1) if (seat, one) in sheets)
        return seat, next(found, number)

    def _standing(self, place: Place, sheet: Sheet | None) -> Standing:
        """Return how many questions are answered, and how many are asked."""
        if sheet is None and self._contents.role is Role.FACILITATOR:
            return 0, self._asked_of(self._contents.respondent(place[0]).constituency)
        found = self._contents.progress(self._questionnaire, *place)
        return found.answered, found.asked

    def _asked_of(self, constituency: Constituency) -> int:
        """Return how many questions somebody is asked who has answered none."""
        from spf_assess.analysis import asked_items

        if constituency not in self._asked:
            selection = self._contents.header.selection
            asked = asked_items(self._questionnaire, selection, constituency, {})
            self._asked[constituency] = len(asked)
        return self._asked[constituency]


class _Rows:
    """The rows of one round as they were made last.

    Attributes:
        state: of the file, when all were made.
        seen: how many of the touches of seats went into them.
        rows: by seat.
        seats: how many there are, by group.
        handed_in: how many of them have handed in.
    """

    def __init__(self, state: tuple[int, bool]) -> None:
        self.state = state
        self.seen = 0
        self.seats: Counter[Constituency] = Counter()
        self.handed_in: Counter[Constituency] = Counter()
        self.rows: dict[str, BoardRow] = {}
        self._told: tuple[BoardRow, ...] | None = None

    def put(self, seat: str, row: BoardRow) -> None:
        before = self.rows.get(seat)
        if before == row:
            return  # whoever shows it has nothing to do
        if before is not None:
            self._count(before, -1)
        self._count(row, 1)
        self.rows[seat] = row
        self._told = None

    def _count(self, row: BoardRow, more: int) -> None:
        group = row.respondent.constituency
        self.seats[group] += more
        if row.handed_in:
            self.handed_in[group] += more

    def told(self) -> tuple[BoardRow, ...]:
        if self._told is None:
            self._told = tuple(self.rows.values())
        return self._told


def _known(touched: Sequence[str], seats: Mapping[str, object]) -> list[str]:
    """Return each of the seats that were touched once; those added later come last."""
    return [one for one in dict.fromkeys(touched) if one in seats]


def _packets(
    packets: Mapping[str, StoredPacket],
) -> tuple[PacketRecord | None, tuple[PacketRecord, ...]]:
    """Return a seat's last packet, and those that are kept aside, as they came in."""
    aside = PacketState.QUARANTINED
    if not packets:
        return None, ()
    if len(packets) == 1:  # nearly always
        (only,) = packets.values()
        return only.record, (only.record,) if only.record.state is aside else ()
    stored = sorted(packets.values(), key=_number)
    waiting = tuple(one.record for one in stored if one.record.state is aside)
    return stored[-1].record, waiting


def _number(packet: StoredPacket) -> int:
    return packet.number
