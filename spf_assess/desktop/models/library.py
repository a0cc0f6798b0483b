"""Everything there is to be read: the questionnaire at hand and what belongs to it."""

from functools import cached_property
from typing import NamedTuple

from spf_assess.analysis import asked_items
from spf_assess.desktop.hub import Hub
from spf_assess.model import (
    Item,
    Provision,
    Questionnaire,
    Recommendation,
    Reference,
    Section,
)
from spf_assess.reading import (
    Glossary,
    Kind,
    ParagraphIndex,
    Search,
    load_glossary,
)


class Address(NamedTuple):
    """What can be opened: a question, a section, a paragraph or a term, by its id."""

    kind: Kind
    id: str


class Library:
    """One questionnaire with the Recommendation, the glossary, index and search.

    Raises:
        Problem: Q-..., F-...: what comes with the program is damaged.
    """

    def __init__(self, questionnaire: Questionnaire) -> None:
        from spf_assess.questionnaire import load_recommendation

        self.questionnaire = questionnaire
        self.recommendation: Recommendation = load_recommendation()
        self.glossary: Glossary = load_glossary()
        self.search = Search(questionnaire, self.recommendation, self.glossary)

    @classmethod
    def of(cls, hub: Hub) -> "Library":
        """Return the library of what is open, else of the official questionnaire."""
        from spf_assess.questionnaire import load_questionnaire

        consultation = hub.consultation
        if consultation is None:
            return cls(load_questionnaire())
        return cls(consultation.questionnaire)

    def serves(self, hub: Hub) -> bool:
        """Whether this is still the library of what is open."""
        consultation = hub.consultation
        if consultation is None:
            return True  # whatever was read last is as good as any other
        return consultation.questionnaire.digest == self.questionnaire.digest

    @cached_property
    def index(self) -> ParagraphIndex:
        """Which questions ask about which paragraph."""
        return ParagraphIndex(self.questionnaire, self.recommendation)

    def provision(self, address: str) -> Provision | None:
        """Return a provision by its reference, or by ``+`` and its place."""
        if address.startswith("+"):
            return self.recommendation.provisions[int(address[1:])]
        return self.recommendation.by_reference.get(Reference.parse(address))

    def section_of(self, item: Item) -> Section:
        """Return the section an item stands in."""
        return self.questionnaire.section(item.section)


def may_answer(hub: Hub, item_id: str) -> bool:
    """Whether the response that is open is asked this question."""
    consultation = hub.consultation
    if consultation is None or consultation.role.value != "respondent":
        return False
    me = consultation.me()
    answers = consultation.response(me.id).answers
    asked = asked_items(
        consultation.questionnaire, consultation.selection, me.constituency, answers
    )
    return any(item.id == item_id for item in asked)
