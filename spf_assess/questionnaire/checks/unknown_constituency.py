"""Q-307: an item asked of someone who does not answer."""

from collections.abc import Iterator

from spf_assess.model import BENCHES, N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-307",
    N_("“{word}” is not a group that is asked."),
    N_("Name at least one of: {known}. Observers comment on what all three are asked."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every unknown group, and for an item that is asked of none."""
    known = ", ".join(BENCHES)
    for item in form.items():
        asked = item.node.get("asked_of")
        if asked is not None and not asked.entries:
            yield RULE.broken(item.file, asked.line, word="", known=known)
        for node in item.node.at("asked_of"):
            if node.text not in set(BENCHES):
                yield RULE.broken(item.file, node.line, word=node.text, known=known)
