"""What may be told of a group's members beside the group's position (R-401).

A position is public by the group's role, and so is that it was itself divided. Beside
these nothing is told from which an answer of one or two members follows, neither by
itself, nor by subtraction, nor by what is left out: whether a number is told depends on
how many answered, which is public, and on both sides of it being large enough.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from spf_assess.model import (
    COUNTED_FROM,
    SPREAD_FROM,
    NoAnswer,
    Position,
    PositionSource,
)

_OWN = (PositionSource.AGREED, PositionSource.STATED)
_KINDS = [one for one in NoAnswer if one is not NoAnswer.NOT_ASKED]
_NONE: Mapping[NoAnswer, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Disclosed:
    """What may be told of the members.

    Attributes:
        rated: how many rated; None where that is not told.
        spread: highest minus lowest rating among members; None where it is not told.
        no_answers: how many gave each kind of no-answer; kinds not told are left out.
    """

    rated: int | None = None
    spread: int | None = None
    no_answers: Mapping[NoAnswer, int] = field(default_factory=lambda: _NONE)


def disclosed(
    position: Position,
    *,
    counted_from: int = COUNTED_FROM,
    spread_from: int = SPREAD_FROM,
) -> Disclosed:
    """Return what may be told of the members behind a position.

    What a group agreed or stated is its own, whoever of it answered besides. Of members
    who rated or were silent in small numbers nothing is told. With *k* for
    *counted_from*: a median between two levels says that half of those who rated stand
    on either side, so a number of ratings is told from 2k - 1 on; and of no more than
    2k members nothing at all, since there silence itself would tell that number.

    Args:
        position: of a group on one rated part.
        counted_from: fewest members of whom a count is told.
        spread_from: fewest ratings of which a spread is told.
    """
    if position.source in _OWN:
        return Disclosed(rated=position.rated)
    silent = position.respondents - position.rated
    if (
        position.respondents <= 2 * counted_from
        or not _large(position.rated, 2 * counted_from - 1)
        or not _large(silent, counted_from)
    ):
        return Disclosed()
    large = {
        kind: count
        for kind, count in position.no_answers.items()
        if count >= counted_from
    }
    rest, small = silent - sum(large.values()), len(_KINDS) - len(large)
    # where all small kinds together are as large as they can be, each of them is known
    whole = rest == 0 or counted_from <= rest < small * (counted_from - 1)
    return Disclosed(
        rated=position.rated,
        spread=position.spread if position.rated >= spread_from else None,
        no_answers=MappingProxyType(large if whole else {}),
    )


def _large(number: int, least: int) -> bool:
    """Whether a number may be told: nobody, or enough."""
    return number == 0 or number >= least
