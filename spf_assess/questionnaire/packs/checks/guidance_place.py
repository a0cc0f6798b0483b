"""Q-860: guidance for a section in which the pack asks nothing."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.checks import section_name
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.packs.contents import GUIDANCE, ITEMS, SECTIONS
from spf_assess.questionnaire.packs.layering import Layer

RULE = Rule(
    "Q-860",
    N_("The pack asks nothing in a section “{section}” that guidance could help with."),
    N_(
        "Name the file as the one in sections/ or items/ that holds the questions, or"
        " remove it. This pack has: {known}."
    ),
)


def check(layer: Layer) -> Iterator[FormFault]:
    """Yield a fault for every such file, and for one that names another section."""
    folders = (SECTIONS, ITEMS)
    asked = dict.fromkeys(
        name for folder in folders for name, _ in layer.contents.within(folder)
    )
    for name, source in layer.contents.within(GUIDANCE):
        if name not in asked:
            known = ", ".join(asked) or "–"
            yield RULE.broken(source.file, 0, section=name, known=known)
        named = source.root.get("section")
        if named is not None and named.text != name:
            yield section_name.RULE.broken(
                source.file, named.line, name=named.text, section=name
            )
