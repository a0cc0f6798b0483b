"""Q-308: a section in a group that questionnaire.yaml does not define."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-308",
    N_("There is no group of sections “{word}”."),
    N_("Define it under “groups” in questionnaire.yaml, or use one of: {known}."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every section in an unknown group."""
    known = [node.at("name").text for node in form.main.root.at("groups")]
    for section in form.sections():
        node = section.node.get("group")
        if node is not None and node.text not in known:
            yield RULE.broken(
                section.source.file,
                node.line,
                word=node.text,
                known=", ".join(known),
            )
