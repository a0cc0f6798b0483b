"""The questions on the page: one, or a whole section, built piece by piece."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.fields.tab_order import follow, stops
from spf_assess.desktop.pages.answering_question import QuestionPanel
from spf_assess.desktop.parts import Label, QuietScroll, Rule
from spf_assess.model import Item

_SIDE, _TOP, _FOOT, _GAP = 24, 10, 16, 28
_MEASURE = 980

Build = Callable[[Item], QuestionPanel]


class Sheet(QuietScroll):
    """Holds the panels. Those that cannot be seen yet are built when there is time.

    ``entered(item)`` tells which question the keyboard is in.
    """

    entered = Signal(str)

    def __init__(self, build: Build, above: QWidget) -> None:
        self._content = QWidget()
        super().__init__(self._content)
        self._build, self._above = build, above
        column = QVBoxLayout(self._content)
        column.setContentsMargins(_SIDE, _TOP, _SIDE, _FOOT)
        column.setSpacing(0)
        self._heading = Label(role="heading")
        self._stack = Stack()
        column.addWidget(above)
        column.addWidget(self._heading)
        column.addWidget(self._stack)
        column.addStretch(1)
        self._dropping = False
        self._items: tuple[Item, ...] = ()
        self._panels: dict[str, QuestionPanel] = {}
        self._rules: dict[str, Rule] = {}
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._build_next)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    @property
    def panels(self) -> dict[str, QuestionPanel]:
        """The panels built so far, by item."""
        return self._panels

    @property
    def complete(self) -> bool:
        """Whether every panel is built."""
        return len(self._panels) == len(self._items)

    def say_heading(self, text: str) -> None:
        """Say the section's name above a whole section; empty for one question."""
        self._heading.say(text)
        self._heading.setVisible(bool(text))

    def show_items(self, items: Sequence[Item], at: str) -> QuestionPanel:
        """Show exactly these questions, keeping panels that stay; build *at* now."""
        self._items = tuple(items)
        wanted = {item.id for item in items}
        for item_id in [name for name in self._panels if name not in wanted]:
            self._drop(item_id)
        panel = self._panel(at)
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
        self._items = ()
        for item_id in list(self._panels):
            self._drop(item_id)

    def to_top(self, panel: QuestionPanel) -> None:
        """Bring a question to the top of the page."""
        self._content.adjustSize()
        y = (
            0
            if len(self._items) == 1
            else panel.mapTo(self._content, panel.rect().topLeft()).y()
        )
        self.verticalScrollBar().setValue(max(0, y - _TOP))

    def _panel(self, item_id: str) -> QuestionPanel:
        if item_id not in self._panels:
            item = next((one for one in self._items if one.id == item_id), None)
            if item is None:
                raise KeyError(item_id)
            panel = self._build(item)
            self._panels[item_id] = panel
            place = self._place_of(item_id)
            gap = _GAP if len(self._items) > 1 else 0
            if gap:
                rule = self._rules[item_id] = Rule()
                self._stack.insert(2 * place, rule, gap // 2)
                self._stack.insert(2 * place + 1, panel, gap // 2)
                rule.show()
            else:
                self._stack.insert(place, panel)
            panel.show()
            follow(panel, after=self._last_stop_before(item_id))
        return self._panels[item_id]

    def _place_of(self, item_id: str) -> int:
        """Return how many of the panels built stand before this one."""
        order = [item.id for item in self._items]
        at = order.index(item_id)
        return sum(name in self._panels for name in order[:at])

    def _last_stop_before(self, item_id: str) -> QWidget | None:
        """Return where Tab is before it comes to this question."""
        order = [item.id for item in self._items]
        before = [
            name for name in order[: order.index(item_id)] if name in self._panels
        ]
        above = self._panels[before[-1]] if before else self._above
        return next(reversed(list(stops(above))), None)

    def _build_next(self) -> None:
        missing = [item.id for item in self._items if item.id not in self._panels]
        if not missing:
            self._later.stop()
            return
        self._panel(missing[0])

    def _drop(self, item_id: str) -> None:
        self._dropping = True
        for widget in (self._panels.pop(item_id), self._rules.pop(item_id, None)):
            if widget is not None:
                self._stack.remove(widget)
                widget.hide()
                widget.deleteLater()
        self._dropping = False

    def _follow_focus(self, _old: object, now: QWidget | None) -> None:
        if now is None or self._dropping:
            return  # a panel that goes hands the keyboard to its neighbour
        for item_id, panel in self._panels.items():
            if panel.isAncestorOf(now):
                self.entered.emit(item_id)
                return
