"""Q-309: two choices or two parts of one item under one name."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-309",
    N_("“{name}” stands twice in this list."),
    N_("Give one of the two another name, or take it out."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every repeated name among an item's choices or parts."""
    for item in form.items():
        for field in ("choices", "parts"):
            seen: set[str] = set()
            for entry in item.node.at(field):
                name = entry.at("name").text
                if name and name in seen:
                    yield RULE.broken(item.file, entry.line, name=name)
                seen.add(name)
