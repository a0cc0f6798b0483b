"""Q-854: texts in a language that pack.yaml does not list."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.contents import PACK, TEXTS
from spf_assess.questionnaire.packs.layering import Layer

RULE = Rule(
    "Q-854",
    N_("The language “{code}” of this file is not listed in pack.yaml."),
    N_("Add it to “languages:” with its code and its own name, or remove the file."),
)


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault for every such file."""
    listed = {
        language.at("code").text
        for language in layer.contents.root(PACK).at("languages")
    }
    for code, source in layer.contents.within(TEXTS):
        if code not in listed:
            yield RULE.broken(source.file, 0, code=code)
