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
    """Yield a fault where the first reference is not the section's or within it."""
    for item in form.items():
        own = item.section.node.at("reference").text
        listed = item.tokens("references")
        if own and listed and not f"{listed[0]}(".startswith(f"{own}("):
            line = item.node.at("references").line
            yield RULE.broken(item.file, line, name=item.id, reference=own)
