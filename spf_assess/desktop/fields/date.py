"""Items that ask for a date, with a note."""

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.dates import read_date, written_date
from spf_assess.desktop.fields.single import SingleField
from spf_assess.desktop.fields.writing import WritingLine
from spf_assess.desktop.parts import Label
from spf_assess.i18n import Words, date_text
from spf_assess.model import Answer, Value

_GAP = 6
_BOX = "date"


class DateField(SingleField):
    """One line for the date, in words below how it was understood, and a note."""

    def add_value(self) -> None:
        self._kept = ""
        self._words: Words | None = None
        self._box = WritingLine(limit=40)
        self._told = Label(role="small")
        self.add(self._box, 4)
        self.add(self._told, 4)
        self.add_specify(_GAP * 2)
        self.show_specify(wanted=True)
        self._box.typed.connect(self._typed)
        self._box.left.connect(self.left)

    def value(self) -> Value | None:
        return self._kept or None

    def show_value(self, answer: Answer) -> None:
        value = answer.part(self.part_name).value
        kept = value if isinstance(value, str) else ""
        if kept != self._kept or not kept:
            self._kept = kept
            self._box.show_text(written_date(kept))
        self._say_understood()

    def drop_value(self) -> None:
        self._kept = ""
        self._box.show_text("")
        self._say_understood()

    def speak_value(self, words: Words) -> None:
        self._words = words
        self._box.setAccessibleName(words("Date"))
        if self.specify is not None:
            note = words("Note: what was decided, and where it is found")
            self.specify.speak(words, note)
        self._say_understood()

    def instruction(self, words: Words) -> str:
        return words("Day/month/year, or only month/year, or only the year.")

    def first(self) -> QWidget:
        return self._box

    def rough(self) -> dict[str, str]:
        written = self._box.written
        return {_BOX: written} if written and read_date(written) is None else {}

    def show_rough(self, rough: dict[str, str]) -> None:
        if _BOX in rough:
            self._box.show_text(rough[_BOX])
            self._say_understood()

    def _typed(self, text: str) -> None:
        understood = read_date(text)
        self._kept = understood or ""
        self._say_understood()
        if understood or not text:
            self.say_value(at_once=False)

    def _say_understood(self) -> None:
        words, written = self._words, self._box.written
        if words is None:
            return
        if written and read_date(written) is None:
            self._told.become("warn")
            self._told.say(
                words(
                    "This cannot be read as a date, so it is not saved. Write it like"
                    " 18/11/2026."
                )
            )
        else:
            self._told.become("small")
            self._told.say(date_text(self._kept, words.language) if self._kept else "")
        self._box.setAccessibleDescription(self._told.said)
