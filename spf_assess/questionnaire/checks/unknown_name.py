"""Q-602: an expression that speaks of an answer nobody gives."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.names import Names, parsed

RULE = Rule(
    "Q-602",
    N_("“{name}” in “{field}” is no answer that can be meant here."),
    N_(
        "An item's “relevant” speaks of other items (3a.1.law, or 3g.1 where there is"
        " one answer); constraints and follow-ups speak of the item itself (.practice,"
        " .value)."
    ),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every name that the place of the expression does not know."""
    names = Names(form)
    for found in form.expressions():
        written = parsed(found.node.text)
        for name in written.names if written else ():
            if name not in names.known(found):
                yield RULE.broken(
                    found.file, found.node.line, name=name, field=found.field
                )
