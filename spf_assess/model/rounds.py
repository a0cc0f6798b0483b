"""What is talked about after a round, and what became of positions between rounds."""

from dataclasses import dataclass
from enum import StrEnum

from spf_assess.model.constituency import Constituency
from spf_assess.model.proceedings import Stance
from spf_assess.model.results import Comparison, Outcome, Position


class TalkReason(StrEnum):
    """Why a question needs talk, the weightiest first."""

    STRONG_DIVERGENCE = "strong_divergence"
    DIVERGENCE = "divergence"
    VERDICTS_DIFFER = "verdicts_differ"
    DONT_KNOW = "dont_know"


@dataclass(frozen=True, slots=True)
class Topic:
    """A question that needs talk.

    Attributes:
        reasons: all that hold for any of its parts, the weightiest first.
        range: the widest range of its parts; None where no part could be compared.
        dont_know: the benches that do not know in some part.
        speaking: the benches asked, in the order in which they speak.
    """

    item: str
    section: str
    reasons: tuple[TalkReason, ...]
    range: float | None
    dont_know: tuple[Constituency, ...]
    speaking: tuple[Constituency, ...]


@dataclass(frozen=True, slots=True)
class Blind:
    """A round of which some answers are in and others are awaited.

    Attributes:
        round: its number; it is open.
        handed_in: seats that have handed in, of those that rate.
        seats: all that rate; for observers nothing waits.
    """

    round: int
    handed_in: int
    seats: int


class Course(StrEnum):
    """What became of a bench's position from one round to the next; none is better."""

    KEPT = "kept"
    MOVED = "moved"
    FIRST = "first"
    WITHDRAWN = "withdrawn"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Movement:
    """A bench's position on one part of an item in two rounds.

    Attributes:
        before: the position in the earlier round.
        after: that of the later one.
        course: what became of it: FIRST where there was none before, WITHDRAWN where
            there is none any more, NONE where there never was.
        stance: what the bench stated after the discussion; None where nothing.
        answered: the level of its answers in the later round, where some came in and
            say something else than the position: what was stated counts then.
    """

    item: str
    part: str
    constituency: Constituency
    before: Position
    after: Position
    course: Course
    stance: Stance | None = None
    answered: float | None = None

    @property
    def steps(self) -> float | None:
        """How many levels it moved, downwards negative; None without two levels."""
        if self.before.level is None or self.after.level is None:
            return None
        return self.after.level - self.before.level


@dataclass(frozen=True, slots=True)
class Shift:
    """The comparison of one part of an item in two rounds, and every bench's course."""

    before: Comparison
    after: Comparison
    movements: tuple[Movement, ...]

    @property
    def item(self) -> str:
        """The question."""
        return self.before.item

    @property
    def part(self) -> str:
        """The part of it."""
        return self.before.part

    @property
    def changed(self) -> bool:
        """Whether a position or the rule's word for them is another one."""
        return self.outcomes[0] is not self.outcomes[1] or any(
            one.course not in (Course.KEPT, Course.NONE) for one in self.movements
        )

    @property
    def outcomes(self) -> tuple[Outcome, Outcome]:
        """The rule's words for the two ranges."""
        return self.before.outcome, self.after.outcome
