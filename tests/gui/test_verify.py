"""Checking a published report in the window, by keyboard, in either language."""

import pytest
from PySide6.QtWidgets import QApplication
from support.answering import seat
from support.offices import Offices
from support.published import publish, rewritten

from spf_assess.i18n import Words

__all__ = ["seat"]


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    made = publish(Offices(tmp_path_factory.mktemp("published")))
    yield made
    made.file.close()


@pytest.fixture
def page(seat):
    seat.window.show_page("start")
    seat.settle()
    return seat


def checks(page, path):
    page.chooser.paths = [path]
    page.person.presses("Check a report")
    page.settle()
    return page.window.page("verify")


def test_a_report_that_holds_is_told_with_my_packet_in_it(page, published):
    shown = checks(page, published.report("en"))
    assert page.person.perceives("Everything that was checked holds.")
    assert QApplication.focusWidget() is shown.own
    page.chooser.paths = [published.packet(), published.invitation()]
    page.person.presses("Add your packet or invitation…")
    page.settle()
    said = " ".join(shown.sentences)
    assert "Union.spfr: this packet is in the list" in said
    assert "Union.spfi: the report is signed by the same consultation" in said
    assert not shown.bad.isVisible()


def test_what_does_not_hold_is_told_first_and_in_the_line(page, published, tmp_path):
    path = rewritten(
        published.report("en"), tmp_path / "other.pdf", {"rules.json": None}
    )
    shown = checks(page, path)
    assert shown.bad.isVisible()
    assert "Not everything holds (1)." in shown.bad.said
    wrong = [one for one in shown.sentences if one.startswith("NOT OK: ")]
    assert len(wrong) == 1
    assert "rules.json is named by the manifest and is not attached" in wrong[0]


def test_another_language_says_all_of_it_anew(page, published):
    shown = checks(page, published.report("en"))
    page.hub.speak(Words("fr"))
    page.settle()
    assert page.person.perceives("Tout ce qui a été vérifié est en ordre.")
    assert not any("manifest is" in one for one in shown.sentences)
    page.hub.speak(Words("en"))


def test_what_is_no_report_is_told_and_nothing_can_be_laid_beside_it(page, tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF-1.4\nsomebody's letter")
    shown = checks(page, path)
    assert len(shown.sentences) == 1
    assert "Ask for the file as it was published." in shown.sentences[0]
    assert not shown.own.isVisible()


def test_a_file_that_is_gone_is_told_and_the_page_stays_as_it_was(page, published):
    shown = checks(page, published.report("en"))
    before = shown.sentences
    page.chooser.paths = [published.folder / "gone.spfr"]
    page.person.presses("Add your packet or invitation…")
    page.settle()
    assert shown.sentences == before
    page.chooser.paths = [published.packet()]
    page.person.presses("Add your packet or invitation…")
    assert len(shown.sentences) > len(before)
