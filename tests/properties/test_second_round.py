"""Whatever is stated and agreed: the first round stands, and the sums agree."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from support.miniature import miniature

from spf_assess.analysis import compute
from spf_assess.analysis.rounds import (
    Discussed,
    answered_results,
    latest_words,
    results_of,
    shifts,
    topics,
)
from spf_assess.model import (
    BENCHES,
    STATED,
    Agreement,
    Answer,
    Course,
    Decision,
    NoJointLevel,
    PartAnswer,
    PositionSource,
    Respondent,
    RespondentKind,
    Response,
    Selection,
    Stance,
)

QUESTIONS = miniature()
ITEMS = [item for item in QUESTIONS.items() if item.compared]
levels = st.integers(1, 4)
parts = st.one_of(
    levels.map(PartAnswer),
    st.sampled_from(STATED).map(lambda kind: PartAnswer(no_answer=kind)),
    st.just(PartAnswer()),
)


@st.composite
def answers(draw, item):
    names = draw(st.sets(st.sampled_from([part.name for part in item.parts])))
    return Answer(item.id, {name: draw(parts) for name in sorted(names)})


@st.composite
def responses(draw):
    seats = draw(
        st.lists(
            st.tuples(st.sampled_from(BENCHES), st.sampled_from(RespondentKind)),
            max_size=6,
        )
    )
    found = []
    for number, (bench, kind) in enumerate(seats):
        who = Respondent(f"{number:032x}", bench, kind)
        for round_number in sorted(draw(st.sets(st.sampled_from((1, 2, 3))))):
            said = [draw(answers(item)) for item in draw(st.permutations(ITEMS))]
            chosen = {one.item: one for one in said if not one.empty}
            found.append(Response(who, round_number, chosen))
    return found


@st.composite
def stances(draw):
    item = draw(st.sampled_from(ITEMS))
    moved = draw(st.booleans())
    named = draw(st.sets(st.sampled_from([one.name for one in item.parts]), min_size=1))
    return Stance(
        draw(st.sampled_from((2, 3))),
        item.id,
        draw(st.sampled_from(BENCHES)),
        Decision.MOVE if moved else Decision.KEEP,
        {name: draw(levels) for name in sorted(named)} if moved else {},
        "Because." if moved else "",
    )


@st.composite
def agreements(draw):
    item = draw(st.sampled_from(ITEMS))
    return Agreement(
        draw(st.sampled_from((1, 2, 3))),
        item.id,
        {part.name: draw(levels) for part in item.parts},
        agreed_by=tuple(sorted(draw(st.sets(st.sampled_from(BENCHES), min_size=2)))),
    )


@st.composite
def discussions(draw):
    said = draw(st.lists(stances(), max_size=6, unique_by=lambda one: one.id))
    agreed = draw(st.lists(agreements(), max_size=3, unique_by=lambda one: one.id))
    return Discussed(QUESTIONS, Selection(), draw(responses()), said, agreed)


def outcome(discussed):
    before, after = results_of(discussed, 1), results_of(discussed, 2)
    answered = answered_results(discussed, 2)
    return before, after, shifts(before, after, discussed.stances, answered)


@given(discussions())
def test_nothing_said_later_changes_the_first_round(discussed):
    first = [one for one in discussed.responses if one.round == 1]
    assert results_of(discussed, 1) == compute(QUESTIONS, Selection(), first, 1)


@given(discussions())
def test_every_position_has_one_course_and_none_is_lost(discussed):
    before, after, found = outcome(discussed)
    courses = Counter(one.course for shift in found for one in shift.movements)
    asked = sum(len(part.parts) * len(BENCHES) for part in ITEMS)
    assert courses.total() == asked
    had, has = (
        sum(
            one.level is not None
            for parts in results.comparisons.values()
            for comparison in parts.values()
            for one in comparison.positions
        )
        for results in (before, after)
    )
    still = courses[Course.KEPT] + courses[Course.MOVED]
    assert had == still + courses[Course.WITHDRAWN]
    assert has == still + courses[Course.FIRST]


@given(discussions())
def test_steps_add_up_to_the_difference_between_the_rounds(discussed):
    _before, _after, found = outcome(discussed)
    for shift in found:
        for one in shift.movements:
            both = one.before.level is not None and one.after.level is not None
            assert (one.steps is not None) == both
            if both:
                assert one.before.level + one.steps == one.after.level
            assert (one.course is Course.MOVED) == bool(one.steps)


@given(discussions())
def test_a_position_changes_only_by_the_groups_own_word(discussed):
    _before, _after, found = outcome(discussed)
    spoken = {
        (one.respondent.constituency, item, part)
        for one in discussed.responses
        if one.round == 2
        for item, answer in one.answers.items()
        for part, said in answer.parts.items()
        if not said.empty
    } | {
        (one.constituency, one.item, part)
        for one in discussed.stances
        if one.round == 2
        for part in one.levels
    }
    for shift in found:
        for one in shift.movements:
            if (one.constituency, one.item, one.part) not in spoken:
                assert one.before.level == one.after.level
                assert one.after.source in (PositionSource.KEPT, PositionSource.NONE)


@given(discussions())
def test_what_is_stated_is_the_position_and_an_agreement_changes_none(discussed):
    after = results_of(discussed, 2)
    for stance in discussed.stances:
        for part, level in stance.levels.items() if stance.round == 2 else ():
            found = after.comparisons[stance.item][part].position(stance.constituency)
            assert (found.level, found.source) == (level, PositionSource.STATED)
    silent = results_of(
        Discussed(QUESTIONS, Selection(), discussed.responses, discussed.stances, ()),
        2,
    )
    for item, parts in after.comparisons.items():
        for part, comparison in parts.items():
            other = silent.comparisons[item][part]
            assert comparison.positions == other.positions
            assert comparison.outcome is other.outcome


@given(discussions())
def test_a_joint_level_is_the_lowest_of_three_or_agreed_by_three(discussed):
    after = results_of(discussed, 2)
    agreed = {
        (one.item, part): level
        for one in discussed.agreements
        if one.round == 2 and set(one.agreed_by) == set(BENCHES)
        for part, level in one.levels.items()
    }
    for item, parts in after.comparisons.items():
        for part, one in parts.items():
            assert one.joint_agreed == ((item, part) in agreed)
            if one.joint_agreed:
                assert one.joint_level == agreed[item, part]
            elif one.no_joint_level is NoJointLevel.SHOWN:
                lowest = min(found.level for found in one.positions)
                assert one.joint_level == int(lowest)
                assert one.range <= 1


@given(discussions())
def test_everybody_is_heard_once_with_every_part_ever_answered(discussed):
    latest = latest_words(discussed.responses, 3)
    people = {one.respondent.id for one in discussed.responses}
    assert sorted(one.respondent.id for one in latest) == sorted(people)
    said = {
        (one.respondent.id, item, part)
        for one in discussed.responses
        for item, answer in one.answers.items()
        for part, value in answer.parts.items()
        if not value.empty
    }
    heard = {
        (one.respondent.id, item, part)
        for one in latest
        for item, answer in one.answers.items()
        for part, value in answer.parts.items()
        if not value.empty
    }
    assert heard == said


@given(discussions())
def test_the_order_of_topics_falls_and_leaves_nothing_out(discussed):
    first = results_of(discussed, 1)
    found = topics(QUESTIONS, first)
    ranges = [one.range or 0 for one in found if one.reasons[0].value != "dont_know"]
    assert ranges == sorted(ranges, reverse=True)
    listed = {one.item for one in found}
    for item, parts in first.comparisons.items():
        needs = any(
            one.outcome.diverges
            or one.verdicts_differ
            or any(p.no_answer is STATED[0] for p in one.positions)
            for one in parts.values()
        )
        assert (item in listed) == needs
