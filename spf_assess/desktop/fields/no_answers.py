"""The three stated no-answers of one part, apart from its values."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.choices import Choices
from spf_assess.desktop.fields.option import NoAnswerButton
from spf_assess.desktop.fields.specify import Reason
from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.parts import FlowLayout, Label
from spf_assess.i18n import Words
from spf_assess.model import STATED, NoAnswer, PartAnswer

_GAP = 6  # above the reason
KEYS = {
    "D": NoAnswer.DONT_KNOW,
    "N": NoAnswer.NOT_APPLICABLE,
    "P": NoAnswer.PREFERS_NOT,
}


class NoAnswerRow(QWidget):
    """Don't know, not applicable, prefer not to say, under a label of their own.

    The buttons belong to the part's ``Choices``; this only lays them out.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=8, line_gap=4)
        self._label = Label(role="label")
        flow.begin_with(self._label)
        self.buttons: dict[str, NoAnswerButton] = {}
        for kind in STATED:
            button = NoAnswerButton(self)
            flow.addWidget(button)
            self.buttons[kind.value] = button

    def speak(self, words: Words, label: str) -> None:
        """Say the words anew."""
        self._label.say(label)
        for kind in STATED:
            self.buttons[kind.value].say(button_name(words, kind))


class NoAnswers:
    """The ways not to answer one part, and why it is not applicable.

    Whoever holds it adds ``row`` to the group and keeps the part's value. The reason
    is built below it once it is asked: most parts are answered. *typed* and *left* are
    called as of ``Specify``.
    """

    def __init__(
        self,
        choices: Choices,
        group: Stack,
        typed: Callable[[], object],
        left: Callable[[], object],
    ) -> None:
        self._choices, self._group = choices, group
        self._typed, self._left = typed, left
        self._asked: tuple[Words, str] | None = None
        self._reason: Reason | None = None
        self.row = NoAnswerRow(group)
        choices.add_row(self.row.buttons)

    @property
    def chosen(self) -> bool:
        """Whether one of them is the answer."""
        return self._choices.chosen in self.row.buttons

    def answer(self) -> PartAnswer | None:
        """Return the no-answer stated at this moment, None where there is none."""
        if not self.chosen:
            return None
        kind = NoAnswer(self._choices.chosen)
        asked = kind is NoAnswer.NOT_APPLICABLE and self._reason is not None
        return PartAnswer(no_answer=kind, reason=self._why().text if asked else "")

    def speak(self, words: Words, label: str, heading: str) -> None:
        """Say the words anew; *heading* names the part for those who listen."""
        self.row.speak(words, label)
        self._asked = words, heading
        if self._reason is not None:
            self._reason.ask(words, heading)

    def show_reason(self, text: str) -> None:
        """Show why it is not applicable, without telling anyone."""
        if text or self._reason is not None:
            self._why().show_text(text)

    def press(self, key: str) -> bool:
        """State a no-answer by key, and show where that was."""
        if key not in KEYS:
            return False
        self._choices.pick(KEYS[key].value)
        if KEYS[key] is not NoAnswer.NOT_APPLICABLE:
            self.row.buttons[KEYS[key].value].setFocus()
        return True

    def ask_why(self) -> None:
        """Go to the reason, if that is what is asked now."""
        if self._choices.chosen == NoAnswer.NOT_APPLICABLE.value:
            self._why().box.setFocus()

    def settle(self) -> None:
        """Show the reason only as long as it is asked."""
        asked = self._choices.chosen == NoAnswer.NOT_APPLICABLE.value
        if asked or self._reason is not None:
            self._why().setVisible(asked)

    def _why(self) -> Reason:
        if self._reason is None:
            self._reason = Reason(self._group)
            if self._asked is not None:
                self._reason.ask(*self._asked)
            below = self._group.rows.index(self.row) + 1
            self._group.insert(below, self._reason, _GAP)
            self._reason.typed.connect(lambda _text: self._typed())
            self._reason.left.connect(self._left)
        return self._reason


def button_name(words: Words, kind: NoAnswer) -> str:
    """Return what stands on a no-answer's button, in the person's own voice."""
    return {
        NoAnswer.DONT_KNOW: words("Don't know"),
        NoAnswer.NOT_APPLICABLE: words("Not applicable"),
        NoAnswer.PREFERS_NOT: words("Prefer not to answer"),
    }[kind]
