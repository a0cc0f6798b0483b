"""The doors of the start page: answer, run a consultation, look at the sample."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.parts.button import Button
from spf_assess.desktop.parts.columns import ColumnsLayout
from spf_assess.desktop.parts.flow import FlowLayout
from spf_assess.desktop.parts.label import Label
from spf_assess.desktop.parts.surface import Surface
from spf_assess.i18n.words import Words


class Door(Surface):
    """A card: what one can do, in two lines, and the buttons that do it."""

    def __init__(self, buttons: int) -> None:
        super().__init__("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(6)
        self.name, self.about = Label(role="heading"), Label(role="small")
        column.addWidget(self.name)
        column.addWidget(self.about)
        column.addStretch(1)
        column.addSpacing(8)
        row = FlowLayout(gap=10)
        self.buttons = [Button() for _number in range(buttons)]
        for button in self.buttons:
            row.addWidget(button)
        column.addLayout(row)


class Doors(QWidget):
    """Three cards side by side, or one below the other."""

    invitation_wanted = Signal()
    alone_wanted = Signal()
    create_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        columns = ColumnsLayout(self)
        self._answer, self._run, self._look = Door(2), Door(2), Door(1)
        self._making = False
        for door in (self._answer, self._run, self._look):
            columns.addWidget(door)
        self._invitation, self._alone = self._answer.buttons
        self._create, self._open = self._run.buttons
        (self._sample,) = self._look.buttons
        self.setFocusProxy(self._invitation)
        self._invitation.clicked.connect(self.invitation_wanted)
        self._alone.clicked.connect(self.alone_wanted)
        self._create.clicked.connect(self.create_wanted)
        self._open.clicked.connect(self.open_wanted)
        self._sample.clicked.connect(self._want_sample)

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._answer.name.say(words("Answer a self-assessment"))
        self._answer.about.say(
            words(
                "Open the .spfi file you received on a USB stick or by e-mail, then"
                " answer alone or as a group, in several sittings."
            )
        )
        self._invitation.say(words("Open an invitation…"))
        self._alone.say(words("Without an invitation…"))
        self._run.name.say(words("Run a consultation"))
        self._run.about.say(
            words(
                "Prepare groups and languages, collect the answers, show them side by"
                " side, print the report."
            )
        )
        self._create.say(words("Create…"))
        self._open.say(words("Open…"))
        self._look.name.say(words("Look at the sample"))
        self._look.about.say(
            words(
                "Coresia is a country that does not exist: three groups and at least"
                " nine respondents, to try everything out."
            )
        )
        self._sample.say(
            words("In preparation…") if self._making else words("Open the sample…")
        )
        self._words = words

    def sample_begun(self) -> None:
        """Say that the sample is being made."""
        self._making = True
        self.speak(self._words)

    def sample_done(self) -> None:
        """Offer the sample again."""
        self._making = False
        self.speak(self._words)

    def _want_sample(self) -> None:
        if not self._making:
            self.sample_wanted.emit()
