"""The talk in the window: nothing early, one question after the other, words kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.desk import Desk, desk, said
from support.plenary import EMPLOYERS, WORKERS, Plenary

from spf_assess.desktop.models.projected import Step
from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.i18n import Words
from spf_assess.model import Decision, Note, NoteKind

__all__ = ["desk"]
LANGUAGES = ("en", "fr")


@pytest.fixture
def plenary(tmp_path):
    found = Plenary(tmp_path)
    yield found
    for one in found._benches.values():
        one.close()


@pytest.fixture
def view(desk: Desk, plenary):
    desk.open(plenary.file)
    desk.look_at(place_of("discussion"))
    return desk.page.view("discussion")


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def close_round(view):
    click(view._close)


def show(view):
    """Put the question on the wall and go to its positions."""
    view._show_wall(-1)
    for _turn in range(10):
        if view.wall.at[1] is Step.POSITIONS:
            return
        click(view._board._on)
    raise AssertionError(view.wall.at)


def test_while_the_round_is_open_there_is_nothing_to_see(view):
    assert view.list.count() == 0
    assert "Round 1 is open" in view._lead.said
    assert not view._stance.isVisible()


def test_closing_the_round_lists_what_needs_talk_without_a_level(view, plenary):
    close_round(view)
    assert view.list.count() == 1
    text = view.list.item(0).text()
    assert "strong divergence" in text
    assert "not shown yet" in text
    assert "Its positions were not shown yet" in view._places.said
    assert plenary.file.revealed() == frozenset()


def test_going_on_at_the_wall_reveals_all_groups_at_once(view, plenary):
    close_round(view)
    show(view)
    assert plenary.file.revealed() == {"3a.1"}
    assert "The room sees the positions of all groups" in view._board._told.said
    assert "shown to everybody" in view.list.item(0).text()
    for name in ("Government 4", "Employers 3", "Workers 1"):
        assert name in view._places.said


def test_a_group_moves_with_a_reason_and_another_keeps_with_a_reservation(
    view, plenary
):
    close_round(view)
    show(view)
    click(view._open)
    stance = view._stance
    assert stance.isVisibleTo(view)
    stance._bench._choose(WORKERS.value)
    stance._levels["law"][1]._choose("2")
    click(stance._record)  # without a reason
    assert plenary.file.stance("3a.1", WORKERS) is None
    stance._reason.field.setText("The decree of May was new to us.")
    click(stance._record)
    kept = plenary.file.stance("3a.1", WORKERS)
    assert (kept.decision, dict(kept.levels)) == (Decision.MOVE, {"law": 2})
    stance._bench._choose(EMPLOYERS.value)
    assert stance._reason.text == ""
    stance._reservation.field.setText("Not for small enterprises.")
    click(stance._record)
    kept = plenary.file.stance("3a.1", EMPLOYERS)
    assert (kept.decision, kept.reservation) == (
        Decision.KEEP,
        "Not for small enterprises.",
    )
    stance._bench._choose(WORKERS.value)
    assert stance._reason.text == "The decree of May was new to us."


def test_what_is_agreed_stands_beside_the_positions_with_who_agreed(view, plenary):
    close_round(view)
    show(view)
    click(view._open)
    card = view._agreement
    before = plenary.file.results(1)
    click(card._record)  # nothing, by nobody
    assert plenary.file.agreement("3a.1") is None
    card._french.field.setText("La loi couvre tous les résidents.")
    card._levels["law"][1]._choose("3")
    for bench in (WORKERS, EMPLOYERS):
        click(card._who[bench])
    click(card._record)
    kept = plenary.file.agreement("3a.1")
    assert set(kept.agreed_by) == {WORKERS, EMPLOYERS}
    assert dict(kept.levels) == {"law": 3}
    assert kept.statement["fr"] == "La loi couvre tous les résidents."
    assert plenary.file.results(1) == before


def test_what_is_said_is_noted_under_its_question(view, plenary):
    close_round(view)
    notes = view._notes
    notes._entry.field.setText("Who pays for rural offices?")
    click(notes._buttons[NoteKind.PARKED])
    assert notes._entry.text == ""
    assert "Who pays" in notes._said.said
    (note,) = plenary.file.proceedings.values(Note)
    assert (note.item, note.kind) == ("3a.1", NoteKind.PARKED)


def test_the_clock_counts_up_stops_and_begins_anew(view):
    close_round(view)
    wall = view._board
    click(wall._run)
    for _second in range(61):
        wall._tick()
    assert wall._clock.said == "1:01"
    click(wall._run)
    click(wall._anew)
    assert wall._clock.said == "0:00"


def test_another_consultation_takes_everything_away(view, desk):
    close_round(view)
    show(view)
    desk.hub.close()
    view.forget()
    assert view.wall is None
    assert view.list.count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_say_everything(view, desk, language):
    close_round(view)
    show(view)
    click(view._open)
    desk.speak(Words(language))
    words = " ".join(said(view))
    assert {"en": "After the talk", "fr": "Après la discussion"}[language] in words
    assert {"en": "Réserve", "fr": "Reservation"}[language] not in words
