"""Things to choose any number of, as buttons that stay pressed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.pages.discussion_words import Changing
from spf_assess.desktop.parts import Button, FlowLayout


class Chips(Changing):
    """``chosen()``: the person pressed one."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, Button] = {}

    @property
    def pressed(self) -> tuple[str, ...]:
        """The keys chosen, in the order in which they stand."""
        return tuple(key for key, one in self.buttons.items() if one.isChecked())

    def offer(self, keys: Sequence[str]) -> None:
        """Offer other keys, none of them chosen."""
        if tuple(keys) == tuple(self.buttons):
            return
        self.buttons, row = {}, QWidget()
        flow = FlowLayout(row)
        for key in keys:
            button = self.buttons[key] = Button(role="filter")
            button.clicked.connect(self.chosen)
            flow.addWidget(button)
        self.put(row)

    def say(self, names: Mapping[str, str], about: str) -> None:
        """Say the words of each, and read out before them what they are about."""
        for key, button in self.buttons.items():
            button.say(names.get(key, key))
            button.setAccessibleName(f"{about}, {button.said}")

    def show_pressed(self, keys: Sequence[str]) -> None:
        """Choose these without telling anyone."""
        for key, button in self.buttons.items():
            button.setChecked(key in keys)
