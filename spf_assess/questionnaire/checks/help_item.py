"""Q-702: guidance on an item that is not in the section."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-702",
    N_("The section “{section}” has no item “{name}” to give guidance on."),
    N_("Check the item's name, or take its guidance out."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every name that no item of the section bears."""
    items = {section.id: section.item_ids() for section in form.sections()}
    for found in form.helps():
        for name, line in found.lines().items():
            if name not in items.get(found.id, {name}):
                file = found.source.file
                yield RULE.broken(file, line, section=found.id, name=name)
