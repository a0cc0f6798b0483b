"""Q-858: a translation that does not fit where the official text stands."""

from collections.abc import Iterator

from spf_assess.model import LANGUAGES, N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.layering import Layer
from spf_assess.questionnaire.packs.translations import translations

RULE = Rule(
    "Q-858",
    N_(
        "The translation at “{place}” has {length} characters; there is room for"
        " {most}."
    ),
    N_("Shorten it: it would be cut in the window or in the report."),
)
ROOM, SPARE = 1.6, 30  # of the longer official text, and characters besides


def check(layer: Layer, *, sound: bool) -> Iterator[FormFault]:
    """Yield a fault for every translation much longer than either official text."""
    for one in translations(layer, sound=sound):
        if one.original is None or one.said is None:
            continue
        longest = max(len(one.original[language]) for language in LANGUAGES)
        most, length = round(longest * ROOM) + SPARE, len(one.said)
        if length > most:
            yield RULE.broken(
                one.file, one.line, place=one.place, length=length, most=most
            )
