"""The window for the room, as the facilitator's page holds it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.models.projected import Step, Subject
from spf_assess.desktop.projector.window import Projector
from spf_assess.desktop.settings import BOTH
from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES

AS_HERE = "here"
_KEYS = {"PgDown": "go_on", "PgUp": "go_back", "B": "blank", ".": "blank"}


class Showing(QObject):
    """Opens and closes the window on the wall, and takes a remote's keys for it.

    While it is open the keys of a remote work in *page* too, for they go to the window
    that has the keyboard; not in a box that somebody writes in.

    Signals:
        reveal_wanted(str): the positions on an item are to be shown.
        turned(): something else is seen.
        went(bool): it was closed; True when its screen was lost.
        beyond(int): the question after (1) or before (-1) is wanted.
    """

    reveal_wanted = Signal(str)
    turned = Signal()
    went = Signal(bool)
    beyond = Signal(int)

    def __init__(self, page: QWidget, tongue: str) -> None:
        super().__init__(page)
        self._page = page
        self._wall: Projector | None = None
        self._keys: list[QShortcut] = []
        self._time = ""
        self._words: Words | None = None
        self._tongue = tongue
        self._first = LANGUAGES[0]
        self._opener = QShortcut(QKeySequence("F5"), page)
        self._opener.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def wall(self) -> Projector | None:
        """The window; None before it was first opened."""
        return self._wall

    @property
    def open_(self) -> bool:
        """Whether the room sees it."""
        return self._wall is not None and self._wall.isVisible()

    @property
    def item(self) -> str:
        """The item the room sees; empty where it sees none."""
        if self._wall is None or not self.open_ or self._wall.subject is None:
            return ""
        return self._wall.subject.item.id

    @property
    def step(self) -> Step | None:
        """The page the room sees; None while the wall is black or closed."""
        if self._wall is None or not self.open_ or self._wall.stage.blank:
            return None
        return None if self._wall.at is None else self._wall.at[1]

    def on_f5(self, act: Callable[[], object]) -> None:
        """Let F5 do something in the page."""
        self._opener.activated.connect(act)

    def speak(self, words: Words) -> None:
        """Say every word on the wall anew, in the language chosen for it."""
        if self._words is None and words.language in LANGUAGES:
            self._first = words.language
        self._words = words
        if self._wall is not None:
            self._wall.speak(*self._tongues(words))

    def choose_tongue(self, tongue: str) -> None:
        """Let the wall speak a language, BOTH, or AS_HERE that of this window.

        Of both the one that this window speaks now stands above, and stays there.
        """
        self._tongue = tongue
        if self._words is not None:
            if self._words.language in LANGUAGES:
                self._first = self._words.language
            self.speak(self._words)

    def _tongues(self, words: Words) -> tuple[Words, ...]:
        if self._tongue == AS_HERE:
            return (words,)
        if self._tongue != BOTH:
            return (Words(self._tongue),)
        others = (one for one in LANGUAGES if one != self._first)
        return (Words(self._first), *(Words(one) for one in others))

    def show(self, words: Words, subject: Subject, place: int) -> None:
        """Open the window on the screen at *place*, -1 for a window like any other."""
        wall = self._wall or self._make(words)
        wall.show_subject(subject)
        screens = QGuiApplication.screens()
        wall.show_on(screens[place] if 0 <= place < len(screens) else None)
        for key in self._keys:
            key.setEnabled(True)
        self.turned.emit()

    def show_subject(self, subject: Subject) -> None:
        """Show a question in the window that is open."""
        if self._wall is not None:
            self._wall.show_subject(subject)

    def go_to(self, part: str, step: Step) -> None:
        """Turn to a page of the question that is shown, if it has that page."""
        if self._wall is not None and self.open_:
            self._wall.go_to(part, step)

    def show_time(self, text: str) -> None:
        """Show the time at the foot."""
        self._time = text
        if self._wall is not None:
            self._wall.stage.show_time(text)

    def press(self, what: str) -> None:
        """Do what a key of the remote does: ``go_on``, ``go_back``, ``blank``."""
        if self._wall is not None and self.open_:
            getattr(self._wall, what)()

    def other_screen(self) -> int:
        """Return the place of a screen the page is not on, -1 where there is none."""
        own: QScreen = self._page.screen()
        screens = QGuiApplication.screens()
        return next((place for place, one in enumerate(screens) if one is not own), -1)

    def close(self) -> None:
        """Close the window; the room sees nothing."""
        if self._wall is not None:
            self._wall.close()

    def forget(self) -> None:
        """Close the window for good."""
        if self._wall is not None:
            self._wall.close()
            self._wall.deleteLater()
            self._wall = None

    # -- inside -------------------------------------------------------------------

    def _make(self, words: Words) -> Projector:
        self._words = words
        wall = self._wall = Projector(words)
        wall.for_room = self._for_room
        wall.speak(*self._tongues(words))
        wall.stage.show_time(self._time)
        wall.reveal_wanted.connect(self.reveal_wanted)
        wall.turned.connect(self.turned)
        wall.went.connect(self._gone)
        wall.beyond.connect(self.beyond)
        if not self._keys:
            for key, what in _KEYS.items():
                shortcut = QShortcut(QKeySequence(key), self._page)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(partial(self.press, what))
                self._keys.append(shortcut)
        return wall

    def _for_room(self) -> QScreen:
        """Return the screen of the room: never the page's own where there is another.

        A projector that was unplugged is taken up again with F5 once it is back.
        """
        screens: list[QScreen] = QGuiApplication.screens()
        place = self.other_screen()
        own: QScreen = self._page.screen()
        return screens[place] if place >= 0 else own

    def _gone(self, lost: bool) -> None:  # noqa: FBT001 - Qt's signal
        if not lost:
            for key in self._keys:
                key.setEnabled(False)
        self.went.emit(lost)
