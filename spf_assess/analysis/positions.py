"""Positions and convergence: the rule that is frozen when a consultation starts.

Benches are weighted, never heads; law and practice apart; k = 4 levels. The numbering
of the comments is that of the rule in ``docs/method.md`` and of the report's method
page. This module alone does arithmetic on ratings.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from types import MappingProxyType

from spf_assess.analysis.counts import Count, Counted
from spf_assess.model import (
    BENCHES,
    Answer,
    Comparison,
    Constituency,
    Grade,
    NoAnswer,
    NoJointLevel,
    Outcome,
    Pattern,
    Position,
    PositionSource,
    RespondentKind,
)

VERDICT = 2.5
DIVIDED_FROM_MEMBERS = 3
DIVIDED_FROM_SPREAD = 2
UNSUPPORTED_FROM_LEVEL = 3
NEAR, WIDE = 1, 2
_BENCH_COUNT = len(BENCHES)
_PAIR = 2
_PERSON = RespondentKind.PERSON


@dataclass(frozen=True, slots=True)
class Voice:
    """What one respondent said of one item.

    Attributes:
        asked: False where logic hid it.
        kept: the parts of which it said nothing new in this round.
    """

    constituency: Constituency
    kind: RespondentKind
    answer: Answer | None
    asked: bool = True
    kept: frozenset[str] = frozenset()

    def level(self, part: str) -> int | None:
        """Return the rating given to *part*, None for every kind of no-answer."""
        if self.answer is None or not self.asked:
            return None
        value = self.answer.part(part).value
        return value if isinstance(value, int) else None

    def no_answer(self, part: str) -> NoAnswer | None:
        """Return why there is no rating; None where there is one."""
        if not self.asked:
            return NoAnswer.NOT_ASKED
        if self.level(part) is not None:
            return None
        stated = self.answer.part(part).no_answer if self.answer else None
        return stated or NoAnswer.BLANK

    def count(self, part: str) -> Count:
        """Return what it says of *part* as it is counted."""
        level = self.level(part)
        grade = self.answer.best_grade if self.answer and level is not None else None
        said = str(level) if level is not None else str(self.no_answer(part))
        return Count(
            Counted.SAID,
            "" if self.answer is None else self.answer.item,
            part,
            self.constituency,
            self.kind,
            said,
            "" if grade is None else grade.value,
            part in self.kept,
        )


def position(
    constituency: Constituency,
    voices: Sequence[Voice],
    part: str,
    stated: int | None = None,
) -> Position:
    """Return a bench's position on one part: rule 1, and rule 6 on its members.

    The bench's agreed answer counts where it was given, members' answers then stand
    aside; a stated no-answer of the bench is its answer too. Otherwise the median of
    the members who rated counts, halves kept. What the bench *stated* after the
    discussion counts before all of it (rule 8).
    """
    heard = [(voice.count(part), 1) for voice in voices]
    return position_of(constituency, heard, stated)


def position_of(
    constituency: Constituency,
    heard: Iterable[tuple[Count, int]],
    stated: int | None = None,
) -> Position:
    """Return a bench's position on one part from how many said what of it."""
    own = [(one, number) for one, number in heard if one.constituency is constituency]
    agreed = [
        (one, number)
        for one, number in own
        if one.kind is RespondentKind.BENCH and one.no_answer is not NoAnswer.BLANK
    ]
    members = [(one, number) for one, number in own if one.kind is _PERSON]
    speaking = agreed or members
    ratings, member_ratings = _ratings(speaking), _ratings(members)
    spread = (
        max(member_ratings) - min(member_ratings)
        if member_ratings.total() > 1
        else None
    )
    kinds = _no_answers(speaking or own)
    source = _source(speaking, agreed=bool(agreed))
    if stated is not None:
        ratings, kinds, source = Counter([stated]), Counter(), PositionSource.STATED
        spread, member_ratings = None, Counter()
    level = _median(ratings)
    grade = _best_grade(speaking)
    return Position(
        constituency=constituency,
        level=level,
        source=source,
        rated=ratings.total(),
        respondents=sum(number for _one, number in own),
        spread=spread,
        divided=(
            member_ratings.total() >= DIVIDED_FROM_MEMBERS
            and (spread or 0) >= DIVIDED_FROM_SPREAD
        ),
        no_answers=MappingProxyType(dict(kinds)),
        no_answer=_printed(kinds) if level is None else None,
        grade=grade,
        unsupported=(
            level is not None
            and level >= UNSUPPORTED_FROM_LEVEL
            and grade in (None, Grade.D)
        ),
        ratings=MappingProxyType({} if agreed else dict(member_ratings)),
    )


Heard = Sequence[tuple[Count, int]]


def _ratings(heard: Heard) -> Counter[int]:
    """Return how many rated each level."""
    found: Counter[int] = Counter()
    for one, number in heard:
        if one.level is not None and number:
            found[one.level] += number
    return found


def _no_answers(heard: Heard) -> Counter[NoAnswer]:
    found: Counter[NoAnswer] = Counter()
    for one, number in heard:
        if one.no_answer is not None:
            found[one.no_answer] += number
    return found


def _median(ratings: Counter[int]) -> float | None:
    """Return the median, halves kept; None without ratings."""
    total = ratings.total()
    if not total:
        return None
    return (_nth(ratings, (total - 1) // 2) + _nth(ratings, total // 2)) / 2


def _nth(ratings: Counter[int], place: int) -> int:
    """Return the level at a place among all ratings in order, from 0."""
    seen = 0
    for level in sorted(ratings):
        seen += ratings[level]
        if seen > place:
            return level
    raise IndexError(place)


def _source(speaking: Heard, *, agreed: bool) -> PositionSource:
    rating = [one for one, _number in speaking if one.level is not None]
    if not rating:
        return PositionSource.NONE
    if all(one.kept for one in rating):
        return PositionSource.KEPT
    return PositionSource.AGREED if agreed else PositionSource.MEDIAN


def _best_grade(heard: Heard) -> Grade | None:
    grades = [one.grade for one, _number in heard if one.level is not None]
    best = min((grade for grade in grades if grade), default="")
    return Grade(best) if best else None


def _printed(kinds: Mapping[NoAnswer, int]) -> NoAnswer:
    """Return the no-answer to print: the commonest, the more informative at a tie."""
    if not kinds:
        return NoAnswer.BLANK
    order = list(NoAnswer)
    return max(kinds, key=lambda kind: (kinds[kind], -order.index(kind)))


def compare(
    item: str, part: str, positions: Sequence[Position], agreed: int | None = None
) -> Comparison:
    """Apply rules 2 to 5 and 7 to the positions of the benches that were asked.

    *agreed* is the level that all three benches agreed on after the discussion.
    """
    levels = {
        found.constituency: found.level
        for found in positions
        if found.level is not None
    }
    missing = tuple(found.constituency for found in positions if found.level is None)
    spread = max(levels.values()) - min(levels.values()) if len(levels) > 1 else None
    pattern, apart = pattern_of(levels)
    joint, reason = (
        _joint(levels, spread) if agreed is None else (agreed, NoJointLevel.SHOWN)
    )
    return Comparison(
        item=item,
        part=part,
        positions=tuple(positions),
        missing=missing,
        range=spread,
        outcome=outcome_of(spread),
        verdicts_differ=(
            len(levels) > 1 and min(levels.values()) < VERDICT < max(levels.values())
        ),
        pattern=pattern,
        apart=apart,
        joint_level=joint,
        no_joint_level=reason,
        joint_agreed=agreed is not None,
    )


def outcome_of(spread: float | None) -> Outcome:
    """Return the rule's word for a range R; None means fewer than two positions."""
    if spread is None:
        return Outcome.NO_COMPARISON
    if spread == 0:
        return Outcome.CONVERGENCE
    if spread <= NEAR:
        return Outcome.NEAR_CONVERGENCE
    return Outcome.DIVERGENCE if spread <= WIDE else Outcome.STRONG_DIVERGENCE


def pattern_of(
    levels: Mapping[Constituency, float],
) -> tuple[Pattern, Constituency | None]:
    """Return the pattern, and the bench that stands apart or answered alone."""
    distinct = set(levels.values())
    if len(levels) < _PAIR:
        return (
            (Pattern.ONE_ONLY, next(iter(levels))) if levels else (Pattern.NONE, None)
        )
    if len(levels) < _BENCH_COUNT:
        return (Pattern.TWO_AGREE if len(distinct) == 1 else Pattern.TWO_DIFFER), None
    if len(distinct) == 1:
        return Pattern.UNANIMOUS, None
    if len(distinct) == _BENCH_COUNT:
        return Pattern.ALL_DIFFER, None
    counts = Counter(levels.values())
    apart = next(bench for bench, level in levels.items() if counts[level] == 1)
    return Pattern.ONE_APART, apart


def _joint(
    levels: Mapping[Constituency, float], spread: float | None
) -> tuple[int | None, NoJointLevel]:
    """Return the joint level: the lowest of three, a half counting as the level below.

    A level is reached only when all of it is met, so a lowest position of 2½ has
    reached level 2; no decimal is ever shown as a level.
    """
    if len(levels) < _BENCH_COUNT or spread is None:
        return None, NoJointLevel.BENCH_MISSING
    if spread > NEAR:
        return None, NoJointLevel.TOO_FAR_APART
    return floor(min(levels.values())), NoJointLevel.SHOWN
