"""Q-402: a text or word with nothing in it."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Node, Record, Scalar

RULE = Rule(
    "Q-402",
    N_("“{field}” is empty."),
    N_("Fill it in, or take the field out where it is optional."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every scalar without a sign that can be seen."""
    for source in form.all_sources():
        yield from _blank(source.file, source.root, "")


def _blank(file: str, node: Node, field: str) -> Iterator[FormFault]:
    if isinstance(node, Record):
        for name, value in node.fields.items():
            yield from _blank(file, value, name)
    elif isinstance(node, Scalar) and not node.text.strip("\u200b\ufeff \t\n\u00a0"):
        yield RULE.broken(file, node.line, field=field)
    for entry in node:
        yield from _blank(file, entry, field)
