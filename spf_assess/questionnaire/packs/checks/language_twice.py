"""Q-853: a language that is there already."""

from collections.abc import Iterator

from spf_assess.model import LANGUAGES, N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.contents import PACK
from spf_assess.questionnaire.packs.layering import Layer

RULE = Rule(
    "Q-853",
    N_("The language “{code}” is there already."),
    N_("List each language once; English and French are always there."),
)


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault for the official languages and for every second mention."""
    seen = set(LANGUAGES)
    for language in layer.contents.root(PACK).at("languages"):
        node = language.at("code")
        if node.text in seen:
            yield RULE.broken(PACK, node.line, code=node.text)
        seen.add(node.text)
