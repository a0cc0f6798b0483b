"""Q-707: guidance that rests on no named source."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Listing

RULE = Rule(
    "Q-707",
    N_("The guidance on “{name}” names no source."),
    N_("Name at least one: a paragraph, a Convention and its Article, a series."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every list of sources with nothing in it."""
    for found in form.helps():
        for name, node in found.each():
            sources = node.get("sources")
            if isinstance(sources, Listing) and not sources.entries:
                yield RULE.broken(found.source.file, sources.line, name=name)
