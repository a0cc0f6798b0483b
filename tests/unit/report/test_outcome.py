"""What the discussion made of positions, beside them and on its own page."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from support.coresia_results import WORKERS, coresia
from support.discussed import discussed

from spf_assess.model import Course
from spf_assess.report.context import build

LANGUAGES = ("en", "fr")
WORDED = {
    "en": {
        "page": "What the groups made of their positions",
        "moved": "2 positions moved.",
        "beside": "After the discussion",
        "agreed": "Agreed by all three groups",
        "some": "Agreed by: Government and Workers. Not agreed by: Employers",
        "reservation": "« Nous ne voyons aucun changement. » in French",
        "statement": "“Offices must open.”",
        "parked": "“Who pays?” (Employers)",
        "evidence": "New evidence “Register of offices.” (Government)",
        "both": "its answers in the later round say 1",
        "joint": "Moderate, agreed",
        "round": "This report shows round 2.",
    },
    "fr": {
        "page": "Ce que les groupes ont fait de leurs positions",
        "moved": "2 positions ont changé.",
        "beside": "Après la discussion",
        "agreed": "Convenu par les trois groupes",
        "some": "par : Gouvernement et Travailleurs. Non convenu par : Employeurs",
        "reservation": "« Nous ne voyons aucun changement. »",
        "statement": "« Les bureaux doivent ouvrir. »",
        "parked": "“Who pays?” en anglais (Employeurs)",
        "evidence": "probant “Register of offices.” en anglais (Gouvernement)",
        "both": "ses réponses au tour suivant indiquent 1",
        "joint": "Intermédiaire, convenu",
        "round": "tour 2",
    },
}


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def paper(papers, language):
    return papers(language, "discussed", discussed())


def plain(text):
    """Return a text without its spaces: a cell's line may end where one stood."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("what", list(WORDED["en"]))
def test_everything_said_is_printed(paper, language, what):
    assert plain(WORDED[language][what]) in plain(paper.text)


def test_what_is_the_facilitators_own_or_settled_is_not_printed(paper):
    assert "Do not print this." not in paper.text
    assert "Settled already." not in paper.text


def test_no_page_is_empty_and_the_contents_name_the_outcome(paper):
    assert all(len(text) > 150 for text in paper.pages)
    marks = [one.get_title() for one in paper.pdf.get_toc() if one.level == 0]
    assert [title[:2] for title in marks[1:]] == [
        *("1.", "2.", "3.", "4.", "5.", "7."),
        *("A.", "B.", "C."),
    ]
    assert re.search(r"7\..+\d+", paper.pages[1])


def test_counts_by_round_agree_with_every_part_that_is_compared():
    given = discussed()
    found = build(given, "en")["outcome"]
    compared = sum(len(parts) for parts in given.results.comparisons.values())
    assert len(given.shifts) == compared
    for place in (0, 1):
        assert sum(row["numbers"][place] for row in found["counts"]) == compared
    courses = Counter(one.course for shift in given.shifts for one in shift.movements)
    assert (courses[Course.MOVED], courses[Course.FIRST]) == (2, 0)
    assert found["sentences"][0].startswith("2 positions")
    (row,) = found["changed"]
    assert row["id"] == "5c.1"
    cells = {cell["text"]: cell["moved"] for cell in row["cells"]}
    assert cells == {"4 → 3": True, "2 → 3": True, "1": False}
    assert row["range"] == "3 → 2"


def test_a_report_of_one_round_has_no_such_page():
    context = build(coresia(), "en")
    assert context["outcome"] is None
    assert all(
        item["outcome"] is None
        for section in context["sections"]
        for item in (section["headline"], *section["further"])
        if item
    )


def test_the_source_names_what_is_new_and_what_was_kept():
    context = build(discussed(), "en")
    (section,) = (one for one in context["sections"] if one["anchor"] == "s-5c")
    told = {one["id"]: one["source"] for one in section["headline"]["columns"]}
    assert told["government"] == "in practice: stated after the discussion"
    assert told["workers"] == "kept from the round before"


def test_a_missing_group_is_named(language):
    given = discussed(without=frozenset({WORKERS}))
    (line,) = build(given, language)["missing"]
    heard = {"en": "handed in no answer", "fr": "n'a remis aucune réponse"}
    assert heard[language] in line
    only = {"en": "Nothing here speaks for it", "fr": "Rien ici"}
    assert only[language] in line


def test_a_facilitators_note_is_no_quotation_and_its_language_is_marked():
    given = discussed()
    note = replace(given.notes[1], constituency=None, text="Qui paie ?", language="fr")
    outcome = build(replace(given, notes=(note,)), "en")["outcome"]
    (parked,) = outcome["parked"]
    assert parked["who"] == ""
    assert parked["said"]["text"] == "Qui paie ?"
    assert (parked["said"]["marked"], parked["said"]["language"]) == (True, "fr")


def test_a_groups_note_is_quoted_in_the_marks_of_its_own_language():
    given = discussed()
    note = replace(given.notes[1], text="Qui paie ?", language="fr")
    for language, marked in (("en", True), ("fr", False)):
        outcome = build(replace(given, notes=(note,)), language)["outcome"]
        (parked,) = outcome["parked"]
        assert parked["said"]["text"] == "«\u00a0Qui paie ?\u00a0»"
        assert parked["said"]["marked"] is marked
