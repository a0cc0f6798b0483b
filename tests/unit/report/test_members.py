"""No member of a group can be made out: not by an answer, a count, or a subtraction."""

from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from support.coresia_results import (
    EMPLOYERS,
    GOVERNMENT,
    PERSON,
    WORKERS,
    coresia,
    seat,
)

from spf_assess.model import Answer, Item, PartAnswer, Respondent
from spf_assess.report import values
from spf_assess.report.context import build
from spf_assess.report.desk import Desk
from spf_assess.report.html import page

QUESTION = "3b.1"  # one choice, asked of all three groups


def workers(number: int, **more: object):
    return tuple(seat(index + 1, WORKERS, PERSON, **more) for index in range(number))


def choosing(*picked: int | None):
    """Return a change by which the n-th worker picks the n-th option given."""

    def change(item: Item, who: Respondent, answer: Answer) -> Answer:
        if item.id != QUESTION:
            return answer
        option = picked[int(who.id, 16) - 1]
        if option is None:
            return replace(answer, parts={})
        name = item.choices[option].name
        return replace(answer, parts={"value": PartAnswer(value=name)})

    return change


def told(*picked: int | None, language: str = "en") -> list[str]:
    given = coresia(workers(len(picked)), ("3b",), change=choosing(*picked))
    item = given.questionnaire.item(QUESTION)
    return values.plain(Desk.lay(given, language), item, WORKERS)


def label(option: int) -> str:
    return coresia((), ("3b",)).questionnaire.item(QUESTION).choices[option].label["en"]


def test_what_fewer_than_three_said_is_not_told():
    assert told(0, 1) == ["Members answered one by one; single answers are not shown."]
    assert told(0, 0) == ["Members answered one by one; single answers are not shown."]
    assert told(0, 0, 1, 1) == [
        "Members answered one by one; single answers are not shown."
    ]


def test_what_all_of_three_or_more_said_is_counted():
    assert told(0, 0, 0) == [f"{label(0)} (3 of 3 members)"]


def test_a_count_from_which_one_or_two_others_follow_is_not_told():
    assert told(0, 0, 0, 1) == [f"{label(0)} (3 members or more)"]
    assert told(0, 0, 0, 1, 1) == [f"{label(0)} (3 members or more)"]
    assert told(0, 0, 0, 1, 1, 1) == [
        f"{label(0)} (3 of 6 members)",
        f"{label(1)} (3 of 6 members)",
    ]
    assert told(0, 0, 0, 1, 1, 1, 2) == [
        f"{label(0)} (3 members or more)",
        f"{label(1)} (3 members or more)",
    ]


@pytest.mark.parametrize("number", [3, 4, 5])
def test_no_printed_lines_belong_to_one_way_of_answering_with_a_lone_member(number):
    """Brute force: whoever reads the lines can never tell what a lone member said."""
    ways: dict[tuple[str, ...], set[tuple[int, ...]]] = {}
    for picked in product(range(3), repeat=number):
        counts = tuple(sorted(Counter(picked).items()))
        key = tuple(_lines(counts, number))
        ways.setdefault(key, set()).add(
            tuple(dict(counts).get(option, 0) for option in range(3))
        )
    for lines, found in ways.items():
        for option in range(3):
            seen = {counts[option] for counts in found}
            assert len(seen) > 1 or seen <= {0, *range(3, 9)}, (lines, found)


def _lines(counts: tuple[tuple[int, int], ...], number: int) -> list[str]:
    picked = [option for option, count in counts for _ in range(count)]
    assert len(picked) == number
    if tuple(picked) not in _TOLD:
        _TOLD[tuple(picked)] = told(*picked)
    return _TOLD[tuple(picked)]


_TOLD: dict[tuple[int, ...], list[str]] = {}


def test_members_words_and_sources_need_their_consent():
    seats = (
        seat(1, WORKERS, PERSON, "Union", consent_quoted=False),
        seat(2, EMPLOYERS, PERSON, "Confederation", consent_quoted=False),
        seat(3, GOVERNMENT, organization="Ministry", consent_quoted=False),
    )
    html = page("report.html.j2", build(coresia(seats), "en"))
    for words in (
        "to most small traders",
        "Small traders; money and staff",
        "Social Security Act",
    ):
        assert words not in html
    assert "Not quoted: evidence of grade A." in html


def test_a_groups_own_text_is_its_answer_and_printed_a_members_is_not():
    silent = {"consent_quoted": False}
    group = (seat(1, WORKERS, organization="Union", **silent),)
    member = (seat(1, WORKERS, PERSON, "Union", **silent),)
    words = "Seasonal workers, for lack of information."
    assert words in page("report.html.j2", build(coresia(group, ("3a",)), "en"))
    assert words not in page("report.html.j2", build(coresia(member, ("3a",)), "en"))


def test_how_far_a_group_was_divided_is_told_where_nobody_can_be_made_out():
    def seats(number: int):
        return tuple(
            seat(index + 1, WORKERS, PERSON, shift=2 if index == 0 else 0)
            for index in range(number)
        )

    six = page("report.html.j2", build(coresia(seats(6), ("3e",)), "en"))
    assert "This group was itself divided on the law." in six
    assert "levels apart" not in six
    seven = page("report.html.j2", build(coresia(seats(7), ("3e",)), "en"))
    assert "divided on the law: 7 ratings, 2 levels apart." in seven


def test_grades_of_sources_that_are_not_quoted_are_told_without_counts():
    seats = workers(4, consent_quoted=False)
    html = page("report.html.j2", build(coresia(seats, ("3e",)), "en"))
    assert "sources of grade" not in html


def test_more_organizations_than_can_be_read_are_counted_and_none_is_singled_out():
    def printed(number: int) -> str:
        seats = tuple(
            seat(index + 1, WORKERS, PERSON, f"Union {index:03}")
            for index in range(number)
        )
        return page("report.html.j2", build(coresia(seats, ("3e",)), "en"))

    assert "Union 059" in printed(60)
    many = printed(61)
    assert "61 organizations, too many to be named here" in many
    assert "Union 0" not in many
