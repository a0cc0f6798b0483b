"""Q-856: a translation with other placeholders than the official text."""

import re
from collections.abc import Iterator

from spf_assess.model import LANGUAGES, N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.layering import Layer
from spf_assess.questionnaire.packs.translations import translations

RULE = Rule(
    "Q-856",
    N_("The placeholders at “{place}” differ from the official text's: {words}"),
    N_("Keep words in braces exactly as they are."),
)
_PLACEHOLDER = re.compile(r"\$?\{[^{}]*\}")


def check(layer: Layer, *, sound: bool) -> Iterator[FormFault]:
    """Yield a fault where a fact would be missing or unknown."""
    for one in translations(layer, sound=sound):
        if one.original is None or one.said is None:
            continue
        own = sorted(_PLACEHOLDER.findall(one.said))
        official = sorted(_PLACEHOLDER.findall(one.original[LANGUAGES[0]]))
        if own != official:
            odd = sorted(set(own).symmetric_difference(official)) or own
            yield RULE.broken(one.file, one.line, place=one.place, words=", ".join(odd))
