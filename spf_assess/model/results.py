"""What the comparison of answers yields; every output shows these very numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from spf_assess.model.answer import NoAnswer
from spf_assess.model.constituency import Constituency
from spf_assess.model.questionnaire import Grade

_NONE: Mapping[int, int] = MappingProxyType({})


class Outcome(StrEnum):
    """The rule's word for a range (DESIGN, Positions and convergence, 2 and 3)."""

    CONVERGENCE = "convergence"
    NEAR_CONVERGENCE = "near_convergence"
    DIVERGENCE = "divergence"
    STRONG_DIVERGENCE = "strong_divergence"
    NO_COMPARISON = "no_comparison"

    @property
    def diverges(self) -> bool:
        """Whether positions are more than one level apart."""
        return self in (Outcome.DIVERGENCE, Outcome.STRONG_DIVERGENCE)


class Pattern(StrEnum):
    """How the positions lie to one another."""

    UNANIMOUS = "unanimous"
    ONE_APART = "one_apart"
    ALL_DIFFER = "all_differ"
    TWO_AGREE = "two_agree"
    TWO_DIFFER = "two_differ"
    ONE_ONLY = "one_only"
    NONE = "none"


class PositionSource(StrEnum):
    """Where a position comes from.

    AGREED and MEDIAN are answers; in a later round a bench may also have STATED its
    position after the discussion, or have KEPT the one of the round before.
    """

    AGREED = "agreed"
    MEDIAN = "median"
    STATED = "stated"
    KEPT = "kept"
    NONE = "none"


class NoJointLevel(StrEnum):
    """Why no joint level is shown."""

    SHOWN = "shown"
    BENCH_MISSING = "bench_missing"
    TOO_FAR_APART = "too_far_apart"


@dataclass(frozen=True, slots=True)
class Position:
    """One bench's single answer to one rated part.

    Attributes:
        level: 1 to 4 in halves; None where nobody rated.
        rated: how many members (or the bench itself) rated.
        respondents: how many of the bench handed in a response.
        spread: highest minus lowest rating among members; None below two ratings.
        divided: "this group was itself divided": three or more rated, spread 2 or more.
        no_answers: counts of each kind of no-answer among those who did not rate.
        no_answer: the one to print in place of the level when nobody rated.
        grade: the best evidence grade given by those who rated; None without source.
        unsupported: level 3 or more that rests on grade D or on nothing (asterisk).
        ratings: how many members rated each level; empty where the bench speaks as one.
    """

    constituency: Constituency
    level: float | None
    source: PositionSource
    rated: int
    respondents: int
    spread: int | None
    divided: bool
    no_answers: Mapping[NoAnswer, int]
    no_answer: NoAnswer | None
    grade: Grade | None
    unsupported: bool
    ratings: Mapping[int, int] = field(default_factory=lambda: _NONE)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The benches' positions on one part of one item, and what the rule says of them.

    *apart* is the bench that stands apart (ONE_APART) or answered alone (ONE_ONLY).
    *joint_agreed* tells that all three agreed on the joint level (rule 7, round 2).
    """

    item: str
    part: str
    positions: tuple[Position, ...]
    missing: tuple[Constituency, ...]
    range: float | None
    outcome: Outcome
    verdicts_differ: bool
    pattern: Pattern
    apart: Constituency | None
    joint_level: int | None
    no_joint_level: NoJointLevel
    joint_agreed: bool = False

    def position(self, constituency: Constituency) -> Position:
        """Return the position of a bench.

        Raises:
            KeyError: the bench was not asked.
        """
        for position in self.positions:
            if position.constituency is constituency:
                return position
        raise KeyError(constituency)


@dataclass(frozen=True, slots=True)
class SectionResult:
    """A section: its headline's two comparisons, and how many others diverge.

    *others_compared* counts the section's further rated items that could be compared,
    *others_diverging* those of them with divergence in any part.
    """

    section: str
    law: Comparison
    practice: Comparison
    others_compared: int
    others_diverging: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How the rated questions of a section compare in one dimension; counts questions.

    Attributes:
        compared: those for which at least two benches gave a level.
        diverging: of these, with divergence in any part.
        verdicts_differ: of these, with verdicts that differ in any part.
        incomplete: those for which some bench gave no level.
    """

    compared: int
    diverging: int
    verdicts_differ: int
    incomplete: int


@dataclass(frozen=True, slots=True)
class ParagraphsResult:
    """A section without a headline question; it has no position as a whole.

    *compared* and *diverging* count as in ``SectionResult``. *by_dimension* tells the
    same of law, and of practice with all parts that are rated apart.
    """

    section: str
    compared: int
    diverging: int
    by_dimension: Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class Gap:
    """A lack of information: who could not say what."""

    item: str
    part: str
    kind: str
    benches: tuple[Constituency, ...]


@dataclass(frozen=True, slots=True)
class Participation:
    """Who took part on one bench: responses and people by sex."""

    constituency: Constituency
    respondents: int
    members: int
    women: int
    men: int


@dataclass(frozen=True, slots=True)
class Results:
    """Everything computed from one round.

    Attributes:
        comparisons: by item id, then part name.
        outcomes: by ``law`` and ``practice``: sections by outcome of the headline.
        strongest_agreement: section ids, by dimension.
        widest_divergence: section ids, by dimension.
        gaps: the largest gaps in information, largest first.
        paragraphs: sections with rated questions and no headline.
    """

    round: int
    sections: tuple[SectionResult, ...]
    comparisons: Mapping[str, Mapping[str, Comparison]]
    outcomes: Mapping[str, Mapping[Outcome, int]]
    strongest_agreement: Mapping[str, tuple[str, ...]]
    widest_divergence: Mapping[str, tuple[str, ...]]
    gaps: tuple[Gap, ...]
    participation: tuple[Participation, ...]
    paragraphs: tuple[ParagraphsResult, ...] = ()

    def section(self, section_id: str) -> SectionResult:
        """Return a section's result.

        Raises:
            KeyError: the section was not asked.
        """
        for result in self.sections:
            if result.section == section_id:
                return result
        raise KeyError(section_id)
