"""Finds what was said: by group and item, in the round that is reported."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spf_assess.model import Answer, Constituency, Item, RespondentKind, Response
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


def of_group(given: ReportInput, group: Constituency) -> list[Response]:
    """Return a group's responses of the round that is reported."""
    return [
        one
        for one in given.responses
        if one.respondent.constituency is group and one.round == given.results.round
    ]


def said(given: ReportInput, item: Item, group: Constituency) -> Iterator[Said]:
    """Yield what a group's respondents said of an item that was asked of them.

    A hidden answer stays in the file and out of the report.
    """
    for response in of_group(given, group):
        answer = response.answers.get(item.id)
        if answer is not None and _asked(given, item, response):
            place = response.respondent.id, item.id
            yield Said(response, answer, place not in given.drawn.left_out)


def leading(heard: Sequence[Said]) -> list[Said]:
    """Return what a group agreed, where it agreed an answer; else all its members said.

    Members' answers stand aside where the group has its own, as the rule has it.
    """
    agreed = [one for one in heard if one.agreed and one.valued]
    return agreed or list(heard)


def _asked(given: ReportInput, item: Item, response: Response) -> bool:
    if not response.respondent.constituency.rates:
        return True
    return item.id in given.asked.get(response.respondent.id, frozenset())
