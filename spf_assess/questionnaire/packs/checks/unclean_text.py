"""Q-857: a text with signs that nobody sees."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.model.signs import SURROGATE, UNSAFE
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.layering import Layer
from spf_assess.questionnaire.tree import Node, Scalar

RULE = Rule(
    "Q-857",
    N_("The text holds a sign that cannot be shown ({found})."),
    N_("Remove it, or type the text again; it often comes from copying."),
)


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault for every text with a control or an unseen command in it."""
    for source in layer.contents.sources.values():
        yield from _unclean(source.file, source.root)


def _unclean(file: str, node: Node) -> Iterator[FormFault]:
    if isinstance(node, Scalar):
        yield from _sign(file, node.line, node.value)
    for name, value in node.named():
        yield from _sign(file, value.line, name)
        yield from _unclean(file, value)
    for entry in node:
        yield from _unclean(file, entry)


def _sign(file: str, line: int, text: str) -> Iterator[FormFault]:
    found = UNSAFE.search(text) or SURROGATE.search(text)
    if found is not None:
        yield RULE.broken(file, line, found=f"U+{ord(found[0]):04X}")
