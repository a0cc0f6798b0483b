"""The window on the wall: one question, page by page, by keys or a presenter remote.

Remotes send Page Down and Page Up to go on and back, B or a full stop to blank, F5 or
Escape to begin and end. When the screen goes away the window comes to the one that is
left and keeps its page.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.models.projected import (
    Leaf,
    Step,
    Subject,
    both,
    leaf,
)
from spf_assess.desktop.projector.stage import Stage
from spf_assess.i18n import Words

if TYPE_CHECKING:
    from collections.abc import Callable

_ON = (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space)
_ON_TOO = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_N)
_BACK = (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
_BLANK = (Qt.Key.Key_B, Qt.Key.Key_Period)
_FIRST_SIZE = (960, 540)


class Projector(QWidget):
    """Shows a subject on a screen of its own.

    Signals:
        reveal_wanted(str): going on would show the positions on this item, which were
            not revealed yet; nothing is shown until a subject with them comes.
        turned(): another page is shown.
        went(bool): it was closed; True when its screen went away and it is here again.
        beyond(int): on after the last page (1), or back before the first (-1).
    """

    reveal_wanted = Signal(str)
    turned = Signal()
    went = Signal(bool)
    beyond = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._words = words
        self._also: Words | None = None
        self._subject: Subject | None = None
        self._page = self._sheet = 0
        self._screen: QScreen | None = None
        self.for_room: Callable[[], QScreen] = self.screen  # which one F5 fills
        self.stage = Stage(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self.setFocusProxy(self.stage)
        self.resize(*_FIRST_SIZE)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_gone)
        self.speak(words)

    # -- what is shown ------------------------------------------------------------

    @property
    def subject(self) -> Subject | None:
        """What is projected; None before the first."""
        return self._subject

    @property
    def at(self) -> tuple[str, Step] | None:
        """The part and the step that are shown."""
        if self._subject is None:
            return None
        return self._subject.steps()[self._page]

    @property
    def sheet(self) -> tuple[int, int]:
        """Which sheet of the page is shown, counted from 1, and of how many."""
        shown = self._leaf()
        if shown is None:
            return 1, 1
        return self._sheet + 1, self.stage.sheets(self._words, shown)

    def speak(self, words: Words, also: Words | None = None) -> None:
        """Say every word anew, in a second language too; a black wall stays black."""
        self._words, self._also = words, also
        self.setWindowTitle(words("For the room"))
        if self.stage.blank:
            self.stage.show_blank(words)
        else:
            self._show()

    def show_subject(self, subject: Subject) -> None:
        """Project a question from its first page; the same one stays where it is."""
        before, self._subject = self._subject, subject
        same = (
            before is not None
            and before.item.id == subject.item.id
            and before.round == subject.round
        )
        pages = subject.steps()
        if not same:
            self._page = self._sheet = 0
        elif self._page >= len(pages):  # what was told at the end was taken back
            self._page, self._sheet = len(pages) - 1, 0
        if pages[self._page][1].shows_positions and not subject.revealed:
            self._page = self._sheet = 0
        if not (same and self.stage.blank):
            self._show()

    def go_to(self, part: str, step: Step) -> None:
        """Turn to a page: of this part, or of any part where this one has none."""
        if self._subject is None:
            return
        steps = self._subject.steps()
        found = [place for place, one in enumerate(steps) if one[1] is step]
        exact = [place for place in found if steps[place][0] == part]
        if found and self._may_turn((exact or found)[0]):
            self._page, self._sheet = (exact or found)[0], 0
            self._show()

    def go_on(self) -> None:
        """Show the next page; before the positions, ask for the reveal."""
        if self._subject is None:
            return
        if self.stage.blank:
            self._show()
            return
        now, of = self.sheet
        if now < of:
            self._sheet += 1
        elif self._page + 1 >= len(self._subject.steps()):
            self.beyond.emit(1)
            return
        elif self._may_turn(self._page + 1):
            self._page, self._sheet = self._page + 1, 0
        else:
            return
        self._show()

    def go_back(self) -> None:
        """Show the page before, its last sheet first."""
        if self.stage.blank:
            self._show()
            return
        if self._sheet:
            self._sheet -= 1
        elif self._page:
            self._page -= 1
            self._sheet = self.sheet[1] - 1
        else:
            self.beyond.emit(-1)
            return
        self._show()

    def blank(self) -> None:
        """Show nothing for a while, or what was there again."""
        if self.stage.blank:
            self._show()
        else:
            self.stage.show_blank(self._words)
            self.turned.emit()

    # -- where it is shown --------------------------------------------------------

    def show_on(self, screen: QScreen | None) -> None:
        """Fill a screen; without one, be a window like any other."""
        self._screen = screen
        if screen is None:
            self.showNormal()
        else:
            self.setScreen(screen)
            self.setGeometry(screen.geometry())
            self.showFullScreen()
        self.activateWindow()
        self.stage.setFocus()

    def _screen_gone(self, screen: QScreen) -> None:
        if screen is not self._screen:
            return
        self._screen = None
        left = next(
            (one for one in QGuiApplication.screens() if one is not screen),
            QGuiApplication.primaryScreen(),
        )
        self.showNormal()
        if left is not None:
            self.setScreen(left)
            room = left.availableGeometry()
            self.resize(room.width() // 2, room.height() // 2)
            self.move(room.center() - self.rect().center())
        self.went.emit(True)  # noqa: FBT003 - Qt's signal

    # -- Qt's events --------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ON or key in _ON_TOO:
            self.go_on()
        elif key in _BACK:
            self.go_back()
        elif key in _BLANK:
            self.blank()
        elif key == Qt.Key.Key_F5:
            self.show_on(None if self.isFullScreen() else self.for_room())
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        now, of = self.sheet
        self._sheet = min(now, of) - 1
        if not self.stage.blank:
            self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._screen = None
        super().closeEvent(event)
        self.hide()
        self.went.emit(False)  # noqa: FBT003 - Qt's signal

    # -- inside -------------------------------------------------------------------

    def _may_turn(self, page: int) -> bool:
        """Return whether a page may be shown, after asking for the reveal."""
        if self._subject is None:
            return False
        if not self._subject.steps()[page][1].shows_positions:
            return True
        if not self._subject.revealed:
            self.reveal_wanted.emit(self._subject.item.id)
        return self._subject.revealed

    def _leaf(self) -> Leaf | None:
        if self._subject is None or self.at is None:
            return None
        part, step = self.at
        page = leaf(self._words, self._subject, part, step)
        if self._also is None:
            return page
        more = leaf(self._also, self._subject, part, step)
        return both((self._words, page), (self._also, more))

    def _show(self) -> None:
        shown = self._leaf()
        if shown is not None:
            self.stage.show_leaf(self._words, shown, self._sheet)
            self.turned.emit()
