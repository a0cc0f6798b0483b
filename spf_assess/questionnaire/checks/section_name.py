"""Q-303: a name that does not say where it belongs."""

from collections.abc import Iterator

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form, SectionView

RULE = Rule(
    "Q-303",
    N_("“{name}” does not match the section “{section}” of this file."),
    N_(
        "A section is named as its file, and its items as “{section}.” and a number; in"
        " a section of several paragraphs also as the paragraph, like 8c.1."
    ),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault where section and file, or item and section, do not match."""
    for section in form.sections():
        node = section.node.get("section")
        if node is not None and node.text != section.id:
            yield RULE.broken(
                section.source.file, node.line, name=node.text, section=section.id
            )
        for item in section.items():
            if item.id and not _belongs(item.id, section):
                line = item.node.at("name").line
                yield RULE.broken(item.file, line, name=item.id, section=section.id)


def _belongs(item: str, section: SectionView) -> bool:
    """Whether an item is named after its section, or after one of its paragraphs."""
    own = item.rpartition(".")[0]
    if own == section.id:
        return True
    number = own.rstrip("abcdefghijklmnopqrstuvwxyz")
    return number in {node.text for node in section.node.at("paragraphs")}
