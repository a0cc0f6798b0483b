"""What may be told of a group's members beside the group's position (R-401, R-404).

A position is public by the group's role, and so is that it was itself divided. Beside
these nothing is told from which an answer of one or two members follows, neither by
itself, nor by subtraction, nor by what is left out: whether a number is told depends on
how many answered, which is public, and on both sides of it being large enough.

Nor does it follow from two outputs laid side by side: a number is told of one state of
a group's answers alone, the last one. Told of two, or of one beside another position,
it would be the difference that one member made.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

from spf_assess.analysis.halves import give_away
from spf_assess.model import (
    COUNTED_FROM,
    HIGHEST_LEVEL,
    LOWEST_LEVEL,
    SPREAD_FROM,
    Constituency,
    NoAnswer,
    Position,
    PositionSource,
    Respondent,
    RespondentKind,
    Response,
    Results,
)

_OWN = (PositionSource.AGREED, PositionSource.STATED)
_KINDS = [one for one in NoAnswer if one is not NoAnswer.NOT_ASKED]
_NONE: Mapping[NoAnswer, int] = MappingProxyType({})
_NO_RATINGS: Mapping[str, int] = MappingProxyType({})
LEVELS = tuple(str(level) for level in range(LOWEST_LEVEL, HIGHEST_LEVEL + 1))
LOWER_HALF, UPPER_HALF = "1-2", "3-4"  # on either side of the verdict


@dataclass(frozen=True, slots=True)
class Disclosed:
    """What may be told of the members.

    Attributes:
        rated: how many rated; None where that is not told.
        spread: highest minus lowest rating among members; None where it is not told.
        no_answers: how many gave each kind of no-answer; kinds not told are left out.
        ratings: how many rated each level, ``1`` to ``4``; where a level alone cannot
            be told, how many rated ``1-2`` and ``3-4``; empty where neither can.
    """

    rated: int | None = None
    spread: int | None = None
    no_answers: Mapping[NoAnswer, int] = field(default_factory=lambda: _NONE)
    ratings: Mapping[str, int] = field(default_factory=lambda: _NO_RATINGS)


Place = tuple[Constituency, str, str]


@dataclass(frozen=True, slots=True)
class Final:
    """Whose answers are the last ones, so that members may be told in numbers (R-404).

    Attributes:
        groups: those of which no answer can come in any more, or came in late.
        moved: group, item and part of which members said something in two rounds.
            Numbers of either round, beside the positions of both, would tell who.
    """

    groups: frozenset[Constituency] = frozenset()
    moved: frozenset[Place] = frozenset()

    def of(self, group: Constituency, item: str, part: str) -> bool:
        """Whether what members said of a part may be told in numbers."""
        return group in self.groups and (group, item, part) not in self.moved

    def of_item(self, group: Constituency, item: str) -> bool:
        """Whether what members said of a whole item may be told in numbers."""
        return group in self.groups and not any(
            one[:2] == (group, item) for one in self.moved
        )


OPEN = Final()  # answers may still come in
EVERYTHING = Final(frozenset(Constituency))  # where all answers are public anyway


def printable(who: Respondent, *, open_record: bool) -> bool:
    """Return whether others may print all that one respondent answered (R-401, R-402).

    A group's answer is public by its role, its words with consent to be quoted. What
    one person answered is public only in an open record; that an observer comments, not
    rates, is nothing to be kept. A person's consent is to name and words, not to
    levels: printed, they would tell by subtraction what another member said.
    """
    if who.kind is RespondentKind.BENCH:
        return who.consent_quoted
    public = open_record or not who.constituency.rates
    return public and who.consent_named and who.consent_quoted


def final(
    first: Collection[str],
    later: Iterable[Response],
    rounds: Sequence[Results],
    late: Collection[Constituency] = (),
) -> Final:
    """Return what is final once the last round is closed.

    Args:
        first: ids of those whose answers count in the first round.
        later: the responses that count of all other rounds.
        rounds: the results of all rounds.
        late: groups of which an answer came in after others could be told already.
    """
    moved, joined = set(_otherwise(rounds)), set(late)
    for one in later:
        group = one.respondent.constituency
        if one.respondent.id not in first:
            joined.add(group)
        for item, answer in one.answers.items():
            moved |= {
                (group, item, part)
                for part, told in answer.parts.items()
                if not told.empty
            }
    return Final(frozenset(Constituency) - joined, frozenset(moved))


def _otherwise(rounds: Sequence[Results]) -> Iterable[Place]:
    """Yield where members count otherwise in two rounds, for whatever reason.

    An answer to one question may have closed another one.
    """
    for before, after in pairwise(rounds):
        for item, by_part in after.comparisons.items():
            for part, comparison in by_part.items():
                old = before.comparisons.get(item, {}).get(part)
                for one in comparison.positions:
                    if old is None or (
                        one.source is not PositionSource.STATED
                        and _counted(one) != _counted(old.position(one.constituency))
                    ):
                        yield one.constituency, item, part


def _counted(found: Position) -> tuple[object, ...]:
    return found.respondents, dict(found.ratings), dict(found.no_answers)


def disclosed(
    position: Position,
    *,
    final: bool,
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
        final: whether nothing else will ever be told of this group on this part.
        counted_from: fewest members of whom a count is told.
        spread_from: fewest ratings of which a spread is told.
    """
    if position.source in _OWN:
        return Disclosed(rated=position.rated)
    silent = position.respondents - position.rated
    if (
        not final
        or position.respondents <= 2 * counted_from
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
        ratings=_ratings(position, counted_from, spread_from),
    )


def _ratings(
    position: Position, counted_from: int, spread_from: int
) -> Mapping[str, int]:
    """Return how many rated each level, or each half; empty where that is not told.

    All four are told or none: the one left out would be what is missing to all who
    rated. Where some level holds few, the halves stand in place of the levels, unless
    they give it away together with the position and the spread.
    """
    if position.rated < spread_from:
        return _NO_RATINGS
    one, two, three, four = found = tuple(
        position.ratings.get(level, 0)
        for level in range(LOWEST_LEVEL, HIGHEST_LEVEL + 1)
    )
    if not sum(found):
        return _NO_RATINGS
    if all(_large(number, counted_from) for number in found):
        return MappingProxyType(dict(zip(LEVELS, found, strict=True)))
    halves = {LOWER_HALF: one + two, UPPER_HALF: three + four}
    if not all(_large(number, counted_from) for number in halves.values()):
        return _NO_RATINGS
    if give_away((one, two, three, four), counted_from):
        return _NO_RATINGS
    return MappingProxyType(halves)


def _large(number: int, least: int) -> bool:
    """Whether a number may be told: nobody, or enough."""
    return number == 0 or number >= least
