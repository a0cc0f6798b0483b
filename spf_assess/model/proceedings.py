"""What is said, agreed and decided in a meeting, beside the answers themselves.

Each value is recorded by one file (its *origin*) under an id that follows from what it
is about, so that saying it again replaces it, and two files can be laid side by side.
Nothing here ever changes an answer (DESIGN.md, "A workshop").
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar

from spf_assess.model.constituency import Constituency
from spf_assess.model.text import EMPTY, Text

COUNTED_FROM, SPREAD_FROM = 3, 5  # the least that R-401 allows; upwards only


class Channel(StrEnum):
    """The way a response came into the consultation's file."""

    PACKET = "packet"
    HERE = "here"
    IN_TURN = "in_turn"
    PAPER = "paper"


def _no_levels() -> Mapping[str, int]:
    return MappingProxyType({})


def _no_words() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization that takes part, and how many seats it has.

    Attributes:
        id: a word of its own within the consultation.
        seats: how many people it sends.
        language: of its invitations.
        together: its people give one answer together, on one invitation.
    """

    id: str
    constituency: Constituency
    name: str
    seats: int = 1
    language: str = "en"
    together: bool = False


@dataclass(frozen=True, slots=True)
class Preparation:
    """What the facilitator fixes before the first answer; frozen at the start.

    Attributes:
        begins_on: first day, ISO 8601; empty while open.
        ends_on: last day.
        languages: of questionnaire and report, codes.
        rounds_planned: 1 to 3; while the last of them is open more can be planned.
        counted_from: fewest respondents of which a count is shown (R-401: 3 or more).
        spread_from: fewest of which a spread is shown (R-401: 5 or more).
        consent_named: what a person agrees to who is named in the report.
        consent_quoted: what a person agrees to whose words are quoted.
        open_record: the published report carries all answers, so that anyone can
            compute the results anew; names and words with consent alone.
        started_at: when the rules were frozen, ISO 8601 UTC; empty before.
        concluded_at: when it was recorded that no further round comes, though more were
            planned; final, since members may be told in numbers from then on (R-404).
    """

    KIND: ClassVar[str] = "preparation"

    begins_on: str = ""
    ends_on: str = ""
    languages: tuple[str, ...] = ("en", "fr")
    rounds_planned: int = 2
    organizations: tuple[Organization, ...] = ()
    counted_from: int = COUNTED_FROM
    spread_from: int = SPREAD_FROM
    consent_named: Text = EMPTY
    consent_quoted: Text = EMPTY
    open_record: bool = False
    started_at: str = ""
    concluded_at: str = ""

    def last(self, round_number: int) -> bool:
        """Whether no round comes after this one."""
        return bool(self.concluded_at) or round_number >= self.rounds_planned

    @property
    def id(self) -> str:
        """There is one."""
        return "preparation"


@dataclass(frozen=True, slots=True)
class InvitationWritten:
    """The invitation of a seat was written to a stick or a folder and read back.

    Attributes:
        respondent: whose it is.
        digest: of the invitation as it was written; another one now means that what
            it says has changed since.
    """

    KIND: ClassVar[str] = "invitation"

    respondent: str
    digest: str
    at: str

    @property
    def id(self) -> str:
        """The seat."""
        return self.respondent


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was in the room for one constituency on one day, by sex.

    *undeclared* counts people who did not say, or were not asked. *place* names the
    region in whose copy it was recorded, so that two rooms of one day do not
    contradict each other; it is empty in a file that is no copy.
    """

    KIND: ClassVar[str] = "attendance"

    day: str
    constituency: Constituency
    women: int = 0
    men: int = 0
    undeclared: int = 0
    place: str = ""

    @property
    def id(self) -> str:
        """Day and constituency, and the region where there is one."""
        room = f"/{self.place}" if self.place else ""
        return f"{self.day}/{self.constituency}{room}"


@dataclass(frozen=True, slots=True)
class Reveal:
    """The positions of all benches on an item were shown to everybody at once."""

    KIND: ClassVar[str] = "reveal"

    round: int
    item: str
    revealed_at: str

    @property
    def id(self) -> str:
        """Round and item."""
        return f"{self.round}/{self.item}"


class NoteKind(StrEnum):
    """What a note of the discussion is."""

    NOTE = "note"
    EVIDENCE = "evidence"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Note:
    """Something noted during the discussion.

    Attributes:
        id: random.
        item: what it is about; empty for the meeting as a whole.
        constituency: who said it; None for the facilitator.
        settled: a parked point that was taken up again.
        language: code of the language of *text*; empty where it was not told.
    """

    KIND: ClassVar[str] = "note"

    id: str
    round: int
    kind: NoteKind
    text: str
    at: str
    item: str = ""
    constituency: Constituency | None = None
    settled: bool = False
    language: str = ""


class Decision(StrEnum):
    """What a bench does with its position after the discussion."""

    KEEP = "keep"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Stance:
    """What a bench makes of its position on an item after the discussion.

    Attributes:
        round: the round in which it is stated (2 or later).
        levels: where it moves to, by part; empty where it keeps its position.
        reason: why it moves; a move is never recorded without one.
        reservation: the bench's own words, never edited by others; may be empty.
        language: code of the language of both; empty where it was not told.
    """

    KIND: ClassVar[str] = "stance"

    round: int
    item: str
    constituency: Constituency
    decision: Decision
    levels: Mapping[str, int] = field(default_factory=_no_levels)
    reason: str = ""
    reservation: str = ""
    language: str = ""

    @property
    def id(self) -> str:
        """Round, item and bench."""
        return f"{self.round}/{self.item}/{self.constituency}"


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreed answer and statement, beside the positions, which stay as they are.

    Attributes:
        levels: the level agreed, by part; empty where only a statement was agreed.
        statement: in the words of the meeting, one language or both.
        agreed_by: the benches that agreed; the others are named as not agreeing.
        why: how it came about.
    """

    KIND: ClassVar[str] = "agreement"

    round: int
    item: str
    levels: Mapping[str, int] = field(default_factory=_no_levels)
    statement: Text = EMPTY
    agreed_by: tuple[Constituency, ...] = ()
    why: str = ""

    @property
    def id(self) -> str:
        """Round and item."""
        return f"{self.round}/{self.item}"


@dataclass(frozen=True, slots=True)
class Ranking:
    """The priorities of one bench: section ids, the most urgent first."""

    KIND: ClassVar[str] = "ranking"

    constituency: Constituency
    order: tuple[str, ...]

    @property
    def id(self) -> str:
        """The bench."""
        return self.constituency.value


class ActionStatus(StrEnum):
    """How far an action has come."""

    PLANNED = "planned"
    BEGUN = "begun"
    DONE = "done"
    DELAYED = "delayed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Action:
    """One action of a strategy under Paragraph 14 of the Recommendation.

    Attributes:
        id: random, kept from one consultation to the next.
        objective: what it is for (Paragraph 14(a)).
        barrier: the gap or barrier it closes (Paragraph 14(b)).
        what: what is done (Paragraph 14(c)).
        responsible: the body that answers for it.
        support: who helps.
        resources: what it needs, and where the financing comes from (14(d)).
        begins_on: ISO 8601 date, or a year, or a year and month; may be empty.
        ends_on: as *begins_on*.
        sequence: its place in the order of steps (Paragraph 14(d)).
        indicator: what shows that it works; with *baseline* and *target*.
        sections: ids of the sections (principles and guarantees) it touches.
        paragraphs: further paragraphs, as "14(b)".
        agreed_by: the benches that agreed to it.
        became: what became of it, told in a later consultation.
        language: code of the language of all these words; empty where it was not told.
        translated: the same words in the other language, by the name of the field;
            what is not there is printed as it was written.
    """

    KIND: ClassVar[str] = "action"

    id: str
    objective: str
    what: str
    sequence: int = 0
    barrier: str = ""
    responsible: str = ""
    support: str = ""
    resources: str = ""
    financing: str = ""
    begins_on: str = ""
    ends_on: str = ""
    indicator: str = ""
    baseline: str = ""
    target: str = ""
    sections: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    agreed_by: tuple[Constituency, ...] = ()
    status: ActionStatus = ActionStatus.PLANNED
    became: str = ""
    language: str = ""
    translated: Mapping[str, str] = field(default_factory=_no_words)

    def told(self, name: str, language: str) -> tuple[str, str]:
        """Return a field's words, in *language* where there are such, and their code.

        The code is empty where nobody told the language.
        """
        words = self.translated.get(name, "")
        if self.language and self.language != language and words:
            return words, language
        return str(getattr(self, name)), self.language


class Signed(StrEnum):
    """What the parties sign: the rules before answers come in, the results after."""

    RULES = "rules"
    RESULTS = "results"


class Means(StrEnum):
    """How a bench signs."""

    KEY = "key"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Signature:
    """A bench's signature under the rules or the results (R-307).

    Attributes:
        round: the round whose results are signed; 0 for the rules.
        digest: SHA-256 of what was signed, 64 lower-case hex digits.
        signer: who signed for the bench, if they want to be named.
        public_key: empty where it was signed on paper.
        signature: Ed25519, 128 lower-case hex digits; empty on paper.
        attestation: on paper: who saw it.
        seat: by key: the seat in whose file the key was; empty on paper.
    """

    KIND: ClassVar[str] = "signature"

    signed: Signed
    round: int
    constituency: Constituency
    digest: str
    means: Means
    at: str
    signer: str = ""
    public_key: str = ""
    signature: str = ""
    attestation: str = ""
    seat: str = ""

    @property
    def id(self) -> str:
        """What, round, bench, which state of it, and who: nothing is replaced.

        Two people of a bench may sign the same state; the same one twice is one word.
        """
        place = f"{self.signed}/{self.round}/{self.constituency}/{self.digest[:16]}"
        who = self.seat or self.signer
        return f"{place}/{who}" if who else place


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A bench has read its own pages of a section.

    Attributes:
        confirmed: False where it sends them back.
        remark: why it sends them back; never empty then.
        digest: SHA-256 of the pages as they were read.
    """

    KIND: ClassVar[str] = "confirmation"

    round: int
    section: str
    constituency: Constituency
    confirmed: bool
    digest: str
    at: str
    remark: str = ""

    @property
    def id(self) -> str:
        """Round, section and bench."""
        return f"{self.round}/{self.section}/{self.constituency}"


@dataclass(frozen=True, slots=True)
class Remark:
    """What the facilitator says in the report beside the numbers, marked as theirs.

    Attributes:
        section: id of the section beside which it stands; empty for the summary.
        text: in one language or both; plain words.
    """

    KIND: ClassVar[str] = "remark"

    section: str
    text: Text = EMPTY

    @property
    def id(self) -> str:
        """The section, or the summary."""
        return self.section or "summary"

    def told(self, language: str) -> tuple[str, str]:
        """Return the words in *language*, else in the other one, and their language."""
        said = self.text.by_language
        for one in (language, *said):
            if said.get(one, "").strip():
                return said[one], one
        return "", language


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the report in a country's own words, as in ``templates/words``.

    Attributes:
        name: of the sentence that it takes the place of.
        source: by language, as it would stand in the file of that language.
    """

    KIND: ClassVar[str] = "phrase"

    name: str
    source: Text = EMPTY

    @property
    def id(self) -> str:
        """The sentence's name."""
        return self.name


Recorded = (
    Preparation
    | InvitationWritten
    | Attendance
    | Reveal
    | Note
    | Stance
    | Agreement
    | Ranking
    | Action
    | Signature
    | Confirmation
    | Remark
    | Phrase
)
