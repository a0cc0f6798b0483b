"""A wrong clock changes nothing of what counts; it is told where it is seen."""

import dataclasses

import pytest
from support.offices import rated

from spf_assess.consultation.clocks import file_clock, own_clock, packet_clock
from spf_assess.i18n import Words
from spf_assess.model import PacketState

HANDED_IN = "spf_assess.consultation.handing_in.now_iso"
CAME_IN = "spf_assess.consultation.importing.now_iso"


def handed_in(offices, facilitator, monkeypatch, claimed, name="ana"):
    """A packet handed in by a computer whose clock says *claimed* comes in."""
    monkeypatch.setattr(HANDED_IN, lambda: claimed)
    path = offices.folder / f"{name}-{claimed[:10]}.spfr"
    with offices.open(offices.folder / f"{name}.spfa") as own:
        own.hand_in(own.me().id, path)
    return facilitator.import_packet(path)


@pytest.fixture
def seated(offices, facilitator):
    with offices.respondent(facilitator, "ana") as ana:
        ana.answer(ana.me().id, rated("3a.1", 3, 2))
    return facilitator


@pytest.mark.parametrize(
    ("claimed", "code"),
    [
        ("2199-01-01T00:00:00Z", "C-231"),
        ("2001-01-01T00:00:00Z", "C-232"),
    ],
)
def test_a_packet_of_a_wrong_clock_counts_and_its_date_is_told_as_wrong(
    offices, seated, monkeypatch, claimed, code
):
    record = handed_in(offices, seated, monkeypatch, claimed)
    assert record.state is PacketState.ACCEPTED
    (row,) = seated.board()
    assert row.handed_in
    told = packet_clock(seated.header, row)
    assert told.code == code
    for language in ("en", "fr"):
        assert claimed[:4] in Words(language).tell(told)


def test_the_number_decides_which_packet_counts_not_the_clock(
    offices, seated, monkeypatch
):
    handed_in(offices, seated, monkeypatch, "2199-01-01T00:00:00Z")
    with offices.open(offices.folder / "ana.spfa") as ana:
        ana.answer(ana.me().id, rated("3a.1", 4, 4))
    handed_in(offices, seated, monkeypatch, "2001-01-01T00:00:00Z")
    (response,) = seated.responses()
    assert response.seq == 2
    assert response.answers["3a.1"].parts["law"].value == 4


def test_clocks_that_differ_a_little_are_not_remarked(offices, seated, monkeypatch):
    monkeypatch.setattr(CAME_IN, lambda: "2030-05-05T10:00:00Z")
    handed_in(offices, seated, monkeypatch, "2030-05-05T10:40:00Z")
    (row,) = seated.board()
    assert packet_clock(seated.header, row) is None


def test_a_computer_behind_the_invitation_is_told_as_it_is_accepted(facilitator):
    assert own_clock(facilitator.header, "2001-01-01T00:00:00Z").code == "C-230"
    assert own_clock(facilitator.header, facilitator.header.created_at) is None


def test_a_clock_set_back_below_what_the_file_recorded_is_told(facilitator):
    for fictitious in (True, False):
        header = dataclasses.replace(facilitator.header, fictitious=fictitious)
        facilitator._put_header(header)
        told = file_clock(facilitator, "2001-01-01T00:00:00Z")
        assert (told is None) is fictitious
    assert told.code == "C-233"
    assert "2001" in Words("fr").tell(told)
    assert file_clock(facilitator, facilitator.recorded_at) is None


def test_a_seat_that_handed_in_nothing_has_no_clock(seated):
    (row,) = seated.board()
    assert packet_clock(seated.header, row) is None
