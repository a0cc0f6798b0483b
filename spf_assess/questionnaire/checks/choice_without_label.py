"""Q-403: a choice that nobody can read."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Record

RULE = Rule(
    "Q-403",
    N_("The choice “{choice}” has no label."),
    N_("Add “label:” with a text in each language."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every choice without label."""
    for item in form.items():
        for choice in item.node.at("choices"):
            if isinstance(choice, Record) and choice.get("label") is None:
                name = choice.at("name").text
                yield RULE.broken(item.file, choice.line, choice=name)
