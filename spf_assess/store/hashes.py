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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Stored = str | int | bytes
Row = tuple[Stored, ...]
_TAG = b"spf-assess/row/1\x00"
_WHOLE = 1 << 256
_SHORT, _MOST_KNOWN, _SEVERAL = 160, 20_000, 4
_known: dict[type, dict[object, bytes]] = {str: {}, int: {}}
HASH_BYTES = 32


def row_hash(table: str, values: Sequence[object]) -> bytes:
    """Return the hash of one row's values in the order of the table's columns.

    Text that is no UTF-8 any more (read with ``surrogateescape``) is hashed as the
    bytes it was read from, so that it never equals the text that was written.
    """
    start = _TAG + table.encode() + b"\x00"
    return hashlib.sha256(b"".join((start, *map(_told, values)))).digest()


def row_hashes(table: str, rows: Sequence[Row]) -> list[bytes]:
    """Return the hash of each row; what all of them begin or end with is told once.

    The rows of one packet say the same of who answers, in which round and when.
    """
    if len(rows) < _SEVERAL:
        return [row_hash(table, values) for values in rows]
    first, last = rows[0], rows[-1]
    width = len(first)
    before = _alike(rows, range(width))
    after = _alike(rows, range(width - 1, before - 1, -1))
    whole = _TAG + table.encode() + b"\x00"
    start = whole + b"".join(map(_told, first[:before]))
    end = b"".join(map(_told, last[width - after :]))
    inner = slice(before, width - after)
    sha256 = hashlib.sha256
    return [
        sha256(b"".join((start, *map(_told, values[inner]), end))).digest()
        for values in rows
    ]


def _alike(rows: Sequence[Row], places: Iterable[int]) -> int:
    """Return in how many of the places, one after the other, all rows say the same."""
    number = 0
    for place in places:
        value, kind = rows[0][place], type(rows[0][place])
        if any(row[place] != value or type(row[place]) is not kind for row in rows):
            break
        number += 1
    return number


def _told(value: object) -> bytes:
    # Equal is not enough: 1.0 and True equal 1, and are something else.
    kind = type(value)
    if kind is str or kind is int:
        return _known[kind].get(value) or _remembered(kind, value)
    return _piece(value)


def _remembered(kind: type, value: object) -> bytes:
    """Return a value's piece; what is short is kept, for most rows say it again."""
    piece, known = _piece(value), _known[kind]
    if len(piece) <= _SHORT:
        if len(known) >= _MOST_KNOWN:
            known.clear()
        known[value] = piece
    return piece


def _piece(value: object) -> bytes:
    """Return what is hashed of one value: its type, its length, itself."""
    if isinstance(value, str):
        kind, data = b"s", value.encode("utf-8", "surrogateescape")
    elif isinstance(value, bytes):
        kind, data = b"b", value
    else:  # an integer; or, in a damaged file, a real number or nothing at all
        kind, data = b"i", repr(value).encode()
    return kind + len(data).to_bytes(8, "big") + data


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows a table has and the sum of their hashes modulo 2**256."""

    rows: int = 0
    total: int = 0

    def with_row(self, found: bytes) -> "Tally":
        """Return the tally after a row with this hash came in."""
        return Tally(self.rows + 1, (self.total + _number(found)) % _WHOLE)

    def with_rows(self, found: Iterable[bytes]) -> "Tally":
        """Return the tally after rows with these hashes came in."""
        numbers = [_number(one) for one in found]
        return Tally(self.rows + len(numbers), (self.total + sum(numbers)) % _WHOLE)

    def without_row(self, found: bytes) -> "Tally":
        """Return the tally after a row with this hash went out."""
        return Tally(self.rows - 1, (self.total - _number(found)) % _WHOLE)

    @property
    def digest(self) -> bytes:
        """The sum as it is stored."""
        return self.total.to_bytes(HASH_BYTES, "big")


def _number(found: bytes) -> int:
    return int.from_bytes(found, "big")
