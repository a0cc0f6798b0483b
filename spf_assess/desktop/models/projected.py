"""What the room sees of one question, page by page: words and places, no names.

Before the positions are revealed there is nothing in a page that tells them; the page
that shows them shows all groups at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from spf_assess.desktop.models.positions_words import level_name
from spf_assess.desktop.models.projected_outcome import Told, told_outcome
from spf_assess.i18n import Words, constituency_name, level_text, outcome_name
from spf_assess.i18n.names import no_answer_name, pattern_name
from spf_assess.i18n.outcome import missing_bench_text
from spf_assess.model import (
    LAW,
    PRACTICE,
    Agreement,
    Comparison,
    Constituency,
    Item,
    Movement,
    NoAnswer,
    Questionnaire,
)


class Step(StrEnum):
    """The pages of a question, in the order in which they are shown."""

    QUESTION = "question"
    LEVELS = "levels"
    POSITIONS = "positions"
    RESULT = "result"
    OUTCOME = "outcome"

    @property
    def shows_positions(self) -> bool:
        """Whether it tells where groups stand."""
        return self in (Step.POSITIONS, Step.RESULT, Step.OUTCOME)


_BY_PART = (Step.LEVELS, Step.POSITIONS, Step.RESULT)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is projected.

    Attributes:
        comparisons: by part, and only once they are revealed.
        speaking: the benches in the order in which they speak.
        missing: benches that handed in nothing at all.
        movements: what became of positions in a later round; only once revealed.
        agreement: what was agreed; only once revealed.
    """

    questionnaire: Questionnaire
    item: Item
    round: int
    speaking: tuple[Constituency, ...]
    comparisons: Mapping[str, Comparison] | None = None
    missing: tuple[Constituency, ...] = ()
    movements: tuple[Movement, ...] = ()
    agreement: Agreement | None = None

    @property
    def revealed(self) -> bool:
        """Whether its positions may be shown."""
        return self.comparisons is not None

    @property
    def concluded(self) -> bool:
        """Whether a group said what it makes of it, or something was agreed."""
        stated = any(one.stance is not None for one in self.movements)
        return self.revealed and (stated or self.agreement is not None)

    def steps(self) -> tuple[tuple[str, Step], ...]:
        """Return the pages by part and step: the question once, the rest by part."""
        parts = [part.name for part in self.item.parts]
        pages = [(parts[0], Step.QUESTION)]
        pages += [(part, step) for part in parts for step in _BY_PART]
        if self.concluded:
            pages.append((parts[-1], Step.OUTCOME))
        return tuple(pages)


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
class Finding:
    """The rule's words for the positions of one part.

    Attributes:
        verdicts: that they differ; empty where they do not.
        sides: what that means; empty likewise.
        joint: the joint level in words; empty where there is none.
    """

    result: str
    pattern: str
    verdicts: str = ""
    sides: str = ""
    joint: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page.

    Attributes:
        name: what the question is about, in a few words.
        corner: which dimension and round.
        levels: of the scale.
        places: of all groups that were asked; empty before they are shown.
        finding: the rule's words; None before they are shown.
        outcome: what became of positions, and what is agreed.
        missing: the benches that handed in nothing, each with a sentence.
        tongues: where it stands in two languages, the page in each of them.
    """

    step: Step
    heading: str
    name: str
    corner: str
    question: str
    levels: tuple[LevelLine, ...]
    places: tuple[Place, ...]
    finding: Finding | None
    outcome: tuple[Told, ...]
    missing: tuple[tuple[Constituency, str], ...]
    speaking: tuple[tuple[Constituency, str], ...]
    tongues: "tuple[tuple[Words, Leaf], ...]" = ()

    def spoken(self, words: Words) -> str:
        """Return the page in words, for those who hear it; one language then the other.

        Where it stands in two languages each speaks for itself.
        """
        if self.tongues:
            return " ".join(page.spoken(one) for one, page in self.tongues)
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
        if self.finding is not None:
            found = self.finding
            verdicts = f"{found.verdicts} {found.sides}".strip()
            said += [found.result, found.pattern, verdicts, found.joint]
        said += [one.text for one in self.outcome]
        said += [text for _bench, text in self.missing]
        return ". ".join(one.strip().rstrip(".") for one in said if one) + "."


def leaf(words: Words, subject: Subject, part: str, step: Step) -> Leaf:
    """Return one page of a subject.

    Raises:
        LookupError: positions are asked for that were not revealed.
    """
    if step.shows_positions and subject.comparisons is None:
        raise LookupError(subject.item.id)
    shown = subject.comparisons or {}
    stands = step in (Step.POSITIONS, Step.RESULT)
    comparison = shown[part] if stands else None
    section = subject.questionnaire.section(subject.item.section)
    return Leaf(
        step=step,
        heading=f"{section.label(words.language)}  {words.text(section.short)}",
        name=words.text(subject.item.short),
        corner=_corner(words, subject, part, step),
        question=words.text(subject.item.label),
        levels=_levels(words, subject, part),
        places=() if comparison is None else _places(words, subject, comparison),
        finding=_finding(words, subject, comparison) if step is Step.RESULT else None,
        outcome=_outcome(words, subject) if step is Step.OUTCOME else (),
        missing=missing_told(words, subject, step),
        speaking=tuple(
            (one, constituency_name(words, one)) for one in subject.speaking
        ),
    )


def both(first: tuple[Words, Leaf], second: tuple[Words, Leaf]) -> Leaf:
    """Return one page in two languages: what is short side by side or line by line.

    Names within a line are parted by a line break; ``Leaf.tongues`` has what stands one
    above the other.
    """
    (_, one), (_, other) = first, second
    return replace(
        one,
        heading=_beside(one.heading, other.heading),
        name=_beside(one.name, other.name),
        corner=_beside(one.corner, other.corner),
        levels=tuple(
            replace(a, name=_above(a.name, b.name))
            for a, b in zip(one.levels, other.levels, strict=True)
        ),
        places=tuple(
            replace(a, name=_above(a.name, b.name), said=_beside(a.said, b.said))
            for a, b in zip(one.places, other.places, strict=True)
        ),
        missing=tuple(
            (bench, _above(text, more))
            for (bench, text), (_, more) in zip(one.missing, other.missing, strict=True)
        ),
        speaking=tuple(
            (bench, _above(name, more))
            for (bench, name), (_, more) in zip(
                one.speaking, other.speaking, strict=True
            )
        ),
        tongues=(first, second),
    )


def _beside(one: str, other: str) -> str:
    return one if one == other else f"{one} / {other}"


def _above(one: str, other: str) -> str:
    return one if one == other else f"{one}\n{other}"


def part_name(words: Words, item: Item, part: str) -> str:
    """Return ``In law``, ``In practice``, or the name of a part of its own."""
    names = {LAW: words("In law"), PRACTICE: words("In practice")}
    return names.get(part) or words.text(item.part(part).label)


def _corner(words: Words, subject: Subject, part: str, step: Step) -> str:
    number = subject.round
    if step in (Step.QUESTION, Step.OUTCOME):
        return words("Round {number}", number=number)
    name = part_name(words, subject.item, part)
    return words("{name}, round {number}", name=name, number=number)


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
    found = {one.constituency: one.level for one in comparison.positions}
    kinds = {one.constituency: one.no_answer for one in comparison.positions}
    return tuple(
        Place(
            bench,
            constituency_name(words, bench),
            found[bench],
            _said(words, subject, found[bench], kinds[bench], bench),
        )
        for bench in order
        if bench in found
    )


def _said(
    words: Words,
    subject: Subject,
    level: float | None,
    kind: NoAnswer | None,
    bench: Constituency,
) -> str:
    if level is not None:
        name = level_name(words, level, subject.questionnaire.level_names)
        return f"{level_text(level)}, {name}"
    if bench in subject.missing:
        return words("no answer handed in")
    return no_answer_name(words, kind or NoAnswer.BLANK)


def missing_told(
    words: Words, subject: Subject, step: Step
) -> tuple[tuple[Constituency, str], ...]:
    """Name the groups that handed in nothing; what they said since speaks for them."""
    spoke = {
        one.constituency
        for one in subject.movements
        if step is Step.OUTCOME and one.after.level is not None
    }
    return tuple(
        (one, missing_bench_text(words, one, spoke=one in spoke))
        for one in subject.missing
    )


def _finding(
    words: Words, subject: Subject, comparison: Comparison | None
) -> Finding | None:
    if comparison is None:
        return None
    outcome = _capital(outcome_name(words, comparison.outcome))
    result = (
        outcome
        if comparison.range is None
        else words(
            "{outcome}, range {range}",
            outcome=outcome,
            range=level_text(comparison.range),
        )
    )
    pattern = _capital(pattern_name(words, comparison))
    if comparison.verdicts_differ:
        sides = words("on either side of 2.5")
        return Finding(result, pattern, words("Verdicts differ"), sides)
    if comparison.joint_level is None:
        return Finding(result, pattern)
    name = level_name(words, comparison.joint_level, subject.questionnaire.level_names)
    text = f"{comparison.joint_level}, {name}"
    joint = words("{name}: {text}", name=words("Joint level"), text=text)
    return Finding(result, pattern, joint=joint)


def _outcome(words: Words, subject: Subject) -> tuple[Told, ...]:
    names = {
        one.name: part_name(words, subject.item, one.name) for one in subject.item.parts
    }
    return told_outcome(
        words, subject.speaking, subject.movements, subject.agreement, names
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
