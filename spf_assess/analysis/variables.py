"""What ``${...}`` in an expression stands for: answers as values XPath can compare.

``docs/forms.md`` defines every name for the people who write forms; this is its code.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from spf_assess.analysis.expressions import Operand
from spf_assess.model import (
    LAW,
    PRACTICE,
    VALUE,
    Answer,
    Comparison,
    EvidenceKind,
    Figure,
    Grade,
    Item,
    ItemKind,
    NoAnswer,
    Outcome,
    Part,
    PartAnswer,
)

OWN_NAMES = (
    "type",
    "value",
    "law",
    "practice",
    "highest",
    "missing",
    "sex_missing",
    "weak_evidence",
    "chosen",
    "lower_half",
)
DISCUSSION_NAMES = ("range", "verdicts_differ")
NONE = "none"
_DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")


def operand(given: PartAnswer) -> Operand:
    """Return an answer's value as XPath compares it; None where there is none.

    Figures stand for their total; several choices and rankings are their names with
    spaces between, as in XLSForm.
    """
    value = given.value
    if given.no_answer is not None or value is None:
        return None
    if isinstance(value, Figure):
        return decimal(value.total)
    if isinstance(value, tuple):
        return " ".join(value) or None
    if isinstance(value, str):
        return value.strip() or None
    return value


def decimal(text: str) -> Decimal | None:
    """Return a figure's text as a number; None where it is blank or no number."""
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


def says_something(given: PartAnswer) -> bool:
    """Whether a part has a value or a stated no-answer.

    A figure needs its total, or both women and men; a text more than spaces.
    """
    if given.no_answer is not None:
        return True
    if isinstance(given.value, Figure):
        return bool(given.value.total or (given.value.women and given.value.men))
    return operand(given) is not None


def lacks_sex(part: Part, given: PartAnswer) -> bool:
    """Whether a figure asked by sex was given without women or without men."""
    figure = given.value
    return (
        part.by_sex
        and given.no_answer is None
        and isinstance(figure, Figure)
        and says_something(given)
        and not (figure.women and figure.men)
    )


def own_values(item: Item, answer: Answer) -> dict[str, Operand]:
    """Return what ``${.name}`` stands for within *item*'s follow-ups and constraint.

    First every part by its name, then the names of ``OWN_NAMES``, which win.
    """
    values: dict[str, Operand] = {
        f".{part.name}": operand(answer.part(part.name)) for part in item.parts
    }
    levels = list(_levels(item, answer))
    choice = operand(answer.part(VALUE))
    values |= {
        ".type": item.kind.value,
        ".value": choice if any(part.name == VALUE for part in item.parts) else None,
        ".law": operand(answer.part(LAW))
        if item.kind is ItemKind.LAW_PRACTICE
        else None,
        ".practice": _practice(item, answer, levels),
        ".highest": max(levels, default=None),
        ".missing": any(_missing(item, part, answer) for part in item.parts),
        ".sex_missing": _sex_missing(item, answer),
        ".weak_evidence": answer.best_grade in (None, Grade.D),
        ".chosen": _chosen(item, choice),
        ".lower_half": _lower_half(item, choice),
    }
    return values


def discussion_values(comparisons: Mapping[str, Comparison]) -> dict[str, Operand]:
    """Return what the comparison of the benches adds, by part of the item.

    ``.range`` is the widest range of the item's parts; ``.verdicts_differ`` holds if
    it does for one of them.
    """
    ranges = [
        Decimal(str(one.range))
        for one in comparisons.values()
        if one.range is not None and one.outcome is not Outcome.NO_COMPARISON
    ]
    return {
        ".range": max(ranges, default=None),
        ".verdicts_differ": any(one.verdicts_differ for one in comparisons.values()),
    }


def _levels(item: Item, answer: Answer) -> Iterator[int]:
    if item.kind.rated:
        for part in item.parts:
            level = operand(answer.part(part.name))
            if isinstance(level, int):
                yield level


def _practice(item: Item, answer: Answer, levels: list[int]) -> Operand:
    if item.kind is ItemKind.RATINGS:
        return min(levels, default=None)
    return operand(answer.part(PRACTICE)) if item.kind.rated else None


def _missing(item: Item, part: Part, answer: Answer) -> bool:
    """Whether information is lacking: said so, or left out of what was begun."""
    given = answer.part(part.name)
    if given.no_answer is not None:
        return given.no_answer is NoAnswer.DONT_KNOW
    begun = any(not other.empty for other in answer.parts.values())
    return item.kind is ItemKind.FIGURES and begun and not says_something(given)


def _sex_missing(item: Item, answer: Answer) -> bool:
    if any(part.by_sex for part in item.parts):
        return any(lacks_sex(part, answer.part(part.name)) for part in item.parts)
    figures = [
        source.figure
        for source in answer.evidence
        if source.kind is EvidenceKind.STATISTIC and source.figure is not None
    ]
    valued = any(operand(answer.part(part.name)) is not None for part in item.parts)
    return valued and not any(figure.women and figure.men for figure in figures)


def _chosen(item: Item, choice: Operand) -> bool:
    if item.kind not in (ItemKind.SELECT_ONE, ItemKind.SELECT_MULTIPLE):
        return False
    alone = {one.name for one in item.choices if one.exclusive} | {NONE}
    return isinstance(choice, str) and any(name not in alone for name in choice.split())


def _lower_half(item: Item, choice: Operand) -> bool:
    names = [one.name for one in item.choices]
    return (
        item.kind is ItemKind.SELECT_ONE
        and choice in names
        and (names.index(str(choice)) + 1) * 2 <= len(names)
    )
