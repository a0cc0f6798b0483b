"""Q-306: a kind of evidence that does not exist."""

from collections.abc import Iterator

from spf_assess.model import N_, EvidenceKind
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-306",
    N_("There is no kind of evidence “{word}”."),
    N_("Use one of: {known}."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every unknown kind of evidence."""
    for item in form.items():
        for node in item.node.at("evidence"):
            if node.text not in set(EvidenceKind):
                known = ", ".join(EvidenceKind)
                yield RULE.broken(item.file, node.line, word=node.text, known=known)
