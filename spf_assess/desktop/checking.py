"""The window lives while a large file is opened: how far it is, and a way to leave.

Every row of a file is checked before it is trusted, which takes seconds for thousands
of respondents. The window's thread does it, for it alone uses the file, and turns to
the window again and again meanwhile.
"""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.button import Button
from spf_assess.desktop.parts.label import Label

if TYPE_CHECKING:
    from spf_assess.i18n import Words

_SHOWN_AFTER, _TURN, _WIDTH = 0.3, 0.012, 420  # seconds, seconds, pixels


class LeftOffError(Exception):
    """The person wants the file no more."""


class Checking(QObject):
    """Looks on while one file is checked (``store.watching``)."""

    def __init__(self, words: "Words", path: Path) -> None:
        super().__init__()
        self._words, self._path = words, path
        self._dialog: CheckingDialog | None = None
        self._began = self._last = time.monotonic()

    def watch(self, done: int, of: int) -> None:
        """Let the window have its turn.

        Raises:
            LeftOffError: the person left off.
        """
        now = time.monotonic()
        if now - self._last < _TURN:
            return
        if self._dialog is None and now - self._began > _SHOWN_AFTER:
            self._dialog = CheckingDialog(self._words, self._path)
            self._dialog.open()
        if self._dialog is None:
            # No click is lost: it is waited with until the dialog stands before it.
            turn = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
            QApplication.processEvents(turn)
        else:
            self._dialog.tell(done, of)
            QApplication.processEvents()
            if self._dialog.left:
                raise LeftOffError
        self._last = time.monotonic()

    def end(self) -> None:
        """Take the dialog away; the keyboard goes back to the window before it."""
        if self._dialog is not None:
            self._dialog.close()
            self._dialog = None
            if (before := _window()) is not None:
                before.activateWindow()


def _window() -> QWidget | None:
    """Return the window that is open, though it may not be the active one yet."""
    shown = (one for one in QApplication.topLevelWidgets() if one.isVisible())
    return QApplication.activeWindow() or next(shown, None)


class CheckingDialog(QDialog):
    """Which file is checked, how far it is, and a button to leave off."""

    def __init__(self, words: "Words", path: Path) -> None:
        super().__init__(_window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._words = words
        self.left = False
        title = words("{file} is being checked", file=path.name)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(title, "heading"))
        column.addWidget(
            Label(
                words(
                    "The file is large. Everything in it is checked before it opens,"
                    " so that no damage goes unseen."
                )
            )
        )
        self.far = Label("")
        column.addWidget(self.far)
        self.cancel = Button(words("Do not open it"), "plain")
        column.addWidget(self.cancel, alignment=Qt.AlignmentFlag.AlignLeft)
        width = max(current().px(_WIDTH), column.minimumSize().width())
        self.tell(0, 0)
        self.setMinimumSize(width, column.totalHeightForWidth(width))
        self.cancel.clicked.connect(self.reject)
        self.rejected.connect(self._leave)

    def tell(self, done: int, of: int) -> None:
        """Say how far it is."""
        words, percent = self._words, 100 * done // of if of else 0
        said = words("{percent}% checked", percent=percent)
        if self.far.said != said:
            self.far.say(said)
            self.setAccessibleDescription(said)

    def _leave(self) -> None:
        self.left = True
