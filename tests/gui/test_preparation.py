"""The facilitator prepares a consultation in the window, and starts it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from support.collected import create
from support.desk import Desk, desk, said
from support.reading import clipped_texts, overlapping, small_targets

from spf_assess.desktop.pages.facilitator import PARTICIPANTS, PREPARATION
from spf_assess.desktop.parts.dialogs import Ask
from spf_assess.exchange import read_invitation
from spf_assess.i18n import Words
from spf_assess.model import (
    Attendance,
    Constituency,
    Organization,
    Preparation,
    Text,
)

__all__ = ["desk"]
STARTED = Preparation(started_at="2027-01-11T08:00:00Z")
UNIONS = Organization("unions", Constituency.WORKERS, "Trade Union Congress", seats=2)


@pytest.fixture
def prepared(desk: Desk, tmp_path: Path) -> Desk:
    """A new consultation; nobody has a seat yet."""
    desk.open(create(tmp_path))
    desk.window.resize(1366, 768)
    desk.window.show()
    desk.settle()
    return desk


def view(desk: Desk):
    return desk.page.preparation


def file(desk: Desk):
    return desk.hub.consultation


def saves(desk: Desk, card) -> None:
    card.save.click()
    desk.settle()


def points(desk: Desk) -> list[str]:
    return [one.go.said for one in view(desk).checklist._lines]


def asked(desk: Desk) -> Ask:
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Ask)]
    return dialog


def test_a_new_consultation_opens_with_its_preparation_and_what_is_missing(prepared):
    assert prepared.page.tabs.currentIndex() == PREPARATION
    assert "Workers: no organization and no seat yet." in points(prepared)
    told = f"Not started yet; {len(points(prepared))} points are open."
    assert told in said(prepared.page)


def test_one_with_seats_opens_with_its_participants(desk: Desk, tmp_path: Path):
    consultation = create(tmp_path)
    consultation.prepare(Preparation(organizations=(UNIONS,)))
    consultation.seat_organizations()
    assert desk.open(consultation).tabs.currentIndex() == PARTICIPANTS


def test_what_is_entered_is_saved_and_leaves_the_list(prepared):
    about = view(prepared).about
    about.place.field.setText("Coresia City")
    about.begins.field.setText("2027-03-30")
    about.ends.field.setText("2027-03-31")
    about.languages.select("fr")
    about.rounds.select("1")
    saves(prepared, about)
    assert file(prepared).header.place == "Coresia City"
    assert file(prepared).preparation == Preparation(
        begins_on="2027-03-30",
        ends_on="2027-03-31",
        languages=("fr",),
        rounds_planned=1,
    )
    assert "Saved." in said(about)
    assert not [one for one in points(prepared) if "dates" in one or "place" in one]


def test_a_further_round_can_be_planned_after_the_start_until_the_last_is_closed(
    prepared,
):
    about = view(prepared).about
    prepared.hub.do(lambda open_: open_.proceedings.record(STARTED))
    assert not about.title_en.isEnabled()
    assert about.rounds.isEnabled()
    about.rounds.select("3")
    saves(prepared, about)
    assert file(prepared).preparation.rounds_planned == 3
    prepared.hub.do(lambda open_: open_.close_round())
    prepared.hub.do(lambda open_: open_.conclude())
    assert not about.rounds.isEnabled()


def test_a_wrong_date_is_told_and_what_was_typed_stays(prepared):
    about = view(prepared).about
    about.begins.field.setText("next Monday")
    saves(prepared, about)
    assert [one.code for one in prepared.problems] == ["C-132"]
    assert about.begins.text == "next Monday"
    assert file(prepared).preparation.begins_on == ""


def test_what_was_typed_and_not_saved_outlives_saving_elsewhere(prepared):
    about, rules = view(prepared).about, view(prepared).rules
    about.place.field.setText("not saved yet")
    rules.counted.number.setValue(4)
    saves(prepared, rules)
    assert file(prepared).preparation.counted_from == 4
    assert about.place.text == "not saved yet"


def test_an_organization_is_entered_changed_and_seated(prepared):
    seats = view(prepared).seats
    seats.name.field.setText("Trade Union Congress")
    seats.group.select(Constituency.WORKERS)
    seats.people.number.setValue(2)
    saves(prepared, seats)
    (kept,) = file(prepared).preparation.organizations
    assert (kept.name, kept.constituency, kept.seats) == (
        "Trade Union Congress",
        Constituency.WORKERS,
        2,
    )
    seats._rows[0].change.click()
    seats.name.field.setText("Congress of Unions")
    saves(prepared, seats)
    assert file(prepared).preparation.organizations[0].id == kept.id
    assert seats.make.said == "Make 2 seats"
    seats.make.click()
    prepared.settle()
    assert [one.organization for one in file(prepared).respondents()] == [
        "Congress of Unions",
        "Congress of Unions",
    ]
    assert not seats.make.isVisible()


def test_an_organization_without_name_or_group_is_asked_for(prepared):
    seats = view(prepared).seats
    saves(prepared, seats)
    assert "Write the organization's name." in said(seats)
    seats.name.field.setText("University")
    saves(prepared, seats)
    assert "Choose the group it belongs to." in said(seats)
    assert file(prepared).preparation.organizations == ()


def test_the_rule_reads_as_in_the_report_and_thresholds_only_rise(prepared):
    rules = view(prepared).rules
    assert any("Verdicts differ" in one for one in said(rules))
    rules.counted.number.setValue(1)
    rules.spread.number.setValue(2)
    assert (rules.counted.value, rules.spread.value) == (3, 5)


def test_the_start_asks_first_and_then_the_rules_are_shut(prepared):
    page = view(prepared)
    page.start.click()
    asked(prepared).no_button.click()
    prepared.settle()
    assert not file(prepared).frozen
    page.start.click()
    asked(prepared).yes_button.click()
    prepared.settle()
    assert file(prepared).frozen
    assert not page.start.isVisible()
    for shut in (
        page.about.title_en,
        page.about.selection,
        page.rules.counted,
        page.rules.save,
        page.consent.save,
    ):
        assert not shut.isEnabled()
    assert page.about.place.isEnabled()
    assert page.attendance.save.isEnabled()


def test_a_consent_text_in_one_language_holds_up_the_start(prepared):
    consent = view(prepared).consent
    consent.texts["named", "en"].setPlainText("You may name me.")
    saves(prepared, consent)
    assert points(prepared)[0] == "The text on being named is missing in French."
    view(prepared).checklist._lines[0].go.click()
    assert QApplication.focusWidget() is consent.texts["named", "en"]
    view(prepared).start.click()
    asked(prepared).yes_button.click()
    assert [one.code for one in prepared.problems] == ["C-135"]
    consent.texts["named", "fr"].setPlainText("Vous pouvez me nommer.")
    saves(prepared, consent)
    assert file(prepared).consents[0] == Text.of(
        en="You may name me.", fr="Vous pouvez me nommer."
    )


def test_an_open_record_is_ticked_and_saved_and_shut_once_it_is_fixed(prepared):
    consent = view(prepared).consent
    assert not consent.open_record.isChecked()
    consent.open_record.click()
    saves(prepared, consent)
    assert file(prepared).preparation.open_record
    prepared.hub.do(lambda open_: open_.start())
    assert consent.open_record.isChecked()
    assert not consent.open_record.isEnabled()


def test_invitations_of_one_organization_are_written_and_each_is_named(
    prepared, tmp_path
):
    other = Organization("f", Constituency.EMPLOYERS, "Federation")
    file(prepared).prepare(Preparation(organizations=(UNIONS, other)))
    prepared.hub.do(lambda open_: open_.start())
    prepared.hub.do(_seated)
    prepared.settle()
    invitations, stick = view(prepared).invitations, tmp_path / "stick"
    stick.mkdir()
    prepared.chooser.paths = [stick]
    invitations.whom.setCurrentIndex(
        invitations.whom.findText("Workers, Trade Union Congress")
    )
    saves(prepared, invitations)
    written = sorted(stick.iterdir())
    for one in written:
        holder = read_invitation(one.read_bytes()).respondent
        assert holder.organization == UNIONS.name
    assert len(written) == 2
    assert "2 of 2 invitations are in stick." in said(invitations)
    for one in written:
        assert any(one.name in text for text in said(invitations))
    assert "Invitations that are not written yet: 1." in points(prepared)


def _seated(open_):
    from spf_assess.model import Changes

    return Changes(respondents=frozenset(one.id for one in open_.seat_organizations()))


def test_a_stick_that_is_gone_is_told_line_by_line(prepared, tmp_path):
    file(prepared).prepare(Preparation(organizations=(UNIONS,)))
    prepared.hub.do(_seated)
    prepared.settle()
    prepared.chooser.paths = [tmp_path / "pulled"]
    invitations = view(prepared).invitations
    saves(prepared, invitations)
    assert "0 of 2 invitations are in pulled." in said(invitations)
    assert len([one for one in said(invitations) if "[F-111]" in one]) == 2


def test_sheets_are_printed_while_the_file_is_open(prepared, tmp_path, qtbot):
    file(prepared).prepare(Preparation(organizations=(UNIONS,)))
    prepared.hub.do(_seated)
    prepared.settle()
    out = tmp_path / "sheets.pdf"
    prepared.chooser.paths = [out]
    invitations = view(prepared).invitations
    with qtbot.waitSignal(invitations.printed, timeout=60_000):
        invitations.print.click()
    assert out.read_bytes().startswith(b"%PDF-")
    assert f"The sheets are in {out}." in said(invitations)


def test_attendance_is_counted_by_day_group_and_sex(prepared):
    attendance = view(prepared).attendance
    attendance.day.field.setText("2027-03-30")
    attendance.counts[2, "women"].number.setValue(3)
    attendance.counts[2, "men"].number.setValue(1)
    saves(prepared, attendance)
    assert file(prepared).attendance() == (
        Attendance("2027-03-30", Constituency.WORKERS, women=3, men=1),
    )
    assert "30 March 2027: Workers 4 (3 women, 1 men)" in said(attendance)
    attendance.day.field.setText("2027-03-31")
    assert attendance.counts[2, "women"].value == 0
    attendance.day.field.setText("2027-03-30")
    assert attendance.counts[2, "women"].value == 3


def test_a_seat_is_changed_and_taken_away_among_the_participants(prepared):
    file(prepared).prepare(Preparation(organizations=(UNIONS,)))
    prepared.hub.do(_seated)
    prepared.look_at(PARTICIPANTS)
    page = prepared.page.participants
    page._details._change.click()
    assert not page.form._group.isEnabled()
    page.form._name.field.setText("Ada Lovelace")
    page.form._sex.select("woman")
    page.form._add.click()
    prepared.settle()
    first = file(prepared).respondents()[0]
    assert (first.name, first.women) == ("Ada Lovelace", 1)
    assert "Seat changed: Trade Union Congress, Ada Lovelace." in said(page)
    page._details._remove.click()
    prepared.settle()
    assert [one.name for one in file(prepared).respondents()] == ["Seat 2"]
    page.begin_seat()
    assert page.form._group.isEnabled()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_full_preparation_can_be_read_whole_in_french(prepared, scale, tmp_path):
    named = Text.of(en="You may name me.", fr="")
    file(prepared).prepare(Preparation(organizations=(UNIONS,), consent_named=named))
    prepared.hub.do(_seated)
    prepared.chooser.paths = [tmp_path]
    saves(prepared, view(prepared).invitations)
    prepared.choose_look(scale=scale)
    prepared.speak(Words("fr"))
    prepared.look_at(PREPARATION, (1024, 768))
    view(prepared).seats._rows[0].change.click()
    prepared.settle()
    assert clipped_texts(prepared.window) == []
    assert overlapping(prepared.page) == []
    assert small_targets(prepared.page) == []
