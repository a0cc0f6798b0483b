"""Items that ask for figures, one row a part."""

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.figure_row import FigureRow
from spf_assess.desktop.fields.part_by_part import PartByPart
from spf_assess.desktop.parts import Label, Rule
from spf_assess.i18n import Words
from spf_assess.model import Item, Questionnaire

_GAP = 10


class FiguresField(PartByPart):
    """The definition of what is measured, then the figures."""

    def __init__(
        self, item: Item, questionnaire: Questionnaire, parent: QWidget | None = None
    ) -> None:
        super().__init__(item, questionnaire, parent)
        self._definition = Label(role="small")
        self.add(self._definition)
        self._figures = {part.name: FigureRow(part) for part in item.parts}
        for row in self._figures.values():
            self.add(Rule(), _GAP)
            self.add(row, _GAP)
        self.hold(self._figures)

    def speak(self, words: Words) -> None:
        self._definition.say(words.text(self.item.definition))
        self._definition.setVisible(bool(self._definition.said))
        self.setAccessibleName(words("Your answer"))
        for part in self.item.parts:
            heading, unit = words.text(part.label), words.text(part.unit)
            self._figures[part.name].speak(words, heading, unit)

    def rough(self) -> dict[str, str]:
        return {
            f"{name}/{box}": text
            for name, row in self._figures.items()
            for box, text in row.rough().items()
        }

    def show_rough(self, rough: dict[str, str]) -> None:
        for name, row in self._figures.items():
            mine = {
                place.partition("/")[2]: text
                for place, text in rough.items()
                if place.partition("/")[0] == name
            }
            row.show_rough(mine)
