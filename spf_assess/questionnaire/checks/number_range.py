"""Q-506: limits that are no numbers, or in the wrong order."""

from collections.abc import Iterator

from spf_assess.analysis.variables import decimal
from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Node

RULE = Rule(
    "Q-506",
    N_("The limits do not fit: lowest {minimum}, highest {maximum}."),
    N_(
        "Write plain numbers in quotation marks, with a point for decimals, the lowest"
        " not above the highest; numbers of items are whole."
    ),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every range that no figure, or no section, could satisfy."""
    for group in form.main.root.at("groups"):
        limits = group.get("fewest"), group.get("most")
        whole = all(node.text.isdecimal() for node in limits if node is not None)
        if not whole or not _fit(*limits):
            yield _broken(form.main.file, group.line, *limits)
    for item in form.items():
        for part in item.node.at("parts"):
            limits = part.get("minimum"), part.get("maximum")
            if not _fit(*limits):
                yield _broken(item.file, part.line, *limits)


def _broken(file: str, line: int, *limits: Node | None) -> FormFault:
    minimum, maximum = ("–" if node is None else node.text for node in limits)
    return RULE.broken(file, line, minimum=minimum, maximum=maximum)


def _fit(minimum: Node | None, maximum: Node | None) -> bool:
    given = [decimal(node.text) for node in (minimum, maximum) if node is not None]
    numbers = [number for number in given if number is not None]
    return len(numbers) == len(given) and numbers == sorted(numbers)
