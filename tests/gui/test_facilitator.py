"""The facilitator's page as a whole: reachable, named, whole at every size."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from support.collected import answers_of, collect, create, hand_in, invite_three
from support.desk import Desk, desk, said
from support.person import Person
from support.reading import Pseudo, clipped_texts, overlapping, small_targets

from spf_assess.desktop.pages.facilitator import (
    PACKETS,
    PARTICIPANTS,
    POSITIONS,
    PREPARATION,
    REPORT,
    FacilitatorPage,
)
from spf_assess.desktop.pages.facilitator_views import TABS
from spf_assess.i18n import Words
from spf_assess.model import Changes

__all__ = ["desk"]
PLACES = (PREPARATION, PARTICIPANTS, PACKETS, POSITIONS, REPORT)
SIZES = ((1366, 768), (1024, 768))
LANGUAGES = {"en": lambda: Words("en"), "fr": lambda: Words("fr"), "pseudo": Pseudo}


@pytest.fixture
def page(desk: Desk, tmp_path: Path) -> FacilitatorPage:
    """A consultation with four seats in and one damaged packet aside."""
    consultation, seats = collect(tmp_path)
    damaged = tmp_path / "damaged.spfr"
    damaged.write_bytes(seats[0].packet.read_bytes()[:-50])
    consultation.import_packet(damaged)
    return desk.open(consultation)


def states(page: FacilitatorPage, place: int) -> list[str]:
    """What can be brought to the front of a tab: the page itself, form, panel."""
    found = ["as it is"]
    if place == PARTICIPANTS:
        found += ["form", "person", "errors"]
    if place in (PACKETS, POSITIONS, PARTICIPANTS):
        found.append("panel")
    if place == PACKETS:
        found.append("news")
    return found


def bring(page: FacilitatorPage, place: int, state: str, folder: Path, qtbot) -> None:
    views = {
        PARTICIPANTS: page.participants,
        PACKETS: page.packets,
        POSITIONS: page.positions,
    }
    view = views.get(place)
    if state == "panel":
        view._halves.open_panel()
    elif state == "news":
        with qtbot.waitSignal(page.packets.importing.ended):
            page.packets.bring_in([*folder.glob("*.spfr"), folder / "gone.spfr"])
    elif state != "as it is":
        page.participants.begin_seat()
        if state == "person":
            page.participants.form._kind._choose("person")
        elif state == "errors":
            page.participants.form._women.number.setValue(3)
            QTest.mouseClick(page.participants.form._add, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("language", "scale"), [("en", 1.0), ("fr", 1.0), ("pseudo", 1.0), ("fr", 2.0)]
)
def test_every_word_can_be_read_whole(
    desk: Desk,
    page: FacilitatorPage,
    tmp_path: Path,
    qtbot,
    place: int,
    size: tuple[int, int],
    language: str,
    scale: float,
) -> None:
    desk.choose_look(scale=scale)
    desk.speak(LANGUAGES[language]())
    desk.look_at(place, size)
    for state in states(page, place):
        if state != "as it is":
            bring(page, place, state, tmp_path, qtbot)
            desk.settle()
        assert (state, clipped_texts(desk.window)) == (state, [])
        assert (state, overlapping(page)) == (state, [])
        assert (state, small_targets(page)) == (state, [])
    assert desk.window.size().width() == size[0]
    assert desk.window.size().height() == size[1]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", [PARTICIPANTS, PACKETS, POSITIONS])
def test_no_table_scrolls_sideways_or_cuts_a_cell(
    desk: Desk, page: FacilitatorPage, place: int, size: tuple[int, int], scale: float
) -> None:
    desk.choose_look(scale=scale)
    desk.speak(Words("fr"))
    desk.look_at(place, size)
    views = {
        PARTICIPANTS: page.participants,
        PACKETS: page.packets,
        POSITIONS: page.positions,
    }
    table = views[place].table
    shown = [
        column
        for column in range(table.model().columnCount())
        if not table.isColumnHidden(column)
    ]
    total = sum(table.columnWidth(column) for column in shown)
    assert total <= table.viewport().width()
    for column in shown:
        for row in range(table.model().rowCount()):
            index = table.model().index(row, column)
            hint = table.itemDelegate().sizeHint(None, index)
            assert table.rowHeight(row) + 3 >= hint.height()
            if place == POSITIONS:
                assert table.columnWidth(column) >= hint.width()


def test_the_tabs_are_tabs_to_the_keyboard_and_to_a_screen_reader(
    desk: Desk, page: FacilitatorPage
) -> None:
    desk.look_at(PARTICIPANTS)
    reader = QAccessible.queryAccessibleInterface(page.tabs)
    assert reader.role() == QAccessible.Role.PageTabList
    names = [
        reader.child(place).text(QAccessible.Text.Name)
        for place in range(reader.childCount())
        if reader.child(place).role() == QAccessible.Role.PageTab
    ]
    assert names == [tab.title for tab in TABS]
    page.tabs.setFocus()
    QTest.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page.tabs.currentIndex() == PACKETS
    assert page.packets.isVisible()


@pytest.mark.parametrize("place", PLACES)
def test_ctrl_and_a_number_lead_to_each_part(
    desk: Desk, page: FacilitatorPage, place: int
) -> None:
    desk.look_at(REPORT if place == PARTICIPANTS else PARTICIPANTS)
    page.tabs.setFocus()
    Person(desk.window).keys(f"Ctrl+{place + 1}")
    assert page.tabs.currentIndex() == place
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page._view_at(place).isAncestorOf(focused)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_takes_the_keyboard_has_a_name(
    desk: Desk, page: FacilitatorPage, place: int, language: str
) -> None:
    desk.speak(LANGUAGES[language]())
    desk.look_at(place)
    if place == PARTICIPANTS:
        page.participants.begin_seat()
        desk.settle()
    for widget in page.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not (widget.isVisible() and takes) or widget.focusProxy() is not None:
            continue
        reader = QAccessible.queryAccessibleInterface(widget)
        assert reader.text(QAccessible.Text.Name).strip(), widget


@pytest.mark.parametrize("place", PLACES)
def test_tab_goes_round_and_is_never_trapped(
    desk: Desk, page: FacilitatorPage, place: int
) -> None:
    desk.look_at(place)
    page.tabs.setFocus()
    seen = []
    for _step in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is page.tabs:
            break
        seen.append(QApplication.focusWidget())
    assert QApplication.focusWidget() is page.tabs
    missing = [
        widget
        for widget in page._view_at(place).findChildren(QAbstractButton)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget not in seen
    ]
    assert [widget.text() for widget in missing] == []


@pytest.mark.parametrize("place", PLACES)
def test_the_other_language_keeps_the_tab_and_leaves_no_english_behind(
    desk: Desk, page: FacilitatorPage, place: int
) -> None:
    desk.look_at(place)
    english = set(said(page))
    desk.speak(Words("fr"))
    assert page.tabs.currentIndex() == place
    same = {
        text
        for text in english & set(said(page))
        if any(word in text for word in (" the ", " of ", "packet", "seat", "report"))
        and not any(given in text for given in ("Ministry of Labour", "report."))
    }
    assert same == set()
    assert page.title() == "Facilitation"


def test_a_change_is_seen_where_one_looks_and_later_elsewhere(
    desk: Desk, tmp_path: Path
) -> None:
    consultation = create(tmp_path)
    first = invite_three(consultation)[0]
    answers = answers_of(consultation.questionnaire, first, 0)
    seat = hand_in(consultation, first, answers, tmp_path / "first.spfr")
    page = desk.open(consultation)
    desk.look_at(PARTICIPANTS)
    assert "Fictitious country. Round 1: 0 of 4 responses are in." in said(page)
    consultation.import_packet(seat.packet)
    desk.hub.changed.emit(Changes(packets=True))
    desk.settle()
    assert "Fictitious country. Round 1: 1 of 4 responses are in." in said(page)
    assert "1 of 1 seat handed in" in said(page)
    desk.look_at(PACKETS)
    assert page.packets._model.rowCount() == 1


def test_one_primary_button_a_page(desk: Desk, page: FacilitatorPage) -> None:
    for place in PLACES:
        desk.look_at(place)
        for state in ("as it is", "form"):
            if state == "form":
                if place != PARTICIPANTS:
                    continue
                page.participants.begin_seat()
                desk.settle()
            primary = [
                button.text()
                for button in page._view_at(place).findChildren(QAbstractButton)
                if button.isVisible() and getattr(button, "role", "") == "primary"
            ]
            assert len(primary) == 1, (place, state, primary)


@pytest.mark.parametrize("theme", ["dark", "high_contrast"])
def test_another_palette_reaches_every_tab(
    desk: Desk, page: FacilitatorPage, theme: str
) -> None:
    desk.choose_look(theme=theme)
    tokens = desk.hub.look.tokens
    for place in PLACES:
        desk.look_at(place)
        labels = [one for one in page.findChildren(QLabel) if one.isVisible()]
        inks = {
            one.palette().color(one.foregroundRole()).name().upper() for one in labels
        }
        assert inks <= {tokens.text.upper(), tokens.text2.upper(), tokens.warn.upper()}


def test_a_file_for_reading_only_says_why_and_offers_no_changes(
    desk: Desk, tmp_path: Path, monkeypatch
) -> None:
    from spf_assess.consultation import Consultation, faults

    consultation, _seats = collect(tmp_path)
    path = consultation.path
    consultation.close()
    opened = Consultation.open(path, read_only=True)
    opened.read_only_because = faults.other_forms(path)
    page = desk.open(opened)
    desk.look_at(PARTICIPANTS)
    assert "[C-111]" in desk.window.notice.said
    assert desk.window.notice.isVisible()
    assert not page.participants._add.isVisible()
    desk.look_at(PACKETS)
    assert not page.packets._bring.isVisible()
    desk.look_at(POSITIONS)
    assert page.positions.model.headlines == 22
