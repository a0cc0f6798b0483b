"""Rated items: law and practice side by side, practice alone, several parts at once."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from spf_assess.desktop.fields.part_by_part import PartByPart
from spf_assess.desktop.fields.rating import Rating
from spf_assess.i18n import Words
from spf_assess.model import LAW, PRACTICE, Item, ItemKind, Part, Questionnaire

_SIDE_GAP, _PAIR_GAP = 20, 24


class RatingsField(PartByPart):
    """Any number of ratings, two side by side where there is room.

    The two of a pair share their rows, so that level 3 stands beside level 3.
    """

    def __init__(
        self, item: Item, questionnaire: Questionnaire, parent: QWidget | None = None
    ) -> None:
        super().__init__(item, questionnaire, parent)
        self._ratings = {
            part.name: Rating(questionnaire.levels(item, part)) for part in item.parts
        }
        everything = list(self._ratings.values())
        self._pairs = [everything[at : at + 2] for at in range(0, len(everything), 2)]
        self._lines: list[QBoxLayout] = []
        for place, pair in enumerate(self._pairs):
            row = QWidget()
            line = QBoxLayout(QBoxLayout.Direction.LeftToRight, row)
            line.setContentsMargins(0, 0, 0, 0)
            for rating in pair:
                line.addWidget(rating, 1)
            if len(pair) == 1 and len(everything) > 1:
                line.addStretch(1)
            self._lines.append(line)
            self.add(row, _PAIR_GAP if place else 0)
        self.hold(self._ratings)
        self.arrange(narrow=False)

    def speak(self, words: Words) -> None:
        names = [words.text(name) for name in self.questionnaire.level_names]
        for part in self.item.parts:
            heading, hint = part_heading(words, self.item, part)
            self._ratings[part.name].speak(words, heading, hint, names)

    def arrange(self, *, narrow: bool) -> None:
        direction = QBoxLayout.Direction
        for pair, line in zip(self._pairs, self._lines, strict=True):
            line.setDirection(
                direction.TopToBottom if narrow else direction.LeftToRight
            )
            line.setSpacing(_PAIR_GAP if narrow else _SIDE_GAP)
            for rating in pair:
                rating.align(() if narrow else pair)


def part_heading(words: Words, item: Item, part: Part) -> tuple[str, str]:
    """Return what a rated part is called, and a few words on what it means."""
    if item.kind is ItemKind.LAW_PRACTICE and part.name == LAW:
        return words("In law"), words("what legislation says")
    if item.kind is not ItemKind.RATINGS and part.name == PRACTICE:
        return words("In practice"), words("what people actually obtain")
    return words.text(part.label), ""
