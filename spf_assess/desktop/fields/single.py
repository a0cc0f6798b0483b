"""Items with a single part: the value, and apart from it the ways not to answer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.choices import Choices
from spf_assess.desktop.fields.field import Field
from spf_assess.desktop.fields.no_answers import NoAnswers
from spf_assess.desktop.parts import Button, Label
from spf_assess.i18n import Words
from spf_assess.model import (
    Answer,
    Item,
    PartAnswer,
    Questionnaire,
    Value,
)

_GAP, _BLOCK_GAP = 6, 14


class SingleField(Field):
    """Lays out instruction, value and no-answers; the two exclude each other.

    A subclass adds its own widgets in ``add_value``, keeps the value in ``value``,
    ``show_value`` and ``drop_value``, and calls ``say_value`` when it is given.
    """

    def __init__(
        self, item: Item, questionnaire: Questionnaire, parent: QWidget | None = None
    ) -> None:
        super().__init__(item, questionnaire, parent)
        self.part_name = item.parts[0].name
        self.choices = Choices(self)
        self._instruction = Label(role="small")
        self._clear = Button(role="link")
        self.add(self._instruction)
        self.add_value()
        self._no_answers = NoAnswers(self.choices, self)
        self.add(self._no_answers.row, _BLOCK_GAP)
        self.add(self._no_answers.reason, _GAP)
        self.put_in_corner(self._clear)
        self.choices.picked.connect(self._picked)
        self.choices.erased.connect(self._erased)
        self._clear.clicked.connect(self._erase)
        self._no_answers.reason.typed.connect(lambda _text: self._tell(at_once=False))
        self._no_answers.reason.left.connect(self.left)

    # -- for subclasses -----------------------------------------------------------

    def add_value(self) -> None:
        """Add the widgets in which the value is given."""
        raise NotImplementedError

    def value(self) -> Value | None:
        """Return the value given at this moment, None where there is none."""
        raise NotImplementedError

    def show_value(self, answer: Answer) -> None:
        """Show the value of *answer*, or none, without telling anyone."""
        raise NotImplementedError

    def drop_value(self) -> None:
        """Take the value back, without telling anyone."""
        self.show_value(Answer(self.item.id))

    def speak_value(self, words: Words) -> None:
        """Say the value's words anew."""
        raise NotImplementedError

    def instruction(self, words: Words) -> str:
        """Return what to do, in a few words; empty where it goes without saying."""
        del words
        return ""

    def say_value(self, *, at_once: bool = True) -> None:
        """Tell of the value, which takes the place of a no-answer."""
        if self._no_answers.chosen:
            self.choices.show("")
        self._tell(at_once=at_once)

    # -- what every field does ----------------------------------------------------

    def answer(self) -> PartAnswer:
        """Return what is said at this moment."""
        return self._no_answers.answer() or PartAnswer(value=self.value())

    def show_answer(self, answer: Answer) -> None:
        part = answer.part(self.part_name)
        self.show_value(answer)
        if part.no_answer is not None:
            self.choices.show(part.no_answer.value)
        elif self._no_answers.chosen:
            self.choices.show("")
        self._no_answers.reason.show_text(part.reason)
        self._settle()

    def speak(self, words: Words) -> None:
        self._instruction.say(self.instruction(words))
        self._clear.say(words.context("button", "Clear"))
        self._clear.setAccessibleName(words("Clear the answer"))
        self._no_answers.speak(words, words("Or no answer"), "")
        self.setAccessibleName(words("Your answer"))
        self.speak_value(words)

    def press(self, key: str) -> bool:
        return self._no_answers.press(key)

    def _picked(self, key: str) -> None:
        if self._no_answers.chosen:
            self.drop_value()
            self.choices.show(key)
        self._tell(at_once=True)
        self._no_answers.ask_why()

    def _erased(self) -> None:
        self._tell(at_once=True)

    def _erase(self) -> None:
        self.choices.show("")
        self.drop_value()
        self._tell(at_once=True)
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, *, at_once: bool) -> None:
        self._settle()
        signal = self.given if at_once else self.typed
        signal.emit(self.part_name, self.answer())

    def _settle(self) -> None:
        self._clear.setVisible(not self.answer().empty)
        self._no_answers.settle()
