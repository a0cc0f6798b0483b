"""Every report is accessible and archivable: veraPDF finds no failure (R-507).

Empty, of one group alone, whole, and with hostile text in every field; both languages;
profiles PDF/UA-1 and PDF/A-3a. Needs tools/setup-long.sh.
"""

import subprocess
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from support.coresia_results import EMPLOYERS, OBSERVERS, PERSON, WORKERS, coresia, seat
from support.recorded import recorded

from spf_assess.consultation import Consultation
from spf_assess.consultation.reporting import report_input
from spf_assess.consultation.sample import build_sample
from spf_assess.model import (
    LAW,
    Agreement,
    Constituency,
    Decision,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    ItemKind,
    Note,
    NoteKind,
    PartAnswer,
    Selection,
    Stance,
    Text,
)
from spf_assess.questionnaire import load_questionnaire, load_recommendation
from spf_assess.report import render_report
from spf_assess.report.booklet import Paper, print_booklet, print_cards
from spf_assess.report.record import render_record

pytestmark = pytest.mark.long
VERAPDF = Path(__file__).resolve().parents[2] / ".venv" / "verapdf" / "verapdf"
HOSTILE = (
    "</p><b>x</b><script>x()</script><img src='file:///etc/passwd'> {{ 7*7 }} & \"'"
    " 🤝 \u202egnirts\u202c שלום \x00\x1b\u2066\ufeff 漢字 http://127.0.0.1:9/ "
)
ENDLESS = "x" * 3000


def empty(_folder):
    return coresia(())


def one_group(_folder):
    return coresia((seat(1, WORKERS),))


def whole(folder):
    build_sample(folder / "coresia.spfa")
    with Consultation.open(folder / "coresia.spfa", read_only=True) as opened:
        return report_input(opened, "2026-11-03T09:00:00Z")


def hostile(_folder):
    name = HOSTILE[:200]
    told = {"name": name, "consent_named": True}
    seats = (
        seat(1, EMPLOYERS, organization=name, **told),
        seat(2, WORKERS, PERSON, name, language="fr", **told),
        seat(3, OBSERVERS, PERSON, name, **told),
    )
    figure = Figure("1", "2", "3", name, HOSTILE, HOSTILE, HOSTILE)
    source = Evidence(EvidenceKind.STATISTIC, Grade.B, name, name, name, name, figure)

    def spoil(item, _who, answer):
        parts = dict(answer.parts)
        for part in parts:
            if item.kind is ItemKind.FIGURES:
                parts[part] = PartAnswer(value=figure)
            elif item.kind in (ItemKind.TEXT, ItemKind.DATE):
                parts[part] = PartAnswer(value=HOSTILE + ENDLESS)
        return replace(
            answer,
            parts=MappingProxyType(parts),
            specify=HOSTILE,
            comment=HOSTILE + ENDLESS,
            evidence=(source,),
            follow_ups=MappingProxyType({"F1": HOSTILE}),
        )

    said = coresia(seats, change=spoil, place=name)
    return replace(
        said,
        stances=(
            Stance(2, "3e.1", WORKERS, Decision.KEEP, reservation=HOSTILE + ENDLESS),
        ),
        agreements=(
            Agreement(
                2,
                "3e.1",
                {LAW: 2},
                Text.of(en=HOSTILE, fr=HOSTILE + ENDLESS),
                (WORKERS, EMPLOYERS),
                HOSTILE,
            ),
        ),
        notes=(Note("1", 2, NoteKind.PARKED, HOSTILE + ENDLESS, "", "3e.1"),),
    )


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
