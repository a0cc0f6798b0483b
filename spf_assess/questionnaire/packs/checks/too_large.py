"""Q-849: a pack with too many files, or too much in them."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.contents import LARGEST_PACK, MOST_FILES, PACK
from spf_assess.questionnaire.packs.layering import Layer

RULE = Rule(
    "Q-849",
    N_("The pack is too large: at most {files} files and {most} kilobytes together."),
    N_("Check that this is the folder of the pack, and that nothing else lies in it."),
)


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault where the files do not fit into one document."""
    if layer.contents.too_large:
        yield RULE.broken(PACK, 0, files=MOST_FILES, most=LARGEST_PACK // 1024)
