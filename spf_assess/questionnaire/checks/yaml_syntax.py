"""Q-102: a file that is no YAML."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Trouble

RULE = Rule(
    "Q-102",
    N_("The file stops being YAML here: “{words}”."),
    N_(
        "Check the indentation (spaces, no tabs) and the quotation marks of this line"
        " and the one before; one file holds one document."
    ),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault where a file cannot be parsed; its contents stay unchecked."""
    for source in form.all_sources():
        for remark in source.remarks:
            if remark.trouble is Trouble.SYNTAX:
                yield RULE.broken(source.file, remark.line, words=remark.words or "…")
