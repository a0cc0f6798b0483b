"""Q-310: a name with other signs than names have."""

import re
from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Node

RULE = Rule(
    "Q-310",
    N_("“{name}” is no name."),
    N_(
        "Sections are named like 3a, items like 3a.1 or 3c.3b, follow-ups like F1,"
        " parts and choices in small letters, digits and underlines, beginning with a"
        " letter."
    ),
)
_SECTION = re.compile(r"[0-9]{1,2}[a-z]{0,2}|[a-z][a-z0-9_]{0,19}")
_ITEM = re.compile(r"[a-z0-9_]{1,20}\.(?:n?[0-9]{1,3}[a-z]?)")
_FOLLOW_UP = re.compile(r"[A-Z][0-9]{1,2}")
_WORD = re.compile(r"[a-z][a-z0-9_]{0,39}")


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every name that expressions or files could not carry."""
    main = form.main
    yield from _named(main.file, main.root.at("sections").entries, _SECTION)
    for nodes, pattern in (
        (main.root.at("groups"), _WORD),
        (main.root.at("follow_ups"), _FOLLOW_UP),
    ):
        yield from _named(main.file, [node.at("name") for node in nodes], pattern)
    for item in form.items():
        yield from _named(item.file, [item.node.at("name")], _ITEM)
        for field in ("parts", "choices"):
            names = [node.at("name") for node in item.node.at(field)]
            yield from _named(item.file, names, _WORD)


def _named(
    file: str, nodes: list[Node], pattern: re.Pattern[str]
) -> Iterator[FormFault]:
    for node in nodes:
        if node.text and not pattern.fullmatch(node.text):
            yield RULE.broken(file, node.line, name=node.text)
