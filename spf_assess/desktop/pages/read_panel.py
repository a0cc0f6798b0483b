"""Beside a list: what is read, the way back, and the way to the question."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.library import Address, Library, may_answer
from spf_assess.desktop.pages.read_leaves import leaf_title, write_leaf
from spf_assess.desktop.parts import Button, FlowLayout, Label, QuietScroll
from spf_assess.i18n import Words
from spf_assess.reading import Kind

if TYPE_CHECKING:
    from spf_assess.desktop.pages.read_leaf import Leaf

_QUESTIONS = (Kind.QUESTION, Kind.GUIDANCE)


class ReadPanel(QWidget):
    """Shows one leaf at a time and remembers those before.

    Signals: ``answer_wanted(item_id)``, ``whole_wanted(provision)``.
    """

    answer_wanted = Signal(str)
    whole_wanted = Signal(str)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self._hub = hub
        self._words = hub.words
        self._library: Library | None = None
        self._trail: list[Address] = []
        self._leaf: Leaf | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head, self._foot = QWidget(), QWidget()
        self._before, self._answer = Button(role="quiet"), Button(role="primary")
        for holder, button, top in (
            (self._head, self._before, 8),
            (self._foot, self._answer, 8),
        ):
            flow = FlowLayout(holder)
            flow.setContentsMargins(16, top, 16, 8)
            flow.addWidget(button)
            holder.hide()
        self._empty = Label(role="second")
        self._empty.setContentsMargins(20, 16, 20, 16)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._place = QWidget()
        inside = QVBoxLayout(self._place)
        inside.setContentsMargins(0, 0, 0, 0)
        self._scroll = QuietScroll(self._place, name=" ")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(self._head)
        column.addWidget(self._empty)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)
        self._before.clicked.connect(self._go_back)
        self._answer.clicked.connect(self._go_answering)

    @property
    def address(self) -> Address | None:
        """What is shown."""
        return self._trail[-1] if self._trail else None

    @property
    def answers(self) -> bool:
        """Whether the question shown can be answered now."""
        return self._foot.isVisibleTo(self)

    def speak(self, words: Words) -> None:
        """Say every word anew, at the same place."""
        self._words = words
        self._empty.say(words("What you choose in the list is shown here."))
        self._before.say(words("What was shown before"))
        self._answer.say(words("Go to this question"))
        self._scroll.setAccessibleName(words("What is chosen in the list"))
        self._write()

    def forget(self, library: Library) -> None:
        """Begin anew with another library."""
        self._library, self._trail = library, []
        self._write()

    def show_address(self, address: Address) -> None:
        """Show what was chosen in the list."""
        if address != self.address:
            self._trail = [address]
            self._write()

    def clear(self) -> None:
        """Show nothing: there is nothing to choose from."""
        self._trail.clear()
        self._write()

    def follow(self, address: Address) -> None:
        """Show what a link leads to; the way back stays open."""
        self._trail.append(address)
        self._write()
        self._scroll.setFocus()

    def go_in(self) -> None:
        """Put the keyboard where one reads."""
        self._scroll.setFocus()

    def go_answering(self) -> bool:
        """Open the question shown, if the response that is open is asked it."""
        if self.answers:
            self._go_answering()
            return True
        return False

    def _go_back(self) -> None:
        self._trail.pop()
        self._write()
        self._scroll.setFocus()

    def _go_answering(self) -> None:
        if self.address is not None:
            self.answer_wanted.emit(self.address.id)

    def _write(self) -> None:
        """Put another leaf in the place of the one before."""
        if self._leaf is not None:
            self._leaf.hide()
            self._leaf.deleteLater()
            self._leaf = None
        address, library = self.address, self._library
        self._empty.setVisible(address is None)
        self._scroll.setVisible(address is not None)
        self._head.setVisible(len(self._trail) > 1)
        self._foot.setVisible(False)
        if address is None or library is None:
            return
        leaf = self._leaf = write_leaf(address, library, self._words)
        leaf.wanted.connect(self.follow)
        leaf.whole_wanted.connect(self.whole_wanted)
        inside = self._place.layout()
        if inside is not None:
            inside.addWidget(leaf)
        leaf.show()
        self._scroll.verticalScrollBar().setValue(0)
        self._scroll.setAccessibleDescription(leaf_title(address, library, self._words))
        asks = address.kind in _QUESTIONS and may_answer(self._hub, address.id)
        self._foot.setVisible(asks)
