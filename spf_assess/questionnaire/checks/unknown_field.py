"""Q-202: a field that the vocabulary does not have."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.shape import Departure, departures

RULE = Rule(
    "Q-202",
    N_("There is no field “{field}” in this place."),
    N_(
        "Check the spelling; docs/forms.md lists the fields. Take it out if it is not"
        " one."
    ),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every unknown field; a misspelt one would do nothing."""
    for found in departures(form):
        if found.departure is Departure.UNKNOWN:
            yield RULE.broken(found.file, found.line, field=found.field)
