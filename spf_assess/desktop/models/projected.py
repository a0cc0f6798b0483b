"""What the room sees of one question, page by page: words and places, no names.

Before the positions are revealed there is nothing in a page that tells them; the page
that shows them shows all groups at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from spf_assess.i18n import Words, constituency_name, level_text, outcome_name
from spf_assess.i18n.names import no_answer_name, pattern_name
from spf_assess.i18n.outcome import missing_bench_text
from spf_assess.model import (
    LAW,
    PRACTICE,
    Comparison,
    Constituency,
    Item,
    Questionnaire,
    Text,
)


class Step(StrEnum):
    """The pages of one part of a question, in the order in which they are shown."""

    QUESTION = "question"
    LEVELS = "levels"
    POSITIONS = "positions"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is projected.

    Attributes:
        comparisons: by part, and only once they are revealed.
        speaking: the benches in the order in which they speak.
        agreed: the agreed statement, empty where there is none.
        missing: benches that handed in nothing at all.
    """

    questionnaire: Questionnaire
    item: Item
    round: int
    speaking: tuple[Constituency, ...]
    comparisons: Mapping[str, Comparison] | None = None
    agreed: Text | None = None
    missing: tuple[Constituency, ...] = ()

    @property
    def revealed(self) -> bool:
        """Whether its positions may be shown."""
        return self.comparisons is not None

    def steps(self) -> tuple[tuple[str, Step], ...]:
        """Return the pages by part and step."""
        return tuple((part.name, step) for part in self.item.parts for step in Step)


@dataclass(frozen=True, slots=True)
class LevelLine:
    """One level with what it means for this very question."""

    number: int
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a group stands; *level* is None where it gives none, *said* tells why."""

    constituency: Constituency
    name: str
    level: float | None
    said: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page.

    Attributes:
        corner: which dimension and round.
        levels: of the scale.
        places: of all groups that were asked; empty before they are shown.
        result: the rule's word; empty before it is shown.
        notes: what must be said beside it, for instance that a group is missing.
    """

    step: Step
    heading: str
    corner: str
    question: str
    levels: tuple[LevelLine, ...]
    places: tuple[Place, ...]
    result: str
    pattern: str
    verdicts: str
    notes: tuple[str, ...]
    speaking: tuple[tuple[Constituency, str], ...]

    def spoken(self, words: Words) -> str:
        """Return the page in words, for those who hear it."""
        said = [self.heading, self.corner, self.question]
        if self.step is Step.LEVELS:
            said += [
                words("{name}: {text}", name=f"{one.number} {one.name}", text=text)
                for one in self.levels
                if (text := one.description)
            ]
        said += [
            words("{name}: {text}", name=one.name, text=one.said) for one in self.places
        ]
        said += [self.result, self.pattern, self.verdicts, *self.notes]
        return ". ".join(one.rstrip(".") for one in said if one)


def leaf(words: Words, subject: Subject, part: str, step: Step) -> Leaf:
    """Return one page of a subject.

    Raises:
        LookupError: positions are asked for that were not revealed.
    """
    shows = step in (Step.POSITIONS, Step.RESULT)
    comparison = None
    if shows:
        if subject.comparisons is None:
            raise LookupError(subject.item.id)
        comparison = subject.comparisons[part]
    section = subject.questionnaire.section(subject.item.section)
    return Leaf(
        step=step,
        heading=f"{section.label(words.language)}  {words.text(section.short)}",
        corner=_corner(words, subject, part),
        question=words.text(subject.item.label),
        levels=_levels(words, subject, part),
        places=() if comparison is None else _places(words, subject, comparison),
        **_result(words, comparison if step is Step.RESULT else None),
        notes=_notes(words, subject, step),
        speaking=tuple(
            (one, constituency_name(words, one)) for one in subject.speaking
        ),
    )


def _corner(words: Words, subject: Subject, part: str) -> str:
    found = subject.item.part(part)
    names = {LAW: words("In law"), PRACTICE: words("In practice")}
    name = names.get(part) or words.text(found.label)
    return words("{name}, round {number}", name=name, number=subject.round)


def _levels(words: Words, subject: Subject, part: str) -> tuple[LevelLine, ...]:
    described = subject.questionnaire.levels(subject.item, subject.item.part(part))
    names = subject.questionnaire.level_names
    return tuple(
        LevelLine(number, words.text(name), words.text(text))
        for number, (name, text) in enumerate(
            zip(names, described, strict=True), start=1
        )
    )


def _places(
    words: Words, subject: Subject, comparison: Comparison
) -> tuple[Place, ...]:
    order: Sequence[Constituency] = subject.speaking
    found = {one.constituency: one for one in comparison.positions}
    places = []
    for bench in order:
        if bench not in found:
            continue
        one = found[bench]
        said = (
            level_text(one.level)
            if one.level is not None
            else no_answer_name(words, one.no_answer)
            if one.no_answer is not None
            else "–"
        )
        places.append(Place(bench, constituency_name(words, bench), one.level, said))
    return tuple(places)


def _result(words: Words, comparison: Comparison | None) -> dict[str, str]:
    if comparison is None:
        return {"result": "", "pattern": "", "verdicts": ""}
    outcome = outcome_name(words, comparison.outcome)
    outcome = outcome[:1].upper() + outcome[1:]
    pattern = pattern_name(words, comparison)
    return {
        "result": outcome
        if comparison.range is None
        else words(
            "{outcome}, range {range}",
            outcome=outcome,
            range=level_text(comparison.range),
        ),
        "pattern": pattern[:1].upper() + pattern[1:],
        "verdicts": words("Verdicts differ") if comparison.verdicts_differ else "",
    }


def _notes(words: Words, subject: Subject, step: Step) -> tuple[str, ...]:
    notes = [missing_bench_text(words, one) for one in subject.missing]
    if step is Step.RESULT and subject.agreed is not None:
        agreed = words.text(subject.agreed)
        if agreed:
            notes.append(words("Agreed: {statement}", statement=agreed))
    return tuple(notes)
