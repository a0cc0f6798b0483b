"""The button that takes an answer back."""

from collections.abc import Callable

from PySide6.QtCore import QSize

from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.fields.tab_order import follow
from spf_assess.desktop.parts.button import Button, size_of
from spf_assess.i18n import Words

_ROLE = "link"


class Clearing:
    """Stands in the corner of a group as long as there is an answer to take back.

    It is built when it is first shown: a page has a question's worth of them, and most
    are not answered yet. Its room is kept from the beginning, so that nothing moves
    when it comes. *clear* is called when the person presses it.
    """

    def __init__(self, group: Stack, clear: Callable[[], object]) -> None:
        self._group, self._clear = group, clear
        self._said, self._name = "", ""
        self._button: Button | None = None
        group.keep_corner(self._size)

    def speak(self, words: Words, part: str = "") -> None:
        """Say the words anew; *part* names what is cleared for those who listen."""
        self._said = words.context("button", "Clear")
        self._name = (
            words("Clear the answer: {part}", part=part)
            if part
            else words("Clear the answer")
        )
        self._tell()

    def show(self, *, wanted: bool) -> None:
        """Show the button or not."""
        if wanted and self._button is None:
            button = self._button = Button(role=_ROLE)
            self._tell()
            button.clicked.connect(self._pressed)
            self._group.put_in_corner(button)
            if self._group.isVisible():
                follow(self._group)
        if self._button is not None:
            self._button.setVisible(wanted)

    def _pressed(self) -> None:
        self._clear()

    def _tell(self) -> None:
        if self._button is not None:
            self._button.say(self._said)
            self._button.setAccessibleName(self._name)

    def _size(self) -> QSize:
        return size_of(_ROLE, self._said)
