"""The tables as a workbook (.xlsx): a sheet each, headed in both languages."""

import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from spf_assess.model import Text
from spf_assess.report.data.table import Cell, Kind, Table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEAD_ROWS = 3
_LINE_POINTS = 15
_WIDE, _NARROW, _LONG = 44, 14, 24
_PROPERTIES = "docProps/core.xml"
_CREATED = re.compile(rb"<dcterms:created[^>]*>([^<]*)<")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")
_MOST_LETTERS = 32_767  # of a cell, by the format


def workbook(tables: Sequence[Table], title: Text, moment: str) -> bytes:
    """Return the workbook.

    Row 1 has the English names of the columns, row 2 the French ones, row 3 the names
    that are the same in every file. Every cell that is no number is text: what looks
    like a formula stays what it is.

    Args:
        tables: a sheet each, in this order.
        title: of the consultation.
        moment: ISO 8601, UTC; the only time the file tells.
    """
    from openpyxl import Workbook

    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    for table in tables:
        _fill(book.create_sheet(table.name), table)
    told = book.properties
    told.title, told.creator = f"{title['en']} / {title['fr']}", "spf-assess"
    told.created = datetime.fromisoformat(moment).astimezone(UTC).replace(tzinfo=None)
    stream = BytesIO()
    book.save(stream)
    return settled(stream.getvalue())


def settled(data: bytes) -> bytes:
    """Return a workbook whose bytes follow from its contents alone.

    Its writer puts the time of saving into the properties and into every entry of the
    archive; here the time of making takes its place.
    """
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as read,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as write,
    ):
        for name in read.namelist():
            part = read.read(name)
            if name == _PROPERTIES:
                made = _CREATED.search(part)
                if made is not None:
                    part = _MODIFIED.sub(rb"\g<1>" + made[1] + rb"\g<2>", part)
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            write.writestr(entry, part)
    return out.getvalue()


def _fill(sheet: "Worksheet", table: Table) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    heads = (
        [column.label["en"] for column in table.columns],
        [column.label["fr"] for column in table.columns],
        [column.name for column in table.columns],
    )
    for number, head in enumerate(heads, start=1):
        for place, text in enumerate(head, start=1):
            _put(sheet, number, place, text)
            sheet.cell(number, place).font = Font(
                "Calibri", 11, bold=number < HEAD_ROWS, italic=number == HEAD_ROWS
            )
            sheet.cell(number, place).alignment = Alignment(
                wrap_text=True, vertical="top"
            )
    for number, row in enumerate(table.rows, start=HEAD_ROWS + 1):
        for place, value in enumerate(row, start=1):
            _put(sheet, number, place, value)
    widths = [
        _width(column.kind, [row[place] for row in table.rows])
        for place, column in enumerate(table.columns)
    ]
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for number, head in enumerate(heads, start=1):
        lines = max(
            (
                -(-len(text) // (width - 2))
                for text, width in zip(head, widths, strict=True)
            ),
            default=1,
        )
        sheet.row_dimensions[number].height = _LINE_POINTS * max(lines, 1)
    sheet.freeze_panes = f"A{HEAD_ROWS + 1}"
    last = get_column_letter(len(table.columns))
    sheet.auto_filter.ref = f"A{HEAD_ROWS}:{last}{HEAD_ROWS + len(table.rows)}"
    sheet.print_title_rows = f"1:{HEAD_ROWS}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes, none of them beside
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _put(sheet: "Worksheet", row: int, column: int, value: Cell) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment

    if value is None:
        return
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_MOST_LETTERS]
        cell.data_type = "s"
    else:
        cell.value = value
        cell.alignment = Alignment(horizontal="right", indent=1)


def _width(kind: Kind, cells: Sequence[Cell]) -> int:
    if kind is not Kind.TEXT:
        return _NARROW
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return min(_WIDE, max(_NARROW, longest + 2)) if longest > _LONG else _LONG
