"""Dates as people write them, and as they are kept: ISO 8601, as exact as given."""

import re
from datetime import date
from functools import cache

_ISO = re.compile(r"(?P<y>[0-9]{4})(?:-(?P<m>[0-9]{1,2})(?:-(?P<d>[0-9]{1,2}))?)?")
_DAY_FIRST = re.compile(
    r"(?:(?P<d>[0-9]{1,2})[./ -])?(?P<m>[0-9]{1,2})[./ -](?P<y>[0-9]{4})"
)
_WORDS = re.compile(
    r"(?:(?P<d>[0-9]{1,2})(?:er|st|nd|rd|th)? )?(?P<m>\w+)\.? (?P<y>[0-9]{4})"
)
_EARLIEST, _MONTHS = 1800, 12


def read_date(text: str) -> str | None:
    """Return ``2026-11-18``, or less exact ``2026-11`` or ``2026``; None if no date.

    Read are the ISO form, day/month/year in this order, and months in words of either
    language.

    >>> read_date("18 novembre 2026"), read_date("3/2025")
    ('2026-11-18', '2025-03')
    """
    bare = " ".join(text.replace("\u00a0", " ").split()).casefold()
    for form in (_ISO, _DAY_FIRST, _WORDS):
        found = form.fullmatch(bare)
        if found is not None:
            return _kept(found["y"], found["m"] or "", found["d"] or "")
    return None


def written_date(kept: str) -> str:
    """Return a kept date as one is asked to write it: day/month/year.

    >>> written_date("2026-11-18"), written_date("2025-03"), written_date("")
    ('18/11/2026', '03/2025', '')
    """
    return "/".join(reversed(kept.split("-")))


def _kept(year: str, month: str, day: str) -> str | None:
    if int(year) < _EARLIEST:
        return None
    if not month:
        return year
    number = int(month) if month.isdigit() else _months().get(month, 0)
    if not 1 <= number <= _MONTHS:
        return None
    if not day:
        return f"{year}-{number:02d}"
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    from babel.dates import get_month_names

    return {
        name.casefold().rstrip("."): number
        for locale in ("en_GB", "fr_FR")
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale).items()
    }
