"""Q-851: a scheme shown with a section that there is not."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.contents import SCHEMES
from spf_assess.questionnaire.packs.layering import Layer

RULE = Rule(
    "Q-851",
    N_("There is no section “{section}” to show this scheme with."),
    N_("Name at least one of: {known}."),
)


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault for every unknown section, and for a scheme that names none."""
    known = dict.fromkeys(section.id for section in layer.whole.sections())
    told = ", ".join(known)
    for scheme in layer.contents.root(SCHEMES).at("schemes"):
        listed = scheme.get("sections")
        if listed is not None and not listed.entries:
            yield RULE.broken(SCHEMES, listed.line, section="", known=told)
        for node in scheme.at("sections"):
            if node.text not in known:
                yield RULE.broken(SCHEMES, node.line, section=node.text, known=told)
