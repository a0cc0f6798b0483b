"""Q-508: a clause of a paragraph covered that no item asks about."""

from collections.abc import Iterator

from spf_assess.model import N_, Reference
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.recommendation import known_references

RULE = Rule(
    "Q-508",
    N_("No item asks about Paragraph {reference}."),
    N_("Add an item with this reference, or take the paragraph out of “covers”."),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every clause (or paragraph without any) never asked about."""
    if any(source.broken for source in form.sources):
        return  # what a file asks that cannot be read, nobody knows
    asked = {word for item in form.items() for word in item.tokens("references")}
    for group in form.main.root.at("groups"):
        for node in group.at("covers"):
            for reference in _clauses(node.text):
                if reference not in asked:
                    yield RULE.broken(form.main.file, node.line, reference=reference)


def _clauses(covered: str) -> list[str]:
    """Return the lowest provisions within a paragraph: those that have no others."""
    inside = [
        word
        for word in known_references()
        if word == covered or word.startswith(f"{covered}(")
    ]
    leaves = [
        word
        for word in inside
        if not any(other.startswith(f"{word}(") for other in inside)
    ]
    return [str(one) for one in sorted(map(Reference.parse, leaves))]
