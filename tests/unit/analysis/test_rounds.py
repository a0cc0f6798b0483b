"""Later rounds: whose word counts, what moved, and what needs talk."""

import pytest
from support.miniature import miniature
from support.offices import rated

from spf_assess.analysis import compute
from spf_assess.analysis.rounds import (
    Discussed,
    answered_results,
    latest_words,
    missing_benches,
    results_of,
    shifts,
    speaking_order,
    spoke_in_the_room,
    topics,
)
from spf_assess.model import (
    BENCHES,
    Agreement,
    Answer,
    Course,
    Decision,
    NoAnswer,
    NoJointLevel,
    PartAnswer,
    PositionSource,
    Respondent,
    RespondentKind,
    Response,
    Selection,
    Stance,
    TalkReason,
)

G, E, W = BENCHES
BENCH, PERSON = RespondentKind.BENCH, RespondentKind.PERSON
QUESTIONS = miniature()


def response(bench, number, *answers, kind=BENCH, name="a"):
    who = Respondent(f"{bench.value}-{name}", bench, kind)
    return Response(who, number, {one.item: one for one in answers})


def moves(bench, level, number=2, item="3a.1"):
    levels = {"practice": level}
    return Stance(number, item, bench, Decision.MOVE, levels, "For a reason.")


def given(*responses, stances=(), agreements=()):
    return Discussed(QUESTIONS, Selection(), responses, stances, agreements)


FIRST = (
    response(G, 1, rated("3a.1", 4, 4)),
    response(E, 1, rated("3a.1", 3, 3)),
    response(W, 1, rated("3a.1", 1, 1)),
)


def practice(results, item="3a.1"):
    return results.comparisons[item]["practice"]


def levels(results, item="3a.1"):
    return [one.level for one in practice(results, item).positions]


def sources(results):
    return [one.source.value for one in practice(results).positions]


def test_the_first_round_is_computed_as_it_always_was():
    discussed = given(*FIRST, stances=(moves(W, 3),))
    assert results_of(discussed, 1) == compute(QUESTIONS, Selection(), FIRST, 1)


def test_a_round_without_a_word_keeps_every_position():
    later = results_of(given(*FIRST), 2)
    assert levels(later) == [4.0, 3.0, 1.0]
    assert sources(later) == ["kept", "kept", "kept"]
    assert later.round == 2


def test_a_stance_counts_before_a_later_answer_and_that_before_an_earlier_one():
    discussed = given(
        *FIRST,
        response(G, 2, rated("3a.1", 2, 2)),
        response(W, 2, rated("3a.1", 2, 2)),
        stances=(moves(W, 3),),
    )
    later = results_of(discussed, 2)
    assert levels(later) == [2.0, 3.0, 3.0]
    assert sources(later) == ["agreed", "kept", "stated"]
    assert levels(answered_results(discussed, 2)) == [2.0, 3.0, 2.0]


def test_keeping_its_position_is_no_level_of_its_own():
    keeps = Stance(2, "3a.1", W, Decision.KEEP, reservation="We stay.")
    later = results_of(given(*FIRST, stances=(keeps,)), 2)
    assert levels(later) == [4.0, 3.0, 1.0]
    assert sources(later)[2] == "kept"


def test_one_member_answering_again_leaves_the_others_words_in_the_median():
    members = [
        response(W, 1, rated("3a.1", level, level), kind=PERSON, name=str(level))
        for level in (1, 2, 4)
    ]
    again = response(W, 2, rated("3a.1", 3, 3), kind=PERSON, name="1")
    later = results_of(given(*members, again), 2)
    position = practice(later).position(W)
    assert (position.level, position.rated) == (3.0, 3)
    assert position.source is PositionSource.MEDIAN


def test_a_member_answering_again_does_not_undo_what_the_group_agreed():
    again = response(W, 2, rated("3a.1", 4, 4), kind=PERSON, name="b")
    discussed = given(*FIRST, again)
    assert levels(results_of(discussed, 2)) == [4.0, 3.0, 1.0]
    assert sources(results_of(discussed, 2))[2] == "kept"


def test_what_is_left_blank_the_second_time_stands_and_what_is_taken_back_falls():
    unknown = PartAnswer(no_answer=NoAnswer.DONT_KNOW)
    again = response(W, 2, Answer("3a.1", {"practice": unknown}))
    later = results_of(given(*FIRST, again), 2)
    assert practice(later).position(W).no_answer is NoAnswer.DONT_KNOW
    assert later.comparisons["3a.1"]["law"].position(W).level == 1.0


def test_words_and_sources_stay_until_new_ones_come():
    first = response(W, 1, rated("3a.1", 1, 1, comment="As it was."))
    second = response(W, 2, rated("3a.1", 2, 2))
    third = response(W, 3, rated("3a.1", 2, 2, comment="As it is."))
    kept = latest_words((first, second, third), 2)[0].answers["3a.1"]
    assert (kept.comment, kept.part("law").value) == ("As it was.", 2)
    assert latest_words((third, first), 3)[0].answers["3a.1"].comment == "As it is."
    assert latest_words((first, second), 1)[0].answers == first.answers


def test_what_was_stated_stays_until_the_group_answers_again():
    stances = (moves(W, 2),)
    quiet = results_of(given(*FIRST, stances=stances), 3)
    assert levels(quiet) == [4.0, 3.0, 2.0]
    spoken = given(*FIRST, response(W, 3, rated("3a.1", 3, 3)), stances=stances)
    assert levels(results_of(spoken, 3)) == [4.0, 3.0, 3.0]


def test_only_a_level_of_all_three_is_joint():
    two = Agreement(2, "3a.1", {"practice": 2}, agreed_by=(G, E))
    three = Agreement(2, "3a.1", {"practice": 2}, agreed_by=BENCHES)
    apart = practice(results_of(given(*FIRST, agreements=(two,)), 2))
    assert apart.no_joint_level is NoJointLevel.TOO_FAR_APART
    joint = practice(results_of(given(*FIRST, agreements=(three,)), 2))
    assert (joint.joint_level, joint.joint_agreed) == (2, True)
    first = practice(results_of(given(*FIRST, agreements=(three,)), 1))
    assert first.joint_level is None


def test_each_course_has_its_name():
    discussed = given(
        response(G, 1, rated("3a.1", 4, 4)),
        response(E, 1, rated("3a.1", 3, 3)),
        response(G, 2, rated("3a.1", 4)),
        stances=(moves(E, 2), moves(W, 2)),
    )
    before, after = (results_of(discussed, number) for number in (1, 2))
    found = {
        (shift.part, one.constituency): one
        for shift in shifts(before, after, discussed.stances)
        if shift.item == "3a.1"
        for one in shift.movements
    }
    courses = {place: one.course for place, one in found.items()}
    assert courses == {
        ("law", G): Course.KEPT,
        ("law", E): Course.KEPT,
        ("law", W): Course.NONE,
        ("practice", G): Course.WITHDRAWN,
        ("practice", E): Course.MOVED,
        ("practice", W): Course.FIRST,
    }
    assert found["practice", E].steps == -1.0
    assert found["practice", W].steps is None
    assert found["practice", E].stance.reason == "For a reason."


def test_a_second_answer_that_a_stance_overrules_is_told():
    discussed = given(
        *FIRST, response(W, 2, rated("3a.1", 3, 3)), stances=(moves(W, 2),)
    )
    found = shifts(
        results_of(discussed, 1),
        results_of(discussed, 2),
        discussed.stances,
        answered_results(discussed, 2),
    )
    told = {
        (one.part, one.constituency): one.answered
        for shift in found
        for one in shift.movements
        if one.answered is not None
    }
    assert told == {("practice", W): 3.0}


def test_the_farthest_apart_comes_first_and_agreement_needs_no_talk():
    results = compute(
        QUESTIONS,
        Selection(),
        [
            response(G, 1, rated("3a.1", 3), rated("3b.1", 4, 4), rated("5a.1", 3, 3)),
            response(
                E, 1, rated("3a.1", 3, 3), rated("3b.1", 1, 1), rated("5a.1", 3, 3)
            ),
        ],
    )
    found = topics(QUESTIONS, results)
    assert [(one.item, one.reasons[0], one.range) for one in found] == [
        ("3b.1", TalkReason.STRONG_DIVERGENCE, 3.0),
        ("3a.1", TalkReason.DONT_KNOW, 0.0),
    ]
    assert found[1].dont_know == (G,)


def test_each_topic_begins_with_another_group():
    results = compute(
        QUESTIONS,
        Selection(),
        [
            response(
                bench,
                1,
                *(rated(item, level, level) for item in ("3a.1", "3b.1", "5a.1")),
            )
            for bench, level in zip(BENCHES, (1, 2, 4), strict=True)
        ],
    )
    found = topics(QUESTIONS, results)
    assert [one.speaking[0] for one in found] == [G, E, W]
    assert all(set(one.speaking) == set(BENCHES) for one in found)
    item = next(iter(QUESTIONS.items()))
    assert speaking_order(item, 4) == speaking_order(item, 1) == (E, W, G)


def test_a_missing_group_is_named_even_where_it_spoke_in_the_room():
    discussed = given(*FIRST[:2], stances=(moves(W, 2),))
    later = results_of(discussed, 2)
    assert missing_benches(results_of(discussed, 1)) == (W,)
    assert missing_benches(later) == (W,)
    assert spoke_in_the_room(later) == {W}


@pytest.mark.parametrize("grade", [True, False])
def test_a_stated_high_level_without_a_source_is_marked(grade):
    from spf_assess.model import Evidence, EvidenceKind, Grade

    sources_ = (Evidence(EvidenceKind.LAW, Grade.A, "Act"),) if grade else ()
    own = response(W, 1, rated("3a.1", 1, 1, evidence=sources_))
    later = results_of(given(*FIRST[:2], own, stances=(moves(W, 3),)), 2)
    assert practice(later).position(W).unsupported is not grade
