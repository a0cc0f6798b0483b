"""Q-105: a file that cannot be read as text."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Trouble

RULE = Rule(
    "Q-105",
    N_("The file cannot be read as UTF-8 text of at most one megabyte."),
    N_("Save it again as UTF-8, and check that you may read it."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every file that is no text, too large or closed to us."""
    for source in form.all_sources():
        for remark in source.remarks:
            if remark.trouble is Trouble.UNREADABLE:
                yield RULE.broken(source.file, remark.line)
