"""The pages as a reader turns them: contents, bookmarks, headings, languages."""

import re

import pikepdf
import pytest
from support.coresia_results import (
    EMPLOYERS,
    GOVERNMENT,
    PERSON,
    WORKERS,
    coresia,
    everyone,
    seat,
)
from support.tongues import left_in

from spf_assess.i18n import Words
from spf_assess.report.context import build
from spf_assess.report.html import page

LANGUAGES = ("en", "fr")
HEADINGS = {
    "en": ("Who took part, and how", "In one page", "How positions were", "Where the"),
    "fr": (
        "Qui a participé, et",
        "En une page",
        "Comment les positions",
        "Où se situent les",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_of_pages_is_told_and_none_is_empty(papers, language):
    paper = papers(language)
    assert paper.told_pages == len(paper.pages)
    for number, text in enumerate(paper.pages, start=1):
        assert len(text) > 200, f"page {number} is nearly empty: {text!r}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_name_the_page_where_each_part_stands(papers, language):
    paper = papers(language)
    lines = re.findall(r"^(.+?)(?: ?\.){3,} ?(\d+)\s*$", paper.pages[1], re.MULTILINE)
    # the lists of figures and tables stand below: a bare number, or a second line
    lines = [one for one in lines if not re.match(r"\d+ (?!.\))|[a-z]", one[0])]
    assert len(lines) == 13
    for title, number in lines:
        if title.startswith("5."):  # its first section stands there, checked below
            continue
        words = re.sub(r"^(\d\.|[ABC])\s+", "", title).strip()
        found = paper.pages[int(number) - 1]
        assert words[:18] in " ".join(found.split()), (title, number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_lead_to_each_figure_and_table_on_its_page(papers, language):
    paper = papers(language)
    context = build(coresia(), language)
    assert len(context["figures"]) >= 4
    assert len(context["tables"]) >= 4
    contents = " ".join(paper.pages[1].split())
    for one in (*context["figures"], *context["tables"]):
        begin = " ".join(one["short"].split()[:4])
        entry = re.search(
            rf"{one['number']} {re.escape(begin)}[^\d]*?\. ?(\d+)", contents
        )
        assert entry, (one, contents)
        page = " ".join(paper.pages[int(entry[1]) - 1].split())
        told = f"{one['label']}. {one['text']}"
        assert "".join(told.split()) in "".join(page.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_bookmarks_hold_parts_and_under_them_sections(papers, language):
    marks = [(one.level, one.get_title()) for one in papers(language).pdf.get_toc()]
    parts = [title for level, title in marks if level == 0]
    sections = [title for level, title in marks if level == 1]
    assert [title[:2] for title in parts] == [
        parts[0][:2],
        *["1.", "2.", "3.", "4.", "5.", "A.", "B.", "C."],
    ]
    assert len(sections) == 5  # two pages of part 4, then three sections
    assert sections[2].startswith("3")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_part_begins_on_a_page_of_its_own(papers, language):
    paper = papers(language)
    for heading in HEADINGS[language]:
        pages = [text for text in paper.pages if heading in " ".join(text.split())]
        assert len(pages) == 1, heading


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_stands_alone_at_the_foot_of_a_page(papers, language):
    for text in papers(language).pages:
        body = text.strip().splitlines()
        last = [line for line in body if not line.strip().isdigit()][-2:]
        assert not any(re.match(r"\d[a-z]\.\d+\w? ", line) for line in last), last


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_and_title_are_told_to_machines(papers, language):
    with pikepdf.open(papers(language).path) as pdf:
        assert str(pdf.Root.Lang) == language
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title).startswith("Cor")
        assert str(pdf.docinfo.CreationDate) == "D:20261120093000Z"
        assert b"pdfuaid:part>1<" in pdf.Root.Metadata.read_raw_bytes()


def test_only_the_bundled_fonts_are_used(papers):
    with pikepdf.open(papers("en").path) as pdf:
        names = {
            str(one.BaseFont).partition("+")[2]
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"
        }
    assert names
    assert all(name.startswith("Source-S") for name in names), names


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_recommendation_stands_in_both_languages_as_printed(papers, language):
    text = papers(language).text
    assert "social inclusion, including of persons in the informal economy;" in text
    assert "inclusion sociale, y compris des personnes travaillant dans" in text
    assert "Reconnaissant la responsabilité générale et principale qui incombe" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_but_the_first_says_whose_tool_it_is_not(papers, language):
    said = {"en": "not a publication of the ILO", "fr": "n'est pas une publication"}
    for text in papers(language).pages[1:]:
        assert said[language] in text


def test_the_rule_is_printed_in_full(papers):
    text = papers("en").text
    for words in (
        "Halves are kept",
        "Fewer than two groups: no comparison",
        "above 2 strong divergence",
        "both sides of 2.5",
        "one group apart, or all differ",
        "a spread of 2 or more is reported",
        "one that would fall on a half is the level below",
        "Both rounds are kept",
        "gives no national score",
        "statement only",
        "Prefers not to answer",
    ):
        assert words in text, words


def test_words_are_quoted_as_written_with_their_language_named(papers):
    assert (
        "« Nos membres à leur compte n'ont perçu aucune prestation. » in French"
        in papers("en").text
    )
    text = papers("fr").text
    assert "“The regime of 2023 opened 3e to most small traders.” en anglais" in text


def test_an_asterisk_marks_high_levels_without_support_and_is_explained(papers):
    text = papers("en").text
    assert "Moderate * in law" in text
    assert "* Level 3 or more that rests on grade D or on no source." in text


def test_missing_figures_by_sex_are_told_with_the_reason(papers):
    assert "No figures for women and men: not kept by sex" in papers("en").text
    told = Words("fr")("No figures for women and men: {reason}", reason="not kept")
    assert told.replace("\u00a0", " ") in papers("fr").text


def test_a_consultation_without_answers_still_makes_a_report(papers):
    paper = papers("en", "empty", coresia(seats=(), sections=("3e",)))
    text = paper.text
    for group in ("Government group", "Employers' group", "Workers' group"):
        assert f"The {group} handed in no answer" in text
    assert "In practice, no section can be compared." in text
    assert "× no answer handed in" in text


def test_one_group_alone_is_shown_and_nothing_is_compared(papers):
    seats = (seat(1, WORKERS, organization="National Union Centre"),)
    text = papers("fr", "alone", coresia(seats, ("3e",))).text
    assert "Travailleurs seuls" in text
    assert "Le groupe gouvernemental n'a remis aucune réponse." in text
    assert "aucune section ne peut être comparée" in text


def test_of_two_groups_the_missing_one_is_named(papers):
    seats = tuple(one for one in everyone() if one.who.constituency is not EMPLOYERS)
    text = papers("en", "two", coresia(seats, ("3e",), form="core")).text
    assert "of two groups)" in text
    assert "Employers handed in no answers" in text
    assert "The Employers' group handed in no answer." in text


def test_no_section_at_all_is_told_in_a_sentence():
    html = page("report.html.j2", build(coresia(sections=("nothing",)), "en"))
    assert "Nothing was compared" in html


def test_a_missing_page_of_the_record_is_marked_where_its_text_is_shown():
    given = coresia(sections=("3e",))
    reference = given.questionnaire.section("3e").reference
    clause = given.recommendation.by_reference[reference]
    from dataclasses import replace

    marked = replace(clause, not_from_record=frozenset({"en"}))
    recommendation = replace(
        given.recommendation,
        by_reference={**given.recommendation.by_reference, reference: marked},
    )
    html = page(
        "report.html.j2", build(replace(given, recommendation=recommendation), "fr")
    )
    assert html.count("absent du Compte rendu provisoire 14A") == 1


def test_no_group_is_first_in_every_consultation():
    firsts = {
        build(coresia((), ("3e",), id=f"{turn:08x}" + "0" * 24), "en")["benches"][0][
            "id"
        ]
        for turn in range(3)
    }
    assert firsts == {"government", "employers", "workers"}


def test_a_person_is_named_only_with_consent():
    silent = seat(1, GOVERNMENT, PERSON, "Ministry", name="Ada Secret")
    spoken = seat(2, GOVERNMENT, PERSON, "Ministry", name="Bo Open", consent_named=True)
    html = page("report.html.j2", build(coresia((silent, spoken), ("3e",)), "en"))
    assert "Ada Secret" not in html
    assert "Bo Open" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_speaks_one_language_beside_the_legal_text(papers, language):
    assert left_in(papers(language).text, language) == []
