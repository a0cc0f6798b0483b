"""Q-205: a field that belongs to items of another type."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form, ItemView
from spf_assess.questionnaire.shape import BY_TYPE, PART_FIELDS, TYPED_FIELDS
from spf_assess.questionnaire.tree import Record

RULE = Rule(
    "Q-205",
    N_("“{field}” does not belong to an item of type “{type}”."),
    N_("Take the field out, or correct the type."),
)
_ALL_PART_FIELDS = frozenset().union(*PART_FIELDS.values())


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every such field, which would silently do nothing."""
    for item in form.items():
        if item.kind is not None and isinstance(item.node, Record):
            yield from _fields(item, item.node, TYPED_FIELDS - set(BY_TYPE[item.kind]))
            allowed = PART_FIELDS.get(item.kind, frozenset())
            for part in item.node.at("parts"):
                yield from _fields(item, part, _ALL_PART_FIELDS - allowed)


def _fields(
    item: ItemView, node: object, foreign: frozenset[str]
) -> Iterator[FormFault]:
    if isinstance(node, Record):
        for field in node.fields:
            if field in foreign:
                yield RULE.broken(
                    item.file, node.lines[field], field=field, type=item.kind
                )
