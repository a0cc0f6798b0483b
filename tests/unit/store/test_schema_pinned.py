"""Files of a version all have the same tables, for good."""

import hashlib

from spf_assess.store.schema import MIGRATION_NAMES, VERSION, migrations

# A table or column more needs a further migration and a further version here. The
# digest of a version never changes: files with it are on people's computers.
_PINNED = {
    1: "612cf23c483a6b08496a396255b5b603ff00b94c0b8753f01171894a78124073",
    2: "4bf04727f3ba1ca6150e4cf781cf8d4b41d672b0d7ab1a66cf670eee21e8a295",
}


def _schema_of(version: int) -> tuple[int, str]:
    """Return the ``user_version`` of a new file, and its schema's digest."""
    import sqlite_utils

    database = sqlite_utils.Database(memory=True)
    later = MIGRATION_NAMES[version : version + 1]
    migrations().apply(database, stop_before=later[0] if later else None)
    told = [
        " ".join(row[0].split())
        for row in database.execute("SELECT sql FROM sqlite_master ORDER BY type, name")
        if row[0]
    ]
    (number,) = database.execute("PRAGMA user_version").fetchone()
    database.close()
    return number, hashlib.sha256("\n".join(told).encode()).hexdigest()


def test_a_file_of_a_version_always_has_the_tables_it_had() -> None:
    found = {number: _schema_of(number) for number in range(1, VERSION + 1)}
    assert found == {number: (number, digest) for number, digest in _PINNED.items()}


def test_every_version_has_one_migration_and_one_pinned_digest() -> None:
    assert len(MIGRATION_NAMES) == VERSION == len(_PINNED)
