"""One choice out of several, as people expect it of a keyboard and a pointer.

Qt's own radio groups fail here: Tab lands on the first button after a restored answer,
the arrow keys choose nothing when nothing is chosen, and nothing can be taken back.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QRadioButton, QWidget

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}
_ERASING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Option(QRadioButton):
    """A radio button that leaves being chosen, and being left, to its ``Choices``.

    It tells by Qt's own ways for a kind of button, not by signals and an event filter:
    a page has a hundred options, and each would be asked about every event.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group: Choices | None = None

    def join(self, group: "Choices") -> None:
        """Tell *group* from now on of what the person does."""
        self._group = group

    def nextCheckState(self) -> None:
        """Leave the choice to the group: a click only tells."""
        if self._group is not None:
            self._group.clicked(self)

    def checkStateSet(self) -> None:
        """Tell of a screen reader, too: it toggles and never clicks."""
        super().checkStateSet()
        if self._group is not None and self.isChecked():
            self._group.toggled(self)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        # Qt takes Tab from all but the one that has the keyboard
        if self._group is not None:
            self._group.point()
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._group is not None:
            self._group.point()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._group is None or not self._group.key(self, event):
            super().keyPressEvent(event)


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
        self._rows: list[Mapping[str, Option]] = []
        self._chosen = ""
        self._marking = False

    @property
    def chosen(self) -> str:
        """The key of the chosen option; empty when there is none."""
        return self._chosen

    def add_row(self, options: Mapping[str, Option]) -> None:
        """Take in options by key; keys are unique over all rows."""
        self._rows.append(options)
        for option in options.values():
            option.join(self)
        self.point()

    def option(self, key: str) -> Option:
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
        self.point()

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

    def clicked(self, option: Option) -> None:
        """Take a click: *option* is chosen."""
        self.pick(self._key_of(option))

    def toggled(self, option: Option) -> None:
        """Take it that *option* is checked, unless it was checked from here."""
        if not self._marking:
            self.pick(self._key_of(option))

    def key(self, option: Option, event: QKeyEvent) -> bool:
        """Do what a key means on *option*; return whether it means anything here."""
        row = next(row for row in self._rows if option in row.values())
        keys = list(row)
        here = list(row.values()).index(option)
        key = Qt.Key(event.key())
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

    def _key_of(self, option: Option) -> str:
        return next(
            key for row in self._rows for key, one in row.items() if one is option
        )

    def _go(self, key: str, event: QKeyEvent) -> None:
        option = self.option(key)
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pick(key)
        option.setFocus(Qt.FocusReason.TabFocusReason)

    def point(self) -> None:
        """Let Tab reach the chosen option of each row, else its first."""
        for row in self._rows:
            stop = self._chosen if self._chosen in row else next(iter(row), "")
            for key, option in row.items():
                option.setFocusPolicy(
                    Qt.FocusPolicy.StrongFocus
                    if key == stop
                    else Qt.FocusPolicy.ClickFocus
                )


def _mark(option: Option, *, on: bool) -> None:
    """Check or uncheck an option.

    Qt reads out "radio button" only for one that excludes its siblings, and lets none
    of those be unchecked.
    """
    if option.isChecked() == on:
        return
    option.setAutoExclusive(False)
    option.setChecked(on)
    option.setAutoExclusive(True)
