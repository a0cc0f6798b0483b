"""The plan of actions as a workbook and as a calendar."""

import calendar
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from spf_assess.i18n import Words, constituency_name
from spf_assess.i18n.actions import action_status_name
from spf_assess.model import Action, ActionStatus, Questionnaire

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDE, _NARROW = 40, 16
_YEAR, _MONTH = 4, 7  # characters of 2027 and of 2027-03


def actions_workbook(
    actions: Sequence[Action], questionnaire: Questionnaire, words: Words
) -> bytes:
    """Return the plan as a workbook (``.xlsx``), one action a row.

    Every cell is text but the step: what looks like a formula stays what it is.
    """
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise RuntimeError("a new workbook has a sheet")
    sheet.title = words("Actions")
    heads = _heads(words)
    for column, (head, _wide) in enumerate(heads, start=1):
        _put(sheet, 1, column, head)
    for row, action in enumerate(actions, start=2):
        for column, text in enumerate(_row(action, questionnaire, words), start=1):
            _put(sheet, row, column, text)
    _dress(sheet, [wide for _head, wide in heads])
    book.properties.title = words("Action plan")
    book.properties.creator = "spf-assess"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def actions_calendar(
    actions: Sequence[Action],
    words: Words,
    *,
    consultation_id: str,
    changed_at: Mapping[str, str],
) -> bytes:
    """Return the plan as a calendar (iCalendar, RFC 5545).

    Actions without any date are left out. A month or a year counts from its first to
    its last day.

    Args:
        actions: in the order of their steps.
        words: in whose language it is.
        consultation_id: keeps the entries of two consultations apart.
        changed_at: when each action was recorded last, ISO 8601 UTC, by its id.
    """
    from icalendar import Calendar, Event

    made = Calendar()
    made.add("prodid", "-//spf-assess//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", words("Action plan"))
    for action in actions:
        days = days_of(action)
        if days is None:
            continue
        begins, ends = days
        event = Event()
        event.add("uid", f"{action.id}@{consultation_id}")
        event.add("dtstamp", _moment(changed_at.get(action.id, "")))
        event.add("dtstart", begins)
        event.add("dtend", ends + timedelta(days=1))  # the first day after it
        event.add("summary", action.told("what", words.language)[0])
        event.add("description", _description(action, words))
        event.add("status", _STATUS[action.status])
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    return bytes(made.to_ical())


_STATUS = {
    ActionStatus.PLANNED: "TENTATIVE",
    ActionStatus.BEGUN: "CONFIRMED",
    ActionStatus.DELAYED: "CONFIRMED",
    ActionStatus.DONE: "CONFIRMED",
    ActionStatus.DROPPED: "CANCELLED",
}


def days_of(action: Action) -> tuple[date, date] | None:
    """Return the first and the last day of an action; None where it has no date."""
    begins, ends = action.begins_on or action.ends_on, action.ends_on
    if not begins:
        return None
    return first_day(begins), last_day(ends or begins)


def first_day(text: str) -> date:
    """Return the first day of a year, a month or a day."""
    return date.fromisoformat(f"{text}-01-01"[:10])


def last_day(text: str) -> date:
    """Return the last day of a year, a month or a day."""
    if len(text) == _YEAR:
        return date(int(text), 12, 31)
    if len(text) == _MONTH:
        year, month = (int(part) for part in text.split("-"))
        return date(year, month, calendar.monthrange(year, month)[1])
    return date.fromisoformat(text)


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text) if text else datetime(1970, 1, 1, tzinfo=UTC)
    return found.astimezone(UTC)


def _heads(words: Words) -> tuple[tuple[str, int], ...]:
    return (
        (words.context("action", "Step"), _NARROW),
        (words.context("action", "Objective"), _WIDE),
        (words.context("action", "Gap or barrier"), _WIDE),
        (words.context("action", "What is done"), _WIDE),
        (words.context("action", "Responsible body"), _WIDE),
        (words.context("action", "Support"), _WIDE),
        (words.context("action", "Resources"), _WIDE),
        (words.context("action", "Financing"), _WIDE),
        (words.context("action", "Begins"), _NARROW),
        (words.context("action", "Ends"), _NARROW),
        (words.context("action", "Indicator"), _WIDE),
        (words.context("action", "Baseline"), _NARROW),
        (words.context("action", "Target"), _NARROW),
        (words.context("action", "Principles and guarantees"), _WIDE),
        (words.context("action", "Paragraphs"), _NARROW),
        (words.context("action", "Agreed by"), _WIDE),
        (words.context("action", "Status"), _NARROW),
        (words.context("action", "What became of it"), _WIDE),
    )


def _row(
    action: Action, questionnaire: Questionnaire, words: Words
) -> tuple[str | int, ...]:
    def told(name: str) -> str:
        return action.told(name, words.language)[0]

    sections = [questionnaire.section(one) for one in action.sections]
    return (
        action.sequence,
        told("objective"),
        told("barrier"),
        told("what"),
        told("responsible"),
        told("support"),
        told("resources"),
        told("financing"),
        action.begins_on,
        action.ends_on,
        told("indicator"),
        told("baseline"),
        told("target"),
        "; ".join(
            f"{one.label(words.language)} {words.text(one.title)}" for one in sections
        ),
        ", ".join(action.paragraphs),
        ", ".join(constituency_name(words, one) for one in action.agreed_by),
        action_status_name(words, action.status),
        told("became"),
    )


def _description(action: Action, words: Words) -> str:
    said = {
        name: action.told(name, words.language)[0]
        for name in ("objective", "responsible", "support", "indicator")
    }
    told = (
        (words.context("action", "Objective"), said["objective"]),
        (words.context("action", "Responsible body"), said["responsible"]),
        (words.context("action", "Support"), said["support"]),
        (words.context("action", "Indicator"), said["indicator"]),
        (
            words.context("action", "Status"),
            action_status_name(words, action.status),
        ),
    )
    return "\n".join(
        words("{name}: {text}", name=name, text=text) for name, text in told if text
    )


def _put(sheet: "Worksheet", row: int, column: int, text: str | int) -> None:
    cell = sheet.cell(row=row, column=column)
    if isinstance(text, int):
        cell.value = text
        return
    cell.value = text
    cell.data_type = "s"


def _dress(sheet: "Worksheet", widths: Sequence[int]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
