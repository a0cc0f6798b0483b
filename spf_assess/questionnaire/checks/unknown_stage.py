"""Q-312: a follow-up asked at an unknown moment, or of unknown items."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-312",
    N_("“{word}” is no value of “{field}”."),
    N_("Use one of: {known}."),
)
_KNOWN = {
    "stage": ("answering", "discussion"),
    "belongs_to": ("listed", "rated", "compared"),
}


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every unknown word in these two fields of follow-ups."""
    for follow_up in form.follow_ups():
        for field, known in _KNOWN.items():
            node = follow_up.get(field)
            if node is not None and node.text not in known:
                yield RULE.broken(
                    form.main.file,
                    node.line,
                    word=node.text,
                    field=field,
                    known=", ".join(known),
                )
