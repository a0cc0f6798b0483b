"""Q-503: a rating of the core form whose levels are not described for it."""

from collections.abc import Iterator

from spf_assess.model import N_, ItemKind
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form, ItemView
from spf_assess.questionnaire.tree import Node

RULE = Rule(
    "Q-503",
    N_("“{name}” belongs to the core form, but {part} has no levels described for it."),
    N_("Describe the four levels in words for this very item, lowest first."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every part that would fall back on the rules of thumb."""
    for item in form.items():
        if item.flag("core") or item.flag("headline"):
            for part, levels in rated_parts(item):
                if levels is None:
                    yield RULE.broken(
                        item.file, item.node.line, name=item.id, part=part
                    )


def rated_parts(item: ItemView) -> Iterator[tuple[str, Node | None]]:
    """Yield the rated parts of an item and what describes their levels, if anything."""
    if item.kind is ItemKind.RATINGS:
        for part in item.node.at("parts"):
            yield part.at("name").text, part.get("levels")
    elif item.kind is not None and item.kind.rated:
        for name in item.part_names():
            yield name, item.node.at("levels").get(name)
