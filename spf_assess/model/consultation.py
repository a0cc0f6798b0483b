"""A consultation, its rounds and respondents, and what a command changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypedDict

from spf_assess.model.answer import Answer
from spf_assess.model.constituency import Constituency
from spf_assess.model.proceedings import Channel
from spf_assess.model.questionnaire import Selection
from spf_assess.model.text import Text


class Role(StrEnum):
    """Whose file it is: the facilitator's, or one respondent's own."""

    FACILITATOR = "facilitator"
    RESPONDENT = "respondent"


class RespondentKind(StrEnum):
    """A person answers alone; a bench gives the answer its group agreed."""

    PERSON = "person"
    BENCH = "bench"


@dataclass(frozen=True, slots=True)
class Header:
    """What every file of one consultation has in common.

    Attributes:
        id: 32 lower-case hex digits.
        created_at: ISO 8601, UTC, seconds.
        public_key: the consultation's Ed25519 key, 64 lower-case hex digits.
        fictitious: printed on every page of what comes out (the sample country).
    """

    id: str
    title: Text
    country: Text
    questionnaire_id: str
    questionnaire_version: str
    questionnaire_digest: str
    selection: Selection
    created_at: str
    public_key: str
    place: str = ""
    fictitious: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """One round of answers; dates are ISO 8601, empty while open."""

    number: int
    opened_at: str
    closed_at: str = ""


@dataclass(frozen=True, slots=True)
class Respondent:
    """Someone who answers: a person, or a bench with its members.

    Attributes:
        id: 32 lower-case hex digits, given by the invitation.
        women: number of women among the members (a person: 1 or 0).
        men: number of men; women + men may fall short of *members*.
        consent_named: may be named in the report; off by default.
        consent_quoted: comments may be quoted in the report; off by default.
    """

    id: str
    constituency: Constituency
    kind: RespondentKind
    name: str = ""
    organization: str = ""
    language: str = "en"
    members: int = 1
    women: int = 0
    men: int = 0
    consent_named: bool = False
    consent_quoted: bool = False


class About(TypedDict, total=False):
    """What may be told of a respondent to be; fields as in ``Respondent``."""

    name: str
    organization: str
    language: str
    members: int
    women: int
    men: int


@dataclass(frozen=True, slots=True)
class Response:
    """All answers of one respondent in one round."""

    respondent: Respondent
    round: int
    answers: Mapping[str, Answer]
    seq: int = 0
    handed_in_at: str = ""


class PacketState(StrEnum):
    """What became of a packet that was brought in."""

    ACCEPTED = "accepted"
    SUPERSEDED = "superseded"
    QUARANTINED = "quarantined"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class PacketRecord:
    """A packet in the consultation's file.

    *reason* is the code of the Problem that put it into quarantine, *facts* its facts;
    *channel* is the way it came in.
    """

    digest: str
    file_name: str
    received_at: str
    state: PacketState
    respondent: Respondent | None = None
    round: int = 0
    seq: int = 0
    reason: str = ""
    says: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    channel: Channel = Channel.PACKET


@dataclass(frozen=True, slots=True)
class Changes:
    """What a command changed, for views to show just those rows.

    *answers* holds pairs of respondent id and item id, *recorded* the kinds of what the
    meeting recorded (``Stance.KIND`` and so on).
    """

    answers: frozenset[tuple[str, str]] = frozenset()
    respondents: frozenset[str] = frozenset()
    packets: bool = False
    rounds: bool = False
    header: bool = False
    recorded: frozenset[str] = frozenset()
