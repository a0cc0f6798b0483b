"""The help with a question, in the order in which it is read."""

from collections.abc import Iterator
from dataclasses import dataclass

from spf_assess.i18n import Words
from spf_assess.model import BENCHES, Constituency, Guidance, Text


@dataclass(frozen=True, slots=True)
class Told:
    """One part of the help; *unsure*: it rests on background knowledge."""

    heading: str
    texts: tuple[str, ...]
    unsure: bool


def parts_of_help(
    words: Words, guidance: Guidance, me: Constituency = Constituency.OBSERVERS
) -> Iterator[Told]:
    """Yield the help part by part; what *me* can bring stands before the others."""
    unsure = guidance.to_be_verified
    for field, heading, text in (
        ("why", words("Why it matters"), guidance.why),
        ("counts", words("What counts as evidence"), guidance.counts),
        ("found", words("Where it is usually found"), guidance.found),
    ):
        yield Told(heading, (words.text(text),), field in unsure)
    yield from _brings(words, guidance, me)
    yield Told(
        words("Common misreading"),
        (words.text(guidance.misread),),
        "misread" in unsure,
    )
    yield Told(
        words("Sources"), tuple(map(words.text, guidance.sources)), "sources" in unsure
    )


def _brings(words: Words, guidance: Guidance, me: Constituency) -> Iterator[Told]:
    unsure = "brings" in guidance.to_be_verified
    others = [bench for bench in BENCHES if bench in guidance.brings]
    mine = guidance.brings.get(me)
    if mine is not None:
        others.remove(me)
        heading = words("What your group is best placed to bring")
        yield Told(heading, (words.text(mine),), unsure)
    if others:
        heading = (
            words("What each group is best placed to bring")
            if mine is None
            else words("What the others are best placed to bring")
        )
        texts: list[Text] = [guidance.brings[bench] for bench in others]
        yield Told(heading, tuple(map(words.text, texts)), unsure)
