"""Who has handed in and how far: right after every step, and counted only once."""

import dataclasses

import pytest
from support.offices import rated

from spf_assess.analysis import progress
from spf_assess.consultation.board import Board
from spf_assess.model import Constituency, PacketState, RespondentKind


@pytest.fixture
def counted(monkeypatch):
    """Note for which seats a row is made."""
    noted = []
    make = Board._made

    def noting(board, place, *args, **more):
        noted.append(place)
        return make(board, place, *args, **more)

    monkeypatch.setattr(Board, "_made", noting)
    return noted


def fresh(consultation, respondent):
    """Count without help of anything kept."""
    return progress(
        consultation.questionnaire,
        consultation.selection,
        respondent.constituency,
        consultation.response(respondent.id).answers,
    )


def test_a_packet_has_only_its_own_seat_counted_anew(
    offices, facilitator, counted, tmp_path
):
    for _number in range(20):
        facilitator.invite(
            constituency=Constituency.WORKERS, kind=RespondentKind.PERSON
        )
    with offices.respondent(facilitator, "ana") as ana:
        ana.answer(ana.me().id, rated("3a.1", 3, 2))
        ana.hand_in(ana.me().id, tmp_path / "a.spfr")
    before = facilitator.board()
    assert len(counted) == len(before) >= 21
    counted.clear()
    assert facilitator.board() == before
    assert counted == []
    record = facilitator.import_packet(tmp_path / "a.spfr")
    assert record.state is PacketState.ACCEPTED
    after = facilitator.board()
    assert len(counted) == 1
    changed = [row for row, old in zip(after, before, strict=True) if row != old]
    assert [(row.answered, row.handed_in) for row in changed] == [(1, True)]


def test_ones_own_progress_follows_every_answer_and_its_undoing(offices, facilitator):
    with offices.respondent(facilitator, "ana") as ana:
        me = ana.me()
        steps = [
            lambda: None,
            lambda: ana.answer(me.id, rated("3a.1", 3, 2)),
            lambda: ana.answer(me.id, rated("3a.1", 1, 2)),
            lambda: ana.undo(me.id),
            lambda: ana.undo(me.id),
            lambda: ana.redo(me.id),
        ]
        told = []
        for step in steps:
            step()
            assert ana.progress(me.id) == fresh(ana, me)
            told.append(ana.progress(me.id).answered)
        assert told == [0, 1, 1, 1, 0, 1]


def test_packets_kept_aside_are_counted_with_their_seat_alone(
    offices, facilitator, tmp_path
):
    for name in ("ana", "ben"):
        with offices.respondent(facilitator, name) as one:
            one.answer(one.me().id, rated("3a.1", 3, 2))
            one.hand_in(one.me().id, tmp_path / f"{name}.spfr")
        facilitator.import_packet(tmp_path / f"{name}.spfr")
    (tmp_path / "bad.spfr").write_bytes(b"{}")
    facilitator.import_packet(tmp_path / "bad.spfr")
    rows = facilitator.board()
    assert [row.quarantined for row in rows if row.handed_in] == [0, 0]
    packets = {row.last_packet.file_name for row in rows if row.last_packet}
    assert packets == {"ana.spfr", "ben.spfr"}


def test_a_seat_that_is_added_or_changed_is_the_only_row_made(
    facilitator, counted
) -> None:
    def invite(name: str):
        return facilitator.invite(
            constituency=Constituency.WORKERS,
            kind=RespondentKind.PERSON,
            organization=name,
        )[0]

    for name in ("One", "Two", "Three"):
        seat = invite(name)
    before = facilitator.board()
    counted.clear()
    invite("Four")
    assert [row.respondent.organization for row in facilitator.board()][-2:] == [
        "Three",
        "Four",
    ]
    facilitator.update_respondent(dataclasses.replace(seat, organization="Trade Union"))
    after = facilitator.board()
    assert after[-2].respondent.organization == "Trade Union"
    assert len(counted) == 2
    assert after[: len(before) - 1] == before[:-1]
    assert facilitator.board() is after
    facilitator.remove_seat(seat.id)
    assert facilitator.board() == (*after[:-2], after[-1])


def test_how_many_handed_in_is_known_without_going_through_the_seats(
    offices, facilitator, tmp_path
) -> None:
    assert facilitator.handed_in() == 0
    for number, name in enumerate(("ana", "ben"), 1):
        with offices.respondent(facilitator, name) as one:
            one.answer(one.me().id, rated("3a.1", 3, 2))
            one.hand_in(one.me().id, tmp_path / f"{name}.spfr")
        facilitator.import_packets([tmp_path / f"{name}.spfr"])
        assert facilitator.handed_in() == number
        assert sum(row.handed_in for row in facilitator.board()) == number
    facilitator.undo_import(facilitator.batches()[-1].number)
    assert [row.handed_in for row in facilitator.board()].count(True) == 1
    assert facilitator.handed_in() == 1
    facilitator.import_packet(tmp_path / "ben.spfr")
    anew = Board(facilitator._contents, facilitator.questionnaire, facilitator._tallies)
    assert anew.rows(1) == facilitator.board()
    assert anew.handed_in(1) == 2
