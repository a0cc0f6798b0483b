"""What a report is made from, and what comes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spf_assess.analysis.priorities import Priorities
from spf_assess.model import (
    COUNTED_FROM,
    SPREAD_FROM,
    Action,
    Agreement,
    Header,
    Note,
    Questionnaire,
    Recommendation,
    Response,
    Results,
    Round,
    Selection,
    Shift,
    Stance,
    Text,
)

SCHEME = "app:"  # addresses of what a page finds on the table beside it


@dataclass(frozen=True, slots=True)
class Definition:
    """One term of the glossary: its name there, its ordinary word, what it means."""

    name: str
    word: Text
    means: Text


@dataclass(frozen=True, slots=True)
class ReportInput:
    """Everything a report needs, read from the file before rendering begins.

    Attributes:
        results: of the round that is reported; every number printed comes from it.
        asked: by respondent id, the ids of the items that were asked of them.
        seats: how many were invited.
        generated_at: ISO 8601, UTC; the only date that is not the consultation's.
        terms: what annex C explains, in any order.
        shifts: what moved since the round before, where there was one.
        stances: what groups stated in the round that is reported.
        agreements: what was agreed, of all rounds.
        notes: new evidence and parked points of the discussion.
        actions: what was decided, in the order of its steps.
        priorities: what the groups find most urgent; None where nobody was asked.
        counted_from: fewest members of whom a count is printed (R-401).
        spread_from: fewest members of whom a spread is printed.
    """

    header: Header
    questionnaire: Questionnaire
    selection: Selection
    recommendation: Recommendation
    rounds: Sequence[Round]
    responses: Sequence[Response]
    results: Results
    asked: Mapping[str, frozenset[str]]
    seats: int
    generated_at: str
    terms: Sequence[Definition]
    shifts: Sequence[Shift] = ()
    stances: Sequence[Stance] = ()
    agreements: Sequence[Agreement] = ()
    notes: Sequence[Note] = ()
    actions: Sequence[Action] = ()
    priorities: Priorities | None = None
    counted_from: int = COUNTED_FROM
    spread_from: int = SPREAD_FROM


@dataclass(frozen=True, slots=True)
class RenderedReport:
    """A report on disk: where, how many pages, lower-case hex SHA-256 of the file."""

    path: Path
    pages: int
    sha256: str
