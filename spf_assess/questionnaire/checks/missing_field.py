"""Q-201: a field that must be there is not."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.shape import BY_TYPE, Departure, departures
from spf_assess.questionnaire.tree import Node

RULE = Rule(
    "Q-201",
    N_("The field “{field}” is missing."),
    N_("Add “{field}:” here; docs/forms.md shows what it holds."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every field that all such pieces, or items of a type, need."""
    for found in departures(form):
        labelled = found.within == "choices" and found.field == "label"
        if found.departure is Departure.MISSING and not labelled:
            yield RULE.broken(found.file, found.line, field=found.field)
    for item in form.items():
        needed = BY_TYPE[item.kind] if item.kind else {}
        for field, always in needed.items():
            if always and item.node.get(field) is None:
                yield RULE.broken(item.file, item.node.line, field=field)
        for field, told in (("constraint", "constraint_message"), ("relevant", "when")):
            yield from _untold(item.file, item.node, field, told)
    for follow_up in form.follow_ups():
        yield from _untold(form.main.file, follow_up, "relevant", "when")


def _untold(file: str, node: Node, field: str, told: str) -> Iterator[FormFault]:
    """Yield a fault where an expression stands without the words that explain it."""
    expression = node.get(field)
    if expression is not None and node.get(told) is None:
        yield RULE.broken(file, expression.line, field=told)
