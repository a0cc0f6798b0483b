"""A table with columns that say what they hold, in both languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from spf_assess.model import Text

Cell = str | int | float | bool | None
NO_CODES: Mapping[str, Text] = MappingProxyType({})


class Kind(StrEnum):
    """What a column holds; the names are those of Frictionless table schemas."""

    TEXT = "string"
    NUMBER = "number"
    INTEGER = "integer"
    TRUTH = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: ASCII, the same in every file and every version.
        label: what people call it.
        codes: what the values mean, by value, where they are codes.
    """

    name: str
    label: Text
    kind: Kind = Kind.TEXT
    codes: Mapping[str, Text] = field(default_factory=lambda: NO_CODES)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their columns; None is an empty cell."""

    name: str
    title: Text
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
