"""The three stated no-answers of one part, apart from its values."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.fields.option import NoAnswerButton
from spf_assess.desktop.fields.writing import Writing
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


class Reason(QWidget):
    """Why something is not applicable; open only as long as that is the answer."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label = Label(role="label")
        self.box = Writing(lines=2)
        self._label.setBuddy(self.box)
        column.addWidget(self._label)
        column.addWidget(self.box)
        self.box.typed.connect(self.typed)
        self.box.left.connect(self.left)
        self.hide()

    def speak(self, words: Words, of: str) -> None:
        """Say the words anew; *of* names the part for those who listen."""
        self._label.say(words("Why is it not applicable?"))
        name = words("Why is it not applicable?")
        self.box.setAccessibleName(f"{name} {of}" if of else name)


def button_name(words: Words, kind: NoAnswer) -> str:
    """Return what stands on a no-answer's button, in the person's own voice."""
    return {
        NoAnswer.DONT_KNOW: words("Don't know"),
        NoAnswer.NOT_APPLICABLE: words("Not applicable"),
        NoAnswer.PREFERS_NOT: words("Prefer not to say"),
    }[kind]
