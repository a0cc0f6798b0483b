"""Q-855: a translation of a text that there is not."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.layering import Layer
from spf_assess.questionnaire.packs.translations import translations

RULE = Rule(
    "Q-855",
    N_("There is no text at the place “{place}”."),
    N_("Remove it, or correct the place; “spf-assess forms translate” writes them."),
)


def check(layer: Layer, *, sound: bool) -> Iterator[FormFault]:
    """Yield a fault for every translation, and every draft, without an original."""
    for one in translations(layer, sound=sound):
        if one.original is None:
            yield RULE.broken(one.file, one.line, place=one.place)
