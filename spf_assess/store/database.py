"""One open consultation file: rows in, rows out, each write a whole transaction."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from spf_assess.store import faults
from spf_assess.store.hashes import Row, Stored, row_hash
from spf_assess.store.ledger import Ledger
from spf_assess.store.place import Reserve, let_go
from spf_assess.store.schema import JOURNAL, PACKET_BYTES, Table

if TYPE_CHECKING:
    import sqlite3

    from filelock import BaseFileLock

    from spf_assess.model import Problem
    from spf_assess.store.checking import Checking
    from spf_assess.store.library import Database as SqliteUtils
    from spf_assess.store.visiting import Visit

_ROOM = -256 * 1024  # at most; in kibibytes, which SQLite takes below zero
_Result = TypeVar("_Result")
# Seldom looked into, and as large as all else together.
_LARGE = frozenset({JOURNAL.name, PACKET_BYTES.name})


class Database:
    """The rows of one consultation, in its file or (reading only) in memory.

    A writer holds the lock file, one connection and the reserve. A reader works on a
    copy in memory taken in one step, so it never delays the writer and nothing it does
    can reach the file.

    Attributes:
        read_only_because: why nothing can be written (newer, damaged), or None.
        damaged: one problem for each thing found wrong.
        space_low: the reserve had to be given up; the disk is as good as full.
        path: the file that is worked in.
        home: where it belongs: the same, but for a file of a stick or a share.
        visit: brings such a file back, or None.
        checking: checks the rows, which nobody has done yet; None where it is done.
    """

    def __init__(
        self,
        path: Path,
        database: "SqliteUtils",
        *,
        writable: bool = False,
        lock: "BaseFileLock | None" = None,
    ) -> None:
        self.path = self.home = path
        self.visit: Visit | None = None
        self.checking: Checking | None = None
        self.read_only = not writable
        self.read_only_because: Problem | None = None
        self.damaged: tuple[Problem, ...] = ()
        self._database = database
        self._lock = lock
        self._reserve = None if lock is None else Reserve(path)
        self._closed = False
        self._by_key: dict[tuple[str, int], dict[Row, list[Row]]] = {}
        self._turn: Callable[[], None] | None = None
        self._identity = _identity(path) if writable else None
        self._ledger = Ledger(path, database.conn)
        if writable:
            self._ledger.watch()

    @property
    def space_low(self) -> bool:
        """Whether the disk is so full that no reserve could be kept."""
        return self._reserve is not None and not self._reserve.held

    @property
    def connection(self) -> "sqlite3.Connection":
        """The one connection.

        Raises:
            Problem: S-126 the file was closed.
        """
        if self._closed:
            raise faults.closed(self.path)
        return self._database.conn

    def rows(self, table: Table, *key: Stored) -> Iterator[Row]:
        """Yield every row that can be relied upon, in key order.

        Args:
            table: which rows.
            key: leading values of the key; all rows when there are none.
        """
        if self.damaged:
            yield from self._sound_rows(table, key)
            return
        question = table.select
        if key:
            names = table.columns[: len(key)]
            question += " WHERE " + " AND ".join(f"{name} = ?" for name in names)
        order = ", ".join(table.columns[: table.key])
        import sqlite3

        try:
            for row in self.connection.execute(f"{question} ORDER BY {order}", key):
                yield row[:-1]
                if self._turn is not None:
                    self._turn()
        except sqlite3.Error as error:
            raise faults.opening(error, self.path) from error

    def _sound_rows(self, table: Table, key: tuple[Stored, ...]) -> Iterator[Row]:
        """Yield the rows of a damaged file whose hashes hold, each table read once.

        Nothing changes in it any more, and where a page is broken no row can be looked
        for by its key.
        """
        if not key or table.name in _LARGE:
            yield from self._whole_table(table, key)
            return
        place = (table.name, len(key))
        if place not in self._by_key:
            found: dict[Row, list[Row]] = {}
            for values in self._whole_table(table, ()):
                found.setdefault(values[: len(key)], []).append(values)
            self._by_key[place] = found
        yield from self._by_key[place].get(key, ())

    def _whole_table(self, table: Table, key: tuple[Stored, ...]) -> Iterator[Row]:
        from spf_assess.store.damage import readable_rows

        for values, told in readable_rows(self.connection, table):
            self.give_turn()
            if row_hash(table.name, values) == told and values[: len(key)] == key:
                yield values

    @contextmanager
    def giving_turns(self, turn: Callable[[], None] | None) -> Iterator[None]:
        """Let somebody else have a turn now and then while much is read or written.

        *turn* is called often and must be quick to say that it is not time yet. What it
        raises ends the reading or the transaction, of which nothing is kept then. It
        must not use this file.
        """
        before, self._turn = self._turn, turn
        try:
            yield
        finally:
            self._turn = before

    def give_turn(self) -> None:
        """Let somebody else have a turn, where anybody waits for it."""
        if self._turn is not None:
            self._turn()

    def row(self, table: Table, *key: Stored) -> Row | None:
        """Return the values of one row, or None."""
        if self.damaged:
            return next(self._sound_rows(table, key), None)
        import sqlite3

        try:
            found = self.connection.execute(table.select_one, key).fetchone()
        except sqlite3.Error as error:
            raise faults.opening(error, self.path) from error
        return None if found is None else found[:-1]

    @property
    def last_noted(self) -> str:
        """The time of the last line of the journal; empty where there is none."""
        import sqlite3

        try:
            found = self.connection.execute(
                "SELECT at FROM journal ORDER BY id DESC LIMIT 1"
            ).fetchone()
        except sqlite3.Error:  # of a damaged file, about which more is told elsewhere
            return ""
        return "" if found is None else str(found[0])

    def write(self, work: Callable[[], _Result]) -> _Result:
        """Run *work* in one transaction: all of it is on the disk, or nothing is.

        On a full disk the reserve is given up and *work* runs once more; so *work* must
        change nothing but rows.

        Raises:
            Problem: S-107, S-108, S-121 to S-127: nothing was changed; may be retried.
        """
        import sqlite3

        if self.read_only:
            raise faults.reading_only(self.path)
        self._still_there()
        try:
            try:
                result = self._attempt(work)
            except sqlite3.Error as error:
                if not faults.is_full(error, self.path) or not self._give_up_reserve():
                    raise
                return self._attempt(work)
        except sqlite3.Error as error:
            raise faults.writing(error, self.path) from error
        if self._reserve is not None and not self._reserve.held:
            self._reserve.take()
        return result

    @contextmanager
    def for_many(self) -> Iterator[None]:
        """Hold what a large transaction changes in memory until it is whole.

        Otherwise SQLite puts pages on the disk in between, each time with a flush.
        """
        connection = self.connection
        (before,) = connection.execute("PRAGMA cache_size").fetchone()
        connection.execute(f"PRAGMA cache_size = {_ROOM}")
        try:
            yield
        finally:
            if not self._closed:
                connection.execute(f"PRAGMA cache_size = {int(before)}")

    @property
    def unsure(self) -> bool:
        """Whether the last save failed and is perhaps in the file all the same."""
        return not self.read_only and self._ledger.unsure

    def confirm(self, at: str) -> None:
        """Make sure that what is in the file stays there, after a save that failed.

        A line in the journal makes the disk flush everything: SQLite leaves out writes
        that change nothing.

        Raises:
            Problem: as ``write``.
        """
        self.write(lambda: self.note(at, "confirmed"))

    def put(self, table: Table, *values: Stored) -> None:
        """Insert a row, or replace the one with the same key; only within ``write``."""
        self._ledger.put(table, *values)

    def put_new(self, table: Table, rows: Sequence[Row]) -> None:
        """Insert rows whose keys are known to be new; only within ``write``."""
        self._ledger.put_new(table, rows)

    def remove(self, table: Table, *key: Stored) -> None:
        """Delete a row if it is there; only within ``write``."""
        self._ledger.remove(table, *key)

    def note(  # noqa: PLR0913 - one for each column of the journal
        self,
        at: str,
        what: str,
        *,
        respondent: str = "",
        round_number: int = 0,
        item: str = "",
        before: str = "",
        after: str = "",
        entry: int = 0,
    ) -> int:
        """Add a line to the journal and return its number; only within ``write``."""
        return self._ledger.note(
            at, what, respondent, round_number, item, before, after, entry
        )

    def note_all(self, lines: Sequence[Row]) -> None:
        """Add many lines to the journal in one go; only within ``write``.

        Each is what ``note`` takes, in its order, with nothing left out.
        """
        self._ledger.note_all(lines)

    def copy_to(self, path: Path) -> None:
        """Save everything into a new file *path*, whole or not at all.

        Raises:
            Problem: S-120 *path* exists, F-11x it cannot be written.
        """
        from spf_assess.files import write_atomically

        if path.exists():
            raise faults.exists(path)
        write_atomically(path, self.connection.serialize())

    def close(self) -> None:
        """Close the file; a second time does nothing.

        Raises:
            Problem: S-134, S-137 it is closed, but could not be brought back to where
                it belongs.
        """
        if self._closed:
            return
        self._database.close()
        self._closed = True
        if self._reserve is not None:
            self._reserve.close()
        if self._lock is not None:
            let_go(self.path, self._lock)
        visit, self.visit = self.visit, None
        if visit is not None:
            visit.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _attempt(self, work: Callable[[], _Result]) -> _Result:
        try:
            with self._database.atomic():
                self._ledger.begin()
                result = work()
                self._ledger.finish()
        except BaseException:
            self._ledger.failed()
            raise
        self._ledger.unsure = False
        return result

    def _give_up_reserve(self) -> bool:
        return self._reserve is not None and self._reserve.give_up()

    def _still_there(self) -> None:
        if self._closed:
            raise faults.closed(self.path)
        if _identity(self.path) != self._identity:
            raise faults.vanished(self.path)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - on every save; a third of the time
    except OSError:
        return None
    return found.st_dev, found.st_ino
