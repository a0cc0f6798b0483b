"""Q-507: a choice between fewer than two things."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-507",
    N_("“{name}” has {count} entries in “{field}”."),
    N_("Offer at least two choices, or at least one part."),
)
_LEAST = {"choices": 2, "parts": 1}


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every list that leaves nothing to answer."""
    for item in form.items():
        for field, least in _LEAST.items():
            node = item.node.get(field)
            if node is not None and len(node.entries) < least:
                yield RULE.broken(
                    item.file,
                    node.line,
                    name=item.id,
                    field=field,
                    count=len(node.entries),
                )
