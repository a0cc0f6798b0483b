"""Q-859: guidance on an official item in a pack."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.layering import Layer

RULE = Rule(
    "Q-859",
    N_(
        "“{name}” is an official question, and the guidance on official questions is"
        " the same in every country: a pack cannot change it."
    ),
    N_("Take it out; write guidance on items of your own only, like {own}."),
)


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault for every official item that the pack gives guidance on."""
    official = {item.id: item.section.id for item in layer.core.items()}
    for found in layer.own.helps():
        for name, line in found.lines().items():
            if name in official:
                own = f"{official[name]}.n1"
                yield RULE.broken(found.source.file, line, name=name, own=own)
