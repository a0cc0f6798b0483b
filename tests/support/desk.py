"""A facilitator's desk: the real window over a consultation in a folder, offscreen."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from spf_assess.consultation import Consultation
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.look import Look
from spf_assess.desktop.pages.facilitator import FacilitatorPage
from spf_assess.desktop.window import MainWindow
from spf_assess.i18n import Words
from spf_assess.model import Problem


@dataclass
class Chooser:
    """Answers file dialogs in the person's place."""

    paths: list[Path] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    suggested: Path | None = None

    def open_files(
        self, _parent: QWidget, title: str, _filters: str, then: Any
    ) -> None:
        """Choose all files that were laid ready."""
        self.asked.append(title)
        for path in self.paths:
            then(path)

    def open_folder(self, _parent: QWidget, title: str, then: Any) -> None:
        """Choose the first folder that was laid ready."""
        self.asked.append(title)
        if self.paths:
            then(self.paths[0])

    def save_file(
        self, _parent: QWidget, title: str, suggested: Path, _filters: str, then: Any
    ) -> None:
        """Choose the first place that was laid ready."""
        self.asked.append(title)
        self.suggested = suggested
        if self.paths:
            then(self.paths[0])


@dataclass
class Desk:
    """Hub, window and page of one facilitator, and what went wrong so far."""

    hub: Hub
    window: MainWindow
    chooser: Chooser
    problems: list[Problem] = field(default_factory=list)

    @property
    def page(self) -> FacilitatorPage:
        """The facilitator's page."""
        page = self.window.page("facilitator")
        assert isinstance(page, FacilitatorPage)
        return page

    def open(self, consultation: Consultation) -> FacilitatorPage:
        """Lay a consultation on the desk."""
        self.hub.take(consultation)
        return self.page

    def look_at(self, place: int, size: tuple[int, int] = (1366, 768)) -> None:
        """Show a tab in a window of this size."""
        self.window.resize(*size)
        self.window.show()
        self.page.go_to(place)
        self.settle()

    def speak(self, words: Words) -> None:
        """Choose another language."""
        self.hub.speak(words)
        self.settle()

    def choose_look(self, theme: str | None = None, scale: float | None = None) -> None:
        """Choose palette or text size."""
        self.hub.look.choose(theme, scale)
        self.settle()

    def settle(self) -> None:
        """Let the window lay itself out."""
        for _turn in range(4):
            QApplication.sendPostedEvents()
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(qapp: QApplication, qtbot: Any) -> Iterator[Desk]:
    """A desk in English, light, 100 %, government first, without a consultation."""
    look = Look("light", 1.0)
    look.put_on(qapp)
    hub = Hub(Words("en"), look)
    hub.turn = 0
    chooser = Chooser()
    hub.files = chooser
    window = MainWindow(hub)
    qtbot.addWidget(window)
    laid = Desk(hub, window, chooser)
    hub.problem.connect(laid.problems.append)
    yield laid
    hub.close()
    window.close()


def said(widget: QWidget) -> list[str]:
    """Every text that is seen under *widget*, in no order."""
    return [
        label.text()
        for label in widget.findChildren(QLabel)
        if label.isVisible() and label.text()
    ]
