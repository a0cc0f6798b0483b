"""The eight words of what is signed, to be read aloud and compared."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.parts import Label
from spf_assess.i18n import COLON, Words
from spf_assess.model import LANGUAGES

_NATIVE = {"en": "English", "fr": "Français"}


class EightWords(QWidget):
    """A line for each language: the same eight numbers, in other words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        self._about = Label(role="small")
        self._lines = {one: Label(role="strong") for one in LANGUAGES}
        column.addWidget(self._about)
        for line in self._lines.values():
            column.addWidget(line)

    @property
    def said(self) -> tuple[str, ...]:
        """What the lines say."""
        return tuple(line.said for line in self._lines.values())

    def tell(self, words: Words, digest: str) -> None:
        """Show the words of a digest."""
        self._about.say(
            words(
                "The eight words of what stands now, the same in both languages. Each"
                " group reads them aloud: who hears other words does not see the same."
            )
        )
        for language, line in self._lines.items():
            line.say(
                f"{_NATIVE[language]}{words.text(COLON)}{eight_words(digest, language)}"
            )


def eight_words(digest: str, language: str) -> str:
    """Return the eight words of a digest in one line."""
    from spf_assess.exchange import receipt_words

    return " ".join(receipt_words(digest, language))
