"""The workbook that goes out to a translator."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from spf_assess.i18n import Words
from spf_assess.model import Questionnaire
from spf_assess.questionnaire.translating.later import sign
from spf_assess.questionnaire.translating.sheets import (
    ABOUT,
    COLUMNS,
    DONE,
    DRAFT,
    ENGLISH,
    FIRST,
    FRENCH,
    HANDED_OUT,
    HEADER,
    ID,
    OTHER,
    PLACE,
    SIGN,
    SIGNS,
    STATUS,
    Line,
    Tongue,
    Work,
    lines,
    place_in_words,
    wording,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = {ID: 24, PLACE: 26, ENGLISH: 52, FRENCH: 52, OTHER: 52, STATUS: 10}
_TEXT = "@"


def workbook(
    questionnaire: Questionnaire, tongue: Tongue, work: Work, words: Words
) -> bytes:
    """Return an .xlsx with every text, what is translated so far, and its status.

    Official texts, ids and places are locked (without a password: it keeps from
    slips, not from will; reading it back compares them anyway).
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    _about(book, questionnaire, tongue, words)
    sheets: dict[str, list[Line]] = {}
    for line in lines(questionnaire):
        sheets.setdefault(line.sheet, []).append(line)
    for name, found in sheets.items():
        _sheet(book.create_sheet(name), found, tongue, work, words)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _about(
    book: "Workbook", questionnaire: Questionnaire, tongue: Tongue, words: Words
) -> None:
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet(ABOUT)
    known = (
        questionnaire.id,
        questionnaire.version,
        wording(questionnaire),
        tongue.code,
    )
    for row, (name, value) in enumerate(zip(SIGNS, known, strict=True), 1):
        sheet.cell(row, 1, name).font = Font(bold=True)
        cell = sheet.cell(row, 2, value)
        cell.number_format = _TEXT
    told = (
        words("Translate the column “{name}” on every sheet.", name=tongue.name),
        words("Leave the other columns as they are, and words in braces too."),
        words(
            "Write “draft” or “done” beside each text; leave it blank where none is."
        ),
        words(
            "Reading the workbook back lists every problem with its sheet and row, and"
            " takes nothing over until there is none."
        ),
    )
    for row, sentence in enumerate(told, len(SIGNS) + 2):
        sheet.cell(row, 1, sentence).alignment = Alignment(wrap_text=True)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        sheet.row_dimensions[row].height = 32
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 20, 70
    sheet.protection.sheet = True


def _sheet(
    sheet: "Worksheet", found: list[Line], tongue: Tongue, work: Work, words: Words
) -> None:
    from openpyxl.styles import Alignment, Font, Protection
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    heads = [tongue.name if name == COLUMNS[OTHER - 1] else name for name in COLUMNS]
    for column, head in enumerate(heads, 1):
        sheet.cell(HEADER, column, head).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS[column]
    sheet.cell(HEADER, SIGN, HANDED_OUT)
    sheet.column_dimensions[get_column_letter(SIGN)].hidden = True
    for row, line in enumerate(found, FIRST):
        said = work.said.get(line.place, "")
        status = "" if not said else DRAFT if line.place in work.drafts else DONE
        values = {
            ID: line.place,
            PLACE: place_in_words(words, line.place),
            ENGLISH: line.text["en"],
            FRENCH: line.text["fr"],
            OTHER: said,
            STATUS: status,
            SIGN: sign(work, line.place),
        }
        for column, value in values.items():
            cell: Any = sheet.cell(row, column, value or None)
            cell.number_format = _TEXT
            if value:
                cell.data_type = "s"  # never a formula, whatever it begins with
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if column in (OTHER, STATUS):
                cell.protection = Protection(locked=False)
    choice = DataValidation(type="list", formula1=f'"{DRAFT},{DONE}"', allow_blank=True)
    sheet.add_data_validation(choice)
    letter = get_column_letter(STATUS)
    choice.add(f"{letter}{FIRST}:{letter}{FIRST + len(found)}")
    sheet.freeze_panes = f"{get_column_letter(ENGLISH)}{FIRST}"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
