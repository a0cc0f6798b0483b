"""What is told of members who answered one by one: nothing that points at one of them.

Only what at least three said alike is told, or more where the preparation says so, and
its count only where what is left over cannot be reckoned back to one or two members: no
second small number may be derived (R-401), and nothing before the answers are the last
ones (R-404). Don't know and the other no-answers follow
the same rule as answers.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from spf_assess.i18n import no_answer_name
from spf_assess.model import (
    NO,
    PARTLY,
    YES,
    Answer,
    Constituency,
    Item,
    ItemKind,
    NoAnswer,
)
from spf_assess.report.desk import Desk
from spf_assess.report.reading import MembersSaid, members_said

Label = Callable[[Desk, Item, str, Answer], str]
_ONE_EACH = frozenset({ItemKind.SELECT_ONE, ItemKind.YES_PARTLY_NO, ItemKind.RANK})
_OWN_WORDS = frozenset({ItemKind.TEXT, ItemKind.TEXTS, ItemKind.FIGURES, ItemKind.DATE})


def of_members(
    desk: Desk,
    item: Item,
    group: Constituency,
    quoted: int,
    label: Label,
    *,
    brief: bool = False,
) -> Iterator[str]:
    """Yield what a group's members said alike, as lines.

    *label* names an option; *quoted* of those who answered agreed to be quoted.
    """
    members = members_said(desk.given, item, group)
    if item.kind in _OWN_WORDS:
        if quoted < members.answered:
            yield from _own_words(desk, brief=brief)
        return
    if not desk.given.final.of_item(group, item.id):
        yield _not_shown(desk, brief=brief)
        return
    counts, least = _counts(desk, item, members, label), desk.given.counted_from
    told = [
        (name, _sayable(count, counts, members.answered, item, least))
        for name, count in counts.most_common()
        if count >= least
    ]
    for name, count in told:
        yield (
            desk.words(
                "{name} ({count} of {of} members)",
                name=name,
                count=count,
                of=members.answered,
            )
            if count
            else desk.words("{name} ({least} members or more)", name=name, least=least)
        )
    if not told:
        yield _not_shown(desk, brief=brief)


def _sayable(
    count: int, counts: Counter[str], answered: int, item: Item, least: int
) -> int | None:
    """Return *count* where it may be told, None where the rest would be too small."""
    if item.kind in _ONE_EACH:
        rest = answered - sum(one for one in counts.values() if one >= least)
    else:
        rest = answered - count
    return count if rest == 0 or rest >= least else None


def _counts(desk: Desk, item: Item, members: MembersSaid, label: Label) -> Counter[str]:
    """Return how often each answer was given, in the order of the questionnaire."""
    found: Counter[str] = Counter()
    bare = Answer(item.id)
    order = [*(option.name for option in item.choices), YES, PARTLY, NO]
    places = {name: place for place, name in enumerate(order)}
    for part in item.parts:
        chosen = [name for at, name in members.chosen if at == part.name]
        for name in sorted(chosen, key=lambda one: (places.get(one, len(order)), one)):
            told = label(desk, item, name, bare)
            if item.kind is ItemKind.RANK:
                told = desk.words("{name} first", name=told)
            found[told] += members.chosen[part.name, name]
    for kind in NoAnswer:
        if number := members.no_answers.get(kind, 0):
            found[no_answer_name(desk.words, kind)] += number
    return found


def _own_words(desk: Desk, *, brief: bool) -> Iterator[str]:
    if brief:
        yield _not_shown(desk, brief=True)
    else:
        yield desk.words(
            "Answers of members who did not agree to be quoted are left out."
        )


def _not_shown(desk: Desk, *, brief: bool) -> str:
    if brief:
        return desk.words("single answers, not shown")
    return desk.words("Members answered one by one; single answers are not shown.")
