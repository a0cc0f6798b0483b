"""Q-201: a field that must be there is not."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.shape import BY_TYPE, Departure, departures

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
        constraint = item.node.get("constraint")
        if constraint is not None and item.node.get("constraint_message") is None:
            yield RULE.broken(item.file, constraint.line, field="constraint_message")
