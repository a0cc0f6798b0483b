"""Q-104: YAML's anchors, aliases, merge keys and tags are not used in forms."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Trouble

RULE = Rule(
    "Q-104",
    N_("Anchors, aliases, merge keys and tags are not allowed here: “{words}”."),
    N_("Write the content out, and put quotation marks around texts."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for each of them: a reader must see what is asked where it is."""
    for source in form.all_sources():
        for remark in source.remarks:
            if remark.trouble is Trouble.ALIAS:
                yield RULE.broken(source.file, remark.line, words=remark.words)
