"""The preparation of a consultation as it looks, with something still open."""

from pathlib import Path

import pytest
from support.collected import create
from support.desk import Desk, desk
from support.golden import check_picture

from spf_assess.desktop.pages.facilitator import PREPARATION
from spf_assess.i18n import Words
from spf_assess.model import Constituency, Organization, Preparation, Text

__all__ = ["desk"]
ORGANIZATIONS = (
    Organization("g", Constituency.GOVERNMENT, "Ministry of Labour", 3, together=True),
    Organization("e", Constituency.EMPLOYERS, "Employers' Federation", 2),
    Organization("w", Constituency.WORKERS, "Trade Union Congress", 3),
)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_consultation_being_prepared(
    desk: Desk, tmp_path: Path, language: str
) -> None:
    consultation = create(tmp_path)
    named = Text.of(en="You may print my name.", fr="")
    consultation.prepare(
        Preparation(
            begins_on="2027-03-30",
            ends_on="2027-03-31",
            organizations=ORGANIZATIONS,
            consent_named=named,
        )
    )
    desk.open(consultation)
    desk.speak(Words(language))
    desk.look_at(PREPARATION, (1366, 2820))
    desk.page.preparation.start.setFocus()
    desk.settle()
    check_picture(desk.page.preparation, f"preparation-{language}", tmp_path)
