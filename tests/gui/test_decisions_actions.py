"""Actions: every field by keyboard, faults beside their fields, nothing is lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from support.desk import Desk, desk, said
from support.leader import Leader
from support.offices import Offices
from support.plenary import EMPLOYERS, GOVERNMENT, WORKERS
from support.reading import clipped_texts
from support.regions import Regions
from support.typist import type_text

from spf_assess.consultation import Consultation
from spf_assess.desktop.pages.decisions_actions import ActionsPart
from spf_assess.desktop.pages.decisions_calendar import days_of
from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.desktop.parts.dialogs import Ask
from spf_assess.i18n import Words
from spf_assess.model import Action, ActionStatus

__all__ = ["desk"]
REGISTER = Action(
    "",
    objective="Cover the informal economy",
    what="Open a register in each province",
    responsible="Ministry of Labour",
    begins_on="2027-03",
    ends_on="2028",
    sections=("3a",),
    agreed_by=(GOVERNMENT, WORKERS),
    status=ActionStatus.BEGUN,
)
PLACES = "13 (2); 3(b),3(b), 14\u00a0a)"
FULL = {
    "Objective (needed)": "Cover the informal economy",
    "Gap or barrier": "Four visits",
    "What is done (needed)": "Open a register – in each province",
    "Responsible body": "Ministry of Labour",
    "Support": "Union of Fishers",
    "Resources": "12 people",
    "Financing": "State budget",
    "Begins": "2027-03",
    "Ends": "2028",
    "Indicator": "People registered",
    "Baseline": "1,200",
    "Target": "40,000",
}


@dataclass
class Room:
    """A facilitator's file on the desk; nobody has answered."""

    offices: Offices
    file: Consultation


@pytest.fixture
def room(desk: Desk, tmp_path: Path) -> Iterator[Room]:
    offices = Offices(tmp_path)
    made = Room(offices, offices.found())
    desk.open(made.file)
    yield made
    desk.hub.close()


def look(desk: Desk) -> ActionsPart:
    desk.look_at(place_of("decisions"))
    view: Any = desk.page.view("decisions")
    view.go_to("actions")
    desk.settle()
    found = view.planning
    assert isinstance(found, ActionsPart)
    return found


def presses(desk: Desk, *, yes: bool) -> None:
    (asked,) = [one for one in desk.window.findChildren(Ask) if one.isVisible()]
    (asked.yes_button if yes else asked.no_button).click()
    desk.settle()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_action_is_written_in_every_field_by_keyboard_alone(
    desk: Desk, room: Room, language: str
) -> None:
    leader = Leader.sits_down(desk, language)
    leader.turns_to("decisions")
    leader.person.keys("Shift+Tab")
    leader.chooses("Actions")
    leader.presses("Add an action…")
    say = leader.say
    for label, text in FULL.items():
        name = label.removesuffix(" (needed)")
        said_name = say.context("action", name)
        if name != label:
            said_name = say("{name} (needed)", name=said_name)
        leader.person.tabs_to(said_name)
        leader.types_in(text)
    fold = say("Principles and guarantees touched") + ", " + say("none")
    leader.person.tabs_to(fold)
    leader.person.keys("Space", "Tab", "Space")
    leader.writes("Further paragraphs, with commas between: 3(e), 13(2)", PLACES)
    about = say.context("action", "Agreed by")
    leader.person.tabs_to(f"{about}, {leader.group(EMPLOYERS)}")
    leader.person.keys("Space")
    status = f"{say.context('action', 'Status')}, {say.context('action', 'delayed')}"
    leader.person.tabs_to(status)
    leader.person.keys("Space")
    assert room.file.actions() == ()
    leader.presses("Record the action")
    assert leader.hears("Action {number} is recorded.", number=1)
    (made,) = room.file.actions()
    assert made == Action(
        made.id,
        objective="Cover the informal economy",
        what="Open a register – in each province",
        sequence=1,
        barrier="Four visits",
        responsible="Ministry of Labour",
        support="Union of Fishers",
        resources="12 people",
        financing="State budget",
        begins_on="2027-03",
        ends_on="2028",
        indicator="People registered",
        baseline="1,200",
        target="40,000",
        sections=("3a",),
        paragraphs=("13(2)", "3(b)", "14(a)"),
        agreed_by=(EMPLOYERS,),
        status=ActionStatus.DELAYED,
        language=language,
    )
    assert desk.hub.unrecorded.names() == ()
    assert desk.problems == []
    leader.person.keys("Return")  # on the line of the action
    assert look(desk).editing
    leader.presses("Back to the actions")
    assert not look(desk).editing


def test_the_plan_tells_when_how_far_and_by_whom(desk: Desk, room: Room) -> None:
    room.file.decide(REGISTER)
    room.file.decide(Action("", objective="Data", what="Publish by sex"))
    part = look(desk)
    model: Any = part.plan.table.model()
    assert dict(model.lines(0)) == {
        "Step": "1",
        "What is done": "Open a register in each province",
        "Responsible body": "Ministry of Labour",
        "When": "March 2027 – 2028",
        "Status": "begun",
    }
    told = said(part.plan.calendar)
    assert "1. Open a register in each province" in told
    assert "March 2027 – 2028, begun" in told
    assert "1 action has no date yet." in told
    desk.speak(Words("fr"))
    assert dict(model.lines(0))["Période"] == "mars 2027 – 2028"


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"what": ""}, "what", "C-173"),
        ({"objective": " \n "}, "objective", "C-173"),
        ({"begins": "spring"}, "begins", "C-174"),
        ({"ends": "2027-02-30"}, "ends", "C-174"),
        ({"ends": "2026"}, "ends", "C-175"),
        ({"paragraphs": "99(z)"}, "paragraphs", "C-176"),
        ({"financing": "x" * 4001}, "financing", "C-121"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_with_its_code_and_nothing_is_lost(
    desk: Desk, room: Room, wrong: dict[str, str], field: str, code: str
) -> None:
    part = look(desk)
    part.plan.add.click()
    editor = part.editor
    boxes: dict[str, Any] = {
        **{name: box.writing for name, box in editor.form.words_boxes.items()},
        "begins": editor.form.begins.field,
        "ends": editor.form.ends.field,
        "paragraphs": editor.form.paragraphs.writing,
    }
    typed = {"objective": "Cover", "what": "Open", "begins": "2027", **wrong}
    for name, text in typed.items():
        if len(text) > 100:
            boxes[name].setPlainText(text)
        else:
            type_text(boxes[name], text)
    for language in ("en", "fr"):
        desk.speak(Words(language))
        editor.record.click()
        desk.settle()
        assert f"[{code}]" in boxes[field].accessibleDescription()
        assert boxes[field].hasFocus()
        others = [one for name, one in boxes.items() if name != field]
        assert not any("C-1" in one.accessibleDescription() for one in others)
    assert room.file.actions() == ()
    assert desk.problems == []
    assert editor.form.words_boxes["objective"].text == typed["objective"].strip()
    assert editor.said == Words("fr")("Not recorded yet.")
    type_text(boxes[field], "2")
    assert "C-1" not in boxes[field].accessibleDescription()


def test_a_new_action_waits_in_the_list_in_any_language_and_after_a_restart(
    desk: Desk, room: Room
) -> None:
    room.file.decide(REGISTER)
    part = look(desk)
    part.plan.add.click()
    type_text(part.editor.form.words_boxes["what"].writing, "Écrire aux élus")
    type_text(part.editor.form.begins.field, "soon")
    part.editor.form.status.buttons[ActionStatus.DELAYED].click()
    desk.look_at(place_of("signing"))
    desk.speak(Words("fr"))
    desk.hub.close()
    desk.hub.take(room.offices.open())
    part = look(desk)
    assert not part.editing
    model: Any = part.plan.table.model()
    told = dict(model.lines(1))
    assert told["Ce qui est fait"] == "Écrire aux élus"
    assert told["État d'avancement"] == "retardée, pas encore enregistrée"
    assert len(part.plan.calendar._actions) == 2
    part.plan.table.go_to(1)
    part.plan.table.opened.emit()
    desk.settle()
    assert part.editor.form.words_boxes["what"].text == "Écrire aux élus"
    assert part.editor.form.begins.text == "soon"
    assert part.editor.form.sequence.text == "2"
    assert part.editor.form.status.shown is ActionStatus.DELAYED
    opened = desk.hub.consultation
    assert opened is not None
    assert len(opened.actions()) == 1


def test_what_was_typed_is_undone_only_after_a_question(desk: Desk, room: Room) -> None:
    room.file.decide(REGISTER)
    part = look(desk)
    part.plan.table.opened.emit()
    box = part.editor.form.words_boxes["support"]
    assert not part.editor.discard.isVisible()
    type_text(box.writing, "Fishers")
    part.editor.discard.click()
    presses(desk, yes=False)
    assert box.text == "Fishers"
    part.editor.discard.click()
    presses(desk, yes=True)
    assert box.text == ""
    assert desk.hub.unrecorded.names() == ()
    assert part.editing


def test_typing_back_what_is_recorded_leaves_nothing_to_record(
    desk: Desk, room: Room
) -> None:
    room.file.decide(REGISTER)
    part = look(desk)
    part.plan.table.opened.emit()
    field = part.editor.form.ends.field
    type_text(field, "x")
    assert part.editor.said == "Not recorded yet."
    field.setText("2028")
    field.textEdited.emit("2028")
    assert part.editor.said == ""
    assert desk.hub.unrecorded.names() == ()


def test_an_action_is_changed_and_taken_out_after_a_question(
    desk: Desk, room: Room
) -> None:
    file = room.file
    file.decide(REGISTER)
    (kept,) = file.actions()
    part = look(desk)
    part.plan.table.opened.emit()
    part.editor.form.status.buttons[ActionStatus.DONE].click()
    part.editor.record.click()
    desk.settle()
    assert [(one.id, one.status) for one in file.actions()] == [
        (kept.id, ActionStatus.DONE)
    ]
    assert part.plan.notice.said == "Action 1 is recorded."
    part.plan.open.click()
    part.editor.drop.click()
    presses(desk, yes=False)
    assert len(file.actions()) == 1
    part.editor.drop.click()
    presses(desk, yes=True)
    assert file.actions() == ()
    assert not part.editing
    assert desk.window.focusWidget() is part.plan.add


def test_a_section_the_form_does_not_offer_stays_with_the_action(
    desk: Desk, room: Room
) -> None:
    old = Action("a1", objective="Old", what="Old", sequence=1, sections=("9z",))
    room.file.proceedings.record(old)
    part = look(desk)
    part.plan.table.opened.emit()
    assert part.editor.said == ""
    type_text(part.editor.form.words_boxes["target"].writing, "7")
    waits = desk.hub.unrecorded.get("action/a1")
    assert waits is not None
    assert list(waits["sections"]) == ["9z"]


def test_the_plan_is_written_as_workbook_and_as_calendar(
    desk: Desk, room: Room, tmp_path: Path
) -> None:
    room.file.decide(REGISTER)
    room.file.decide(Action("", objective="Data", what="Publish by sex"))
    part = look(desk)
    book, ics = tmp_path / "plan.xlsx", tmp_path / "plan.ics"
    desk.chooser.paths = [book]
    part.plan.workbook.click()
    sheet = load_workbook(book).active
    assert sheet is not None
    assert sheet.max_row == 3
    assert "plan.xlsx" in part.plan.notice.said
    desk.chooser.paths = [ics]
    part.plan.ics.click()
    assert desk.chooser.suggested is not None
    assert desk.chooser.suggested.suffix == ".ics"
    assert len(Calendar.from_ical(ics.read_bytes()).walk("VEVENT")) == 1
    assert "1 action without a date is not in the calendar." in part.plan.notice.said
    assert desk.problems == []


def test_a_name_or_place_that_cannot_be_written_is_told_and_nothing_is_left(
    desk: Desk, room: Room, tmp_path: Path
) -> None:
    room.file.decide(REGISTER)
    part = look(desk)
    desk.chooser.paths = [tmp_path / "plan.pdf"]
    part.plan.workbook.click()
    desk.chooser.paths = [tmp_path / "pulled stick" / "plan.ics"]
    part.plan.ics.click()
    assert [one.code[:3] for one in desk.problems] == ["C-1", "F-1"]
    assert not part.plan.notice.isVisible()
    assert not (tmp_path / "plan.pdf").exists()


def test_an_action_of_two_regions_stands_in_both_words_until_one_is_recorded(
    desk: Desk, tmp_path: Path
) -> None:
    regions = Regions(tmp_path)
    home = regions.offices.found()
    for name, budget in (("North", "State budget"), ("South", "Contributions")):
        with regions.copy(home, name) as region:
            shared = Action(
                "a1", "Cover", "Open", 1, financing=budget, became=f"Told in {name}."
            )
            region.proceedings.record(shared)
        home.merge(regions.folder / f"{name}.spfa")
    desk.open(home)
    part = look(desk)
    assert part.plan.rows == ()
    told = part.plan.conflicts.told
    assert "Financing: State budget" in told
    assert "Financing: Contributions" in told
    leader = Leader.sits_down(desk, "en")
    (south,) = leader.buttons("Begin with this entry… South")
    leader.person.tabs_to(south)
    leader.person.keys("Space")
    desk.settle()
    assert part.editor.form.words_boxes["financing"].text == "Contributions"
    assert part.editor.said == "Not recorded yet."
    part.editor.record.click()
    desk.settle()
    (kept,) = home.actions()
    assert (kept.id, kept.financing) == ("a1", "Contributions")
    assert kept.became == "Told in South."
    assert not part.plan.conflicts.isVisible()
    desk.hub.close()


def test_an_action_of_a_region_is_changed_here_and_not_taken_out(
    desk: Desk, tmp_path: Path
) -> None:
    regions = Regions(tmp_path)
    home = regions.offices.found()
    with regions.copy(home, "North") as region:
        region.decide(REGISTER)
    home.merge(regions.folder / "North.spfa")
    desk.open(home)
    part = look(desk)
    part.plan.table.opened.emit()
    desk.settle()
    assert not part.editor.drop.isVisible()
    type_text(part.editor.form.words_boxes["target"].writing, "All")
    part.editor.record.click()
    desk.settle()
    (kept,) = home.actions()
    assert (kept.target, kept.objective) == ("All", REGISTER.objective)
    assert len(home.proceedings.entries(Action)) == 2
    part.plan.table.opened.emit()
    desk.settle()
    assert part.editor.drop.isVisible()
    desk.hub.close()


def test_a_file_that_is_only_read_shows_the_plan_and_lets_nobody_change_it(
    desk: Desk, room: Room
) -> None:
    room.file.decide(REGISTER)
    desk.hub.close()
    desk.open(room.offices.open(read_only=True))
    part = look(desk)
    assert not part.plan.add.isVisible()
    assert not part.plan.open.isVisible()
    assert part.plan.workbook.isVisible()
    part.plan.table.opened.emit()
    assert part.editing
    assert not part.editor.record.isEnabled()
    assert part.editor.back.isEnabled()
    part.editor.back.click()
    assert not part.editing


def test_the_words_are_told_in_both_languages_and_shown_in_that_of_the_window(
    desk: Desk, room: Room
) -> None:
    room.file.decide(REGISTER)
    part = look(desk)
    part.plan.table.opened.emit()
    other = part.editor.form.other_words
    other.choose("en")
    type_text(other.boxes["what"].writing, "Ouvrir un registre")
    assert other.fold.head.accessibleName() == "The same in French, 1 text"
    part.editor.record.click()
    desk.settle()
    (kept,) = room.file.actions()
    assert (kept.language, dict(kept.translated)) == (
        "en",
        {"what": "Ouvrir un registre"},
    )
    model: Any = part.plan.table.model()
    assert dict(model.lines(0))["What is done"] == "Open a register in each province"
    desk.speak(Words("fr"))
    assert dict(model.lines(0))["Ce qui est fait"] == "Ouvrir un registre"
    part.plan.table.opened.emit()
    other.boxes["support"].writing.setPlainText("y" * 4001)
    part.editor.record.click()
    desk.settle()
    assert other.fold.is_open
    assert "[C-121]" in other.boxes["support"].error


def test_words_without_any_space_and_turned_letters_push_nothing_out_of_view(
    desk: Desk, room: Room
) -> None:
    words = "\u202eA\u0301" + "x" * 900
    room.file.decide(
        Action("", words, words, responsible=words, begins_on="2027", ends_on="2028")
    )
    part = look(desk)
    desk.choose_look(scale=2.0)
    desk.look_at(place_of("decisions"), (1024, 768))
    assert desk.window.width() == 1024
    assert part.plan.scroller.widget().width() <= 1024
    assert clipped_texts(desk.window) == []
    part.plan.table.opened.emit()
    desk.settle()
    assert desk.window.width() == 1024
    desk.choose_look(scale=1.0)


def test_dates_that_are_none_are_not_drawn() -> None:
    def drawn(begins: str, ends: str) -> bool:
        return days_of(Action("", "x", "x", begins_on=begins, ends_on=ends)) is not None

    assert drawn("2027", "2027-03")
    assert not drawn("", "")
    assert not drawn("soon", "2027")
    assert not drawn("2028", "2027")
