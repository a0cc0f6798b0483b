"""Q-203: a text where a list belongs, and the like."""

from collections.abc import Iterator, Mapping

from spf_assess.model import N_, Text
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.shape import Departure, Shape, departures

RULE = Rule(
    "Q-203",
    N_("“{field}” should hold {wanted}."),
    N_("Write it as docs/forms.md shows."),
)
_WANTED: Mapping[Shape, Text] = {
    Shape.WORD: Text.of(en="one word or text", fr="un mot ou un texte"),
    Shape.FLAG: Text.of(en="true or false", fr="true ou false"),
    Shape.TEXT: Text.of(en="a text in each language", fr="un texte dans chaque langue"),
    Shape.LIST: Text.of(en="a list", fr="une liste"),
    Shape.FIELDS: Text.of(en="fields", fr="des champs"),
}


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every piece of another shape than its field holds."""
    if form.main.broken and not form.main.remarks:
        yield RULE.broken(form.main.file, 1, field="", wanted=_WANTED[Shape.FIELDS])
    for source in (*form.sources, *form.guidance):
        if source.broken and not source.remarks:
            yield RULE.broken(source.file, 1, field="", wanted=_WANTED[Shape.FIELDS])
    for found in departures(form):
        if found.departure is Departure.WRONG_SHAPE:
            yield RULE.broken(
                found.file, found.line, field=found.field, wanted=_WANTED[found.wanted]
            )
