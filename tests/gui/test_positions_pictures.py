"""Pictures of the positions: after the gate, made when asked for, told in words."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from support.collected import answers_of, collect, create, hand_in, invite_three
from support.desk import Desk, desk, said
from support.reading import clipped_texts

from spf_assess.consultation.reporting import pictured
from spf_assess.desktop.look.tokens import PALETTES
from spf_assess.desktop.pages.facilitator import POSITIONS
from spf_assess.desktop.pages.positions import PositionsView
from spf_assess.desktop.pages.positions_pictures import PartView, Pictures
from spf_assess.desktop.parts.picture import PictureView, colour_on_screen
from spf_assess.i18n import Words
from spf_assess.model import BENCHES
from spf_assess.report.charts import INK, WHITE, drawn
from spf_assess.report.document.painter import painted
from spf_assess.report.pictures import Gallery

__all__ = ["desk"]


@pytest.fixture
def view(desk: Desk, tmp_path: Path) -> PositionsView:
    """The positions of four seats that have all handed in."""
    consultation, _seats = collect(tmp_path)
    desk.open(consultation)
    desk.look_at(POSITIONS)
    return desk.page.positions


def pictures(desk: Desk, view: PositionsView) -> Pictures:
    """Ask for the pictures."""
    view._draws.click()
    desk.settle()
    assert view.pictures is not None
    return view.pictures


def part(desk: Desk, shown: Pictures, name: str) -> PartView:
    """Open a part."""
    shown.folds[name].open()
    desk.settle()
    found = shown.folds[name].content
    assert isinstance(found, PartView)
    return found


def drawn_in(part: PartView) -> list[str]:
    """What the pictures of a part are called to those who do not see them."""
    return [one.accessibleName() for one in part.drawings.findChildren(PictureView)]


def test_pictures_are_made_when_they_are_asked_for_and_no_sooner(
    desk: Desk, view: PositionsView
) -> None:
    assert view.pictures is None
    shown = pictures(desk, view)
    assert shown.isVisible()
    assert [name for name, one in shown.folds.items() if one.content] == ["profile"]


def test_each_picture_is_called_by_what_it_shows_and_its_table_stands_below(
    desk: Desk, view: PositionsView
) -> None:
    shown = pictures(desk, view)
    profile = part(desk, shown, "profile")
    practice, law = drawn_in(profile)
    assert practice.startswith("Positions in practice, section by section: 3(a)")
    assert law.startswith("Positions in law, section by section: 3(a)")
    assert profile.table.model().rowCount() == 22
    assert profile.table.accessibleName() == shown.folds["profile"].head.said[0]
    sources = part(desk, shown, "evidence")
    assert len(drawn_in(sources)) == sources.table.model().rowCount() == 3
    assert all("position" in one for one in drawn_in(sources))


def test_the_keyboard_leads_to_the_table_and_back_to_the_positions(
    desk: Desk, view: PositionsView
) -> None:
    shown = pictures(desk, view)
    assert shown.folds["profile"].head.hasFocus()
    QTest.keyClick(shown.folds["profile"].head, Qt.Key.Key_Tab)
    table = part(desk, shown, "profile").table
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().isValid()
    QTest.keyClick(table, Qt.Key.Key_Escape)
    desk.settle()
    assert not shown.isVisible()
    assert view.table.isVisible()
    assert view._draws.hasFocus()


def test_what_is_not_there_is_said_in_words(desk: Desk, view: PositionsView) -> None:
    shown = pictures(desk, view)
    for name in ("ratings", "movement", "trend"):
        shown.folds[name].open()
    desk.settle()
    assert said(shown).count("There is nothing to draw yet.") == 3


def test_nothing_is_drawn_before_the_positions_may_be_seen(
    desk: Desk, tmp_path: Path
) -> None:
    consultation = create(tmp_path)
    first = invite_three(consultation)[0]
    answers = answers_of(consultation.questionnaire, first, 0)
    seat = hand_in(consultation, first, answers, tmp_path / "first.spfr")
    consultation.import_packet(seat.packet)
    desk.open(consultation)
    desk.look_at(POSITIONS)
    view = desk.page.positions
    assert view.gated
    assert not view._draws.isVisible()
    view._show_pictures()  # whatever may call it
    assert view.pictures is None
    assert view.gated


def test_pictures_go_when_another_consultation_is_opened(
    desk: Desk, view: PositionsView, tmp_path: Path
) -> None:
    shown = pictures(desk, view)
    folder = tmp_path / "other"
    folder.mkdir()
    desk.open(create(folder))
    desk.look_at(POSITIONS)
    assert view.gated
    assert shown.folds == {}


def test_another_language_keeps_what_was_open(desk: Desk, view: PositionsView) -> None:
    shown = pictures(desk, view)
    part(desk, shown, "evidence")
    desk.speak(Words("fr"))
    desk.settle()
    assert shown.folds["evidence"].is_open
    assert shown.folds["evidence"].head.said[0].startswith("Sources à l'appui")
    assert drawn_in(part(desk, shown, "profile"))[0].startswith("Positions en pratique")


def test_at_200_percent_nothing_is_cut_and_pictures_stand_below_their_names(
    desk: Desk, view: PositionsView
) -> None:
    desk.choose_look(scale=2.0)
    desk.look_at(POSITIONS, (1024, 768))
    shown = pictures(desk, view)
    found = part(desk, shown, "evidence")
    assert found.drawings.below
    assert clipped_texts(shown) == []
    for one in shown.findChildren(PictureView):
        assert one.geometry().right() <= one.parentWidget().width()


@pytest.mark.parametrize("theme", sorted(PALETTES))
def test_words_on_a_fill_stay_and_words_beside_it_take_the_palette(
    desk: Desk, theme: str
) -> None:
    desk.choose_look(theme=theme)
    told = (
        '<rect x="0" y="0" width="10" height="10" fill="#FDB863"/>'
        f'<text x="5" y="8" font-size="8" text-anchor="middle" fill="{INK}">8</text>'
        f'<text x="15" y="8" font-size="8" text-anchor="middle" fill="{INK}">8</text>'
    )
    picture = PictureView(drawn("strip", 20, 10, "t", [told]))
    picture.resize(picture.sizeHint())
    seen = picture.grab().toImage()
    half = seen.width() // 2
    left, right = colours(seen, 0, half), colours(seen, half, seen.width())
    tokens = PALETTES[theme]
    assert QColor(INK).name() in left
    assert QColor(tokens.outline).name() in right
    assert colour_on_screen(WHITE, tokens) == tokens.surface


def colours(image: QImage, begin: int, end: int) -> set[str]:
    """The colours in some columns."""
    return {
        image.pixelColor(x, y).name()
        for x in range(begin, end)
        for y in range(image.height())
    }


def test_window_and_word_processor_show_the_same_picture(
    desk: Desk, view: PositionsView
) -> None:
    """Two painters, one geometry: what is dark in one is dark in the other."""
    consultation = desk.hub.consultation
    assert consultation is not None
    gallery = Gallery.of(pictured(consultation), "en", BENCHES)
    for name in ("profile", "outcomes", "evidence"):
        part = gallery.part(name)
        assert part is not None
        picture = part.drawn[-1].picture
        seen = PictureView(picture)
        seen.resize(seen.sizeHint())
        shown = seen.grab().toImage().scaled(300, 60)
        other = QImage.fromData(painted(picture.markup).data).scaled(300, 60)
        apart = [
            abs(shown.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness())
            for x in range(0, 300, 3)
            for y in range(0, 60, 3)
        ]
        assert sum(apart) / len(apart) < 12, name
