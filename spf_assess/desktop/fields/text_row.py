"""One text among several that an item asks for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from spf_assess.desktop.fields.choices import Choices
from spf_assess.desktop.fields.comment import RoomLabel
from spf_assess.desktop.fields.no_answers import KEYS, NoAnswerRow
from spf_assess.desktop.fields.specify import Reason
from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.fields.writing import Writing
from spf_assess.desktop.parts import Button, Label
from spf_assess.i18n import Words
from spf_assess.model import STATED, NoAnswer, PartAnswer

_NO_ANSWERS = {kind.value: kind for kind in STATED}
_GAP = 6
_LINES = 3


class TextRow(Stack):
    """A box under its label, and apart from it the ways not to answer.

    Signals as in ``Rating``.
    """

    given = Signal(object)
    typed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = Choices(self)
        self._label = Label(role="strong")
        self._box = Writing(lines=_LINES)
        self._label.setBuddy(self._box)
        self._room = RoomLabel(self._box)
        self._no_answers = NoAnswerRow(self)
        self._reason = Reason(self)
        self._clear = Button(role="link")
        self._choices.add_row(dict[str, QRadioButton](self._no_answers.buttons))
        self.add(self._label)
        self.add(self._box, 4)
        self.add(self._room, 4)
        self.add(self._no_answers, _GAP)
        self.add(self._reason, _GAP)
        self.put_in_corner(self._clear)
        self._connect()
        self._settle()

    def answer(self) -> PartAnswer:
        """Return what is said at this moment."""
        kind = _NO_ANSWERS.get(self._choices.chosen)
        if kind is None:
            return PartAnswer(value=self._box.text or None)
        reason = self._reason.text if kind is NoAnswer.NOT_APPLICABLE else ""
        return PartAnswer(no_answer=kind, reason=reason)

    def show_answer(self, part: PartAnswer) -> None:
        """Show an answer without telling anyone."""
        self._choices.show("" if part.no_answer is None else part.no_answer.value)
        self._box.show_text(part.value if isinstance(part.value, str) else "")
        self._reason.show_text(part.reason)
        self._settle()

    def speak(self, words: Words, heading: str) -> None:
        """Say every word anew."""
        self.setAccessibleName(heading)
        self._label.say(heading)
        self._box.setAccessibleName(heading)
        self._room.speak(words)
        self._clear.say(words.context("button", "Clear"))
        self._clear.setAccessibleName(words("Clear the answer: {part}", part=heading))
        self._no_answers.speak(words, words("Or no answer"))
        self._reason.ask(words, heading)

    def press(self, key: str) -> bool:
        """State a no-answer by key."""
        if key not in KEYS:
            return False
        self._choices.pick(KEYS[key].value)
        if KEYS[key] is not NoAnswer.NOT_APPLICABLE:
            self._no_answers.buttons[KEYS[key].value].setFocus()
        return True

    def stop(self) -> QWidget:
        """Return where Tab enters this text."""
        if self._choices.chosen:
            return self._choices.option(self._choices.chosen)
        return self._box

    def _connect(self) -> None:
        self._box.typed.connect(self._written)
        self._box.left.connect(self.left)
        self._reason.typed.connect(lambda _text: self._say(at_once=False))
        self._reason.left.connect(self.left)
        self._clear.clicked.connect(self._take_back)
        self._choices.picked.connect(self._picked)
        self._choices.erased.connect(lambda: self._say(at_once=True))

    def _written(self) -> None:
        if self._choices.chosen:
            self._choices.show("")
        self._say(at_once=False)

    def _picked(self, key: str) -> None:
        self._box.show_text("")
        self._say(at_once=True)
        if key == NoAnswer.NOT_APPLICABLE.value:
            self._reason.box.setFocus()

    def _take_back(self) -> None:
        self._box.show_text("")
        self._choices.show("")
        self._say(at_once=True)
        self._box.setFocus()

    def _say(self, *, at_once: bool) -> None:
        self._settle()
        (self.given if at_once else self.typed).emit(self.answer())

    def _settle(self) -> None:
        chosen = self._choices.chosen
        self._clear.setVisible(bool(chosen) or bool(self._box.text))
        self._reason.setVisible(chosen == NoAnswer.NOT_APPLICABLE.value)
        self._room.tell()
