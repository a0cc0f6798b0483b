"""What the sample's meeting makes of the positions: every kind of thing there is."""

from collections import Counter

from spf_assess.model import (
    BENCHES,
    LANGUAGES,
    PRACTICE,
    Course,
    Decision,
    NoteKind,
    Outcome,
    PositionSource,
)

GOVERNMENT, EMPLOYERS, WORKERS = BENCHES


def practice(sample, item, number=2):
    return sample.results(number).comparisons[item][PRACTICE]


def levels(sample, item, number=2):
    return [one.level for one in practice(sample, item, number).positions]


def test_both_rounds_are_closed_and_the_first_is_as_it_was_handed_in(sample):
    assert [bool(one.closed_at) for one in sample.rounds] == [True, True]
    assert len(sample.responses(1)) == 12
    assert sample.responses(2) == ()
    assert levels(sample, "3o.1", 1) == [3.0, 3.0, 1.0]


def test_positions_move_stay_and_are_stated_for_the_first_time(sample):
    courses = Counter(
        one.course for shift in sample.shifts() for one in shift.movements
    )
    assert courses[Course.MOVED] == 10
    assert courses[Course.FIRST] == 1
    assert courses[Course.WITHDRAWN] == 0
    assert levels(sample, "3o.1") == [2.0, 2.0, 2.0]
    assert levels(sample, "3k.0") == [2.0, 2.0, 2.0]
    assert practice(sample, "3k.0").position(WORKERS).source is PositionSource.STATED


def test_some_come_closer_and_some_stay_apart(sample):
    outcomes = {
        (shift.item, shift.outcomes) for shift in sample.shifts() if shift.changed
    }
    assert ("3e.1", (Outcome.DIVERGENCE, Outcome.NEAR_CONVERGENCE)) in outcomes
    assert ("3q.0", (Outcome.STRONG_DIVERGENCE, Outcome.DIVERGENCE)) in outcomes
    assert ("5c.1", (Outcome.DIVERGENCE, Outcome.DIVERGENCE)) in outcomes
    assert practice(sample, "3h.0").outcome is Outcome.DIVERGENCE


def test_all_three_groups_move_somewhere_and_two_record_reservations(sample):
    stances = sample.stances(2)
    moved = {one.constituency for one in stances if one.decision is Decision.MOVE}
    assert moved == set(BENCHES)
    reserved = [one for one in stances if one.reservation]
    assert {one.constituency for one in reserved} == {EMPLOYERS, WORKERS}
    assert {one.language for one in reserved} == set(LANGUAGES)
    assert all(one.reason for one in stances if one.decision is Decision.MOVE)


def test_an_agreed_level_an_agreement_of_two_and_a_statement_alone_occur(sample):
    assert practice(sample, "3c.0").joint_level == 2
    assert practice(sample, "3c.0").joint_agreed
    assert not practice(sample, "3e.1").joint_agreed
    found = {one.item: one for one in sample.agreements()}
    assert found["3j.0"].agreed_by == (GOVERNMENT, WORKERS)
    assert not found["3a.1"].levels
    assert all(
        one.statement[language] for one in found.values() for language in LANGUAGES
    )


def test_points_are_parked_and_evidence_is_new(sample):
    kinds = Counter(one.kind for one in sample.notes())
    assert kinds == {NoteKind.EVIDENCE: 2, NoteKind.PARKED: 4}
    assert [one.settled for one in sample.notes(item="")] == [True]
    assert len(sample.revealed(1)) == 10


def test_the_topics_are_those_that_were_discussed_first(sample):
    listed = [one.item for one in sample.topics()]
    discussed = sample.revealed(1)
    assert discussed <= set(listed)
    assert listed[1] == "3q.0"
