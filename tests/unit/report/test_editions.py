"""What an edition is told by, and what may be printed of whom."""

from dataclasses import replace

import pytest
from support.coresia_results import coresia

from spf_assess.model import (
    Constituency,
    Edition,
    PaperSize,
    Problem,
    ReportOptions,
)
from spf_assess.report import render_report
from spf_assess.report.editions import edition_style


@pytest.fixture(scope="module")
def extract(tmp_path_factory):
    """One section of the report, as a draft on Letter paper."""
    out = tmp_path_factory.mktemp("edition") / "extract.pdf"
    options = ReportOptions("fr", sections=("3e",), paper=PaperSize.LETTER, draft=True)
    return render_report(coresia(), options, out)


def test_a_language_alone_stands_for_the_full_report_on_a4():
    assert ReportOptions.of("fr") == ReportOptions("fr")
    assert ReportOptions("fr").name == "fr"
    assert ReportOptions("fr").languages == ("fr",)


def test_every_option_makes_another_name():
    plain = ReportOptions("en")
    others = [
        replace(plain, **change)
        for change in (
            {"language": "both"},
            {"edition": Edition.BRIEF},
            {"sections": ("3a",)},
            {"paper": PaperSize.LETTER},
            {"draft": True},
            {"group": Constituency.WORKERS},
            {"respondent": "ab" * 16},
        )
    ]
    assert len({plain.name, *(one.name for one in others)}) == 8


def test_an_extract_holds_its_section_and_says_that_it_is_one(extract, text_of):
    text = text_of(extract.path)
    assert "Extrait : 1 section du rapport. 3 e)" in text
    assert "3e.1" in text
    assert "3a.1" not in text
    assert "5c.1" not in text
    assert "En une page" not in text


def test_a_draft_says_so_on_its_first_page_and_in_every_running_head(extract, pages_of):
    first, *others = pages_of(extract.path)
    assert "Projet : non convenu entre les groupes" in first
    assert others
    assert all("Projet, 20 novembre 2026" in page for page in others)


def test_letter_paper_is_letter_paper_on_every_page(extract):
    import pypdfium2

    with pypdfium2.PdfDocument(extract.path) as pdf:
        sizes = {tuple(map(round, page.get_size())) for page in pdf}
    assert sizes == {(612, 792)}


def test_a_section_that_was_not_asked_is_refused_before_anything_is_written(tmp_path):
    out = tmp_path / "none.pdf"
    with pytest.raises(Problem) as refused:
        render_report(coresia(), ReportOptions("en", sections=("3b",)), out)
    assert refused.value.code == "R-110"
    assert refused.value.facts["known"] == "3a, 3e, 5c"
    assert not out.exists()


def test_the_full_report_on_a4_has_the_plain_sheet_alone():
    plain = edition_style(ReportOptions("en"))
    assert "size: letter" not in plain
    assert "draft.svg" not in plain
