"""What a report is made from, and what comes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from spf_assess.analysis.counts import Counts
from spf_assess.analysis.disclosure import OPEN, Final
from spf_assess.analysis.priorities import Priorities
from spf_assess.analysis.trend import Trend
from spf_assess.model import (
    COUNTED_FROM,
    SPREAD_FROM,
    Action,
    Agreement,
    Attendance,
    Blind,
    Channel,
    Comparison,
    Header,
    Note,
    Preparation,
    Problem,
    Questionnaire,
    Recommendation,
    Remark,
    Response,
    Results,
    Round,
    Selection,
    Shift,
    SignedState,
    Stance,
    Text,
)
from spf_assess.model.meaning import Fate
from spf_assess.report.drawing import ALL_QUOTED, Drawn
from spf_assess.report.proof import Prover


def _no_ways() -> Mapping[str, Channel]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Definition:
    """One term of the glossary: its name there, its ordinary word, what it means."""

    name: str
    word: Text
    means: Text


@dataclass(frozen=True, slots=True)
class Since:
    """What became of the consultation before.

    Attributes:
        created_at: when that consultation was begun, ISO 8601, UTC.
        round: its round that is compared.
        actions: each action decided then, with what is said of it now, if anything.
        trends: positions then and now, of questions that mean the same.
        reopened: what agreed or nearly agreed then and diverges now.
        not_comparable: how many questions do not mean what they meant then.
    """

    title: Text
    created_at: str
    round: int
    actions: Sequence[tuple[Action, Action | None]]
    trends: Sequence[Trend]
    reopened: Sequence[Comparison]
    not_comparable: int = 0


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
        own: id of the respondent whose own file it is; empty in the facilitator's.
        receipts: by respondent id, the words of the packet that counts, by language.
        priorities: what the groups find most urgent; None where nobody was asked.
        counted_from: fewest members of whom a count is printed (R-401).
        spread_from: fewest members of whom a spread is printed.
        preparation: days and organizations; None where it is not told.
        attendance: who was in the room, by day and group.
        ways: by respondent id, how the response that counts came in.
        since: what became of the consultation before; None where there was none.
        signed: how each group stands to what is signed.
        damage: what was found wrong with the file, a sentence each.
        final: whose members may be told in numbers (R-404).
        remarks: what the facilitator says beside the numbers, marked as such.
        wording: by language and name, sentences in place of the official ones, each as
            it would stand in a file of ``templates/words``.
        became: of questions that do not mean the same in the questionnaire that was
            asked and the one installed here, what became of them; None where both are
            the same.
        blind: the round that was open, with answers awaited; None where none was.
        drawn: which members' answers are quoted where there are too many.
        counts: how many said what in the round that is reported, where they were kept;
            *responses* of members whose words are not printed are without answers then.
        prover: makes what an edition carries for those who doubt it; None where there
            is no key to sign it.
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
    own: str = ""
    receipts: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    counted_from: int = COUNTED_FROM
    spread_from: int = SPREAD_FROM
    preparation: Preparation | None = None
    attendance: Sequence[Attendance] = ()
    ways: Mapping[str, Channel] = field(default_factory=_no_ways)
    since: Since | None = None
    signed: Sequence[SignedState] = ()
    damage: Sequence[Problem] = ()
    final: Final = OPEN
    remarks: Sequence[Remark] = ()
    wording: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    became: Mapping[str, Fate] | None = None
    blind: Blind | None = None
    drawn: Drawn = ALL_QUOTED
    counts: Counts | None = None
    prover: Prover | None = None
    known: dict[str, Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )


@dataclass(frozen=True, slots=True)
class RenderedReport:
    """A report on disk: where, how many pages, lower-case hex SHA-256 of the file."""

    path: Path
    pages: int
    sha256: str
