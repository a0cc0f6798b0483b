"""A round is closed, positions are shown, and each group says what it makes of them."""

import pytest
from support.offices import rated
from support.plenary import EMPLOYERS, GOVERNMENT, WORKERS, Plenary, keeps, moves

from spf_assess.analysis import compute
from spf_assess.analysis.rounds import answered_results, results_of, shifts
from spf_assess.exchange import build_packet, new_key
from spf_assess.model import (
    BENCHES,
    Agreement,
    Constituency,
    Course,
    Note,
    NoteKind,
    PacketState,
    PositionSource,
    Problem,
    Response,
    TalkReason,
    Text,
)


@pytest.fixture
def plenary(tmp_path):
    found = Plenary(tmp_path)
    yield found
    found.close()


@pytest.fixture
def discussed(plenary):
    plenary.second_round("3a.1")
    return plenary


def refused(command, *arguments, **options):
    with pytest.raises(Problem) as met:
        command(*arguments, **options)
    assert str(met.value)
    return met.value.code


# Rounds


def test_nothing_of_an_open_round_can_be_seen(plenary):
    file = plenary.file
    assert refused(file.topics) == "C-160"
    assert refused(file.reveal, "3a.1") == "C-160"
    assert refused(file.shown, "3a.1") == "C-160"
    assert refused(file.agree, Agreement(0, "3a.1", agreed_by=BENCHES)) == "C-160"
    assert file.discussed_round == 0


def test_a_second_round_opens_only_after_the_first_is_closed(plenary):
    assert refused(plenary.file.open_round) == "C-160"
    assert plenary.file.close_round().rounds
    assert not plenary.file.close_round().rounds
    assert plenary.file.open_round().rounds
    assert [one.number for one in plenary.file.rounds] == [1, 2]
    assert plenary.file.is_open(2)
    assert not plenary.file.is_open(1)
    assert refused(plenary.file.open_round, 4) == "C-115"


def test_a_packet_for_a_closed_round_waits_with_the_reason(plenary):
    late = plenary.packet(WORKERS, rated("3a.1", 4, 4))
    plenary.file.close_round()
    record = plenary.file.import_packet(late)
    assert (record.state, record.reason) == (PacketState.QUARANTINED, "C-161")
    assert plenary.levels() == [4.0, 3.0, 1.0]
    plenary.file.open_round()
    assert plenary.levels(number=1) == [4.0, 3.0, 1.0]
    assert refused(plenary.file.open_round, 1) == "C-162"


def test_a_round_opened_again_counts_what_waited(plenary):
    late = plenary.packet(WORKERS, rated("3a.1", 2, 2))
    plenary.file.close_round()
    plenary.file.import_packet(late)
    plenary.file.open_round(1)
    assert plenary.levels() == [4.0, 3.0, 2.0]
    assert not plenary.file.open_round(1).rounds


def test_a_round_of_which_something_was_shown_is_not_opened_again(plenary):
    plenary.file.close_round()
    plenary.file.reveal("3b.1")
    assert refused(plenary.file.open_round, 1) == "C-162"


def test_packets_that_were_in_before_closing_stay_in(plenary):
    plenary.file.close_round()
    late = plenary.packet(WORKERS, rated("3a.1", 4, 4))
    plenary.file.import_packet(late)
    states = [one.state for one in plenary.file.packets()]
    assert states.count(PacketState.ACCEPTED) == 3
    assert len(plenary.file.responses(1)) == 3


def test_a_packet_that_came_before_its_round_counts_when_it_opens(plenary):
    seat = next(
        one.respondent
        for one in plenary.file.responses()
        if one.respondent.constituency is WORKERS
    )
    early = Response(seat, 2, {"3a.1": rated("3a.1", 2, 2)}, 1, "2026-03-02T08:00:00Z")
    path = plenary.offices.folder / "early.spfr"
    path.write_bytes(build_packet(plenary.file.header, early, prev="", seed=new_key()))
    assert plenary.file.import_packet(path).reason == "C-206"
    plenary.file.close_round()
    assert plenary.levels() == [4.0, 3.0, 1.0]
    plenary.file.open_round()
    assert plenary.levels(number=1) == [4.0, 3.0, 1.0]
    assert plenary.levels(number=2) == [4.0, 3.0, 2.0]
    sources = [
        one.source
        for one in plenary.file.results(2).comparisons["3a.1"]["practice"].positions
    ]
    assert sources == [
        PositionSource.KEPT,
        PositionSource.KEPT,
        PositionSource.AGREED,
    ]


def test_all_of_it_stands_when_the_file_is_opened_again(discussed):
    discussed.file.state(moves(WORKERS, 2))
    before = discussed.file.results(2)
    discussed.file.close()
    discussed.file = discussed.offices.open()
    assert discussed.file.results(2) == before
    assert discussed.file.revealed() == {"3a.1"}
    assert not discussed.file.damaged


def test_who_handed_in_before_is_not_awaited_in_the_second_round(discussed):
    rows = discussed.file.board()
    assert all(row.handed_in and row.round == 1 for row in rows)
    assert all(row.answered == 2 for row in rows)
    discussed.invited_again(WORKERS)
    discussed.answer(WORKERS, rated("3a.1", 3, 3))
    again = {row.respondent.constituency: row for row in discussed.file.board()}
    assert (again[WORKERS].round, again[WORKERS].answered) == (2, 1)
    assert again[GOVERNMENT].round == 1


# Reveals


def test_what_needs_talk_is_listed_without_its_levels(plenary):
    plenary.file.close_round()
    (topic,) = plenary.file.topics()
    assert (topic.item, topic.range) == ("3a.1", 3.0)
    assert topic.reasons == (TalkReason.STRONG_DIVERGENCE, TalkReason.VERDICTS_DIFFER)
    assert set(topic.speaking) == set(BENCHES)


def test_positions_are_told_after_the_reveal_only(plenary):
    plenary.file.close_round()
    assert refused(plenary.file.shown, "3a.1") == "C-165"
    assert plenary.file.reveal("3a.1").recorded == {"reveal"}
    assert set(plenary.file.shown("3a.1")) == {"law", "practice"}
    assert refused(plenary.file.shown, "3b.1") == "C-165"
    assert not plenary.file.reveal("3a.1").recorded


def test_only_what_is_compared_can_be_shown(plenary):
    plenary.file.close_round()
    assert refused(plenary.file.reveal, "3a.2") == "C-164"
    assert refused(plenary.file.reveal, "9z.9") == "C-164"


def test_one_group_alone_is_not_shown(tmp_path):
    alone = Plenary(tmp_path, {WORKERS: 2})
    alone.file.close_round()
    assert refused(alone.file.reveal, "3a.1") == "C-163"
    assert alone.file.missing() == (GOVERNMENT, EMPLOYERS)
    alone.close()


def test_items_are_shown_one_by_one_while_the_second_round_is_open(discussed):
    discussed.file.reveal("3b.1")
    assert discussed.file.revealed(1) == {"3a.1", "3b.1"}
    assert discussed.file.revealed(2) == frozenset()


# Stances


def test_a_group_moves_with_its_reason_and_the_first_round_stays(discussed):
    first = discussed.file.results(1)
    discussed.file.state(moves(WORKERS, 2, reservation="In the north it is 1."))
    assert discussed.levels(number=2) == [4.0, 3.0, 2.0]
    assert discussed.file.results(1) == first
    stance = discussed.file.stance("3a.1", WORKERS)
    assert stance.reason == "We read the decree."
    assert stance.reservation == "In the north it is 1."


def test_a_round_of_stances_reads_no_answer_and_comes_to_the_same(discussed):
    """With ten thousand respondents reading a million answers took half a minute."""
    file = discussed.file
    file.state(moves(WORKERS, 2))
    file.state(keeps(EMPLOYERS))
    agreed = Agreement(2, "3a.1", {"practice": 2}, Text.of(en="So."), tuple(BENCHES))
    file.agree(agreed)
    file.close()
    file = discussed.file = discussed.offices.open()
    found, moved = file.results(2), file.shifts()
    assert file._contents._answers == {}
    given = file._discussed_until(2)
    assert found == results_of(given, 2)
    answered = answered_results(given, 2)
    first = compute(file.questionnaire, file.selection, file.responses(1))
    assert moved == shifts(first, found, file.stances(2), answered)
    sources = {
        one.source
        for one in answered.comparisons["3a.1"]["practice"].positions
        if one.level is not None
    }
    assert sources == {PositionSource.KEPT}


def test_answers_are_read_where_somebody_answered_anew(discussed):
    discussed.file.state(moves(WORKERS, 2))
    discussed.invited_again(WORKERS)
    discussed.answer(WORKERS, rated("3a.1", 3, 3))
    given = discussed.file._discussed_until(2)
    assert discussed.file.results(2) == results_of(given, 2)
    assert {one.round for one in given.responses} == {1, 2}


@pytest.mark.parametrize(
    "stance", [moves(WORKERS, 2, reason=" "), moves(WORKERS, 1)], ids=["why", "same"]
)
def test_a_move_without_reason_or_to_where_it_stands_is_none(discussed, stance):
    assert refused(discussed.file.state, stance) == "C-167"
    assert not discussed.file.stances()


@pytest.mark.parametrize("level", [0, 5, True, "2"])
def test_a_level_that_is_none_is_refused(discussed, level):
    assert refused(discussed.file.state, moves(WORKERS, level)) == "C-168"


def test_a_group_that_never_answered_may_still_state_a_position(tmp_path):
    two = Plenary(tmp_path, {GOVERNMENT: 4, EMPLOYERS: 3})
    two.second_round("3a.1")
    assert refused(two.file.state, keeps(WORKERS)) == "C-124"
    two.file.state(keeps(WORKERS, "We were not invited in time."))
    assert two.levels() == [4.0, 3.0, None]
    two.file.state(moves(WORKERS, 2, "Our members tell so."), correcting=True)
    assert two.levels() == [4.0, 3.0, 2.0]
    assert two.file.missing() == (WORKERS,)
    course = {
        one.constituency: one.course
        for shift in two.file.shifts()
        if (shift.item, shift.part) == ("3a.1", "practice")
        for one in shift.movements
    }
    assert course == {
        GOVERNMENT: Course.KEPT,
        EMPLOYERS: Course.KEPT,
        WORKERS: Course.FIRST,
    }
    two.close()


def test_saying_something_else_needs_to_be_meant_and_both_are_kept(discussed):
    discussed.file.state(moves(WORKERS, 2))
    discussed.file.state(moves(WORKERS, 2))
    assert refused(discussed.file.state, keeps(WORKERS, "No.")) == "C-122"
    discussed.file.state(keeps(WORKERS, "No."), correcting=True)
    assert discussed.levels() == [4.0, 3.0, 1.0]
    (before,) = discussed.file.earlier_stances("3a.1", WORKERS)
    assert before.levels == {"practice": 2}
    discussed.file.withdraw_stance("3a.1", WORKERS)
    assert discussed.file.stance("3a.1", WORKERS) is None
    assert len(discussed.file.earlier_stances("3a.1", WORKERS)) == 2


def test_what_is_stated_in_the_room_counts_before_a_packet_and_both_are_told(
    discussed,
):
    discussed.file.state(moves(WORKERS, 2))
    discussed.invited_again(WORKERS)
    discussed.answer(WORKERS, rated("3a.1", 3, 3))
    assert discussed.levels(number=2) == [4.0, 3.0, 2.0]
    law, practice = (
        movement
        for shift in discussed.file.shifts()
        if shift.item == "3a.1"
        for movement in shift.movements
        if movement.constituency is WORKERS
    )
    assert (practice.after.level, practice.answered) == (2.0, 3.0)
    assert (law.after.level, law.answered) == (3.0, None)


def test_a_stance_needs_the_reveal_the_round_and_the_group(plenary):
    assert refused(plenary.file.state, keeps(WORKERS)) == "C-123"
    plenary.second_round("3a.1")
    assert refused(plenary.file.state, keeps(WORKERS, item="3b.1")) == "C-165"
    assert refused(plenary.file.state, keeps(WORKERS, item="3a.2")) == "C-164"
    observers = Constituency.OBSERVERS
    assert refused(plenary.file.state, keeps(observers)) == "C-166"
    plenary.file.close_round()
    assert refused(plenary.file.state, keeps(WORKERS)) == "C-128"


def test_a_respondents_file_takes_no_part_in_the_discussion(discussed):
    with discussed.offices.alone() as own:
        for command in (own.close_round, own.open_round, lambda: own.reveal("3a.1")):
            assert refused(command) == "C-101"


# Agreements


def test_the_lowest_level_is_joint_unless_all_three_agree_on_another(discussed):
    file = discussed.file
    file.state(moves(WORKERS, 3))
    assert discussed.levels() == [4.0, 3.0, 3.0]
    found = file.results(2).comparisons["3a.1"]["practice"]
    assert (found.joint_level, found.joint_agreed) == (3, False)
    file.agree(Agreement(0, "3a.1", {"practice": 4}, agreed_by=BENCHES))
    found = file.results(2).comparisons["3a.1"]["practice"]
    assert (found.joint_level, found.joint_agreed) == (4, True)
    assert discussed.levels() == [4.0, 3.0, 3.0]


def test_what_two_groups_agree_is_told_and_is_not_the_joint_level(discussed):
    agreement = Agreement(
        0,
        "3a.1",
        {"practice": 3},
        Text.of(fr="La loi suffit."),
        (EMPLOYERS, GOVERNMENT),
        "After the break.",
    )
    discussed.file.agree(agreement)
    assert discussed.file.results(2).comparisons["3a.1"]["practice"].joint_level is None
    kept = discussed.file.agreement("3a.1")
    assert kept.agreed_by == (GOVERNMENT, EMPLOYERS)
    assert kept.statement == Text.of(en="", fr="La loi suffit.")
    assert kept.why == "After the break."


def test_an_agreement_of_one_group_or_of_nothing_is_none(discussed):
    words = Text.of(en="We agree.")
    for agreement in (
        Agreement(0, "3a.1", statement=words, agreed_by=(WORKERS,)),
        Agreement(0, "3a.1", agreed_by=BENCHES),
    ):
        assert refused(discussed.file.agree, agreement) == "C-169"
    observers = Agreement(
        0, "3a.1", statement=words, agreed_by=(*BENCHES, Constituency.OBSERVERS)
    )
    assert refused(discussed.file.agree, observers) == "C-166"
    assert not discussed.file.agreements()


def test_a_statement_can_be_agreed_in_the_only_round_and_a_level_cannot(plenary):
    plenary.file.close_round()
    plenary.file.reveal("3a.1")
    words = Agreement(0, "3a.1", statement=Text.of(en="We agree."), agreed_by=BENCHES)
    level = Agreement(0, "3a.1", {"practice": 2}, agreed_by=BENCHES)
    assert refused(plenary.file.agree, level) == "C-123"
    plenary.file.agree(words)
    assert plenary.file.agreement("3a.1").round == 1
    other = Agreement(0, "3a.1", statement=Text.of(en="No."), agreed_by=BENCHES)
    assert refused(plenary.file.agree, other) == "C-122"
    plenary.file.agree(other, correcting=True)
    plenary.file.withdraw_agreement("3a.1")
    assert plenary.file.agreement("3a.1") is None


# Notes


def test_notes_are_kept_changed_settled_and_taken_back(discussed):
    file = discussed.file
    file.note(Note("", 0, NoteKind.PARKED, "Who pays rural offices?", "", "3a.1"))
    file.note(Note("", 0, NoteKind.NOTE, "Lunch at noon.", ""))
    (parked,) = file.notes(kind=NoteKind.PARKED)
    assert parked.round == 2
    assert parked.at
    file.settle(parked.id)
    assert file.notes("3a.1")[0].settled
    file.settle(parked.id, settled=False)
    file.withdraw_note(parked.id)
    assert [one.text for one in file.notes()] == ["Lunch at noon."]
    assert refused(file.withdraw_note, parked.id) == "C-125"
    assert refused(file.settle, parked.id) == "C-125"


def test_a_note_has_words_and_a_question_that_is_asked(discussed):
    blank = Note("", 0, NoteKind.NOTE, " \n", "")
    nowhere = Note("", 0, NoteKind.NOTE, "Words", "", item="9z.9")
    assert refused(discussed.file.note, blank) == "C-169"
    assert refused(discussed.file.note, nowhere) == "C-126"
