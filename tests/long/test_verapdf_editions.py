"""Every edition is accessible and archivable, in each language and on either paper.

Of the whole sample, of nothing, and with hostile text in every field; profiles PDF/UA-1
and PDF/A-3a. What two languages in one file leave out is told in docs/report.md. Needs
tools/setup-long.sh.
"""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from support.givens import HOSTILE, empty, hostile, one_group, whole
from support.recorded import recorded

from spf_assess.analysis.disclosure import printable
from spf_assess.model import Constituency, Edition, PaperSize, ReportOptions
from spf_assess.report import render_report
from spf_assess.report.record import render_record

pytestmark = pytest.mark.long
VERAPDF = Path(__file__).resolve().parents[2] / ".venv" / "verapdf" / "verapdf"
FULL_IN_BOTH = ReportOptions("both")
OTHERS = [one for one in Edition if one not in (Edition.FULL, Edition.RECORD)]


@pytest.fixture(scope="module")
def given(tmp_path_factory):
    """Return a function that reads each consultation once."""
    made = {}

    def read(name):
        if name not in made:
            makers = {one.__name__: one for one in (empty, hostile, one_group, whole)}
            made[name] = makers[name](tmp_path_factory.mktemp(name))
        return made[name]

    return read


def someone(given):
    """Return whose answers the facilitator's file may print."""
    return next(
        one.respondent.id
        for one in given.responses
        if printable(one.respondent, open_record=False)
    )


def check(out):
    assert VERAPDF.is_file(), "run tools/setup-long.sh"
    done = subprocess.run(
        [VERAPDF, "ua1,3a", out], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASS") == 2, done.stdout


@pytest.mark.parametrize("language", ["en", "fr", "both"])
@pytest.mark.parametrize("edition", OTHERS)
@pytest.mark.parametrize("name", ["empty", "hostile", "whole"])
def test_an_edition_passes_pdf_ua_and_pdf_a(given, name, edition, language, tmp_path):
    if edition is Edition.PARTICIPANT and name == "empty":
        pytest.skip("nobody answered")
    read = given(name)
    options = ReportOptions(
        language,
        edition,
        draft=name == "hostile",
        paper=PaperSize.LETTER if name == "hostile" else PaperSize.A4,
        group=Constituency.WORKERS,
        respondent=someone(read) if edition is Edition.PARTICIPANT else "",
    )
    render_report(read, options, tmp_path / "edition.pdf")
    check(tmp_path / "edition.pdf")


@pytest.mark.parametrize("name", ["empty", "one_group", "hostile", "whole"])
def test_the_full_report_in_both_languages_passes_too(given, name, tmp_path):
    render_report(given(name), FULL_IN_BOTH, tmp_path / "both.pdf")
    check(tmp_path / "both.pdf")


def test_an_extract_on_letter_paper_as_a_draft_passes_too(given, tmp_path):
    options = replace(
        FULL_IN_BOTH, sections=("3e", "5b"), paper=PaperSize.LETTER, draft=True
    )
    render_report(given("whole"), options, tmp_path / "extract.pdf")
    check(tmp_path / "extract.pdf")


@pytest.mark.parametrize("name", ["empty", "hostile"])
def test_the_record_in_both_languages_passes_too(given, name, tmp_path):
    out = tmp_path / "record.pdf"
    render_record(recorded(given(name), hostile_words=HOSTILE), FULL_IN_BOTH, out)
    check(out)
