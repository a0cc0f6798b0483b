"""A hash for every row and a sum of hashes for every table (R-105).

SQLite's own checks see the structure of a file, not what stands in it: most flipped
bits pass them. So every row carries SHA-256 over its table's name and its values, each
with its type and length, and every table a tally: how many rows it has and the sum of
their hashes modulo 2**256. The sum needs no order and is kept up to date by adding and
subtracting, so that saving one answer costs the same in a small file and in a large
one. It catches accidents; it is no signature, for whoever can write the file can also
recompute it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

Stored = str | int | bytes
Row = tuple[Stored, ...]
_TAG = b"spf-assess/row/1\x00"
_WHOLE = 1 << 256
HASH_BYTES = 32


def row_hash(table: str, values: Sequence[object]) -> bytes:
    """Return the hash of one row's values in the order of the table's columns.

    Text that is no UTF-8 any more (read with ``surrogateescape``) is hashed as the
    bytes it was read from, so that it never equals the text that was written.
    """
    found = [_TAG, table.encode(), b"\x00"]
    for value in values:
        if isinstance(value, str):
            kind, data = b"s", value.encode("utf-8", "surrogateescape")
        elif isinstance(value, bytes):
            kind, data = b"b", value
        else:  # an integer; or, in a damaged file, a real number or nothing at all
            kind, data = b"i", repr(value).encode()
        found += (kind, len(data).to_bytes(8, "big"), data)
    return hashlib.sha256(b"".join(found)).digest()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows a table has and the sum of their hashes modulo 2**256."""

    rows: int = 0
    total: int = 0

    def with_row(self, found: bytes) -> "Tally":
        """Return the tally after a row with this hash came in."""
        return Tally(self.rows + 1, (self.total + _number(found)) % _WHOLE)

    def without_row(self, found: bytes) -> "Tally":
        """Return the tally after a row with this hash went out."""
        return Tally(self.rows - 1, (self.total - _number(found)) % _WHOLE)

    @property
    def digest(self) -> bytes:
        """The sum as it is stored."""
        return self.total.to_bytes(HASH_BYTES, "big")


def _number(found: bytes) -> int:
    return int.from_bytes(found, "big")
