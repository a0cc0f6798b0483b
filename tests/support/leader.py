"""Someone who leads a workshop without a pointer, on one window or two."""

from dataclasses import dataclass
from typing import cast

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from support.desk import Desk
from support.person import BUTTONS, Person, name_of, type_text

from spf_assess.consultation import Consultation
from spf_assess.desktop.pages.facilitator_views import place_of
from spf_assess.i18n import Words, constituency_name
from spf_assess.model import Constituency

_MOST_TABS = 400


@dataclass
class Leader:
    """Finds everything by the name a screen reader would say, in one language."""

    desk: Desk
    person: Person
    say: Words

    @classmethod
    def sits_down(cls, desk: Desk, language: str) -> "Leader":
        """In front of the desk's window, which speaks *language*."""
        desk.speak(Words(language))
        desk.window.resize(1366, 768)
        desk.window.show()
        desk.window.activateWindow()
        desk.settle()
        return cls(desk, Person(desk.window), Words(language))

    @property
    def file(self) -> Consultation:
        """The consultation on the desk."""
        found = self.desk.hub.consultation
        assert found is not None
        return found

    @property
    def wall(self) -> Person:
        """Whoever looks at the wall, or hears what is on it."""
        return Person(cast("QWidget", self.desk.page.view("discussion").showing.wall))

    def turns_to(self, tab: str) -> None:
        """Go to a tab of the facilitator's page by its key."""
        self.person.keys(f"Ctrl+{place_of(tab) + 1}")
        self.desk.settle()

    def goes_to(self, name: str, **facts: object) -> None:
        """Tab to what has this name."""
        self.person.tabs_to(self.say(name, **facts))

    def presses(self, name: str, **facts: object) -> None:
        """Tab to a button and press it."""
        self.goes_to(name, **facts)
        self.person.keys("Space")
        self.desk.settle()

    def buttons(self, part: str) -> list[str]:
        """Names of what can be pressed, with *part* in them."""
        return [
            name
            for one in self.person.tree()
            if one.role() in BUTTONS and part in (name := name_of(one))
        ]

    def presses_named(self, part: str) -> None:
        """Tab to the one button that has *part* in its name, and press it."""
        (name,) = self.buttons(part)
        self.person.tabs_to(name)
        self.person.keys("Space")
        self.desk.settle()

    def chooses(self, option: str) -> None:
        """Tab to the next row of choices with this option; take it by arrows."""
        name = self.say(option)
        for _step in range(_MOST_TABS):
            row = self._row()
            if name in row:
                break
            self.person.keys("Tab")
        while self.person.focused() != name:
            self.person.keys("Right")
            row.remove(self.person.focused())
        if not QApplication.focusWidget().isChecked():  # type: ignore[union-attr]
            self.person.keys("Space")
        self.desk.settle()

    def _row(self) -> list[str]:
        """Names of the choices of the row that has the keyboard."""
        widget = QApplication.focusWidget()
        if not isinstance(widget, QRadioButton):
            return []
        row = widget.parent().findChildren(QRadioButton)
        return [name_of(QAccessible.queryAccessibleInterface(one)) for one in row]

    def agrees(self, name: str) -> None:
        """Press a button of the dialog in front; then the window is back."""
        self.presses(name)
        self.desk.window.activateWindow()
        self.desk.settle()

    def types(self, *lines: str) -> None:
        """Type line after line where the keyboard is, each ended by Enter."""
        for line in lines:
            if line:
                self.types_in(line)
            self.person.keys("Return")
        self.desk.settle()

    def writes(self, label: str, text: str) -> None:
        """Tab to a field and write."""
        self.goes_to(label)
        self.types_in(text)
        self.person.settle()

    def hears(self, message: str, **facts: object) -> bool:
        """Whether a sentence stands somewhere in the window."""
        return self.person.perceives(self.say(message, **facts))

    def group(self, bench: Constituency) -> str:
        """The name of a group."""
        return constituency_name(self.say, bench)

    def comes_back(self) -> None:
        """Take the facilitator's own window again."""
        self.desk.window.activateWindow()
        self.desk.page.view("discussion").take_focus()
        self.person.settle()

    def types_in(self, text: str) -> None:
        """Type where the keyboard is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        type_text(widget, text)
