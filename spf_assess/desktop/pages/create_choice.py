"""A file that a new consultation may be begun with: chosen, looked at, left out."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.button import Button
from spf_assess.desktop.parts.flow import FlowLayout
from spf_assess.desktop.parts.label import Label
from spf_assess.model.problem import Problem


class FileChoice(QWidget):
    """What the file chosen holds, and why another could not be used.

    A class of one kind of file says what is read (``_read``), what is let go
    (``_leave``) and what is told of it (``_told``; nothing while there is none).

    Attributes:
        file: the button that asks for it.

    ``changed()`` tells that it is another one now.
    """

    changed = Signal()

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._problem: Problem | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._heading, self._hint = Label(role="strong"), Label(role="small")
        self._chosen, self._error = Label(), Label(role="warn")
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self.file, self._none = Button(), Button(role="quiet")
        for button in (self.file, *self._more(), self._none):
            flow.addWidget(button)
        for part in (self._heading, self._hint, self._chosen, self._error, buttons):
            column.addWidget(part)
        self.file.clicked.connect(self._ask_file)
        self._none.clicked.connect(self.leave_out)
        self._show()

    def take(self, path: Path) -> None:
        """Use the file at *path*, or say why it cannot be used and keep none."""
        try:
            self._read(path)
            self._problem = None
        except Problem as problem:
            self._leave()
            self._problem = problem.told()
        self._show()
        self.changed.emit()
        announce(self, self._error.said or self._chosen.said)

    def leave_out(self) -> None:
        """Use none; the keyboard goes where another can be chosen."""
        self.forget()
        self.file.setFocus()

    def forget(self) -> None:
        """Keep none, for the next consultation."""
        self._leave()
        self._problem = None
        self._show()
        self.changed.emit()

    # -- what a kind of file says of itself --------------------------------------

    def _more(self) -> tuple[Button, ...]:
        """Return further buttons, after the first."""
        return ()

    def _read(self, path: Path) -> None:
        """Take the file at *path* in.

        Raises:
            Problem: it cannot be used.
        """
        raise NotImplementedError

    def _leave(self) -> None:
        """Let go of what was taken in; called before there was anything, too."""
        raise NotImplementedError

    def _told(self) -> str:
        raise NotImplementedError

    def _ask_file(self) -> None:
        raise NotImplementedError

    # -- inside -------------------------------------------------------------------

    def _show(self) -> None:
        told, problem = self._told(), self._problem
        words = self._hub.words
        wrong = "" if problem is None else f"{words.tell(problem)} [{problem.code}]"
        for label, text in ((self._chosen, told), (self._error, wrong)):
            label.say(text)
            label.setVisible(bool(text))
        self._none.setVisible(bool(told))
        self.file.setAccessibleDescription(wrong or told)
