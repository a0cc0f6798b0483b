"""Q-605: an item that depends on one which some of those asked never see."""

from collections.abc import Iterator

from spf_assess.model import BENCHES, N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form, ItemView
from spf_assess.questionnaire.names import Names

RULE = Rule(
    "Q-605",
    N_(
        "“{name}” depends on “{other}”, which is not put to all who are asked “{name}”."
    ),
    N_(
        "Ask “{other}” in the same section and of the same groups, and put it into the"
        " core form if “{name}” is in it; otherwise the condition never holds for them."
    ),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every such dependence."""
    items = {item.id: item for item in form.items()}
    for name, others in Names(form).dependencies().items():
        for other in others:
            if not _reaches(items[other], items[name]):
                item = items[name]
                line = item.node.at("relevant").line
                yield RULE.broken(item.file, line, name=name, other=other)


def _reaches(other: ItemView, item: ItemView) -> bool:
    """Whether everyone who is asked *item*, in any selection, is asked *other*."""
    asked = set(item.tokens("asked_of")) & set(BENCHES)
    return (
        asked <= set(other.tokens("asked_of"))
        and (other.flag("core") or not item.flag("core"))
        and other.section.id == item.section.id
    )
