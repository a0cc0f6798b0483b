"""Answers: values, the kinds of no-answer, evidence, comments, and their plain form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from spf_assess.model.questionnaire import EvidenceKind, Grade


class NoAnswer(StrEnum):
    """Five things that are not a rating; none is zero, none enters a median or range.

    The first three are stated by the respondent and stored; ``not_asked`` follows from
    the logic and ``blank`` from the absence of an answer, so they are computed.
    """

    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    PREFERS_NOT = "prefers_not"
    NOT_ASKED = "not_asked"
    BLANK = "blank"


STATED = (NoAnswer.DONT_KNOW, NoAnswer.NOT_APPLICABLE, NoAnswer.PREFERS_NOT)

COMMENT_LIMIT = 4000
NAME_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """A statistic by sex; numbers are decimals in text, so that none is ever rounded.

    *no_sex_reason* says why women and men are missing (Paragraph 21).
    """

    women: str = ""
    men: str = ""
    total: str = ""
    year: str = ""
    source: str = ""
    note: str = ""
    no_sex_reason: str = ""


Value = int | str | tuple[str, ...] | Figure


@dataclass(frozen=True, slots=True)
class PartAnswer:
    """The answer to one part: a value, or one stated no-answer with its reason.

    Values by kind: ratings an int 1 to 4; yes/partly/no, one choice, date (ISO 8601)
    and text a str; several choices and ranking a tuple of choice names; figures a
    Figure.
    """

    value: Value | None = None
    no_answer: NoAnswer | None = None
    reason: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was said."""
        return self.value in (None, "", (), Figure()) and self.no_answer is None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source behind an answer.

    *place* is the article, page or table; *who* tells members' experience (who, how
    many, where).
    """

    kind: EvidenceKind
    grade: Grade
    title: str = ""
    place: str = ""
    date: str = ""
    who: str = ""
    figure: Figure | None = None


def _no_parts() -> Mapping[str, PartAnswer]:
    return MappingProxyType({})


def _no_words() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything one respondent says to one item in one round.

    Attributes:
        parts: by part name; parts left blank are absent.
        specify: words for the choice "other", or the note of a date.
        follow_ups: words by follow-up name (F1 to F10).
        flagged: "come back to this".
        minority: what members of a bench hold against its agreed answer, in their own
            words; benches only, blank from anybody else.
    """

    item: str
    parts: Mapping[str, PartAnswer] = field(default_factory=_no_parts)
    specify: str = ""
    comment: str = ""
    evidence: tuple[Evidence, ...] = ()
    follow_ups: Mapping[str, str] = field(default_factory=_no_words)
    flagged: bool = False
    minority: str = ""

    def part(self, name: str) -> PartAnswer:
        """Return the answer to a part; an empty one where it was left blank."""
        return self.parts.get(name, _BLANK)

    @property
    def empty(self) -> bool:
        """Whether nothing at all was said or marked."""
        return not (
            any(not part.empty for part in self.parts.values())
            or self.specify
            or self.comment
            or self.evidence
            or any(self.follow_ups.values())
            or self.flagged
            or self.minority
        )

    @property
    def best_grade(self) -> Grade | None:
        """Return the best grade among the sources, None where there is no source."""
        return min((source.grade for source in self.evidence), default=None)


_BLANK = PartAnswer()
