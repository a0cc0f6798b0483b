"""Invitations on paper: a page for each seat, to lie beside the file on the stick.

The file itself is far too large for a code. What the code and the eight words hold
tells the file from any other, so that nobody takes a seat with a wrong one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from spf_assess.i18n import (
    COLON,
    Words,
    constituency_name,
    date_text,
    named_consent,
    privacy_rule,
    quoted_consent,
)
from spf_assess.model import Header, Preparation, Respondent, RespondentKind, Text
from spf_assess.report import charts
from spf_assess.report.desk import Context
from spf_assess.report.given import RenderedReport
from spf_assess.report.html import Album, page, style
from spf_assess.report.render import Cancelled, Progress, Sheets, typeset
from spf_assess.report.scribe import Scribe

FOLDER, _PIECE = "invitation", 16


@dataclass(frozen=True, slots=True)
class InvitationSheet:
    """One invitation: whose, and the file that goes with the page.

    Attributes:
        words: the eight words of its digest, in the seat's language.
        code: its QR code, an SVG element with a title.
    """

    respondent: Respondent
    digest: str
    file_name: str
    words: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True)
class InvitationSheets:
    """What is to be printed.

    Attributes:
        language: what the file as a whole is called in; each page speaks its seat's.
        made_at: ISO 8601, UTC; the date of making that the file tells.
    """

    header: Header
    preparation: Preparation
    sheets: Sequence[InvitationSheet]
    language: str
    made_at: str


def print_invitations(
    given: InvitationSheets,
    out: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> RenderedReport:
    """Print the invitations, A4, a page each.

    Progress, cancelling and problems as in ``render.typeset``.
    """

    def sheets() -> Sheets:
        album = Album()
        return Sheets(
            html=page("invitation.html.j2", sheets_context(given), album, FOLDER),
            pictures=album.pictures,
            css=style(FOLDER),
            moment=given.made_at,
            identifier="-".join(
                ("invitations", given.header.id, *(one.digest for one in given.sheets))
            ),
            expected=len(given.sheets),
        )

    return typeset(sheets, out, progress, cancelled)


def sheets_context(given: InvitationSheets) -> Context:
    """Return what the template prints."""
    words = Words(given.language)
    what = words("Invitations")
    title = Scribe(given.language).line(words.text(given.header.title))
    return {
        "language": given.language,
        "heading": f"{what}{COLON[given.language]}{title}",
        "iso_date": given.made_at,
        "sheets": [_sheet(given, one) for one in given.sheets],
    }


def _sheet(given: InvitationSheets, sheet: InvitationSheet) -> Context:
    who, prepared = sheet.respondent, given.preparation
    words, scribe = Words(who.language), Scribe(who.language)
    name = constituency_name(words, who.constituency)
    return {
        "words": words,
        "language": who.language,
        "title": scribe.line(words.text(given.header.title)),
        "country": scribe.line(words.text(given.header.country)),
        "fictitious": given.header.fictitious,
        "where": scribe.line(_where(given, words)),
        "group": name,
        "mark": charts.mark(who.constituency, name),
        "seat": scribe.line(
            ", ".join(one for one in (who.organization, who.name) if one)
        ),
        "together": who.kind is RespondentKind.BENCH,
        "file": sheet.file_name,
        "receipt": sheet.words,
        "digest": [
            sheet.digest[at : at + 16] for at in range(0, len(sheet.digest), 16)
        ],
        "code": charts.Picture("qr", words("Code of this invitation"), sheet.code),
        "consents": [
            scribe.line(one)
            for one in (
                _said(words, prepared.consent_named, named_consent(words)),
                _said(words, prepared.consent_quoted, quoted_consent(words)),
            )
        ],
        "privacy": privacy_rule(words, prepared.counted_from, prepared.spread_from),
    }


def _where(given: InvitationSheets, words: Words) -> str:
    """Return place and days, as far as they are known."""
    prepared = given.preparation
    days = [date_text(one, words.language) for one in _days(prepared)]
    told = words("{first} to {last}", first=days[0], last=days[-1]) if days else ""
    if len(set(days)) == 1:
        told = days[0]
    return ", ".join(one for one in (given.header.place, told) if one)


def _days(prepared: Preparation) -> list[str]:
    return [one for one in (prepared.begins_on, prepared.ends_on) if one]


def _said(words: Words, text: Text, otherwise: str) -> str:
    return words.text(text) or otherwise
