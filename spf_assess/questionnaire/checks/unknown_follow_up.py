"""Q-305: a follow-up that questionnaire.yaml does not define."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-305",
    N_("There is no follow-up question “{word}”."),
    N_("Define it in questionnaire.yaml, or use one of: {known}."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every listed follow-up that does not exist."""
    known = [node.at("name").text for node in form.follow_ups()]
    for item in form.items():
        for node in item.node.at("follow_ups"):
            if node.text not in known:
                yield RULE.broken(
                    item.file, node.line, word=node.text, known=", ".join(known)
                )
