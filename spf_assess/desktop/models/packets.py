"""The packets of a consultation as rows, and what became of each in a sentence."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from spf_assess.desktop.models.board_table import Telling
from spf_assess.desktop.models.packets_words import (
    came_text,
    number_text,
    sender_text,
    state_name,
)
from spf_assess.desktop.parts.state import State
from spf_assess.i18n.channels import channel_name
from spf_assess.model import Constituency, PacketRecord, PacketState

_SIGNS = {
    PacketState.ACCEPTED: State.DONE,
    PacketState.SUPERSEDED: State.NOT_ASKED,
    PacketState.QUARANTINED: State.MEND,
    PacketState.KNOWN: State.TODO,
}


class Kept(StrEnum):
    """Which packets are listed."""

    ALL = "all"
    ACCEPTED = "accepted"
    SUPERSEDED = "superseded"
    QUARANTINED = "quarantined"

    def passes(self, record: PacketRecord) -> bool:
        """Whether a packet is listed."""
        return self is Kept.ALL or record.state.value == self.value


def sign_of(record: PacketRecord) -> State:
    """Return the sign of what became of a packet."""
    return _SIGNS[record.state]


def counted(records: Iterable[PacketRecord]) -> dict[Kept, int]:
    """Return how many packets each list would show."""
    counts = Counter(record.state for record in records)
    return {
        kept: counts.total() if kept is Kept.ALL else counts[PacketState(kept)]
        for kept in Kept
    }


def listed(records: Iterable[PacketRecord], kept: Kept) -> tuple[PacketRecord, ...]:
    """Return the packets to list: those kept aside first, else as they came in."""
    aside: list[PacketRecord] = []
    others: list[PacketRecord] = []
    for record in records:
        if kept.passes(record):
            first = record.state is PacketState.QUARANTINED
            (aside if first else others).append(record)
    return (*aside, *others)


def _bench(record: PacketRecord) -> Constituency | None:
    return record.respondent.constituency if record.respondent else None


COLUMNS: tuple[Telling, ...] = (
    Telling(
        head=lambda words: words("State"),
        text=lambda words, record: state_name(words, record.state),
        state=sign_of,
    ),
    Telling(
        head=lambda words: words("File"),
        text=lambda _words, record: record.file_name,
        role="small_strong",
        wraps=True,
        title=True,
    ),
    Telling(
        head=lambda words: words("From"), text=sender_text, mark=_bench, wraps=True
    ),
    Telling(head=lambda words: words("Round and number"), text=number_text),
    Telling(
        head=lambda words: words("How it came"),
        text=lambda words, record: channel_name(words, record.channel),
        role="small",
        wraps=True,
    ),
    Telling(head=lambda words: words("Brought in"), text=came_text, role="small"),
)
