"""How strong the sources behind positions are: counted once, from the positions."""

from support.coresia_results import coresia

from spf_assess.analysis.evidence import strengths
from spf_assess.model import BENCHES, Grade


def test_each_position_counts_once_under_the_best_grade_of_its_sources():
    results = coresia().results
    for one in strengths(results):
        positions = [
            found
            for parts in results.comparisons.values()
            for part in parts.values()
            if (found := part.position(one.constituency)).level is not None
        ]
        assert one.total == len(positions)
        for grade in (*Grade, None):
            expected = sum(found.grade is grade for found in positions)
            assert one.counts[grade] == expected
        assert one.strong == one.counts[Grade.A] + one.counts[Grade.B]
        assert one.unsupported == sum(found.unsupported for found in positions)


def test_every_bench_is_told_even_one_that_said_nothing():
    found = strengths(coresia().results)
    assert tuple(one.constituency for one in found) == BENCHES
    assert all(one.total for one in found)
