"""Items answered in several texts, a box for each."""

from PySide6.QtWidgets import QApplication, QWidget

from spf_assess.desktop.fields.field import Field
from spf_assess.desktop.fields.text_row import TextRow
from spf_assess.desktop.parts import Label
from spf_assess.i18n import Words
from spf_assess.model import Answer, Item, Questionnaire

_GAP = 20


class TextsField(Field):
    """Labelled boxes that grow with what is written, one below the other.

    A key states a no-answer for the text the person is at, else for the first one
    without an answer.
    """

    def __init__(
        self, item: Item, questionnaire: Questionnaire, parent: QWidget | None = None
    ) -> None:
        super().__init__(item, questionnaire, parent)
        self._instruction = Label(role="small")
        self.add(self._instruction)
        self._texts = {part.name: TextRow() for part in item.parts}
        for place, (name, row) in enumerate(self._texts.items()):
            self.add(row, _GAP if place else 8)
            row.given.connect(lambda part, name=name: self.given.emit(name, part))
            row.typed.connect(lambda part, name=name: self.typed.emit(name, part))
            row.left.connect(self.left)

    def show_answer(self, answer: Answer) -> None:
        for name, row in self._texts.items():
            row.show_answer(answer.part(name))

    def speak(self, words: Words) -> None:
        self.setAccessibleName(words("Your answer"))
        self._instruction.say(words("In your own words."))
        for part in self.item.parts:
            self._texts[part.name].speak(words, words.text(part.label))

    def press(self, key: str) -> bool:
        return self._row_meant().press(key)

    def first(self) -> QWidget:
        return self._first_open().stop()

    def go_to(self, part: str) -> None:
        self._texts.get(part, self._first_open()).stop().setFocus()

    def _first_open(self) -> TextRow:
        rows = list(self._texts.values())
        return next((row for row in rows if row.answer().empty), rows[0])

    def _row_meant(self) -> TextRow:
        focus = QApplication.focusWidget()
        for row in self._texts.values():
            if focus is not None and row.isAncestorOf(focus):
                return row
        return self._first_open()
