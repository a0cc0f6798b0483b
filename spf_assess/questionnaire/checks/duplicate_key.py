"""Q-103: a field that stands twice in one place."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Trouble

RULE = Rule(
    "Q-103",
    N_("The field “{field}” stands here a second time."),
    N_("Keep one of the two."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every repeated field; YAML itself would silently take one."""
    for source in form.all_sources():
        for remark in source.remarks:
            if remark.trouble is Trouble.DUPLICATE_KEY:
                yield RULE.broken(source.file, remark.line, field=remark.words)
