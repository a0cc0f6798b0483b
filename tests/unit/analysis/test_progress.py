"""How far someone has come: as they would count it on paper."""

import time
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.miniature import both, choices, item, miniature, value

from spf_assess.analysis import (
    ItemProblem,
    ProblemKind,
    SectionState,
    answered,
    asked_items,
    progress,
)
from spf_assess.model import (
    BENCHES,
    LAW,
    PRACTICE,
    VALUE,
    Answer,
    Choice,
    Constituency,
    Evidence,
    EvidenceKind,
    Figure,
    Grade,
    ItemKind,
    NoAnswer,
    Part,
    PartAnswer,
    Selection,
)
from spf_assess.questionnaire import load_questionnaire

GOVERNMENT, WORKERS = Constituency.GOVERNMENT, Constituency.WORKERS
UNKNOWN = PartAnswer(no_answer=NoAnswer.DONT_KNOW)


def counted(*answers, questionnaire=None, who=WORKERS, selection=None):
    return progress(
        questionnaire or miniature(),
        selection or Selection(),
        who,
        {answer.item: answer for answer in answers},
    )


def rated(item_id, law=None, practice=None, **more):
    levels = {LAW: law, PRACTICE: practice}
    parts = {
        name: given if isinstance(given, PartAnswer) else PartAnswer(given)
        for name, given in levels.items()
        if given is not None
    }
    return Answer(item_id, parts, **more)


def valued(item_id, given_value, **more):
    return Answer(item_id, {VALUE: PartAnswer(given_value)}, **more)


def problems(found, kind=None):
    return [
        (one.item, one.part)
        for one in found.problems
        if kind is None or one.kind is kind
    ]


def test_before_the_first_answer_everything_is_to_do():
    found = counted()
    assert (found.asked, found.answered, found.first_unanswered) == (9, 0, "3a.1")
    assert {line.state for line in found.sections} == {SectionState.TODO}
    assert found.no_answers[NoAnswer.BLANK] == 9
    assert not found.complete


def test_a_half_answered_item_is_begun_and_not_answered():
    found = counted(rated("3a.1", law=2))
    assert found.answered == 0
    assert found.section("3a").state is SectionState.BEGUN
    assert found.section("3b").state is SectionState.TODO
    assert ("3a.1", PRACTICE) in problems(found, ProblemKind.BLANK)
    assert ("3a.1", LAW) not in problems(found)


@pytest.mark.parametrize("words", ["", "  \n"])
def test_spaces_are_no_text(words):
    assert counted(valued("3a.3", words)).answered == 0


def test_a_comment_or_a_flag_begins_a_section_but_answers_nothing():
    for answer in (Answer("3a.2", comment="Later."), Answer("3a.2", flagged=True)):
        found = counted(answer)
        assert found.section("3a").state is SectionState.BEGUN
        assert found.answered == 0


def test_flags_and_comments_are_counted_by_section():
    found = counted(
        Answer("3a.1", flagged=True),
        Answer("3a.2", flagged=True, comment="Why?"),
        Answer("3b.1", comment="  "),
    )
    assert (found.flagged, found.commented) == (2, 1)
    assert (found.section("3a").flagged, found.section("3a").commented) == (2, 1)
    assert found.section("3b").commented == 0


def test_a_stated_no_answer_answers_and_is_counted_by_kind():
    found = counted(
        rated("3a.1", UNKNOWN, UNKNOWN),
        rated("3b.1", UNKNOWN, 3),
        Answer("3a.2", {VALUE: PartAnswer(no_answer=NoAnswer.PREFERS_NOT)}),
    )
    assert found.answered == 3
    assert found.no_answers[NoAnswer.DONT_KNOW] == 2
    assert found.no_answers[NoAnswer.PREFERS_NOT] == 1
    assert found.no_answers[NoAnswer.NOT_APPLICABLE] == 0
    assert found.no_answers[NoAnswer.BLANK] == 6
    assert found.first_unanswered == "3a.3"


def test_not_applicable_wants_its_reason():
    bare = Answer("3a.2", {VALUE: PartAnswer(no_answer=NoAnswer.NOT_APPLICABLE)})
    told = Answer(
        "3a.2",
        {VALUE: PartAnswer(no_answer=NoAnswer.NOT_APPLICABLE, reason="No scheme.")},
    )
    assert ("3a.2", VALUE) in problems(counted(bare), ProblemKind.REASON_MISSING)
    assert counted(bare).answered == counted(told).answered == 1
    assert ("3a.2", VALUE) not in problems(counted(told))


def test_figures_without_women_and_men_want_the_reason():
    found = counted(valued("5a.2", Figure(total="40")))
    assert found.section("5a").answered == 1
    assert problems(found, ProblemKind.SEX_MISSING) == [("5a.2", VALUE)]
    for answer in (
        valued("5a.2", Figure(women="41", men="39")),
        valued("5a.2", Figure(total="40", no_sex_reason="Not collected.")),
        valued("5a.2", Figure(total="40"), follow_ups={"F10": "The office, in 2027."}),
        Answer("5a.2", {VALUE: UNKNOWN}),
    ):
        assert problems(counted(answer), ProblemKind.SEX_MISSING) == []
        assert counted(answer).section("5a").answered == 1


@pytest.mark.parametrize(
    "figure", [Figure(year="2024"), Figure(source="Office"), Figure(women="4")]
)
def test_a_figure_needs_its_total_or_both_women_and_men(figure):
    assert counted(valued("5a.2", figure)).section("5a").answered == 0


def limited(**limits):
    part = Part(VALUE, both("Share"), by_sex=True, **limits)
    return replace(
        miniature(),
        sections=(
            replace(
                miniature().sections[0],
                items=(item("3a.1", ItemKind.FIGURES, (part,)),),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("figure", "broken"),
    [
        (Figure("0", "100", "50.5"), False),
        (Figure("-0.1", "1", "1"), True),
        (Figure("1", "100.01", "50"), True),
        (Figure(total="101", no_sex_reason="x"), True),
        (Figure("forty", "1", "1"), True),
    ],
)
def test_a_figure_beyond_what_is_plausible_is_pointed_out(figure, broken):
    form = limited(minimum="0", maximum="100")
    found = counted(valued("3a.1", figure), questionnaire=form)
    kinds = [one.kind for one in found.problems]
    assert kinds == ([ProblemKind.OUT_OF_RANGE] if broken else [])


def test_without_limits_any_number_is_plausible():
    found = counted(valued("3a.1", Figure("-5", "1", "1")), questionnaire=limited())
    assert found.problems == ()


def one_item(**fields):
    return replace(
        miniature(),
        sections=(replace(miniature().sections[0], items=(value(**fields),)),),
    )


def test_none_together_with_something_is_pointed_out():
    options = (*choices("red", "blue"), Choice("none", both("none"), exclusive=True))
    form = one_item(item_id="3a.1", kind=ItemKind.SELECT_MULTIPLE, choices=options)
    both_chosen = counted(valued("3a.1", ("red", "none")), questionnaire=form)
    assert problems(both_chosen, ProblemKind.EXCLUSIVE_BROKEN) == [("3a.1", VALUE)]
    alone = counted(valued("3a.1", ("none",)), questionnaire=form)
    assert alone.problems == ()


def test_other_wants_to_be_told():
    options = (*choices("red"), Choice("other", both("other"), specify=True))
    form = one_item(item_id="3a.1", kind=ItemKind.SELECT_MULTIPLE, choices=options)
    silent = counted(valued("3a.1", ("red", "other")), questionnaire=form)
    assert problems(silent, ProblemKind.SPECIFY_MISSING) == [("3a.1", "")]
    told = counted(valued("3a.1", ("other",), specify="Green"), questionnaire=form)
    assert told.problems == ()


def test_an_unfinished_ranking_is_pointed_out():
    found = counted(valued("3b.4", ("x", "z")))
    assert problems(found, ProblemKind.RANKING_INCOMPLETE) == [("3b.4", VALUE)]
    whole = counted(valued("3b.4", ("x", "z", "y")))
    assert problems(whole, ProblemKind.RANKING_INCOMPLETE) == []


def test_a_broken_constraint_speaks_in_the_forms_own_words():
    message = both("Too long")
    form = one_item(
        item_id="3a.1",
        kind=ItemKind.TEXT,
        constraint="string-length(.) <= 3",
        constraint_message=message,
    )
    found = counted(valued("3a.1", "long"), questionnaire=form)
    assert found.problems == (
        ItemProblem("3a.1", "", ProblemKind.CONSTRAINT_BROKEN, message),
    )
    assert counted(valued("3a.1", "abc"), questionnaire=form).problems == ()


def test_answered_items_are_counted_by_their_best_source():
    law = Evidence(EvidenceKind.LAW, Grade.A)
    words = Evidence(EvidenceKind.EXPERIENCE, Grade.D)
    found = counted(
        rated("3a.1", 1, 2, evidence=(words, law)),
        rated("3b.1", 1, 2, evidence=(words,)),
        valued("3a.2", "yes"),
        Answer("3b.2", {VALUE: UNKNOWN}),
    )
    assert (found.grades[Grade.A], found.grades[Grade.D]) == (1, 1)
    assert found.grades[Grade.B] == 0
    assert found.unsourced == 1


def test_a_section_that_is_not_asked_is_neither_done_nor_to_do():
    found = counted(selection=Selection(sections=("3b",)))
    assert found.section("3a").state is SectionState.NOT_ASKED
    assert found.section("3a").asked == 0
    assert found.first_unanswered == "3b.1"
    assert found.no_answers[NoAnswer.NOT_ASKED] == 0


def test_answers_that_the_logic_hides_count_nowhere():
    hidden = value("3a.2", ItemKind.TEXT, relevant="${3a.1} = 'yes'")
    form = replace(
        miniature(),
        sections=(
            replace(
                miniature().sections[0],
                items=(value("3a.1", ItemKind.YES_PARTLY_NO), hidden),
            ),
        ),
    )
    kept = valued("3a.2", "words", flagged=True, comment="Kept")
    found = counted(valued("3a.1", "no"), kept, questionnaire=form)
    assert (found.asked, found.answered, found.flagged, found.commented) == (1, 1, 0, 0)
    assert found.no_answers[NoAnswer.NOT_ASKED] == 1
    assert found.complete
    shown = counted(valued("3a.1", "yes"), kept, questionnaire=form)
    assert (shown.asked, shown.answered, shown.flagged) == (2, 2, 1)


def test_observers_answer_with_a_comment():
    who = Constituency.OBSERVERS
    found = counted(
        Answer("3a.1", comment="Many are left out."), Answer("3b.1"), who=who
    )
    assert found.answered == 1
    assert found.problems == ()
    assert found.first_unanswered == "3a.2"


def test_an_answer_to_an_item_that_does_not_exist_is_ignored():
    assert counted(valued("9z.9", "yes", flagged=True)).flagged == 0


def test_a_section_that_does_not_exist_is_an_error_of_ours():
    with pytest.raises(KeyError):
        counted().section("9z")


official = cache(load_questionnaire)
figures = st.builds(
    Figure,
    *[st.sampled_from(["", "0", "12.5", "100", "x"])] * 3,
    no_sex_reason=st.sampled_from(["", "none kept"]),
)


def part_answers(one):
    if one.kind.rated:
        values = st.integers(1, 4)
    elif one.kind is ItemKind.FIGURES:
        values = figures
    elif one.kind in (ItemKind.SELECT_MULTIPLE, ItemKind.RANK):
        names = [choice.name for choice in one.choices]
        values = st.lists(st.sampled_from(names), unique=True).map(tuple)
    else:
        names = [choice.name for choice in one.choices] or ["yes", "partly", "no", ""]
        values = st.sampled_from(names)
    return st.one_of(
        st.builds(PartAnswer, value=values),
        st.builds(PartAnswer, no_answer=st.sampled_from(list(NoAnswer)[:3])),
        st.just(PartAnswer()),
    )


@st.composite
def sheets(draw):
    found = {}
    for one in official().items():
        if draw(st.booleans()):
            parts = {
                part.name: draw(part_answers(one))
                for part in one.parts
                if draw(st.booleans())
            }
            found[one.id] = Answer(one.id, parts, flagged=draw(st.booleans()))
    return found


selections = st.builds(
    Selection,
    form=st.sampled_from(["core", "full"]),
    sections=st.sampled_from([(), ("3g",), ("3a", "5d")]),
)


@settings(max_examples=40, deadline=None)
@given(sheets(), selections, st.sampled_from(list(Constituency)))
def test_the_figures_agree_with_one_another(answers, selection, who):
    found = progress(official(), selection, who, answers)
    asked = asked_items(official(), selection, who, answers)
    assert found.asked == len(asked) == sum(line.asked for line in found.sections)
    assert found.answered == sum(line.answered for line in found.sections)
    assert found.no_answers[NoAnswer.BLANK] == found.asked - found.answered
    assert found.complete == (found.first_unanswered is None)
    assert sum(found.grades.values()) + found.unsourced <= found.asked
    for line in found.sections:
        assert (line.state is SectionState.NOT_ASKED) == (line.asked == 0)
        done = line.asked > 0 and line.answered == line.asked
        assert (line.state is SectionState.DONE) == done
    blank = {one.item for one in found.problems if one.kind is ProblemKind.BLANK}
    unanswered = {
        one.id for one in asked if not answered(one, answers.get(one.id), who)
    }
    if who is not Constituency.OBSERVERS:
        assert blank == unanswered
    assert {one.item for one in found.problems} <= {one.id for one in asked}


@settings(max_examples=40, deadline=None)
@given(sheets(), st.sampled_from(BENCHES), st.data())
def test_answering_one_more_item_never_takes_back_another(answers, who, data):
    """Except for questions on whose answer it depends whether others are asked."""
    before = progress(official(), Selection(), who, answers)
    asked = asked_items(official(), Selection(), who, answers)
    conditions = [one.relevant for one in official().items() if one.relevant]
    free = {
        one.id: one
        for one in asked
        if not any(f"${{{one.id}}}" in condition for condition in conditions)
    }
    chosen = free[data.draw(st.sampled_from(sorted(free)))]
    parts = {part.name: UNKNOWN for part in chosen.parts}
    after = progress(
        official(), Selection(), who, {**answers, chosen.id: Answer(chosen.id, parts)}
    )
    already = answered(chosen, answers.get(chosen.id), who)
    assert after.answered == before.answered + (0 if already else 1)
    assert after.asked == before.asked


@settings(max_examples=20, deadline=None)
@given(sheets())
def test_the_order_of_answers_does_not_matter(answers):
    turned = dict(reversed(answers.items()))
    whole = Selection()
    assert progress(official(), whole, GOVERNMENT, answers) == progress(
        official(), whole, GOVERNMENT, turned
    )


def test_it_is_quick_enough_to_follow_every_answer():
    """A whole sheet of the official questionnaire; the best of three counts."""
    answers = {
        one.id: Answer(one.id, {part.name: UNKNOWN for part in one.parts})
        for one in official().items()
    }
    best = min(duration(answers) for _ in range(3))
    assert best < 0.02


def duration(answers):
    begun = time.perf_counter()
    progress(official(), Selection(), WORKERS, answers)
    return time.perf_counter() - begun
