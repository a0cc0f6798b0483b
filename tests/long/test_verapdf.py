"""Every report is accessible and archivable: veraPDF finds no failure (R-507).

Empty, of one group alone, whole, and with hostile text in every field; both languages;
profiles PDF/UA-1 and PDF/A-3a. Needs tools/setup-long.sh.
"""

import subprocess
from pathlib import Path

import pytest
from support.givens import HOSTILE, empty, hostile, one_group, whole
from support.rated import large
from support.recorded import recorded

from spf_assess.model import Constituency, ReportOptions, Selection
from spf_assess.questionnaire import load_questionnaire, load_recommendation
from spf_assess.report import render_report
from spf_assess.report.booklet import Paper, print_booklet, print_cards
from spf_assess.report.record import render_record

pytestmark = pytest.mark.long
VERAPDF = Path(__file__).resolve().parents[2] / ".venv" / "verapdf" / "verapdf"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("given", [empty, one_group, whole, hostile])
def test_a_report_passes_pdf_ua_and_pdf_a(given, language, tmp_path):
    assert VERAPDF.is_file(), "run tools/setup-long.sh"
    out = tmp_path / "report.pdf"
    render_report(given(tmp_path), language, out)
    done = subprocess.run(
        [VERAPDF, "ua1,3a", out], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASS") == 2, done.stdout


@pytest.mark.parametrize("language", ["en", "fr", "both"])
def test_pictures_of_how_members_rated_pass_too(language, tmp_path):
    out = tmp_path / "report.pdf"
    render_report(large(), ReportOptions(language, sections=("3a",)), out)
    done = subprocess.run(
        [VERAPDF, "ua1,3a", out], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASS") == 2, done.stdout


@pytest.mark.parametrize("languages", [("en",), ("fr",), ("fr", "en")])
@pytest.mark.parametrize("make", [print_booklet, print_cards])
def test_the_questionnaire_on_paper_passes_too(make, languages, tmp_path):
    wanted = Paper(
        load_questionnaire(),
        load_recommendation(),
        Selection(),
        Constituency.GOVERNMENT,
        languages,
        "2026-11-03T09:00:00Z",
    )
    make(wanted, tmp_path / "paper.pdf")
    done = subprocess.run(
        [VERAPDF, "ua1,3a", tmp_path / "paper.pdf"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("given", [empty, one_group, hostile])
def test_the_record_of_the_meeting_passes_too(given, language, tmp_path):
    out = tmp_path / "record.pdf"
    render_record(recorded(given(tmp_path), hostile_words=HOSTILE), language, out)
    done = subprocess.run(
        [VERAPDF, "ua1,3a", out], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASS") == 2, done.stdout


def test_a_pdf_that_is_not_accessible_is_found_out(tmp_path):
    """The control: without tags and title nothing passes."""
    import weasyprint

    out = tmp_path / "plain.pdf"
    weasyprint.HTML(string="<p>untagged").write_pdf(out)
    done = subprocess.run(
        [VERAPDF, "ua1,3a", out], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 1
    assert done.stdout.count("FAIL") == 2, done.stdout
