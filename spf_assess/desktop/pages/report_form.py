"""What is chosen before a report is made: its language, and where it goes."""

import os
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.parts import Button, FlowLayout, Label, Segmented, Surface
from spf_assess.files import spoken_name
from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES


class ReportForm(Surface):
    """Language and place; a place once chosen follows the language in its name."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("card")
        self._hub, self._words = hub, hub.words
        self._chosen: Path | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        self._language_label = Label(role="strong")
        spoken = hub.words.language
        first = spoken if spoken in LANGUAGES else LANGUAGES[0]
        self.language = Segmented([(one, "") for one in LANGUAGES], first)
        self._where_label, self._file = Label(role="strong"), Label()
        self._folder, self._replaced = Label(role="small"), Label(role="small")
        self.where = Button()
        line = QWidget()
        FlowLayout(line).addWidget(self.where)
        column.addWidget(self._language_label)
        column.addWidget(self.language)
        column.addSpacing(8)
        for widget in (
            self._where_label,
            self._file,
            self._folder,
            self._replaced,
            line,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.language.chosen.connect(lambda _key: self._language_chosen())
        self.where.clicked.connect(self._ask_where)

    @property
    def out(self) -> Path:
        """Where the report will be."""
        if self._chosen is not None:
            return self._chosen
        consultation = self._hub.consultation
        folder = consultation.path.parent if consultation is not None else Path()
        stem = consultation.path.stem if consultation is not None else "report"
        return folder / f"{stem}.report.{self.language.selected}.pdf"

    def forget(self) -> None:
        """Forget the place that was chosen for another consultation."""
        self._chosen = None

    def speak(self, words: Words) -> None:
        """Say everything anew; the choices stay."""
        self._words = words
        self._language_label.say(words("Language of the report"))
        self.language.say(
            {"en": "English", "fr": "Français"}, words("Language of the report")
        )
        self._where_label.say(words("Where it is saved"))
        self.where.say(words("Choose another place…"))
        self.say_place()

    def say_place(self) -> None:
        """Say where the report goes, and whether one is there that it replaces."""
        words, out = self._words, self.out
        self._file.say(spoken_name(out))
        self._folder.say(words("in the folder {folder}", folder=_breakable(out.parent)))
        self._folder.setAccessibleName(
            words("in the folder {folder}", folder=str(out.parent))
        )
        self._replaced.say(words("A file of this name is there and will be replaced."))
        self._replaced.setVisible(out.exists())

    def let_choose(self, *, on: bool) -> None:
        """Let language and place be changed, or not."""
        for widget in (self.language, self.where):
            widget.setEnabled(on)

    def _language_chosen(self) -> None:
        if self._chosen is not None:
            self._chosen = _with_language(self._chosen, self.language.selected)
        self.say_place()

    def _ask_where(self) -> None:
        words = self._words
        self._hub.files.save_file(
            self,
            words("Where to save the report"),
            self.out,
            words("Report") + " (*.pdf)",
            self._take_place,
        )

    def _take_place(self, path: Path) -> None:
        self._chosen = path
        self.say_place()


def _breakable(path: Path) -> str:
    """Return a path that may go on in the next line after every folder."""
    return str(path).replace(os.sep, os.sep + "\u200b")


def _with_language(path: Path, language: str) -> Path:
    """Return the file's name with the language it is in, where it names one."""
    for one in LANGUAGES:
        if path.stem.endswith(f".{one}"):
            stem = path.stem.removesuffix(f".{one}")
            return path.with_name(f"{stem}.{language}{path.suffix}")
    return path
