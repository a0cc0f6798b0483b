"""Every kind of report is PDF/UA-1 and PDF/A-3a at once, in each language (R-507).

The validation model is set up by ``tools/setup-long.sh``.
"""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from support.coresia_results import GOVERNMENT, coresia, everyone, seat

from spf_assess.model import Answer, Item, Respondent
from spf_assess.report import render_report

VALIDATOR = Path(__file__).parents[2] / ".venv" / "verapdf" / "verapdf"
HOSTILE = "<b>\u202e 🤝 שלום {{ 7*7 }} file:///etc/passwd\n\t\x00 " + "x" * 2000
LONG = "A long comment of a member, as long as the packet allows. " * 68

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not VALIDATOR.exists(), reason="run tools/setup-long.sh first"),
]


def commenting(text: str):
    """Return a change that makes *text* the comment of every answer."""

    def change(_item: Item, _who: Respondent, answer: Answer) -> Answer:
        return replace(answer, comment=text, follow_ups={"F1": text})

    return change


CASES = {
    "empty": lambda: coresia(seats=()),
    "alone": lambda: coresia((seat(1, GOVERNMENT, organization="Ministry"),)),
    "normal": coresia,
    "core": lambda: coresia(sections=(), form="core"),
    "maximal": lambda: coresia(everyone(), (), change=commenting(LONG)),
    "hostile": lambda: coresia(change=commenting(HOSTILE), place=HOSTILE[:200]),
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("case", sorted(CASES))
def test_a_report_passes_both_standards(case, language, tmp_path):
    done = render_report(CASES[case](), language, tmp_path / "report.pdf")
    found = subprocess.run(
        [str(VALIDATOR), "ua1,3a", str(done.path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout
    assert found.stdout.count("PASS") == 2
