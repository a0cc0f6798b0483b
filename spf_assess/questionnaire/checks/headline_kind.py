"""Q-502: the headline item is of one kind in every section."""

from collections.abc import Iterator

from spf_assess.model import BENCHES, N_, ItemKind
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-502",
    N_("“{name}” cannot be the headline item."),
    N_(
        "The headline is the section's first item, of type law_practice, core, asked of"
        " government, employers and workers, and always asked (no “relevant”)."
    ),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every headline that could not stand in the profile."""
    for section in form.sections():
        for number, item in enumerate(section.items()):
            if item.flag("headline") and not (
                number == 0
                and item.kind is ItemKind.LAW_PRACTICE
                and item.flag("core")
                and set(item.tokens("asked_of")) == set(BENCHES)
                and item.node.get("relevant") is None
            ):
                yield RULE.broken(item.file, item.node.line, name=item.id)
