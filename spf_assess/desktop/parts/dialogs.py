"""Questions and messages in plain text, and choosing files; nothing here blocks.

Every dialog is opened with ``open()`` and answers by calling *then*; there is no
``exec()`` and no ``QMessageBox``, whose texts may load images named in them.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.button import Button
from spf_assess.desktop.parts.flow import FlowLayout
from spf_assess.desktop.parts.label import Label

Then = Callable[[], None]
ThenPath = Callable[[Path], None]
_WIDTH = 460


class Ask(QDialog):
    """A question with two buttons, or a message with one when *no* is empty."""

    def __init__(
        self, parent: QWidget, title: str, text: str, *, yes: str, no: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(title, "heading"))
        column.addWidget(Label(text))
        buttons = QWidget()
        row = FlowLayout(buttons)
        self.no_button = Button(no, "plain")
        self.yes_button = Button(yes, "primary")
        row.addWidget(self.yes_button)
        if no:
            row.addWidget(self.no_button)
        else:
            self.no_button.deleteLater()
        column.addWidget(buttons)
        self.yes_button.clicked.connect(self.accept)
        self.no_button.clicked.connect(self.reject)
        # Qt asks a dialog's layout for its size before it knows how wide it will be
        width = max(current().px(_WIDTH), column.minimumSize().width())
        self.setMinimumSize(width, column.totalHeightForWidth(width))
        self.setAccessibleDescription(text)
        self.finished.connect(self._give_back)

    def _give_back(self) -> None:
        """Let the keyboard go back to the window; not every desktop sees to it."""
        below = self.parentWidget()
        if below is not None:
            below.window().activateWindow()


def tell(parent: QWidget, title: str, text: str, *, close: str) -> Ask:
    """Show a message; *close* is the button's word."""
    dialog = Ask(parent, title, text, yes=close)
    dialog.open()
    return dialog


def confirm(
    parent: QWidget, title: str, text: str, *, yes: str, no: str, then: Then
) -> Ask:
    """Ask before doing *then*; Escape and *no* leave everything as it is."""
    dialog = Ask(parent, title, text, yes=yes, no=no)
    dialog.accepted.connect(then)
    dialog.open()
    dialog.no_button.setFocus()
    return dialog


class FileChooser(Protocol):
    """How pages ask for a file; tests answer in its place."""

    def open_files(
        self, parent: QWidget, title: str, filters: str, then: ThenPath
    ) -> None:
        """Ask for one or several files that exist; *then* gets each of them."""

    def open_folder(self, parent: QWidget, title: str, then: ThenPath) -> None:
        """Ask for a folder that exists; *then* gets it."""

    def save_file(
        self,
        parent: QWidget,
        title: str,
        suggested: Path,
        filters: str,
        then: ThenPath,
    ) -> None:
        """Ask where to write; *then* gets the path, its ending added if missing."""


class SystemFileChooser:
    """The system's own file dialog.

    *filters* are Qt's: ``"Invitation (*.spfi)"``, several joined by ``;;``.
    """

    def open_files(
        self, parent: QWidget, title: str, filters: str, then: ThenPath
    ) -> None:
        """Ask for files that exist."""
        dialog = _dialog(parent, title, filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: _each(names, then))
        dialog.open()

    def open_folder(self, parent: QWidget, title: str, then: ThenPath) -> None:
        """Ask for a folder that exists."""
        dialog = QFileDialog(parent, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()

    def save_file(
        self,
        parent: QWidget,
        title: str,
        suggested: Path,
        filters: str,
        then: ThenPath,
    ) -> None:
        """Ask where to write."""
        dialog = _dialog(parent, title, filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix.lstrip("."))
        dialog.setDirectory(str(suggested.parent))
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()


def _each(names: list[str], then: ThenPath) -> None:
    for name in names:
        then(Path(name))


def _dialog(parent: QWidget, title: str, filters: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters(filters.split(";;"))
    return dialog
