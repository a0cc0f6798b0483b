"""Q-606: an expression that compares an answer with a choice it does not have."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.names import Names, parsed

RULE = Rule(
    "Q-606",
    N_("“{name}” has no choice “{choice}”, so the comparison is never true."),
    N_("Use one of: {known}."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every such comparison in an item's ``relevant``."""
    names = Names(form)
    for found in form.expressions():
        written = parsed(found.node.text)
        for name, choice in written.comparisons() if written else ():
            known = names.choices(name)
            if known and choice not in known:
                yield RULE.broken(
                    found.file,
                    found.node.line,
                    name=name,
                    choice=choice,
                    known=", ".join(known),
                )
