"""Which items ask about a paragraph, and which paragraphs an item asks about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spf_assess.model import Item, Provision, Questionnaire, Recommendation, Reference


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One paragraph, sub-paragraph or clause and the items that ask about it.

    Attributes:
        reference: which one.
        provision: its text; None for a paragraph that consists of sub-paragraphs only.
        items: those that name exactly this reference, the ones it comes first for
            before the others, each lot in the questionnaire's order.
        deep: 0 for a paragraph, 1 for a sub-paragraph or clause, 2 for a clause of a
            sub-paragraph.
    """

    reference: Reference
    provision: Provision | None
    items: tuple[Item, ...]

    @property
    def deep(self) -> int:
        """How far the row stands in."""
        return bool(self.reference.sub) + bool(self.reference.letter)


class ParagraphIndex:
    """The index of one questionnaire, in the order of the Recommendation."""

    def __init__(
        self, questionnaire: Questionnaire, recommendation: Recommendation
    ) -> None:
        self._items = tuple(questionnaire.items())
        self._known = recommendation.by_reference
        exact = self._exact()
        self.rows: tuple[IndexRow, ...] = tuple(
            IndexRow(reference, self._known.get(reference), exact.get(reference, ()))
            for reference in sorted(set(_with_whole(self._known)))
        )
        self._by_reference: Mapping[Reference, IndexRow] = {
            row.reference: row for row in self.rows
        }

    def row(self, reference: Reference) -> IndexRow:
        """Return what asks about exactly this paragraph or clause.

        Raises:
            KeyError: the Recommendation has no such paragraph.
        """
        return self._by_reference[reference]

    def within(self, reference: Reference) -> tuple[IndexRow, ...]:
        """Return the row of *reference* and of everything that stands in it.

        Raises:
            KeyError: the Recommendation has no such paragraph.
        """
        return (
            self._by_reference[reference],
            *(row for row in self.rows if stands_in(row.reference, reference)),
        )

    def items_about(self, reference: Reference) -> tuple[Item, ...]:
        """Return every item about *reference* or a part of it, each once.

        Raises:
            KeyError: the Recommendation has no such paragraph.
        """
        found = {item.id: item for row in self.within(reference) for item in row.items}
        return tuple(found.values())

    def paragraphs_of(self, item: Item) -> tuple[Reference, ...]:
        """Return the paragraphs an item asks about, its section's own first."""
        return tuple(one for one in item.references if one in self._by_reference)

    def _exact(self) -> dict[Reference, tuple[Item, ...]]:
        found: dict[Reference, list[Item]] = {}
        for first in (True, False):
            for item in self._items:
                for place, reference in enumerate(item.references):
                    if (place == 0) is first:
                        found.setdefault(reference, []).append(item)
        return {reference: tuple(items) for reference, items in found.items()}


def stands_in(inner: Reference, outer: Reference) -> bool:
    """Whether *inner* is a part of *outer* and not the same.

    >>> stands_in(Reference.parse("13(1)(b)"), Reference.parse("13(1)"))
    True
    """
    if inner == outer or inner.number != outer.number or outer.letter:
        return False
    return not outer.sub or inner.sub == outer.sub


def _with_whole(known: Mapping[Reference, Provision]) -> Iterator[Reference]:
    """Yield every reference, and the number alone where only its parts have text."""
    for reference in known:
        yield reference
        yield Reference(reference.number)
