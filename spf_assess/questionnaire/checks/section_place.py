"""Q-206: a section that does not say what it is about, or says it twice."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-206",
    N_("The section must have either “reference” or “paragraphs”."),
    N_(
        "Write “reference:” with one clause, like 3(e), or “paragraphs:” with a list of"
        " whole paragraphs."
    ),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every section with both or neither."""
    for section in form.sections():
        if section.node.get("items") is None:
            continue  # no section at all; that is told by itself
        one = section.node.get("reference") is not None
        several = bool(section.node.at("paragraphs").entries)
        if one == several:
            yield RULE.broken(section.source.file, section.node.line)
