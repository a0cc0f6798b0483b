"""Regions, their files and what they say differently, in words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from spf_assess.desktop.models.positions_words import dimension_name
from spf_assess.i18n import (
    COLON,
    Words,
    agreed_text,
    constituency_name,
    date_text,
    statement_text,
)
from spf_assess.i18n.actions import action_status_name
from spf_assess.i18n.merging import coming_lines, seat_conflict_text, waiting_lines
from spf_assess.i18n.outcome import decision_name
from spf_assess.i18n.recorded import recorded_name
from spf_assess.model import (
    Action,
    Agreement,
    Attendance,
    Confirmation,
    Note,
    Phrase,
    Preparation,
    Ranking,
    Recorded,
    Remark,
    Signature,
    Stance,
)

if TYPE_CHECKING:
    from spf_assess.consultation.merging_plan import Batch, MergePlan


def region_name(words: Words, names: Mapping[str, str], origin: str, own: str) -> str:
    """Return what the file is called that something comes from."""
    if names.get(origin):
        return names[origin]
    return words("this file") if origin == own else words("a file without a name")


def plan_lines(words: Words, plan: "MergePlan") -> list[tuple[str, list[str]]]:
    """Return what merging would bring, by heading; headings without lines are out."""
    by_key = {(one.kind, one.id): one.value for one in plan.statements}
    apart = [
        words(
            "recorded differently: {what}, {about}",
            what=recorded_name(words, kind),
            about=about(words, by_key[kind, identity]),
        )
        for kind, identity in plan.contradictions
    ]
    apart += [
        seat_conflict_text(words, one.ours, one.theirs) for one in plan.seat_conflicts
    ]
    told = [
        (words("What would come in"), coming_lines(words, plan)),
        (words("What contradicts something here"), apart),
        (words("What waits, or stays there"), waiting_lines(words, plan)),
    ]
    return [(head, lines) for head, lines in told if lines]


def about(words: Words, value: Recorded) -> str:
    """Say what an entry is about: question or section, group, day and round."""
    item = getattr(value, "item", "") or getattr(value, "section", "")
    group = getattr(value, "constituency", None)
    number = getattr(value, "round", 0)
    said = (
        words("no. {number}", number=item) if item else "",
        constituency_name(words, group) if group else "",
        date_text(value.day, words.language) if isinstance(value, Attendance) else "",
        value.place if isinstance(value, Attendance) else "",
        words("round {number}", number=number) if number else "",
    )
    return ", ".join(one for one in said if one)


def headline(words: Words, value: Recorded) -> str:
    """Say of what kind an entry is, and what it is about."""
    told = ", ".join(
        one for one in (recorded_name(words, value.KIND), about(words, value)) if one
    )
    return told[:1].upper() + told[1:]


def says(words: Words, value: Recorded) -> str:
    """Return what an entry says, line by line, nothing shortened."""
    return "\n".join(one for one in _lines(words, value) if one)


def batch_title(words: Words, batch: "Batch", files: Mapping[str, str]) -> str:
    """Return what was brought in as a whole: the file, or how many packets.

    *files* are the names of packets' files by digest.
    """
    packets = list(batch.told.get("packets", ()))
    if not batch.told.get("file"):
        if len(packets) == 1 and files.get(packets[0]):
            return files[packets[0]]
        return words.plural("{number} packet", "{number} packets", len(packets))
    file, name = batch.told["file"], batch.told.get("name", "")
    return f"{file} ({name})" if name else str(file)


def _lines(words: Words, value: Recorded) -> tuple[str, ...]:
    if isinstance(value, Stance):
        return (
            decision_name(words, value.decision),
            _levels(words, value.levels),
            value.reason,
            value.reservation,
        )
    if isinstance(value, Agreement):
        statement, _language = statement_text(value.statement, words.language)
        agreed = agreed_text(words, value.agreed_by)
        return statement, _levels(words, value.levels), agreed, value.why
    if isinstance(value, Note):
        return (value.text,)
    if isinstance(value, Ranking):
        return tuple(f"{place}. {one}" for place, one in enumerate(value.order, 1))
    return _other_lines(words, value)


def _other_lines(words: Words, value: Recorded) -> tuple[str, ...]:
    colon = words.text(COLON)
    if isinstance(value, Action):
        status = action_status_name(words, value.status)
        return value.objective, value.what, value.responsible, status, value.became
    if isinstance(value, Attendance):
        counts = (
            (words("Women"), value.women),
            (words("Men"), value.men),
            (words("Not stated"), value.undeclared),
        )
        return tuple(f"{head}{colon}{number}" for head, number in counts)
    if isinstance(value, Preparation):
        dates = (value.begins_on, value.ends_on)
        told = " – ".join(date_text(one, words.language) for one in dates if one)
        names = (one.name for one in value.organizations)
        return told, words("Rounds") + f"{colon}{value.rounds_planned}", *names
    if isinstance(value, Confirmation):
        read = words("confirmed") if value.confirmed else words("sent back")
        return read, value.remark
    if isinstance(value, Remark | Phrase):
        said = value.text if isinstance(value, Remark) else value.source
        return tuple(said.by_language.values())
    who = value.signer if isinstance(value, Signature) else ""
    moment = getattr(value, "revealed_at", "") or getattr(value, "at", "")
    return who, date_text(moment, words.language) if moment else ""


def _levels(words: Words, levels: Mapping[str, int]) -> str:
    return ", ".join(
        f"{dimension_name(words, part) if part in ('law', 'practice') else part}"
        f" {level}"
        for part, level in sorted(levels.items())
    )
