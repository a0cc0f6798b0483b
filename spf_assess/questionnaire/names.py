"""Which names an expression may use where it stands, and sample values for them."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from spf_assess.analysis.expressions import (
    Expression,
    ExpressionFault,
    Operand,
    expression,
)
from spf_assess.analysis.variables import DISCUSSION_NAMES, OWN_NAMES
from spf_assess.model import NO, PARTLY, YES, ItemKind
from spf_assess.questionnaire.form import ExpressionView, Form, ItemView

Values = Mapping[str, Operand]


def parsed(text: str) -> Expression | None:
    """Return the expression; None where it cannot be read, which Q-601 tells."""
    try:
        return expression(text)
    except ExpressionFault:
        return None


class Names:
    """The names of one form."""

    def __init__(self, form: Form) -> None:
        self._items: dict[str, ItemView] = {item.id: item for item in form.items()}
        self._owners: dict[str, str] = {}
        for item in form.items():
            names = item.part_names()
            self._owners |= {f"{item.id}.{name}": item.id for name in names}
            if len(names) == 1:
                self._owners[item.id] = item.id

    def known(self, found: ExpressionView) -> frozenset[str]:
        """Return the names that may stand in an expression."""
        if found.item is None:
            stage = found.follow_up.at("stage").text if found.follow_up else ""
            return _own(*(DISCUSSION_NAMES if stage == "discussion" else OWN_NAMES))
        if found.field == "constraint":
            return _own(*OWN_NAMES, *found.item.part_names())
        return frozenset(self._owners)

    def dependencies(self) -> dict[str, list[str]]:
        """Return, for every item with ``relevant``, the items it depends on."""
        found: dict[str, list[str]] = {}
        for name, item in self._items.items():
            written = parsed(item.node.at("relevant").text)
            owners = [
                self._owners[one]
                for one in (written.names if written else ())
                if one in self._owners
            ]
            if owners:
                found[name] = list(dict.fromkeys(owners))
        return found

    def choices(self, name: str) -> list[str]:
        """Return the values that an answer may have; empty where there is no list."""
        item = self._items.get(self._owners.get(name, ""))
        return _choices(item) if item is not None else []

    def samples(
        self, found: ExpressionView, names: tuple[str, ...]
    ) -> Iterator[tuple[Values, Operand]]:
        """Yield values to try an expression with: all given, and none."""
        for item in self._concerned(found):
            values = {name: self._sample(name, item) for name in names}
            current = _sample(item) if item else None
            yield values, current
            if names:
                yield dict.fromkeys(names), current

    def _concerned(self, found: ExpressionView) -> list[ItemView | None]:
        """Return the items whose own values an expression meets."""
        if found.item is not None:
            return [found.item]
        listing = [
            item
            for item in self._items.values()
            if found.owner in item.tokens("follow_ups") and item.part_names()
        ]
        return [*listing] or [None]

    def _sample(self, name: str, own: ItemView | None) -> Operand:
        if name.startswith("."):
            return _own_sample(name[1:], own)
        item = self._items[self._owners[name]]
        return _sample(item)


def _own(*names: str) -> frozenset[str]:
    return frozenset(f".{name}" for name in names)


def _choices(item: ItemView) -> list[str]:
    if item.kind is ItemKind.YES_PARTLY_NO:
        return [YES, PARTLY, NO]
    return [choice.at("name").text for choice in item.node.at("choices")]


def _sample(item: ItemView) -> Operand:
    if item.kind is None:
        return None
    if item.kind.rated:
        return 1
    if item.kind is ItemKind.FIGURES:
        return Decimal(1)
    return (_choices(item) or ["2024-01-01"])[0]


def _own_sample(name: str, item: ItemView | None) -> Operand:
    match name:
        case "missing" | "sex_missing" | "weak_evidence" | "chosen" | "lower_half":
            return True
        case "verdicts_differ":
            return True
        case "type":
            return item.kind if item is not None and item.kind else "text"
        case "range" | "law" | "practice" | "highest":
            return 1
        case _:
            return None if item is None else _sample(item)
