"""Choosing the national pack that a new consultation asks beside the official form."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.create_choice import FileChoice
from spf_assess.desktop.parts.button import Button
from spf_assess.i18n.words import Words

if TYPE_CHECKING:
    from spf_assess.model import Questionnaire


class PackChoice(FileChoice):
    """What the pack is called once one is chosen, and why another could not be used.

    Attributes:
        questionnaire: the official one with the pack; None while there is no pack.
    """

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        self.questionnaire: Questionnaire | None = None
        super().__init__(hub, parent)
        self._folder.clicked.connect(self._ask_folder)

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._heading.say(words("National questions"))
        self._hint.say(
            words(
                "If your country has a pack of its own questions, they are asked after"
                " the official ones. May be left out."
            )
        )
        self.file.say(words("Choose a file…"))
        self._folder.say(words("Choose a folder…"))
        self._none.say(words("Leave the pack out"))
        self._show()

    def _more(self) -> tuple[Button, ...]:
        self._folder = Button()
        return (self._folder,)

    def _read(self, path: Path) -> None:
        from spf_assess.questionnaire import load_questionnaire
        from spf_assess.questionnaire.packs import read_pack, with_pack

        self.questionnaire = with_pack(load_questionnaire(), read_pack(path))

    def _leave(self) -> None:
        self.questionnaire = None

    def _told(self) -> str:
        form = self.questionnaire
        return "" if form is None else _told(self._hub.words, form)

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
