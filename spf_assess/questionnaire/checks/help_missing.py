"""Q-703: an item without guidance, where others of its section have some."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-703",
    N_("The item “{name}” has no guidance, though its section has a file of it."),
    N_("Add its guidance to this file; items that a country added may go without."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every item of the official form that the file leaves out."""
    files = {found.id: found for found in form.helps() if not found.source.broken}
    for item in form.items():
        found = files.get(item.section.id)
        if found is None or item.flag("national") or not item.id:
            continue
        if item.id not in found.lines():
            line = found.node.at("items").line
            yield RULE.broken(found.source.file, line, name=item.id)
