"""When something happened, as a person says it: today at 10:42, yesterday, a date."""

from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QLocale

from spf_assess.i18n.formats import time_text
from spf_assess.i18n.words import Words


def moment_text(words: Words, moment: str, now: datetime) -> str:
    """Return an ISO 8601 moment (UTC) as local words, seen from *now* (with zone).

    Dates come from Qt here: the start page must not load the larger date library.
    """
    local = _local(moment, now)
    if local is None:
        return ""
    time = time_text(local, words.language)
    if local.date() == now.date():
        return words("today at {time}", time=time)
    if local.date() == now.date() - timedelta(days=1):
        return words("yesterday at {time}", time=time)
    locale = QLocale("fr_FR" if words.language == "fr" else "en_GB")
    return locale.toString(QDate(local.year, local.month, local.day), "d MMM yyyy")


def _local(moment: str, now: datetime) -> datetime | None:
    try:
        told = datetime.fromisoformat(moment)
        return told.astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        return None
