"""Items answered in one's own words."""

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.single import SingleField
from spf_assess.desktop.fields.writing import Writing
from spf_assess.i18n import Words
from spf_assess.model import Answer, Value


class TextField(SingleField):
    """A box that grows with what is written."""

    def add_value(self) -> None:
        self._box = Writing(lines=6)
        self.add(self._box, 4)
        self._box.typed.connect(lambda _text: self.say_value(at_once=False))
        self._box.left.connect(self.left)

    def value(self) -> Value | None:
        return self._box.text or None

    def show_value(self, answer: Answer) -> None:
        value = answer.part(self.part_name).value
        self._box.show_text(value if isinstance(value, str) else "")

    def speak_value(self, words: Words) -> None:
        self._box.setAccessibleName(words.text(self.item.label))

    def instruction(self, words: Words) -> str:
        return words("In your own words.")

    def first(self) -> QWidget:
        return self._box
