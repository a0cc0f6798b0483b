"""What is told of members who answered one by one: nothing that points at one of them.

Only what at least three said alike is told, or more where the preparation says so, and
its count only where what is left over cannot be reckoned back to one or two members: no
second small number may be derived (R-401), and nothing before the answers are the last
ones (R-404). Don't know and the other no-answers follow
the same rule as answers.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from spf_assess.i18n import no_answer_name
from spf_assess.model import Answer, Item, ItemKind
from spf_assess.report.desk import Desk
from spf_assess.report.reading import Said

Label = Callable[[Desk, Item, str, Answer], str]
_ONE_EACH = frozenset({ItemKind.SELECT_ONE, ItemKind.YES_PARTLY_NO, ItemKind.RANK})
_OWN_WORDS = frozenset({ItemKind.TEXT, ItemKind.TEXTS, ItemKind.FIGURES, ItemKind.DATE})


def of_members(
    desk: Desk, item: Item, heard: Sequence[Said], label: Label, *, brief: bool = False
) -> Iterator[str]:
    """Yield what members said alike, as lines; *label* names an option."""
    if item.kind in _OWN_WORDS:
        yield from _own_words(desk, heard, brief=brief)
        return
    group = heard[0].response.respondent.constituency
    if not desk.given.final.of_item(group, item.id):
        yield _not_shown(desk, brief=brief)
        return
    counts: Counter[str] = Counter()
    least = desk.given.counted_from
    for one in heard:
        for part in item.parts:
            counts.update(_options(desk, item, part.name, one.answer, label))
    told = [
        (name, _sayable(count, counts, len(heard), item, least))
        for name, count in counts.most_common()
        if count >= least
    ]
    for name, count in told:
        yield (
            desk.words(
                "{name} ({count} of {of} members)",
                name=name,
                count=count,
                of=len(heard),
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


def _options(
    desk: Desk, item: Item, part: str, answer: Answer, label: Label
) -> list[str]:
    told = answer.part(part)
    if told.no_answer is not None:
        return [no_answer_name(desk.words, told.no_answer)]
    bare = Answer(item.id)
    if isinstance(told.value, tuple):
        names = [label(desk, item, one, bare) for one in told.value]
        if item.kind is ItemKind.RANK:
            return [desk.words("{name} first", name=names[0])] if names else []
        return names
    if isinstance(told.value, str) and told.value:
        return [label(desk, item, told.value, bare)]
    return []


def _own_words(desk: Desk, heard: Sequence[Said], *, brief: bool) -> Iterator[str]:
    if all(one.consents for one in heard):
        return
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
