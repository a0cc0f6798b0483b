"""The outline beside the question: progress, finding, filters, sections."""

from PySide6.QtCore import QEvent, QMargins, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QVBoxLayout,
    QWidget,
)

from spf_assess.desktop.models.outline import Kind, OutlineModel, Show, Shown
from spf_assess.desktop.pages.line_list import LineList
from spf_assess.desktop.pages.outline_lines import OutlineDelegate
from spf_assess.desktop.parts import (
    Bar,
    Button,
    FindField,
    FlowLayout,
    Segmented,
    Surface,
)
from spf_assess.desktop.parts.edges import EdgesLayout
from spf_assess.desktop.parts.filters import Filters
from spf_assess.desktop.parts.running import RunningLabel
from spf_assess.desktop.parts.scroll import QuietBar
from spf_assess.i18n import Words

WIDTH = 262
_SIDE = 14


class OutlinePanel(Surface):
    """What there is to answer, how far it has come, and the ways through it.

    Signals: ``section_wanted(id)``, ``item_wanted(id)``, ``check_wanted()``,
    ``layout_wanted(one|whole)``.
    """

    section_wanted = Signal(str)
    item_wanted = Signal(str)
    check_wanted = Signal()
    layout_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("side", parent)
        self._words: Words | None = None
        self._shown: Shown | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 1, 0)
        column.setSpacing(8)
        column.addWidget(self._build_head())
        self._model = OutlineModel()
        self._list = _List()
        self._list.setModel(self._model)
        self._list.chosen.connect(self._follow)
        column.addWidget(self._list, 1)
        column.addWidget(self._build_foot())

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._words = words
        self._title.say(words("Sections"))
        self._find.setPlaceholderText(words("Find a section or a word"))
        self._find.say(words("Find a section or a word"), words("Clear the field"))
        self._list.setAccessibleName(words("Sections"))
        self._check.say(words("Check and hand in"))
        self._layouts.say(
            {"one": words("One question"), "whole": words("Whole section")},
            words("Layout of the questions"),
        )
        if self._shown is not None:
            self.show_progress(self._shown)

    def show_progress(self, shown: Shown) -> None:
        """Show how far things have come, and where one is."""
        self._shown = shown
        words, progress = self._words, shown.progress
        if words is None:
            return
        self._bar.tell(progress.answered, progress.asked)
        self._count.say(
            words(
                "{answered} of {asked} answered",
                answered=progress.answered,
                asked=progress.asked,
            )
        )
        counts = {
            Show.TODO: progress.asked - progress.answered,
            Show.FLAGGED: progress.flagged,
            Show.COMMENTED: progress.commented,
        }
        names = {
            Show.TODO: words("To do"),
            Show.FLAGGED: words("Come back"),
            Show.COMMENTED: words("Commented"),
        }
        self._filters.buttons[Show.ALL].say(words.context("filter", "All"))
        for show, number in counts.items():
            self._filters.buttons[show].say(f"{names[show]} ({number})")
        self._model.show(shown, words)
        self._list.settle(self._model.row_here())

    def show_layout(self, layout: str) -> None:
        """Show how the questions are laid out."""
        self._layouts.select(layout)

    def go_finding(self) -> None:
        """Put the keyboard into the box for finding."""
        self._find.setFocus()
        self._find.selectAll()

    def first(self) -> QWidget:
        """Return where the keyboard goes when the outline is all that is shown."""
        return self._list

    def _build_head(self) -> QWidget:
        head = QWidget()
        inner = QVBoxLayout(head)
        inner.setContentsMargins(_SIDE, 0, _SIDE, 0)
        inner.setSpacing(8)
        inner.addWidget(self._build_title())
        self._bar = Bar()
        inner.addWidget(self._bar)
        self._find = FindField()
        self._find.textChanged.connect(self._choose)
        self._find.returnPressed.connect(self._follow_first)
        self._find.down.connect(self._go_into_list)
        inner.addWidget(self._find)
        inner.addWidget(self._build_filters())
        return head

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        flow = FlowLayout(foot, gap=8, line_gap=8)
        flow.setContentsMargins(QMargins(_SIDE, 4, _SIDE, 10))
        self._layouts = Segmented([("one", ""), ("whole", "")])
        self._layouts.chosen.connect(self.layout_wanted)
        self._layouts.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # see tab_order
        flow.addWidget(self._layouts)
        self._check = Button(role="plain")
        self._check.clicked.connect(self.check_wanted)
        flow.addWidget(self._check)
        return foot

    def _build_title(self) -> QWidget:
        title = QWidget()
        edges = EdgesLayout(title)
        edges.setContentsMargins(0, 0, 0, 0)
        self._title = RunningLabel(role="heading")
        self._count = RunningLabel(role="small")
        edges.addWidget(self._title)
        edges.addWidget(self._count)
        return title

    def _build_filters(self) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line, gap=6, line_gap=6)
        self._filters = Filters(Show, self)
        for button in self._filters.buttons.values():
            flow.addWidget(button)
        self._filters.chosen.connect(lambda _show: self._choose())
        return line

    def _choose(self) -> None:
        self._model.choose(self._filters.shown, self._find.text())
        self._list.settle(self._model.row_here())

    def _go_into_list(self) -> None:
        self._list.go_in()

    def _follow_first(self) -> None:
        """Go to the first thing found: a question rather than its section."""
        row = self._model.first_found()
        if row >= 0 and self._find.text().strip():
            self._follow(row)

    def _follow(self, row: int) -> None:
        line = self._model.line(row)
        if line is None:
            return
        if line.kind is Kind.SECTION:
            self.section_wanted.emit(line.key)
        elif line.kind is Kind.ITEM:
            self.item_wanted.emit(line.key)


class _List(LineList):
    """The lines; a click or Enter chooses, the arrow keys only move."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(OutlineDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBar(QuietBar())
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    def settle(self, row: int) -> None:
        """Let the keyboard stand on *row* and bring it into view."""
        self.scheduleDelayedItemsLayout()  # the line one is at is set in semibold
        if row >= 0 and not self.hasFocus():
            index = self.model().index(row, 0, QModelIndex())
            self.setCurrentIndex(index)
            self.executeDelayedItemsLayout()  # or it would scroll by old heights
            self.scrollTo(index)

    def go_in(self) -> None:
        """Put the keyboard on the first line, unless it stands on another."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(1, 0))
        self.setFocus()

    def open_line(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()
