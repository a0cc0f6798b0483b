"""What the sample consultation shows: every kind of thing there is to show."""

import json
from collections import Counter

from spf_assess.model import (
    BENCHES,
    LAW,
    PRACTICE,
    Constituency,
    EvidenceKind,
    Figure,
    Grade,
    ItemKind,
    NoAnswer,
    Outcome,
    Pattern,
    PositionSource,
    RespondentKind,
)

GOVERNMENT, EMPLOYERS, WORKERS = BENCHES
OBSERVERS = Constituency.OBSERVERS
LEFT_BLANK = "3l.1"


def headlines(results, dimension):
    return {
        one.section: one.law if dimension == LAW else one.practice
        for one in results.sections
    }


# Who takes part


def test_the_three_groups_answer_in_different_ways(sample):
    kinds = Counter((one.constituency, one.kind) for one in sample.respondents())
    assert kinds == {
        (GOVERNMENT, RespondentKind.BENCH): 1,
        (GOVERNMENT, RespondentKind.PERSON): 3,
        (EMPLOYERS, RespondentKind.PERSON): 3,
        (WORKERS, RespondentKind.PERSON): 4,
        (OBSERVERS, RespondentKind.PERSON): 1,
    }
    group = sample.respondents()[0]
    assert (group.members, group.women, group.men) == (9, 5, 4)


def test_about_half_answer_in_french_and_consents_are_mixed(sample):
    people = sample.respondents()
    assert Counter(one.language for one in people) == {"en": 6, "fr": 6}
    assert len({(one.consent_named, one.consent_quoted) for one in people}) == 3
    for bench in Constituency:
        own = [one for one in people if one.constituency is bench]
        assert any(one.consent_quoted for one in own)


def test_the_observer_comments_and_does_not_rate(answers):
    own = [answer for who, answer in answers if who.constituency is OBSERVERS]
    assert len(own) >= 6
    assert all(answer.comment and not answer.parts for answer in own)


# The picture


def test_every_headline_shows_a_result_and_all_outcomes_occur(results):
    assert len(results.sections) == 22
    practice = results.outcomes[PRACTICE]
    assert all(practice[outcome] for outcome in Outcome)
    assert results.outcomes[LAW][Outcome.CONVERGENCE] == 10
    assert results.outcomes[LAW][Outcome.NEAR_CONVERGENCE] == 12


def test_the_positions_are_those_of_the_picture(results):
    levels = {
        section: [one.level for one in comparison.positions]
        for section, comparison in headlines(results, PRACTICE).items()
    }
    assert levels == {
        "3a": [3, 3, 2],
        "3b": [3, 3, 3],
        "3c": [3, 3, 1.5],
        "3d": [3, 2, 2],
        "3e": [3, 2, 1],
        "3f": [3, 3, 2],
        "3g": [3, 2.5, 2],
        "3h": [3, 1, 3],
        "3i": [2, 2, 2],
        "3j": [4, 2, 2],
        "3k": [2, 2, None],
        "3l": [2, 2, 2],
        "3m": [2, 1, 1],
        "3n": [3, 2, 2],
        "3o": [3, 3, 1],
        "3p": [2, 2, 2],
        "3q": [3, 4, 1.5],
        "3r": [3, 2, 2],
        "5a": [3, 3, 2],
        "5b": [2, None, None],
        "5c": [3, 2.5, 1],
        "5d": [3, 3, 3],
    }


def test_collective_bargaining_diverges_strongly_in_practice(results):
    found = headlines(results, PRACTICE)["3q"]
    assert found.outcome is Outcome.STRONG_DIVERGENCE
    assert found.range == 2.5
    assert found.pattern is Pattern.ALL_DIFFER


def test_verdicts_differ_and_agree_at_one_range(results):
    near = [
        one
        for one in headlines(results, PRACTICE).values()
        if one.outcome is Outcome.NEAR_CONVERGENCE
    ]
    assert {one.verdicts_differ for one in near} == {True, False}


def test_workers_do_not_know_the_practice_of_sustainability(results):
    found = headlines(results, PRACTICE)["3k"]
    assert found.missing == (WORKERS,)
    assert found.position(WORKERS).no_answer is NoAnswer.DONT_KNOW
    assert found.pattern is Pattern.TWO_AGREE


def test_only_the_government_rates_childrens_income_security_in_practice(results):
    found = headlines(results, PRACTICE)["5b"]
    assert found.outcome is Outcome.NO_COMPARISON
    assert (found.pattern, found.apart) == (Pattern.ONE_ONLY, GOVERNMENT)


def test_the_workers_are_divided_in_themselves_on_several_items(results):
    divided = {
        (item, part)
        for item, parts in results.comparisons.items()
        for part, comparison in parts.items()
        for one in comparison.positions
        if one.constituency is WORKERS and one.divided
    }
    assert len(divided) >= 5
    assert ("3e.1", PRACTICE) in divided
    assert ("3q.0", PRACTICE) in divided


def test_an_agreed_answer_stands_above_members_who_differ(results):
    found = headlines(results, PRACTICE)["3j"].position(GOVERNMENT)
    assert found.source is PositionSource.AGREED
    assert (found.level, found.spread, found.divided) == (4, 2, True)


def test_what_the_group_left_blank_falls_to_its_members(results):
    found = results.comparisons["3m.2"][PRACTICE].position(GOVERNMENT)
    assert (found.source, found.level, found.rated) == (PositionSource.MEDIAN, 2, 3)


def test_asterisks_mark_grade_d_and_no_source_and_stay_the_exception(results):
    stars = [
        one
        for dimension in (LAW, PRACTICE)
        for comparison in headlines(results, dimension).values()
        for one in comparison.positions
        if one.unsupported
    ]
    assert {one.grade for one in stars} == {None, Grade.D}
    assert 6 <= len(stars) <= 16


def test_no_single_group_is_always_apart(results):
    apart = {
        one.apart
        for one in headlines(results, PRACTICE).values()
        if one.pattern is Pattern.ONE_APART
    }
    assert apart == set(BENCHES)


def test_further_items_diverge_too(results):
    assert sum(one.others_diverging for one in results.sections) >= 10


def test_every_rated_item_is_rated_by_most_of_those_asked(sample, results):
    asked = dict.fromkeys(BENCHES, 0)
    for one in sample.respondents():
        if one.constituency.rates:
            asked[one.constituency] += 1
    given = Counter(
        (answer.item, part)
        for response in sample.responses(1)
        for answer in response.answers.values()
        for part, said in answer.parts.items()
        if isinstance(said.value, int)
    )
    few = {
        (item.id, part.name)
        for item in sample.questionnaire.items()
        if item.kind.rated
        for part in item.parts
        if given[item.id, part.name] * 2 <= sum(asked[one] for one in item.asked_of)
    }
    assert few == {
        (LEFT_BLANK, PRACTICE),
        ("5b.1", PRACTICE),
        ("5b.2", "other_goods_services"),
    }


# Kinds of answers


def test_every_item_but_one_is_answered_by_somebody(sample, answers):
    answered = {answer.item for _who, answer in answers if answer.parts}
    assert answered == {item.id for item in sample.questionnaire.items()} - {LEFT_BLANK}


def test_an_item_that_everybody_left_blank_is_told_as_such(sample, results):
    found = results.comparisons[LEFT_BLANK][PRACTICE]
    assert (found.outcome, found.pattern) == (Outcome.NO_COMPARISON, Pattern.NONE)
    assert set(found.missing) == set(BENCHES)
    for bench in BENCHES:
        position = found.position(bench)
        assert position.no_answer is NoAnswer.BLANK
        single = [
            one
            for one in sample.respondents()
            if one.constituency is bench and one.kind is RespondentKind.PERSON
        ]
        assert position.no_answers == {NoAnswer.BLANK: len(single)}
    (gap,) = [one for one in results.gaps if one.item == LEFT_BLANK]
    assert set(gap.benches) == set(BENCHES)


def test_every_kind_of_no_answer_occurs(results, parts):
    stated = Counter(part.no_answer for _item, part in parts)
    for kind in (
        NoAnswer.DONT_KNOW,
        NoAnswer.NOT_APPLICABLE,
        NoAnswer.PREFERS_NOT,
    ):
        assert stated[kind] >= 3, kind
    not_applicable = [
        part for _item, part in parts if part.no_answer is NoAnswer.NOT_APPLICABLE
    ]
    assert all(part.reason for part in not_applicable)
    counted = Counter()
    for compared in results.comparisons.values():
        for comparison in compared.values():
            for position in comparison.positions:
                counted.update(position.no_answers)
    assert all(counted[kind] for kind in NoAnswer)


def test_one_group_leaves_a_whole_further_item_blank(results):
    found = results.comparisons["3i.1"][PRACTICE].position(WORKERS)
    assert found.no_answer is NoAnswer.BLANK
    assert any(one.kind == "blank" and one.item == "3i.1" for one in results.gaps)


def test_evidence_of_all_kinds_and_grades_is_cited(answers):
    sources = [source for _who, answer in answers for source in answer.evidence]
    assert {one.kind for one in sources} == set(EvidenceKind)
    assert {one.grade for one in sources} == set(Grade)
    assert all(one.title and "2012" <= one.date <= "2026-12-31" for one in sources)
    assert any(one.who for one in sources)
    assert any(one.figure is not None for one in sources)


def test_figures_come_by_sex_and_without_with_and_without_reason(sample, answers):
    by_sex = {
        (item.id, part.name)
        for item in sample.questionnaire.items()
        if item.kind is ItemKind.FIGURES
        for part in item.parts
        if part.by_sex
    }
    found = Counter()
    for _who, answer in answers:
        for name, part in answer.parts.items():
            figure = part.value
            if isinstance(figure, Figure) and (answer.item, name) in by_sex:
                assert figure.total
                assert figure.year
                assert figure.source
                sexed = bool(figure.women and figure.men)
                told = bool(figure.no_sex_reason or answer.follow_ups.get("F10"))
                found[sexed, told and not sexed] += 1
    assert found[True, False] >= 10
    assert found[False, True] >= 3
    assert found[False, False] >= 1


def test_nothing_is_flagged_at_hand_in(answers):
    assert not any(answer.flagged for _who, answer in answers)


def test_follow_up_questions_are_answered(answers):
    names = Counter(name for _who, answer in answers for name in answer.follow_ups)
    assert set(names) == {"F1", "F2", "F3", "F4", "F5", "F7", "F8", "F9", "F10"}
    assert sum(names.values()) >= 100


def test_comments_are_many_varied_and_one_is_long(answers):
    comments = [answer.comment for _who, answer in answers if answer.comment]
    assert len(comments) >= 45
    assert len(set(comments)) == len(comments)
    assert 1400 <= max(map(len, comments)) <= 1600
    assert any("«\u00a0" in one and "é" in one for one in comments)
    assert any("“" in one for one in comments)


def test_the_export_names_only_those_who_agreed(sample):
    told = json.dumps(sample.export_json(), ensure_ascii=False)
    assert "Responsable des statistiques sociales" in told
    assert "Cheffe du service juridique" not in told
    assert "Member of the board of the Social Security Fund" not in told
