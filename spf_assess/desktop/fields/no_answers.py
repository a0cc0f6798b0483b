"""The three stated no-answers of one part, apart from its values."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.fields.option import NoAnswerButton
from spf_assess.desktop.parts import FlowLayout, Label
from spf_assess.i18n import Words
from spf_assess.model import STATED, NoAnswer

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label = Label(role="label")
        column.addWidget(self._label)
        line = QWidget()
        flow = FlowLayout(line, gap=8, line_gap=4)
        self.buttons: dict[str, NoAnswerButton] = {}
        for kind in STATED:
            button = NoAnswerButton(line)
            flow.addWidget(button)
            self.buttons[kind.value] = button
        column.addWidget(line)

    def speak(self, words: Words, label: str) -> None:
        """Say the words anew."""
        self._label.say(label)
        for kind in STATED:
            self.buttons[kind.value].say(button_name(words, kind))


def button_name(words: Words, kind: NoAnswer) -> str:
    """Return what stands on a no-answer's button, in the person's own voice."""
    return {
        NoAnswer.DONT_KNOW: words("Don't know"),
        NoAnswer.NOT_APPLICABLE: words("Not applicable"),
        NoAnswer.PREFERS_NOT: words("Prefer not to answer"),
    }[kind]
