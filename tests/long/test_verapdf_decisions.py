"""Part 8 is accessible and archivable, also with hostile words in every field (R-507).

Needs tools/setup-long.sh.
"""

import subprocess
from pathlib import Path

import pytest
from support.coresia_results import coresia
from support.decided import decided, hostile

from spf_assess.report import render_report

pytestmark = pytest.mark.long
VERAPDF = Path(__file__).resolve().parents[2] / ".venv" / "verapdf" / "verapdf"
WORDS = (
    "</p><b>x</b><img src='file:///etc/passwd'> {{ 7*7 }} & \"' 🤝 \u202egnirts\u202c"
    " שלום \x00\x1b\ufeff 漢字 " + "x" * 900
)


@pytest.mark.parametrize("language", ["en", "fr", "both"])
@pytest.mark.parametrize(
    "make", [decided, lambda: hostile(coresia(), WORDS)], ids=["decided", "hostile"]
)
def test_priorities_plan_and_what_became_pass(make, language, tmp_path):
    assert VERAPDF.is_file(), "run tools/setup-long.sh"
    out = tmp_path / "report.pdf"
    render_report(make(), language, out)
    done = subprocess.run(
        [VERAPDF, "ua1,3a", out], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASS") == 2, done.stdout
