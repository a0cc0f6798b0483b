"""Invitations out, packets in: from one computer to another and back."""

import dataclasses
import json
import os
import shutil

import pytest
from support.miniature import miniature
from support.offices import rated

from spf_assess.exchange import (
    build_packet,
    new_key,
    read_invitation,
    read_packet,
)
from spf_assess.model import (
    Channel,
    Constituency,
    PacketState,
    PartAnswer,
    Problem,
    RespondentKind,
    Response,
    Role,
)


def hand_in(consultation, path, *answers):
    for answer in answers:
        consultation.answer(consultation.me().id, answer)
    consultation.hand_in(consultation.me().id, path)
    return path


def states(facilitator):
    return {one.seq: (one.state.value, one.reason) for one in facilitator.packets()}


def test_file_names_that_are_no_text_are_brought_in_and_told(
    facilitator, ana, tmp_path
):
    odd = tmp_path / os.fsdecode(b"r\xe9ponse.spfr")  # a name from an old Windows stick
    hand_in(ana, odd, rated("3a.1", 3, 2))
    record = facilitator.import_packet(odd)
    assert record.state is PacketState.ACCEPTED
    assert record.file_name == "r\ufffdponse.spfr"
    (kept,) = ana.packets()
    assert kept.file_name == "r\ufffdponse.spfr"
    odd.write_bytes(b"{}")
    told = facilitator.import_packet(odd)
    assert told.file_name == "r\ufffdponse.spfr"
    assert told.state is PacketState.QUARANTINED


def test_an_invitation_says_whose_seat_it_is_and_is_the_same_each_time(facilitator):
    seat, data = facilitator.invite(
        constituency=Constituency.EMPLOYERS,
        kind=RespondentKind.BENCH,
        organization="Fédération des\u202e employeurs",
        language="fr",
        members=5,
        women=2,
        men=2,
    )
    read = read_invitation(data)
    assert read.header == facilitator.header
    assert read.respondent == seat
    assert seat.organization == "Fédération des employeurs"
    assert facilitator.invitation_of(seat.id) == data
    assert facilitator.respondents() == (seat,)


def test_seats_are_listed_in_the_order_of_inviting_also_after_reopening(
    offices, facilitator
):
    names = ["zoë", "ana", "Éloïse", "bob"]
    for name in names:
        facilitator.invite(
            constituency=Constituency.WORKERS, kind=RespondentKind.PERSON, name=name
        )
    facilitator.close()
    with offices.open() as again:
        assert [one.name for one in again.respondents()] == names


def test_accepting_makes_a_file_of_ones_own_and_overwrites_none(
    offices, facilitator, ana
):
    assert ana.role is Role.RESPONDENT
    assert ana.me() == facilitator.respondents()[0]
    assert ana.header == facilitator.header
    assert not ana.alone_file
    data = facilitator.invitation_of(ana.me().id)
    with pytest.raises(Problem, match="S-120"):
        offices.accept("ana", data)


def test_an_invitation_for_another_questionnaire_is_refused(offices, facilitator):
    _seat, data = facilitator.invite(
        constituency=Constituency.WORKERS, kind=RespondentKind.PERSON
    )
    offices.questionnaire = miniature(version="2.0", digest="cd" * 32)
    with pytest.raises(Problem, match="C-112"):
        offices.accept("late", data)
    assert not (offices.folder / "late.spfa").exists()


def test_a_packet_carries_every_answer_and_is_what_was_recorded(ana, tmp_path):
    me = ana.me().id
    ana.answer(me, rated("3a.1", 3, comment="é"))
    ana.answer(me, rated("3b.1", 1))
    done = ana.hand_in(me, tmp_path / "ana.spfr")
    packet = read_packet((tmp_path / "ana.spfr").read_bytes())
    assert packet.digest == done.digest
    assert (packet.seq, packet.prev) == (1, "")
    assert {one.item: one for one in packet.answers} == ana.response(me).answers
    assert ana.response(me).seq == 1
    assert ana.response(me).handed_in_at == done.handed_in_at
    assert [one.state for one in ana.packets()] == [PacketState.ACCEPTED]
    assert ana.packet_bytes(done.digest) == (tmp_path / "ana.spfr").read_bytes()


def test_handing_in_again_counts_on_and_names_the_one_before(ana, offices, tmp_path):
    me = ana.me().id
    ana.answer(me, rated("3a.1", 3))
    first = ana.hand_in(me, tmp_path / "1.spfr")
    assert not ana.changed_since_hand_in()
    ana.answer(me, rated("3a.1", 2))
    assert ana.changed_since_hand_in()
    ana.close()
    with offices.open(ana.path) as again:
        assert again.changed_since_hand_in()
        second = again.hand_in(me, tmp_path / "2.spfr")
        packet = read_packet((tmp_path / "2.spfr").read_bytes())
        assert (second.seq, packet.prev) == (2, first.digest)
        assert [one.state.value for one in again.packets()] == [
            "superseded",
            "accepted",
        ]
        assert not again.changed_since_hand_in()


def test_nothing_is_handed_in_without_an_answer(ana, tmp_path):
    with pytest.raises(Problem, match="C-108"):
        ana.hand_in(ana.me().id, tmp_path / "ana.spfr")
    assert not (tmp_path / "ana.spfr").exists()


def test_handing_in_never_overwrites_another_kind_of_file(ana, tmp_path):
    ana.answer(ana.me().id, rated("3a.1", 3))
    letter = tmp_path / "letter.txt"
    letter.write_text("dear")
    for target in (letter, ana.path):
        before = target.read_bytes()
        with pytest.raises(Problem, match="C-109"):
            ana.hand_in(ana.me().id, target)
        assert target.read_bytes() == before


def test_a_failed_hand_in_counts_for_nothing_and_the_next_has_a_number_of_its_own(
    ana, facilitator, tmp_path
):
    me = ana.me().id
    ana.answer(me, rated("3a.1", 3))
    with pytest.raises(Problem, match="F-111"):
        ana.hand_in(me, tmp_path / "pulled out" / "ana.spfr")
    assert ana.packets() == ()
    assert ana.response(me).seq == 0
    assert ana.response(me).handed_in_at == ""
    done = ana.hand_in(me, tmp_path / "ana.spfr")
    assert done.seq == 2
    assert facilitator.import_packet(done.path).state is PacketState.ACCEPTED


def test_a_stick_that_gives_back_other_bytes_is_caught(ana, tmp_path, monkeypatch):
    me = ana.me().id
    ana.answer(me, rated("3a.1", 3))
    monkeypatch.setattr(
        "spf_assess.consultation.handing_in.read_limited",
        lambda path, _most: path.read_bytes().replace(b'"value":3', b'"value":4'),
    )
    with pytest.raises(Problem, match="C-110"):
        ana.hand_in(me, tmp_path / "ana.spfr")
    assert ana.response(me).handed_in_at == ""


def test_an_imported_packet_is_a_response_with_its_answers(
    facilitator, ana, offices, tmp_path
):
    ana.update_respondent(
        dataclasses.replace(ana.me(), organization="CSN", consent_quoted=True, women=1)
    )
    path = hand_in(ana, tmp_path / "ana.spfr", rated("3a.1", 3, comment="é"))
    record = facilitator.import_packet(path)
    assert record.state is PacketState.ACCEPTED
    assert record.file_name == "ana.spfr"
    facilitator.close()
    with offices.open() as again:
        (response,) = again.responses()
        assert response.answers == ana.response(ana.me().id).answers
        assert response.respondent == ana.me() == again.respondents()[0]
        assert response.handed_in_at == ana.response(ana.me().id).handed_in_at
        (row,) = again.board()
        assert (row.handed_in, row.seq, row.answered) == (True, 1, 1)
        assert row.last_packet == record


def test_the_same_packet_twice_changes_nothing(facilitator, ana, tmp_path):
    path = hand_in(ana, tmp_path / "ana.spfr", rated("3a.1", 3))
    shutil.copy(path, tmp_path / "ana (1).spfr")
    facilitator.import_packet(path)
    before = facilitator.path.read_bytes()
    again = facilitator.import_packet(tmp_path / "ana (1).spfr")
    assert again.state is PacketState.KNOWN
    assert facilitator.path.read_bytes() == before


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2), (2, 3, 1)])
def test_the_highest_number_wins_in_any_order(facilitator, ana, tmp_path, order):
    for number in (1, 2, 3):
        hand_in(ana, tmp_path / f"{number}.spfr", rated("3a.1", number))
    for number in order:
        facilitator.import_packet(tmp_path / f"{number}.spfr")
    assert states(facilitator) == {
        1: ("superseded", ""),
        2: ("superseded", ""),
        3: ("accepted", ""),
    }
    (response,) = facilitator.responses()
    assert response.answers == {"3a.1": rated("3a.1", 3)}
    for one in facilitator.packets():
        kept = read_packet(facilitator.packet_bytes(one.digest))
        assert kept.answers == (rated("3a.1", one.seq),)


def test_two_packets_with_one_number_are_both_kept_aside_until_a_third_comes(
    facilitator, ana, offices, tmp_path
):
    hand_in(ana, tmp_path / "1.spfr", rated("3a.1", 1))
    ana.close()
    shutil.copy(ana.path, tmp_path / "copy.spfa")
    with offices.open(ana.path) as one, offices.open(tmp_path / "copy.spfa") as two:
        hand_in(one, tmp_path / "2a.spfr", rated("3a.1", 2))
        hand_in(two, tmp_path / "2b.spfr", rated("3a.1", 4))
        facilitator.import_packet(tmp_path / "2a.spfr")
        facilitator.import_packet(tmp_path / "1.spfr")
        late = facilitator.import_packet(tmp_path / "2b.spfr")
        assert (late.state, late.reason) == (PacketState.QUARANTINED, "C-211")
        assert late.facts["files"] == "2a.spfr, 2b.spfr"
        (response,) = facilitator.responses()
        assert response.answers == {"3a.1": rated("3a.1", 1)}
        hand_in(one, tmp_path / "3.spfr", rated("3a.1", 3))
    facilitator.import_packet(tmp_path / "3.spfr")
    (response,) = facilitator.responses()
    assert response.answers == {"3a.1": rated("3a.1", 3)}
    (row,) = facilitator.board()
    assert row.quarantined == 2


def test_two_keys_for_one_seat_wait_for_the_facilitator_to_choose(
    facilitator, ana, offices, tmp_path
):
    hand_in(ana, tmp_path / "ana.spfr", rated("3a.1", 1))
    data = facilitator.invitation_of(ana.me().id)
    with offices.accept("somebody", data) as somebody:
        hand_in(somebody, tmp_path / "somebody.spfr", rated("3a.1", 4))
    first = facilitator.import_packet(tmp_path / "ana.spfr")
    assert first.state is PacketState.ACCEPTED
    second = facilitator.import_packet(tmp_path / "somebody.spfr")
    assert (second.state, second.reason) == (PacketState.QUARANTINED, "C-212")
    assert facilitator.responses() == ()
    assert {one.reason for one in facilitator.packets()} == {"C-212"}
    changes = facilitator.trust_packet(first.digest)
    assert changes.packets
    (response,) = facilitator.responses()
    assert response.answers == {"3a.1": rated("3a.1", 1)}
    assert {one.reason for one in facilitator.packets()} == {"", "C-213"}
    facilitator.trust_packet(second.digest)
    (response,) = facilitator.responses()
    assert response.answers == {"3a.1": rated("3a.1", 4)}
    with pytest.raises(Problem, match="C-116"):
        facilitator.trust_packet("0" * 64)


def forged(facilitator, ana, tmp_path, header=None, **more):
    """A packet that is properly signed, with something else in it."""
    respondent = more.pop("respondent", ana.me())
    response = Response(
        respondent=respondent,
        round=more.pop("round", 1),
        answers=more.pop("answers", {"3a.1": rated("3a.1", 2)}),
        seq=1,
        handed_in_at="2026-11-18T10:42:07Z",
    )
    path = tmp_path / "forged.spfr"
    path.write_bytes(
        build_packet(header or facilitator.header, response, prev="", seed=new_key())
    )
    return path


def with_header(**more):
    return lambda facilitator, ana: {
        "header": dataclasses.replace(facilitator.header, **more)
    }


def with_respondent(**more):
    return lambda facilitator, ana: {
        "respondent": dataclasses.replace(ana.me(), **more)
    }


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (with_header(id="0" * 32), "C-201"),
        (with_header(questionnaire_digest="0" * 64), "C-202"),
        (with_respondent(id="0" * 32), "C-203"),
        (with_respondent(constituency=Constituency.EMPLOYERS), "C-204"),
        (with_respondent(kind=RespondentKind.BENCH), "C-205"),
        (lambda facilitator, ana: {"round": 2}, "C-206"),
        (lambda facilitator, ana: {"answers": {"9z": rated("9z", 1)}}, "X-151"),
        (
            lambda facilitator, ana: {
                "answers": {
                    "3a.1": dataclasses.replace(
                        rated("3a.1", 1), parts={"law": PartAnswer(9)}
                    )
                }
            },
            "X-156",
        ),
    ],
)
def test_a_packet_with_no_place_here_is_kept_aside_with_the_reason(
    facilitator, ana, offices, tmp_path, changed, code
):
    path = forged(facilitator, ana, tmp_path, **changed(facilitator, ana))
    record = facilitator.import_packet(path)
    assert (record.state, record.reason) == (PacketState.QUARANTINED, code)
    assert record.says.format_map(record.facts)
    assert facilitator.responses() == ()
    assert facilitator.packet_bytes(record.digest) == path.read_bytes()
    again = facilitator.import_packet(path)
    assert (again.state, again.reason) == (PacketState.KNOWN, code)
    right = hand_in(ana, tmp_path / "right.spfr", rated("3a.1", 1))
    assert facilitator.import_packet(right).state is PacketState.ACCEPTED
    facilitator.close()
    with offices.open() as reopened:
        assert reopened.packets()[0] == record


def test_files_that_are_no_packets_are_told_and_do_no_harm(facilitator, ana, tmp_path):
    good = hand_in(ana, tmp_path / "good.spfr", rated("3a.1", 3)).read_bytes()
    big = tmp_path / "big.spfr"
    big.write_bytes(b"{" + b" " * 10_000_000)
    cases = {
        "missing.spfr": (None, "F-101"),
        "empty.spfr": (b"", "X-102"),
        "cut.spfr": (good[:-40], "X-103"),
        "changed.spfr": (good.replace(b'"value":3', b'"value":4'), "X-114"),
        "spaced.spfr": (json.dumps(json.loads(good)).encode(), "X-105"),
        "photo.spfr": (b"\xff\xd8\xff\xe0" + bytes(5000), "X-104"),
        "invitation.spfi": (facilitator.invitation_of(ana.me().id), "X-111"),
        "own.spfa": (ana.path.read_bytes(), "X-104"),
    }
    for name, (data, code) in cases.items():
        if data is not None:
            (tmp_path / name).write_bytes(data)
        record = facilitator.import_packet(tmp_path / name)
        assert record.state is PacketState.QUARANTINED, name
        assert record.reason == code, name
        assert record.says.format_map(record.facts), name
    assert facilitator.import_packet(big).reason == "F-103"
    assert facilitator.import_packet(tmp_path).reason == "F-104"
    assert facilitator.responses() == ()
    assert facilitator.import_packet(tmp_path / "good.spfr").state is (
        PacketState.ACCEPTED
    )


def test_a_packet_touches_nobody_elses_response(facilitator, offices, tmp_path):
    seats = {}
    for name, bench in (
        ("ana", Constituency.WORKERS),
        ("bo", Constituency.EMPLOYERS),
        ("che", Constituency.GOVERNMENT),
    ):
        with offices.respondent(facilitator, name, bench) as one:
            seats[name] = one.me().id
            hand_in(one, tmp_path / f"{name}.spfr", rated("3a.1", len(seats)))
            hand_in(one, tmp_path / f"{name}2.spfr", rated("3b.1", 4))
    facilitator.import_packet(tmp_path / "ana.spfr")
    facilitator.import_packet(tmp_path / "bo.spfr")
    before = {name: facilitator.response(seats[name]) for name in ("ana", "bo")}
    facilitator.import_packet(tmp_path / "che.spfr")
    facilitator.import_packet(tmp_path / "che2.spfr")
    for name, response in before.items():
        assert facilitator.response(seats[name]) == response
    assert len(facilitator.responses()) == 3


def test_the_facilitator_describes_a_seat_only_until_its_packet_comes(
    facilitator, ana, tmp_path
):
    seat = facilitator.respondents()[0]
    facilitator.update_respondent(dataclasses.replace(seat, organization="CSN"))
    assert facilitator.respondents()[0].organization == "CSN"
    with pytest.raises(Problem, match="C-107"):
        facilitator.update_respondent(
            dataclasses.replace(facilitator.respondents()[0], consent_named=True)
        )
    path = hand_in(ana, tmp_path / "ana.spfr", rated("3a.1", 3))
    facilitator.import_packet(path)
    with pytest.raises(Problem, match="C-114"):
        facilitator.update_respondent(dataclasses.replace(seat, organization="X"))
    with pytest.raises(Problem, match="C-103"):
        facilitator.update_respondent(dataclasses.replace(seat, id="0" * 32))


def test_a_self_assessment_stands_alone(offices, tmp_path):
    with offices.alone() as mine:
        assert mine.alone_file
        path = hand_in(mine, tmp_path / "alone.spfr", rated("3a.1", 3))
        assert len(mine.responses()) == 1
        assert mine.results().round == 1
    with offices.found() as facilitator:
        assert facilitator.import_packet(path).reason == "C-201"


def test_a_file_for_reading_only_imports_nothing(facilitator, ana, offices, tmp_path):
    path = hand_in(ana, tmp_path / "ana.spfr", rated("3a.1", 3))
    with (
        offices.open(read_only=True) as reader,
        pytest.raises(Problem, match="S-125"),
    ):
        reader.import_packet(path)


def test_a_packet_keeps_the_way_it_came_the_first_time(offices, facilitator, ana):
    path = hand_in(ana, offices.folder / "ana.spfr", rated("3a.1", 3, 2))
    importing = facilitator._importing
    here = importing.take_in(path.read_bytes(), "ana.spfr", Channel.HERE)
    assert (here.state, here.channel) == (PacketState.ACCEPTED, Channel.HERE)
    again = facilitator.import_packet(path)
    assert (again.state, again.channel) == (PacketState.KNOWN, Channel.HERE)
    sent = hand_in(ana, offices.folder / "again.spfr", rated("3a.1", 4, 2))
    assert facilitator.import_packet(sent).channel is Channel.PACKET
    facilitator.close()
    with offices.open() as reopened:
        channels = [one.channel for one in reopened.packets()]
        assert channels == [Channel.HERE, Channel.PACKET]
        exported = reopened.export_json()["packets"]
        assert [one["channel"] for one in exported] == ["here", "packet"]
