"""Which items a respondent is asked, and which follow-up questions open.

An item that is not asked keeps its stored answer but counts as absent everywhere: in
other items' expressions, in progress and in results.
"""

from collections.abc import Mapping
from functools import lru_cache

from spf_assess.analysis.expressions import Operand, expression
from spf_assess.analysis.variables import discussion_values, operand, own_values
from spf_assess.model import (
    BENCHES,
    Answer,
    Comparison,
    Constituency,
    FollowUp,
    Item,
    Part,
    Questionnaire,
    Selection,
)

ANSWERING, DISCUSSION = "answering", "discussion"


def offered(item: Item, constituency: Constituency) -> bool:
    """Whether *item* is put to *constituency* at all, whatever was answered.

    Observers comment, they do not rate (DESIGN, Words): they see what all three
    benches are asked.
    """
    if constituency is Constituency.OBSERVERS:
        return item.asked_of.issuperset(BENCHES) and not item.own_experience
    return constituency in item.asked_of


def asked_items(
    questionnaire: Questionnaire,
    selection: Selection,
    constituency: Constituency,
    answers: Mapping[str, Answer],
) -> tuple[Item, ...]:
    """Return the items put to one respondent, in order, given the answers so far.

    That is the selection's items, asked of the constituency, whose ``relevant`` holds.
    Observers give no values on which an expression could depend, so none hides an item
    from them.
    """
    return Asking(questionnaire, selection).asked(constituency, answers)


class Asking:
    """What is put to many respondents, see ``asked_items``."""

    def __init__(self, questionnaire: Questionnaire, selection: Selection) -> None:
        self._questionnaire, self._selection = questionnaire, selection
        self._candidates: dict[Constituency, dict[str, Item]] = {}

    def asked(
        self, constituency: Constituency, answers: Mapping[str, Answer]
    ) -> tuple[Item, ...]:
        """Return the items put to one respondent, in order."""
        if constituency not in self._candidates:
            self._candidates[constituency] = {
                item.id: item
                for item in self._questionnaire.items()
                if self._selection.includes(item) and offered(item, constituency)
            }
        candidates = self._candidates[constituency]
        if constituency is Constituency.OBSERVERS:
            return tuple(candidates.values())
        logic = _Logic(candidates, answers)
        return tuple(
            item
            for item in candidates.values()
            if not item.relevant or logic.asked(item)
        )


class _Logic:
    """Evaluates ``relevant``, each item once, the ones it depends on first."""

    def __init__(
        self, candidates: Mapping[str, Item], answers: Mapping[str, Answer]
    ) -> None:
        self._candidates = candidates
        self._answers = answers
        self._known: dict[str, bool] = {}

    def asked(self, item: Item) -> bool:
        if not item.relevant:
            return True
        if item.id not in self._known:
            self._known[item.id] = False  # a circle, refused in forms, hides its items
            wanted = expression(item.relevant)
            self._known[item.id] = _holds(
                item.relevant, *map(self._value, wanted.names)
            )
        return self._known[item.id]

    def _value(self, name: str) -> Operand:
        found = find_part(self._candidates, name)
        if found is None:
            return None
        item, part = found
        answer = self._answers.get(item.id)
        if answer is None or not self.asked(item):
            return None
        return operand(answer.part(part.name))


@lru_cache(maxsize=2048, typed=True)
def _holds(text: str, *values: Operand) -> bool:
    """Whether an expression is true; of many respondents, many say the same."""
    wanted = expression(text)
    return wanted.holds(dict(zip(wanted.names, values, strict=True)))


def find_part(items: Mapping[str, Item], name: str) -> tuple[Item, Part] | None:
    """Return the item and part that ``${name}`` means: ``3a.1.law``, or ``3g.1``.

    The part may be left out where the item has only one.
    """
    if name in items:
        item = items[name]
        return (item, item.parts[0]) if len(item.parts) == 1 else None
    item_id, _, part_name = name.rpartition(".")
    if item_id not in items:
        return None
    item = items[item_id]
    return next(
        ((item, part) for part in item.parts if part.name == part_name),
        None,
    )


def prepare(questionnaire: Questionnaire) -> None:
    """Parse every expression now, in an idle moment, and not with the first answer.

    The first one loads elementpath, which takes about a tenth of a second.
    """
    for follow_up in questionnaire.follow_ups.values():
        if follow_up.relevant:
            expression(follow_up.relevant)
    for item in questionnaire.items():
        for text in (item.relevant, item.constraint):
            if text:
                expression(text)


def open_follow_ups(
    questionnaire: Questionnaire,
    item: Item,
    answer: Answer | None,
    comparisons: Mapping[str, Comparison] | None = None,
) -> tuple[FollowUp, ...]:
    """Return the follow-up questions that *answer* opens, in the item's order.

    Those of the discussion stage need *comparisons*, the benches' positions on the
    item's parts, and are left out without it.
    """
    own: dict[str, Operand] | None = None
    found = []
    for name in item.follow_ups:
        follow_up = questionnaire.follow_ups[name]
        if follow_up.stage == DISCUSSION:
            values = discussion_values(comparisons or {})
        elif answer is None or not answer.parts:
            continue  # an untouched item asks nothing further
        else:
            own = own_values(item, answer) if own is None else own
            values = own
        if not follow_up.relevant or expression(follow_up.relevant).holds(values):
            found.append(follow_up)
    return tuple(found)


def constraint_holds(item: Item, answer: Answer) -> bool:
    """Whether the item's ``constraint`` is met, or a value it needs is absent."""
    if not item.constraint:
        return True
    values = own_values(item, answer)
    wanted = expression(item.constraint)
    current = operand(answer.part(item.parts[0].name)) if len(item.parts) == 1 else None
    if any(values.get(name) is None for name in wanted.names) or (
        not wanted.names and current is None
    ):
        return True
    return wanted.holds(values, current)
