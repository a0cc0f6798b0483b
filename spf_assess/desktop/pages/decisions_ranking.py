"""One group's order of principles and guarantees, made by keys or buttons alone."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.fields.rank import Line
from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.fields.tab_order import follow
from spf_assess.desktop.parts import ColumnsLayout, Label
from spf_assess.desktop.parts.announce import announce
from spf_assess.i18n import Words

_GAP, _LEAST = 4, 760
_DIGITS = {Qt.Key(Qt.Key.Key_1 + place): place + 1 for place in range(9)}


class OrderBox(QWidget):
    """What is named stands in order, beside it what can still be named.

    *foot* stands under what is named.

    ``changed()``: the person put something elsewhere.
    """

    changed = Signal()

    def __init__(self, foot: QWidget) -> None:
        super().__init__()
        columns = ColumnsLayout(self, least=_LEAST, gap=24)
        self._ranked, self._rest = Label(role="label"), Label(role="label")
        self._named, self._others = Stack(), Stack()
        for stack, label in ((self._named, self._ranked), (self._others, self._rest)):
            stack.add(label)
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(10)
            column.addWidget(stack)
            if stack is self._named:
                column.addWidget(foot)
            column.addStretch(1)
            columns.addWidget(holder)
        self._none = Label(role="second")
        self._named.add(self._none, _GAP)
        self.lines: dict[str, Line] = {}
        self._names: Mapping[str, str] = {}
        self._order: list[str] = []
        self._words: Words | None = None

    @property
    def order(self) -> tuple[str, ...]:
        """The ids named, the most urgent first."""
        return tuple(self._order)

    def offer(self, sections: Sequence[str]) -> None:
        """Let these sections be named, in this order while nobody named them."""
        if tuple(sections) == tuple(self.lines):
            return
        for line in self.lines.values():
            self._stack_of(line).remove(line)
            line.hide()
            line.setParent(None)
            line.deleteLater()
        self.lines = {one: Line(self._others) for one in sections}
        for name, line in self.lines.items():
            self._others.add(line, _GAP)
            line.moved.connect(lambda step, name=name: self._move(name, step))
            line.put.connect(lambda rank, name=name: self._put(name, rank))
            line.dropped.connect(lambda name=name: self._drop(name))
            line.stepped.connect(lambda step, name=name: self._step(name, step))
        self._settle()

    def show_order(self, order: Sequence[str]) -> None:
        """Show an order without telling anyone."""
        self._order = [one for one in dict.fromkeys(order) if one in self.lines]
        self._settle()

    def speak(self, words: Words, names: Mapping[str, str]) -> None:
        """Say every word anew; *names* are the sections', by id."""
        self._words, self._names = words, names
        self._ranked.say(words("Named, the most urgent first"))
        self._rest.say(words("Not named yet: click, or press Enter"))
        self._none.say(words("Nothing yet."))
        self._named.setAccessibleName(self._ranked.said)
        self._others.setAccessibleName(words("Not named yet"))
        self._tell()

    def first(self) -> QWidget | None:
        """Return where the keyboard goes: what is named first, else the list."""
        shown = self._shown()
        return self.lines[shown[0]].button if shown else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rank = _DIGITS.get(Qt.Key(event.key()))
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        for name, line in self.lines.items():
            if rank and plain and line.button.hasFocus():
                self._put(name, rank)
                return
        super().keyPressEvent(event)

    # -- inside -------------------------------------------------------------------

    def _move(self, name: str, step: int) -> None:
        if name in self._order:
            place = self._order.index(name) + step
            if 0 <= place < len(self._order):
                self._put(name, place + 1)

    def _put(self, name: str, rank: int) -> None:
        """Give a rank, 1 the first; 0 means the next one that is free.

        Whoever names one goes on with the next that is not named.
        """
        then = name
        if name in self._order:
            if not rank:
                return
            self._order.remove(name)
        else:
            then = self._neighbour(name)
        place = len(self._order) if not rank else rank - 1
        self._order.insert(min(place, len(self._order)), name)
        self._changed(name, then)

    def _drop(self, name: str) -> None:
        if name in self._order:
            then = self._neighbour(name)
            self._order.remove(name)
            self._changed(name, then)

    def _neighbour(self, name: str) -> str:
        """Return the line below in the same list, else the one above, else itself."""
        names = self._order if name in self._order else self._unnamed()
        at = names.index(name)
        return (names[at + 1 : at + 2] or names[at - 1 : at] or [name])[0]

    def _unnamed(self) -> list[str]:
        return [one for one in self.lines if one not in self._order]

    def _changed(self, name: str, then: str) -> None:
        """Tell of a change; the keyboard goes on at the line *then*."""
        self._settle()
        self.lines[then].button.setFocus()
        announce(self, self.lines[name].button.accessibleName())
        self.changed.emit()

    def _step(self, name: str, step: int) -> None:
        names = self._shown()
        there = names.index(name) + step
        if 0 <= there < len(names):
            self.lines[names[there]].button.setFocus()

    def _shown(self) -> list[str]:
        return self._order + self._unnamed()

    def _stack_of(self, line: Line) -> Stack:
        return self._named if line in self._named.rows else self._others

    def _settle(self) -> None:
        ranked = [self.lines[name] for name in self._order]
        rest = [self.lines[name] for name in self._unnamed()]
        for line, wanted in (
            *((one, self._named) for one in ranked),
            *((one, self._others) for one in rest),
        ):
            stack = self._stack_of(line)
            if stack is not wanted:
                stack.remove(line)
                wanted.add(line, _GAP)
                line.show()
        self._none.setVisible(not ranked)
        self._rest.setVisible(bool(rest))
        self._named.reorder([self._ranked, *ranked, self._none])
        self._others.reorder([self._rest, *rest])
        follow(self)
        self._tell()

    def _tell(self) -> None:
        if self._words is None:
            return
        for name, line in self.lines.items():
            rank = self._order.index(name) + 1 if name in self._order else 0
            said = self._names.get(name, name)
            line.tell(self._words, said, rank, len(self._order))
