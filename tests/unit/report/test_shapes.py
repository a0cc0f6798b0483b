"""Whoever paints the report's pictures elsewhere reads the same shapes from them."""

import pytest
from support.coresia_results import coresia
from support.decided import decided

from spf_assess.model import BENCHES, Edition, ReportOptions
from spf_assess.report.charts import drawn
from spf_assess.report.editions import LAYOUTS, edition_page
from spf_assess.report.html import Album
from spf_assess.report.pictures import Gallery
from spf_assess.report.shapes import Circle, Lines, Written, figure_of, lines_of


def test_every_picture_of_a_report_can_be_read():
    album = Album()
    edition_page(LAYOUTS[Edition.FULL], decided(), ReportOptions("en"), album)
    read = [
        figure_of(markup)
        for name, markup in album.pictures.items()
        if not name.startswith("code")
    ]
    assert len(read) > 50
    assert all(one.shapes and one.width and one.height for one in read)


def test_a_shape_keeps_its_place_its_colours_and_its_words():
    picture = drawn(
        "strip",
        20,
        10,
        "t",
        [
            '<circle cx="3.00" cy="4.00" r="1.5" fill="#004488" stroke="#1B2430"/>',
            '<path d="M1 2h3v4z" fill="#FFFFFF"/>',
            '<rect x="1" y="2" width="3" fill="none" stroke-dasharray="1 2"/>',
            '<text x="5" y="6" font-size="3" text-anchor="end">R &amp; D</text>',
        ],
    )
    figure = figure_of(picture.markup)
    circle, path, box, words = figure.shapes
    assert (figure.width, figure.height) == (20, 10)
    assert isinstance(circle, Circle)
    assert (circle.x, circle.y, circle.radius) == (3, 4, 1.5)
    assert circle.paint.fill == "#004488"
    assert isinstance(path, Lines)
    assert path.points == ((1, 2), (4, 2), (4, 6), (1, 2))
    assert path.closed
    assert isinstance(box, Lines)
    assert (box.paint.fill, box.paint.dashes) == (None, (1, 2))
    assert isinstance(words, Written)
    assert (words.text, words.anchor, words.size) == ("R & D", "end", 3)


def test_what_no_picture_of_ours_holds_is_not_guessed_at():
    for markup in ("<ellipse/>", '<text transform="rotate(45)">a</text>'):
        with pytest.raises(ValueError, match=r"ellipse|text"):
            figure_of(drawn("strip", 1, 1, "t", [markup]).markup)
    with pytest.raises(ValueError, match="C"):
        list(lines_of("M0 0C1 1"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_part_has_a_row_of_numbers_for_what_it_draws(language):
    gallery = Gallery.of(decided(), language, BENCHES)
    parts = {name: gallery.part(name) for name in gallery.names}
    assert parts["ratings"] is None  # nobody may be told one by one
    for name in ("profile", "outcomes", "evidence", "coverage", "trend"):
        part = parts[name]
        assert part.drawn
        assert {len(row) for row in part.rows} == {len(part.columns)}
        assert all(one.picture.title for one in part.drawn)


def test_the_profile_on_screen_tells_the_levels_of_the_report():
    part = Gallery.of(coresia(), "en", BENCHES).part("profile")
    assert part.rows[0] == ("3(a) Universality", "3", "3", "2", "3", "3", "3")
    assert [one.name for one in part.drawn] == ["In practice", "In law"]
    assert part.drawn[1].picture.title.startswith("Positions in law")
