"""Q-601: an expression that cannot be read."""

from collections.abc import Iterator, Mapping

from spf_assess.analysis.expressions import ExpressionFault, Reason, expression
from spf_assess.model import N_, Text
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-601",
    N_("The expression in “{field}” cannot be read: {reason} Near: “{near}”."),
    N_("docs/forms.md lists the operators and functions."),
)
_REASONS: Mapping[Reason, Text] = {
    Reason.EMPTY: Text.of(en="it is empty.", fr="elle est vide."),
    Reason.TOO_LONG: Text.of(en="it is too long.", fr="elle est trop longue."),
    Reason.DOLLAR: Text.of(
        en="after the sign $ a name in curly brackets is missing.",
        fr="après le signe $, il manque un nom entre accolades.",
    ),
    Reason.BARE_NAME: Text.of(
        en="a name stands without the sign $ and curly brackets, or a text without"
        " quotation marks.",
        fr="un nom figure sans le signe $ et les accolades, ou un texte sans"
        " guillemets.",
    ),
    Reason.FUNCTION: Text.of(
        en="there is no such function, or it takes other arguments.",
        fr="cette fonction n'existe pas ou demande d'autres arguments.",
    ),
    Reason.SYNTAX: Text.of(
        en="an operator, a bracket or a quotation mark is out of place.",
        fr="un opérateur, une parenthèse ou un guillemet n'est pas à sa place.",
    ),
    Reason.VALUES: Text.of(
        en="it compares values of different kinds.",
        fr="elle compare des valeurs de nature différente.",
    ),
}


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every expression that elementpath refuses."""
    for found in form.expressions():
        try:
            expression(found.node.text)
        except ExpressionFault as fault:
            yield RULE.broken(
                found.file,
                found.node.line,
                field=found.field,
                reason=_REASONS[fault.reason],
                near=fault.near or "–",
            )
