"""Invitations on paper pass PDF/UA-1 and PDF/A-3a, whatever names they carry."""

import subprocess
from pathlib import Path

import pytest

from spf_assess.consultation import Consultation
from spf_assess.model import (
    Constituency,
    Organization,
    Preparation,
    RespondentKind,
    Text,
)

pytestmark = pytest.mark.long
VERAPDF = Path(__file__).resolve().parents[2] / ".venv" / "verapdf" / "verapdf"
HOSTILE = "</p><b>x</b> {{ 7*7 }} & \"' 🤝 שלום 漢字 http://127.0.0.1:9/ " + "x" * 99


@pytest.mark.parametrize("name", ["Union Congress", HOSTILE])
def test_invitations_in_both_languages_pass(name, tmp_path):
    assert VERAPDF.is_file(), "run tools/setup-long.sh"
    out = tmp_path / "invitations.pdf"
    with Consultation.create(
        tmp_path / "made.spfa",
        title=Text.of(en=name, fr=name),
        country=Text.of(en=name, fr=name),
        place=name,
        fictitious=True,
    ) as made:
        unions = Organization("u", Constituency.WORKERS, name, 2, language="fr")
        consent = Text.of(en=name, fr=name)
        made.prepare(Preparation(organizations=(unions,), consent_named=consent))
        made.seat_organizations()
        made.invite(
            constituency=Constituency.OBSERVERS, kind=RespondentKind.BENCH, name=name
        )
        seats = [one.id for one in made.respondents()]
        assert made.print_invitations(seats, out, "en").pages >= len(seats)
    done = subprocess.run(
        [VERAPDF, "ua1,3a", out], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASS") == 2, done.stdout
