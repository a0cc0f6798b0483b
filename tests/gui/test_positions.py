"""Looking at the positions: nothing too early, everything in words, kept in place."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from support.collected import (
    COMMENTS,
    E,
    G,
    W,
    answers_of,
    collect,
    create,
    hand_in,
    invite_three,
    rating,
)
from support.desk import Desk, desk, said
from support.plenary import GOVERNMENT, WORKERS, Plenary
from support.reading import clipped_texts

from spf_assess.consultation import Consultation
from spf_assess.desktop.models.positions import Shown
from spf_assess.desktop.pages.facilitator import POSITIONS, REPORT
from spf_assess.desktop.pages.positions import PositionsView
from spf_assess.i18n import Words
from spf_assess.model import Constituency, Grade, RespondentKind

__all__ = ["desk"]
HOSTILE = '<img src="file:///etc/passwd"><b>bold</b> & "quotes" </td>'


@pytest.fixture
def view(desk: Desk, tmp_path: Path) -> PositionsView:
    """The positions of four seats that have all handed in."""
    consultation, _seats = collect(tmp_path)
    page = desk.open(consultation)
    desk.look_at(POSITIONS)
    return page.positions


@pytest.fixture
def early(desk: Desk, tmp_path: Path) -> Consultation:
    """Four seats of which only the government has handed in."""
    consultation = create(tmp_path)
    first = invite_three(consultation)[0]
    answers = answers_of(consultation.questionnaire, first, 0)
    seat = hand_in(consultation, first, answers, tmp_path / "first.spfr")
    consultation.import_packet(seat.packet)
    desk.open(consultation)
    desk.look_at(POSITIONS)
    return consultation


def test_nothing_is_shown_before_all_have_handed_in(
    desk: Desk, early: Consultation
) -> None:
    view = desk.page.positions
    assert view.gated
    told = " ".join(said(view))
    assert "1 of 4 responses are in" in told
    assert "Employers' Federation" in told
    assert "Trade Union Congress" in told
    assert "Ministry of Labour" not in told
    assert "Moderate" not in told
    assert view.model.rowCount() == 0


def test_going_on_all_the_same_is_remembered_while_the_file_is_open(
    desk: Desk, early: Consultation
) -> None:
    view = desk.page.positions
    view._gate.shown_anyway.emit()
    assert not view.gated
    assert view.model.headlines == 22
    desk.look_at(REPORT)
    desk.look_at(POSITIONS)
    assert not view.gated


def test_another_consultation_is_not_revealed_by_the_one_before(
    desk: Desk, early: Consultation, tmp_path: Path
) -> None:
    view = desk.page.positions
    view._gate.shown_anyway.emit()
    folder = tmp_path / "other"
    folder.mkdir()
    desk.open(create(folder))
    desk.look_at(POSITIONS)
    assert view.gated
    assert view.model.rowCount() == 0
    assert "Nobody has been invited yet" in said(view)


def test_with_nobody_in_there_is_nothing_to_show_all_the_same(
    desk: Desk, tmp_path: Path
) -> None:
    consultation = create(tmp_path)
    invite_three(consultation)
    page = desk.open(consultation)
    desk.look_at(POSITIONS)
    assert "Nobody has handed in yet" in said(page.positions)
    assert not page.positions._gate._show.isVisible()


def test_all_22_sections_stand_in_the_window_without_scrolling(
    desk: Desk, view: PositionsView
) -> None:
    table = view.table
    assert view.model.headlines == 22
    assert not table.stacked
    assert table.verticalScrollBar().value() == 0
    last = table.visualRect(view.model.index(21, 1))
    assert table.viewport().rect().contains(last)
    assert table.rowHeight(0) >= 24


def test_the_arrow_keys_lead_the_panel_from_section_to_section(
    desk: Desk, view: PositionsView
) -> None:
    view.take_focus()
    assert "3(a)  Universality" in said(view.details)
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    desk.settle()
    assert "3(b)  Entitlement by national law" in said(view.details)
    QTest.keyClick(view.table, Qt.Key.Key_End)
    desk.settle()
    assert "Paragraphs 19 to 24 · Monitoring and data" in said(view.details)


def test_the_panel_has_the_clause_and_the_groups_own_words_in_serif(
    desk: Desk, view: PositionsView
) -> None:
    view.table.go_to(view.model.row_of("3e"))
    desk.settle()
    serif = [
        label.text()
        for label in view.details.findChildren(QLabel)
        if label.font().family() == "Source Serif 4"
    ]
    assert serif == [
        "“social inclusion, including of persons in the informal economy;”",
        COMMENTS[G],
        COMMENTS[W],
    ]


def test_a_member_who_does_not_consent_is_not_quoted(
    desk: Desk, view: PositionsView
) -> None:
    view.table.go_to(view.model.row_of("3e"))
    desk.settle()
    assert COMMENTS[E] not in said(view.details)


def test_why_there_is_no_joint_level_is_said(desk: Desk, view: PositionsView) -> None:
    view.table.go_to(view.model.row_of("3e"))
    desk.settle()
    assert "none: positions more than one level apart" in said(view.details)
    view.table.go_to(view.model.row_of("3k"))
    desk.settle()
    told = said(view.details)
    assert "none: not all three groups rated" in told
    assert "Without a level from: Workers." in told
    assert "Don't know" in told


def test_law_and_practice_are_two_views_of_the_same_sections(
    desk: Desk, view: PositionsView
) -> None:
    row = view.model.row_of("3e")
    view.table.go_to(row)
    before = view.model.row(row).comparison.position(W).level
    view._segments._choose("law")
    desk.settle()
    assert view.model.row(row).comparison.position(W).level != before
    assert view.table.currentIndex().row() == row
    assert "law" in said(view.details)


def test_a_filter_keeps_the_section_looked_at_when_it_is_still_there(
    desk: Desk, view: PositionsView
) -> None:
    view.table.go_to(view.model.row_of("3h"))
    place = list(Shown).index(Shown.DIVERGENCE)
    button = view._filters.button(place)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert button.text() == "Divergence 8"
    assert view.model.rowCount() == 8
    assert view.model.row(view.table.currentIndex().row()).section.id == "3h"


def test_a_filter_that_nothing_passes_says_so(desk: Desk, view: PositionsView) -> None:
    view._find.setText("zebra")
    desk.settle()
    assert "No section fits the filter." in said(view)
    assert not view.table.isVisible()
    view._find.clear()
    desk.settle()
    assert view.table.isVisible()


def test_the_other_language_keeps_section_filter_and_scroll(
    desk: Desk, view: PositionsView
) -> None:
    desk.look_at(POSITIONS, (1366, 500))
    view.table.go_to(view.model.row_of("3q"))
    desk.settle()
    scrolled = view.table.verticalScrollBar().value()
    assert scrolled > 0
    desk.speak(Words("fr"))
    assert view.model.row(view.table.currentIndex().row()).section.id == "3q"
    assert view.table.verticalScrollBar().value() == scrolled
    assert "3\u00a0q)  Négociation, liberté syndicale" in said(view.details)
    assert view._filters.button(0).text() == "Toutes 29"


def test_a_divided_group_is_told(desk: Desk, tmp_path: Path) -> None:
    consultation = create(tmp_path)
    for number, level in enumerate((1, 2, 4)):
        seat, _invitation = consultation.invite(
            constituency=W, kind=RespondentKind.PERSON, organization=f"Union {number}"
        )
        item = consultation.questionnaire.item("3a.1")
        packet = tmp_path / f"{number}.spfr"
        made = hand_in(consultation, seat, [rating(item, level, Grade.B)], packet)
        consultation.import_packet(made.packet)
    page = desk.open(consultation)
    desk.look_at(POSITIONS)
    told = said(page.positions.details)
    assert "This group was itself divided." in told
    assert "Median of the members' answers." in told


def test_what_people_wrote_is_shown_letter_by_letter(
    desk: Desk, tmp_path: Path
) -> None:
    consultation = create(tmp_path)
    seat, _invitation = consultation.invite(
        constituency=G, kind=RespondentKind.BENCH, organization=HOSTILE
    )
    answer = rating(consultation.questionnaire.item("3a.1"), 3)
    made = hand_in(
        consultation, seat, [replace(answer, comment=HOSTILE)], tmp_path / "g.spfr"
    )
    consultation.import_packet(made.packet)
    page = desk.open(consultation)
    for place in range(4):
        desk.look_at(place)
        for label in desk.window.findChildren(QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText
    desk.look_at(POSITIONS)
    assert HOSTILE in said(page.positions.details)


def test_what_is_drawn_can_be_heard(desk: Desk, view: PositionsView) -> None:
    reader = QAccessible.queryAccessibleInterface(view.table)
    assert reader.role() == QAccessible.Role.Table
    assert reader.text(QAccessible.Text.Name) == "Positions by section"
    heard = [
        reader.child(place).text(QAccessible.Text.Name)
        for place in range(reader.childCount())
    ]
    assert "Workers: Don't know" in heard
    assert any(
        text.startswith("3(e) Social inclusion, practice: Government: 3, Moderate")
        for text in heard
    )


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_panel_is_readable_whole_for_every_section(
    desk: Desk, view: PositionsView, size: tuple[int, int], scale: float
) -> None:
    desk.choose_look(scale=scale)
    desk.look_at(POSITIONS, size)
    view._open()
    for row in range(view.model.rowCount()):
        view.table.go_to(row)
        desk.settle()
        assert clipped_texts(view) == []


def test_the_gate_speaks_of_the_round_it_stands_in(desk: Desk, tmp_path: Path) -> None:
    plenary = Plenary(tmp_path, {GOVERNMENT: 4, WORKERS: 1})
    plenary.file.invite(constituency=E, kind=RespondentKind.BENCH)
    desk.open(plenary.file)
    desk.look_at(POSITIONS)
    told = " ".join(said(desk.page.positions))
    assert "Round 1 is blind" in told
    for work, part in (
        (plenary.file.close_round, "The round is closed, and not everybody handed in."),
        (plenary.file.open_round, "Round 2 is open."),
    ):
        desk.hub.do(lambda _open, work=work: work())
        desk.settle()
        told = " ".join(said(desk.page.positions))
        assert part in told
        assert "Round 1 is blind" not in told
    desk.hub.close()
    plenary.close()


@pytest.mark.parametrize(
    ("levels", "some"),
    [({GOVERNMENT: 4, WORKERS: 1}, True), ({GOVERNMENT: 4, WORKERS: 1, E: 2}, False)],
)
def test_the_sign_of_a_missing_group_is_explained_where_it_stands(
    desk: Desk, tmp_path: Path, levels: dict[Constituency, int], *, some: bool
) -> None:
    plenary = Plenary(tmp_path, levels)
    plenary.file.close_round()
    desk.open(plenary.file)
    desk.look_at(POSITIONS)
    positions = desk.page.positions
    if positions.gated:
        positions._gate.shown_anyway.emit()
    told = " ".join(said(positions))
    assert ("× no answer handed in" in told) is some
    model = positions.model
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert ("×" in cells) is some
    desk.hub.close()
    plenary.close()


def test_nobodys_position_waits_for_an_observer(desk: Desk, tmp_path: Path) -> None:
    plenary = Plenary(tmp_path)
    plenary.file.invite(constituency=Constituency.OBSERVERS, kind=RespondentKind.PERSON)
    desk.open(plenary.file)
    desk.look_at(POSITIONS)
    assert not desk.page.positions.gated
    assert "3 of 4 responses are in" in " ".join(said(desk.window))
    desk.hub.close()
    plenary.close()
