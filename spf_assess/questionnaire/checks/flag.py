"""Q-204: a true/false field that holds something else."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.shape import Departure, departures

RULE = Rule(
    "Q-204",
    N_("“{field}” is neither true nor false."),
    N_("Write true or false, in small letters and without quotation marks."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for ``yes``, ``on``, ``True`` or a quoted ``"true"``."""
    for found in departures(form):
        if found.departure is Departure.NO_FLAG:
            yield RULE.broken(found.file, found.line, field=found.field)
