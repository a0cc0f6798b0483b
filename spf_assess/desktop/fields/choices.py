"""One choice out of several, as people expect it of a keyboard and a pointer.

Qt's own radio groups fail here: Tab lands on the first button after a restored answer,
the arrow keys choose nothing when nothing is chosen, and nothing can be taken back.
"""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}
_ERASING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Choices(QObject):
    """Holds options of which at most one is chosen.

    Tab reaches the chosen option, or the first one when none is chosen. The arrow keys
    move and choose; with Ctrl they only move. Space and Enter choose. Delete and
    Backspace take the choice back. Options may stand in several *rows* (levels, and
    apart from them the no-answers): arrows stay within a row, Tab goes on to the next.

    ``picked(key)`` and ``erased()`` tell of what the person did, never of ``show``.
    """

    picked = Signal(str)
    erased = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[dict[str, QRadioButton]] = []
        self._chosen = ""
        self._marking = False

    @property
    def chosen(self) -> str:
        """The key of the chosen option; empty when there is none."""
        return self._chosen

    def add_row(self, options: dict[str, QRadioButton]) -> None:
        """Take in options by key; keys are unique over all rows."""
        self._rows.append(options)
        for key, option in options.items():
            option.clicked.connect(lambda _on=False, key=key: self.pick(key))
            option.toggled.connect(lambda on, key=key: self._toggled(key, on=on))
            option.installEventFilter(self)
        self._point()

    def option(self, key: str) -> QRadioButton:
        """Return an option.

        Raises:
            KeyError: there is no such option.
        """
        for row in self._rows:
            if key in row:
                return row[key]
        raise KeyError(key)

    def show(self, key: str) -> None:
        """Show *key* as chosen (or nothing, if empty) without telling anyone."""
        self._chosen = key
        self._marking = True
        for row in self._rows:
            for name, option in row.items():
                _mark(option, on=name == key)
        self._marking = False
        self._point()

    def pick(self, key: str) -> None:
        """Choose as the person does."""
        again = key == self._chosen
        self.show(key)
        if not again:
            self.picked.emit(key)

    def erase(self) -> None:
        """Take the choice back as the person does."""
        if self._chosen:
            self.show("")
            self.erased.emit()

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            self._point()
        return False

    def _toggled(self, key: str, *, on: bool) -> None:
        """Take a screen reader's word for it: it toggles and never clicks."""
        if on and not self._marking:
            self.pick(key)

    def _key(self, option: QRadioButton, event: QKeyEvent) -> bool:
        row = next(row for row in self._rows if option in row.values())
        keys = list(row)
        here = list(row.values()).index(option)
        key = Qt.Key(event.key())
        if key in _LEAVING:
            self._point()  # Qt takes Tab from all but the one that has the keyboard
            return False
        if key in _STEPS:
            there = keys[(here + _STEPS[key]) % len(keys)]
            self._go(there, event)
        elif key in _ERASING:
            self.erase()
        elif key in _CHOOSING and not event.modifiers():
            self.pick(keys[here])
        else:
            return False
        return True

    def _go(self, key: str, event: QKeyEvent) -> None:
        option = self.option(key)
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pick(key)
        option.setFocus(Qt.FocusReason.TabFocusReason)

    def _point(self) -> None:
        """Let Tab reach the chosen option of each row, else its first."""
        for row in self._rows:
            stop = self._chosen if self._chosen in row else next(iter(row), "")
            for key, option in row.items():
                option.setFocusPolicy(
                    Qt.FocusPolicy.StrongFocus
                    if key == stop
                    else Qt.FocusPolicy.ClickFocus
                )


def _mark(option: QRadioButton, *, on: bool) -> None:
    """Check or uncheck an option.

    Qt reads out "radio button" only for one that excludes its siblings, and lets none
    of those be unchecked.
    """
    if option.isChecked() == on:
        return
    option.setAutoExclusive(False)
    option.setChecked(on)
    option.setAutoExclusive(True)
