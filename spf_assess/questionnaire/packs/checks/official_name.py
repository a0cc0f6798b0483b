"""Q-845: an item under the name of an official one."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.layering import Layer

RULE = Rule(
    "Q-845",
    N_(
        "“{name}” is an official question, and official questions are the same in"
        " every country: a pack cannot change them."
    ),
    N_("Name your item like {section}.n1; it is asked besides the official ones."),
)


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault for every item of the pack that bears an official name."""
    official = {item.id for item in layer.core.items()}
    for item in layer.own.items():
        if item.id in official:
            yield RULE.broken(
                item.file,
                item.node.at("name").line,
                name=item.id,
                section=item.section.id,
            )
