"""How the sample fills its pages: on Letter paper, and in two languages at once."""

import itertools

import pypdfium2
import pytest
from support.givens import whole

from spf_assess.analysis.disclosure import printable
from spf_assess.model import Constituency, Edition, PaperSize, ReportOptions
from spf_assess.report import render_report

pytestmark = pytest.mark.long
LETTER = PaperSize.LETTER
LEAST = 150  # letters, without head and foot, that make a page worth turning


@pytest.fixture(scope="module")
def given(tmp_path_factory):
    return whole(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def paper(given, tmp_path_factory):
    """Return a function that renders an edition of the sample once."""
    folder, made = tmp_path_factory.mktemp("editions"), {}

    def rendered(options):
        if options not in made:
            out = folder / f"{len(made)}.pdf"
            render_report(given, options, out)
            made[options] = out
        return made[options]

    return rendered


def parts(path):
    """Return on which page each part begins, by the number before its title."""
    with pypdfium2.PdfDocument(path) as pdf:
        return {
            mark.get_title()[:2]: mark.get_dest().get_index() + 1
            for mark in pdf.get_toc()
            if mark.level == 0
        }


def texts(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_on_letter_paper_each_leading_part_has_its_page(paper, language):
    found = parts(paper(ReportOptions(language, paper=LETTER)))
    begins = [found[name] for name in ("2.", "3.", "4.", "5.")]
    # the fourth has a page each for the profile, the sources and who is covered
    assert [other - one for one, other in itertools.pairwise(begins)] == [1, 1, 3]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", PaperSize)
def test_contents_figures_and_tables_are_listed_on_one_page(paper, language, size):
    assert parts(paper(ReportOptions(language, paper=size)))["1."] == 3


@pytest.mark.parametrize("size", PaperSize)
def test_in_both_languages_cover_and_profile_have_one_page(paper, size):
    path = paper(ReportOptions("both", paper=size))
    pages = texts(path)
    assert "Table des matières" in pages[1]
    profile = pages[parts(path)["4."] - 1]
    assert "Where the three groups stand" in profile
    assert "n/c: fewer than two groups" in profile


@pytest.mark.parametrize("language", ["en", "fr", "both"])
@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize(
    "edition", [one for one in Edition if one is not Edition.RECORD]
)
def test_no_page_is_empty(given, paper, edition, size, language):
    someone = next(
        one.respondent.id
        for one in given.responses
        if printable(one.respondent, open_record=False)
    )
    options = ReportOptions(
        language,
        edition,
        paper=size,
        group=Constituency.WORKERS if edition is Edition.CONSTITUENCY else None,
        respondent=someone if edition is Edition.PARTICIPANT else "",
    )
    pages = texts(paper(options))
    around = 2 * len("Coresia: joint self-assessment, Recommendation No. 202") * 3
    short = [
        number
        for number, text in enumerate(pages, start=1)
        if len(text) - around < LEAST
    ]
    for one, other in itertools.pairwise(short):
        assert other - one > 1, f"pages {one} and {other} are next to empty"
    assert len(short) <= len(pages) // 10 + 1, short


@pytest.mark.parametrize("language", ["en", "fr", "both"])
@pytest.mark.parametrize("size", PaperSize)
def test_no_objective_stands_at_the_foot_of_a_page_without_its_action(
    given, paper, size, language
):
    options = ReportOptions(language, Edition.ACTIONS, paper=size, draft=True)
    pages = [" ".join(one.split()) for one in texts(paper(options))]
    shown = "fr" if language == "fr" else "en"
    for one in given.actions:
        objective, what = (
            " ".join(one.told(name, shown)[0].split()[:4])
            for name in ("objective", "what")
        )
        (page,) = [found for found in pages if objective in found]
        assert what in page[page.index(objective) :], objective


@pytest.mark.parametrize(
    ("edition", "language", "most"),
    [
        (Edition.BRIEF, "en", 2),
        (Edition.BRIEF, "fr", 2),
        (Edition.BRIEF, "both", 4),
        (Edition.MATRIX, "both", 4),
        (Edition.ACTIONS, "fr", 4),
    ],
)
@pytest.mark.parametrize("size", PaperSize)
def test_short_editions_stay_short(paper, edition, language, most, size):
    options = ReportOptions(language, edition, paper=size)
    assert len(texts(paper(options))) <= most
