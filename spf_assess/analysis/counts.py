"""How many said what: all that results are made from, as numbers that can be added.

A response is counted once, when it comes in; taken back, its counts are taken off. So
the results of ten thousand respondents cost what those of nine cost.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from spf_assess.analysis.relevance import asked_items
from spf_assess.model import (
    Answer,
    Constituency,
    Figure,
    Item,
    ItemKind,
    NoAnswer,
    Part,
    PartAnswer,
    Questionnaire,
    Respondent,
    RespondentKind,
    Response,
    Selection,
)


class Counted(StrEnum):
    """What is counted."""

    SAID = "said"
    FIGURE = "figure"
    PEOPLE = "people"
    GIVEN = "given"
    CHOSEN = "chosen"
    SOURCE = "source"


class Count(NamedTuple):
    """One thing that is counted.

    Attributes:
        said: a level from 1 to 4 or the kind of no-answer; of figures ``total`` or
            ``sex``; of people ``respondents``, ``members``, ``women`` or ``men``. Of
            what is not rated: given is ``value`` or the kind of no-answer, and once an
            answer, without part, ``any``; chosen is an option, in a ranking the first;
            of sources a grade, once an answer.
        grade: the best grade among the sources of a rating; empty without source.
        kept: said in an earlier round and not again in this one.
    """

    what: Counted
    item: str
    part: str
    constituency: Constituency
    kind: RespondentKind
    said: str
    grade: str = ""
    kept: bool = False

    @property
    def level(self) -> int | None:
        """The level that was rated; None where there is none."""
        return int(self.said) if self.said.isdigit() else None

    @property
    def no_answer(self) -> NoAnswer | None:
        """Why there is no level; None where there is one."""
        return None if self.said.isdigit() else NoAnswer(self.said)


Counts = Mapping[Count, int]
TOTAL, SEX = "total", "sex"
_MOST_KNOWN = 10_000
ANY, VALUE = "any", "value"
_CHOICES = frozenset(
    {
        ItemKind.SELECT_ONE,
        ItemKind.SELECT_MULTIPLE,
        ItemKind.YES_PARTLY_NO,
        ItemKind.RANK,
    }
)
RESPONDENTS, MEMBERS, WOMEN, MEN = "respondents", "members", "women", "men"


class Counting:
    """Counts responses to one questionnaire."""

    def __init__(self, questionnaire: Questionnaire, selection: Selection) -> None:
        self._questionnaire, self._selection = questionnaire, selection
        self._items = [
            item for item in questionnaire.items() if selection.includes(item)
        ]
        self._known: dict[
            tuple[Constituency, RespondentKind],
            dict[tuple[str, int, object], tuple[object, tuple[Count, ...]]],
        ] = {}
        self._figures = [
            (item, part)
            for item in questionnaire.items()
            if item.kind is ItemKind.FIGURES and selection.includes(item)
            for part in item.parts
            if part.by_sex
        ]

    def of(
        self,
        response: Response,
        kept: Mapping[str, frozenset[str]] | None = None,
        asked: Iterable[Item] | None = None,
    ) -> Counter[Count]:
        """Return the counts of one response.

        Args:
            response: whose answers are counted.
            kept: by item, the parts on which it says nothing new in this round.
            asked: the items that were put to it; found out when not given.
        """
        found = Gathered()
        self.gather(response, found, kept, asked)
        return found.counts()

    def gather(
        self,
        response: Response,
        into: "Gathered",
        kept: Mapping[str, frozenset[str]] | None = None,
        asked: Iterable[Item] | None = None,
    ) -> None:
        """Add the counts of one response; see ``of``."""
        who = response.respondent
        for said, number in (
            (RESPONDENTS, 1),
            (MEMBERS, who.members),
            (WOMEN, who.women),
            (MEN, who.men),
        ):
            place = Count(Counted.PEOPLE, "", "", who.constituency, who.kind, said)
            into.add(place, number)
        for item, part in self._figures:
            said = _figure(response.answers.get(item.id), part)
            if said:
                into.add(_figure_place(response, item, part, said), 1)
        if who.constituency.rates:
            if asked is None:
                asked = asked_items(
                    self._questionnaire,
                    self._selection,
                    who.constituency,
                    response.answers,
                )
            self._gather_said(response, into, kept or {}, asked)

    def of_all(self, responses: Sequence[Response]) -> Counter[Count]:
        """Return the counts of several responses together."""
        found: Counter[Count] = Counter()
        for response in responses:
            found.update(self.of(response))
        return found

    def _gather_said(
        self,
        response: Response,
        into: "Gathered",
        kept: Mapping[str, frozenset[str]],
        asked: Iterable[Item],
    ) -> None:
        who, answers = response.respondent, response.answers
        put = {item.id for item in asked}
        known = self._known.setdefault((who.constituency, who.kind), {})
        for item in self._items:
            if who.constituency not in item.asked_of:
                continue
            answer, told = answers.get(item.id), item.id in put
            if kept and (again := kept.get(item.id)):
                into.add_all(tuple(_places(item, who, answer, again, asked=told)))
                continue
            # Packets read one after the other share what they say alike.
            parts, grades = None, None
            if answer is not None and told:
                parts = answer.parts
                grades = answer.evidence and frozenset(
                    [source.grade for source in answer.evidence]
                )
            key = (item.id, id(parts) if told else 0, grades)
            found = known.get(key)
            if found is None:
                if len(known) >= _MOST_KNOWN:
                    known.clear()
                nothing: frozenset[str] = frozenset()
                counted = tuple(_places(item, who, answer, nothing, asked=told))
                # kept, so that no other takes its id
                known[key] = found = (parts, counted)
            into.add_all(found[1])


class Gathered:
    """Counts of many responses on their way; what many say alike is added up once."""

    def __init__(self) -> None:
        self._single: Counter[Count] = Counter()
        # Each with how often, by its id: to hash it takes longer than all else.
        self._together: dict[int, tuple[tuple[Count, ...], list[int]]] = {}

    def add(self, one: Count, number: int) -> None:
        """Add one count."""
        self._single[one] += number

    def add_all(self, several: tuple[Count, ...]) -> None:
        """Add one of each of these, which are told by one and the same object."""
        known = self._together.get(id(several))
        if known is None:
            self._together[id(several)] = (several, [1])
        else:
            known[1][0] += 1

    def counts(self) -> Counter[Count]:
        """Return everything that was added."""
        found = self._single.copy()
        for several, (number,) in self._together.values():
            for one in several:
                found[one] += number
        return found


def _places(
    item: Item,
    who: Respondent,
    answer: Answer | None,
    again: frozenset[str],
    *,
    asked: bool,
) -> Iterable[Count]:
    what = Counted.SAID if item.kind.rated else Counted.GIVEN
    for part in item.parts:
        said, grade = _said(answer, part.name, asked=asked)
        if not item.kind.rated:
            grade = ""
            if answer is not None and asked and _valued(answer.part(part.name)):
                said = VALUE
        yield Count(
            what,
            item.id,
            part.name,
            who.constituency,
            who.kind,
            said,
            grade,
            part.name in again,
        )
    if answer is not None and asked:
        for what, name, said in _more(item, answer):
            yield Count(what, item.id, name, who.constituency, who.kind, said)


def _more(item: Item, answer: Answer) -> Iterable[tuple[Counted, str, str]]:
    """Yield what is told of members as numbers alone, besides positions."""
    for grade in {source.grade for source in answer.evidence}:
        yield Counted.SOURCE, "", grade.value
    if item.kind.rated:
        return
    if any(not part.empty for part in answer.parts.values()):
        yield Counted.GIVEN, "", ANY
    if item.kind in _CHOICES:
        for part in item.parts:
            for name in _chosen(item, answer.part(part.name).value):
                yield Counted.CHOSEN, part.name, name


def _valued(part: PartAnswer) -> bool:
    return part.no_answer is None and not part.empty


def _chosen(item: Item, value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value[:1] if item.kind is ItemKind.RANK else value
    return (value,) if isinstance(value, str) and value else ()


def _said(answer: Answer | None, part: str, *, asked: bool) -> tuple[str, str]:
    if not asked:
        return NoAnswer.NOT_ASKED.value, ""
    if answer is None:
        return NoAnswer.BLANK.value, ""
    found = answer.part(part)
    if isinstance(found.value, int):
        grade = answer.best_grade
        return str(found.value), "" if grade is None else grade.value
    return (found.no_answer or NoAnswer.BLANK).value, ""


def _figure(answer: Answer | None, part: Part) -> str:
    value = None if answer is None else answer.part(part.name).value
    if not isinstance(value, Figure) or not value.total:
        return ""
    return SEX if value.women and value.men else TOTAL


def _figure_place(response: Response, item: Item, part: Part, said: str) -> Count:
    who = response.respondent
    return Count(Counted.FIGURE, item.id, part.name, who.constituency, who.kind, said)
