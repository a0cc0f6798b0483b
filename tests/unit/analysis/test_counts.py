"""Results made from counts are those made from answers, whoever comes and goes."""

import random

import pytest
from support.coresia_results import coresia

from spf_assess.analysis import compute
from spf_assess.analysis.counts import Counting
from spf_assess.analysis.results import compute_counted

SECTIONS = ("3a", "3e", "5a", "p11")


@pytest.fixture(scope="module")
def given():
    return coresia(sections=SECTIONS)


def counted(given, responses):
    counting = Counting(given.questionnaire, given.selection)
    return counting, counting.of_all(responses)


def test_counting_and_reading_answers_come_to_the_same(given):
    _counting, counts = counted(given, given.responses)
    assert compute_counted(given.questionnaire, given.selection, counts) == (
        compute(given.questionnaire, given.selection, given.responses)
    )


def test_whoever_leaves_takes_along_only_what_was_said(given):
    chance = random.Random(11)  # noqa: S311 - the same order in every run
    counting, counts = counted(given, given.responses)
    left = list(given.responses)
    while len(left) > 1:
        gone = left.pop(chance.randrange(len(left)))
        counts.subtract(counting.of(gone))
        assert min(counts.values()) >= 0
        assert compute_counted(given.questionnaire, given.selection, counts) == (
            compute(given.questionnaire, given.selection, left)
        )


def test_nobody_leaves_nothing(given):
    counting, counts = counted(given, given.responses)
    for response in given.responses:
        counts.subtract(counting.of(response))
    assert not any(counts.values())
