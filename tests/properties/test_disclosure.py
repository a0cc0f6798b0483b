"""A solver tries to make out members from all that is told of their group (R-401).

It knows the rule, how many answered, and everything printed; it lists every way in
which the members can have answered so that exactly this would be printed. A number of
one or two members that is the same in all these ways is recovered. Nothing may be
recovered that the group's position, public by its role, does not tell already.
"""

import random
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations_with_replacement

import pytest

from spf_assess.analysis.counts import Count, Counted
from spf_assess.analysis.disclosure import disclosed
from spf_assess.analysis.positions import position_of
from spf_assess.model import Constituency, NoAnswer, RespondentKind

WORKERS = Constituency.WORKERS
CELLS = (1, 2, 3, 4, *(one for one in NoAnswer if one is not NoAnswer.NOT_ASKED))
HALVES = ("1-2", "3-4")
K = 3


def position(members):
    """The position of members who answered so, by the real rule."""
    heard = [(count(cell), number) for cell, number in Counter(members).items()]
    return position_of(WORKERS, heard)


@cache
def count(cell):
    said = str(cell) if isinstance(cell, int) else cell.value
    return Count(Counted.SAID, "3a.1", "law", WORKERS, RespondentKind.PERSON, said)


def public(found):
    """What the position itself tells, by the group's role."""
    return found.respondents, found.level, found.divided, found.no_answer


def printed(found, counted_from=K, spread_from=5):
    """Everything that is printed of the group."""
    more = disclosed(
        found, final=True, counted_from=counted_from, spread_from=spread_from
    )
    kinds = tuple(sorted(more.no_answers.items()))
    levels = tuple(more.ratings.items())
    return (*public(found), more.rated, more.spread, kinds, levels)


def solved_of_all_who_rated(number, counted_from=K):
    """As ``solved``, of more members, who all rated: there are fewer ways of that."""
    by_print, by_position = defaultdict(list), defaultdict(list)
    for members in combinations_with_replacement(CELLS[:4], number):
        found = position(members)
        by_print[printed(found, counted_from)].append(members)
        by_position[public(found)].append(members)
    for key, ways in by_print.items():
        yield (
            key,
            recovered(ways, counted_from),
            recovered(by_position[key[:4]], counted_from),
        )


def recovered(ways, least=K):
    """Numbers of one or two members that are the same in all *ways*."""
    tallies = [Counter(one) for one in ways]
    found = set()
    for cells in (*((one,) for one in CELLS), (1, 2), (3, 4)):
        numbers = {sum(tally[cell] for cell in cells) for tally in tallies}
        if len(numbers) == 1 and 0 < min(numbers) < least:
            found.add(cells)
    return found


@cache
def solved(number, counted_from=K, spread_from=5):
    """By what is printed: what can be recovered, and from the position alone."""
    by_print, by_position = defaultdict(list), defaultdict(list)
    for members in combinations_with_replacement(CELLS, number):
        found = position(members)
        by_print[printed(found, counted_from, spread_from)].append(members)
        by_position[public(found)].append(members)
    known = {key: recovered(ways, counted_from) for key, ways in by_position.items()}
    return {
        key: (recovered(ways, counted_from), known[key[:4]])
        for key, ways in by_print.items()
    }


@pytest.mark.parametrize("number", range(1, 10))
def test_nothing_is_recovered_that_the_position_does_not_tell(number):
    for key, (found, known) in solved(number).items():
        assert found <= known, key


@pytest.mark.parametrize(("number", "least"), [(13, 3), (16, 3), (17, 4), (19, 5)])
def test_no_level_of_one_or_two_is_recovered_in_larger_groups(number, least):
    for key, found, known in solved_of_all_who_rated(number, least):
        assert found <= known, key


def test_a_thousand_random_consultations_give_nobody_away():
    chance = random.Random(202)  # noqa: S311 - not for secrets
    for _consultation in range(1000):
        number = chance.randint(1, 9)
        leaning = [chance.random() ** 3 for _cell in CELLS]
        members = chance.choices(CELLS, leaning, k=number)
        found = position(members)
        leaked, known = solved(number)[printed(found)]
        assert leaked <= known, (members, printed(found))


def test_raised_thresholds_hide_no_less():
    for number in range(1, 8):
        for members in combinations_with_replacement(CELLS[:5], number):
            found = position(members)
            loose, strict = (
                disclosed(found, final=True),
                disclosed(found, final=True, counted_from=5, spread_from=8),
            )
            assert strict.rated in (None, loose.rated)
            assert strict.spread in (None, loose.spread)
            assert strict.no_answers.items() <= loose.no_answers.items()
            if len(strict.ratings) > len(HALVES):
                assert strict.ratings == loose.ratings
            if strict.ratings:
                assert loose.ratings


def test_the_solver_finds_what_a_careless_print_gives_away():
    """The control: told are the counts as they are, and the solver must succeed."""
    by_print = defaultdict(list)
    for members in combinations_with_replacement(CELLS, 4):
        found = position(members)
        careless = (found.level, found.rated, tuple(sorted(found.no_answers.items())))
        by_print[careless].append(members)
    assert any(recovered(ways) for ways in by_print.values())


def test_large_groups_are_told_in_numbers():
    members = [2] * 4 + [4] * 3 + [NoAnswer.DONT_KNOW] * 3
    more = disclosed(position(members), final=True)
    assert (more.rated, more.spread) == (7, 2)
    assert dict(more.no_answers) == {NoAnswer.DONT_KNOW: 3}
    one_left = disclosed(position([*members, NoAnswer.PREFERS_NOT]), final=True)
    assert one_left.rated == 7
    assert dict(one_left.no_answers) == {}


@pytest.mark.parametrize(
    ("levels", "told"),
    [
        ((3, 4, 0, 5), {"1": 3, "2": 4, "3": 0, "4": 5}),
        ((0, 9, 0, 0), {"1": 0, "2": 9, "3": 0, "4": 0}),
        ((3, 4, 1, 5), {"1-2": 7, "3-4": 6}),
        ((1, 2, 0, 6), {"1-2": 3, "3-4": 6}),
        ((1, 1, 4, 5), {}),
        ((0, 0, 2, 8), {"1-2": 0, "3-4": 10}),
    ],
)
def test_levels_are_counted_one_by_one_else_by_halves_else_not_at_all(levels, told):
    members = [level for level, number in enumerate(levels, 1) for _ in range(number)]
    assert dict(disclosed(position(members), final=True).ratings) == told
    assert not disclosed(position(members), final=False).ratings
    few = disclosed(position(members), final=True, spread_from=len(members) + 1)
    assert not few.ratings


def test_of_a_group_that_speaks_as_one_no_levels_are_counted():
    own = Count(Counted.SAID, "3a.1", "law", WORKERS, RespondentKind.BENCH, "3")
    members = [(count(level), 4) for level in (1, 2, 3)]
    found = position_of(WORKERS, [(own, 1), *members])
    assert not found.ratings
    assert not disclosed(found, final=True).ratings
    stated = position_of(WORKERS, members, stated=2)
    assert not stated.ratings
    assert not disclosed(stated, final=True).ratings


@pytest.mark.long
@pytest.mark.parametrize("number", [10, 11, 12])
@pytest.mark.parametrize("thresholds", [(3, 5), (3, 8), (4, 5), (5, 7)])
def test_larger_groups_and_higher_thresholds_give_nobody_away(number, thresholds):
    for key, (found, known) in solved(number, *thresholds).items():
        assert found <= known, key
