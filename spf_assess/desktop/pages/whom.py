"""For whom: the choice of one constituency, its question above, its error between."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.fields.choices import Choices
from spf_assess.desktop.fields.face import Wording
from spf_assess.desktop.fields.option import Card
from spf_assess.desktop.parts.columns import ColumnsLayout
from spf_assess.desktop.parts.label import Label
from spf_assess.i18n.groups import constituency_name
from spf_assess.model import Constituency, rotated

if TYPE_CHECKING:
    from spf_assess.i18n.words import Words

_LEAST, _GAP, _LINE_GAP = 600, 8, 12


class Whom(QWidget):
    """Cards of the benches, in the order of the *turn*, and of the observers.

    ``chosen`` is empty until the person chooses; ``picked()`` tells of it.
    """

    picked = Signal()

    def __init__(self, turn: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked, self._error = Label(role="strong"), Label(role="warn")
        self._error.hide()
        self._cards = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_LINE_GAP)
        for row in (self._asked, self._error, self._cards):
            column.addWidget(row)
        columns = ColumnsLayout(self._cards, least=_LEAST, gap=_GAP)
        self._options: dict[str, Card] = {}
        for constituency in (*rotated(turn), Constituency.OBSERVERS):
            card = self._options[constituency.value] = Card()
            columns.addWidget(card)
        self._choices = Choices(self)
        self._choices.add_row(self._options)
        self._choices.picked.connect(lambda _key: self.picked.emit())

    @property
    def chosen(self) -> str:
        """The constituency's value; empty when none is chosen."""
        return self._choices.chosen

    def speak(self, words: "Words", asked: str, *, who_rates: bool = False) -> None:
        """Ask the question *asked*; with *who_rates*, say who comments only."""
        self._asked.say(asked)
        self._cards.setAccessibleName(asked)
        for key, card in self._options.items():
            one = Constituency(key)
            only = who_rates and not one.rates
            detail = words("comment without rating") if only else ""
            name = constituency_name(words, one)
            card.say(Wording(name, detail, chosen=words("Chosen")), words.language)

    def take_focus(self) -> None:
        """Put the keyboard on what is chosen, else on the first card."""
        first = next(iter(self._options))
        self._options[self.chosen or first].setFocus()

    def missing(self, sentence: str) -> Mapping[QWidget, str]:
        """Return *sentence* by the card to go to, while nothing is chosen."""
        return {} if self.chosen else {next(iter(self._options.values())): sentence}

    def tell_error(self, sentence: str) -> None:
        """Show what is to be mended; empty: nothing is."""
        self._error.say(sentence)
        self._error.setVisible(bool(sentence))
