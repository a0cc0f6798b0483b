"""What is wrong with a file, told table by table and row by row (R-105)."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spf_assess.model import N_, Problem, Text
from spf_assess.store import faults
from spf_assess.store.hashes import Row, Tally, row_hash, row_hashes
from spf_assess.store.schema import (
    ANSWERS,
    ARRIVALS,
    BATCHES,
    CONSULTATION,
    COUNTS,
    HELD_SHEETS,
    JOURNAL,
    KEYED,
    KEYS,
    MIGRATION_NAMES,
    PACKET_BYTES,
    PACKETS,
    PROCEEDINGS,
    RESPONDENTS,
    RESPONSES,
    ROUNDS,
    SETTINGS,
    STANDINGS,
    VERSION,
    Table,
    tables_of,
)
from spf_assess.store.watching import ROWS, Watch, Watching, beside

if TYPE_CHECKING:
    import sqlite3

SCHEMA_TALLY = "schema"
_SETS = 256
_TOGETHER = 1000  # rows whose hashes are added up at once: a third of the time
_NAMED = 8  # how many damaged rows one sentence names

_SPOKEN = {
    CONSULTATION.name: Text.of(en="the consultation itself", fr="la consultation"),
    ROUNDS.name: Text.of(en="rounds", fr="tours"),
    RESPONDENTS.name: Text.of(en="respondents", fr="répondants"),
    RESPONSES.name: Text.of(en="response sheets", fr="feuilles de réponses"),
    ANSWERS.name: Text.of(en="answers", fr="réponses"),
    JOURNAL.name: Text.of(en="history of changes", fr="historique des modifications"),
    PACKETS.name: Text.of(en="packets", fr="paquets"),
    PACKET_BYTES.name: Text.of(
        en="packets as they arrived", fr="paquets tels que reçus"
    ),
    KEYS.name: Text.of(en="keys", fr="clés"),
    SETTINGS.name: Text.of(en="settings", fr="réglages"),
    PROCEEDINGS.name: Text.of(
        en="record of the meeting", fr="compte rendu de la réunion"
    ),
    BATCHES.name: Text.of(en="imports", fr="importations"),
    ARRIVALS.name: Text.of(en="how packets arrived", fr="voie d'arrivée des paquets"),
    HELD_SHEETS.name: Text.of(
        en="closed response sheets", fr="feuilles de réponses fermées"
    ),
    COUNTS.name: Text.of(en="counts of answers", fr="décomptes des réponses"),
    STANDINGS.name: Text.of(
        en="how complete responses are", fr="avancement des réponses"
    ),
    KEYED.name: Text.of(
        en="answers keyed from paper", fr="réponses saisies d'après le papier"
    ),
}
# The column by which a person recognizes a row of the table.
_KNOWN_BY = {ANSWERS.name: 2, PACKETS.name: 2, RESPONDENTS.name: 5}


@dataclass(slots=True)
class Findings:
    """The tallies of the rows as they stand, and every fault met on the way."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def examine(
    connection: "sqlite3.Connection",
    version: int = VERSION,
    watch: Watch | None = None,
) -> Findings:
    """Check structure, tables, every row and every tally; change nothing.

    With a *watch* the structure is checked in another thread, which the connection has
    to allow.

    Raises:
        whatever *watch* raises to leave off.
    """
    found = Findings()
    before = connection.text_factory
    connection.text_factory = _any_text
    try:
        if watch is None:
            _check_structure(connection, found)
        else:
            beside(lambda: _check_structure(connection, found), connection, watch)
        _check_schema(connection, found, MIGRATION_NAMES[:version])
        told = _stored_tallies(connection)
        of = sum(told[one.name].rows for one in tables_of(version) if one.name in told)
        watching = None if watch is None else Watching(watch, of)
        whole = not found.problems
        for table in tables_of(version):
            sound = _whole(connection, table, watching)
            if sound is not None and sound == told.get(table.name):
                found.tallies[table.name] = sound
                continue
            hashed = _hashed(connection, table, watching, whole=whole)
            _check_table(table, told.get(table.name), found, hashed)
    finally:
        connection.text_factory = before
    return found


def schema_digest(connection: "sqlite3.Connection") -> tuple[int, bytes]:
    """Return the number of tables and indexes and a digest over their definitions."""
    found = hashlib.sha256()
    rows = list(
        connection.execute(
            "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master"
            " ORDER BY type, name"
        )
    )
    for row in rows:
        found.update(row_hash("sqlite_master", row))
    return len(rows), found.digest()


def readable_rows(
    connection: "sqlite3.Connection", table: Table
) -> Iterator[tuple[Row, bytes]]:
    """Yield values and stored hash of every row that can be reached.

    Where a page is broken, reading goes on from the other end of the table.
    """
    connection.text_factory = _any_text
    keys = table.columns[: table.key]
    # In many small sets: a large one that grows keeps everything waiting.
    seen: list[set[Row]] = [set() for _ in range(_SETS)]
    for direction in ("ASC", "DESC"):
        order = ", ".join(f"{name} {direction}" for name in keys)
        try:
            for row in connection.execute(f"{table.select} ORDER BY {order}"):
                key = row[: table.key]
                known = seen[hash(key) % _SETS]
                if key in known:
                    if direction == "DESC":
                        break
                    continue
                known.add(key)
                yield row[:-1], row[-1]
        except faults.reading():
            continue
        if direction == "ASC":
            return


def _any_text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _check_structure(connection: "sqlite3.Connection", found: Findings) -> None:
    try:
        lines = [row[0] for row in connection.execute("PRAGMA quick_check(20)")]
        orphans = list(connection.execute("PRAGMA foreign_key_check"))
    except faults.reading():
        lines, orphans = ["unreadable"], []
    if lines != ["ok"]:
        found.problems.append(
            Problem(
                "S-112",
                N_(
                    "The structure of the file is broken (places found: {number})."
                    " Parts of it may be unreadable."
                ),
                number=len(lines),
            )
        )
    if orphans:
        found.problems.append(
            Problem(
                "S-113",
                N_("Rows that belong to nothing any more: {number}."),
                number=len(orphans),
            )
        )


def is_as_made(
    connection: "sqlite3.Connection", migrations: tuple[str, ...] = MIGRATION_NAMES
) -> bool:
    """Return whether the tables are those that this program makes."""
    try:
        told = connection.execute(
            "SELECT rows, digest FROM tallies WHERE name = ?", (SCHEMA_TALLY,)
        ).fetchone()
        applied = connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id")
        return bool(told == schema_digest(connection)) and (
            tuple(row[0] for row in applied) == migrations
        )
    except faults.reading():
        return False


def _check_schema(
    connection: "sqlite3.Connection", found: Findings, migrations: tuple[str, ...]
) -> None:
    if not is_as_made(connection, migrations):
        found.problems.append(
            Problem(
                "S-114",
                N_(
                    "The tables of the file are not as this program made them: they"
                    " were changed by another program or by a failing disk."
                ),
            )
        )


def _stored_tallies(connection: "sqlite3.Connection") -> dict[str, Tally]:
    try:
        rows = list(connection.execute("SELECT name, rows, digest FROM tallies"))
        return {
            name: Tally(count, int.from_bytes(digest, "big"))
            for name, count, digest in rows
            if isinstance(count, int) and isinstance(digest, bytes)
        }
    except faults.reading():
        return {}


def _hashed(
    connection: "sqlite3.Connection",
    table: Table,
    watching: Watching | None,
    *,
    whole: bool,
) -> tuple[Tally, list[str]]:
    """Return the tally of the sound rows of a table, and what the others are known by.

    Where the structure is *whole*, every row is met once. Not remembering which were
    spares a second of a million rows, a third of it in one go when they are let go.
    """
    if not whole:
        return _hashed_rows(table, readable_rows(connection, table), watching)
    try:
        return _hashed_rows(table, _rows_once(connection, table), watching)
    except faults.reading():  # a page that could be read a moment ago
        return _hashed(connection, table, watching, whole=False)


def _rows_once(
    connection: "sqlite3.Connection", table: Table
) -> Iterator[tuple[Row, bytes]]:
    order = ", ".join(table.columns[: table.key])
    for row in connection.execute(f"{table.select} ORDER BY {order}"):
        yield row[:-1], row[-1]


def _hashed_rows(
    table: Table, rows: Iterator[tuple[Row, bytes]], watching: Watching | None
) -> tuple[Tally, list[str]]:
    tally, sound, bad = Tally(), [], []
    for values, stored in rows:
        if watching is not None:
            watching.row()
        present = row_hash(table.name, values)
        if present == stored:
            sound.append(present)
            if len(sound) == _TOGETHER:
                tally = tally.with_rows(sound)
                sound.clear()
        else:
            bad.append(_known_by(table, values))
    return tally.with_rows(sound), bad


def _check_table(
    table: Table,
    told: Tally | None,
    found: Findings,
    hashed: tuple[Tally, list[str]],
) -> None:
    tally, bad = hashed
    found.tallies[table.name] = tally
    if bad:
        found.problems.append(_bad_rows(table, bad))
    missing = None if told is None else told.rows - tally.rows - len(bad)
    if missing:
        found.problems.append(_missing_rows(table, missing))
    elif told is None or (not bad and told != tally):
        found.problems.append(_wrong_tally(table))


def _whole(
    connection: "sqlite3.Connection", table: Table, watching: Watching | None
) -> Tally | None:
    """Return the tally of a table where every row is as it was written, else None.

    Most files are sound, and then nothing need be known of a row but its hash: that
    takes half the time of finding out what is wrong, and no memory for each row.
    """
    connection.text_factory = str  # fails on what is no UTF-8
    tally, order = Tally(), ", ".join(table.columns[: table.key])
    try:
        rows = connection.execute(f"{table.select} ORDER BY {order}")
        while several := rows.fetchmany(ROWS):
            present = row_hashes(table.name, [row[:-1] for row in several])
            if present != [row[-1] for row in several]:
                return None
            tally = tally.with_rows(present)
            if watching is not None:
                watching.rows(len(several))
    except faults.reading():
        return None
    finally:
        connection.text_factory = _any_text
    return tally


def _known_by(table: Table, values: Row) -> str:
    name = str(values[_KNOWN_BY.get(table.name, 0)])
    return name.encode("utf-8", "replace").decode()[:40]


def _bad_rows(table: Table, bad: list[str]) -> Problem:
    named = ", ".join(bad[:_NAMED]) + (", …" if len(bad) > _NAMED else "")
    return Problem(
        "S-115",
        N_(
            "Changed on the disk without this program, and therefore left out:"
            " {number} ({table}: {which})."
        ),
        number=len(bad),
        table=_SPOKEN[table.name],
        which=named,
    )


def _missing_rows(table: Table, missing: int) -> Problem:
    if missing < 0:
        return Problem(
            "S-116",
            N_("More rows than this program wrote: {number} ({table})."),
            number=-missing,
            table=_SPOKEN[table.name],
        )
    return Problem(
        "S-117",
        N_("No longer in the file, or unreadable: {number} ({table})."),
        number=missing,
        table=_SPOKEN[table.name],
    )


def _wrong_tally(table: Table) -> Problem:
    return Problem(
        "S-118",
        N_(
            "The checksum over a whole table does not hold ({table}): rows were"
            " exchanged or taken from another state of the file."
        ),
        table=_SPOKEN[table.name],
    )
