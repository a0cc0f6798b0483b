"""The sample's report keeps to one or two pages a section, and fills its pages.

Principles and guarantees, that is; one of them has a very long comment on purpose. Of
the other paragraphs the text alone may fill a page.
"""

import itertools
import re
from dataclasses import replace

import pypdfium2
import pytest

from spf_assess.consultation import Consultation
from spf_assess.consultation.reporting import report_input
from spf_assess.consultation.sample import build_sample
from spf_assess.model import ItemKind
from spf_assess.questionnaire import load_questionnaire
from spf_assess.report import render_report

pytestmark = pytest.mark.long
LANGUAGES = ("en", "fr")
# A very long comment on purpose; and where members of all groups speak, a position
# moved and five questions follow, French, a fifth longer, goes on to a third page.
LONG = {"en": {"3q"}, "fr": {"3q", "3e", "5c"}}
MOST, MOST_KB = 2, 12
_SECTION = re.compile(r"([35])\(?([a-r])\) ")
_FOOT, _EMPTY = 0.925, 0.15  # shares of a page's height


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """Return the sample's report in each language."""
    folder = tmp_path_factory.mktemp("length")
    build_sample(folder / "coresia.spfa")
    with Consultation.open(folder / "coresia.spfa", read_only=True) as opened:
        given = report_input(opened, "2026-11-03T09:00:00Z")
    # the order of the groups follows from the id: the same in every run
    given = replace(given, header=replace(given.header, id="0" * 32))
    return {
        language: render_report(given, language, folder / f"{language}.pdf")
        for language in LANGUAGES
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_section_takes_two_pages_at_most(reports, language):
    with pypdfium2.PdfDocument(reports[language].path) as pdf:
        marks = [
            (mark.get_title().replace("\u00a0", ""), mark.get_dest().get_index())
            for mark in pdf.get_toc()
        ]
    taken = {}
    for (title, page), (_title, after) in itertools.pairwise(marks):
        if found := _SECTION.match(title):
            taken[found[1] + found[2]] = max(after - page, 1)
    assert len(taken) == 22
    assert {name for name, count in taken.items() if count > MOST} <= LONG[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_nearly_empty(reports, language):
    with pypdfium2.PdfDocument(reports[language].path) as pdf:
        for number, page in enumerate(pdf, start=1):
            picture = page.render(scale=0.3).to_pil().convert("L")
            body = picture.crop((0, 0, picture.width, int(picture.height * _FOOT)))
            ink = body.point(lambda shade: 255 if shade < 200 else 0).getbbox()
            assert ink[3] > picture.height * _EMPTY, number


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_small(reports, language):
    done = reports[language]
    assert done.path.stat().st_size / 1024 / done.pages <= MOST_KB


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rows_of_a_question_stand_on_one_page_with_it(reports, language):
    with pypdfium2.PdfDocument(reports[language].path) as pdf:
        pages = [
            "".join(page.get_textpage().get_text_bounded().split()) for page in pdf
        ]
    rated = [
        item for item in load_questionnaire().items() if item.kind is ItemKind.RATINGS
    ]
    assert len(rated) > 3
    for item in rated:
        asked = item.id + "".join(item.label[language].split())
        rows = ["".join(part.label[language].split()) for part in item.parts]
        (page,) = [text for text in pages if asked in text]
        assert all(row in page.split(asked)[1] for row in rows), item.id
