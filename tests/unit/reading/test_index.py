"""From a paragraph to the questions about it, and back."""

import pytest

from spf_assess.model import Reference
from spf_assess.questionnaire import load_questionnaire, load_recommendation
from spf_assess.reading import ParagraphIndex


@pytest.fixture(scope="module")
def index():
    return ParagraphIndex(load_questionnaire(), load_recommendation())


def ref(text):
    return Reference.parse(text)


def test_the_rows_follow_the_recommendation_and_leave_nothing_out(index):
    references = [row.reference for row in index.rows]
    assert references == sorted(references)
    assert {one.number for one in references} == set(range(1, 25))
    assert set(load_recommendation().by_reference) <= set(references)


def test_paragraphs_of_sub_paragraphs_have_a_row_without_text(index):
    assert index.row(ref("9")).provision is None
    assert [str(row.reference) for row in index.within(ref("13"))] == [
        "13",
        "13(1)",
        "13(1)(a)",
        "13(1)(b)",
        "13(2)",
    ]
    assert [index.row(ref(one)).deep for one in ("13", "13(1)", "13(1)(a)")] == [
        0,
        1,
        2,
    ]


def test_a_sections_own_items_come_before_those_that_mention_the_paragraph(index):
    items = index.row(ref("3(e)")).items
    assert items[0].id == "3e.1"
    own = [item.references[0] == ref("3(e)") for item in items]
    assert own == sorted(own, reverse=True)


def test_items_and_paragraphs_point_at_each_other(index):
    for item in load_questionnaire().items():
        assert index.paragraphs_of(item) == item.references
        for reference in item.references:
            assert item in index.row(reference).items


def test_a_whole_paragraph_gathers_each_item_once(index):
    items = index.items_about(ref("3"))
    assert len(items) == len({item.id for item in items})
    assert {"3a.1", "3r.1"} <= {item.id for item in items}


def test_an_unknown_paragraph_is_refused(index):
    with pytest.raises(KeyError):
        index.row(ref("25"))
    with pytest.raises(KeyError):
        index.items_about(ref("3(z)"))
