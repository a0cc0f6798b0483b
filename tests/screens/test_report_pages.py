"""The report's main pages as someone saw them and agreed, in both languages."""

import pypdfium2
import pytest
from support.coresia_results import coresia
from support.paper import check_page, difference, page_picture

from spf_assess.report import render_report

LANGUAGES = ("en", "fr")
FIRST = {
    "cover": 1,
    "contents": 2,
    "participants": 3,
    "summary": 4,
    "method": 5,
    "profile": 6,
    "sources": 7,
    "section": 8,
}
LAST = {"figures": -2, "glossary": -1}


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """Return a function that renders the whole core form once in each language."""
    folder, made = tmp_path_factory.mktemp("report"), {}

    def rendered(language: str):
        if language not in made:
            out = folder / f"{language}.pdf"
            made[language] = render_report(
                coresia(sections=(), form="core"), language, out
            )
        return made[language]

    return rendered


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*FIRST, *LAST])
def test_a_page_looks_as_it_was_agreed(report, tmp_path, name, language):
    done = report(language)
    number = FIRST.get(name) or done.pages + 1 + LAST[name]
    check_page(done.path, number, f"{name}-{language}", tmp_path)


def test_a_moved_mark_would_be_noticed(report):
    """The tolerance is for shades of letters, not for another result."""
    golden = page_picture(report("en").path, 6)
    other = golden.copy()
    mark = golden.crop((205, 175, 225, 190))
    other.paste((255, 255, 255), (150, 100, 400, 400))
    other.paste(mark, (100, 100))
    folder = report("en").path.parent
    golden.save(folder / "golden.png")
    assert difference(folder / "golden.png", golden) == 0
    assert difference(folder / "golden.png", other) > 0.01


@pytest.mark.parametrize("language", LANGUAGES)
def test_summary_method_profile_and_sources_fit_one_page_each(report, language):
    with pypdfium2.PdfDocument(report(language).path) as pdf:
        parts = {
            mark.get_title()[:2]: mark.get_dest().get_index() + 1
            for mark in pdf.get_toc()
            if mark.level == 0
        }
    assert [parts[name] for name in ("2.", "3.", "4.", "5.")] == [4, 5, 6, 8]


@pytest.mark.parametrize("language", LANGUAGES)
def test_grey_print_keeps_the_three_groups_and_the_levels_apart(report, language):
    """In grey the shapes, outlines and numerals remain; fills are told by them."""
    grey = page_picture(report(language).path, 6).convert("L")
    assert min(grey.get_flattened_data()) < 60
    shades = {level // 24 for level in grey.get_flattened_data()}
    assert len(shades) > 6
