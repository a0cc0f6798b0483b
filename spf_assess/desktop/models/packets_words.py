"""What became of a packet, in words."""

from collections import Counter
from collections.abc import Sequence

from spf_assess.desktop.models.participants_words import seat_name
from spf_assess.i18n import COLON, Words, constituency_name, date_text
from spf_assess.model import PacketRecord, PacketState, Problem


def state_name(words: Words, state: PacketState) -> str:
    """Return what became of a packet in one or two words."""
    return {
        PacketState.ACCEPTED: words.context("packet", "accepted"),
        PacketState.SUPERSEDED: words.context("packet", "replaced"),
        PacketState.QUARANTINED: words.context("packet", "kept aside"),
        PacketState.KNOWN: words.context("packet", "already here"),
    }[state]


def reason_text(words: Words, record: PacketRecord) -> str:
    """Return why a packet is kept aside and what to do, with the code; or nothing."""
    if not record.says:
        return ""
    problem = Problem(record.reason, record.says, **record.facts)
    return f"{words.tell(problem)} [{record.reason}]"


def sender_text(words: Words, record: PacketRecord) -> str:
    """Return whose packet it is, as far as it can be told."""
    if record.respondent is None:
        return words("unknown")
    return seat_name(words, record.respondent)


def number_text(words: Words, record: PacketRecord) -> str:
    """Return round and number; nothing where the packet could not be read."""
    if record.respondent is None:
        return ""
    return words("round {round}, no. {number}", round=record.round, number=record.seq)


def came_text(words: Words, record: PacketRecord) -> str:
    """Return when it was brought in."""
    return date_text(record.received_at, words.language)


def told(words: Words, record: PacketRecord) -> str:
    """Return in a sentence what became of a packet that was brought in just now."""
    file = record.file_name
    if not record.digest:  # the file could not even be read; no trace was kept
        return words("Not brought in. {reason}", reason=reason_text(words, record))
    if record.state is PacketState.QUARANTINED:
        reason = reason_text(words, record)
        return words("{file}: kept aside. {reason}", file=file, reason=reason)
    if record.state is PacketState.KNOWN:
        said = words("{file}: already here; nothing was changed.", file=file)
        reason = reason_text(words, record)
        return f"{said} {reason}" if reason else said
    facts = {"file": file, "seat": _seat(words, record), "number": record.seq}
    if record.state is PacketState.SUPERSEDED:
        return words(
            "{file}: packet {number} of {seat}. A later one is here and counts; this"
            " one is kept.",
            **facts,
        )
    return words("{file}: packet {number} of {seat} accepted.", **facts)


def summary(words: Words, records: Sequence[PacketRecord]) -> str:
    """Return in one sentence what became of several packets."""
    counts = Counter(record.state for record in records if record.digest)
    unread = sum(not record.digest for record in records)
    said = [
        f"{counts[state]} {state_name(words, state)}"
        for state in PacketState
        if counts[state]
    ]
    if unread:
        said.append(f"{unread} " + words.context("packet", "not brought in"))
    files = words.plural("{number} file", "{number} files", len(records))
    return files + words.text(COLON) + ", ".join(said) + "."


def _seat(words: Words, record: PacketRecord) -> str:
    if record.respondent is None:
        return words("unknown")
    group = constituency_name(words, record.respondent.constituency)
    name = seat_name(words, record.respondent)
    return group if name == group else f"{group} ({name})"
