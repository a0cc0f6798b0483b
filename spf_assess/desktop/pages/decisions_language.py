"""In which language an action is written, and the same words in the other one."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.models.decided_words import FIELDS, in_language, text_fields
from spf_assess.desktop.pages.discussion_words import WordsBox
from spf_assess.desktop.parts import Fold, Label, Segmented
from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES, Action

_NATIVE = {"en": "English", "fr": "Français"}
_OTHER = {"en": "fr", "fr": "en"}


class OtherWords(QWidget):
    """The language of the words above; folded, a box for each in the other language.

    ``typed()``: the person wrote, or chose the language.
    """

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words: Words | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._label = Label(role="strong")
        self._language = Segmented([(one, "") for one in LANGUAGES], LANGUAGES[0])
        self._inside = QWidget()
        self.fold = Fold(build=lambda: self._inside)
        self._inside.setParent(self.fold)
        self._inside.hide()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        # Tab comes to things in the order in which they get their place
        self.boxes = {name: WordsBox(1) for name in FIELDS}
        for box in self.boxes.values():
            box.typed.connect(self._typed)
            self._column.addWidget(box)
        for part in (self._label, self._language, self.fold):
            column.addWidget(part)
        self._language.chosen.connect(lambda _key: self._chose())

    @property
    def language(self) -> str:
        """The code of the language the words are written in."""
        return self._language.selected

    def choose(self, language: str) -> None:
        """Choose a language as a person would."""
        self._language.select(language)
        self._chose()

    def words_beside(self, action: Action) -> Mapping[str, str]:
        """Return the words in the other language; of *action* those without a box."""
        kept = {
            name: text
            for name, text in action.translated.items()
            if name not in self.boxes
        }
        told = {name: box.text for name, box in self.boxes.items() if box.text}
        return {**told, **kept}

    def speak(self, words: Words) -> None:
        """Say everything anew; what was typed stays."""
        self._words = words
        label = words("Language of these words")
        self._label.say(label)
        self._language.say(_NATIVE, label)
        self._say_other()

    def show_of(self, action: Action, language: str) -> None:
        """Show an action; one without words is written in *language*."""
        chosen = action.language or language
        self._language.select(chosen if chosen in LANGUAGES else LANGUAGES[0])
        for name, box in self.boxes.items():
            box.show_text(action.translated.get(name, ""))
        self._say_other()

    # -- inside -------------------------------------------------------------------

    def _chose(self) -> None:
        self._say_other()
        self.typed.emit()

    def _typed(self) -> None:
        self._say_other()
        self.typed.emit()

    def _say_other(self) -> None:
        words = self._words
        if words is None:
            return
        other = _OTHER.get(self.language, LANGUAGES[0])
        for name, said in text_fields(words).items():
            self.boxes[name].say(in_language(words, said, other))
        title = (
            words("The same in French")
            if other == "fr"
            else words("The same in English")
        )
        number = sum(bool(box.text) for box in self.boxes.values())
        told = words.plural("{number} text", "{number} texts", number)
        self.fold.tell(title, told if number else words("none"))
