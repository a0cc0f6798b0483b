"""Typed and not recorded: no tab, no language, no closing takes it away (R-103)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.desk import Desk, desk
from support.plenary import EMPLOYERS, WORKERS, Plenary
from support.typist import type_text

from spf_assess.consultation import Consultation
from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.desktop.parts import Label
from spf_assess.desktop.parts.dialogs import Ask
from spf_assess.i18n import Words
from spf_assess.model import N_, Decision, Problem, Signed

__all__ = ["desk"]
ITEM = "3a.1"


class Table:
    """A desk on which the same file is laid again and again."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk, self.plenary = desk, Plenary(folder)
        self.plenary.second_round(ITEM)
        desk.open(self.plenary.file)

    @property
    def file(self) -> Consultation:
        found = self.desk.hub.consultation
        assert found is not None
        return found

    def look(self, tab: str) -> Any:
        self.desk.look_at(place_of(tab))
        found: Any = self.desk.page.view(tab)
        if tab == "discussion":
            found.topics.go_to(ITEM)
        return found

    def closes_and_opens(self) -> None:
        """The window is closed, and the file opened another day."""
        self.desk.hub.close()
        self.desk.hub.take(self.plenary.offices.open())
        self.desk.settle()

    def goes_round(self) -> None:
        """Look at other tabs, in the other language, then close and open."""
        self.look("participants")
        self.desk.speak(Words("fr"))
        self.look("report")
        self.desk.speak(Words("en"))
        self.closes_and_opens()


@pytest.fixture
def table(desk: Desk, tmp_path: Path) -> Iterator[Table]:
    found = Table(desk, tmp_path)
    yield found
    desk.hub.close()
    found.plenary.close()


def moves(card: Any, level: str) -> None:
    card.choose(WORKERS)
    card.decision.select(Decision.MOVE.value)
    card.decision.chosen.emit(Decision.MOVE.value)
    _label, choice = card.levels.parts["practice"]
    choice.select(level)
    choice.chosen.emit(level)


def test_a_stance_waits_for_its_group_with_all_that_was_chosen(table: Table) -> None:
    card = table.look("discussion").panel.stance
    moves(card, "2")
    type_text(card.reason.writing, "We read the decree.")
    type_text(card.reservation.writing, "Not in rural areas.")
    card.choose(EMPLOYERS)
    assert card.reservation.text == ""
    table.goes_round()
    view = table.look("discussion")
    assert "something typed is not recorded" in view.topics.model.line(0).state
    card = view.panel.stance
    card.choose(WORKERS)
    assert card.decision.selected == Decision.MOVE.value
    assert card.levels.levels == {"practice": 2}
    assert card.reason.text == "We read the decree."
    assert card.reservation.text == "Not in rural areas."
    assert card.said == "Not recorded yet."
    card.record.click()
    table.desk.settle()
    assert table.file.stance(ITEM, WORKERS).reason == "We read the decree."
    assert table.desk.hub.unrecorded.names() == ()
    table.closes_and_opens()
    assert table.file.unrecorded() == {}


def test_an_agreed_statement_waits_in_both_languages_with_who_agrees(
    table: Table,
) -> None:
    card = table.look("discussion").panel.agreement
    type_text(card.english.writing, "Offices must open.")
    type_text(card.french.writing, "Les bureaux doivent ouvrir.")
    type_text(card.why.writing, "After lunch.")
    card.who[WORKERS].click()
    table.goes_round()
    card = table.look("discussion").panel.agreement
    assert card.english.text == "Offices must open."
    assert card.french.text == "Les bureaux doivent ouvrir."
    assert card.why.text == "After lunch."
    assert [one for one, button in card.who.items() if button.isChecked()] == [WORKERS]
    assert table.file.agreements() == ()


def test_a_note_on_a_question_and_one_of_the_meeting_wait_apart(table: Table) -> None:
    card = table.look("discussion").panel.notes
    type_text(card.box.writing, "On this question")
    card.scope.select("meeting")
    card.scope.chosen.emit("meeting")
    assert card.box.text == ""
    type_text(card.box.writing, "Of all")
    table.goes_round()
    card = table.look("discussion").panel.notes
    assert card.of_meeting
    assert card.box.text == "Of all"
    card.scope.select("this")
    card.scope.chosen.emit("this")
    assert card.box.text == "On this question"
    assert table.file.notes() == ()


def test_a_remark_waits_with_its_section_and_its_group(table: Table) -> None:
    pages = table.look("signing").pages
    pages.group.select(WORKERS.value)
    pages.group.chosen.emit(WORKERS.value)
    type_text(pages.remark, "The year is wrong.")
    pages.after.click()
    assert pages.remark.text == ""
    pages.before.click()
    assert pages.remark.text == "The year is wrong."
    table.goes_round()
    pages = table.look("signing").pages
    pages.group.select(WORKERS.value)
    pages.group.chosen.emit(WORKERS.value)
    assert pages.remark.text == "The year is wrong."
    pages.back.click()
    table.desk.settle()
    assert pages.remark.text == ""
    assert table.desk.hub.unrecorded.names() == ()


def test_the_words_of_a_signed_sheet_wait_where_they_were_typed(table: Table) -> None:
    card = table.look("signing").cards[Signed.RULES]
    card.paper.click()
    card.group.select(WORKERS.value)
    card.group.chosen.emit(WORKERS.value)
    type_text(card.typed.field, "abandon ability able")
    type_text(card.seen.field, "The registry")
    table.goes_round()
    card = table.look("signing").cards[Signed.RULES]
    assert card.typed.text == "abandon ability able"
    assert card.seen.text == "The registry"
    assert card.group.selected == WORKERS.value
    assert card.typed.isVisible()
    card.leave.click()
    assert table.desk.hub.unrecorded.names() == ()


def test_what_is_typed_into_the_preparation_waits_until_it_is_saved(
    desk: Desk, tmp_path: Path
) -> None:
    table = Table.__new__(Table)
    table.desk, table.plenary = desk, Plenary(tmp_path, {})
    desk.open(table.plenary.file)
    view = table.look("preparation")
    view.about.place.field.clear()
    type_text(view.about.place.field, "Coresia Hall")
    type_text(view.consent.texts["named", "fr"], "Mon nom peut figurer.")
    table.goes_round()
    view = table.look("preparation")
    assert view.about.place.text == "Coresia Hall"
    assert view.consent.texts["named", "fr"].text == "Mon nom peut figurer."
    view.about.save.click()
    desk.settle()
    assert table.file.header.place == "Coresia Hall"
    assert view.consent.texts["named", "fr"].text == "Mon nom peut figurer."
    assert len(desk.hub.unrecorded.names()) == 1
    view.consent.save.click()
    desk.settle()
    assert desk.hub.unrecorded.names() == ()
    desk.hub.close()
    table.plenary.close()


def test_an_organization_whose_name_is_typed_waits_until_it_is_added(
    table: Table,
) -> None:
    card = table.look("preparation").seats
    type_text(card.name.field, "Pensioners' League")
    table.goes_round()
    card = table.look("preparation").seats
    assert card.name.text == "Pensioners' League"
    card.group.select(WORKERS)
    card.save.click()
    table.desk.settle()
    assert [one.name for one in table.file.preparation.organizations] == [
        "Pensioners' League"
    ]
    assert table.desk.hub.unrecorded.names() == ()
    table.goes_round()
    assert table.look("preparation").seats.name.text == ""


def test_who_was_counted_in_the_room_waits_until_it_is_saved(table: Table) -> None:
    card = table.look("preparation").attendance
    card.day.field.setText("2026-12-01")
    card.counts[0, "women"].number.setValue(4)
    card.counts[2, "men"].number.setValue(3)
    table.goes_round()
    card = table.look("preparation").attendance
    card.day.field.setText("2026-12-01")
    assert card.counts[0, "women"].value == 4
    assert card.counts[2, "men"].value == 3
    card.day.field.setText("2026-12-02")
    assert card.counts[0, "women"].value == 0
    card.day.field.setText("2026-12-01")
    card.save.click()
    table.desk.settle()
    assert sum(one.women + one.men for one in table.file.attendance()) == 7
    assert table.desk.hub.unrecorded.names() == ()
    card.counts[0, "women"].number.setValue(5)
    card.counts[0, "women"].number.setValue(4)
    assert table.desk.hub.unrecorded.names() == (), "as it is recorded"


def test_closing_the_round_says_what_was_typed_and_not_recorded(table: Table) -> None:
    view = table.look("discussion")
    moves(view.panel.stance, "2")
    view.topics.close_round.click()
    asked = view.findChild(Ask)
    told = "\n".join(one.said for one in asked.findChildren(Label))
    assert "Something typed is not recorded" in told
    assert ITEM in told
    asked.no_button.click()
    table.desk.settle()
    assert table.file.is_open(2)


def test_where_it_cannot_be_kept_it_stays_and_the_window_asks_before_it_closes(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = table.look("discussion")
    full = Problem("S-107", N_("The disk is full."))

    def fails(_typed: object) -> None:
        raise full.told()

    monkeypatch.setattr(table.file, "keep_unrecorded", fails)
    moves(view.panel.stance, "2")
    window = table.desk.window
    window.close()
    table.desk.settle()
    assert window.isVisible()
    assert table.desk.problems[-1].code == "S-107"
    window.findChild(Ask).reject()
    monkeypatch.undo()
    table.closes_and_opens()
    assert len(table.file.unrecorded()) == 1
