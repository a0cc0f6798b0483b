"""The facilitator's remarks in the editions: marked as such, in the right language."""

from dataclasses import replace
from functools import partial

import docx
import pytest
from support.coresia_results import coresia
from support.discussed import discussed

from spf_assess.model import BENCHES, Edition, Remark, ReportOptions, Text
from spf_assess.report.brief import brief_context
from spf_assess.report.constituency import constituency_context
from spf_assess.report.context import report_context
from spf_assess.report.desk import Desk
from spf_assess.report.document import render_document
from spf_assess.report.editions import edition_sheets
from spf_assess.report.html import page

MARK = {"en": "Facilitator's remark", "fr": "Remarque de la facilitation"}
BOTH_SAID = Text.of(en="Read with the census.\nTwice.", fr="À lire avec soin.")
FRENCH_ONLY = Text.of(en="", fr="<b>Un</b> {{ mot }}")
LONG = Text.of(en="word " * 200, fr="mot " * 200)


def given(text=BOTH_SAID, sections=("3a", "3e")):
    remarks = (Remark("", text), Remark("3e", text))
    return replace(coresia(sections=sections, form="core"), remarks=remarks)


def full(found, language):
    desk = Desk.lay(found, language)
    return page("report.html.j2", report_context(desk, ReportOptions(language)))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_remarks_stand_with_the_summary_and_their_section_marked_as_such(language):
    html = full(given(), language)
    text = BOTH_SAID[language]
    assert (
        html.count(f'<p class="remarked">{MARK[language]}</p>'.replace("'", "&#39;"))
        == 2
    )
    assert html.count(text) == 2
    section = html[html.index('id="s-3e"') :]
    assert text in section
    assert text not in html[html.index('id="s-3a"') : html.index('id="s-3e"')]
    assert BOTH_SAID["fr" if language == "en" else "en"] not in html


def test_a_remark_in_one_language_alone_is_printed_in_it_and_says_so():
    html = full(given(FRENCH_ONLY), "en")
    assert '<span lang="fr">&lt;b&gt;Un&lt;/b&gt; {{ mot }}</span>' in html
    assert "in French" in html[html.index("&lt;b&gt;Un") :][:200]


def test_a_document_holds_them_line_by_line_in_styles_of_their_own(tmp_path):
    wanted = ReportOptions("en")
    out = tmp_path / "report.docx"
    made = partial(edition_sheets, given(sections=("3e",)), wanted)
    render_document(made, wanted.paper, out, lies=False)
    told = [(one.style.name, one.text) for one in docx.Document(str(out)).paragraphs]
    place = told.index(("Small", MARK["en"]))
    assert told[place + 1] == ("Quote", BOTH_SAID["en"])
    assert sum(text == MARK["en"] for _style, text in told) == 2


def test_without_remarks_nothing_is_said_of_them():
    assert "remarked" not in full(coresia(sections=("3a",), form="core"), "en")


def test_the_brief_holds_a_short_remark_and_tells_of_a_long_one():
    wanted = ReportOptions("en", Edition.BRIEF)
    for text, told in ((BOTH_SAID, "Read with the census."), (LONG, "full report")):
        html = page("brief.html.j2", brief_context(Desk.lay(given(text), "en"), wanted))
        assert told in html
        assert "word word" not in html


def test_the_edition_of_a_group_holds_them():
    wanted = ReportOptions("fr", Edition.CONSTITUENCY, group=BENCHES[2])
    context = constituency_context(Desk.lay(given(), "fr"), wanted)
    assert page("constituency.html.j2", context).count(BOTH_SAID["fr"]) == 2


def test_remarks_are_no_answer_and_no_reservation():
    context = report_context(
        Desk.lay(replace(discussed(), remarks=(Remark("", BOTH_SAID),)), "en"),
        ReportOptions("en"),
    )
    assert "census" not in str(context["outcome"])
