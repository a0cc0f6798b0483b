"""Items answered in several texts, a box for each."""

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.part_by_part import PartByPart
from spf_assess.desktop.fields.text_row import TextRow
from spf_assess.desktop.parts import Label
from spf_assess.i18n import Words
from spf_assess.model import Item, Questionnaire

_GAP = 20


class TextsField(PartByPart):
    """Labelled boxes that grow with what is written, one below the other."""

    def __init__(
        self, item: Item, questionnaire: Questionnaire, parent: QWidget | None = None
    ) -> None:
        super().__init__(item, questionnaire, parent)
        self._instruction = Label(role="small")
        self.add(self._instruction)
        self._texts = {part.name: TextRow() for part in item.parts}
        for place, row in enumerate(self._texts.values()):
            self.add(row, _GAP if place else 8)
        self.hold(self._texts)

    def speak(self, words: Words) -> None:
        self.setAccessibleName(words("Your answer"))
        self._instruction.say(words("In your own words."))
        for part in self.item.parts:
            self._texts[part.name].speak(words, words.text(part.label))
