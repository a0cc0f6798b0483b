"""Seats said in words."""

from spf_assess.consultation import BoardRow
from spf_assess.i18n import Words, constituency_name, date_text
from spf_assess.model import Respondent, RespondentKind

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
    """Return number and date of the packet that counts."""
    if not row.handed_in:
        return ""
    return words(
        "no. {number}, {date}",
        number=row.seq,
        date=date_text(row.handed_in_at, words.language),
    )
