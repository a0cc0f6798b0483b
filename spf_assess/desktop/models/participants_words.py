"""Seats said in words."""

from typing import TYPE_CHECKING

from spf_assess.consultation import BoardRow
from spf_assess.consultation.sheets import SheetState
from spf_assess.i18n import COLON, Words, constituency_name, date_text
from spf_assess.i18n.channels import channel_name
from spf_assess.model import Channel, Problem, Respondent, RespondentKind

if TYPE_CHECKING:
    from spf_assess.consultation.collecting import SheetStatus

LANGUAGE_NAMES = {"en": "English", "fr": "Français"}


def seat_name(words: Words, respondent: Respondent) -> str:
    """Return who sits there: organization and name, else the group's name."""
    named = [part for part in (respondent.organization, respondent.name) if part]
    if named:
        return ", ".join(named)
    return constituency_name(words, respondent.constituency)


def kind_text(words: Words, respondent: Respondent) -> str:
    """Return who answers there: one person, or a group together."""
    if respondent.kind is RespondentKind.PERSON:
        return words.context("who answers", "person")
    return words.context("who answers", "group")


def members_text(words: Words, respondent: Respondent) -> str:
    """Return the members by sex, and how many they are where that does not tell it."""
    women = words.plural("{number} woman", "{number} women", respondent.women)
    men = words.plural("{number} man", "{number} men", respondent.men)
    told = [
        text
        for number, text in ((respondent.women, women), (respondent.men, men))
        if number
    ]
    if respondent.women + respondent.men != respondent.members or not told:
        counted = words.plural(
            "{number} member", "{number} members", respondent.members
        )
        told.insert(0, counted)
    return ", ".join(told)


def state_text(words: Words, row: BoardRow) -> str:
    """Return whether a seat has handed in, and whether something is kept aside."""
    told = words("handed in") if row.handed_in else words("awaited")
    if row.quarantined:
        aside = words.plural(
            "{number} packet kept aside", "{number} packets kept aside", row.quarantined
        )
        told = f"{told}, {aside}"
    return told


def progress_text(words: Words, row: BoardRow) -> str:
    """Return how many questions are answered; nothing while awaited."""
    if not row.handed_in:
        return ""
    return words("{answered} of {asked}", answered=row.answered, asked=row.asked)


def packet_text(words: Words, row: BoardRow) -> str:
    """Return number, date and, where it is no file, the way of the last packet."""
    if not row.handed_in:
        return ""
    said = words(
        "no. {number}, {date}",
        number=row.seq,
        date=date_text(row.handed_in_at, words.language),
    )
    last = row.last_packet
    if last is None or last.channel is Channel.PACKET:
        return said
    return f"{said}, {channel_name(words, last.channel)}"


def sheet_text(words: Words, sheet: "SheetStatus | None") -> str:
    """Return how an answer sheet on this computer stands; nothing without one."""
    if sheet is None:
        return ""
    return {
        SheetState.OPEN: words(
            "Its answer sheet on this computer was left open. It goes on with its PIN."
        ),
        SheetState.CLOSED: words(
            "Its answer sheet is closed on this computer, behind its PIN."
        ),
        SheetState.HANDED_IN: words(
            "Its answer sheet on this computer is handed in and closed for good."
        ),
    }[sheet.state]


def waiting_text(words: Words, row: BoardRow) -> str:
    """Return why packets of a seat are kept aside, a line each."""
    return "\n".join(
        f"{one.file_name}{words.text(COLON)}"
        + words.tell(Problem(one.reason, one.says, **one.facts))
        + f" [{one.reason}]"
        for one in row.waiting
    )
