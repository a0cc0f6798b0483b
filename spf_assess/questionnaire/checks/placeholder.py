"""Q-406: a placeholder that one language has and the other has not."""

import re
from collections.abc import Iterator

from spf_assess.model import LANGUAGES, N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-406",
    N_("The placeholders of “{field}” differ between the languages: {words}"),
    N_("Use the same placeholders in each language."),
)
_PLACEHOLDER = re.compile(r"\$?\{[^{}]*\}")


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault where a fact would be told in one language only."""
    for text in form.texts():
        found = [
            sorted(_PLACEHOLDER.findall(text.language(language)))
            for language in LANGUAGES
            if text.node.get(language) is not None
        ]
        if any(one != found[0] for one in found):
            odd = sorted(set(found[0]).symmetric_difference(found[-1])) or found[0]
            yield RULE.broken(
                text.file, text.node.line, field=text.field, words=", ".join(odd)
            )
