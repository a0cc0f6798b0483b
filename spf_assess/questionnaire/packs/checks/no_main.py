"""Q-841: a pack without the file that says what it is."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.contents import PACK
from spf_assess.questionnaire.packs.layering import Layer

RULE = Rule(
    "Q-841",
    N_("There is no file {missing}."),
    N_(
        "Add it; it says what the pack is called and which questionnaire it is made"
        " for. “spf-assess forms new-pack” writes one to begin with."
    ),
)


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault where it is missing."""
    if layer.contents.source(PACK) is None and not layer.contents.too_large:
        yield RULE.broken(PACK, 0, missing=PACK)
