"""Q-852: two schemes under one name."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.contents import SCHEMES
from spf_assess.questionnaire.packs.layering import Layer

RULE = Rule(
    "Q-852",
    N_("A scheme called “{name}” stands in this list already."),
    N_("List it once, with all its sections, or give one of the two another name."),
)


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault for every second use of a name."""
    seen: set[str] = set()
    for scheme in layer.contents.root(SCHEMES).at("schemes"):
        name = scheme.at("name").text
        if name and name in seen:
            yield RULE.broken(SCHEMES, scheme.line, name=name)
        seen.add(name)
