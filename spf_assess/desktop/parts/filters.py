"""Which lines of a list are shown: buttons of which one is always on."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal

from spf_assess.desktop.parts.button import Button


class Filters(QObject):
    """Holds a button for each key, the first one on; whoever holds it lays them out.

    ``chosen(key)`` follows a click, a screen reader, and ``choose``.
    """

    chosen = Signal(object)

    def __init__(self, keys: Iterable[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.buttons = {key: Button(role="filter") for key in keys}
        self._shown = next(iter(self.buttons))
        for key, button in self.buttons.items():
            button.setChecked(key is self._shown)
            button.toggled.connect(lambda on, key=key: self._toggled(key, on=on))

    @property
    def shown(self) -> Any:
        """The key of the button that is on."""
        return self._shown

    def choose(self, key: Any) -> None:
        """Let another button be on."""
        self._shown = key
        for other, button in self.buttons.items():
            button.setChecked(other is key)
        self.chosen.emit(key)

    def _toggled(self, key: Any, *, on: bool) -> None:
        if on and key is not self._shown:
            self.choose(key)
        elif not on and key is self._shown:
            self.buttons[key].setChecked(True)
