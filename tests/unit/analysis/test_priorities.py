"""Priorities stand beside one another; Kendall's W tells how far they agree."""

import pytest
from support.coresia_results import coresia

from spf_assess.analysis.priorities import compare_priorities
from spf_assess.model import Constituency, Ranking

G, E, W = Constituency.GOVERNMENT, Constituency.EMPLOYERS, Constituency.WORKERS
FIVE = ("3a", "3b", "3c", "3d", "3e")


@pytest.fixture(scope="module")
def results():
    return coresia(sections=FIVE).results


def of(results, sections=FIVE, **orders):
    rankings = [
        Ranking(bench, tuple(orders[bench.value].split()))
        for bench in (G, E, W)
        if bench.value in orders
    ]
    return compare_priorities(rankings, sections, results)


@pytest.mark.parametrize(
    ("government", "employers", "workers", "expected"),
    [  # DOMAIN.md section 5
        ("3a 3b 3c 3d 3e", "3a 3b 3c 3e 3d", "3b 3a 3c 3d 3e", 0.911),
        ("3a 3b 3c 3d 3e", "3e 3d 3c 3b 3a", "3c 3a 3b 3e 3d", None),
    ],
)
def test_concordance_is_that_of_the_whole_orders(
    results, government, employers, workers, expected
):
    found = of(results, government=government, employers=employers, workers=workers)
    if expected is None:
        assert found.concordance < 0.3
    else:
        assert found.concordance == pytest.approx(expected, abs=0.0005)


def test_what_a_bench_leaves_out_comes_after_all_it_named(results):
    whole = of(results, government="3a 3b", employers="3a 3b")
    assert whole.concordance == 1
    apart = of(results, government="3a 3b", employers="3d 3e")
    assert apart.concordance < 1


def test_a_bench_without_priorities_is_named_and_nothing_is_made_up_for_it(results):
    found = of(results, government="3a 3b", workers="3b")
    assert found.missing == (E,)
    assert found.ranked_by == (G, W)
    assert dict(found.rows[0].ranks) == {G: 2, W: 1}
    assert E not in found.rows[0].ranks
    assert of(results, workers="3a").concordance is None


def test_only_what_is_low_and_urgent_for_all_three_is_listed_as_such(results):
    order = " ".join(FIVE)
    found = of(results, government=order, employers=order, workers=order)
    for row in found.rows:
        levels = [
            one.level
            for one in results.section(row.section).practice.positions
            if one.level is not None
        ]
        assert row.practice == (min(levels) if levels else None)
        low = bool(levels) and min(levels) <= 2
        assert (row.section in found.low_and_high) == low
    assert of(results, government=order, employers=order).low_and_high == ()


def test_nobody_ranked_is_no_fault(results):
    found = of(results)
    assert (found.rows, found.concordance) == ((), None)
    assert found.missing == (G, E, W)
