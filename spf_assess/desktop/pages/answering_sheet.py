"""The questions on the page: one, or a whole section, built piece by piece."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.fields.tab_order import follow, stops
from spf_assess.desktop.look.style import current
from spf_assess.desktop.pages.answering_question import QuestionPanel
from spf_assess.desktop.parts import FoldHead, Label, QuietScroll
from spf_assess.i18n import Words
from spf_assess.model import Item

_SIDE, _TOP, _FOOT, _GAP = 24, 10, 16, 27
_MOMENT = 0.012  # seconds; showing what was built takes as long again
_GROWING_MS = 150
_ABOVE, _BELOW = 8, 24  # pixels kept around what was opened

Build = Callable[[Item], QuestionPanel]


class Sheet(QuietScroll):
    """Holds the panels. Those that cannot be seen yet are built when there is time.

    ``entered(item)`` tells which question the keyboard is in, ``grown()`` that there
    are more panels than before.
    """

    entered = Signal(str)
    grown = Signal()

    def __init__(self, build: Build, above: QWidget) -> None:
        self._content = _Content()
        super().__init__(self._content)
        self._build, self._above = build, above
        column = QVBoxLayout(self._content)
        column.setContentsMargins(_SIDE, _TOP, _SIDE, _FOOT)
        column.setSpacing(0)
        self._heading = Label(role="heading")
        self._stack = _Questions()
        column.addWidget(above)
        column.addWidget(self._heading)
        column.addWidget(self._stack)
        column.addStretch(1)
        self._dropping = False
        self._words: Words | None = None
        self._unspoken: list[str] = []
        self._items: tuple[Item, ...] = ()
        self._panels: dict[str, QuestionPanel] = {}
        self._opened: FoldHead | None = None
        self._growing = QTimer(self)  # runs while the page is laid out anew
        self._growing.setSingleShot(True)
        self._growing.setInterval(_GROWING_MS)
        self._growing.timeout.connect(self._show_opened)
        self.verticalScrollBar().rangeChanged.connect(self._grown)
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._work)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    @property
    def panels(self) -> dict[str, QuestionPanel]:
        """The panels built so far, by item."""
        return self._panels

    @property
    def complete(self) -> bool:
        """Whether every panel is built and speaks the language that is spoken."""
        return len(self._panels) == len(self._items) and not self._unspoken

    def say_heading(self, text: str) -> None:
        """Say the section's name above a whole section; empty for one question."""
        self._heading.say(text)
        self._heading.setVisible(bool(text))

    def speak(self, words: Words) -> None:
        """Say every word anew: at once what is seen, then what lies further down."""
        self._words = words
        seen = [name for name in self._panels if self._seen(name)]
        self._unspoken = [name for name in self._panels if name not in seen]
        for name in seen:
            self._say(name)
        if self._unspoken:
            self._later.start()

    def show_items(self, items: Sequence[Item], at: str) -> QuestionPanel:
        """Show exactly these questions, keeping panels that stay; build *at* now."""
        self._items = tuple(items)
        wanted = {item.id for item in items}
        for item_id in [name for name in self._panels if name not in wanted]:
            self._drop(item_id)
        panel = self._panel(at)
        if self.complete:
            self.grown.emit()
        else:
            self._later.start()
        return panel

    def panel(self, item_id: str) -> QuestionPanel:
        """Return a question's panel, built now if it was not yet.

        Raises:
            KeyError: the question is not on the page.
        """
        return self._panel(item_id)

    def clear(self) -> None:
        """Take every question off the page."""
        self._later.stop()
        self._growing.stop()
        self._opened = None
        self._unspoken = []
        self._items = ()
        for item_id in list(self._panels):
            self._drop(item_id)

    def rest(self) -> None:
        """Build nothing more: what the questions are about is closed."""
        self._later.stop()

    def rough(self) -> dict[str, dict[str, str]]:
        """Return what is typed and is no answer yet, by item and part."""
        typed = {
            name: panel.field.rough()
            for name, panel in self._panels.items()
            if panel.field is not None
        }
        return {name: parts for name, parts in typed.items() if parts}

    def arrange(self, *, narrow: bool) -> None:
        """Arrange every question for a wide or a narrow column."""
        for panel in self._panels.values():
            if panel.field is not None:
                panel.field.arrange(narrow=narrow)

    def tell_saved(self, item_id: str, *, saved: bool) -> None:
        """Say whether an answer is kept, if its question is on the page."""
        panel = self._panels.get(item_id)
        if panel is not None:
            panel.tell_saved(saved=saved)

    def to_top(self, panel: QuestionPanel) -> None:
        """Bring a question to the top of the page."""
        self._content.adjustSize()
        y = (
            0
            if len(self._items) == 1
            else panel.mapTo(self._content, panel.rect().topLeft()).y()
        )
        self.verticalScrollBar().setValue(max(0, y - _TOP))

    def bring(self, head: FoldHead) -> None:
        """Bring what has just been opened into view, and the keyboard above all."""
        self._opened = head
        self._growing.start()

    def _grown(self) -> None:
        if self._growing.isActive():
            self._show_opened()

    def _show_opened(self) -> None:
        head, focus = self._opened, QApplication.focusWidget()
        if head is not None and self._content.isAncestorOf(head):
            self._bring_open(head)
        if focus is not None and self._content.isAncestorOf(focus):
            self.ensureWidgetVisible(focus, 0, _BELOW)

    def _bring_open(self, head: FoldHead) -> None:
        """Scroll as little as shows what was opened; at least from its head on."""
        last = head if head.content is None else head.content
        top = head.mapTo(self._content, QPoint()).y() - _ABOVE
        bottom = last.mapTo(self._content, QPoint(0, last.height())).y() + _BELOW
        bar, high = self.verticalScrollBar(), self.viewport().height()
        bar.setValue(min(max(bar.value(), bottom - high), top))

    def _panel(self, item_id: str) -> QuestionPanel:
        if item_id not in self._panels:
            panel = self._build(self._item(item_id))
            self._panels[item_id] = panel
            place = self._place_of(item_id)
            self._stack.insert(place, panel, _GAP if len(self._items) > 1 else 0)
            panel.show()
            self._order_tabs(item_id)
        return self._panels[item_id]

    def _item(self, item_id: str) -> Item:
        item = next((one for one in self._items if one.id == item_id), None)
        if item is None:
            raise KeyError(item_id)
        return item

    def _show_more(self, built: list[str]) -> None:
        """Put panels further down onto the page together: it is laid out once."""
        if built:
            self._stack.show_more(
                [(self._place_of(one), self._panels[one], _GAP) for one in built]
            )
        order = [item.id for item in self._items]
        before = [order.index(name) for name in self._panels if name not in built]
        for item_id in built:
            if order.index(item_id) < max(before, default=-1):
                self._order_tabs(item_id)

    def _place_of(self, item_id: str) -> int:
        """Return how many of the panels built stand before this one."""
        order = [item.id for item in self._items]
        at = order.index(item_id)
        return sum(name in self._panels for name in order[:at])

    def last_stop(self) -> QWidget | None:
        """Return where Tab is before it leaves the sheet."""
        built = [item.id for item in self._items if item.id in self._panels]
        last = self._panels[built[-1]] if built else self._above
        return next(reversed(list(stops(last))), None)

    def _order_tabs(self, item_id: str) -> None:
        """Put a new panel into the order of Tab.

        Qt puts it last of all. Below the others that is right, but for what stands
        beyond the sheet: moving that is for the page, and less than moving the panel.
        """
        built = [item.id for item in self._items if item.id in self._panels]
        place = built.index(item_id)
        if place < len(built) - 1:
            above = self._panels[built[place - 1]] if place else self._above
            before = next(reversed(list(stops(above))), None)
            follow(self._panels[item_id], after=before)

    def _work(self) -> None:
        """Say and build what cannot be seen yet, for a moment at a time."""
        until = time.perf_counter() + _MOMENT
        while self._unspoken and time.perf_counter() < until:
            self._say(self._unspoken.pop(0))
        missing = [item.id for item in self._items if item.id not in self._panels]
        grows = bool(missing)
        built = []
        while missing and time.perf_counter() < until:
            built.append(missing.pop(0))
            self._panels[built[-1]] = self._build(self._item(built[-1]))
        self._show_more(built)
        if missing or self._unspoken:
            return
        self._later.stop()
        if grows:
            self.grown.emit()

    def _say(self, item_id: str) -> None:
        panel = self._panels.get(item_id)
        if panel is not None and self._words is not None:
            panel.speak(self._words)

    def _seen(self, item_id: str) -> bool:
        return not self._panels[item_id].visibleRegion().isEmpty()

    def _drop(self, item_id: str) -> None:
        self._dropping = True
        if self._opened is not None and self._panels[item_id].isAncestorOf(
            self._opened
        ):
            self._opened = None
        panel = self._panels.pop(item_id)
        self._stack.remove(panel)
        panel.hide()
        panel.deleteLater()
        self._dropping = False

    def _follow_focus(self, _old: object, now: QWidget | None) -> None:
        if now is None or self._dropping:
            return  # a panel that goes hands the keyboard to its neighbour
        for item_id, panel in self._panels.items():
            if panel.isAncestorOf(now):
                self.entered.emit(item_id)
                return


class _Questions(Stack):
    """The questions, with a hair line in the middle of each gap.

    Where one is moved, all of it gets another size, and Qt paints it anew.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines; decoration only."""
        super().paintEvent(event)
        painter, line = QPainter(self), QColor(current().tokens.line)
        for gap, row in zip(self.gaps, self.rows, strict=True):
            if gap and not row.isHidden():
                y = row.y() - gap // 2
                painter.fillRect(0, y, self.width(), 1, line)


class _Content(QWidget):
    """What is scrolled; as wide as the view, so nobody need know what it would like.

    Qt asks nevertheless, at every change, and would measure the page at that width.
    """

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()
