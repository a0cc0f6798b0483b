"""A solver lays two outputs side by side and tries to make out who differs (R-404).

It knows the rule, who answered in each state, and everything printed of both. It lists
every way in which the group can have answered so that exactly these two would be
printed. What one who came in between, or who answered anew, said is made out where it
is the same in all of these ways. Nothing may be made out that does not follow from the
positions of the two states, which are public by the group's role.
"""

from collections import Counter, defaultdict
from functools import cache
from itertools import combinations, combinations_with_replacement

import pytest

from spf_assess.analysis.counts import Count, Counted
from spf_assess.analysis.disclosure import OPEN, Final, disclosed, final
from spf_assess.analysis.positions import position_of
from spf_assess.model import (
    Answer,
    Constituency,
    NoAnswer,
    PartAnswer,
    Respondent,
    RespondentKind,
    Response,
)

WORKERS = Constituency.WORKERS
CELLS = (1, 2, 4, NoAnswer.DONT_KNOW, NoAnswer.BLANK)
FEW = 3
PLACE = (WORKERS, "3a.1", "law")


@cache
def count(cell):
    said = str(cell) if isinstance(cell, int) else cell.value
    return Count(Counted.SAID, "3a.1", "law", WORKERS, RespondentKind.PERSON, said)


@cache
def position(members):
    return position_of(WORKERS, [(count(c), n) for c, n in Counter(members).items()])


@cache
def printed(members, last):
    """What one output tells of the group; *last*: its answers are the last ones."""
    found = position(members)
    more = disclosed(found, final=last)
    kinds = tuple(sorted(more.no_answers.items()))
    public = found.respondents, found.level, found.divided, found.no_answer
    levels = tuple(more.ratings.items())
    return public, (more.rated, more.spread, kinds, levels)


def put_in_order(members):
    return tuple(sorted(members, key=CELLS.index))


def joined(number, more):
    """Two states: *more* members came in between."""
    for before in combinations_with_replacement(CELLS, number):
        for new in combinations_with_replacement(CELLS, more):
            yield before, put_in_order(before + new), ((), new)


def answered_anew(number, again):
    """Two states: *again* of the members answered anew in between."""
    for before in combinations_with_replacement(CELLS, number):
        for old in set(combinations(before, again)):
            rest = list(before)
            for one in old:
                rest.remove(one)
            for new in combinations_with_replacement(CELLS, again):
                yield before, put_in_order((*rest, *new)), (old, new)


def made_out(ways):
    """What few members said before or after, the same in all ways."""
    found = set()
    for side in (0, 1):
        tallies = [Counter(one[side]) for one in ways]
        for cell in CELLS:
            numbers = {tally[cell] for tally in tallies}
            if len(numbers) == 1 and 0 < min(numbers) < FEW:
                found.add((side, cell))
    return found


def leaks(states, tells):
    """Pairs of outputs of which more follows than from their positions alone."""
    by_print, by_position = defaultdict(set), defaultdict(set)
    for before, after, who in states:
        last = tells(before, after)
        pair = printed(before, last[0]), printed(after, last[1])
        by_print[pair].add(who)
        by_position[pair[0][0], pair[1][0]].add(who)
    known = {pair: made_out(ways) for pair, ways in by_position.items()}
    return [
        (pair, more)
        for pair, ways in by_print.items()
        if (more := made_out(ways) - known[pair[0][0], pair[1][0]])
    ]


def responses(number, anew=0, more=0):
    """Responses of *number* members, of whom some answered anew and others joined."""

    def one(who, round_number):
        told = {"3a.1": Answer("3a.1", parts={"law": PartAnswer(2)})}
        seat = Respondent(f"{who:032x}", WORKERS, RespondentKind.PERSON)
        return Response(seat, round_number, told)

    first = [one(who, 1) for who in range(number)]
    later = [one(who, 2) for who in range(anew)]
    later += [one(who, 2) for who in range(number, number + more)]
    return {one.respondent.id for one in first}, later


def by_the_rule(anew=0, more=0):
    """Return, for rounds 1 and 2 of the last state, whether numbers are told."""
    told = final(*responses(8, anew, more), ()).of(*PLACE)
    return lambda _before, _after: (told, told)


@pytest.mark.parametrize(("number", "more"), [(6, 1), (7, 1), (8, 1), (7, 2), (6, 3)])
def test_before_and_after_one_more_packet_nobody_is_made_out(number, more):
    """Told while answers may come, nothing; afterwards the group came late."""
    late = final(set(), [], (), late={WORKERS}).of(*PLACE)
    assert leaks(joined(number, more), lambda _a, _b: (OPEN.of(*PLACE), late)) == []
    assert leaks(joined(number, more), by_the_rule(more=more)) == []


@pytest.mark.parametrize(("number", "anew"), [(6, 1), (7, 1), (8, 1), (6, 2), (6, 3)])
def test_round_1_and_round_2_give_nobody_away(number, anew):
    assert leaks(answered_anew(number, anew), by_the_rule(anew=anew)) == []


def test_the_solver_succeeds_where_numbers_are_told_of_two_states():
    """The control: numbers of both states, of the first, or of the second alone."""
    for told in ((True, True), (True, False), (False, True)):
        assert leaks(joined(7, 1), lambda _a, _b, told=told: told)
        assert leaks(answered_anew(7, 1), lambda _a, _b, told=told: told)


def test_of_a_group_that_said_nothing_more_the_numbers_are_told_in_both_rounds():
    told = final(*responses(8), ())
    assert told.of(*PLACE)
    assert final(*responses(8, anew=1), ()) == Final(
        frozenset(Constituency), frozenset({PLACE})
    )
    assert WORKERS not in final(*responses(8, more=1), ()).groups
    assert not OPEN.of(*PLACE)


@pytest.mark.long
@pytest.mark.parametrize(("number", "more"), [(9, 1), (10, 1), (9, 2), (8, 3)])
def test_of_larger_groups_nobody_is_made_out(number, more):
    assert leaks(joined(number, more), by_the_rule(more=more)) == []
    if more < FEW:
        assert leaks(answered_anew(number, more), by_the_rule(anew=more)) == []
