"""How members rated: drawn is what is told beside it, and nobody is shown by it."""

import re
from xml.etree import ElementTree as ET

import pytest
from support.coresia_results import GOVERNMENT, WORKERS
from support.rated import DONT_KNOW, PREFERS_NOT, large, rated

from spf_assess.model import BENCHES, BOTH, Edition, ReportOptions
from spf_assess.report.context import build
from spf_assess.report.document.painter import painted
from spf_assess.report.editions import LAYOUTS, edition_page
from spf_assess.report.html import Album, page
from spf_assess.report.pictures import Gallery
from spf_assess.report.ratings_picture import WIDTH, Ground, Told, ratings_picture


def rows(given, language="en"):
    section = build(given, language)["sections"][0]
    return section["rated"] and section["rated"]["rows"]


def drawn_numbers(picture):
    """The numbers that stand in a picture."""
    return re.findall(r">(\d+)</text>", picture.markup)


def boxes(picture):
    """Left edge, width and fill of every box with an outline."""
    return [
        (float(one.get("x")), float(one.get("width")), one.get("fill"))
        for one in ET.fromstring(picture.markup)  # noqa: S314 - our own
        if one.tag.endswith("rect") and one.get("stroke")
    ]


def test_the_picture_and_its_title_tell_the_numbers_of_the_table():
    first = rows(large())[0]
    assert first["bench"]["name"] == "Government"
    assert [one["text"] for one in first["cells"]] == ["60", "40", "30", "20"]
    assert [first[name] for name in ("dont_know", "silent", "members")] == [
        "24",
        "30",
        "180",
    ]
    assert first["picture"].title == (
        "Government, in law: level 1: 60; level 2: 40; level 3: 30; level 4: 20;"
        " no level: 30; of these, don't know: 24; 180 members answered"
    )
    assert drawn_numbers(first["picture"]) == ["60", "40", "30", "20", "24"]
    assert rows(large(), "fr")[0]["picture"].title == (
        "Gouvernement, en droit\u00a0: niveau 1\u00a0: 60\u00a0;"
        " niveau 2\u00a0: 40\u00a0; niveau 3\u00a0: 30\u00a0; niveau 4\u00a0: 20\u00a0;"
        " aucun niveau\u00a0: 30\u00a0; dont «\u00a0ne sait pas\u00a0»\u00a0: 24\u00a0;"
        " 180 membres ont répondu"
    )


def test_bars_lie_on_both_sides_of_the_verdict_and_those_without_a_level_apart():
    told = Told({"1": 30, "2": 20, "3": 40, "4": 10}, 20, 25)
    ground = Ground.of([told])
    found = boxes(ratings_picture(told, ground, "t"))
    ends = [round(left + wide, 1) for left, wide, _fill in found]
    assert [round(wide / found[3][1]) for _left, wide, _fill in found[:4]] == [
        3,
        2,
        4,
        1,
    ]
    assert ends[1] == round(ground.middle, 1) == round(found[2][0], 1)
    assert found[4][0] - ends[3] > 3
    assert ends[-1] <= WIDTH


def test_of_fewer_than_ten_each_member_is_a_dot_and_levels_of_few_are_halves():
    found = [one for one in rows(large()) if one["bench"]["name"] == "Employers"]
    assert [one["text"] for one in found[0]["cells"]] == ["4", "5"]
    assert {one["span"] for one in found[0]["cells"]} == {2}
    assert found[0]["picture"].markup.count("<circle") == 9
    assert "levels 1 and 2 together: 4" in found[0]["picture"].title
    assert "level 3: " not in found[0]["picture"].title
    assert "two levels are counted together" in page(
        "report.html.j2", build(large(), "en")
    )


def test_of_halves_no_picture_tells_the_levels_in_them():
    """The same halves, whatever the levels in them, are the same picture."""
    one, other = (
        rated({GOVERNMENT: cells})
        for cells in ({1: 2, 2: 10, 3: 4, 4: 9}, {1: 1, 2: 11, 3: 5, 4: 8})
    )
    assert rows(one)[0]["picture"] == rows(other)[0]["picture"]
    assert rows(one)[0]["cells"] == rows(other)[0]["cells"]


def test_a_group_of_which_one_or_two_could_follow_has_no_row():
    names = {one["bench"]["name"] for one in rows(large())}
    assert names == {"Government", "Employers"}
    assert rows(rated({WORKERS: {2: 3, 3: 3}})) is None  # six are too few
    assert rows(rated({WORKERS: {2: 4, 3: 3}})) is not None


def test_nothing_is_drawn_before_the_answers_are_the_last_ones():
    given = rated({GOVERNMENT: {1: 60, 3: 40}}, final=False)
    assert rows(given) is None
    assert "How members rated" not in page("report.html.j2", build(given, "en"))


def test_thresholds_raised_by_the_preparation_hold_for_the_picture():
    cells = {GOVERNMENT: {1: 4, 2: 30, 3: 30, 4: 4}}
    assert len(rows(rated(cells))[0]["cells"]) == 4
    assert len(rows(rated(cells, counted_from=5))[0]["cells"]) == 2
    assert rows(rated(cells, spread_from=100)) is None


def test_kinds_of_no_answer_that_are_not_told_stand_nowhere():
    given = rated({GOVERNMENT: {2: 20, 3: 20, DONT_KNOW: 2, PREFERS_NOT: 3}})
    first = rows(given)[0]
    assert (first["dont_know"], first["silent"]) == ("–", "5")
    assert "don't know" not in first["picture"].title


@pytest.mark.parametrize("language", ["en", BOTH])
def test_the_table_stands_beside_its_pictures_and_says_what_they_draw(language):
    album = Album()
    wanted = ReportOptions(language)
    html = edition_page(LAYOUTS[Edition.FULL], large(), wanted, album)
    assert html.count('class="rated"') >= 2
    assert "level 1: 60" in html


def test_on_screen_levels_counted_together_say_so_in_both_cells():
    found = Gallery.of(large(), "en", BENCHES).part("ratings").rows
    assert found[0][1:] == ("60", "40", "30", "20", "24", "30", "180")
    assert found[1][1:5] == ("4 (1–2)", "4 (1–2)", "5 (3–4)", "5 (3–4)")


def test_word_processors_get_the_same_picture():
    for one in rows(large()):
        assert painted(one["picture"].markup).width == WIDTH
