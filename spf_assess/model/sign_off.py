"""How each bench's reading and signing stand to what there is today."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from spf_assess.model.constituency import Constituency
from spf_assess.model.proceedings import (
    Agreement,
    Confirmation,
    Signature,
    Signed,
    Stance,
)
from spf_assess.model.results import Position


class Standing(StrEnum):
    """How a bench's signature or reading stands to what there is today."""

    MISSING = "missing"
    HOLDS = "holds"
    EARLIER = "earlier"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class SignatureState:
    """A bench's latest signature, and whether it is under what stands today.

    EARLIER: something was changed after signing. BROKEN: the signature does not hold.

    Attributes:
        changed_itself: after signing the bench itself handed in other answers, or
            stated something else.
        others: who of the bench signed the same state besides, the earliest first.
    """

    constituency: Constituency
    standing: Standing
    signature: Signature | None
    changed_itself: bool = False
    others: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingState:
    """What a bench said of its pages of one section.

    EARLIER: they were changed after it had read them.
    """

    constituency: Constituency
    section: str
    standing: Standing
    confirmation: Confirmation | None


@dataclass(frozen=True, slots=True)
class SignedState:
    """What is signed, as it stands, and how each bench stands to it.

    Attributes:
        signed: the rules or the results.
        round: the round of the results; 0 for the rules.
        digest: of what stands today, 64 lower-case hex digits.
        benches: in the order of ``BENCHES``.
    """

    signed: Signed
    round: int
    digest: str
    benches: tuple[SignatureState, ...]


@dataclass(frozen=True, slots=True)
class OwnPage:
    """What a bench finds of itself on one question.

    Attributes:
        item: its id.
        positions: by part; those of the bench alone.
        comments: what it wrote with its agreed answer and let be quoted.
        minority: the notes of its minority, under the same consent.
        stances: of all rounds, in their order.
        agreements: on this question, whoever agreed.
    """

    item: str
    positions: Mapping[str, Position]
    comments: tuple[str, ...] = ()
    minority: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()
    agreements: tuple[Agreement, ...] = ()
