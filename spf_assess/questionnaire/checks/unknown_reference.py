"""Q-304: a paragraph that the Recommendation does not have."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.recommendation import known_references
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
    for section in form.sections():
        yield from _unknown(section.source.file, [section.node.get("reference")])
    for item in form.items():
        listed = item.node.get("references")
        if listed is not None:
            yield from _unknown(item.file, [*listed.entries] or [listed])
    for group in form.main.root.at("groups"):
        yield from _unknown(form.main.file, [*group.at("covers")])


def _unknown(file: str, nodes: list[Node | None]) -> Iterator[FormFault]:
    for node in nodes:
        if node is not None and node.text not in known_references():
            yield RULE.broken(file, node.line, word=node.text)
