"""Words asked for only once something was chosen: which other one, and why not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.fields.tab_order import follow
from spf_assess.desktop.fields.writing import Writing
from spf_assess.desktop.parts import Label
from spf_assess.i18n import Words


class Specify(QWidget):
    """A box under its label, hidden at first and built when it is first needed.

    Most questions are answered without it, and a box to write in is dear.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1) -> None:
        super().__init__(parent)
        self._lines = lines
        self._label: Label | None = None
        self._box: Writing | None = None
        self._said, self._name = "", ""
        self.hide()

    @property
    def text(self) -> str:
        """The words written."""
        return "" if self._box is None else self._box.text

    @property
    def box(self) -> Writing:
        """The box to write in."""
        return self._build() if self._box is None else self._box

    @property
    def writing(self) -> bool:
        """Whether the keyboard is in the box."""
        return self._box is not None and self._box.hasFocus()

    def show_text(self, text: str) -> None:
        """Show *text* without telling anyone."""
        if text or self._box is not None:
            self.box.show_text(text)

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - Qt's signature
        if visible and self._box is None:
            self._build()
        super().setVisible(visible)

    def speak(self, words: Words, label: str = "", name: str = "") -> None:
        """Say the words anew; *name* is read out where the label is not enough."""
        self._said = label or words("Please specify")
        self._name = name or self._said
        if self._label is not None and self._box is not None:
            self._label.say(self._said)
            self._box.setAccessibleName(self._name)

    def _build(self) -> Writing:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label, box = Label(self._said, "label"), Writing(lines=self._lines)
        box.setAccessibleName(self._name)
        self._label.setBuddy(box)
        column.addWidget(self._label)
        column.addWidget(box)
        box.typed.connect(self.typed)
        box.left.connect(self.left)
        self._box = box
        group = self.parentWidget()
        if isinstance(group, Stack):
            follow(group)
        return box


class Reason(Specify):
    """Why something is not applicable; open only as long as that is the answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, lines=2)

    def ask(self, words: Words, of: str) -> None:
        """Say the words anew; *of* names the part for those who listen."""
        why = words("Why is it not applicable?")
        self.speak(words, why, f"{why} {of}" if of else why)
