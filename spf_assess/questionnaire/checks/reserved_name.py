"""Q-313: a part whose name expressions use for something else."""

from collections.abc import Iterator

from spf_assess.analysis.variables import DISCUSSION_NAMES, OWN_NAMES
from spf_assess.model import N_, VALUE
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-313",
    N_("A part cannot be called “{name}”: expressions use this name."),
    N_("Give the part another name; taken are: {known}."),
)
_TAKEN = sorted({*OWN_NAMES, *DISCUSSION_NAMES} - {VALUE})


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every part that could not be addressed within its item."""
    for item in form.items():
        for part in item.node.at("parts"):
            node = part.at("name")
            if node.text in _TAKEN:
                yield RULE.broken(
                    item.file, node.line, name=node.text, known=", ".join(_TAKEN)
                )
