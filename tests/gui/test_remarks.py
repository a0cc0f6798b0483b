"""The facilitator writes remarks on the report tab; they are kept within a second."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.collected import collect
from support.desk import Desk, desk, said

from spf_assess.consultation import Consultation
from spf_assess.desktop.pages.facilitator import REPORT
from spf_assess.desktop.pages.report_remarks import RemarksCard
from spf_assess.i18n import Words

__all__ = ["desk"]
CLICK = Qt.MouseButton.LeftButton
SECOND = 1000


@pytest.fixture
def card(desk: Desk, tmp_path: Path) -> RemarksCard:
    consultation, _seats = collect(tmp_path)
    page = desk.open(consultation)
    desk.look_at(REPORT)
    return page.report.remarks


def on_disk(tmp_path: Path, section: str = "") -> dict[str, str]:
    with Consultation.open(tmp_path / "coresia.spfa", read_only=True) as file:
        return dict(file.remark(section).by_language)


def write(card: RemarksCard, language: str, text: str) -> None:
    box = card.boxes[language].writing
    box.setFocus()
    QTest.keyClicks(box, text)


def choose(card: RemarksCard, section: str) -> None:
    row = card.place.findData(section)
    card.place.setCurrentIndex(row)
    card.place.activated.emit(row)


def test_what_is_typed_is_in_the_file_within_a_second(card, qtbot, tmp_path):
    write(card, "en", "Read with the census.")
    qtbot.waitUntil(
        lambda: on_disk(tmp_path)["en"] == "Read with the census.", timeout=SECOND
    )
    assert card.state == "Saved."
    choose(card, "3a")
    assert card.boxes["en"].text == ""
    write(card, "fr", "Avec soin.")
    choose(card, "")
    assert card.boxes["en"].text == "Read with the census."
    assert on_disk(tmp_path, "3a") == {"en": "", "fr": "Avec soin."}
    assert "(with a remark)" in card.place.itemText(card.place.findData("3a"))


def test_the_last_change_is_undone_by_a_button(card, tmp_path):
    assert not card.undo_button.isEnabled()
    for text in ("One.", " Two."):
        write(card, "en", text)
        assert card.keep()
    QTest.mouseClick(card.undo_button, CLICK)
    assert card.boxes["en"].text == "One."
    assert on_disk(tmp_path)["en"] == "One."
    QTest.mouseClick(card.undo_button, CLICK)
    assert on_disk(tmp_path) == {"en": "", "fr": ""}
    assert not card.undo_button.isEnabled()


def test_closing_the_file_keeps_what_was_just_typed(card, desk, tmp_path):
    write(card, "en", "At the last moment.")
    desk.hub.close()
    assert on_disk(tmp_path)["en"] == "At the last moment."


def test_what_regions_say_differently_is_shown_until_it_is_settled(desk, tmp_path):
    consultation, _seats = collect(tmp_path)
    for name in ("North", "South"):
        consultation.branch(tmp_path / f"{name}.spfa", name)
        with Consultation.open(tmp_path / f"{name}.spfa") as other:
            other.write_remark("", "en", f"As seen from the {name}.")
        consultation.merge(tmp_path / f"{name}.spfa")
    page = desk.open(consultation)
    desk.look_at(REPORT)
    card = page.report.remarks
    told = "\n".join(said(card))
    assert "North: As seen from the North." in told
    assert "South: As seen from the South." in told
    write(card, "en", "Seen from both.")
    assert card.keep()
    assert "North" not in "\n".join(said(card))


def test_words_that_are_too_many_are_told_and_not_cut(card, tmp_path):
    card.boxes["en"].writing.setPlainText("x" * 4002)
    assert not card.keep()
    assert "2 letters too many" in card.boxes["en"].error
    assert on_disk(tmp_path)["en"] == ""
    assert len(card.boxes["en"].text) == 4002


def test_it_speaks_french_and_keeps_what_is_typed(card, desk):
    write(card, "fr", "Avec soin.")
    desk.speak(Words("fr"))
    assert "Remarques de la facilitation" in said(card)
    assert card.boxes["fr"].text == "Avec soin."
    for box in card.boxes.values():
        assert box.writing.accessibleName()
