"""Items with a single part: the value, and apart from it the ways not to answer."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.choices import Choices
from spf_assess.desktop.fields.clearing import Clearing
from spf_assess.desktop.fields.field import Field
from spf_assess.desktop.fields.no_answers import NoAnswers
from spf_assess.desktop.fields.specify import Specify
from spf_assess.desktop.parts import Label
from spf_assess.i18n import Words
from spf_assess.model import (
    Answer,
    Item,
    PartAnswer,
    Questionnaire,
    Value,
)

_SPECIFY_GAP, _BLOCK_GAP = 4, 14


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
        self.specify: Specify | None = None
        self._instruction = Label(role="small")
        self.add(self._instruction)
        self.add_value()
        self._no_answers = NoAnswers(
            self.choices,
            self,
            typed=lambda: self._tell(at_once=False),
            left=self.left.emit,
        )
        self.add(self._no_answers.row, _BLOCK_GAP)
        self._clearing = Clearing(self, self._erase)
        self.choices.picked.connect(self._picked)
        self.choices.erased.connect(self._erased)

    # -- for subclasses -----------------------------------------------------------

    def add_value(self) -> None:
        """Add the widgets in which the value is given."""
        raise NotImplementedError

    def add_specify(self, gap: int = _SPECIFY_GAP) -> None:
        """Add a line for words on what was chosen, ``specify``; hidden at first."""
        self.specify = Specify(self)
        self.add(self.specify, gap)
        self.specify.typed.connect(self.specified)
        self.specify.left.connect(self.left)

    def show_specify(self, *, wanted: bool) -> None:
        """Show the line for words, if there is one, as long as it is wanted."""
        if self.specify is not None:
            self.specify.setVisible(wanted)

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
        if self.specify is not None:
            self.specify.show_text(answer.specify)
        self.show_value(answer)
        if part.no_answer is not None:
            self.choices.show(part.no_answer.value)
        elif self._no_answers.chosen:
            self.choices.show("")
        self._no_answers.show_reason(part.reason)
        self._settle()

    def speak(self, words: Words) -> None:
        self._instruction.say(self.instruction(words))
        self._clearing.speak(words)
        if self.specify is not None:
            self.specify.speak(words)
        self._no_answers.speak(words, words("Or no answer"), "")
        self.setAccessibleName(words("Your answer"))
        self.speak_value(words)

    def press(self, key: str) -> bool:
        return self._no_answers.press(key)

    @Slot(str)  # declared, or PySide makes one for each field at six times the price
    def _picked(self, key: str) -> None:
        if self._no_answers.chosen:
            self.drop_value()
            self.choices.show(key)
        self._tell(at_once=True)
        self._no_answers.ask_why()

    @Slot()
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
        self._clearing.show(wanted=not self.answer().empty)
        self._no_answers.settle()
