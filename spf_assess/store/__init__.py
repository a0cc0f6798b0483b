"""One consultation, one SQLite file: rows, hashes, journal, lock and repair.

Nothing here imports SQLite before a file is opened, so that the window starts fast.
"""

from spf_assess.store.database import Database
from spf_assess.store.hashes import Row
from spf_assess.store.opening import create, open_file, read_file
from spf_assess.store.salvage import salvage
from spf_assess.store.schema import (
    ANSWERS,
    CONSULTATION,
    JOURNAL,
    KEYS,
    PACKET_BYTES,
    PACKETS,
    RESPONDENTS,
    RESPONSES,
    ROUNDS,
    SETTINGS,
    Table,
)

__all__ = [
    "ANSWERS",
    "CONSULTATION",
    "JOURNAL",
    "KEYS",
    "PACKETS",
    "PACKET_BYTES",
    "RESPONDENTS",
    "RESPONSES",
    "ROUNDS",
    "SETTINGS",
    "Database",
    "Row",
    "Table",
    "create",
    "open_file",
    "read_file",
    "salvage",
]
