"""The questions to be talked about, as lines of a list; none tells a level."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from spf_assess.analysis.rounds import speaking_order
from spf_assess.desktop.models.listed import ListedModel
from spf_assess.i18n import COLON, Words
from spf_assess.i18n.outcome import agreed_line, talk_reason_name
from spf_assess.model import Constituency, Questionnaire, Topic


class Show(StrEnum):
    """Which questions are listed."""

    TALK = "talk"
    OPEN = "open"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Standing:
    """What was done with the questions so far, by item id.

    Attributes:
        revealed: their positions were shown to everybody.
        stated: the groups that said what they make of their position.
        agreed: the groups that agreed on something.
        apart: files that were merged say different things.
        typed: words were typed and not recorded yet.
    """

    revealed: Collection[str] = ()
    stated: Mapping[str, Collection[Constituency]] | None = None
    agreed: Mapping[str, Collection[Constituency]] | None = None
    apart: Collection[str] = ()
    typed: Collection[str] = ()

    def groups(self, item: str) -> Collection[Constituency]:
        """Return the groups that have stated something on an item."""
        return (self.stated or {}).get(item, ())

    def agreeing(self, item: str) -> Collection[Constituency]:
        """Return the groups that agreed on something with an item."""
        return (self.agreed or {}).get(item, ())

    def settled(self, topic: Topic) -> bool:
        """Whether every group has stated where it stands, or agreed with others.

        What two groups agree on binds no third one: it has yet to be heard.
        """
        if topic.item in self.apart:
            return False
        heard = {*self.groups(topic.item), *self.agreeing(topic.item)}
        return set(topic.speaking) <= heard


@dataclass(frozen=True, slots=True)
class TopicLine:
    """One question.

    Attributes:
        reference: its paragraph; *title* what it is about.
        why: it needs talk; empty where it does not.
        state: how far the talk has come, in words.
        sign: the name of the state's icon.
        here: it is the one shown beside the list.
        on_wall: it is the one the room sees.
    """

    item: str
    reference: str
    title: str
    why: str
    state: str
    sign: str
    on_wall: str = ""
    spoken: str = ""


class DiscussedModel(ListedModel[TopicLine]):
    """The lines; each can be chosen."""

    def leads(self, line: TopicLine) -> bool:
        """Every line leads to its question."""
        return bool(line.item)

    def row_of(self, item: str) -> int:
        """Return the row of an item; -1 where it is not listed."""
        return next(
            (row for row, one in enumerate(self._lines) if one.item == item), -1
        )


def every_topic(
    questionnaire: Questionnaire, topics: Sequence[Topic], compared: Collection[str]
) -> tuple[Topic, ...]:
    """Return what needs talk, then all other compared questions in their order."""
    needed = {one.item for one in topics}
    others = (
        one
        for one in questionnaire.items()
        if one.id in compared and one.id not in needed
    )
    return (
        *topics,
        *(
            Topic(one.id, one.section, (), None, (), speaking_order(one, turn))
            for turn, one in enumerate(others, start=len(topics))
        ),
    )


def round_lead(
    words: Words, number: int, talk: int | None, *, is_open: bool, last: bool
) -> str:
    """Say how far the round is, above the list.

    Args:
        words: of the language it is said in.
        number: the round's.
        talk: how many questions need talk; None while nothing may be seen.
        is_open: whether groups still answer.
        last: whether no further round comes.
    """
    if talk is None:
        return words(
            "Round {number} is open: nothing of what was answered is shown."
            " Close it to see which questions need talk.",
            number=number,
        )
    lead = words.plural(
        "{number} question needs talk, the farthest apart first.",
        "{number} questions need talk, the farthest apart first.",
        talk,
    )
    if is_open:
        lead += " " + words(
            "Round {number} is open: groups state what they make of it.", number=number
        )
    elif last:
        lead += " " + words("Round {number} was the last.", number=number)
    return lead


def shown_topics(
    topics: Sequence[Topic], standing: Standing, show: Show
) -> tuple[Topic, ...]:
    """Return the topics that a filter lets through."""
    if show is Show.ALL:
        return tuple(topics)
    needed = (one for one in topics if one.reasons)
    if show is Show.TALK:
        return tuple(needed)
    return tuple(one for one in needed if not standing.settled(one))


def topic_line(
    words: Words,
    questionnaire: Questionnaire,
    topic: Topic,
    standing: Standing,
    on_wall: str,
) -> TopicLine:
    """Return the line of a topic; *on_wall* is the item the room sees."""
    item, section = questionnaire.item(topic.item), questionnaire.section(topic.section)
    why = ", ".join(talk_reason_name(words, one) for one in topic.reasons)
    state, sign = _state(words, topic, standing)
    if topic.item in standing.typed:
        state = words("{state}, something typed is not recorded", state=state)
    reference, title = section.label(words.language), words.text(item.short)
    wall = words("on the wall") if topic.item == on_wall else ""
    told = ", ".join(one for one in (why, state, wall) if one)
    return TopicLine(
        topic.item,
        reference,
        title,
        why or words("needs no talk by the rule"),
        state,
        sign,
        wall,
        f"{reference} {title}{words.text(COLON)}{told}",
    )


def _state(words: Words, topic: Topic, standing: Standing) -> tuple[str, str]:
    item, heard = topic.item, len(set(standing.groups(topic.item)))
    if item in standing.apart:
        return words("merged files differ"), "mend"
    agreeing = standing.agreeing(item)
    if item not in standing.revealed and not heard and not agreeing:
        return words("not shown yet"), "todo"
    if agreeing:
        settled = standing.settled(topic)
        return agreed_line(words, agreeing), "done" if settled else "begun"
    if heard >= len(topic.speaking):
        return words("all groups have stated"), "done"
    if heard:
        return (
            words.plural(
                "{number} of {of} stated",
                "{number} of {of} stated",
                heard,
                of=len(topic.speaking),
            ),
            "begun",
        )
    return words("shown to everybody"), "begun"
