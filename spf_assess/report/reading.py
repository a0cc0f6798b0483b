"""Finds what was said: by group and item, in the round that is reported."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spf_assess.analysis.counts import (
    VALUE,
    Count,
    Counted,
    Counting,
    Counts,
    Gathered,
)
from spf_assess.model import (
    Answer,
    Constituency,
    Grade,
    Item,
    NoAnswer,
    RespondentKind,
    Response,
)
from spf_assess.report.given import ReportInput


@dataclass(frozen=True, slots=True)
class Said:
    """One respondent's answer to one item; *drawn* to be quoted, if it may be."""

    response: Response
    answer: Answer
    drawn: bool = True

    @property
    def agreed(self) -> bool:
        """Whether a whole group says it, not a member."""
        return self.response.respondent.kind is RespondentKind.BENCH

    @property
    def consents(self) -> bool:
        """Whether whoever says it agreed to be quoted (R-402)."""
        return self.response.respondent.consent_quoted

    @property
    def quotable(self) -> bool:
        """Whether these very words are printed: with consent, and if drawn."""
        return self.consents and self.drawn

    @property
    def valued(self) -> bool:
        """Whether a value or a stated no-answer was given to any part."""
        return any(not part.empty for part in self.answer.parts.values())


def of_group(given: ReportInput, group: Constituency) -> Sequence[Response]:
    """Return a group's responses of the round that is reported."""
    known: dict[Constituency, list[Response]] | None = given.known.get("groups")
    if known is None:
        known = given.known["groups"] = {}
        for one in given.responses:
            if one.round == given.results.round:
                known.setdefault(one.respondent.constituency, []).append(one)
    return known.get(group, [])


def said(given: ReportInput, item: Item, group: Constituency) -> Sequence[Said]:
    """Return what a group's respondents said of an item that was asked of them.

    A hidden answer stays in the file and out of the report. Of thousands of members,
    those whose words are not printed are known as numbers alone (``members_said``).
    """
    known: dict[tuple[str, Constituency], list[Said]] | None = given.known.get("said")
    if known is None:
        known = given.known["said"] = {}
        for one in Constituency:
            for response in of_group(given, one):
                for told in _asked(given, response):
                    known.setdefault((told.answer.item, one), []).append(told)
    return known.get((item.id, group), [])


@dataclass(frozen=True, slots=True)
class MembersSaid:
    """What the members of a group said of one item, one by one, as numbers.

    Attributes:
        answered: how many gave a value or a stated no-answer.
        asked: whether it was asked of anybody in the group.
        chosen: how often each option of a part was chosen, in a ranking as the first.
        no_answers: how often each kind of no-answer was stated, of all parts.
        texts: by part, how many gave a value.
        grades: how many answers name a source of a grade.
    """

    answered: int
    asked: bool
    chosen: Mapping[tuple[str, str], int]
    no_answers: Mapping[NoAnswer, int]
    texts: Mapping[str, int]
    grades: Mapping[Grade, int]


def members_said(given: ReportInput, item: Item, group: Constituency) -> MembersSaid:
    """Return what a group's members said of an item; see ``MembersSaid``."""
    told = [one for one in _counted(given, item) if one[0].constituency is group]
    own = [one for one in told if one[0].kind is RespondentKind.PERSON]
    given_ = [one for one in own if one[0].what is Counted.GIVEN]
    no_answers: Counter[NoAnswer] = Counter()
    texts: Counter[str] = Counter()
    for one, number in given_:
        if one.part and one.said == VALUE:
            texts[one.part] += number
        elif one.part and one.said not in (NoAnswer.NOT_ASKED, NoAnswer.BLANK):
            no_answers[NoAnswer(one.said)] += number
    return MembersSaid(
        answered=sum(number for one, number in given_ if not one.part),
        asked=any(
            one.part and one.said != NoAnswer.NOT_ASKED
            for one, _number in told
            if one.what in (Counted.GIVEN, Counted.SAID)
        ),
        chosen={
            (one.part, one.said): number
            for one, number in own
            if one.what is Counted.CHOSEN
        },
        no_answers=no_answers,
        texts=texts,
        grades={
            Grade(one.said): number for one, number in own if one.what is Counted.SOURCE
        },
    )


def ratings_of(
    given: ReportInput, item: Item, part: str
) -> Sequence[tuple[Count, int]]:
    """Return how many rated what, of a part that is not compared."""
    return [
        one
        for one in _counted(given, item)
        if one[0].what is Counted.SAID and one[0].part == part
    ]


def _counted(given: ReportInput, item: Item) -> Sequence[tuple[Count, int]]:
    known: dict[str, list[tuple[Count, int]]] | None = given.known.get("counts")
    if known is None:
        known = given.known["counts"] = {}
        counts = _count(given) if given.counts is None else given.counts
        for one, number in counts.items():
            if number > 0:
                known.setdefault(one.item, []).append((one, number))
    return known.get(item.id, [])


def _count(given: ReportInput) -> Counts:
    counting, found = Counting(given.questionnaire, given.selection), Gathered()
    items = {item.id: item for item in given.questionnaire.items()}
    for one in given.responses:
        if one.round == given.results.round:
            asked = given.asked.get(one.respondent.id, ())
            counting.gather(one, found, asked=[items[name] for name in asked])
    return found.counts()


def leading(heard: Sequence[Said]) -> list[Said]:
    """Return what a group agreed, where it agreed an answer; else all its members said.

    Members' answers stand aside where the group has its own, as the rule has it.
    """
    agreed = [one for one in heard if one.agreed and one.valued]
    return agreed or list(heard)


def _asked(given: ReportInput, response: Response) -> Iterator[Said]:
    who = response.respondent
    asked = given.asked.get(who.id, frozenset())
    for name, answer in response.answers.items():
        if name in asked or not who.constituency.rates:
            yield Said(response, answer, (who.id, name) not in given.drawn.left_out)
