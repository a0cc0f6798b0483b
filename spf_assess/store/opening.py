"""Making, opening and reading the file of a consultation."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.files import FOLDER_GONE
from spf_assess.store import faults
from spf_assess.store.checking import LARGE, Checking
from spf_assess.store.damage import Findings, examine, is_as_made
from spf_assess.store.database import Database
from spf_assess.store.place import hold, let_go, look_at, put_in_place
from spf_assess.store.schema import TABLES, VERSION
from spf_assess.store.upgrading import bring_up_to_date, make_tables, upgrade
from spf_assess.store.visiting import begin, begin_new, is_away, latest
from spf_assess.store.watching import Watch, beside

if TYPE_CHECKING:
    import sqlite3

    from filelock import BaseFileLock

BUSY_MILLISECONDS = 2000
# what must hold on the connection of a writer, by the value read back.
PRAGMAS: dict[str, tuple[str, str | int]] = {
    "busy_timeout": (str(BUSY_MILLISECONDS), BUSY_MILLISECONDS),
    "journal_mode": ("DELETE", "delete"),
    "synchronous": ("EXTRA", 3),
    "foreign_keys": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "mmap_size": ("0", 0),
}


def create(path: Path, fill: Callable[[Database], None]) -> Database:
    """Make a new file whose first rows *fill* puts, and open it for writing.

    The file is made aside and put in place whole: no half-made consultation is ever
    found under its name.

    Raises:
        Problem: S-120 *path* exists; S-106 to S-109, S-121, S-122 it cannot be made;
            F-111 the folder is not there.
    """
    if path.exists():
        raise faults.exists(path)
    if is_away(path):
        return _create_away(path, fill)
    return _create_here(path, fill)


def _create_here(path: Path, fill: Callable[[Database], None]) -> Database:
    lock = hold_in(path)
    try:
        aside = _aside(path)
        try:
            _make(aside, path, fill)
            put_in_place(aside, path)
        finally:
            _remove(aside)
    except BaseException:
        let_go(path, lock)
        raise
    return _open_held(path, lock)


def hold_in(path: Path) -> "BaseFileLock":
    """Take the lock of *path*, telling first when its folder is missing.

    Raises:
        Problem: F-111, S-106, S-108, S-109.
    """
    if not path.parent.is_dir():
        raise FOLDER_GONE(path)
    return hold(path)


def open_file(path: Path, watch: Watch | None = None) -> Database:
    """Open a file for writing; a damaged or newer one for reading only.

    *watch* is told how far the checking is, again and again; what it raises ends it,
    and the file is as it was before.

    Raises:
        Problem: S-101 to S-105 no file of ours, S-106 open elsewhere, S-107 locked by
            another program, S-108 read-only medium, S-109 unreadable, S-127 unsafe.
    """
    if is_away(path) and not (path.exists() and look_at(path) > VERSION):
        return _open_away(path, watch)
    return _open_here(path, watch)


def _create_away(path: Path, fill: Callable[[Database], None]) -> Database:
    """Make a file of a stick or a share here, and bring it there at once."""
    if not path.parent.is_dir():
        raise FOLDER_GONE(path)
    visit = begin_new(path)
    try:
        opened = _create_here(visit.working, fill)
        try:
            visit.bring_back()
        except BaseException:
            opened.close()
            visit.forget()
            raise
    except BaseException:
        visit.let_go()
        raise
    opened.home, opened.visit = path, visit
    return opened


def _open_away(path: Path, watch: Watch | None = None) -> Database:
    """Open a file of a stick or a share in a copy here; a damaged one for reading."""
    visit = begin(path)
    try:
        opened = _open_here(visit.working, watch)
    except BaseException:
        visit.let_go()
        raise
    if opened.read_only:
        opened.close()
        if path.exists():
            visit.forget()
        visit.let_go()
        return read_file(path, watch)
    opened.home, opened.visit = path, visit
    return opened


def _open_here(path: Path, watch: Watch | None = None) -> Database:
    version = look_at(path)
    if version > VERSION:
        return read_file(path, watch)
    if not os.access(path, os.W_OK):
        raise faults.not_writable(path)
    lock = hold(path)
    if version < VERSION:
        try:
            sound = bring_up_to_date(path, version)
        except BaseException:
            let_go(path, lock)
            raise
        if not sound:
            let_go(path, lock)
            return read_file(path, watch)
    return _open_held(path, lock, watch)


def read_file(
    path: Path, watch: Watch | None = None, *, later: bool = False
) -> Database:
    """Read a whole file into memory and open that, for reading only.

    *watch*: as in ``open_file``. With *later* the rows of a large file are not checked
    yet: ``Database.checking`` does that, and until it has nothing may be relied upon.

    Raises:
        Problem: S-101 to S-105, S-107, S-109; S-110 a newer file that cannot be read;
            S-129 nothing of it can be read.
    """
    from spf_assess.store.library import Database as SqliteUtils

    home, path = path, latest(path)
    version = look_at(path)
    later = later and version == VERSION and path.stat().st_size >= LARGE
    connection = _in_memory(path, watch, threads=later)
    try:
        later = later and is_as_made(connection)
        found = Findings() if later else _readied(connection, version, watch)
        opened = Database(
            path,
            SqliteUtils(connection, recursive_triggers=False, execute_plugins=False),
        )
    except faults.reading() as error:
        connection.close()
        told = faults.newer if version > VERSION else faults.ruined
        raise told(path) from error
    except BaseException:  # whoever looks on left off
        connection.close()
        raise
    opened.home = home
    opened.checking = Checking(connection) if later else None
    if version > VERSION:
        opened.read_only_because = faults.newer(path)
    elif found.problems:
        opened.damaged = tuple(found.problems)
        opened.read_only_because = faults.damaged(path)
    return opened


def _readied(
    connection: "sqlite3.Connection", version: int, watch: Watch | None
) -> Findings:
    """Check a copy in memory and bring it to this version as far as it is sound."""
    if version > VERSION:
        _check_known_columns(connection)
        return Findings()
    found = examine(connection, version, watch)
    if found.problems:
        connection.text_factory = _kept_text
    elif version < VERSION:
        upgrade(connection)
    return found


def _in_memory(
    path: Path, watch: Watch | None, *, threads: bool
) -> "sqlite3.Connection":
    """Return a copy of a file in memory; for a *watch* another thread takes it."""
    from spf_assess.store.snapshot import snapshot

    if watch is None:
        return snapshot(path, threads=threads)
    taken: list[sqlite3.Connection] = []
    try:
        beside(lambda: taken.append(snapshot(path, threads=True)), None, watch)
    except BaseException:
        for one in taken:
            one.close()
        raise
    return taken.pop()


def _kept_text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _check_known_columns(connection: "sqlite3.Connection") -> None:
    for table in TABLES.values():
        connection.execute(table.select).fetchone()


def _open_held(
    path: Path, lock: "BaseFileLock", watch: Watch | None = None
) -> Database:
    """Open *path* under *lock*, which is let go again unless a writer comes out."""
    connection: sqlite3.Connection | None = None
    try:
        connection = connect(path, threads=watch is not None)
        writer = _writer(path, connection, lock, watch)
        if writer is not None:
            connection = None
            return writer
    except faults.reading() as error:
        problem = faults.opening(error, path)
        if problem.code != "S-129":  # read_file says how much can be shown
            _close(connection)
            let_go(path, lock)
            raise problem from error
    except BaseException:
        _close(connection)
        let_go(path, lock)
        raise
    _close(connection)
    let_go(path, lock)
    return read_file(path, watch)


def _close(connection: "sqlite3.Connection | None") -> None:
    if connection is not None:
        connection.close()


def _writer(
    path: Path,
    connection: "sqlite3.Connection",
    lock: "BaseFileLock",
    watch: Watch | None,
) -> Database | None:
    """Return an open writer, or None when the file is damaged."""
    from spf_assess.store.library import Database as SqliteUtils

    if connection.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        return None
    if examine(connection, watch=watch).problems:
        return None
    database = SqliteUtils(connection, recursive_triggers=False, execute_plugins=False)
    return Database(path, database, writable=True, lock=lock)


def connect(path: Path, *, threads: bool = False) -> "sqlite3.Connection":
    """Return a writer's connection with every setting of R-101 asserted.

    With *threads* another one may use it, one at a time.

    Raises:
        Problem: S-127 a setting does not hold.
        sqlite3.Error: the file cannot be opened.
    """
    import sqlite3

    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=0.0,
        check_same_thread=not threads,
    )
    try:
        for name, (wanted, held) in PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {wanted}")
            _assert_holds(path, connection, name, held)
    except BaseException:
        connection.close()
        raise
    return connection


def _assert_holds(
    path: Path, connection: "sqlite3.Connection", name: str, held: str | int
) -> None:
    row = connection.execute(f"PRAGMA {name}").fetchone()
    if row is None and name == "mmap_size":  # memory mapping is compiled out
        return
    if row != (held,):
        raise faults.unsafe(path, setting=f"{name} = {held}")


def _aside(path: Path) -> Path:
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    except OSError as error:
        raise faults.not_writable(path) from error
    os.close(handle)
    return Path(name)


def _make(aside: Path, path: Path, fill: Callable[[Database], None]) -> None:
    import sqlite3

    from spf_assess.store.library import Database as SqliteUtils

    connection: sqlite3.Connection | None = None
    try:
        connection = connect(aside)
        database = SqliteUtils(
            connection, recursive_triggers=False, execute_plugins=False
        )
        make_tables(database)
        fresh = Database(path, database, writable=True)
        try:
            fresh.write(lambda: fill(fresh))
        finally:
            fresh.close()
    except sqlite3.Error as error:
        raise faults.writing(error, path) from error
    finally:
        if connection is not None:
            connection.close()


def _remove(aside: Path) -> None:
    for suffix in ("", "-journal", ".lock"):
        with suppress(OSError):
            aside.with_name(aside.name + suffix).unlink()
