"""The rule of positions and convergence, case by case and against its oracles."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spf_assess.analysis.positions import (
    Voice,
    compare,
    outcome_of,
    pattern_of,
    position,
)
from spf_assess.model import (
    BENCHES,
    Answer,
    Constituency,
    Evidence,
    EvidenceKind,
    Grade,
    NoAnswer,
    NoJointLevel,
    Outcome,
    PartAnswer,
    Pattern,
    PositionSource,
    RespondentKind,
)

G, E, W = BENCHES
PERSON, BENCH = RespondentKind.PERSON, RespondentKind.BENCH


def says(bench, value, kind=PERSON, grade=None):
    told = (
        PartAnswer(no_answer=value)
        if isinstance(value, NoAnswer)
        else PartAnswer(value=value)
    )
    parts = {} if value is None else {"practice": told}
    sources = (Evidence(EvidenceKind.LAW, grade),) if grade else ()
    return Voice(bench, kind, Answer("3e.1", parts=parts, evidence=sources))


def positions_of(**levels):
    voices = [
        says(Constituency(bench), level)
        for bench, level in levels.items()
        if level is not None
    ]
    return [position(bench, voices, "practice") for bench in BENCHES]


def compared(government=None, employers=None, workers=None):
    found = positions_of(government=government, employers=employers, workers=workers)
    return compare("3e.1", "practice", found)


@pytest.mark.parametrize(
    ("levels", "outcome", "range_", "pattern", "apart", "differ", "joint"),
    [
        ((3, 3, 3), Outcome.CONVERGENCE, 0, Pattern.UNANIMOUS, None, False, 3),
        ((3, 3, 2), Outcome.NEAR_CONVERGENCE, 1, Pattern.ONE_APART, W, True, 2),
        ((2, 1, 1), Outcome.NEAR_CONVERGENCE, 1, Pattern.ONE_APART, G, False, 1),
        ((4, 3, 2), Outcome.DIVERGENCE, 2, Pattern.ALL_DIFFER, None, True, None),
        ((4, 2, 2), Outcome.DIVERGENCE, 2, Pattern.ONE_APART, G, True, None),
        ((1, 4, 1), Outcome.STRONG_DIVERGENCE, 3, Pattern.ONE_APART, E, True, None),
        ((4, 2, 1), Outcome.STRONG_DIVERGENCE, 3, Pattern.ALL_DIFFER, None, True, None),
    ],
)
def test_three_benches_are_told_by_the_rule(
    levels, outcome, range_, pattern, apart, differ, joint
):
    found = compared(*levels)
    assert (found.outcome, found.range, found.pattern) == (outcome, range_, pattern)
    assert (found.apart, found.verdicts_differ) == (apart, differ)
    assert found.joint_level == joint
    assert found.missing == ()


@pytest.mark.parametrize(
    ("spread", "outcome"),
    [
        (None, Outcome.NO_COMPARISON),
        (0, Outcome.CONVERGENCE),
        (0.5, Outcome.NEAR_CONVERGENCE),
        (1, Outcome.NEAR_CONVERGENCE),
        (1.5, Outcome.DIVERGENCE),
        (2, Outcome.DIVERGENCE),
        (2.5, Outcome.STRONG_DIVERGENCE),
        (3, Outcome.STRONG_DIVERGENCE),
    ],
)
def test_every_possible_range_has_its_word(spread, outcome):
    assert outcome_of(spread) is outcome


def test_two_benches_are_compared_and_the_third_is_named():
    found = compared(government=3, employers=3)
    assert found.outcome is Outcome.CONVERGENCE
    assert found.pattern is Pattern.TWO_AGREE
    assert found.missing == (W,)
    assert found.joint_level is None
    assert found.no_joint_level is NoJointLevel.BENCH_MISSING


def test_one_bench_alone_is_no_comparison():
    found = compared(workers=2)
    assert found.outcome is Outcome.NO_COMPARISON
    assert (found.pattern, found.apart) == (Pattern.ONE_ONLY, W)
    assert found.range is None
    assert not found.verdicts_differ


def test_nobody_is_no_comparison_either():
    found = compared()
    assert (found.outcome, found.pattern) == (Outcome.NO_COMPARISON, Pattern.NONE)
    assert [one.no_answer for one in found.positions] == [NoAnswer.BLANK] * 3


def test_a_bench_of_persons_takes_its_median_and_keeps_halves():
    voices = [says(W, 1), says(W, 2)]
    found = position(W, voices, "practice")
    assert found.level == 1.5
    assert found.source is PositionSource.MEDIAN
    assert found.rated == 2
    assert not found.divided  # two members are too few to call a group divided


def test_an_agreed_answer_stands_before_its_members():
    voices = [says(W, 1), says(W, 1), says(W, 4), says(W, 3, BENCH)]
    found = position(W, voices, "practice")
    assert (found.level, found.source) == (3, PositionSource.AGREED)
    assert found.divided
    assert found.spread == 3


def test_a_bench_that_agreed_to_not_know_has_no_level():
    voices = [says(W, 4), says(W, NoAnswer.DONT_KNOW, BENCH)]
    found = position(W, voices, "practice")
    assert found.level is None
    assert found.no_answer is NoAnswer.DONT_KNOW


def test_a_bench_sheet_left_blank_does_not_silence_its_members():
    voices = [says(W, 4), says(W, None, BENCH)]
    assert position(W, voices, "practice").level == 4


def test_dont_know_enters_neither_median_nor_range():
    voices = [says(G, 4), says(G, NoAnswer.DONT_KNOW), says(G, NoAnswer.PREFERS_NOT)]
    found = position(G, voices, "practice")
    assert (found.level, found.rated) == (4, 1)
    assert found.no_answers == {NoAnswer.DONT_KNOW: 1, NoAnswer.PREFERS_NOT: 1}


def test_an_answer_hidden_by_logic_is_kept_out():
    hidden = Voice(
        G, PERSON, Answer("3e.1", parts={"practice": PartAnswer(value=4)}), asked=False
    )
    found = position(G, [hidden], "practice")
    assert found.level is None
    assert found.no_answer is NoAnswer.NOT_ASKED


@pytest.mark.parametrize(
    ("level", "grade", "star"),
    [
        (4, Grade.D, True),
        (3, None, True),
        (3, Grade.C, False),
        (2, Grade.D, False),
        (4, Grade.A, False),
    ],
)
def test_a_high_level_without_support_carries_an_asterisk(level, grade, star):
    found = position(G, [says(G, level, grade=grade)], "practice")
    assert found.unsupported is star


def test_the_joint_level_of_a_half_is_the_level_below():
    voices = [says(W, 2), says(W, 3), says(G, 3), says(E, 3)]
    found = compare("x", "practice", [position(b, voices, "practice") for b in BENCHES])
    assert found.range == 0.5
    assert found.joint_level == 2


levels_of_three = st.lists(
    st.one_of(st.none(), st.integers(1, 4)), min_size=3, max_size=3
)


@given(levels_of_three)
def test_the_rule_does_not_know_which_bench_is_which(levels):
    told = {
        (
            found.outcome,
            found.range,
            found.pattern,
            found.verdicts_differ,
            found.joint_level,
        )
        for order in itertools.permutations(levels)
        for found in [compared(*order)]
    }
    assert len(told) == 1


@given(st.lists(st.integers(1, 4), min_size=1, max_size=9), st.integers(2, 5))
def test_more_heads_of_the_same_opinion_weigh_nothing(ratings, times):
    once = position(E, [says(E, one) for one in ratings], "practice")
    often = position(E, [says(E, one) for one in ratings * times], "practice")
    assert once.level == often.level


@given(levels_of_three)
def test_the_bench_apart_is_the_only_one_on_its_level(levels):
    told = {b: float(v) for b, v in zip(BENCHES, levels, strict=True) if v is not None}
    pattern, apart = pattern_of(told)
    if pattern is Pattern.ONE_APART:
        assert sum(level == told[apart] for level in told.values()) == 1
    else:
        assert apart is None or pattern is Pattern.ONE_ONLY


def test_the_unequal_delegation_of_the_domain_brief_does_not_move_the_result():
    heads = [says(G, 4)] * 8 + [says(E, 2)] * 2 + [says(W, 1)] * 2
    found = compare("x", "practice", [position(b, heads, "practice") for b in BENCHES])
    assert [one.level for one in found.positions] == [4, 2, 1]
    assert found.range == Fraction(3)
    assert found.outcome is Outcome.STRONG_DIVERGENCE
