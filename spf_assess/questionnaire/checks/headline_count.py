"""Q-501: every section is led by exactly one headline item."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-501",
    N_("The section has {count} headline items."),
    N_("Mark exactly one item with “headline: true”; the profile shows it."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every section with none or several."""
    for section in form.sections():
        marked = [item for item in section.items() if item.flag("headline")]
        if len(marked) != 1:
            line = marked[1].node.line if marked else section.node.line
            yield RULE.broken(section.source.file, line, count=len(marked))
