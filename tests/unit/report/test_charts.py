"""Pictures: well formed, telling their numbers, safe, and legible without colour."""

from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest
from support.spoken import desk
from support.standing import standing

from spf_assess.model import BENCHES, LANGUAGES, Constituency, Outcome
from spf_assess.report import charts
from spf_assess.report.sentences import strip_title

SVG = f"{{{charts.SVG}}}"
NAMES = {outcome: outcome.value.replace("_", " ") for outcome in Outcome}


def pictures(title: str):
    one = standing(1.5, 3.0, 3.0)
    yield charts.strip(one, BENCHES, title)
    yield charts.ornament([one, standing(None, None, None)], BENCHES, title)
    yield charts.ornament([], BENCHES, title)
    yield charts.outcome_bar({Outcome.CONVERGENCE: 3}, NAMES, title)
    yield charts.outcome_bar({}, NAMES, title)
    yield from (charts.mark(who, title) for who in Constituency)
    yield from (charts.swatch(outcome, title) for outcome in Outcome)


def test_every_picture_is_well_formed_and_begins_with_its_title():
    for picture in pictures('Workers 1½ < Government 3 & "others"'):
        root = fromstring(picture.markup)  # noqa: S314 - our own markup
        assert root[0].tag == f"{SVG}title"
        assert root[0].text == 'Workers 1½ < Government 3 & "others"'
        assert root.get("role") == "img"


def test_a_hostile_title_adds_no_element():
    plain = [picture.markup.count("<") for picture in pictures("x")]
    hostile = [
        picture.markup.count("<")
        for picture in pictures("</title><image href='file:///etc/passwd'/>")
    ]
    assert hostile == plain


def test_a_strip_tells_its_numbers_in_words_in_both_languages():
    one = standing(1.5, 3.0, None)
    laid = {language: replace(desk(language), order=BENCHES) for language in LANGUAGES}
    assert strip_title(laid["en"], one) == (
        "Government 1½, Employers 3, Workers (left blank), divergence"
    )
    assert strip_title(laid["fr"], one) == (
        "Gouvernement 1½, Employeurs 3, Travailleurs (laissée en blanc), divergence"
    )


def test_a_strip_says_of_a_missing_group_that_it_handed_in_nothing():
    one = standing(1.5, 3.0, None)
    gone = [replace(found, respondents=0) for found in one.positions[2:]]
    one = replace(one, positions=(*one.positions[:2], *gone))
    told = strip_title(replace(desk("en"), order=BENCHES), one)
    assert told.endswith("Workers (no answer handed in), divergence")


def test_the_three_groups_have_three_shapes_with_an_outline():
    shapes = [charts.mark_shape(who, 0, 0, 10) for who in BENCHES]
    assert [shape.split(" ")[0] for shape in shapes] == ["<circle", "<rect", "<polygon"]
    assert all(f'stroke="{charts.INK}"' in shape for shape in shapes)


def test_a_bar_has_one_segment_an_outcome_as_long_as_its_count():
    counts = {Outcome.CONVERGENCE: 6, Outcome.DIVERGENCE: 2, Outcome.NO_COMPARISON: 0}
    root = fromstring(charts.outcome_bar(counts, NAMES, "t").markup)  # noqa: S314
    boxes = [float(one.get("width")) for one in root if one.tag == f"{SVG}rect"]
    assert boxes[0] == pytest.approx(3 * boxes[1], abs=0.02)
    assert len(boxes) == 2
    assert [one.text for one in root if one.tag == f"{SVG}text"] == [
        "6 convergence",
        "2 divergence",
    ]


def test_a_segment_too_short_for_its_word_keeps_its_number():
    counts = {Outcome.CONVERGENCE: 21, Outcome.STRONG_DIVERGENCE: 1}
    root = fromstring(charts.outcome_bar(counts, NAMES, "t").markup)  # noqa: S314
    assert [one.text for one in root if one.tag == f"{SVG}text"] == [
        "21 convergence",
        "1",
    ]


def test_strips_carry_no_letters():
    for levels in ((1.0, 2.0, 3.0), (4.0, 4.0, 4.0), (None, None, None)):
        assert "<text" not in charts.strip(standing(*levels), BENCHES, "t").markup
