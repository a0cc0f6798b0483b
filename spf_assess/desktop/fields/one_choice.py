"""One choice out of several, and yes, partly or no."""

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.face import Wording
from spf_assess.desktop.fields.option import Card
from spf_assess.desktop.fields.single import SingleField
from spf_assess.i18n import Words
from spf_assess.model import NO, PARTLY, YES, Answer, ItemKind, Value

_GAP = 6


class OneChoiceField(SingleField):
    """Cards of which one is chosen; "other" opens a line for words."""

    def add_value(self) -> None:
        self._yes_no = self.item.kind is ItemKind.YES_PARTLY_NO
        names = (
            [YES, PARTLY, NO]
            if self._yes_no
            else [choice.name for choice in self.item.choices]
        )
        self._cards = {name: Card(self) for name in names}
        self._open = {choice.name for choice in self.item.choices if choice.specify}
        self.choices.add_row(self._cards)
        for place, (name, card) in enumerate(self._cards.items()):
            self.add(card, _GAP if place else 4)
            if name in self._open and self.specify is None:
                self.add_specify()

    def value(self) -> Value | None:
        chosen = self.choices.chosen
        return chosen if chosen in self._cards else None

    def show_value(self, answer: Answer) -> None:
        value = answer.part(self.part_name).value
        self.choices.show(value if isinstance(value, str) else "")
        self.show_specify(wanted=self.choices.chosen in self._open)

    def drop_value(self) -> None:
        self.choices.show("")

    def speak_value(self, words: Words) -> None:
        details = {PARTLY: words.text(self.item.partly)} if self._yes_no else {}
        for name, text in self._names(words).items():
            wording = Wording(text, details.get(name, ""), chosen=words("Chosen"))
            self._cards[name].say(wording, words.language)

    def instruction(self, words: Words) -> str:
        return words("Choose one.")

    def press(self, key: str) -> bool:
        names = list(self._cards)
        if key.isdigit() and 0 < int(key) <= len(names):
            card = self._cards[names[int(key) - 1]]
            self.choices.pick(names[int(key) - 1])
            card.setFocus()
            return True
        return super().press(key)

    def first(self) -> QWidget:
        chosen = self.choices.chosen
        if chosen and chosen not in self._cards:
            return self.choices.option(chosen)
        return self._cards[chosen or next(iter(self._cards))]

    def _settle(self) -> None:
        super()._settle()
        self.show_specify(wanted=self.choices.chosen in self._open)

    def _names(self, words: Words) -> dict[str, str]:
        if self._yes_no:
            return {
                YES: words("Yes"),
                PARTLY: words.context("answer", "Partly"),
                NO: words("No"),
            }
        return {choice.name: words.text(choice.label) for choice in self.item.choices}
