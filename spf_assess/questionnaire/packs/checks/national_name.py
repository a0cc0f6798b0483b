"""Q-846: a national section or item whose name does not say that it is national."""

import re
from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.layering import Layer

RULE = Rule(
    "Q-846",
    N_("The name “{name}” does not say that a country added this."),
    N_(
        "Name sections of your own n1, n2 …, their items n1.1, n1.2 …, and items added"
        " to an official section after it: 3e.n1, 3e.n2 …"
    ),
)
_SECTION = re.compile(r"n[0-9]{1,3}")
_ITEM = re.compile(r"n[0-9]{1,3}\.[a-z0-9_]+|[a-z0-9_]+\.n[0-9]{1,3}[a-z]?")


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault for each; names of official questions are told by themselves."""
    official = {item.id for item in layer.core.items()}
    for section in layer.national_sections():
        if not _SECTION.fullmatch(section.id):
            yield RULE.broken(section.source.file, 0, name=section.id)
    for item in layer.own.items():
        named = _ITEM.fullmatch(item.id)
        if item.id and item.id not in official and not named:
            yield RULE.broken(item.file, item.node.at("name").line, name=item.id)
