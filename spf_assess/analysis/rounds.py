"""Second and later rounds: what counts in them, what moved, and what needs talk.

A respondent's latest word on each part of a question counts, so that a second round may
ask again about a few questions only. A level that a bench stated after the discussion
counts before its answers: it is the bench's word in the room (``docs/method.md``). The
positions themselves are computed where those of the first round are.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from spf_assess.analysis.counts import Counted, Counts
from spf_assess.analysis.results import NOTHING_SAID, Said, compute, compute_counted
from spf_assess.model import (
    BENCHES,
    Agreement,
    Answer,
    Comparison,
    Constituency,
    Course,
    Decision,
    Item,
    Movement,
    NoAnswer,
    Outcome,
    Position,
    PositionSource,
    Questionnaire,
    RespondentKind,
    Response,
    Results,
    Selection,
    Shift,
    Stance,
    TalkReason,
    Topic,
    rotated,
)

FIRST = 1
Place = tuple[Constituency, str, str]


@dataclasses.dataclass(frozen=True, slots=True)
class Discussed:
    """What the results of all rounds are made from.

    Attributes:
        responses: those that count, of every round.
        stances: those that stand, of every round.
        agreements: those that stand, of every round.
    """

    questionnaire: Questionnaire
    selection: Selection
    responses: Sequence[Response]
    stances: Sequence[Stance] = ()
    agreements: Sequence[Agreement] = ()


def results_of(given: Discussed, round_number: int) -> Results:
    """Return the results of a round; nothing said later enters those of the first."""
    said = _said(given, round_number) if round_number > FIRST else NOTHING_SAID
    return compute(
        given.questionnaire,
        given.selection,
        latest_words(given.responses, round_number),
        round_number,
        said,
    )


def counted_results(given: Discussed, counts: Counts, round_number: int) -> Results:
    """Return the results of a later round in which nobody answered anew.

    What was said in the first round is kept then, so its counts are enough.

    Args:
        given: no responses are looked at.
        counts: of the first round.
        round_number: the later round.
    """
    kept = {
        one._replace(kept=True)
        if one.what is Counted.SAID and one.level is not None
        else one: number
        for one, number in counts.items()
    }
    silent = dataclasses.replace(given, responses=())
    said = _said(silent, round_number)
    return compute_counted(
        given.questionnaire, given.selection, kept, round_number, said
    )


def unstated(given: Discussed, round_number: int) -> Discussed:
    """Return the same without anything stated in a round."""
    silent = [one for one in given.stances if one.round < round_number]
    return dataclasses.replace(given, stances=silent)


def answered_results(given: Discussed, round_number: int) -> Results:
    """Return what the results of a round would be without anything stated in it."""
    return results_of(unstated(given, round_number), round_number)


def latest_words(
    responses: Iterable[Response], round_number: int
) -> tuple[Response, ...]:
    """Return each respondent's latest words up to a round, as responses of that round.

    What was left blank in a later round stands as it was answered before.
    """
    found: dict[str, Response] = {}
    for one in sorted(responses, key=lambda one: one.round):
        if one.round > round_number:
            continue
        before = found.get(one.respondent.id)
        answers = one.answers if before is None else _merged(before, one)
        found[one.respondent.id] = dataclasses.replace(
            one, round=round_number, answers=answers
        )
    return tuple(found.values())


def _merged(before: Response, after: Response) -> Mapping[str, Answer]:
    answers = dict(before.answers)
    for item, answer in after.answers.items():
        old = answers.get(item)
        answers[item] = answer if old is None else _again(old, answer)
    return MappingProxyType(answers)


def _again(old: Answer, new: Answer) -> Answer:
    parts = {name: one for name, one in new.parts.items() if not one.empty}
    return Answer(
        item=old.item,
        parts=MappingProxyType({**old.parts, **parts}),
        specify=new.specify or old.specify,
        comment=new.comment or old.comment,
        evidence=new.evidence or old.evidence,
        follow_ups=MappingProxyType(
            {**old.follow_ups, **{k: v for k, v in new.follow_ups.items() if v}}
        ),
        flagged=new.flagged,
        minority=new.minority or old.minority,
    )


def _said(given: Discussed, round_number: int) -> Said:
    stated: dict[Place, int] = {}
    for number in range(FIRST + 1, round_number + 1):
        for place in _answered(given.responses, number):
            stated.pop(place, None)  # answered again since
        for stance in given.stances:
            if stance.round == number and stance.decision is Decision.MOVE:
                for part, level in stance.levels.items():
                    stated[stance.constituency, stance.item, part] = level
    return Said(
        kept=_kept(given.responses, round_number),
        stated=stated,
        agreed={
            (one.item, part): level
            for one in given.agreements
            if one.round == round_number and everybody(one.agreed_by)
            for part, level in one.levels.items()
        },
    )


def everybody(agreed_by: Iterable[Constituency]) -> bool:
    """Whether all three benches are among those who agreed."""
    return set(BENCHES) <= set(agreed_by)


def _answered(responses: Iterable[Response], number: int) -> set[Place]:
    """Return where a bench gave new answers in a round: its own, or members'."""
    found: dict[RespondentKind, set[Place]] = {kind: set() for kind in RespondentKind}
    agreed: set[Place] = set()
    for one in responses:
        who = one.respondent
        places = {
            (who.constituency, item, part)
            for item, answer in one.answers.items()
            for part, said in answer.parts.items()
            if not said.empty
        }
        if one.round == number:
            found[who.kind] |= places
        if one.round <= number and who.kind is RespondentKind.BENCH:
            agreed |= places
    members = found[RespondentKind.PERSON] - agreed  # they stand aside (rule 1)
    return found[RespondentKind.BENCH] | members


def _kept(
    responses: Sequence[Response], number: int
) -> Mapping[tuple[str, str], frozenset[str]]:
    """Return the parts on which somebody said nothing new in a round."""
    earlier: dict[tuple[str, str], set[str]] = {}
    now: dict[tuple[str, str], set[str]] = {}
    for one in responses:
        if one.round <= number:
            said = now if one.round == number else earlier
            for item, answer in one.answers.items():
                said.setdefault((one.respondent.id, item), set()).update(
                    name for name, part in answer.parts.items() if not part.empty
                )
    return {
        place: frozenset(parts - now.get(place, set()))
        for place, parts in earlier.items()
    }


# What moved


def shifts(
    before: Results,
    after: Results,
    stances: Iterable[Stance] = (),
    answered: Results | None = None,
) -> tuple[Shift, ...]:
    """Return every compared part of every item in two rounds, in their order.

    *stances* are those of the later round, *answered* its results without them
    (``answered_results``).
    """
    said = {
        (one.constituency, one.item): one
        for one in stances
        if before.round < one.round <= after.round
    }
    return tuple(
        Shift(
            comparison,
            later,
            tuple(
                _movement(
                    comparison,
                    later,
                    bench,
                    said.get((bench, item)),
                    None if answered is None else answered.comparisons[item][part],
                )
                for bench in (one.constituency for one in comparison.positions)
            ),
        )
        for item, parts in before.comparisons.items()
        for part, comparison in parts.items()
        if (later := after.comparisons.get(item, {}).get(part)) is not None
    )


def _movement(
    before: Comparison,
    after: Comparison,
    bench: Constituency,
    stance: Stance | None,
    answered: Comparison | None,
) -> Movement:
    first, last = before.position(bench), after.position(bench)
    other = None if answered is None else answered.position(bench)
    contradicted = (
        other is not None
        and last.source is PositionSource.STATED
        and other.source in (PositionSource.AGREED, PositionSource.MEDIAN)
        and other.level != last.level
    )
    return Movement(
        item=before.item,
        part=before.part,
        constituency=bench,
        before=first,
        after=last,
        course=_course(first, last),
        stance=stance,
        answered=other.level if other is not None and contradicted else None,
    )


def _course(before: Position, after: Position) -> Course:
    if before.level is None:
        return Course.NONE if after.level is None else Course.FIRST
    if after.level is None:
        return Course.WITHDRAWN
    return Course.KEPT if before.level == after.level else Course.MOVED


# What needs talk


def topics(questionnaire: Questionnaire, results: Results) -> tuple[Topic, ...]:
    """Return the questions that need talk, the farthest apart first.

    Those are questions with divergence, with verdicts that differ or with a bench that
    does not know. The order follows from the results alone; each topic begins with
    another bench than the one before.
    """
    found = [
        (item, reasons)
        for item in questionnaire.items()
        if item.id in results.comparisons
        and (reasons := talk_reasons(results.comparisons[item.id].values()))
    ]
    weight = {reason: number for number, reason in enumerate(TalkReason)}
    found.sort(
        key=lambda pair: (
            weight[pair[1][0]],
            -(_range(results, pair[0]) or 0),
            not pair[0].headline,
        )
    )
    return tuple(
        Topic(
            item=item.id,
            section=item.section,
            reasons=reasons,
            range=_range(results, item),
            dont_know=tuple(_dont_know(results.comparisons[item.id].values())),
            speaking=speaking_order(item, turn),
        )
        for turn, (item, reasons) in enumerate(found)
    )


def talk_reasons(comparisons: Iterable[Comparison]) -> tuple[TalkReason, ...]:
    """Return why a question with these parts needs talk; nothing where it does not."""
    parts = list(comparisons)
    outcomes = {one.outcome for one in parts}
    holds = {
        TalkReason.STRONG_DIVERGENCE: Outcome.STRONG_DIVERGENCE in outcomes,
        TalkReason.DIVERGENCE: Outcome.DIVERGENCE in outcomes,
        TalkReason.VERDICTS_DIFFER: any(one.verdicts_differ for one in parts),
        TalkReason.DONT_KNOW: any(_dont_know(parts)),
    }
    return tuple(reason for reason in TalkReason if holds[reason])


def speaking_order(item: Item, turn: int) -> tuple[Constituency, ...]:
    """Return the benches asked about *item* in the order of speaking at a *turn*."""
    return tuple(bench for bench in rotated(turn) if bench in item.asked_of)


def _range(results: Results, item: Item) -> float | None:
    found = [one.range for one in results.comparisons[item.id].values()]
    return max((one for one in found if one is not None), default=None)


def _dont_know(comparisons: Iterable[Comparison]) -> Iterator[Constituency]:
    told = {
        found.constituency
        for one in comparisons
        for found in one.positions
        if found.no_answer is NoAnswer.DONT_KNOW
    }
    return (bench for bench in BENCHES if bench in told)


def missing_benches(results: Results) -> tuple[Constituency, ...]:
    """Return the benches of which nobody handed in an answer."""
    present = {one.constituency for one in results.participation if one.respondents}
    return tuple(bench for bench in BENCHES if bench not in present)


def spoke_in_the_room(results: Results) -> frozenset[Constituency]:
    """Return the benches that stated a position after the discussion."""
    return frozenset(
        found.constituency
        for parts in results.comparisons.values()
        for one in parts.values()
        for found in one.positions
        if found.source is PositionSource.STATED
    )
