"""Marks on a strip: in their place, never touching, never outside."""

from itertools import pairwise, product

import pytest
from support.standing import standing

from spf_assess.model import BENCHES, Constituency
from spf_assess.report.strips import Scale, place

HALVES = (None, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0)


@pytest.mark.parametrize("width", [34, 36])
def test_no_two_marks_touch_whatever_the_levels(width):
    scale = Scale.across(width)
    for levels in product(HALVES, repeat=3):
        places = sorted(m.place for m in place(standing(*levels), BENCHES, scale).marks)
        gaps = [after - before for before, after in pairwise(places)]
        assert all(gap >= scale.pitch - 1e-9 for gap in gaps), levels


@pytest.mark.parametrize("width", [34, 36])
def test_every_mark_lies_within_the_strip(width):
    scale = Scale.across(width)
    for levels in product(HALVES, repeat=3):
        for one in place(standing(*levels), BENCHES, scale).marks:
            assert scale.pitch / 2 <= one.place <= width - scale.pitch / 2, levels


def test_a_half_stands_midway_between_two_ticks():
    scale = Scale.across(36)
    found = place(standing(1.5, 3.0, None), BENCHES, scale)
    assert found.marks[0].place == pytest.approx((scale.ticks[0] + scale.ticks[1]) / 2)
    assert found.marks[1].place == pytest.approx(scale.ticks[2])


def test_marks_on_one_level_are_centred_on_its_tick_in_the_given_order():
    scale = Scale.across(36)
    turned = (BENCHES[2], BENCHES[0], BENCHES[1])
    found = place(standing(3.0, 3.0, 3.0), turned, scale)
    assert tuple(one.constituency for one in found.marks) == turned
    middle = sum(one.place for one in found.marks) / 3
    assert middle == pytest.approx(scale.ticks[2])


def test_the_bar_runs_from_the_lowest_to_the_highest_and_not_for_one_level():
    scale = Scale.across(36)
    assert place(standing(1.0, 2.0, 4.0), BENCHES, scale).bar == pytest.approx(
        (scale.ticks[0], scale.ticks[3])
    )
    assert place(standing(2.0, 2.0, 2.0), BENCHES, scale).bar is None
    assert place(standing(None, None, 2.0), BENCHES, scale).bar is None


def test_who_gave_no_level_is_not_drawn():
    found = place(standing(None, 2.0, None), BENCHES, Scale.across(36))
    assert [one.constituency for one in found.marks] == [Constituency.EMPLOYERS]
