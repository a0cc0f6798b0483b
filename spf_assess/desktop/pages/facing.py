"""Provisions of the Recommendation in one language or in both, clause beside clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from spf_assess.desktop.pages.terms import explain
from spf_assess.desktop.parts import Label, Rule
from spf_assess.desktop.parts.explained import ExplainedLabel
from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES, Item, Provision, Recommendation, Reference
from spf_assess.reading.provisions import lead, not_from_record, paragraph_name

BOTH = "both"
NATIVE = {"en": "English", "fr": "Français"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A provision as it is shown; *asked* is the one the question is about."""

    provision: Provision
    asked: bool


class Filling:
    """Puts passages into a grid, clause beside clause.

    The grid is for these passages alone. Words of the glossary are explained on hover,
    each in the language of its column.
    """

    def __init__(
        self, grid: QGridLayout, languages: tuple[str, ...], words: Words
    ) -> None:
        self._grid, self._languages, self._words = grid, languages, words
        self._row = 0
        self._remarks: list[tuple[Label, Provision, str]] = []
        for column in range(2 * len(LANGUAGES)):
            facing = column < 2 * len(languages) - 1
            stretch = 1 if facing and column % 2 == 0 else 0
            grid.setColumnStretch(column, stretch)
        for row in range(grid.rowCount()):
            grid.setRowStretch(row, 0)

    def fill(self, found: Sequence[tuple[Reference, tuple[Passage, ...]]]) -> None:
        """Show passages under the paragraphs they belong to, the first unnamed."""
        self._heads()
        for place, (reference, shown) in enumerate(found):
            if place:
                self._grid.addWidget(Rule(), self._row, 0, 1, -1)
                self._row += 1
                self._line(
                    {
                        key: Label(paragraph_name(reference)[key], "label")
                        for key in self._languages
                    }
                )
            for passage in shown:
                self.passage(passage)
        self._finish()

    def fill_passages(self, shown: Sequence[Passage]) -> None:
        """Show passages that need no name of their own."""
        self._heads()
        for passage in shown:
            self.passage(passage)
        self._finish()

    def fill_whole(self, provisions: Sequence[Provision]) -> list[int]:
        """Show provisions as they follow each other; return the row each begins at."""
        self._heads()
        rows = []
        for provision in provisions:
            rows.append(self._row)
            self.passage(Passage(provision, asked=provision.kind == "heading"))
        self._finish()
        return rows

    def passage(self, passage: Passage) -> None:
        """Show one provision, and say where it is not in the record."""
        role = "legal_strong" if passage.asked else "legal"
        provision = passage.provision
        labels: dict[str, Label] = {}
        for key in self._languages:
            text = lead(provision, key) + provision.text[key]
            label = labels[key] = ExplainedLabel(text, role)
            explain(label, text, key)
        self._line(labels)
        marks = {
            key: Label(not_from_record(self._words, provision, key), "small")
            for key in self._languages
            if key in provision.not_from_record
        }
        if marks:
            self._line(marks)
            self._remarks += [(mark, provision, key) for key, mark in marks.items()]

    def speak(self, words: Words) -> None:
        """Say the remarks anew; the texts speak their own languages."""
        for mark, provision, key in self._remarks:
            mark.say(not_from_record(words, provision, key))

    def _heads(self) -> None:
        if len(self._languages) > 1:
            names = {key: NATIVE[key] for key in self._languages}
            self._line({key: Label(name, "label") for key, name in names.items()})

    def _finish(self) -> None:
        if len(self._languages) > 1:
            self._grid.addWidget(Rule(upright=True), 0, 1, self._row, 1)
        self._grid.setRowStretch(self._row, 1)

    def _line(self, labels: dict[str, Label]) -> None:
        for key, label in labels.items():
            column = 2 * self._languages.index(key)
            self._grid.addWidget(label, self._row, column, Qt.AlignmentFlag.AlignTop)
        self._row += 1


def passages(item: Item) -> Iterator[tuple[Reference, tuple[Passage, ...]]]:
    """Yield each paragraph *item* refers to, with the phrase that introduces it."""
    from spf_assess.questionnaire import load_recommendation

    recommendation: Recommendation = load_recommendation()
    for reference in item.references:
        if reference in recommendation.by_reference:
            yield (
                reference,
                tuple(
                    Passage(provision, _asked(provision, reference, item))
                    for provision in recommendation.context(reference)
                ),
            )


def _asked(provision: Provision, reference: Reference, item: Item) -> bool:
    """Whether this is the clause in question: the first one the item refers to."""
    return provision.reference == reference and reference == item.references[0]
