"""How numbers, levels and dates are written in each language."""

import re
from datetime import UTC, date, datetime
from functools import lru_cache

from spf_assess.model import Text

NO_BREAK_SPACE = "\u00a0"
_DAYS_SHOWN, _MONTH_SHOWN = 10, 7
_DECIMAL = re.compile(r"(-?\d+)(?:\.(\d+))?")


def level_text(level: float) -> str:
    """Return a position or a range: whole as it is, halves with ½ (``2½``, ``½``)."""
    whole = int(level)
    if level == whole:
        return str(whole)
    return f"{whole}½" if whole else "½"


def decimal_text(number: str, language: str) -> str:
    """Return a decimal given in text with the language's own decimal sign."""
    return number.replace(".", ",") if language == "fr" else number


def figure_text(number: str, language: str) -> str:
    """Return a decimal given in text as people read it: ``1,234.50``, ``1 234,50``.

    Thousands are set apart as CLDR has it for the language; digits after the decimal
    sign stay as they were given, for they tell how exact a figure is. What is not a
    plain decimal is returned unchanged.
    """
    from babel.numbers import format_decimal, get_decimal_symbol

    found = _DECIMAL.fullmatch(number)
    if found is None:
        return number
    whole, fraction = found.groups()
    grouped: str = format_decimal(int(whole), locale=_LOCALES[language])
    if whole.startswith("-0"):
        grouped = f"-{grouped}"
    return (
        f"{grouped}{get_decimal_symbol(_LOCALES[language])}{fraction}"
        if fraction
        else grouped
    )


def date_text(moment: str, language: str) -> str:
    """Return an ISO 8601 date or time as a date in words: ``18 November 2026``.

    What is not a whole ISO date is returned unchanged: a respondent may write "2024".
    """
    if len(moment) < _DAYS_SHOWN:
        return moment
    return _day_text(moment[:_DAYS_SHOWN], language) or moment


@lru_cache(maxsize=2000)  # a list of thousands tells few days
def _day_text(moment: str, language: str) -> str:
    """Return a day in words; nothing where it is none."""
    from babel.dates import format_date

    try:
        day = date.fromisoformat(moment)
    except ValueError:
        return ""
    spoken: str = format_date(day, format="d MMMM y", locale=_LOCALES[language])
    if language == "fr" and day.day == 1:
        spoken = "1er" + spoken[1:]
    return spoken


def vague_date_text(text: str, language: str) -> str:
    """Return a day, a month or a year in words: ``June 2028``, ``juin 2028``, ``2028``.

    What is none of them is returned unchanged.
    """
    from babel.dates import format_date

    if len(text) != _MONTH_SHOWN:
        return date_text(text, language)
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        return text
    spoken: str = format_date(month, format="MMMM y", locale=_LOCALES[language])
    return spoken


def time_text(moment: datetime, language: str) -> str:
    """Return a local time of day: ``10:42``, ``10 h 42``."""
    between = f"{NO_BREAK_SPACE}h{NO_BREAK_SPACE}" if language == "fr" else ":"
    return f"{moment.hour:02d}{between}{moment.minute:02d}"


def now_iso() -> str:
    """Return the present moment, ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


_LOCALES = {"en": "en_GB", "fr": "fr_FR"}
COLON = Text.of(en=": ", fr=f"{NO_BREAK_SPACE}: ")
SEMICOLON = Text.of(en="; ", fr=f"{NO_BREAK_SPACE}; ")


def list_text(parts: tuple[str, ...], language: str) -> str:
    """Join words as a sentence does: ``a, b and c``, ``a, b et c``."""
    if len(parts) < 2:  # noqa: PLR2004 - one word needs no joining
        return "".join(parts)
    last = " et " if language == "fr" else " and "
    return ", ".join(parts[:-1]) + last + parts[-1]
