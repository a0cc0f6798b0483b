"""What a question means, and what became of it from one questionnaire to another."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Meaning:
    """The two digests of one question, each 16 lower-case hex digits.

    Attributes:
        judged: over kind, parts, levels, choices and definitions.
        worded: over the question's own words.
    """

    judged: str
    worded: str


class Fate(StrEnum):
    """What became of a question from one questionnaire to another."""

    SAME = "same"
    REWORDED = "reworded"
    REDEFINED = "redefined"
    DROPPED = "dropped"
    ADDED = "added"

    @property
    def comparable(self) -> bool:
        """Whether answers then and now answer the same question."""
        return self in (Fate.SAME, Fate.REWORDED)
