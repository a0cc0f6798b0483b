"""Writing rows within one transaction, with their hashes, tallies and journal line."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.store import faults
from spf_assess.store.hashes import Row, Stored, Tally, row_hash, row_hashes
from spf_assess.store.schema import JOURNAL, Table

if TYPE_CHECKING:
    import sqlite3


class Ledger:
    """The tallies of a writer, kept in step with the file.

    A save can fail after its rows are on the disk already (the folder could not be
    flushed). So after a failure nothing remembered here is relied upon: the next save
    reads it anew from the file.

    Attributes:
        unsure: the last save failed, and perhaps its rows are in the file all the same.
    """

    def __init__(self, path: Path, connection: "sqlite3.Connection") -> None:
        self._path = path
        self._connection = connection
        self._tallies: dict[str, Tally] = {}
        self._touched: set[str] = set()
        self._last_entry = 0
        self._version: int | None = None
        self._changed_outside = False
        self._known = False
        self.unsure = False

    def begin(self) -> None:
        """Begin the bookkeeping of a transaction that is open already.

        Raises:
            Problem: S-124 another program wrote the file meanwhile.
        """
        version = self._single("PRAGMA data_version")
        if self._version not in (version, None):
            self._changed_outside = True
        if self._changed_outside:
            raise faults.changed_outside(self._path)
        self._version = version
        self._touched.clear()
        if not self._known:
            self._read()

    def put(self, table: Table, *values: Stored) -> None:
        """Insert a row, or replace the one with the same key."""
        execute = self._connection.execute
        found = row_hash(table.name, values)
        tally = self._tallies[table.name]
        old = execute(table.select_hash, values[: table.key]).fetchone()
        if old is not None:
            tally = tally.without_row(old[0])
        execute(table.upsert, (*values, found))
        self._tallies[table.name] = tally.with_row(found)
        self._touched.add(table.name)

    def put_new(self, table: Table, rows: Sequence[Row]) -> None:
        """Insert rows whose keys are known not to be there yet.

        Raises:
            sqlite3.IntegrityError: one is.
        """
        if not rows:
            return
        found = row_hashes(table.name, rows)
        self._connection.executemany(
            table.insert,
            [(*values, one) for values, one in zip(rows, found, strict=True)],
        )
        self._tallies[table.name] = self._tallies[table.name].with_rows(found)
        self._touched.add(table.name)

    def remove(self, table: Table, *key: Stored) -> None:
        """Delete a row if it is there."""
        old = self._connection.execute(table.select_hash, key).fetchone()
        if old is None:
            return
        self._connection.execute(table.delete, key)
        self._tallies[table.name] = self._tallies[table.name].without_row(old[0])
        self._touched.add(table.name)

    def note(self, *values: Stored) -> int:
        """Add a line to the journal, without its number, and return the number."""
        number = self._last_entry + 1
        self.put(JOURNAL, number, *values)
        self._last_entry = number
        return number

    def note_all(self, lines: Sequence[Row]) -> None:
        """Add lines to the journal, without their numbers, one after the other."""
        first = self._last_entry + 1
        self.put_new(
            JOURNAL, [(first + place, *line) for place, line in enumerate(lines)]
        )
        self._last_entry += len(lines)

    def finish(self) -> None:
        """Write the tallies of the tables that were changed."""
        for name in self._touched:
            tally = self._tallies[name]
            self._connection.execute(
                "UPDATE tallies SET rows = ?, digest = ? WHERE name = ?",
                (tally.rows, tally.digest, name),
            )

    def failed(self) -> None:
        """Forget what was remembered, after the transaction was rolled back.

        SQLite counts a failed save as a change of the version, so it is learnt anew.
        Others could not write meanwhile: this connection held the file.
        """
        self._known, self.unsure = False, True
        self.watch()

    def watch(self) -> None:
        """Learn the version of the file, by which others' changes will be noticed."""
        import sqlite3

        try:
            self._version = self._single("PRAGMA data_version")
        except sqlite3.Error:
            self._version = None

    def _read(self) -> None:
        rows = self._connection.execute("SELECT name, rows, digest FROM tallies")
        self._tallies = {
            name: Tally(count, int.from_bytes(digest, "big"))
            for name, count, digest in rows
        }
        self._last_entry = self._single("SELECT coalesce(max(id), 0) FROM journal")
        self._known = True

    def _single(self, question: str) -> int:
        found: int = self._connection.execute(question).fetchone()[0]
        return found
