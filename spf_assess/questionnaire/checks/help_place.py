"""Q-701: guidance in a file that belongs to no section, or to another."""

from collections.abc import Iterator
from pathlib import Path

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-701",
    N_("This guidance is not for a section of the questionnaire: “{name}”."),
    N_(
        "Name the file after a section that questionnaire.yaml lists, and write the"
        " same name after “section:”."
    ),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for a file of no section, and for one that names another."""
    listed = {Path(source.file).stem for source in form.sources}
    for found in form.helps():
        named = found.node.get("section")
        if found.id not in listed:
            yield RULE.broken(found.source.file, 1, name=found.id)
        elif named is not None and named.text != found.id:
            yield RULE.broken(found.source.file, named.line, name=named.text)
