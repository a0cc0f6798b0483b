"""Q-843: a file of the official questionnaire in a pack."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import MAIN
from spf_assess.questionnaire.packs.contents import SECTIONS
from spf_assess.questionnaire.packs.layering import Layer

RULE = Rule(
    "Q-843",
    N_(
        "“{name}” is a file of the official questionnaire, which is the same in every"
        " country and is not changed by a pack."
    ),
    N_(
        "Take it out. Items for an official section stand in items/, named like"
        " 3e.n1; sections of your own in sections/, named like n1."
    ),
)
_OFFICIAL = frozenset({MAIN, "recommendation", "glossary"})


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault for every such file and folder."""
    for place in (*layer.contents.strange, *layer.contents.sources):
        if is_official(PurePosixPath(place), layer):
            yield RULE.broken(place, 0, name=place)


def is_official(place: PurePosixPath, layer: Layer) -> bool:
    """Whether the official questionnaire has this file, or a section of this name."""
    named = place.stem in layer.core_sections() and place.suffix != ""
    within = str(place.parent)
    return place.name in _OFFICIAL or (named and within in (".", SECTIONS))
