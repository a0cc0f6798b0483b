"""Q-844: a pack for another questionnaire, or another version of it."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.contents import PACK
from spf_assess.questionnaire.packs.layering import Layer

RULE = Rule(
    "Q-844",
    N_(
        "The pack is made for the questionnaire {wanted}; installed here is"
        " {installed}."
    ),
    N_(
        "Look through the pack against the questionnaire installed here, then write"
        " its id and version after “base:”."
    ),
)


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault where the base is not the official form installed here."""
    base = layer.contents.root(PACK).at("base")
    wanted = base.at("questionnaire").text, base.at("version").text
    main = layer.core.main.root
    installed = main.at("questionnaire").text, main.at("version").text
    if all(wanted) and wanted != installed:
        yield RULE.broken(
            PACK, base.line, wanted=" ".join(wanted), installed=" ".join(installed)
        )
