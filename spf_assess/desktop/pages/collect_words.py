"""The twelve recovery words of an answer sheet, in both languages."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.parts import Label, Surface
from spf_assess.desktop.parts.columns import ColumnsLayout
from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES

_NATIVE = {"en": "English", "fr": "Français"}


class RecoveryWords(Surface):
    """A card with the words, numbered; empty until it is told some."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        self._heading = Label(role="heading")
        column.addWidget(self._heading)
        line = QWidget()
        columns = ColumnsLayout(line, least=420, weights=(1, 1))
        self._heads = {name: Label(_NATIVE[name], role="label") for name in LANGUAGES}
        self._lists = {name: Label(role="strong") for name in LANGUAGES}
        for name in LANGUAGES:
            one = QWidget()
            inner = QVBoxLayout(one)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.addWidget(self._heads[name])
            inner.addWidget(self._lists[name])
            columns.addWidget(one)
        column.addWidget(line)

    def speak(self, words: Words) -> None:
        """Say the heading anew."""
        self._heading.say(words("Recovery words"))

    def show_words(self, found: Mapping[str, tuple[str, ...]]) -> None:
        """Show these words by language; none: forget them."""
        for name, label in self._lists.items():
            said = found.get(name, ())
            label.say(
                "\n".join(f"{place}. {word}" for place, word in enumerate(said, 1))
            )
