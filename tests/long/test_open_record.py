"""An open record of a whole consultation: every number is computed anew from it."""

from dataclasses import replace

import pytest

from spf_assess.consultation import Consultation
from spf_assess.consultation.reporting import report_input
from spf_assess.consultation.sample import build_sample
from spf_assess.consultation.verifying import verify
from spf_assess.model import ReportOptions
from spf_assess.report import render_report

pytestmark = pytest.mark.long


@pytest.mark.parametrize("language", ["en", "fr"])
def test_two_rounds_stances_and_agreements_give_the_same_numbers(tmp_path, language):
    build_sample(tmp_path / "coresia.spfa", tmp_path)
    with Consultation.open(tmp_path / "coresia.spfa") as file:
        # The rules of the sample are fixed already; here they are another meeting's.
        file.proceedings.record(replace(file.preparation, open_record=True))
        given = report_input(file)
    out = tmp_path / "report.pdf"
    render_report(given, ReportOptions(language), out)
    packets = sorted(tmp_path.glob("*.spfr"))
    found = {}
    for one in verify(out, packets):
        found.setdefault(one.code, []).append(one)
    assert not any(one.state == "fails" for many in found.values() for one in many)
    assert len(found["recomputed"]) == 1
    assert len(found["figures_printed"]) == 1
    assert len(found["mine_recorded"]) == len(packets) == 12
