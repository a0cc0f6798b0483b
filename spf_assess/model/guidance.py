"""Help with one question: why it is asked, and what an answer can rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from spf_assess.model.constituency import Constituency
from spf_assess.model.text import Text


@dataclass(frozen=True, slots=True)
class Guidance:
    """What helps to answer one item; not part of what is asked.

    Attributes:
        why: why it matters.
        counts: what counts as evidence for this very item.
        found: where such evidence is usually found.
        misread: a common misreading, and the right reading.
        sources: named sources in official titles, at least one.
        brings: what each of those asked is best placed to bring.
        to_be_verified: names of the fields above that rest on background knowledge.
    """

    why: Text
    counts: Text
    found: Text
    misread: Text
    sources: tuple[Text, ...]
    brings: Mapping[Constituency, Text] = field(default_factory=dict)
    to_be_verified: frozenset[str] = frozenset()
