"""Secondary measures against published and computed values."""

import pytest

from spf_assess.analysis.agreement import concordance, consensus


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((3, 3, 3), 1.000),
        ((3, 3, 2), 0.766),
        ((4, 3, 2), 0.610),
        ((4, 2, 2), 0.476),
        ((4, 2, 1), 0.271),
        ((4, 4, 1), 0.082),
        ((4, 1, 1), 0.082),
    ],
)
def test_consensus_of_three_benches_on_four_levels(answers, expected):
    counts = [answers.count(level) for level in (1, 2, 3, 4)]
    assert consensus(counts) == pytest.approx(expected, abs=5e-4)


def test_consensus_of_the_published_example():
    counts = [30, 40, 210, 130, 530, 50, 10]
    assert consensus(counts) == pytest.approx(0.7256876, abs=1e-7)


def test_consensus_of_heads_in_an_unequal_delegation():
    assert consensus([2, 2, 0, 8]) == pytest.approx(0.261, abs=5e-4)


def test_consensus_is_zero_when_half_lie_at_each_end():
    assert consensus([5, 0, 0, 5]) == pytest.approx(0)


@pytest.mark.parametrize("counts", [[], [3], [0, 0, 0]])
def test_consensus_of_nothing_is_refused(counts):
    with pytest.raises(ValueError, match=r"\["):
        consensus(counts)


@pytest.mark.parametrize(
    ("rankings", "expected"),
    [
        ([[1, 2, 3, 4, 5], [1, 2, 3, 5, 4], [2, 1, 3, 4, 5]], 0.911),
        ([[1, 2, 3, 4, 5], [5, 4, 3, 2, 1], [3, 1, 2, 5, 4]], 0.111),
        ([[1, 2, 3], [1, 2, 3]], 1.0),
        ([[1, 1, 1], [1, 1, 1]], 1.0),
    ],
)
def test_concordance_of_rankings(rankings, expected):
    assert concordance(rankings) == pytest.approx(expected, abs=5e-4)


def test_concordance_needs_two_judges_of_the_same_objects():
    with pytest.raises(ValueError, match=r"\["):
        concordance([[1, 2, 3], [1, 2]])
