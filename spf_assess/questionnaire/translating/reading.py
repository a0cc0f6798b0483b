"""The workbook that comes back: taken over, or every problem with sheet and row."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from spf_assess.model import LANGUAGES, N_, Problem, Questionnaire, Text
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.translating.later import LATER, Row
from spf_assess.questionnaire.translating.sheets import (
    ABOUT,
    COLUMNS,
    DONE,
    DRAFT,
    ENGLISH,
    FIRST,
    FRENCH,
    HEADER,
    ID,
    LARGEST,
    OTHER,
    SIGN,
    SIGNS,
    STATUS,
    Line,
    Tongue,
    Work,
    lines,
    wording,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

OTHER_FORM = Rule(
    "Q-901",
    N_("The workbook was made for {found}, not for {wanted}."),
    N_("Export the workbook again; what is translated already comes along."),
)
NO_SHEET = Rule(
    "Q-902",
    N_("The sheet “{sheet}” is missing."),
    N_("Put it back, or export the workbook again and copy the translations over."),
)
OTHER_HEAD = Rule(
    "Q-903",
    N_("The column that should be called “{wanted}” is called “{found}”."),
    N_("Keep the columns in their order and under their names."),
)
UNKNOWN = Rule(
    "Q-904",
    N_("There is no text with the id “{place}” on this sheet."),
    N_("Restore the id; only the translation and its status are yours to change."),
)
TWICE = Rule(
    "Q-905",
    N_("The id “{place}” stands on this sheet twice, the first time in row {first}."),
    N_("Remove one of the two rows."),
)
GONE = Rule(
    "Q-906",
    N_("The row with the id “{place}” is missing."),
    N_("Put the row back; leave its translation empty if there is none."),
)
CHANGED = Rule(
    "Q-907",
    N_("The official text in the column “{column}” was changed."),
    N_("Restore it: official texts are the same in every country."),
)
NO_TEXT = Rule(
    "Q-908",
    N_("The cell in the column “{column}” holds no text but {found}."),
    N_("Write the translation as plain text, without formulas, numbers or dates."),
)
OTHER_STATUS = Rule(
    "Q-909",
    N_("“{found}” is no status."),
    N_("Write “draft” or “done”, or leave the cell empty."),
)
NOTHING_DONE = Rule(
    "Q-910",
    N_("The status is “{found}”, but there is no translation."),
    N_("Translate the text, or empty the status."),
)
PLACEHOLDERS = Rule(
    "Q-911",
    N_("The placeholders differ from the official text's: {words}."),
    N_("Keep words in braces exactly as they are."),
)
TOO_LONG = Rule(
    "Q-912",
    N_("The translation has {length} characters; there is room for {most}."),
    N_("Shorten it: it would be cut in the window or in the report."),
)
STRANGE = Rule(
    "Q-913",
    N_("The translation holds a character that cannot be shown ({found})."),
    N_("Remove it; it often comes from copying."),
)
RULES = (
    OTHER_FORM,
    NO_SHEET,
    OTHER_HEAD,
    UNKNOWN,
    TWICE,
    GONE,
    CHANGED,
    NO_TEXT,
    OTHER_STATUS,
    NOTHING_DONE,
    PLACEHOLDERS,
    TOO_LONG,
    STRANGE,
    LATER,
)
_PLACEHOLDER = re.compile(r"\$?\{[^{}]*\}")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ROOM, _SPARE = 1.6, 30  # of the longer official text, and characters besides
_UNPACKED = 8 * LARGEST
_MOST_ROWS = 20_000
_FORMULA = Text.of(en="a formula", fr="une formule")
_NUMBER = Text.of(en="a number", fr="un nombre")
_TRUE_OR_FALSE = Text.of(en="true or false", fr="vrai ou faux")
_DATE = Text.of(en="a date or a time", fr="une date ou une heure")


@dataclass(frozen=True, slots=True)
class Returned:
    """A workbook that was read: its translation, or why it cannot be taken.

    *rows* tells where each text stands, and with which sign it was handed out.
    """

    work: Work
    faults: tuple[FormFault, ...]
    rows: Mapping[str, Row] = field(default_factory=dict)


def read_workbook(
    data: bytes, questionnaire: Questionnaire, tongue: Tongue
) -> Returned:
    """Read a translation workbook; with any fault nothing of it counts.

    A fault's ``file`` is the sheet and its ``line`` the row, 0 for a whole sheet.

    Raises:
        Problem: Q-900 it is no workbook, or damaged, or unreasonably large.
    """
    book = _opened(data)
    reader = _Reader(questionnaire, tongue)
    faults = tuple(reader.read({sheet.title: sheet for sheet in book.worksheets}))
    return Returned(Work() if faults else reader.work(), faults, reader.rows)


def _opened(data: bytes) -> Any:
    """Return the workbook; openpyxl reads with defusedxml where that is installed."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
        small = len(data) <= LARGEST and unpacked <= _UNPACKED
        book = load_workbook(BytesIO(data), keep_links=False) if small else None
    except Exception as error:  # a stranger's file may fail anywhere
        raise _not_read() from error
    if book is None:
        raise _not_read()
    return book


def _not_read() -> Problem:
    return Problem(
        "Q-900",
        N_(
            "The file is no workbook (.xlsx) that can be read, or it is damaged or too"
            " large. Save it as .xlsx again, or export a new one."
        ),
    )


class _Reader:
    def __init__(self, questionnaire: Questionnaire, tongue: Tongue) -> None:
        self._form, self._tongue = questionnaire, tongue
        self._lines: dict[str, dict[str, Line]] = {}
        for line in lines(questionnaire):
            self._lines.setdefault(line.sheet, {})[line.place] = line
        self._said: dict[str, str] = {}
        self._drafts: set[str] = set()
        self._unsure: set[int] = set()  # columns that may hold something else
        self.rows: dict[str, Row] = {}

    def work(self) -> Work:
        """Return what was read."""
        return Work(MappingProxyType(self._said), frozenset(self._drafts))

    def read(self, sheets: Mapping[str, "Worksheet"]) -> Iterator[FormFault]:
        if ABOUT not in sheets:
            yield NO_SHEET.broken(ABOUT, 0, sheet=ABOUT)
        else:
            yield from self._about(sheets[ABOUT])
        for name, wanted in self._lines.items():
            if name not in sheets:
                yield NO_SHEET.broken(name, 0, sheet=name)
            else:
                yield from self._sheet(name, sheets[name], wanted)

    def _about(self, sheet: "Worksheet") -> Iterator[FormFault]:
        form = self._form
        known = (form.id, form.version, wording(form), self._tongue.code)
        before = (form.id, form.version, form.digest, self._tongue.code)
        found = tuple(str(sheet.cell(row, 2).value) for row in range(1, len(SIGNS) + 1))
        if found not in (known, before):  # earlier versions wrote the form's own digest
            yield OTHER_FORM.broken(ABOUT, 1, found=_named(found), wanted=_named(known))

    def _sheet(
        self, name: str, sheet: "Worksheet", wanted: Mapping[str, Line]
    ) -> Iterator[FormFault]:
        wrong = tuple(self._head(name, sheet))
        yield from wrong
        self._unsure = {COLUMNS.index(str(one.facts["wanted"])) + 1 for one in wrong}
        seen: dict[str, int] = {}
        for row in range(FIRST, min(sheet.max_row or 0, _MOST_ROWS) + 1):
            place = _text(sheet.cell(row, ID).value)
            if place is None or not place:
                if any(sheet.cell(row, column).value for column in (OTHER, STATUS)):
                    yield UNKNOWN.broken(name, row, place="")
                continue
            if place not in wanted:
                yield UNKNOWN.broken(name, row, place=place)
            elif place in seen:
                yield TWICE.broken(name, row, place=place, first=seen[place])
            else:
                seen[place] = row
                yield from self._row(name, row, sheet, wanted[place])
        for place in wanted:
            if place not in seen:
                yield GONE.broken(name, 0, place=place)

    def _head(self, name: str, sheet: "Worksheet") -> Iterator[FormFault]:
        for column, head in enumerate(COLUMNS, 1):
            if column == OTHER:
                continue  # it bears the language's own name
            found = sheet.cell(HEADER, column).value
            if found != head:
                yield OTHER_HEAD.broken(name, HEADER, wanted=head, found=found or "")

    def _row(
        self, name: str, row: int, sheet: "Worksheet", line: Line
    ) -> Iterator[FormFault]:
        handed_out = _text(sheet.cell(row, SIGN).value) or ""
        self.rows[line.place] = Row(name, row, handed_out)
        yield from self._official(name, row, sheet, line)
        value = sheet.cell(row, OTHER).value
        said = _text(value)
        if said is None or sheet.cell(row, OTHER).data_type == "f":
            kind = _kind(value) if said is None else _FORMULA
            yield NO_TEXT.broken(name, row, column=self._tongue.name, found=kind)
            return
        status = "" if STATUS in self._unsure else _status(sheet, row)
        if status not in ("", DRAFT, DONE):
            yield OTHER_STATUS.broken(name, row, found=status)
        elif status == DONE and not said:
            yield NOTHING_DONE.broken(name, row, found=status)
        if not said:
            return
        yield from self._wording(name, row, said, line)
        self._said[line.place] = said
        if status != DONE:
            self._drafts.add(line.place)

    def _official(
        self, name: str, row: int, sheet: "Worksheet", line: Line
    ) -> Iterator[FormFault]:
        for column, language in ((ENGLISH, "en"), (FRENCH, "fr")):
            found = _text(sheet.cell(row, column).value)
            if column not in self._unsure and found != line.text[language].strip():
                yield CHANGED.broken(name, row, column=COLUMNS[column - 1])

    def _wording(
        self, name: str, row: int, said: str, line: Line
    ) -> Iterator[FormFault]:
        own = sorted(_PLACEHOLDER.findall(said))
        official = sorted(_PLACEHOLDER.findall(line.text[LANGUAGES[0]]))
        if own != official:
            odd = sorted(set(own).symmetric_difference(official)) or own
            yield PLACEHOLDERS.broken(name, row, words=", ".join(odd))
        longest = max(len(line.text[language]) for language in LANGUAGES)
        most = round(longest * _ROOM) + _SPARE
        if len(said) > most:
            yield TOO_LONG.broken(name, row, length=len(said), most=most)
        strange = _CONTROL.search(said)
        if strange is not None:
            yield STRANGE.broken(name, row, found=f"U+{ord(strange[0]):04X}")


def _text(value: object) -> str | None:
    """Return a cell's words, empty where there are none; None for anything else."""
    if value is None:
        return ""
    return value.strip() if isinstance(value, str) else None


def _status(sheet: "Worksheet", row: int) -> str:
    return (_text(sheet.cell(row, STATUS).value) or "").casefold()


def _kind(value: object) -> Text:
    if isinstance(value, bool):
        return _TRUE_OR_FALSE
    return _NUMBER if isinstance(value, int | float) else _DATE


def _named(signs: tuple[str, ...]) -> str:
    form, version, digest, language = signs
    return f"{form} {version} ({digest[:12]}), {language}"
