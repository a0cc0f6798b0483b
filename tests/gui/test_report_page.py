"""The report: language and place chosen, made aside, told in words, nothing lost."""

import json
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from support.collected import collect, hand_in
from support.desk import Desk, desk, said

from spf_assess.desktop.pages import report, report_render
from spf_assess.desktop.pages.facilitator import PARTICIPANTS, REPORT
from spf_assess.desktop.pages.report import ReportView
from spf_assess.exchange import read_packet, receipt_words
from spf_assess.i18n import Words
from spf_assess.model import N_, Edition, Problem

__all__ = ["desk"]
CLICK = Qt.MouseButton.LeftButton


class Child(QObject):
    """A child process as the page knows it; the test says what it does."""

    progress = Signal(str, int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    begun: ClassVar[list["Child"]] = []

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
        self.more = more
        self.given = (consultation, out, language, interface)
        self.stopped = False
        self.words = ["report"]
        Child.begun.append(self)

    def start(self, at_work: object = None) -> None:
        """Nothing happens by itself."""
        assert at_work is None

    def cancel(self) -> None:
        """Stopped by the person; the process ends a moment later."""
        self.stopped = True
        QTimer.singleShot(0, self.cancelled.emit)


@pytest.fixture
def children(monkeypatch) -> list[Child]:
    monkeypatch.setattr(report_render, "Render", Child)
    monkeypatch.setattr(report, "Render", Child)
    Child.begun = []
    return Child.begun


@pytest.fixture
def view(desk: Desk, tmp_path: Path, children: list[Child]) -> ReportView:
    consultation, _seats = collect(tmp_path)
    page = desk.open(consultation)
    desk.look_at(REPORT)
    return page.report


def test_the_report_goes_beside_the_consultation_unless_told_otherwise(
    desk: Desk, view: ReportView, tmp_path: Path
) -> None:
    assert view.out == tmp_path / "coresia.report.en.pdf"
    assert "coresia.report.en.pdf" in said(view)
    desk.chooser.paths = [tmp_path / "Rapport été.pdf"]
    QTest.mouseClick(view._form.where, CLICK)
    assert view.out == tmp_path / "Rapport été.pdf"


def test_language_of_the_report_and_of_the_window_are_two_choices(
    desk: Desk, view: ReportView, children: list[Child], tmp_path: Path
) -> None:
    view._form.language._choose("fr")
    assert view.out.name == "coresia.report.fr.pdf"
    QTest.mouseClick(view._make, CLICK)
    (child,) = children
    assert child.given == (
        tmp_path / "coresia.spfa",
        tmp_path / "coresia.report.fr.pdf",
        "fr",
        "en",
    )
    assert "Make the report" in said(view)
    child.cancelled.emit()


def test_how_far_it_is_and_how_to_stop_stand_there_while_it_is_made(
    desk: Desk, view: ReportView, children: list[Child]
) -> None:
    QTest.mouseClick(view._make, CLICK)
    (child,) = children
    assert view._cancel.hasFocus()
    assert not view._make.isVisible()
    child.progress.emit("pages", 30, 90)
    assert "Laying out the pages, 33%" in said(view)
    desk.look_at(PARTICIPANTS)
    desk.look_at(REPORT)
    assert "Laying out the pages, 33%" in said(view)
    QTest.mouseClick(view._cancel, CLICK)
    desk.settle()
    assert "Stopped. Nothing half-written is left." in said(view)
    assert view._make.isVisible()
    assert not view._open.isVisible()


def test_the_pdf_and_its_folder_are_opened_by_the_system(
    desk: Desk, view: ReportView, children: list[Child], monkeypatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(view, "_open_path", lambda path: opened.append(path) or True)
    QTest.mouseClick(view._make, CLICK)
    children[0].finished.emit(view.out)
    desk.settle()
    assert f"The report is in {view.out}." in said(view)
    assert view._open.hasFocus()
    QTest.mouseClick(view._open, CLICK)
    QTest.mouseClick(view._show_folder, CLICK)
    assert opened == [view.out, view.out.parent]


def test_what_went_wrong_is_told_with_its_code_and_one_can_try_again(
    desk: Desk, view: ReportView, children: list[Child]
) -> None:
    QTest.mouseClick(view._make, CLICK)
    children[0].failed.emit(Problem("F-110", N_("No space is left on the disk.")))
    desk.settle()
    assert "No space is left on the disk. [F-110]" in said(view)
    assert view._make.isVisible()
    assert view._make.hasFocus()
    QTest.mouseClick(view._make, CLICK)
    assert len(children) == 2
    assert "No space is left on the disk. [F-110]" not in said(view)
    children[1].cancelled.emit()


def test_a_folder_that_vanished_is_told_before_anything_is_begun(
    desk: Desk, view: ReportView, children: list[Child], tmp_path: Path
) -> None:
    desk.chooser.paths = [tmp_path / "stick" / "report.pdf"]
    QTest.mouseClick(view._form.where, CLICK)
    QTest.mouseClick(view._make, CLICK)
    assert children == []
    assert any("[D-301]" in text for text in said(view))


def test_an_older_report_of_this_name_is_announced_before_it_is_replaced(
    desk: Desk, view: ReportView
) -> None:
    view.out.write_bytes(b"%PDF older")
    desk.look_at(PARTICIPANTS)
    view._form.language._choose("fr")
    view._form.language._choose("en")
    desk.look_at(REPORT)
    assert "A file of this name is there and will be replaced." in said(view)


def test_only_one_report_is_made_at_a_time(
    desk: Desk, view: ReportView, children: list[Child]
) -> None:
    view.make()
    view.make()
    assert len(children) == 1
    children[0].cancelled.emit()


def test_the_other_language_keeps_what_is_being_made(
    desk: Desk, view: ReportView, children: list[Child]
) -> None:
    QTest.mouseClick(view._make, CLICK)
    children[0].progress.emit("drawing", 4, 9)
    desk.speak(Words("fr"))
    assert "Écriture du PDF, 44\u00a0%" in said(view)
    assert view.rendering.running
    children[0].failed.emit(Problem("F-110", N_("No space is left on the disk.")))
    desk.speak(Words("en"))
    assert "No space is left on the disk. [F-110]" in said(view)


def test_the_export_holds_the_results(
    desk: Desk, view: ReportView, tmp_path: Path
) -> None:
    desk.chooser.paths = [tmp_path / "out.json"]
    QTest.mouseClick(view._beside.export, CLICK)
    plain = json.loads((tmp_path / "out.json").read_bytes())
    assert plain == json.loads(json.dumps(desk.hub.consultation.export_json()))
    assert f"The export is in {tmp_path / 'out.json'}." in said(view)


def test_an_export_that_cannot_be_written_is_told_with_its_code(
    desk: Desk, view: ReportView, tmp_path: Path
) -> None:
    desk.chooser.paths = [tmp_path / "stick" / "out.json"]
    QTest.mouseClick(view._beside.export, CLICK)
    assert any("[F-111]" in text for text in said(view))


def test_a_packet_is_checked_without_bringing_it_in(
    desk: Desk, view: ReportView, tmp_path: Path
) -> None:
    packet = next(tmp_path.glob("0-*.spfr"))
    desk.chooser.paths = [packet]
    before = desk.hub.consultation.packets()
    QTest.mouseClick(view._beside.verify, CLICK)
    told = "\n".join(said(view))
    assert f"{packet.name}: the signature is right." in told
    digest = read_packet(packet.read_bytes()).digest
    assert " ".join(receipt_words(digest, "en")) in told
    assert " ".join(receipt_words(digest, "fr")) in told
    assert desk.hub.consultation.packets() == before


def test_a_changed_packet_is_called_unsound_with_the_reason(
    desk: Desk, view: ReportView, tmp_path: Path
) -> None:
    data = next(tmp_path.glob("0-*.spfr")).read_bytes()
    changed = tmp_path / "changed.spfr"
    changed.write_bytes(data.replace(b"Ministry", b"Mimistry"))
    desk.chooser.paths = [changed]
    QTest.mouseClick(view._beside.verify, CLICK)
    told = said(view)
    assert "changed.spfr is damaged." in told
    assert any("[X-" in text for text in told)


def test_another_consultation_takes_nothing_over(
    desk: Desk, view: ReportView, children: list[Child], tmp_path: Path
) -> None:
    QTest.mouseClick(view._make, CLICK)
    folder = tmp_path / "other"
    folder.mkdir()
    other, _seats = collect(folder)
    desk.open(other)
    desk.look_at(REPORT)
    assert not view.rendering.running
    assert children[0].stopped
    assert view._make.isVisible()
    assert view.out.parent == folder
    assert "Stopped. Nothing half-written is left." not in said(view)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_edition_chosen_is_saved_as_a_document_to_edit(
    desk: Desk, tmp_path: Path, qtbot, language: str
) -> None:
    consultation, _seats = collect(tmp_path)
    page = desk.open(consultation)
    words = Words(language)
    desk.speak(words)
    desk.look_at(REPORT)
    view, out = page.report, tmp_path / "Pour la ministre.docx"
    view._form.edition.setCurrentIndex(1)  # the brief
    desk.chooser.paths = [out]
    QTest.mouseClick(view._beside.document, CLICK)
    assert view.rendering.running
    qtbot.waitUntil(lambda: not view.rendering.running, timeout=60_000)
    assert out.read_bytes().startswith(b"PK")
    assert words("The document is in {file}.", file=str(out)) in " ".join(said(view))
    assert view._open.said == words("Open the document")


@pytest.fixture
def willing(desk: Desk, tmp_path: Path, children: list[Child]) -> ReportView:
    """The workers' group agreed to be quoted, one of the employers to everything."""
    consultation, seats = collect(tmp_path)
    for seat, agreed in ((seats[3], {}), (seats[1], {"consent_named": True})):
        who = replace(seat.respondent, consent_quoted=True, **agreed)
        again = replace(seat, respondent=who)
        before = read_packet(seat.packet.read_bytes())
        out = tmp_path / f"again-{who.id[:4]}.spfr"
        hand_in(
            consultation,
            who,
            before.answers,
            out,
            seed=again.seed,
            seq=2,
            prev=before.digest,
        )
        consultation.import_packet(out)
    page = desk.open(consultation)
    desk.look_at(REPORT)
    return page.report


def picks(view: ReportView, edition: Edition) -> None:
    picking = view._form.edition
    listed = [picking.itemData(row)[0] for row in range(picking.count())]
    picking.setCurrentIndex(listed.index(edition.value))
    picking.activated.emit(picking.currentIndex())


def test_a_groups_own_answers_are_made_and_nobodys_who_is_a_person(
    desk: Desk, willing: ReportView, children: list[Child]
) -> None:
    picks(willing, Edition.PARTICIPANT)
    whose = willing._form.whose
    (told,) = [whose.itemText(row) for row in range(whose.count())]
    assert told == "Workers: Trade Union Congress"
    assert willing.out.stem.endswith(f"participant-{whose.currentData()[:8]}")
    QTest.mouseClick(willing._make, CLICK)
    (child,) = children
    assert child.more[:3] == ["--edition", "participant", "--respondent"]
    assert child.more[3] == whose.currentData()
    child.cancelled.emit()


def test_where_no_group_agreed_nothing_is_made_and_the_reason_stands_there(
    desk: Desk, view: ReportView, children: list[Child]
) -> None:
    picks(view, Edition.PARTICIPANT)
    desk.settle()
    for button in (view._make, view._preview, view._beside.document):
        assert not button.isEnabled()
    assert any("Nobody's answers can be printed" in one for one in said(view))
    picks(view, Edition.RECORD)
    assert view._make.isEnabled()
    QTest.mouseClick(view._make, CLICK)
    assert children[0].more == ["--edition", "record"]
    children[0].cancelled.emit()


@pytest.mark.parametrize("edition", Edition)
def test_every_edition_stands_in_the_list(view: ReportView, edition: Edition) -> None:
    listed = [view._form.edition.itemData(row)[0] for row in range(9)]
    assert edition.value in listed


def test_a_section_can_be_chosen_where_an_edition_can_be_narrowed(
    view: ReportView,
) -> None:
    view._form.part.setCurrentIndex(2)
    section = view._form.part.currentData()
    for row in range(view._form.edition.count()):
        view._form.edition.setCurrentIndex(row)
        view._form.edition.activated.emit(row)
        options = view._form.options
        narrows = options.edition in ("full", "constituency", "participant")
        assert options.sections == ((section,) if narrows else ())
        assert view._form.part.isVisible() == narrows


def test_the_questionnaire_is_printed_from_here_and_one_comes_back(
    desk: Desk, view: ReportView
) -> None:
    QTest.mouseClick(view._beside.paper, CLICK)
    assert desk.window.page_name == "paper"
    QTest.mouseClick(desk.window.page("paper")._back, CLICK)
    assert desk.window.page_name == "facilitator"
