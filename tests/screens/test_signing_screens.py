"""Sign-off as it was looked at and agreed: one group signed, then something changed."""

import time
from pathlib import Path
from unittest.mock import patch

import pytest
from support.collected import CAME_IN, collect
from support.desk import Desk, desk
from support.golden import check_picture

from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.exchange import receipt_words
from spf_assess.i18n import Words
from spf_assess.model import Constituency, Decision, Signed, Stance

__all__ = ["desk"]
GOVERNMENT, WORKERS = Constituency.GOVERNMENT, Constituency.WORKERS


@pytest.fixture(autouse=True)
def _the_same_moment(monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    said = "spf_assess.desktop.pages.signing_words.eight_words"
    with (
        patch("spf_assess.consultation.signing.now_iso", lambda: CAME_IN),
        patch(said, lambda _digest, name: " ".join(receipt_words("0f" * 32, name))),
    ):
        yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_group_that_signed_and_then_changed(
    desk: Desk, tmp_path: Path, language: str
) -> None:
    file, _seats = collect(tmp_path)
    file.close_round()
    for bench in (GOVERNMENT, WORKERS):
        if bench is GOVERNMENT:
            words = receipt_words(file.signed_digest(Signed.RULES), "en")
            file.sign_on_paper(Signed.RULES, bench, words, attestation="Port Alma")
        words = receipt_words(file.signed_digest(Signed.RESULTS), "en")
        file.sign_on_paper(Signed.RESULTS, bench, words, attestation="Port Alma")
        if bench is GOVERNMENT:
            reserved = Stance(1, "3e.1", WORKERS, Decision.KEEP, reservation="Not so.")
            file.proceedings.record(reserved)
    desk.open(file)
    desk.speak(Words(language))
    desk.look_at(place_of("signing"), (1366, 1100))
    pages = desk.page.view("signing").pages
    pages.group._choose(WORKERS.value)
    pages.which.setCurrentIndex(pages.which.findData("3e"))
    pages.which.activated.emit(pages.which.currentIndex())
    desk.page.tabs.setFocus()
    desk.settle()
    check_picture(desk.window, f"facilitator-signing-{language}", tmp_path)
