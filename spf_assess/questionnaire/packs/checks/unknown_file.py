"""Q-842: a file or folder that no pack has."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.checks.official_file import is_official
from spf_assess.questionnaire.packs.layering import Layer

RULE = Rule(
    "Q-842",
    N_("“{name}” is no file of a pack: nobody would be asked what stands in it."),
    N_(
        "Take it out of the folder, or give it its name: pack.yaml, schemes.yaml,"
        " sections/n1.yaml, items/3e.yaml, guidance/n1.yaml or texts/pt.yaml."
    ),
)


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault for each of them but the official ones, told by themselves."""
    for place in layer.contents.strange:
        if not is_official(PurePosixPath(place), layer):
            yield RULE.broken(place, 0, name=place)
