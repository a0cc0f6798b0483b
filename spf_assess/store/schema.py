"""The tables of a consultation's file and how they came to be."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spf_assess.store.library import Database as SqliteUtils
    from spf_assess.store.library import Migrations

APPLICATION_ID = int.from_bytes(b"SPFA", "big")
VERSION = 2
MIGRATION_SET = "spf-assess"
# In the order in which they are applied; version N of the file has the first N of them.
MIGRATION_NAMES = ("first_tables", "workshop")


@dataclass(frozen=True, slots=True)
class Table:
    """One table whose rows are hashed.

    Attributes:
        columns: in the order they are hashed, without ``row_hash``.
        key: how many leading columns make the key.
        since: the version of the file that brought it.
    """

    name: str
    columns: tuple[str, ...]
    key: int = 1
    since: int = 1
    select: str = field(init=False)
    select_one: str = field(init=False)
    select_hash: str = field(init=False)
    insert: str = field(init=False)
    upsert: str = field(init=False)
    delete: str = field(init=False)

    def __post_init__(self) -> None:
        keys, rest = self.columns[: self.key], self.columns[self.key :]
        named = ", ".join((*self.columns, "row_hash"))
        where = " AND ".join(f"{name} = ?" for name in keys)
        updated = ", ".join(f"{name} = excluded.{name}" for name in (*rest, "row_hash"))
        marks = ", ".join("?" * (len(self.columns) + 1))
        # Names come from the constants below, never from data.
        statements = {
            "select": f"SELECT {named} FROM {self.name}",  # noqa: S608
            "select_one": f"SELECT {named} FROM {self.name} WHERE {where}",  # noqa: S608
            "select_hash": f"SELECT row_hash FROM {self.name} WHERE {where}",  # noqa: S608
            "insert": f"INSERT INTO {self.name} ({named}) VALUES ({marks})",  # noqa: S608
            "upsert": (
                f"INSERT INTO {self.name} ({named}) VALUES ({marks})"  # noqa: S608
                f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {updated}"
            ),
            "delete": f"DELETE FROM {self.name} WHERE {where}",  # noqa: S608
        }
        for name, statement in statements.items():
            object.__setattr__(self, name, statement)


CONSULTATION = Table(
    "consultation",
    (
        "only_one",
        "role",
        "me",
        "id",
        "title",
        "country",
        "questionnaire_id",
        "questionnaire_version",
        "questionnaire_digest",
        "selection",
        "created_at",
        "public_key",
        "place",
        "fictitious",
    ),
)
ROUNDS = Table("rounds", ("number", "opened_at", "closed_at"))
RESPONDENTS = Table(
    "respondents",
    (
        "id",
        "position",
        "constituency",
        "kind",
        "name",
        "organization",
        "language",
        "members",
        "women",
        "men",
        "consent_named",
        "consent_quoted",
        "trusted_key",
    ),
)
RESPONSES = Table(
    "responses",
    ("respondent", "round", "seq", "handed_in_at", "packet", "told"),
    key=2,
)
ANSWERS = Table(
    "answers",
    ("respondent", "round", "item", "body", "revision", "changed_at"),
    key=3,
)
JOURNAL = Table(
    "journal",
    ("id", "at", "what", "respondent", "round", "item", "before", "after", "entry"),
)
PACKETS = Table(
    "packets",
    (
        "number",
        "digest",
        "file_name",
        "received_at",
        "state",
        "respondent",
        "round",
        "seq",
        "public_key",
        "told",
        "reason",
        "says",
        "facts",
    ),
)
# Apart from the rest, so that a packet's state changes without writing its bytes again.
PACKET_BYTES = Table("packet_bytes", ("number", "bytes"))
KEYS = Table("keys", ("name", "seed"))
SETTINGS = Table("settings", ("name", "value"))
# Everything that was said and done in the meeting, in one form: so one way of saving,
# of telling what changed, of merging and of taking back serves all of it. *origin* is
# the file in which it was recorded, *batch* the import that brought it, 0 for our own.
PROCEEDINGS = Table(
    "proceedings",
    ("kind", "origin", "id", "body", "changed_at", "batch"),
    key=3,
    since=2,
)
# What came in together: a handful of packets, or another facilitator's file.
BATCHES = Table("batches", ("number", "at", "what", "told", "undone_at"), since=2)
# How a packet came, apart from the packet's own row, which is as the first version.
ARRIVALS = Table("arrivals", ("packet", "channel", "batch", "origin"), since=2)
# Sheets answered on this computer behind a PIN, encrypted while they are closed.
HELD_SHEETS = Table(
    "held_sheets",
    ("respondent", "round", "state", "channel", "lock", "sealed", "changed_at"),
    key=2,
    since=2,
)
# Answers keyed from paper, by the first and by the second person.
KEYED = Table(
    "keyed",
    ("respondent", "round", "pass", "item", "body", "changed_at"),
    key=4,
    since=2,
)
# How many said what, and how complete each response is: made from the answers, in the
# same transaction, so that results cost the same with any number of respondents.
COUNTS = Table(
    "counts",
    (
        "round",
        "what",
        "item",
        "part",
        "constituency",
        "kind",
        "said",
        "grade",
        "number",
    ),
    key=8,
    since=2,
)
STANDINGS = Table(
    "standings", ("respondent", "round", "answered", "asked"), key=2, since=2
)
TABLES = {
    table.name: table
    for table in (
        CONSULTATION,
        ROUNDS,
        RESPONDENTS,
        RESPONSES,
        ANSWERS,
        JOURNAL,
        PACKETS,
        PACKET_BYTES,
        KEYS,
        SETTINGS,
        PROCEEDINGS,
        BATCHES,
        ARRIVALS,
        HELD_SHEETS,
        KEYED,
        COUNTS,
        STANDINGS,
    )
}

# Tables with a text key have no row number of their own: a row number would be outside
# the row's hash, and a second index could differ from the table unnoticed.
_FIRST_TABLES = (
    """
CREATE TABLE consultation (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'respondent')),
    me TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    country TEXT NOT NULL,
    questionnaire_id TEXT NOT NULL,
    questionnaire_version TEXT NOT NULL,
    questionnaire_digest TEXT NOT NULL,
    selection TEXT NOT NULL,
    created_at TEXT NOT NULL,
    public_key TEXT NOT NULL,
    place TEXT NOT NULL,
    fictitious INTEGER NOT NULL CHECK (fictitious IN (0, 1)),
    row_hash BLOB NOT NULL
) STRICT
""",
    """
CREATE TABLE rounds (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    opened_at TEXT NOT NULL,
    closed_at TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT
""",
    """
CREATE TABLE respondents (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    constituency TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'bench')),
    name TEXT NOT NULL,
    organization TEXT NOT NULL,
    language TEXT NOT NULL,
    members INTEGER NOT NULL,
    women INTEGER NOT NULL,
    men INTEGER NOT NULL,
    consent_named INTEGER NOT NULL CHECK (consent_named IN (0, 1)),
    consent_quoted INTEGER NOT NULL CHECK (consent_quoted IN (0, 1)),
    trusted_key TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE responses (
    respondent TEXT NOT NULL REFERENCES respondents (id),
    round INTEGER NOT NULL REFERENCES rounds (number),
    seq INTEGER NOT NULL,
    handed_in_at TEXT NOT NULL,
    packet TEXT NOT NULL,
    told TEXT NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (respondent, round)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE answers (
    respondent TEXT NOT NULL,
    round INTEGER NOT NULL,
    item TEXT NOT NULL,
    body TEXT NOT NULL,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (respondent, round, item),
    FOREIGN KEY (respondent, round) REFERENCES responses (respondent, round)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    what TEXT NOT NULL,
    respondent TEXT NOT NULL,
    round INTEGER NOT NULL,
    item TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    entry INTEGER NOT NULL,
    row_hash BLOB NOT NULL
) STRICT
""",
    """
CREATE TABLE packets (
    number INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    file_name TEXT NOT NULL,
    received_at TEXT NOT NULL,
    state TEXT NOT NULL,
    respondent TEXT NOT NULL,
    round INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    public_key TEXT NOT NULL,
    told TEXT NOT NULL,
    reason TEXT NOT NULL,
    says TEXT NOT NULL,
    facts TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT
""",
    """
CREATE TABLE packet_bytes (
    number INTEGER PRIMARY KEY REFERENCES packets (number),
    bytes BLOB NOT NULL,
    row_hash BLOB NOT NULL
) STRICT
""",
    """
CREATE TABLE keys (
    name TEXT PRIMARY KEY,
    seed TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE tallies (
    name TEXT PRIMARY KEY,
    rows INTEGER NOT NULL,
    digest BLOB NOT NULL
) STRICT, WITHOUT ROWID
""",
)

_WORKSHOP = (
    """
CREATE TABLE batches (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    at TEXT NOT NULL,
    what TEXT NOT NULL,
    told TEXT NOT NULL,
    undone_at TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT
""",
    """
CREATE TABLE proceedings (
    kind TEXT NOT NULL,
    origin TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    batch INTEGER NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (kind, origin, id)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE arrivals (
    packet INTEGER PRIMARY KEY REFERENCES packets (number),
    channel TEXT NOT NULL,
    batch INTEGER NOT NULL,
    origin TEXT NOT NULL,
    row_hash BLOB NOT NULL
) STRICT
""",
    """
CREATE TABLE held_sheets (
    respondent TEXT NOT NULL REFERENCES respondents (id),
    round INTEGER NOT NULL REFERENCES rounds (number),
    state TEXT NOT NULL,
    channel TEXT NOT NULL,
    lock TEXT NOT NULL,
    sealed BLOB NOT NULL,
    changed_at TEXT NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (respondent, round)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE keyed (
    respondent TEXT NOT NULL REFERENCES respondents (id),
    round INTEGER NOT NULL REFERENCES rounds (number),
    pass INTEGER NOT NULL CHECK (pass IN (1, 2)),
    item TEXT NOT NULL,
    body TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (respondent, round, pass, item)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE counts (
    round INTEGER NOT NULL,
    what TEXT NOT NULL,
    item TEXT NOT NULL,
    part TEXT NOT NULL,
    constituency TEXT NOT NULL,
    kind TEXT NOT NULL,
    said TEXT NOT NULL,
    grade TEXT NOT NULL,
    number INTEGER NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (round, what, item, part, constituency, kind, said, grade)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE standings (
    respondent TEXT NOT NULL,
    round INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    row_hash BLOB NOT NULL,
    PRIMARY KEY (respondent, round)
) STRICT, WITHOUT ROWID
""",
)


def tables_of(version: int) -> tuple[Table, ...]:
    """Return the tables that a file of a version has."""
    return tuple(table for table in TABLES.values() if table.since <= version)


def migrations() -> "Migrations":
    """Return every migration by name, oldest first; each runs in one transaction."""
    from spf_assess.store.library import Migrations

    found = Migrations(MIGRATION_SET)

    @found(name="first_tables")
    def first_tables(database: "SqliteUtils") -> None:
        for statement in _FIRST_TABLES:
            database.execute(statement)
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute("PRAGMA user_version = 1")
        _count_from_nothing(database, 1)

    @found(name="workshop")
    def workshop(database: "SqliteUtils") -> None:
        for statement in _WORKSHOP:
            database.execute(statement)
        database.execute("PRAGMA user_version = 2")
        _count_from_nothing(database, 2)

    return found


def _count_from_nothing(database: "SqliteUtils", version: int) -> None:
    for table in TABLES.values():
        if table.since == version:
            database.execute(
                "INSERT INTO tallies (name, rows, digest) VALUES (?, 0, ?)",
                (table.name, bytes(32)),
            )
