"""Several choices, of which "none" stands alone and "other" asks for words."""

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.face import Wording
from spf_assess.desktop.fields.option import TickCard
from spf_assess.desktop.fields.single import SingleField
from spf_assess.i18n import Words
from spf_assess.model import Answer, Value

_GAP = 6


class SeveralField(SingleField):
    """Cards with a tick; ticking "none" takes the others back, and the reverse."""

    def add_value(self) -> None:
        choices = self.item.choices
        self._quiet = False
        self._cards = {choice.name: TickCard(self) for choice in choices}
        self._alone = {choice.name for choice in choices if choice.exclusive}
        self._open = {choice.name for choice in choices if choice.specify}
        for place, (name, card) in enumerate(self._cards.items()):
            self.add(card, _GAP if place else 4)
            if name in self._open and self.specify is None:
                self.add_specify()
            # toggled, not clicked: a screen reader toggles
            card.toggled.connect(lambda on, name=name: self._ticked(name, on=on))

    def value(self) -> Value | None:
        ticked = tuple(name for name, card in self._cards.items() if card.isChecked())
        return ticked or None

    def show_value(self, answer: Answer) -> None:
        value = answer.part(self.part_name).value
        ticked = value if isinstance(value, tuple) else ()
        self._tick(ticked)
        self.show_specify(wanted=self._wants_words())

    def drop_value(self) -> None:
        self._tick(())

    def speak_value(self, words: Words) -> None:
        for choice in self.item.choices:
            wording = Wording(
                words.text(choice.label), chosen=words("Chosen"), square=True
            )
            self._cards[choice.name].say(wording, words.language)

    def instruction(self, words: Words) -> str:
        return words("Choose as many as apply.")

    def press(self, key: str) -> bool:
        names = list(self._cards)
        if key.isdigit() and 0 < int(key) <= len(names):
            card = self._cards[names[int(key) - 1]]
            card.setFocus()
            card.click()
            return True
        return super().press(key)

    def first(self) -> QWidget:
        if self.choices.chosen:
            return self.choices.option(self.choices.chosen)
        cards = self._cards.values()
        return next((card for card in cards if card.isChecked()), next(iter(cards)))

    def _ticked(self, name: str, *, on: bool) -> None:
        if self._quiet:
            return
        if on:
            stays = {name} if name in self._alone else set(self._cards) - self._alone
            ticked = [key for key, card in self._cards.items() if card.isChecked()]
            self._tick(tuple(key for key in ticked if key in stays))
        self.say_value()

    def _tick(self, names: tuple[str, ...]) -> None:
        self._quiet = True
        for name, card in self._cards.items():
            card.setChecked(name in names)
        self._quiet = False

    def _settle(self) -> None:
        super()._settle()
        self.show_specify(wanted=self._wants_words())

    def _wants_words(self) -> bool:
        return any(self._cards[name].isChecked() for name in self._open)
