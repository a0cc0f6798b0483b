"""One part among several of an item, on a row of its own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.choices import Choices
from spf_assess.desktop.fields.no_answers import NoAnswers
from spf_assess.desktop.fields.stack import Stack
from spf_assess.model import PartAnswer, Value


class PartRow(Stack):
    """A value that is typed, and apart from it the ways not to answer.

    The two exclude each other. A subclass lays out its own widgets, then
    ``add_no_answers``, keeps the value in ``value`` and ``show_value``, shows in
    ``settle`` what belongs to the answer, and calls ``follow_person`` once it is built.

    Signals as in ``Rating``.
    """

    given = Signal(object)
    typed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices(self)

    # -- for subclasses -----------------------------------------------------------

    def add_no_answers(self, gap: int) -> None:
        """Add the ways not to answer; Tab comes to them after what is there already."""
        self.no_answers = NoAnswers(
            self.choices,
            self,
            typed=lambda: self.tell(at_once=False),
            left=self.left.emit,
        )
        self.add(self.no_answers.row, gap)

    def value(self) -> Value | None:
        """Return the value given at this moment, None where there is none."""
        raise NotImplementedError

    def show_value(self, value: Value | None) -> None:
        """Show the value, or none, without telling anyone."""
        raise NotImplementedError

    def value_stop(self) -> QWidget:
        """Return where Tab enters the value."""
        raise NotImplementedError

    def settle(self) -> None:
        """Show what belongs to the answer of this moment."""
        raise NotImplementedError

    def follow_person(self) -> None:
        """Tell from now on of what the person does."""
        self.choices.picked.connect(self._picked)
        self.choices.erased.connect(lambda: self.tell(at_once=True))

    def written(self) -> None:
        """Tell of the value, which takes the place of a no-answer."""
        if self.choices.chosen:
            self.choices.show("")
        self.tell(at_once=False)

    # -- what every row does ------------------------------------------------------

    def answer(self) -> PartAnswer:
        """Return what is said at this moment."""
        return self.no_answers.answer() or PartAnswer(value=self.value())

    def show_answer(self, part: PartAnswer) -> None:
        """Show an answer without telling anyone."""
        self.choices.show("" if part.no_answer is None else part.no_answer.value)
        self.show_value(part.value)
        self.no_answers.show_reason(part.reason)
        self.settle()

    def press(self, key: str) -> bool:
        """State a no-answer by key."""
        return self.no_answers.press(key)

    def stop(self) -> QWidget:
        """Return where Tab enters this part."""
        if self.choices.chosen:
            return self.choices.option(self.choices.chosen)
        return self.value_stop()

    def _picked(self, _key: str) -> None:
        self.show_value(None)
        self.tell(at_once=True)
        self.no_answers.ask_why()

    def take_back(self) -> None:
        """Take the answer back as the person does."""
        self.show_value(None)
        self.choices.show("")
        self.tell(at_once=True)
        self.stop().setFocus()

    def tell(self, *, at_once: bool) -> None:
        """Tell of the answer, to be saved at once or within a second."""
        self.settle()
        (self.given if at_once else self.typed).emit(self.answer())
