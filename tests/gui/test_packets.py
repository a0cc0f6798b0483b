"""Packets come in by dialog or drop; each is told in a sentence, none is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from support.collected import (
    Seat,
    answers_of,
    collect,
    create,
    hand_in,
    invite_three,
)
from support.desk import Desk, desk, said

from spf_assess.consultation import Consultation
from spf_assess.desktop.pages.facilitator import PACKETS, PARTICIPANTS
from spf_assess.desktop.pages.packets import PacketsView
from spf_assess.exchange import read_packet
from spf_assess.i18n import Words
from spf_assess.model import N_, PacketState, Problem

__all__ = ["desk"]
CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def packets(tmp_path: Path) -> tuple[Consultation, list[Seat]]:
    """A consultation, and four packets that have not come in yet."""
    consultation = create(tmp_path)
    seats = [
        hand_in(
            consultation,
            respondent,
            answers_of(consultation.questionnaire, respondent, number),
            tmp_path / f"{number}.spfr",
        )
        for number, respondent in enumerate(invite_three(consultation))
    ]
    return consultation, seats


@pytest.fixture
def view(desk: Desk, packets: tuple[Consultation, list[Seat]]) -> PacketsView:
    """The packets page, nothing in yet."""
    page = desk.open(packets[0])
    desk.look_at(PACKETS)
    return page.packets


def bring_in(desk: Desk, qtbot, *paths: Path) -> None:
    view = desk.page.packets
    with qtbot.waitSignal(view.importing.ended):
        view.bring_in(paths)
    desk.settle()


def test_without_a_packet_the_page_says_how_one_comes(view: PacketsView) -> None:
    assert any(text.startswith("No packet yet.") for text in said(view))


def test_several_packets_come_in_by_one_dialog(
    desk: Desk, view: PacketsView, packets, qtbot
) -> None:
    desk.chooser.paths = [seat.packet for seat in packets[1]]
    with qtbot.waitSignal(view.importing.ended):
        QTest.mouseClick(view._bring, CLICK)
    desk.settle()
    assert desk.chooser.asked == ["Bring packets in"]
    assert view.news.title == "4 files: 4 accepted."
    assert view.news.sentences[0] == (
        "0.spfr: packet 1 of Government (Ministry of Labour) accepted."
    )
    assert view._model.rowCount() == 4
    assert all(row.handed_in for row in packets[0].board())


def test_packets_dropped_on_any_page_of_the_window_come_in(
    desk: Desk, view: PacketsView, packets, qtbot
) -> None:
    desk.look_at(PARTICIPANTS)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(seat.packet)) for seat in packets[1]])
    drop = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        data,
        CLICK,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(view.importing.ended):
        desk.window.dropEvent(drop)
    desk.settle()
    assert desk.page.tabs.currentIndex() == PACKETS
    assert view.news.title == "4 files: 4 accepted."


def test_a_damaged_packet_is_kept_aside_with_reason_code_and_what_to_do(
    desk: Desk, view: PacketsView, packets, qtbot, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.spfr"
    damaged.write_bytes(packets[1][0].packet.read_bytes()[:-50])
    bring_in(desk, qtbot, packets[1][1].packet, damaged)
    assert view.news.title == "2 files: 1 accepted, 1 kept aside."
    (sentence,) = [one for one in view.news.sentences if "damaged" in one]
    assert sentence.startswith("damaged.spfr: kept aside. This file ends too early")
    assert sentence.endswith("[X-103]")
    first = view._model.row(0)
    assert first.state is PacketState.QUARANTINED
    assert view.table.currentIndex().row() == 0
    assert any("Copy it again" in text and "[X-103]" in text for text in said(view))
    assert view._filters.button(3).text() == "Kept aside 1"


def test_a_packet_that_is_here_already_changes_nothing(
    desk: Desk, view: PacketsView, packets, qtbot
) -> None:
    bring_in(desk, qtbot, packets[1][0].packet)
    bring_in(desk, qtbot, packets[1][0].packet)
    assert view.news.title == "1 file: 1 already here."
    assert view.news.sentences == ("0.spfr: already here; nothing was changed.",)
    assert view._model.rowCount() == 1


def test_the_older_of_two_packets_is_kept_as_replaced_whichever_comes_first(
    desk: Desk, view: PacketsView, packets, qtbot, tmp_path: Path
) -> None:
    consultation, seats = packets
    old = seats[0]
    new = hand_in(
        consultation,
        old.respondent,
        answers_of(consultation.questionnaire, old.respondent, 0)[:5],
        tmp_path / "new.spfr",
        seed=old.seed,
        seq=2,
        prev=read_packet(old.packet.read_bytes()).digest,
    )
    bring_in(desk, qtbot, new.packet, old.packet)
    assert view.news.title == "2 files: 1 accepted, 1 replaced."
    assert (
        "A later one is here and counts; this one is kept." in (view.news.sentences[1])
    )
    assert view._filters.button(2).text() == "Replaced 1"


def test_a_stick_that_was_pulled_out_is_told_and_the_others_come_in(
    desk: Desk, view: PacketsView, packets, qtbot, tmp_path: Path
) -> None:
    bring_in(desk, qtbot, tmp_path / "stick" / "gone.spfr", packets[1][0].packet)
    assert view.news.title == "2 files: 1 accepted, 1 not brought in."
    assert view.news.sentences[0] == (
        "Not brought in. gone.spfr is not there any more. Choose the file again."
        " [F-101]"
    )
    assert view._model.rowCount() == 1


def test_cancelling_leaves_the_rest_and_keeps_what_came_in(
    desk: Desk, view: PacketsView, packets, qtbot
) -> None:
    view.importing.most = 1  # however fast this computer is
    view.importing.brought_in.connect(
        lambda _record, done, _of: view.news.cancelled.emit() if done == 2 else None
    )
    bring_in(desk, qtbot, *(seat.packet for seat in packets[1]))
    assert view.news.title == "2 files: 2 accepted. 2 files were not brought in."
    assert sum(row.handed_in for row in packets[0].board()) == 2
    assert not view.importing.running


def test_cancelling_amid_a_handful_tells_all_that_is_in(
    desk: Desk, view: PacketsView, packets, qtbot
) -> None:
    view.importing._pace = lambda _took: None
    view.importing.brought_in.connect(
        lambda _record, done, _of: view.news.cancelled.emit() if done == 1 else None
    )
    view.importing.began.connect(lambda: setattr(view.importing, "_few", 3))
    bring_in(desk, qtbot, *(seat.packet for seat in packets[1]))
    assert view.news.title == "3 files: 3 accepted. 1 file was not brought in."
    assert sum(row.handed_in for row in packets[0].board()) == 3


def test_what_came_in_together_is_taken_back_together(
    desk: Desk, view: PacketsView, packets, qtbot
) -> None:
    view.importing.most = 1
    bring_in(desk, qtbot, *(seat.packet for seat in packets[1][:3]))
    bring_in(desk, qtbot, packets[1][3].packet)
    first, second = packets[0].batches()
    assert (len(first.told["packets"]), len(second.told["packets"])) == (3, 1)
    packets[0].undo_import(first.number)
    assert sum(row.handed_in for row in packets[0].board()) == 1


def test_while_packets_come_in_their_number_is_told_and_the_window_lives(
    desk: Desk, view: PacketsView, packets, qtbot
) -> None:
    titles = []
    view.importing.brought_in.connect(
        lambda *_what: titles.append((view.news.title, view.news._cancel.isVisible()))
    )
    bring_in(desk, qtbot, *(seat.packet for seat in packets[1]))
    assert titles[:2] == [("Bringing in 1 of 4", True), ("Bringing in 2 of 4", True)]
    assert not view.news._cancel.isVisible()


def test_when_the_consultation_cannot_be_written_nothing_more_comes_in(
    desk: Desk, view: PacketsView, packets, qtbot, monkeypatch
) -> None:
    def refuse(_paths: list[Path], _batch: int) -> None:
        raise Problem("S-121", N_("The disk is full."))

    monkeypatch.setattr(packets[0], "import_some", refuse)
    bring_in(desk, qtbot, *(seat.packet for seat in packets[1]))
    assert [problem.code for problem in desk.problems] == ["S-121"]
    assert view.news.title == "4 files were not brought in."
    assert "[S-121]" in desk.window.notice.said


def test_two_keys_for_one_seat_wait_until_the_facilitator_chooses(
    desk: Desk, view: PacketsView, packets, qtbot, tmp_path: Path
) -> None:
    consultation, seats = packets
    first = seats[0]
    answers = answers_of(consultation.questionnaire, first.respondent, 0)[:3]
    rival = hand_in(consultation, first.respondent, answers, tmp_path / "rival.spfr")
    bring_in(desk, qtbot, first.packet, rival.packet)
    assert view._filters.button(3).text() == "Kept aside 2"
    names = [view._model.row(row).file_name for row in range(2)]
    view.table.go_to(names.index("0.spfr"))
    assert view._details._trust.isVisible()
    QTest.mouseClick(view._details._trust, CLICK)
    dialog = view.findChild(_ask())
    QTest.mouseClick(dialog.yes_button, CLICK)
    desk.settle()
    states = {one.file_name: one.state for one in consultation.packets()}
    assert states["0.spfr"] is PacketState.ACCEPTED
    assert states["rival.spfr"] is PacketState.QUARANTINED


def _ask() -> type:
    from spf_assess.desktop.parts.dialogs import Ask

    return Ask


def test_a_packet_shows_the_eight_words_of_its_receipt_in_both_languages(
    desk: Desk, tmp_path: Path
) -> None:
    from spf_assess.exchange import receipt_words

    consultation, _seats = collect(tmp_path)
    page = desk.open(consultation)
    desk.look_at(PACKETS)
    digest = page.packets._model.row(0).digest
    told = said(page.packets)
    for language, name in (("en", "English"), ("fr", "Français")):
        words = " ".join(receipt_words(digest, language))
        assert f"{name}: {words}" in told


def test_what_came_in_is_said_anew_in_the_other_language(
    desk: Desk, view: PacketsView, packets, qtbot
) -> None:
    bring_in(desk, qtbot, packets[1][0].packet)
    desk.speak(Words("fr"))
    assert view.news.title == "1 fichier\u00a0: 1 accepté."
    (sentence,) = view.news.sentences
    assert sentence.startswith("0.spfr\u00a0: paquet")
    assert "Gouvernement (Ministry of Labour)" in sentence


def test_a_file_name_full_of_markup_is_shown_letter_by_letter(
    desk: Desk, view: PacketsView, packets, qtbot, tmp_path: Path
) -> None:
    strange = tmp_path / "<img src=x> & co.spfr"
    strange.write_bytes(packets[1][0].packet.read_bytes())
    bring_in(desk, qtbot, strange)
    assert "<img src=x> & co.spfr" in said(view)
