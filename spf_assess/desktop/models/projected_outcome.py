"""What became of positions after the talk and what is agreed, for the room.

Words of a group or of the meeting are *quoted*: they stand as they were written.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spf_assess.i18n import Words, constituency_name
from spf_assess.i18n.outcome import agreed_text, course_text, statement_text
from spf_assess.model import Agreement, Constituency, Movement, Stance


@dataclass(frozen=True, slots=True)
class Told:
    """One paragraph.

    Attributes:
        bench: whose mark stands before it.
        leads: it begins something new.
        quoted: these are somebody's own words.
    """

    text: str
    bench: Constituency | None = None
    leads: bool = False
    quoted: bool = False


def told_outcome(
    words: Words,
    order: Sequence[Constituency],
    movements: Sequence[Movement],
    agreement: Agreement | None,
    parts: Mapping[str, str],
) -> tuple[Told, ...]:
    """Return the paragraphs: group by group, then what is agreed.

    *parts* are the names of the question's parts. A group that has said nothing since
    the positions were shown is left out.
    """
    found: list[Told] = []
    for bench in order:
        own = [one for one in movements if one.constituency is bench]
        stance = next((one.stance for one in own if one.stance is not None), None)
        if stance is not None:
            found += _of_bench(words, bench, own, stance, parts)
    if agreement is not None:
        found += _agreed(words, agreement, parts)
    return tuple(found)


def _of_bench(
    words: Words,
    bench: Constituency,
    movements: Sequence[Movement],
    stance: Stance,
    parts: Mapping[str, str],
) -> Iterator[Told]:
    courses = ", ".join(
        f"{_small(parts[one.part])} {course_text(words, one)}" for one in movements
    )
    name = constituency_name(words, bench)
    yield Told(words("{name}: {text}", name=name, text=courses), bench, leads=True)
    if stance.reason:
        yield Told(stance.reason, quoted=True)
    if stance.reservation:
        yield Told(words("Reservation of the group"))
        yield Told(stance.reservation, quoted=True)


def _agreed(
    words: Words, agreement: Agreement, parts: Mapping[str, str]
) -> Iterator[Told]:
    yield Told(agreed_text(words, agreement.agreed_by), leads=True)
    levels = ", ".join(
        words("{name}: level {level}", name=name, level=agreement.levels[part])
        for part, name in parts.items()
        if part in agreement.levels
    )
    if levels:
        yield Told(levels)
    statement, _language = statement_text(agreement.statement, words.language)
    if statement:
        yield Told(statement, quoted=True)
    if agreement.why:
        yield Told(words("How it came about: {text}", text=agreement.why))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
