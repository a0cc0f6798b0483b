"""Who is asked what, and what the answers open and close."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.miniature import choices, item, miniature, rating, section, value

from spf_assess.analysis import asked_items, constraint_holds, open_follow_ups
from spf_assess.model import (
    BENCHES,
    PRACTICE,
    VALUE,
    Answer,
    Constituency,
    Figure,
    FollowUp,
    ItemKind,
    NoAnswer,
    Part,
    PartAnswer,
    Selection,
    Text,
)

FULL = Selection()
WORKERS = Constituency.WORKERS
BOTH = Text.of(en="Why?", fr="Pourquoi ?")


def form(*items, **follow_ups):
    opened = {
        name: FollowUp(name, relevant, BOTH) for name, relevant in follow_ups.items()
    }
    return replace(
        miniature(),
        sections=(section("3a", *items),),
        follow_ups=MappingProxyType(opened),
    )


def chosen(item_id, given_value):
    return Answer(item_id, {VALUE: PartAnswer(given_value)})


def answered(*answers):
    return {answer.item: answer for answer in answers}


def ids(questionnaire, answers=None, constituency=WORKERS, selection=FULL):
    found = asked_items(questionnaire, selection, constituency, answers or {})
    return [one.id for one in found]


def chain():
    """Four items, each asked when the one before says yes."""
    return form(
        value("3a.1", ItemKind.YES_PARTLY_NO),
        *(
            value(
                f"3a.{number}",
                ItemKind.YES_PARTLY_NO,
                relevant=f"${{3a.{number - 1}}} = 'yes'",
            )
            for number in (2, 3, 4)
        ),
    )


def test_only_those_are_asked_who_should_be():
    assert "3a.4" in ids(miniature(), constituency=Constituency.GOVERNMENT)
    assert "3a.4" not in ids(miniature())


def test_observers_see_what_all_three_are_asked_and_no_own_experience():
    found = ids(miniature(), constituency=Constituency.OBSERVERS)
    assert "3a.1" in found
    assert "3a.3" not in found
    assert "3a.4" not in found


def test_no_logic_hides_anything_from_observers_who_give_no_values():
    assert ids(chain(), constituency=Constituency.OBSERVERS) == [
        "3a.1",
        "3a.2",
        "3a.3",
        "3a.4",
    ]


def test_the_selection_leaves_out_sections_and_extended_items():
    assert ids(miniature(), selection=Selection(sections=("3b",)))[0] == "3b.1"
    assert "5a.2" not in ids(miniature(), selection=Selection(form="core"))
    assert "5a.2" in ids(miniature())


def test_an_item_is_asked_once_its_condition_holds():
    assert ids(chain()) == ["3a.1"]
    assert ids(chain(), answered(chosen("3a.1", "yes"))) == ["3a.1", "3a.2"]
    assert ids(chain(), answered(chosen("3a.1", "no"))) == ["3a.1"]


def test_a_hidden_answer_counts_as_absent_for_the_items_behind_it():
    answers = answered(
        chosen("3a.1", "no"), chosen("3a.2", "yes"), chosen("3a.3", "yes")
    )
    assert ids(chain(), answers) == ["3a.1"]


def test_it_counts_again_when_the_item_comes_back():
    answers = answered(
        chosen("3a.1", "yes"), chosen("3a.2", "yes"), chosen("3a.3", "yes")
    )
    assert ids(chain(), answers) == ["3a.1", "3a.2", "3a.3", "3a.4"]


def test_the_order_of_items_in_the_form_does_not_matter_to_the_logic():
    later = form(
        value("3a.1", ItemKind.TEXT, relevant="${3a.2} = 'yes'"),
        value("3a.2", ItemKind.YES_PARTLY_NO),
    )
    assert ids(later) == ["3a.2"]
    assert ids(later, answered(chosen("3a.2", "yes"))) == ["3a.1", "3a.2"]


def test_items_in_a_circle_stay_hidden_and_nothing_hangs():
    round_about = form(
        value("3a.1", ItemKind.TEXT, relevant="${3a.2} = 'yes'"),
        value("3a.2", ItemKind.YES_PARTLY_NO, relevant="${3a.1} = 'yes'"),
    )
    answers = answered(chosen("3a.1", "yes"), chosen("3a.2", "yes"))
    assert ids(round_about, answers) == []


@pytest.mark.parametrize("kind", list(NoAnswer)[:3])
def test_a_stated_no_answer_is_no_value(kind):
    declined = Answer("3a.1", {VALUE: PartAnswer(no_answer=kind)})
    assert ids(chain(), answered(declined)) == ["3a.1"]


def test_an_answer_to_an_item_of_another_group_counts_as_absent():
    other = form(
        value(
            "3a.1",
            ItemKind.YES_PARTLY_NO,
            asked_of=frozenset({Constituency.EMPLOYERS}),
        ),
        value("3a.2", ItemKind.TEXT, relevant="${3a.1} = 'yes'"),
    )
    assert ids(other, answered(chosen("3a.1", "yes"))) == []


def test_parts_are_addressed_by_name():
    rated = form(
        rating("3a.1"),
        value("3a.2", ItemKind.TEXT, relevant="${3a.1.practice} <= 2"),
        value("3a.3", ItemKind.TEXT, relevant="${3a.1.law} <= 2"),
        value("3a.4", ItemKind.TEXT, relevant="${3a.1} <= 2"),
    )
    low = Answer("3a.1", {"law": PartAnswer(4), "practice": PartAnswer(1)})
    assert ids(rated, answered(low)) == ["3a.1", "3a.2"]


def test_several_choices_are_asked_about_by_name():
    several = form(
        value("3a.1", ItemKind.SELECT_MULTIPLE, choices=choices("red", "blue")),
        value("3a.2", ItemKind.TEXT, relevant="selected(${3a.1}, 'blue')"),
    )
    assert ids(several, answered(chosen("3a.1", ("red", "blue")))) == ["3a.1", "3a.2"]
    assert ids(several, answered(chosen("3a.1", ("red",)))) == ["3a.1"]


def figures(**more):
    parts = tuple(Part(name, BOTH) for name in ("women", "men"))
    return item("3a.1", ItemKind.FIGURES, parts, **more)


def counted(**totals):
    parts = {name: PartAnswer(Figure(total=total)) for name, total in totals.items()}
    return Answer("3a.1", parts)


def test_a_constraint_speaks_of_the_parts_of_the_item():
    whole = figures(constraint="${.women} + ${.men} = 100")
    assert constraint_holds(whole, counted(women="40.5", men="59.5"))
    assert not constraint_holds(whole, counted(women="40", men="59"))


def test_a_constraint_waits_until_what_it_needs_is_there():
    whole = figures(constraint="${.women} + ${.men} = 100")
    assert constraint_holds(whole, counted(women="40"))
    assert constraint_holds(whole, Answer("3a.1"))
    assert constraint_holds(figures(), counted(women="40"))


def test_a_figure_that_is_no_number_breaks_nothing():
    whole = figures(constraint="${.women} + ${.men} = 100")
    assert constraint_holds(whole, counted(women="forty", men="NaN"))


def test_the_point_is_the_answer_to_an_item_of_one_part():
    one = value("3a.1", ItemKind.TEXT, constraint="string-length(.) <= 5")
    assert constraint_holds(one, chosen("3a.1", "short"))
    assert not constraint_holds(one, chosen("3a.1", "longer"))
    assert constraint_holds(one, Answer("3a.1"))


def opened(one, answer, **follow_ups):
    asking = replace(one, follow_ups=tuple(follow_ups))
    questionnaire = form(asking, **follow_ups)
    return [found.name for found in open_follow_ups(questionnaire, asking, answer)]


def test_the_practice_of_several_ratings_is_the_lowest():
    parts = tuple(Part(name) for name in ("design", "delivery"))
    several = item("3a.1", ItemKind.RATINGS, parts)
    answer = Answer("3a.1", {"design": PartAnswer(4), "delivery": PartAnswer(2)})
    assert opened(several, answer, F1="${.practice} = 2") == ["F1"]
    assert opened(several, answer, F1="${.highest} = 4") == ["F1"]
    assert opened(several, answer, F1="${.delivery} = 2") == ["F1"]


def test_a_practice_rating_has_no_law():
    one = item("3a.1", ItemKind.PRACTICE, (Part(PRACTICE),))
    answer = Answer("3a.1", {PRACTICE: PartAnswer(4)})
    assert opened(one, answer, F2="${.practice} - ${.law} >= 0") == []
    assert opened(one, answer, F2="${.practice} = 4") == ["F2"]


def test_an_item_of_two_law_like_parts_keeps_its_own_names_apart():
    parts = tuple(Part(name) for name in ("law", "other"))
    several = item("3a.1", ItemKind.RATINGS, parts)
    answer = Answer("3a.1", {"law": PartAnswer(4)})
    assert opened(several, answer, F2="${.law} = 4") == []


@pytest.mark.parametrize(
    ("chosen_names", "expected"),
    [((), False), (("none",), False), (("red",), True), (("none", "red"), True)],
)
def test_something_is_chosen_unless_it_is_none(chosen_names, expected):
    one = value("3a.1", ItemKind.SELECT_MULTIPLE, choices=choices("red", "none"))
    answer = chosen("3a.1", chosen_names)
    assert (opened(one, answer, F7="${.chosen}") == ["F7"]) is expected


@pytest.mark.parametrize(
    ("names", "lower"), [("ab", "a"), ("abc", "a"), ("abcd", "ab"), ("abcde", "ab")]
)
def test_the_lower_half_of_ordered_choices(names, lower):
    one = value("3a.1", ItemKind.SELECT_ONE, choices=choices(*names))
    found = [n for n in names if opened(one, chosen("3a.1", n), F8="${.lower_half}")]
    assert "".join(found) == lower


def test_a_choice_that_does_not_exist_is_in_no_half():
    one = value("3a.1", ItemKind.SELECT_ONE, choices=choices("a", "b"))
    assert opened(one, chosen("3a.1", "z"), F8="${.lower_half}") == []


def test_follow_ups_come_in_the_items_order_and_without_condition_always():
    answer = chosen("3a.1", "yes")
    one = value("3a.1", ItemKind.YES_PARTLY_NO)
    assert opened(one, answer, F7="${.value} = 'yes'", F1="") == ["F7", "F1"]


YES_NO = st.sampled_from([None, "yes", "partly", "no"])


@settings(deadline=None)
@given(st.lists(YES_NO, min_size=4, max_size=4))
def test_what_is_asked_is_the_chain_up_to_the_first_that_is_not_yes(values):
    answers = answered(
        *(chosen(f"3a.{number}", one) for number, one in enumerate(values, 1))
    )
    until = next((n for n, one in enumerate(values) if one != "yes"), 4)
    assert len(ids(chain(), answers)) == min(until + 1, 4)


conditions = st.sampled_from(["", "= 'yes'", "!= 'yes'"])


@settings(deadline=None)
@given(
    st.lists(st.tuples(conditions, st.integers(1, 6)), min_size=6, max_size=6),
    st.lists(YES_NO, min_size=6, max_size=6),
    st.sampled_from(BENCHES),
)
def test_answers_to_items_not_asked_never_change_what_is_asked(shape, values, who):
    """Whatever the conditions: taking hidden answers away changes nothing."""
    items = [
        value(
            f"3a.{number}",
            ItemKind.YES_PARTLY_NO,
            relevant=f"${{3a.{other}}} {condition}" if condition else "",
        )
        for number, (condition, other) in enumerate(shape, 1)
        if not condition or other != number
    ]
    questionnaire = form(*items)
    answers = answered(
        *(chosen(f"3a.{number}", one) for number, one in enumerate(values, 1) if one)
    )
    asked = ids(questionnaire, answers, who)
    shown = {name: one for name, one in answers.items() if name in asked}
    again = ids(questionnaire, shown, who)
    if acyclic(items):
        assert again == asked
    assert set(again) <= {one.id for one in items}


def acyclic(items):
    after = {one.id: one.relevant[2:6] for one in items if one.relevant}
    for start in after:
        place, steps = start, 0
        while place in after and steps <= len(after):
            place, steps = after[place], steps + 1
        if steps > len(after):
            return False
    return True
