"""Q-311: an item of a section that does not ask about the section's paragraph."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-311",
    N_("The references of “{name}” do not begin with the section's own, {reference}."),
    N_("Put {reference} first, or move the item to the section it belongs to."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every item whose first reference is another paragraph."""
    for item in form.items():
        own = item.section.node.at("reference").text
        listed = item.words("references")
        if own and listed and listed[0] != own:
            line = item.node.at("references").line
            yield RULE.broken(item.file, line, name=item.id, reference=own)
