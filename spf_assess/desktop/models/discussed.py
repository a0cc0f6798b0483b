"""The questions that need talk, as lines of a list; levels stand in none of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spf_assess.i18n import Words
from spf_assess.i18n.outcome import talk_reason_name

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation
    from spf_assess.model import Questionnaire, Topic


@dataclass(frozen=True, slots=True)
class TopicLine:
    """One question.

    Attributes:
        text: what the list says: where it stands, what it is about, why it needs talk.
        revealed: its positions were shown to everybody.
    """

    item: str
    text: str
    revealed: bool


def topic_lines(
    words: Words,
    questionnaire: "Questionnaire",
    topics: "Sequence[Topic]",
    revealed: Collection[str],
) -> tuple[TopicLine, ...]:
    """Return a line for each question that needs talk, in their order."""
    return tuple(
        _line(words, questionnaire, topic, shown=topic.item in revealed)
        for topic in topics
    )


def _line(
    words: Words, questionnaire: "Questionnaire", topic: "Topic", *, shown: bool
) -> TopicLine:
    item = questionnaire.item(topic.item)
    why = ", ".join(talk_reason_name(words, one) for one in topic.reasons)
    section = questionnaire.section(topic.section)
    name = f"{section.label(words.language)}  {words.text(item.short)}"
    state = words("shown to everybody") if shown else words("not shown yet")
    return TopicLine(topic.item, f"{name}\n{why} · {state}", shown)


def may_discuss(consultation: "Consultation") -> bool:
    """Whether a round is closed, so that there is something to talk about."""
    return bool(consultation.discussed_round)
