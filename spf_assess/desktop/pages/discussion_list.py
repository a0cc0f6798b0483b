"""The round, and the questions to be talked about, the farthest apart first."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QVBoxLayout, QWidget

from spf_assess.desktop.look import current
from spf_assess.desktop.models.discussed import DiscussedModel, Show, TopicLine
from spf_assess.desktop.pages.discussion_lines import TopicDelegate
from spf_assess.desktop.pages.line_list import LineList
from spf_assess.desktop.parts import Button, FlowLayout, Label
from spf_assess.desktop.parts.filters import Filters
from spf_assess.desktop.parts.scroll import QuietBar
from spf_assess.i18n import Words

AnyIndex = QModelIndex | QPersistentModelIndex


class TopicPanel(QWidget):
    """What there is to talk about.

    Signals:
        chosen(str): another question is to be seen; opened(): go there.
        sifted(Show): other questions are to be listed.
        closed(), reopened(), begun(), ended(): what is to be done with the round.
    """

    chosen = Signal(str)
    opened = Signal()
    sifted = Signal(object)
    closed = Signal()
    reopened = Signal()
    begun = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        head, rounds, filters = QWidget(), QWidget(), QWidget()
        inner = QVBoxLayout(head)
        inner.setContentsMargins(16, 0, 16, 0)
        inner.setSpacing(8)
        self._lead, self._missing = Label(), Label(role="warn")
        self.close_round, self.open_again = Button(), Button()
        self.open_next, self.no_further = Button(), Button()
        flow = FlowLayout(rounds)
        for button in self._of_rounds:
            flow.addWidget(button)
        self._filters = Filters(Show, self)
        self._filter_row = filters
        sift = FlowLayout(filters)
        for button in self._filters.buttons.values():
            sift.addWidget(button)
        for part in (self._lead, self._missing, rounds, filters):
            inner.addWidget(part)
        self.model, self.list = DiscussedModel(), _List()
        self.list.setModel(self.model)
        self._none = Label(role="second")
        self._none.setContentsMargins(16, 8, 16, 8)
        column.addWidget(head)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addStretch()  # while there is no list what stands above stays together
        self._connect()

    @property
    def _of_rounds(self) -> tuple[Button, ...]:
        return self.close_round, self.open_next, self.open_again, self.no_further

    def speak(self, words: Words) -> None:
        """Say what is the same in every round."""
        self.list.setAccessibleName(words("Questions to talk about"))
        self._none.say(words("No question here: nothing is left to talk about."))

    def tell_round(
        self, words: Words, number: int, lead: str, missing: Sequence[str]
    ) -> None:
        """Say where the round stands, and which groups are missing."""
        self._lead.say(lead)
        self._missing.say("\n".join(missing))
        self._missing.setVisible(bool(missing))
        self.close_round.say(words("Close round {number}", number=number))
        self.open_again.say(words("Open round {number} again", number=number))
        self.open_next.say(words("Open round {number}", number=number + 1))
        self.no_further.say(words("No further round…"))

    def count(self, words: Words, counts: Mapping[Show, int]) -> None:
        """Say on every filter how many questions it shows."""
        names = {
            Show.TALK: words("To talk about {number}", number=counts[Show.TALK]),
            Show.OPEN: words("Still open {number}", number=counts[Show.OPEN]),
            Show.ALL: words("All compared {number}", number=counts[Show.ALL]),
        }
        for show, button in self._filters.buttons.items():
            button.say(names[show])

    def offer(self, *, close: bool, again: bool, another: bool) -> None:
        """Offer what can be done with the round, and nothing else."""
        self.close_round.setVisible(close)
        self.open_again.setVisible(again)
        self.open_next.setVisible(another)
        self.no_further.setVisible(another)

    def fill(self, lines: Sequence[TopicLine], item: str, *, blind: bool) -> None:
        """List questions, *item* chosen; *blind* while nothing may be listed."""
        self.list.put_quietly(self.model, lines)
        self.list.go_to(self.model.row_of(item))
        self._filter_row.setVisible(not blind)
        self._none.setVisible(not lines and not blind)
        self.list.setVisible(bool(lines))

    @property
    def show_only(self) -> Show:
        """Which questions are listed."""
        return Show(self._filters.shown)

    def choose_filter(self, show: Show) -> None:
        """List other questions."""
        self._filters.choose(show)

    def go_to(self, item: str) -> None:
        """Choose a question as if a person had."""
        row = self.model.row_of(item)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))

    def take_focus(self) -> None:
        """Go to the list, or to what must be done first."""
        (self.list if self.model.rowCount() else self.close_round).setFocus()

    def _connect(self) -> None:
        self._filters.chosen.connect(self.sifted)
        self.close_round.clicked.connect(self.closed)
        self.open_again.clicked.connect(self.reopened)
        self.open_next.clicked.connect(self.begun)
        self.no_further.clicked.connect(self.ended)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self.opened)

    def _choose(self, row: int) -> None:
        line = self.model.line(row)
        if line is not None:
            self.chosen.emit(line.item)


class _List(LineList):
    """``chosen(row)``: the keyboard or the pointer went there; ``opened()``: Enter."""

    chosen = Signal(int)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._silent = False
        self.setItemDelegate(TopicDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(QuietBar())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(self.ResizeMode.Adjust)
        current().wear(self, "table")

    def first_row(self) -> int:
        return 0

    def open_line(self, _index: QModelIndex) -> None:
        self.opened.emit()

    def put_quietly(self, model: DiscussedModel, lines: Sequence[TopicLine]) -> None:
        """Put other lines without telling that another one is chosen."""
        place = self.verticalScrollBar().value()
        self._silent = True
        model.put(lines)
        self._silent = False
        self.verticalScrollBar().setValue(place)

    def go_to(self, row: int) -> None:
        """Choose a line without telling anyone."""
        if row < 0:
            return
        self._silent = True
        self.setCurrentIndex(self.model().index(row, 0))
        self._silent = False

    def currentChanged(self, now: AnyIndex, before: AnyIndex) -> None:
        super().currentChanged(now, before)
        if now.isValid() and not self._silent:
            self.chosen.emit(now.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.scheduleDelayedItemsLayout()
