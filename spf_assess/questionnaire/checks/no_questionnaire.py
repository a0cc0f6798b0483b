"""Q-107: a folder, or a file, in which no questionnaire stands."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import MAIN, Form
from spf_assess.questionnaire.tree import Trouble

RULE = Rule(
    "Q-107",
    N_("There is no {missing} in {folder}: it holds no questionnaire."),
    N_(
        "Name a folder that holds a questionnaire, or a national pack with its"
        " pack.yaml."
    ),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault where the main file is missing."""
    if any(one.trouble is Trouble.MISSING for one in form.main.remarks):
        name = form.folder.absolute().name
        yield RULE.broken(form.main.file, 0, missing=MAIN, folder=name)
