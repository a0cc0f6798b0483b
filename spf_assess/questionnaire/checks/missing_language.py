"""Q-401: a text that exists in one language only."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.shape import Departure, departures

RULE = Rule(
    "Q-401",
    N_("“{field}” has no text in the language “{language}”."),
    N_("Write the text in that language; neither may be left out."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every language that is missing from a text."""
    for found in departures(form):
        if found.departure is Departure.LANGUAGE:
            yield RULE.broken(
                found.file, found.line, field=found.within, language=found.field
            )
