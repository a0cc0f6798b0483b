"""Q-106: a file of a section that the main file does not list."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form

RULE = Rule(
    "Q-106",
    N_(
        "This file is not listed under “sections” in questionnaire.yaml: nobody is"
        " asked."
    ),
    N_("Add “{section}” to the list, or take the file away."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every YAML file of the folder that no list names."""
    if form.main.broken:
        return
    listed = {source.file for source in form.all_sources()}
    for path in sorted(form.folder.glob("*.yaml")):
        if path.name not in listed:
            yield RULE.broken(path.name, 0, section=path.stem)
