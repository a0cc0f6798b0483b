"""A list with the panel beside it: the ground of search, index and glossary."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.look import current
from spf_assess.desktop.models.library import Address, Library
from spf_assess.desktop.pages.facilitator_halves import Halves, Mode
from spf_assess.desktop.pages.read_list import ReadList
from spf_assess.desktop.pages.read_panel import ReadPanel
from spf_assess.desktop.parts import Surface
from spf_assess.i18n import Words

PANEL_WIDTH = 520


class Shelf(QWidget):
    """Moving in the list shows what a line leads to; Enter opens or goes there.

    Signals: ``answer_wanted(item_id)``, ``whole_wanted(provision)``.
    """

    answer_wanted = Signal(str)
    whole_wanted = Signal(str)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.library: Library | None = None
        self.list = ReadList()
        self.panel = ReadPanel(hub)
        self._main = QWidget()
        self.column = QVBoxLayout(self._main)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.list, 1)
        self._halves = Halves(self._main, self.panel, PANEL_WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._halves)
        self.list.stood.connect(self._stand)
        self.list.opened.connect(self._open)
        self.list.clicked_on.connect(self._click)
        self.panel.answer_wanted.connect(self.answer_wanted)
        self.panel.whole_wanted.connect(self.whole_wanted)
        self._halves.went_back.connect(self.list.setFocus)
        current().changed.connect(self._halves.lay_out)

    def put_on_top(self, tools: QWidget) -> None:
        """Set *tools* above the list."""
        ground = Surface("page")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(20, 14, 16, 8)
        inside.setSpacing(6)
        inside.addWidget(tools)
        self.column.insertWidget(0, ground)

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._halves.say_back(words("Back to the list"))
        self.panel.speak(words)

    def take(self, library: Library) -> None:
        """Show another library."""
        self.library = library
        self.panel.forget(library)

    def take_focus(self) -> None:
        """Put the keyboard where one begins."""
        self.list.setFocus()

    def show_address(self, address: Address) -> None:
        """Show something, and stand on its line if it has one."""
        self.list.stand_on(address)
        self.panel.show_address(address)
        if not self._halves.open_panel():
            self.panel.go_in()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._halves.lay_out()

    def _stand(self, address: Address) -> None:
        self.panel.show_address(address)

    def _click(self, address: Address) -> None:
        self.panel.show_address(address)
        self._halves.open_panel()

    def _open(self, address: Address) -> None:
        self.panel.show_address(address)
        if self.panel.go_answering():
            return
        if not self._halves.open_panel():
            self.panel.go_in()

    @property
    def behind(self) -> bool:
        """Whether there is no room for the panel beside the list."""
        return self._halves.mode is Mode.BEHIND
