"""Sign-off: who signed, what changed since, one's own pages, the record printed."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from support.collected import collect
from support.desk import Desk, desk, said
from support.offices import rated
from support.plenary import EMPLOYERS, GOVERNMENT, WORKERS, Plenary, keeps

from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.desktop.pages.signing import SigningView
from spf_assess.desktop.tasks import RenderRecord
from spf_assess.exchange import receipt_words
from spf_assess.i18n import Words
from spf_assess.model import (
    N_,
    Changes,
    Constituency,
    Problem,
    Signature,
    Signed,
    Standing,
)

__all__ = ["desk"]
CLICK = Qt.MouseButton.LeftButton
RULES, RESULTS = Signed.RULES, Signed.RESULTS


@pytest.fixture
def plenary(desk: Desk, tmp_path: Path) -> Any:
    """Three groups after their discussion, open on the desk."""
    made = Plenary(tmp_path)
    made.second_round("3a.1")
    desk.open(made.file)
    yield made
    desk.hub.close()
    made.close()


@pytest.fixture
def view(desk: Desk, plenary: Plenary) -> SigningView:
    desk.look_at(place_of("signing"))
    found = desk.page.view("signing")
    assert isinstance(found, SigningView)
    return found


def key_of(plenary: Plenary, bench: Constituency) -> Path:
    return plenary.offices.folder / f"{bench.value}.spfa"


def signs_by_key(desk: Desk, view: SigningView, key: Path, signed: Signed) -> None:
    desk.chooser.paths = [key]
    QTest.mouseClick(view.cards[signed].key, CLICK)
    desk.settle()


def test_each_group_stands_there_in_words_and_silence_is_told_as_such(
    desk: Desk, view: SigningView
) -> None:
    for card in view.cards.values():
        assert [line.said for line in card.lines.values()] == ["not signed"] * 3
    told = said(view)
    assert told.count("Has not signed. This is no agreement and no refusal.") == 6
    assert view.warning == ""
    desk.speak(Words("fr"))
    assert "non signé" in said(view)


def test_a_group_signs_with_the_key_on_its_stick(
    desk: Desk, plenary: Plenary, view: SigningView
) -> None:
    view.cards[RESULTS].signer.field.setText("A. N. Other")
    signs_by_key(desk, view, key_of(plenary, WORKERS), RESULTS)
    assert view.cards[RESULTS].lines[WORKERS].said == "signed"
    assert any("Signed by key by A. N. Other" in text for text in said(view))
    assert view.cards[RESULTS].signer.text == ""
    assert view.cards[RULES].lines[WORKERS].said == "not signed"


def test_a_group_that_signed_and_then_changed_is_seen_at_a_glance(
    desk: Desk, plenary: Plenary, view: SigningView
) -> None:
    signs_by_key(desk, view, key_of(plenary, WORKERS), RESULTS)
    assert desk.hub.do(lambda open_: open_.state(keeps(WORKERS, "Not in practice.")))
    desk.settle()
    assert view.warning == (
        "The results: something was changed after these groups signed: Workers"
    )
    assert view.cards[RESULTS].lines[WORKERS].said == "signed, then changed"
    signs_by_key(desk, view, key_of(plenary, WORKERS), RESULTS)
    assert view.warning == ""
    assert view.cards[RESULTS].lines[WORKERS].said == "signed"
    assert len(plenary.file.proceedings.values(Signature)) == 2


def test_the_eight_words_of_what_stands_are_read_in_both_languages(
    desk: Desk, plenary: Plenary, view: SigningView
) -> None:
    for signed, card in view.cards.items():
        digest = plenary.file.signed_digest(signed)
        assert card.words.isVisible()
        assert card.words.said == tuple(
            f"{name}: {' '.join(receipt_words(digest, language))}"
            for name, language in (("English", "en"), ("Français", "fr"))
        )
    before = view.cards[RESULTS].words.said
    assert desk.hub.do(lambda open_: open_.state(keeps(WORKERS, "Not in practice.")))
    desk.settle()
    assert view.cards[RESULTS].words.said != before
    signs_by_key(desk, view, key_of(plenary, WORKERS), RESULTS)
    made = plenary.file.proceedings.values(Signature)[-1]
    told = view.cards[RESULTS].notice.said
    assert view.cards[RESULTS].notice.isVisible()
    for language in ("en", "fr"):
        assert " ".join(receipt_words(made.digest, language)) in told
    card = view.cards[RULES]
    QTest.mouseClick(card.paper, CLICK)
    assert not card.words.isVisible(), "they are read from the sheet alone"
    QTest.mouseClick(card.leave, CLICK)
    assert card.words.isVisible()


def test_a_group_that_signs_and_then_answers_otherwise_is_told_as_such(
    desk: Desk, plenary: Plenary, view: SigningView, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = "spf_assess.consultation.{}.now_iso"  # all after what is there by now
    monkeypatch.setattr(clock.format("signing"), lambda: "2126-01-01T10:00:00Z")
    signs_by_key(desk, view, key_of(plenary, WORKERS), RESULTS)
    monkeypatch.setattr(clock.format("importing"), lambda: "2126-01-01T11:00:00Z")
    monkeypatch.setattr(clock.format("proceedings"), lambda: "2126-01-01T09:00:00Z")
    plenary.file.state(keeps(EMPLOYERS, "Not in rural areas."))
    view.refresh()
    told = " ".join(said(view))
    assert "Something was changed after that. The signature stays under the" in told
    plenary.invited_again(WORKERS)
    assert desk.hub.do(
        lambda _open: plenary.answer(WORKERS, rated("3a.1", 4, 4)) or Changes()
    )
    view.refresh()
    told = " ".join(said(view))
    assert "After that the group itself gave other answers" in told
    desk.speak(Words("fr"))
    assert "le groupe lui-même a donné d'autres réponses" in " ".join(said(view))


def test_a_key_that_speaks_for_nobody_here_is_told_and_nothing_is_kept(
    desk: Desk, plenary: Plenary, view: SigningView, tmp_path: Path
) -> None:
    signs_by_key(desk, view, plenary.file.path, RULES)
    signs_by_key(desk, view, tmp_path / "pulled" / "stick.spfa", RULES)
    assert [one.code for one in desk.problems] == ["C-180", "S-101"]
    assert plenary.file.proceedings.values(Signature) == ()


def test_on_paper_the_words_of_the_sheet_are_typed_and_wrong_ones_told_beside_them(
    desk: Desk, plenary: Plenary, view: SigningView
) -> None:
    card = view.cards[RULES]
    QTest.mouseClick(card.paper, CLICK)
    assert card.group.focusProxy().hasFocus()
    QTest.keyClick(card.group.focusProxy(), Qt.Key.Key_Tab)
    assert card.typed.field.hasFocus()
    shown = set(" ".join(said(card)).split())
    words = receipt_words(plenary.file.signed_digest(RULES), "fr")
    assert not set(words) & shown  # they are read from the sheet alone
    card.group._choose(EMPLOYERS.value)
    card.typed.field.setText("abandon abandon")
    card.seen.field.setText("The secretariat")
    QTest.mouseClick(card.record, CLICK)
    assert "[C-185]" in card.typed.field.accessibleDescription()
    assert card.typed.field.hasFocus()
    assert plenary.file.proceedings.values(Signature) == ()
    card.typed.field.setText(" ".join(words).upper())
    card.seen.field.clear()
    QTest.mouseClick(card.record, CLICK)
    assert "[C-186]" in card.seen.field.accessibleDescription()
    card.seen.field.setText("The secretariat")
    QTest.keyClick(card.seen.field, Qt.Key.Key_Return)
    desk.settle()
    assert card.lines[EMPLOYERS].said == "signed"
    assert not card.typed.isVisible()
    assert card.paper.hasFocus()
    assert desk.problems == []


def test_a_group_reads_in_its_language_what_is_told_of_it_alone(
    desk: Desk, plenary: Plenary, view: SigningView
) -> None:
    pages = view.pages
    pages.group._choose(WORKERS.value)
    desk.settle()
    assert any(text.startswith("In practice: 1") for text in said(pages))
    assert not any(text.startswith("In practice: 4") for text in said(pages))
    pages.language._choose("fr")
    desk.settle()
    assert any(text.startswith("En pratique\u00a0: 1") for text in said(pages))


def test_pages_are_confirmed_sent_back_and_told_when_they_changed_since(
    desk: Desk, plenary: Plenary, view: SigningView
) -> None:
    pages = view.pages
    pages.group._choose(WORKERS.value)
    QTest.mouseClick(pages.confirm, CLICK)
    desk.settle()
    assert "confirmed" in said(pages)
    assert "– confirmed" in pages.which.currentText()
    pages.group._choose(GOVERNMENT.value)
    QTest.mouseClick(pages.back, CLICK)
    assert "Say in a sentence what is wrong on these pages." in said(pages)
    pages.remark.setPlainText("Our decree is missing.")
    QTest.mouseClick(pages.back, CLICK)
    desk.settle()
    assert any("Our decree is missing." in text for text in said(pages))
    assert pages.remark.text == ""
    desk.hub.do(lambda open_: open_.state(keeps(WORKERS, "Not in practice.")))
    pages.group._choose(WORKERS.value)
    desk.settle()
    assert "read, then changed" in said(pages)
    assert any("1 changed after reading" in text for text in said(pages))
    found = {
        (one.constituency, one.section): one.standing
        for one in plenary.file.readings()
        if one.confirmation is not None
    }
    assert found == {
        (WORKERS, "3a"): Standing.EARLIER,
        (GOVERNMENT, "3a"): Standing.HOLDS,
    }


def test_sections_are_gone_through_one_by_one(desk: Desk, view: SigningView) -> None:
    pages = view.pages
    assert not pages.before.isEnabled()
    first = pages.section
    QTest.mouseClick(pages.after, CLICK)
    assert pages.section != first
    pages.remark.setPlainText("Begun")
    QTest.mouseClick(pages.before, CLICK)
    assert pages.section == first
    assert pages.remark.text == ""


def test_nothing_is_read_while_the_first_round_is_open(
    desk: Desk, tmp_path: Path
) -> None:
    consultation, _seats = collect(tmp_path)
    page = desk.open(consultation)
    desk.look_at(place_of("signing"))
    view = page.view("signing")
    assert "Pages can be read once the first round is closed." in said(view)
    assert not view.pages.confirm.isVisible()
    assert any("This round is still open." in text for text in said(view))


class Child(QObject):
    """A child process as the page knows it; the test says what it does."""

    progress = Signal(str, int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        consultation: Path,
        out: Path,
        *,
        language: str,
        interface: str,
        more: list[str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        assert more == []  # the record has no editions
        self.given = (consultation, out, language, interface)

    words = ("record",)

    def start(self, at_work: object = None) -> None:
        """Nothing happens by itself."""
        assert at_work is None

    def cancel(self) -> None:
        """Stopped by the person; the process ends a moment later."""
        QTimer.singleShot(0, self.cancelled.emit)


def test_the_record_is_printed_with_progress_stopped_and_opened(
    desk: Desk, plenary: Plenary, view: SigningView, monkeypatch: Any
) -> None:
    record = view.record
    begun: list[Child] = []
    monkeypatch.setattr(
        record.rendering,
        "_kind",
        lambda *given, **more: begun.append(Child(*given, **more)) or begun[-1],
    )
    opened: list[Path] = []
    monkeypatch.setattr(record, "_open_path", lambda path: opened.append(path) or True)
    record.language._choose("fr")
    QTest.mouseClick(record.make, CLICK)
    assert begun[0].given[1].name.endswith(".record.fr.pdf")
    assert begun[0].given[2:] == ("fr", "en")
    assert record.cancel.hasFocus()
    begun[0].progress.emit("pages", 30, 90)
    assert "Rendering, 33%" in said(record)
    QTest.mouseClick(record.cancel, CLICK)
    desk.settle()
    assert "Stopped. Nothing half-written is left." in said(record)
    QTest.mouseClick(record.make, CLICK)
    begun[1].failed.emit(Problem("R-105", N_("There is no room.")))
    desk.settle()
    assert "There is no room. [R-105]" in said(record)
    QTest.mouseClick(record.make, CLICK)
    begun[2].finished.emit(record.out)
    desk.settle()
    assert f"The record is in {record.out}." in said(record)
    QTest.mouseClick(record.open, CLICK)
    assert opened == [record.out]


def test_the_record_is_made_by_its_own_command(tmp_path: Path, qapp: object) -> None:
    task = RenderRecord(tmp_path / "a.spfa", tmp_path / "a.pdf", language="fr")
    assert "record" in task._process.arguments()
    assert "report" not in task._process.arguments()


def test_a_file_opened_for_reading_only_is_not_signed(
    desk: Desk, plenary: Plenary, tmp_path: Path
) -> None:
    desk.hub.close()
    desk.open(plenary.offices.open(read_only=True))
    desk.look_at(place_of("signing"))
    view = desk.page.view("signing")
    assert not view.cards[RULES].key.isVisible()
    assert not view.pages.confirm.isVisible()
    assert view.record.make.isVisible()
