"""Bringing an older file up to date: on a checked copy, then swapped (R-108)."""

from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.files import write_atomically
from spf_assess.store.damage import SCHEMA_TALLY, examine, schema_digest
from spf_assess.store.schema import migrations
from spf_assess.store.snapshot import snapshot

if TYPE_CHECKING:
    import sqlite3

    from spf_assess.store.library import Database as SqliteUtils


def bring_up_to_date(path: Path, version: int) -> bool:
    """Give an older file the tables of today; its caller holds the lock.

    The file as it was stays beside it under the name of its version: the program on
    another computer may be an older one. Nothing happens to a damaged file.

    Returns:
        Whether the file was sound.

    Raises:
        Problem: S-107, S-109 it cannot be read, F-11x there is no room for the copy.
    """
    connection = snapshot(path)
    try:
        if examine(connection, version).problems:
            return False
        before = connection.serialize()
        upgrade(connection)
        if examine(connection).problems:  # pragma: no cover - a fault of this program
            raise RuntimeError(f"the update from version {version} is unsound")
        kept = kept_name(path, version)
        if not kept.exists():
            write_atomically(kept, before)
        write_atomically(path, connection.serialize())
    finally:
        connection.close()
    return True


def kept_name(path: Path, version: int) -> Path:
    """Return the name under which the file of an older version is kept."""
    return path.with_name(f"{path.stem}.v{version}{path.suffix}")


def upgrade(connection: "sqlite3.Connection") -> None:
    """Apply what is missing to an open file, which has been found sound."""
    from spf_assess.store.library import Database as SqliteUtils

    make_tables(
        SqliteUtils(connection, recursive_triggers=False, execute_plugins=False)
    )


def make_tables(database: "SqliteUtils") -> None:
    """Apply every migration that is missing, and count the tables anew."""
    migrations().apply(database)
    with database.atomic():
        database.execute(
            "INSERT OR REPLACE INTO tallies (name, rows, digest) VALUES (?, ?, ?)",
            (SCHEMA_TALLY, *schema_digest(database.conn)),
        )
