"""Q-407: French that breaks a line before its punctuation."""

import re
from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-407",
    N_("French typography: “{words}”"),
    N_(
        "Put a no-break space (U+00A0) before : ; ? ! », after « and n°, and between a"
        " figure and “pour cent”; apostrophes are straight."
    ),
)
FAULTS = re.compile(
    r"\S* [:;?!»]"  # an ordinary space
    r"|\w+[;?!»]"  # none at all
    r"|\w+:(?=[\s«]|$)"
    r"|«(?!\u00a0)\S*"
    r"|\bn°(?!\u00a0)\s?\S*"
    r"|\d pour cent"
    r"|\w*’\w*"
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for the first such place of every French text."""
    for text in form.texts():
        found = FAULTS.search(text.language("fr"))
        if found is not None:
            line = text.node.at("fr").line
            yield RULE.broken(text.file, line, words=found[0].strip())
