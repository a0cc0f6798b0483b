"""Q-101: a file of a listed section that is not there."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Trouble

RULE = Rule(
    "Q-101",
    N_("There is no file {missing}."),
    N_("Add the file, or take the section out of “sections” in questionnaire.yaml."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every listed section without a file."""
    lines = {node.text: node.line for node in form.main.root.at("sections")}
    for source in form.all_sources():
        if source is form.main:
            continue
        for remark in source.remarks:
            if remark.trouble is Trouble.MISSING:
                line = lines.get(source.file.removesuffix(".yaml"), 0)
                yield RULE.broken(form.main.file, line, missing=source.file)
