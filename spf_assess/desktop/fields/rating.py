"""One rated part: four level cards, and apart from them the ways not to rate."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.choices import Choices
from spf_assess.desktop.fields.clearing import Clearing
from spf_assess.desktop.fields.face import Wording
from spf_assess.desktop.fields.no_answers import NoAnswers
from spf_assess.desktop.fields.option import Card
from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.parts import FlowLayout
from spf_assess.desktop.parts.running import RunningLabel
from spf_assess.i18n import Words
from spf_assess.model import PartAnswer, Text

_LEVELS = ("1", "2", "3", "4")
_CARD_GAP, _BLOCK_GAP = 6, 14


class Rating(Stack):
    """Rates one part of an item from 1 to 4, or says why it is not rated.

    Signals as in ``Field``, with the part's answer alone.
    """

    given = Signal(object)
    typed = Signal(object)
    left = Signal()

    def __init__(
        self, descriptions: tuple[Text, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._descriptions = descriptions
        self._head = _Head(self)
        self._cards = {key: Card(self) for key in _LEVELS}
        self._choices = Choices(self)
        self._choices.add_row(self._cards)
        self._no_answers = NoAnswers(
            self._choices,
            self,
            typed=lambda: self.typed.emit(self.answer()),
            left=self.left.emit,
        )
        self.add(self._head)
        for card in self._cards.values():
            self.add(card, _CARD_GAP)
        self.add(self._no_answers.row, _BLOCK_GAP)
        self._clearing = Clearing(self, self._erase)
        self._choices.picked.connect(self._picked)
        self._choices.erased.connect(self._erased)
        self._settle()

    def answer(self) -> PartAnswer:
        """Return what is said at this moment."""
        chosen = self._choices.chosen
        if chosen in self._cards:
            return PartAnswer(value=int(chosen))
        return self._no_answers.answer() or PartAnswer()

    def show_answer(self, part: PartAnswer) -> None:
        """Show an answer without telling anyone."""
        if part.no_answer is not None:
            self._choices.show(part.no_answer.value)
        else:
            self._choices.show(str(part.value) if part.value else "")
        self._no_answers.show_reason(part.reason)
        self._settle()

    def speak(self, words: Words, heading: str, hint: str, levels: list[str]) -> None:
        """Say every word anew; *levels* are the four names, lowest first."""
        self.setAccessibleName(f"{heading}, {hint}" if hint else heading)
        self._head.say(heading, hint)
        self._clearing.speak(words, heading)
        for place, (key, card) in enumerate(self._cards.items()):
            wording = Wording(
                name=levels[place],
                detail=words.text(self._descriptions[place]),
                level=int(key),
                chosen=words("Chosen"),
            )
            card.say(wording, words.language)
        self._no_answers.speak(words, words("Or no rating"), heading)

    def press(self, key: str) -> bool:
        """Rate or state a no-answer by key, and show where that was."""
        if key not in self._cards:
            return self._no_answers.press(key)
        self._choices.pick(key)
        self._cards[key].setFocus()
        return True

    def stop(self) -> QWidget:
        """Return where Tab enters this part."""
        chosen = self._choices.chosen
        if self._no_answers.chosen:
            return self._choices.option(chosen)
        return self._cards[chosen or _LEVELS[0]]

    @Slot(str)  # declared, or PySide makes one for each rating at six times the price
    def _picked(self, _key: str) -> None:
        self._settle()
        self.given.emit(self.answer())
        self._no_answers.ask_why()

    @Slot()
    def _erased(self) -> None:
        self._settle()
        self.given.emit(PartAnswer())

    def _erase(self) -> None:
        self._choices.erase()
        self.stop().setFocus()

    def _settle(self) -> None:
        self._clearing.show(wanted=bool(self._choices.chosen))
        self._no_answers.settle()


class _Head(QWidget):
    """What is rated, in a word and a half."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=9, line_gap=0)
        self._heading = RunningLabel(role="heading")
        self._hint = RunningLabel(role="small")
        flow.addWidget(self._heading)
        flow.addWidget(self._hint)

    def say(self, heading: str, hint: str) -> None:
        """Say the words anew."""
        self._heading.say(heading)
        self._hint.say(hint)
        self._hint.setVisible(bool(hint))
