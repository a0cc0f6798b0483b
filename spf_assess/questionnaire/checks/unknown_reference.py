"""Q-304: a paragraph that the Recommendation does not have."""

from collections.abc import Iterator, Sequence

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.recommendation import (
    known_paragraphs,
    known_references,
)
from spf_assess.questionnaire.tree import Node

RULE = Rule(
    "Q-304",
    N_("The Recommendation has no Paragraph {word}."),
    N_(
        "Write it like 3(a), 11(2) or 13(1)(b), in quotation marks, and name at least"
        " one."
    ),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every unknown paragraph, and for an item that names none."""
    whole = known_references() | known_paragraphs()
    for section in form.sections():
        file = section.source.file
        yield from _unknown(file, [section.node.get("reference")], known_references())
        yield from _unknown(file, [*section.node.at("paragraphs")], whole)
    for item in form.items():
        found = item.node.get("references")
        if found is not None:
            nodes: list[Node | None] = [*found.entries] or [found]
            yield from _unknown(item.file, nodes, known_references())
    for group in form.main.root.at("groups"):
        yield from _unknown(form.main.file, [*group.at("covers")], whole)


def _unknown(
    file: str, nodes: Sequence[Node | None], known: frozenset[str]
) -> Iterator[FormFault]:
    for node in nodes:
        if node is not None and node.text not in known:
            yield RULE.broken(file, node.line, word=node.text)
