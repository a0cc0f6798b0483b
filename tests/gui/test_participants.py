"""Seats: added on the page, invited by file, counted by group."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.collected import E, G, W, collect, create, invite_three
from support.desk import Desk, desk, said

from spf_assess.desktop.pages.facilitator import PACKETS, PARTICIPANTS
from spf_assess.desktop.pages.participants import ParticipantsView
from spf_assess.exchange import read_invitation
from spf_assess.i18n import Words
from spf_assess.model import Constituency, RespondentKind

__all__ = ["desk"]
CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def view(desk: Desk, tmp_path: Path) -> ParticipantsView:
    """The participants of a consultation without seats."""
    page = desk.open(create(tmp_path))
    desk.look_at(PARTICIPANTS)
    return page.participants


@pytest.fixture
def invited(desk: Desk, tmp_path: Path) -> ParticipantsView:
    """The participants of a consultation with four seats, nobody in."""
    consultation = create(tmp_path)
    invite_three(consultation)
    page = desk.open(consultation)
    desk.look_at(PARTICIPANTS)
    return page.participants


def choose_group(view: ParticipantsView, group: Constituency) -> None:
    option = next(
        one for one in view.form._group._options.values() if one.bench is group
    )
    QTest.mouseClick(option, CLICK)


def fill_in(view: ParticipantsView, group: Constituency, organization: str) -> None:
    view.begin_seat()
    choose_group(view, group)
    view.form._organization.field.setText(organization)


def test_without_a_seat_the_page_says_what_to_do(view: ParticipantsView) -> None:
    assert any(text.startswith("No seat yet.") for text in said(view))
    assert not view.table.isVisible()


def test_a_seat_is_added_on_the_page_and_its_invitation_comes_next(
    desk: Desk, view: ParticipantsView
) -> None:
    fill_in(view, W, "Congress of Unions")
    view.form._members.number.setValue(7)
    view.form._women.number.setValue(4)
    view.form._men.number.setValue(3)
    QTest.mouseClick(view.form._add, CLICK)
    desk.settle()
    (row,) = desk.hub.consultation.board()
    assert row.respondent.organization == "Congress of Unions"
    assert row.respondent.constituency is W
    assert row.respondent.kind is RespondentKind.BENCH
    assert (row.respondent.members, row.respondent.women) == (7, 4)
    assert view.table.isVisible()
    assert "Seat added: Congress of Unions. Next, write its invitation." in said(view)
    assert view._details.write_button.hasFocus()


def test_a_person_is_one_member_of_the_sex_that_was_said(
    desk: Desk, view: ParticipantsView
) -> None:
    fill_in(view, E, "Chamber")
    view.form._kind._choose("person")
    assert not view.form._counts.isVisible()
    view.form._sex._choose("woman")
    QTest.mouseClick(view.form._add, CLICK)
    (row,) = desk.hub.consultation.board()
    who = row.respondent
    assert (who.kind, who.members, who.women, who.men) == (
        RespondentKind.PERSON,
        1,
        1,
        0,
    )


def test_no_group_is_chosen_in_advance_and_the_form_says_what_is_missing(
    desk: Desk, view: ParticipantsView
) -> None:
    view.begin_seat()
    QTest.mouseClick(view.form._add, CLICK)
    told = said(view)
    assert "Choose the group this seat speaks for." in told
    assert any(text.startswith("Write the organization or the name") for text in told)
    assert desk.hub.consultation.board() == ()
    choose_group(view, G)
    assert "Choose the group this seat speaks for." not in said(view)


def test_more_women_and_men_than_members_are_pointed_out_beside_the_numbers(
    desk: Desk, view: ParticipantsView
) -> None:
    fill_in(view, G, "Ministry")
    view.form._women.number.setValue(3)
    QTest.mouseClick(view.form._add, CLICK)
    told = said(view)
    assert any(text.startswith("Women and men together") for text in told)
    assert view.form._women.number.accessibleDescription() or (
        view.form._women.accessibleDescription()
    )
    assert desk.hub.consultation.board() == ()


def test_giving_up_leaves_everything_as_it_was(
    desk: Desk, invited: ParticipantsView
) -> None:
    fill_in(invited, G, "Never mind")
    QTest.mouseClick(invited.form._give_up, CLICK)
    assert len(desk.hub.consultation.board()) == 4
    assert "Ministry of Labour" in said(invited)


def test_the_arrow_keys_choose_a_group(view: ParticipantsView) -> None:
    view.begin_seat()
    first = view.form._group._options["0"]
    assert view.form._group.selected is None
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert view.form._group.selected is E


def test_the_invitation_is_written_and_written_again_the_same(
    desk: Desk, invited: ParticipantsView, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.spfi", tmp_path / "second.spfi"
    desk.chooser.paths = [first]
    QTest.mouseClick(invited._details.write_button, CLICK)
    assert desk.chooser.suggested.name == "government-ministry-of-labour.spfi"
    invitation = read_invitation(first.read_bytes())
    assert invitation.respondent.organization == "Ministry of Labour"
    assert invited._details.write_button.text() == "Write it again…"
    desk.chooser.paths = [second]
    QTest.mouseClick(invited._details.write_button, CLICK)
    assert second.read_bytes() == first.read_bytes()
    assert f"The invitation for Ministry of Labour is in {second}." in said(invited)


def test_a_folder_that_vanished_is_told_and_the_invitation_can_be_written_elsewhere(
    desk: Desk, invited: ParticipantsView, tmp_path: Path
) -> None:
    desk.chooser.paths = [tmp_path / "stick" / "a.spfi"]
    QTest.mouseClick(invited._details.write_button, CLICK)
    (problem,) = desk.problems
    assert problem.code == "F-111"
    assert desk.window.notice.isVisible()
    assert "[F-111]" in desk.window.notice.said
    assert invited._details.write_button.text() == "Write the invitation…"
    desk.chooser.paths = [tmp_path / "a.spfi"]
    QTest.mouseClick(invited._details.write_button, CLICK)
    assert (tmp_path / "a.spfi").exists()


def test_each_group_is_counted_by_itself(desk: Desk, tmp_path: Path) -> None:
    consultation, _seats = collect(tmp_path)
    page = desk.open(consultation)
    desk.look_at(PARTICIPANTS)
    told = said(page.participants)
    assert "2 of 2 seats handed in" in told
    assert told.count("1 of 1 seat handed in") == 2


def test_the_list_says_who_is_in_with_how_much_and_which_packet(
    desk: Desk, tmp_path: Path
) -> None:
    consultation, _seats = collect(tmp_path)
    view = desk.open(consultation).participants
    desk.look_at(PARTICIPANTS)
    row = consultation.board()[0]
    lines = dict(view._model.lines(0))
    assert lines["State"] == "handed in"
    assert lines["Answered"] == f"{row.answered} of {row.asked}"
    assert lines["Last packet"] == "no. 1, 18 November 2026"
    assert lines["Members"] == "3 women, 3 men"


def test_the_groups_stand_in_the_order_chosen_everywhere(
    desk: Desk, invited: ParticipantsView
) -> None:
    def groups() -> list[Constituency]:
        rows = range(invited._model.rowCount())
        return [invited._model.row(row).respondent.constituency for row in rows]

    assert groups() == [G, E, E, W]
    invited.choose_order("workers")
    desk.settle()
    assert groups() == [W, G, E, E]
    assert desk.page.positions.model.order == (W, G, E)
    assert invited._orders.text() == "Order of the groups: Workers first"


def test_without_a_choice_the_order_turns_with_every_start(desk: Desk) -> None:
    from spf_assess.desktop.models.board import BenchOrder

    firsts = {BenchOrder(turn).benches[0] for turn in range(3)}
    assert firsts == {G, E, W}


def test_the_seat_looked_at_stays_in_another_language(
    desk: Desk, invited: ParticipantsView
) -> None:
    invited.table.go_to(3)
    desk.speak(Words("fr"))
    assert invited.table.currentIndex().row() == 3
    assert "Trade Union Congress" in said(invited)
    assert "Écrire l'invitation…" in invited._details.write_button.text()


def test_a_half_filled_form_stays_in_another_language(
    desk: Desk, view: ParticipantsView
) -> None:
    fill_in(view, W, "Fédération « Été »")
    desk.speak(Words("fr"))
    assert view.form.isVisible()
    assert view.form._organization.text == "Fédération « Été »"
    assert view.form._group.selected is W


def test_packets_kept_aside_lead_from_the_seat_to_the_list(
    desk: Desk, tmp_path: Path
) -> None:
    from support.collected import answers_of, hand_in

    consultation, seats = collect(tmp_path)
    first = seats[0]
    answers = answers_of(consultation.questionnaire, first.respondent, 0)[:3]
    rival = hand_in(consultation, first.respondent, answers, tmp_path / "rival.spfr")
    consultation.import_packet(rival.packet)
    page = desk.open(consultation)
    desk.look_at(PARTICIPANTS)
    told = said(page.participants)
    assert "awaited" in told
    assert page.participants._details._aside.text() == "See 2 packets kept aside"
    QTest.mouseClick(page.participants._details._aside, CLICK)
    desk.settle()
    assert page.tabs.currentIndex() == PACKETS
    assert page.packets._model.rowCount() == 2
