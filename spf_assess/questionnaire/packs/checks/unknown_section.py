"""Q-847: items for a section that the official questionnaire does not have."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.contents import ITEMS
from spf_assess.questionnaire.packs.layering import Layer

RULE = Rule(
    "Q-847",
    N_("The official questionnaire has no section “{section}” to add items to."),
    N_(
        "Name the file after one of: {known}. Items of a section of your own stand in"
        " its file in sections/."
    ),
)


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault for every such file."""
    official = layer.core_sections()
    for name, source in layer.contents.within(ITEMS):
        if name not in official:
            known = ", ".join(official)
            yield RULE.broken(source.file, 0, section=name, known=known)
