"""Q-604: an expression whose values do not go together."""

from collections.abc import Iterator

from spf_assess.analysis.expressions import ExpressionFault
from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.names import Names, parsed

RULE = Rule(
    "Q-604",
    N_("The expression in “{field}” of {owner} compares values of different kinds."),
    N_(
        "Compare levels and figures with numbers, choices and texts with words in"
        " quotes."
    ),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault where evaluating with sample answers fails."""
    names = Names(form)
    for found in form.expressions():
        written = parsed(found.node.text)
        if written is None or not names.known(found).issuperset(written.names):
            continue
        try:
            for values, current in names.samples(found, written.names):
                written.try_every_part(values, current)
        except ExpressionFault:
            yield RULE.broken(
                found.file, found.node.line, field=found.field, owner=found.owner
            )
