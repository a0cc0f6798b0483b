"""Q-302: two items, sections, groups or follow-ups under one name."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Node

RULE = Rule(
    "Q-302",
    N_("“{name}” is used a second time; the first is in {first}, line {first_line}."),
    N_("Give one of the two another name. An item's name never changes once used."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every second use of a name, across all files."""
    main = form.main
    yield from _repeated([(main.file, node) for node in main.root.at("sections")])
    groups = [(main.file, node.at("name")) for node in main.root.at("groups")]
    yield from _repeated(groups)
    yield from _repeated([(main.file, node.at("name")) for node in form.follow_ups()])
    yield from _repeated([(item.file, item.node.at("name")) for item in form.items()])


def _repeated(named: list[tuple[str, Node]]) -> Iterator[FormFault]:
    seen: dict[str, tuple[str, int]] = {}
    for file, node in named:
        if node.text in seen:
            first, line = seen[node.text]
            yield RULE.broken(
                file, node.line, name=node.text, first=first, first_line=line
            )
        elif node.text:
            seen[node.text] = (file, node.line)
