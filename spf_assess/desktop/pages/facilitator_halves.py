"""A list and, for the line chosen, a panel: beside it, under it, or behind it."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.desktop.look import current
from spf_assess.desktop.parts import Button, Surface
from spf_assess.desktop.parts.shortcuts import add_shortcuts

PANEL_WIDTH, LEAST_LIST = 356, 480
_ANY = 16_777_215


class Mode(StrEnum):
    """Where the panel is."""

    BESIDE = "beside"
    UNDER = "under"
    BEHIND = "behind"


class Halves(QWidget):
    """Lays out two widgets; behind the list the panel has a button to go back.

    Beside the list the panel is *wide* pixels wide at 100 % text.

    ``went_back()``: the list is seen again, by the button or Escape.
    """

    went_back = Signal()

    def __init__(self, main: QWidget, panel: QWidget, wide: int = PANEL_WIDTH) -> None:
        super().__init__()
        self._main, self._mode, self._wide = main, Mode.BESIDE, wide
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._panel = Surface("panel")
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        self._top = QWidget()
        row = QHBoxLayout(self._top)
        row.setContentsMargins(12, 8, 12, 0)
        self._back = Button()
        row.addWidget(self._back)
        row.addStretch(1)
        column.addWidget(self._top)
        column.addWidget(panel, 1)
        self._box.addWidget(main, 3)
        self._box.addWidget(self._panel, 2)
        self._back.clicked.connect(self.back)
        add_shortcuts(self, {"Escape": self.back})
        self._top.hide()

    @property
    def mode(self) -> Mode:
        """Where the panel is."""
        return self._mode

    def say_back(self, text: str) -> None:
        """Say the word of the button that leads back to the list."""
        self._back.say(text)

    def room(self) -> int:
        """Return the width the list has with the panel beside it."""
        return self.width() - current().px(self._wide)

    def lay_out(self, mode: Mode | None = None) -> None:
        """Put the panel where *mode* says; without it, beside or behind as fits."""
        if mode is None:
            fits = self.room() >= current().px(LEAST_LIST)
            mode = Mode.BESIDE if fits else Mode.BEHIND
        beside = mode is Mode.BESIDE
        self._box.setDirection(
            QBoxLayout.Direction.LeftToRight
            if beside
            else QBoxLayout.Direction.TopToBottom
        )
        wide = current().px(self._wide)
        self._panel.setMinimumWidth(wide if beside else 0)
        self._panel.setMaximumWidth(wide if beside else _ANY)
        self._top.setVisible(mode is Mode.BEHIND)
        if mode is not Mode.BEHIND:
            self._main.show()
            self._panel.show()
        elif self._mode is not Mode.BEHIND:
            self._panel.hide()
            self._main.show()
        self._mode = mode

    def open_panel(self) -> bool:
        """Bring the panel to the front; True where it was behind the list."""
        if self._mode is not Mode.BEHIND:
            return False
        self._main.hide()
        self._panel.show()
        self._back.setFocus()
        return True

    def back(self) -> None:
        """Bring the list to the front."""
        if self._mode is Mode.BEHIND:
            self._panel.hide()
            self._main.show()
        self.went_back.emit()
