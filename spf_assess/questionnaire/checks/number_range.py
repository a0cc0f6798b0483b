"""Q-506: limits that are no numbers, or in the wrong order."""

from collections.abc import Iterator

from spf_assess.analysis.variables import decimal
from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.form import Form
from spf_assess.questionnaire.tree import Node

RULE = Rule(
    "Q-506",
    N_("The limits of the figure do not fit: minimum {minimum}, maximum {maximum}."),
    N_(
        "Write plain numbers in quotation marks, with a point for decimals, the minimum"
        " not above the maximum."
    ),
)


def check(form: Form) -> Iterator[FormFault]:
    """Yield a fault for every range that no figure could satisfy."""
    for item in form.items():
        for part in item.node.at("parts"):
            if not _fit(part.get("minimum"), part.get("maximum")):
                yield RULE.broken(
                    item.file,
                    part.line,
                    minimum=part.at("minimum").text or "–",
                    maximum=part.at("maximum").text or "–",
                )


def _fit(minimum: Node | None, maximum: Node | None) -> bool:
    given = [decimal(node.text) for node in (minimum, maximum) if node is not None]
    numbers = [number for number in given if number is not None]
    return len(numbers) == len(given) and numbers == sorted(numbers)
