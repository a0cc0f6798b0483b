"""What merging another facilitator's file would bring, in words."""

from collections.abc import Sized
from typing import Protocol

from spf_assess.i18n.groups import constituency_name
from spf_assess.i18n.words import Words
from spf_assess.model import Constituency, Respondent

_ID_CHARACTERS = 32


class Coming(Protocol):
    """What a plan of merging tells."""

    @property
    def seats(self) -> Sized:
        """Respondents not known here."""

    @property
    def packets(self) -> Sized:
        """Packets not here yet."""

    @property
    def statements(self) -> Sized:
        """What the meeting recorded there and is new here."""

    @property
    def unreadable(self) -> tuple[str, ...]:
        """Files of which nothing is kept there."""

    @property
    def waiting_rounds(self) -> tuple[int, ...]:
        """Rounds begun there and not here."""

    @property
    def open_sheets(self) -> int:
        """Sheets not handed in there yet."""


def coming_lines(words: Words, plan: Coming) -> list[str]:
    """Return what would come in."""
    lines = []
    if plan.seats:
        lines.append(
            words.plural("{number} new seat", "{number} new seats", len(plan.seats))
        )
    if plan.packets:
        lines.append(
            words.plural(
                "{number} new packet", "{number} new packets", len(plan.packets)
            )
        )
    if plan.statements:
        lines.append(
            words.plural(
                "{number} new entry in the record of the meeting",
                "{number} new entries in the record of the meeting",
                len(plan.statements),
            )
        )
    return lines


def waiting_lines(words: Words, plan: Coming) -> list[str]:
    """Return what would wait, or stay where it is."""
    lines = [
        words("{file}: it could not be read there, and nothing of it is kept", file=one)
        for one in plan.unreadable
    ]
    lines += [
        words("round {number} is open there and not here: its packets wait", number=one)
        for one in plan.waiting_rounds
    ]
    if plan.open_sheets:
        lines.append(
            words.plural(
                "{number} answer sheet is not handed in there yet and stays there",
                "{number} answer sheets are not handed in there yet and stay there",
                plan.open_sheets,
            )
        )
    return lines


def seat_conflict_text(words: Words, ours: Respondent, theirs: Respondent) -> str:
    """Say how two files describe one seat."""
    return words(
        "described differently there: {group}, {ours} / {theirs}",
        group=constituency_name(words, ours.constituency),
        ours=ours.organization or ours.name or "–",
        theirs=theirs.organization or theirs.name or "–",
    )


def about_text(words: Words, identity: str) -> str:
    """Say an id by what it names: round, item and group, in words.

    A random id names nothing that could be said; it is left out.
    """
    groups = {one.value: one for one in Constituency}
    return ", ".join(
        constituency_name(words, groups[part]) if part in groups else part
        for part in identity.split("/")
        if len(part) < _ID_CHARACTERS
    )
