"""One consultation, one SQLite file: rows, hashes, journal, lock and repair.

Nothing here imports SQLite before a file is opened, so that the window starts fast.
"""

from spf_assess.store.database import Database
from spf_assess.store.hashes import Row
from spf_assess.store.opening import create, open_file, read_file
from spf_assess.store.salvage import salvage
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
    PACKET_BYTES,
    PACKETS,
    PROCEEDINGS,
    RESPONDENTS,
    RESPONSES,
    ROUNDS,
    SETTINGS,
    STANDINGS,
    Table,
)
from spf_assess.store.watching import Watch

__all__ = [
    "ANSWERS",
    "ARRIVALS",
    "BATCHES",
    "CONSULTATION",
    "COUNTS",
    "HELD_SHEETS",
    "JOURNAL",
    "KEYED",
    "KEYS",
    "PACKETS",
    "PACKET_BYTES",
    "PROCEEDINGS",
    "RESPONDENTS",
    "RESPONSES",
    "ROUNDS",
    "SETTINGS",
    "STANDINGS",
    "Database",
    "Row",
    "Table",
    "Watch",
    "create",
    "open_file",
    "read_file",
    "salvage",
]
