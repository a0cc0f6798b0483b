"""Choosing the national pack that a new consultation asks beside the official form."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.button import Button
from spf_assess.desktop.parts.flow import FlowLayout
from spf_assess.desktop.parts.label import Label
from spf_assess.i18n.words import Words
from spf_assess.model.problem import Problem

if TYPE_CHECKING:
    from spf_assess.model import Questionnaire


class PackChoice(QWidget):
    """What the pack is called once one is chosen, and why another could not be used.

    Attributes:
        questionnaire: the official one with the pack; None while there is no pack.

    ``changed()`` tells that it is another one now.
    """

    changed = Signal()

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.questionnaire: Questionnaire | None = None
        self._problem: Problem | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._heading, self._hint = Label(role="strong"), Label(role="small")
        self._chosen, self._error = Label(), Label(role="warn")
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self._file, self._folder, self._none = Button(), Button(), Button(role="quiet")
        for button in (self._file, self._folder, self._none):
            flow.addWidget(button)
        for part in (self._heading, self._hint, self._chosen, self._error, buttons):
            column.addWidget(part)
        self._file.clicked.connect(self._ask_file)
        self._folder.clicked.connect(self._ask_folder)
        self._none.clicked.connect(self.leave_out)
        self._show()

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._heading.say(words("National questions"))
        self._hint.say(
            words(
                "If your country has a pack of its own questions, they are asked after"
                " the official ones. May be left out."
            )
        )
        self._file.say(words("Choose a file…"))
        self._folder.say(words("Choose a folder…"))
        self._none.say(words("Leave the pack out"))
        self._show()

    def take(self, path: Path) -> None:
        """Use the pack at *path*, or say why it cannot be used and keep none."""
        from spf_assess.questionnaire import load_questionnaire
        from spf_assess.questionnaire.packs import read_pack, with_pack

        try:
            self.questionnaire = with_pack(load_questionnaire(), read_pack(path))
            self._problem = None
        except Problem as problem:
            self.questionnaire, self._problem = None, problem.told()
        self._show()
        self.changed.emit()
        announce(self, self._error.said or self._chosen.said)

    def leave_out(self) -> None:
        """Ask the official questions alone."""
        self.forget()
        self._file.setFocus()

    def forget(self) -> None:
        """Keep no pack, for the next consultation."""
        self.questionnaire, self._problem = None, None
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        words, form = self._hub.words, self.questionnaire
        told = "" if form is None else _told(words, form)
        problem = self._problem
        wrong = "" if problem is None else f"{words.tell(problem)} [{problem.code}]"
        for label, text in ((self._chosen, told), (self._error, wrong)):
            label.say(text)
            label.setVisible(bool(text))
        self._none.setVisible(form is not None)
        self._file.setAccessibleDescription(wrong or told)

    def _ask_file(self) -> None:
        words = self._hub.words
        self._hub.files.open_files(
            self,
            words("The pack of national questions"),
            words("National pack") + " (*.spfq)",
            self.take,
        )

    def _ask_folder(self) -> None:
        words = self._hub.words
        self._hub.files.open_folder(
            self, words("The folder of national questions"), self.take
        )


def _told(words: Words, form: "Questionnaire") -> str:
    """Return the pack's title and how much it adds."""
    pack = form.pack
    if pack is None:
        return ""
    return words.plural(
        "“{title}”, version {version}: {number} national question",
        "“{title}”, version {version}: {number} national questions",
        sum(item.national for item in form.items()),
        title=words.text(pack.title),
        version=pack.version,
    )
