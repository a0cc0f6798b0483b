"""Q-205: a field that belongs to items of another type."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form, ItemView
from spf_assess.questionnaire.shape import BY_TYPE, ENTRY_FIELDS, TYPED_FIELDS
from spf_assess.questionnaire.tree import Node, Record

RULE = Rule(
    "Q-205",
    N_("“{field}” does not belong to an item of type “{type}”."),
    N_("Take the field out, or correct the type."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every such field, which would silently do nothing."""
    for item in form.items():
        if item.kind is None:
            continue
        yield from _fields(item, item.node, TYPED_FIELDS - set(BY_TYPE[item.kind]))
        for field, allowed in ENTRY_FIELDS.items():
            typed = frozenset().union(*allowed.values())
            foreign = typed - allowed.get(item.kind, frozenset())
            for entry in item.node.at(field):
                yield from _fields(item, entry, foreign)


def _fields(item: ItemView, node: Node, foreign: frozenset[str]) -> Iterator[FormFault]:
    if isinstance(node, Record):
        for field in node.fields:
            if field in foreign:
                yield RULE.broken(
                    item.file, node.lines[field], field=field, type=item.kind
                )
