"""Items that ask for figures, one row a part."""

from PySide6.QtWidgets import QApplication, QWidget

from spf_assess.desktop.fields.field import Field
from spf_assess.desktop.fields.figure_row import FigureRow
from spf_assess.desktop.parts import Label, Rule
from spf_assess.i18n import Words
from spf_assess.model import Answer, Item, Questionnaire

_GAP = 10


class FiguresField(Field):
    """The definition of what is measured, then the figures."""

    def __init__(
        self, item: Item, questionnaire: Questionnaire, parent: QWidget | None = None
    ) -> None:
        super().__init__(item, questionnaire, parent)
        self._definition = Label(role="small")
        self.add(self._definition)
        self._figures = {part.name: FigureRow(part) for part in item.parts}
        for name, row in self._figures.items():
            self.add(Rule(), _GAP)
            self.add(row, _GAP)
            row.given.connect(lambda part, name=name: self.given.emit(name, part))
            row.typed.connect(lambda part, name=name: self.typed.emit(name, part))
            row.left.connect(self.left)

    def show_answer(self, answer: Answer) -> None:
        for name, row in self._figures.items():
            row.show_answer(answer.part(name))

    def speak(self, words: Words) -> None:
        self._definition.say(words.text(self.item.definition))
        self._definition.setVisible(bool(self._definition.said))
        self.setAccessibleName(words("Your answer"))
        for part in self.item.parts:
            heading, unit = words.text(part.label), words.text(part.unit)
            self._figures[part.name].speak(words, heading, unit)

    def press(self, key: str) -> bool:
        return self._row_meant().press(key)

    def first(self) -> QWidget:
        return self._first_open().stop()

    def go_to(self, part: str) -> None:
        self._figures.get(part, self._first_open()).stop().setFocus()

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

    def _first_open(self) -> FigureRow:
        rows = list(self._figures.values())
        return next((row for row in rows if row.answer().empty), rows[0])

    def _row_meant(self) -> FigureRow:
        focus = QApplication.focusWidget()
        for row in self._figures.values():
            if focus is not None and row.isAncestorOf(focus):
                return row
        return self._first_open()
