"""The talk in the window: nothing early, one question after the other, words kept."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.desk import Desk, desk, said
from support.offices import rated
from support.plenary import EMPLOYERS, GOVERNMENT, WORKERS, Plenary, moves
from support.regions import Regions

from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.models.discussed import Show
from spf_assess.desktop.models.projected import Step
from spf_assess.desktop.pages.discussion import DiscussionView
from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.desktop.parts import Label
from spf_assess.desktop.parts.dialogs import Ask
from spf_assess.i18n import Words
from spf_assess.model import (
    BENCHES,
    Agreement,
    Constituency,
    Decision,
    Note,
    NoteKind,
    RespondentKind,
    Stance,
    Text,
)

__all__ = ["desk"]
LANGUAGES = ("en", "fr")
ITEM = "3a.1"


@pytest.fixture
def plenary(tmp_path):
    found = Plenary(tmp_path)
    yield found
    found.close()


@pytest.fixture
def view(desk: Desk, plenary):
    return look_at(desk, plenary)


def look_at(desk, plenary):
    desk.open(plenary.file)
    desk.look_at(place_of("discussion"))
    return desk.page.view("discussion")


def click(button):
    assert button.isVisibleTo(button.window()), button.said
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press(widget, key, text=""):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(widget, event)


def close_round(view):
    click(view.topics.close_round)


def show(view):
    """Put the question on the wall and go to its positions."""
    view._show_this()
    for _turn in range(10):
        if view.showing.step is Step.POSITIONS:
            return
        click(view.panel.board._on)
    raise AssertionError(view.showing.step)


def begin_round_2(view):
    close_round(view)
    show(view)
    click(view.topics.open_next)


def lines(view):
    model = view.topics.model
    return [model.line(row).spoken for row in range(model.rowCount())]


def write(box, text):
    box.writing.setPlainText(text)


def test_while_the_round_is_open_there_is_nothing_to_see(view):
    assert lines(view) == []
    assert any("Round 1 is open" in one for one in said(view))
    assert "Choose a question in the list." not in said(view)
    for card in (view.panel.board, view.panel.positions, view.panel.stance):
        assert not card.isVisible()


def test_closing_the_round_lists_what_needs_talk_without_a_level(view, plenary):
    close_round(view)
    assert len(lines(view)) == 1
    assert "strong divergence" in lines(view)[0]
    assert "not shown yet" in lines(view)[0]
    assert not any(f"level {one}" in lines(view)[0] for one in "1234")
    assert "range" not in lines(view)[0]
    assert "Not shown yet" in view.panel.positions.told
    assert "Workers" not in view.panel.positions.told
    assert plenary.file.revealed() == frozenset()


def test_a_round_closed_too_early_is_opened_again_until_something_was_shown(
    view, plenary
):
    close_round(view)
    click(view.topics.open_again)
    assert plenary.file.is_open(1)
    assert lines(view) == []
    close_round(view)
    show(view)
    assert not view.topics.open_again.isVisible()


def test_other_questions_are_listed_too_and_what_is_settled_is_not_open_any_more(
    view, plenary
):
    begin_round_2(view)
    view.topics.choose_filter(Show.ALL)
    assert len(lines(view)) > 1
    assert "needs no talk" not in lines(view)[0]
    view.topics.choose_filter(Show.OPEN)
    assert len(lines(view)) == 1
    for bench in BENCHES:
        plenary.file.state(Stance(0, ITEM, bench, Decision.KEEP))
    view.refresh(())
    assert lines(view) == []
    view.topics.choose_filter(Show.TALK)
    assert "all groups have stated" in lines(view)[0]


def test_what_two_groups_agree_on_leaves_the_third_to_be_heard(view, plenary):
    begin_round_2(view)
    statement = Text.of(
        en="The law covers residents.", fr="La loi couvre les résidents."
    )
    two = Agreement(0, ITEM, statement=statement, agreed_by=(EMPLOYERS, WORKERS))
    plenary.file.agree(two)
    view.refresh(())
    view.topics.choose_filter(Show.OPEN)
    (line,) = lines(view)
    assert "agreed by Employers and Workers, not by Government" in line
    plenary.file.state(Stance(0, ITEM, GOVERNMENT, Decision.KEEP))
    view.refresh(())
    assert lines(view) == []


def test_going_on_at_the_wall_reveals_all_groups_at_once(view, plenary):
    close_round(view)
    view._show_this()
    while view.showing.step is not Step.LEVELS:
        view.showing.press("go_on")
    assert plenary.file.revealed() == frozenset()
    show(view)
    assert plenary.file.revealed() == {ITEM}
    assert "The room sees the positions of all groups" in view.panel.board.told
    assert "shown to everybody" in lines(view)[0]
    told = view.panel.positions.told
    for name in ("Government", "Employers", "Workers", "Level 4", "Level 1", "range 3"):
        assert name in told


def test_looking_at_another_question_does_not_change_what_the_room_sees(view):
    close_round(view)
    view.topics.choose_filter(Show.ALL)
    show(view)
    other = view.topics.model.line(1).item
    view.topics.go_to(other)
    assert view.item == other
    assert view.showing.item == ITEM
    assert view.showing.step is Step.POSITIONS
    assert "another one" in view.panel.board.told
    click(view.panel.board._show)
    assert view.showing.item == other
    assert view.showing.step is Step.QUESTION


def test_at_the_end_of_a_question_the_remote_goes_on_to_the_next_and_back(view):
    close_round(view)
    view.topics.choose_filter(Show.ALL)
    show(view)
    seen = [view.showing.item]
    for _turn in range(12):
        press(view.showing.wall.stage, Qt.Key.Key_PageDown)
        if view.showing.item != seen[-1]:
            seen.append(view.showing.item)
            break
    assert len(seen) == 2
    assert view.item == seen[-1]
    press(view.showing.wall.stage, Qt.Key.Key_PageUp)
    assert view.showing.item == seen[0]
    assert view.showing.step is Step.QUESTION


def test_the_keys_of_a_remote_work_in_the_page_but_not_where_one_writes(view, desk):
    close_round(view)
    view.topics.list.setFocus()
    view._show_this()
    desk.window.activateWindow()
    view.topics.list.setFocus()
    desk.settle()
    QTest.keyClick(desk.window, Qt.Key.Key_PageDown)
    assert view.showing.step is Step.LEVELS
    QTest.keyClick(desk.window, Qt.Key.Key_B)
    assert view.showing.wall.stage.blank
    QTest.keyClick(desk.window, Qt.Key.Key_B)
    assert not view.showing.wall.stage.blank
    writing = view.panel.notes.box.writing
    writing.setFocus()
    QTest.keyClick(writing, Qt.Key.Key_B)
    QTest.keyClick(writing, Qt.Key.Key_Period)
    assert writing.text == "b."
    assert not view.showing.wall.stage.blank
    view.showing.close()
    assert not any(key.isEnabled() for key in view.showing._keys)


def test_a_screen_that_is_pulled_is_told_and_the_page_stays(view):
    close_round(view)
    view._show_on(0)
    view.showing.press("go_on")
    wall = view.showing.wall
    assert wall.isFullScreen()
    wall._screen_gone(wall._screen)
    assert "The screen went away" in view.panel.board.told
    assert view.showing.step is Step.LEVELS
    assert wall.isVisible()
    assert not wall.isFullScreen()
    press(wall.stage, Qt.Key.Key_PageUp)
    assert view.showing.step is Step.QUESTION


def test_a_group_moves_with_a_reason_and_another_keeps_with_a_reservation(
    view, plenary
):
    begin_round_2(view)
    stance = view.panel.stance
    stance.choose(WORKERS)
    click(stance.record)
    assert "Choose first" in stance.said
    stance.decision._choose(Decision.MOVE.value)
    stance.levels.parts["law"][1]._choose("2")
    click(stance.record)  # without a reason
    assert stance.reason.error
    assert plenary.file.stance(ITEM, WORKERS) is None
    write(stance.reason, "The decree of May was new to us.")
    assert stance.said == "Not recorded yet."
    click(stance.record)
    assert stance.said == "Recorded."
    kept = plenary.file.stance(ITEM, WORKERS)
    assert (kept.decision, dict(kept.levels)) == (Decision.MOVE, {"law": 2})
    stance.choose(EMPLOYERS)
    assert stance.reason.text == ""
    stance.decision._choose(Decision.KEEP.value)
    write(stance.reservation, "Not for small enterprises.\nNot yet.")
    click(stance.record)
    kept = plenary.file.stance(ITEM, EMPLOYERS)
    assert kept.decision is Decision.KEEP
    assert kept.reservation == "Not for small enterprises.\nNot yet."
    told = view.panel.positions.told
    assert "in law from 1 to 2" in told
    assert "Not for small enterprises" in told
    stance.choose(WORKERS)
    assert stance.reason.text == "The decree of May was new to us."
    click(stance.withdraw)
    assert plenary.file.stance(ITEM, WORKERS) is None
    assert stance.reason.text == ""


def test_what_was_typed_waits_while_one_looks_elsewhere(view, desk):
    begin_round_2(view)
    view.topics.choose_filter(Show.ALL)
    stance, card, notes = view.panel.stance, view.panel.agreement, view.panel.notes
    stance.choose(WORKERS)
    stance.decision._choose(Decision.KEEP.value)
    write(stance.reservation, "Half a thou")
    write(card.french, "La loi")
    write(notes.box, "Who pays")
    stance.choose(GOVERNMENT)
    assert stance.reservation.text == ""
    view.topics.go_to(view.topics.model.line(1).item)
    assert (card.french.text, notes.box.text) == ("", "")
    desk.speak(Words("fr"))
    view.topics.go_to(ITEM)
    assert (card.french.text, notes.box.text) == ("La loi", "Who pays")
    stance.choose(WORKERS)
    assert stance.reservation.text == "Half a thou"
    assert stance.said == "Pas encore consigné."


def test_groups_stand_in_the_order_in_which_they_speak(view):
    begin_round_2(view)
    order = view._topics[ITEM].speaking
    assert list(view.panel.stance.bench_choice._segments) == [
        one.value for one in order
    ]
    names = [one for one in said(view.panel.board) if one[:2] in ("1.", "2.", "3.")]
    assert [one[3:] for one in sorted(names)] == [
        {"government": "Government", "employers": "Employers", "workers": "Workers"}[
            one
        ]
        for one in order
    ]


def test_what_is_agreed_stands_beside_the_positions_with_who_agreed(view, plenary):
    begin_round_2(view)
    card = view.panel.agreement
    before = plenary.file.results(1)
    click(card.record)
    assert card.english.error
    write(card.french, "La loi couvre tous les résidents.")
    card.levels.parts["law"][1]._choose("3")
    click(card.record)  # by nobody
    assert plenary.file.agreement(ITEM) is None
    for bench in (WORKERS, EMPLOYERS):
        click(card.who[bench])
    click(card.record)
    kept = plenary.file.agreement(ITEM)
    assert set(kept.agreed_by) == {WORKERS, EMPLOYERS}
    assert dict(kept.levels) == {"law": 3}
    assert kept.statement["fr"] == "La loi couvre tous les résidents."
    assert plenary.file.results(1) == before
    assert "Not agreed by: Government" in " ".join(said(card))
    while view.showing.step is not Step.OUTCOME:
        view.showing.press("go_on")
    assert "La loi couvre" in view.showing.wall.stage.accessibleName()
    click(card.withdraw)
    assert plenary.file.agreement(ITEM) is None
    assert view.showing.step is not Step.OUTCOME


def test_what_is_said_is_noted_settled_and_taken_back(view, plenary):
    close_round(view)
    notes = view.panel.notes
    click(notes.buttons[NoteKind.NOTE])
    assert notes.box.error
    write(notes.box, "Who pays for rural offices?")
    click(notes.by.buttons[WORKERS.value])
    click(notes.buttons[NoteKind.PARKED])
    assert notes.box.text == ""
    assert "Who pays" in notes.told
    (note,) = plenary.file.proceedings.values(Note)
    assert (note.item, note.kind, note.constituency) == (ITEM, NoteKind.PARKED, WORKERS)
    notes.scope._choose("meeting")
    notes.scope_chosen.emit()
    assert "Who pays" in notes.told
    write(notes.box, "Lunch at one.")
    click(notes.buttons[NoteKind.NOTE])
    assert {one.item for one in plenary.file.notes()} == {"", ITEM}
    notes.settled.emit(note.id, True)  # noqa: FBT003 - a signal
    assert "taken up again" in notes.told
    for one in plenary.file.notes():
        notes.withdrawn.emit(one.id)
    assert plenary.file.notes() == ()
    assert "Nothing was noted yet." in said(notes)


def test_the_clock_counts_up_on_the_wall_stops_and_begins_anew(view):
    close_round(view)
    board = view.panel.board
    view._show_this()
    for _second in range(61):
        board._tick()
    assert board.time == "1:01"
    assert view.showing.wall.stage._time == "1 min"
    for _second in range(10 * 60):
        board._tick()
    assert "longer than usual" in board.time
    click(board._run)
    click(board._anew)
    assert board.time == "0:00"
    assert view.showing.wall.stage._time == ""


def test_a_missing_group_is_announced(desk, tmp_path):
    plenary = Plenary(tmp_path, {GOVERNMENT: 4, EMPLOYERS: 1})
    view = look_at(desk, plenary)
    close_round(view)
    sentence = "The Workers' group handed in no answer. Nothing here speaks for it."
    assert sentence in said(view.topics)
    show(view)
    assert sentence in view.panel.positions.told
    assert sentence.rstrip(".") in view.showing.wall.stage.accessibleName()
    plenary.file.reveal(ITEM)
    plenary.file.open_round()
    desk.hub.do(lambda file: file.state(moves(WORKERS, 2)))
    desk.settle()
    only = "Only what it stated in the discussion speaks for it."
    assert only in " ".join(said(view.topics))
    told = view.panel.positions.told
    assert "no answer handed in" in told
    assert only in told
    assert sentence not in told
    assert "Left blank" not in told
    view.showing.go_to("practice", Step.OUTCOME)
    assert only.rstrip(".") in view.showing.wall.stage.accessibleName()
    plenary.close()


def test_what_merged_files_say_differently_stands_side_by_side(desk, tmp_path):
    regions = Regions(tmp_path)
    home = regions.offices.found()
    for bench, level in ((GOVERNMENT, 4), (EMPLOYERS, 1)):
        regions.answer(home, level, constituency=bench)
    home.close_round()
    home.reveal(ITEM)
    home.open_round()
    for name, decision in (("North", Decision.KEEP), ("South", Decision.MOVE)):
        levels = {"law": 2} if decision is Decision.MOVE else {}
        stance = Stance(2, ITEM, EMPLOYERS, decision, levels, name)
        with regions.copy(home, name) as region:
            region.proceedings.record(stance)
        home.merge(regions.folder / f"{name}.spfa")
    desk.open(home)
    desk.look_at(place_of("discussion"))
    view = desk.page.view("discussion")
    assert "merged files differ" in lines(view)[0]
    told = view.panel.conflicts.told
    assert view.panel.conflicts.isVisible()
    assert "North" in told
    assert "South" in told
    stance = view.panel.stance
    stance.choose(EMPLOYERS)
    stance.decision._choose(Decision.KEEP.value)
    click(stance.record)
    assert "What is recorded in this file counts" in view.panel.conflicts.told


def test_a_closed_second_round_shows_what_was_stated_and_takes_no_more(view, plenary):
    begin_round_2(view)
    plenary.file.state(
        Stance(0, ITEM, WORKERS, Decision.KEEP, reservation="Not without inspectors.")
    )
    view.refresh(())
    click(view.topics.close_round)
    assert not view.panel.stance.isVisible()
    assert "Round 2 is closed" in view.panel.later
    assert "Not without inspectors." in view.panel.positions.told


def test_another_consultation_takes_everything_away(view, desk):
    close_round(view)
    show(view)
    write(view.panel.notes.box, "half")
    desk.hub.close()
    assert view.showing.wall is None
    assert lines(view) == []
    assert view.panel.notes.box.text == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_say_everything(view, desk, language):
    begin_round_2(view)
    desk.speak(Words(language))
    words = " ".join(said(view))
    assert {"en": "After the talk", "fr": "Après la discussion"}[language] in words
    assert {"en": "Réserve", "fr": "Reservation"}[language] not in words
    heard = view.showing.wall.stage.accessibleName()
    assert {"en": "Government", "fr": "Gouvernement"}[language] in heard


def test_closing_a_round_asks_first_while_a_sheet_is_not_finished(desk, view, plenary):
    file = plenary.file
    bench = file.invite(
        constituency=WORKERS, kind=RespondentKind.BENCH, organization="Trade Union"
    )[0]
    sheet = file.begin_sheet(bench.id, "246810")
    sheet.consultation.answer(bench.id, rated("3a.1", 3, 2))
    file.close_sheet(sheet)
    close_round(view)
    asked = view.findChild(Ask)
    told = "\n".join(one.said for one in asked.findChildren(Label))
    assert "Trade Union (answered on this computer): answered 1 of" in told
    assert asked.focusWidget() is asked.no_button
    asked.no_button.click()
    desk.settle()
    assert file.is_open(1)
    desk.speak(Words("fr"))
    close_round(view)
    asked = view.findChild(Ask)
    assert "Des feuilles de réponse ne sont pas terminées" in asked.windowTitle()
    assert asked.minimumHeight() >= asked.layout().totalHeightForWidth(asked.width())
    asked.yes_button.click()
    desk.settle()
    assert not file.is_open(1)
    assert desk.window.focusWidget() is view.topics.list


def test_the_wall_speaks_the_language_chosen_for_it_whatever_the_window_speaks(
    desk, view
):
    close_round(view)
    show(view)
    heard = view.showing.wall.stage.accessibleName
    assert "Government" in heard()
    board = view.panel.board
    board.tongue.select("fr")
    board.tongue.chosen.emit("fr")
    assert "Gouvernement" in heard()
    assert "Government" not in heard()
    desk.speak(Words("fr"))
    desk.speak(Words("en"))
    assert "Government" not in heard()
    assert board.tongue.selected == "fr"
    assert desk.hub.settings.room == "fr"
    again = DiscussionView(desk.hub, BenchOrder(0))
    assert again.panel.board.tongue.selected == "fr"
    again.deleteLater()
    board.tongue.select("both")
    board.tongue.chosen.emit("both")
    assert heard().index("Government") < heard().index("Gouvernement")
    desk.speak(Words("fr"))
    assert heard().index("Government") < heard().index("Gouvernement")
    view.showing.close()
    view._show_this()
    assert heard().index("Government") < heard().index("Gouvernement")
    board.tongue.select("here")
    board.tongue.chosen.emit("here")
    assert "Government" not in heard()


def test_the_keyboard_stays_with_the_list_when_a_round_opens_or_closes(desk, view):
    desk.window.activateWindow()
    view.topics.close_round.setFocus()
    close_round(view)
    assert desk.window.focusWidget() is view.topics.list
    view.topics.open_again.setFocus()
    click(view.topics.open_again)
    assert desk.window.focusWidget() is view.topics.close_round
    close_round(view)
    show(view)
    click(view.topics.open_next)
    assert desk.window.focusWidget() is view.topics.list
    assert "round 2" in " ".join(said(desk.window.bar))


def test_that_no_further_round_comes_is_asked_once_and_final(desk, view, plenary):
    plenary.file.invite(constituency=Constituency.OBSERVERS, kind=RespondentKind.PERSON)
    desk.window.activateWindow()
    close_round(view)
    topics = view.topics
    assert any("1 seat of observers has not handed in" in one for one in said(view))
    click(topics.no_further)
    asked = view.findChild(Ask)
    assert desk.window.focusWidget() is not topics.list
    asked.no_button.click()
    assert plenary.file.another_round
    click(topics.no_further)
    view.findChildren(Ask)[-1].yes_button.click()
    assert not plenary.file.another_round
    hidden = (topics.open_next, topics.open_again, topics.no_further)
    assert not any(one.isVisible() for one in hidden)
    assert any(one.endswith("Round 1 was the last.") for one in said(view))
    assert desk.window.focusWidget() is topics.list


def test_after_the_last_round_planned_no_other_is_offered(view, plenary):
    begin_round_2(view)
    close_round(view)
    assert not view.topics.open_next.isVisible()
    assert not view.topics.no_further.isVisible()
    assert view.topics.open_again.isVisible()
