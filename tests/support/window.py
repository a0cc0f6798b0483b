"""The real window with a file chooser that answers at once and a page that notes."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from spf_assess.desktop.pages.page import Page
from spf_assess.desktop.parts import Label
from spf_assess.desktop.start import open_window
from spf_assess.desktop.window import MainWindow
from spf_assess.i18n import Words


@dataclass
class Answering:
    """Answers file dialogs in the person's place: the next path, or nothing."""

    next: list[Path] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    suggested: list[Path] = field(default_factory=list)

    def open_files(
        self, _parent: QWidget, title: str, _filters: str, then: Any
    ) -> None:
        """Choose the path laid ready."""
        self.asked.append(title)
        if self.next:
            then(self.next.pop(0))

    def open_folder(self, _parent: QWidget, title: str, then: Any) -> None:
        """Choose the path laid ready."""
        self.asked.append(title)
        if self.next:
            then(self.next.pop(0))

    def save_file(
        self, _parent: QWidget, title: str, suggested: Path, _filters: str, then: Any
    ) -> None:
        """Choose the path laid ready."""
        self.asked.append(title)
        self.suggested.append(suggested)
        if self.next:
            then(self.next.pop(0))


class NotingPage(Page):
    """A page with one field that notes what the window tells it."""

    def __init__(self, hub: Any) -> None:
        super().__init__(hub)
        column = QVBoxLayout(self)
        self.heading, self.field = Label(role="title"), QLineEdit()
        self.heading.setBuddy(self.field)
        column.addWidget(self.heading)
        column.addWidget(self.field)
        self.arrivals: list[object] = []
        self.left = self.pauses = 0
        self.may_leave = True

    def title(self) -> str:
        return self.hub.words("Check my answers")

    def speak(self, words: Words) -> None:
        self.heading.say(words("Check my answers"))

    def arrive(self, detail: object = None) -> None:
        self.arrivals.append(detail)
        self.field.setFocus()

    def pause(self) -> None:
        self.pauses += 1

    def leave(self) -> bool:
        self.left += 1
        return self.may_leave


NOTED = ("answering", "check", "handed_in", "facilitator")


def window_at(
    settings: Path | None, *, language: str = "en", noting: bool = True
) -> MainWindow:
    """Return a window at the start page; other engineers' pages only note."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window = open_window(application, settings)
    window.hub.files = Answering()
    window.hub.turn = 0
    if noting:
        for name in NOTED:
            window.add_page(name, NotingPage)
    if window.hub.words.language != language:
        window.hub.speak(Words(language))
    return window
