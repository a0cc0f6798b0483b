"""The way through the questions: their order, where one is, and what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass

from spf_assess.analysis import answered, asked_items
from spf_assess.i18n import Words, section_heading
from spf_assess.model import (
    Answer,
    Constituency,
    Item,
    Questionnaire,
    Section,
    Selection,
)


@dataclass(frozen=True, slots=True)
class Way:
    """The questions asked at this moment, in order.

    Attributes:
        asked: what is asked, given the answers so far.
        done: ids of those that are answered.
        here: the question one is at; empty before the first.
        whole: whether a whole section is shown at once.
    """

    questionnaire: Questionnaire
    asked: tuple[Item, ...]
    done: frozenset[str]
    here: str
    whole: bool

    @classmethod
    def through(
        cls,
        questionnaire: Questionnaire,
        selection: Selection,
        constituency: Constituency,
        answers: Mapping[str, Answer],
        *,
        here: str,
        whole: bool,
    ) -> "Way":
        """Return the way as it stands with these answers."""
        asked = asked_items(questionnaire, selection, constituency, answers)
        done = frozenset(
            item.id
            for item in asked
            if answered(item, answers.get(item.id), constituency)
        )
        return cls(questionnaire, asked, done, here, whole)

    @property
    def order(self) -> list[str]:
        """The ids of the questions."""
        return [item.id for item in self.asked]

    @property
    def section(self) -> Section:
        """The section one is in.

        Raises:
            KeyError: one is nowhere yet.
        """
        return self.questionnaire.section(self._section_of(self.here))

    def title(self, words: Words) -> str:
        """Return what the section one is in is called, with its paragraphs."""
        return section_heading(words, self.section, self.section.title)

    @property
    def shown(self) -> tuple[Item, ...]:
        """What is shown: the question one is at, or its whole section."""
        if not self.whole:
            return tuple(item for item in self.asked if item.id == self.here)
        section = self.section.id
        return tuple(item for item in self.asked if item.section == section)

    @property
    def ends_here(self) -> bool:
        """Whether the last question of all is shown."""
        return self.order[-1:] == [item.id for item in self.shown[-1:]]

    def number(self, words: Words, item: str) -> str:
        """Return which question of how many an item is."""
        order = self.order
        return words(
            "Question {number} of {all}", number=order.index(item) + 1, all=len(order)
        )

    def step(self, step: int) -> str | None:
        """Return where going on (1) or back (-1) leads.

        Empty where it leads nowhere, None where it leads past the last question.
        """
        order = self.order
        shown = [item.id for item in self.shown] or [self.here]
        if not order or shown[0] not in order:
            return ""
        there = order.index(shown[-1] if step > 0 else shown[0]) + step
        if there >= len(order):
            return None
        if there < 0:
            return ""
        if step < 0 and self.whole:
            return self._first_of(self._section_of(order[there]))
        return order[there]

    def into(self, section: str) -> str:
        """Return where a section is entered: its first question not yet answered.

        Empty where nothing of the section is asked.
        """
        items = [item.id for item in self.asked if item.section == section]
        return next((item for item in items if item not in self.done), "") or next(
            iter(items), ""
        )

    def _first_of(self, section: str) -> str:
        return next(item.id for item in self.asked if item.section == section)

    def _section_of(self, item: str) -> str:
        return self.questionnaire.item(item).section
