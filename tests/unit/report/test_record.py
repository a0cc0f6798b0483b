"""The record of the meeting: what was, and what was not, each under its group."""

import dataclasses
import re
from html import unescape

import pypdfium2
import pytest
from support.coresia_results import WORKERS, coresia, seat
from support.recorded import RESULTS, RULES, recorded

from spf_assess.exchange import receipt_words
from spf_assess.model import PaperSize, Problem, ReportOptions
from spf_assess.report.html import Album, page
from spf_assess.report.record import FOLDER, build_record, render_record


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """Return a function that renders a record and returns its pages as text."""
    folder = tmp_path_factory.mktemp("record")

    def pages(given, language):
        out = folder / f"{language}.pdf"
        render_record(given, language, out)
        pdf = pypdfium2.PdfDocument(out)
        found = [" ".join(one.get_textpage().get_text_bounded().split()) for one in pdf]
        pdf.close()
        return found

    return pages


def html(given, language="en"):
    """Return the page as a browser would show it, without tags."""
    made = page("record.html.j2", build_record(given, language), Album(), FOLDER)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", made)).split())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_both_sheets_carry_the_eight_words_in_both_languages(read, language):
    pages = read(recorded(coresia()), language)
    rules, results = pages[-2:]
    for told, digest in ((rules, RULES), (results, RESULTS)):
        for tongue in ("en", "fr"):
            numbered = [
                f"{number}. {word}"
                for number, word in enumerate(receipt_words(digest, tongue), start=1)
            ]
            assert " ".join(numbered) in told
        assert digest[:16] in told
    assert not set(receipt_words(RULES, "en")) <= set(results.split())


def test_each_group_is_told_as_signed_as_changed_or_as_not_signed():
    told = html(recorded(coresia()))
    alert = re.search(r"The results: not signed as they stand by ([^<]*?) This", told)
    assert "Government" in alert[1]
    assert "Employers" in alert[1]
    assert "Workers" not in alert[1]
    assert "The rules: Not signed" not in told
    assert "signed, then changed" in told
    assert "what stands now it has not signed" in told
    assert "Has not signed. This is no agreement and no refusal." in told


def test_a_line_to_sign_is_left_where_no_signature_holds():
    context = build_record(recorded(coresia()), "en")
    rules, results = context["sheets"]
    assert [one["holds"] for one in rules["lines"]] == [True] * 3
    assert sum(not one["holds"] for one in results["lines"]) == 2
    assert html(recorded(coresia())).count("Name and office") == 2


def test_a_group_without_an_answer_is_named_and_agrees_to_nothing():
    told = html(recorded(coresia((seat(1, WORKERS),))))
    assert (
        "The Government group handed in no answer. Nothing here speaks for it." in told
    )
    assert "The Employers' group handed in no answer." in told
    assert told.count("This group handed in no answer.") == 2
    assert "Agreed by all three groups" not in told


def test_what_was_not_done_is_said_too():
    given = dataclasses.replace(
        recorded(coresia(())),
        attendance=(),
        seats=(),
        reveals=(),
        actions=(),
        readings=(),
    )
    told = html(given)
    for line in (
        "Attendance was not recorded.",
        "No seat.",
        "No positions were shown in the room.",
        "No agreed answer or statement was recorded.",
        "No reservation was recorded.",
        "No point stays parked.",
        "No action was recorded.",
        "No group has confirmed its pages or sent them back.",
    ):
        assert line in told


def test_who_was_there_and_how_responses_came_stand_by_group():
    told = html(recorded(coresia()))
    assert "17 November 2026" in told
    assert "Workers 4 3 1 8" in told
    assert "Ministry 1 1 answered on this computer (1)" in told
    assert "without an organization 2 1 keyed from paper (1)" in told
    assert "3a.1" in told


def test_remarks_and_unagreed_actions_stand_as_they_are():
    told = html(recorded(coresia()))
    assert "Our source is missing." in told
    assert "No group is recorded to have agreed." in told
    assert "Agreed by: Government and Workers. Not agreed by: Employers" in told
    assert "read, then changed" in told


def test_text_from_people_brings_no_markup():
    nasty = "</td><script>x()</script>{{ 7*7 }}"
    given = recorded(coresia(), hostile_words=nasty)
    made = page("record.html.j2", build_record(given, "en"), Album(), FOLDER)
    assert "<script>" not in made
    assert "{{ 7*7 }}" in made
    assert "49" not in re.sub(r"\d{3,}", "", html(given)).split()


def test_a_stopped_record_leaves_no_file(tmp_path):
    out = tmp_path / "record.pdf"
    with pytest.raises(Problem, match="stopped"):
        render_record(recorded(coresia()), "en", out, cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_the_record_stands_in_both_languages_on_letter_paper_as_a_draft(tmp_path):
    out = tmp_path / "record.pdf"
    options = ReportOptions("both", paper=PaperSize.LETTER, draft=True)
    render_record(recorded(coresia()), options, out)
    with pypdfium2.PdfDocument(out) as pdf:
        assert {tuple(map(round, page.get_size())) for page in pdf} == {(612, 792)}
        text = pdf[0].get_textpage().get_text_bounded()
    assert "Record of the meeting" in text
    assert "Procès-verbal de la réunion" in text
    assert "Projet : non convenu entre les groupes" in text
