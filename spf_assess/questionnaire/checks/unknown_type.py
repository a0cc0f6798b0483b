"""Q-301: a type of item that does not exist."""

from collections.abc import Iterator

from spf_assess.model import N_, ItemKind
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-301",
    N_("There is no type of item “{word}”."),
    N_("Use one of: {known}."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every item of an unknown type."""
    for item in form.items():
        node = item.node.get("type")
        if node is not None and item.kind is None:
            known = ", ".join(ItemKind)
            yield RULE.broken(item.file, node.line, word=node.text, known=known)
