"""Rows that an import writes together, each of them once, new ones in one go."""

from spf_assess.store import (
    ANSWERS,
    ARRIVALS,
    PACKET_BYTES,
    PACKETS,
    RESPONSES,
    Database,
    Table,
)
from spf_assess.store.hashes import Row
from spf_assess.store.records import PacketRow

_ORDER = (PACKETS, PACKET_BYTES, ARRIVALS, RESPONSES)  # rows refer to those before
_MOST = 50_000  # answers that wait, so that a large merge does not fill the memory


class Writes:
    """What is to be written within one transaction, until ``flush`` writes it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.start()

    def start(self) -> None:
        """Begin anew; what waits is left out."""
        self._packets: dict[int, tuple[PacketRow, bool]] = {}
        self._rows: dict[str, list[Row]] = {table.name: [] for table in _ORDER}
        self._changed: list[tuple[Table, Row]] = []
        self._answers: list[list[Row]] = []
        self._waiting = 0
        self._lines: list[Row] = []

    def put_packet(self, row: PacketRow, *, known: bool) -> None:
        """Write a packet as it was judged last; *known*: it may be in the file."""
        before = self._packets.get(row.number)
        self._packets[row.number] = row, known if before is None else before[1]

    def put(self, table: Table, row: Row, *, known: bool) -> None:
        """Write a row; *known*: one of the same key may be in the file."""
        if known:
            self._changed.append((table, row))
        else:
            self._rows[table.name].append(row)

    def put_answers(self, rows: list[Row]) -> None:
        """Write the answers of one response, which stand nowhere yet."""
        self._answers.append(rows)
        self._waiting += len(rows)
        if self._waiting > _MOST:
            self.flush()

    def note(
        self, at: str, what: str, respondent: str, round_number: int, after: str
    ) -> None:
        """Write a line of the journal."""
        self._lines.append((at, what, respondent, round_number, "", "", after, 0))

    def flush(self) -> None:
        """Write everything that waits."""
        database = self._database
        for row, known in self._packets.values():
            if known:
                database.put(PACKETS, *row.row())
            else:
                self._rows[PACKETS.name].append(row.row())
        for table in _ORDER:
            database.put_new(table, self._rows[table.name])
            database.give_turn()
        for table, changed in self._changed:
            database.put(table, *changed)
        for answers in self._answers:  # of one response each: their hashes go quicker
            database.put_new(ANSWERS, answers)
            database.give_turn()
        database.note_all(self._lines)
        self.start()
