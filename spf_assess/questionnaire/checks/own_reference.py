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
        own = item.section.references()
        listed = item.tokens("references")
        if own and listed and not _within(listed[0], own):
            line = item.node.at("references").line
            told = ", ".join(own)
            yield RULE.broken(item.file, line, name=item.id, reference=told)


def _within(reference: str, own: list[str]) -> bool:
    return any(f"{reference}(".startswith(f"{one}(") for one in own)
