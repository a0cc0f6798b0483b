"""Q-848: a national section among the official ones."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.layering import NATIONAL, Layer

RULE = Rule(
    "Q-848",
    N_("A section of a country cannot stand in the group “{group}”."),
    N_("Write “group: {national}”; such sections follow the official ones."),
)


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault for every section of the pack in another group."""
    for section in layer.national_sections():
        node = section.node.get("group")
        if node is not None and node.text != NATIONAL:
            yield RULE.broken(
                section.source.file, node.line, group=node.text, national=NATIONAL
            )
