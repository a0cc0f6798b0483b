"""The tables as CSV in one folder, with a description that machines read.

The description is a Frictionless Data Package (``datapackage.json``): each column with
its type, its names in both languages and what its codes mean.
"""

import csv
import io
import json
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from spf_assess.files import write_atomically
from spf_assess.model import Header, Plain
from spf_assess.report.data.table import Cell, Column, Kind, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DONE = "datapackage.json"


class Flavour(StrEnum):
    """For whom the CSV is."""

    MACHINES = "machines"
    EXCEL = "excel"


def write_package(
    folder: Path,
    tables: Sequence[Table],
    header: Header,
    flavour: Flavour = Flavour.MACHINES,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Path, ...]:
    """Write a file for each table, and what describes them last.

    For machines: UTF-8, comma, point. For Excel in French: UTF-8 with a mark at its
    head, semicolon, decimal comma, and what looks like a formula begins with an
    apostrophe, since opening such a file would run it.

    Returns:
        The files, in the order in which they were written.

    Raises:
        Problem: F-1xx a file cannot be written; each is there whole or as before.
    """
    written = []
    for number, table in enumerate(tables, start=1):
        path = folder / f"{table.name}.csv"
        write_atomically(path, delimited(table, flavour))
        written.append(path)
        if progress is not None:
            progress(number, len(tables))
    described = json.dumps(
        description(tables, header, flavour), ensure_ascii=False, indent=1
    )
    write_atomically(folder / _DONE, described.encode() + b"\n")
    return (*written, folder / _DONE)


def delimited(table: Table, flavour: Flavour = Flavour.MACHINES) -> bytes:
    """Return a table as CSV; the first line has the names of the columns."""
    excel = flavour is Flavour.EXCEL
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";" if excel else ",", lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    shown = _for_excel if excel else _for_machines
    for row in table.rows:
        writer.writerow(shown(cell) for cell in row)
    return stream.getvalue().encode("utf-8-sig" if excel else "utf-8")


def description(
    tables: Sequence[Table], header: Header, flavour: Flavour = Flavour.MACHINES
) -> Plain:
    """Return the data package (Frictionless Data Package, version 1)."""
    excel = flavour is Flavour.EXCEL
    return {
        "profile": "tabular-data-package",
        "name": f"spf-assess-{header.id[:12]}",
        "id": header.id,
        "title": header.title["en"],
        "title_fr": header.title["fr"],
        "created": header.created_at,
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": table.name.replace("_", "-"),
                "path": f"{table.name}.csv",
                "title": table.title["en"],
                "title_fr": table.title["fr"],
                "encoding": "utf-8",
                "dialect": {
                    "delimiter": ";" if excel else ",",
                    "lineTerminator": "\r\n",
                    "header": True,
                },
                "schema": {
                    "fields": [_field(column, excel=excel) for column in table.columns],
                    "missingValues": [""],
                },
            }
            for table in tables
        ],
    }


def _field(column: Column, *, excel: bool) -> Plain:
    found: Plain = {
        "name": column.name,
        "type": column.kind.value,
        "title": column.label["en"],
        "title_fr": column.label["fr"],
    }
    if excel and column.kind is Kind.NUMBER:
        found["decimalChar"] = ","
    if column.codes:
        found["constraints"] = {"enum": list(column.codes)}
        found["codes"] = {
            code: {"en": meaning["en"], "fr": meaning["fr"]}
            for code, meaning in column.codes.items()
        }
    return found


def _for_machines(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)


def _for_excel(cell: Cell) -> str:
    if isinstance(cell, float):
        return str(cell).replace(".", ",")
    text = _for_machines(cell)
    if isinstance(cell, str) and text.startswith(_FORMULA):
        return f"'{text}"
    return text
