"""Decisions: priorities, actions, and what became of those of the last time."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.parts import FlowLayout, Segmented, Surface
from spf_assess.i18n import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spf_assess.consultation import BoardRow
    from spf_assess.desktop.pages.decisions_actions import ActionsPart
    from spf_assess.desktop.pages.decisions_part import DecisionsPart
    from spf_assess.desktop.pages.decisions_priorities import PrioritiesPart
    from spf_assess.desktop.pages.decisions_then import ThenPart

PRIORITIES, ACTIONS, THEN = "priorities", "actions", "then"


class DecisionsView(QWidget):
    """Three parts, each built when it is first looked at."""

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__()
        self._hub, self._order, self._words = hub, order, hub.words
        self._parts: dict[str, DecisionsPart | ActionsPart] = {}
        self._stale: set[str] = set()
        self._unspoken: set[str] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Surface("top")
        row = FlowLayout(head)
        row.setContentsMargins(24, 8, 24, 8)
        self.which = Segmented([(one, "") for one in (PRIORITIES, ACTIONS, THEN)])
        row.addWidget(self.which)
        self._stack = QStackedWidget()
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        self.which.chosen.connect(lambda _key: self._show())

    @property
    def priorities(self) -> "PrioritiesPart":
        """The groups' orders."""
        from spf_assess.desktop.pages.decisions_priorities import PrioritiesPart

        found = self.part(PRIORITIES)
        if not isinstance(found, PrioritiesPart):
            raise TypeError(found)
        return found

    @property
    def planning(self) -> "ActionsPart":
        """The plan."""
        from spf_assess.desktop.pages.decisions_actions import ActionsPart

        found = self.part(ACTIONS)
        if not isinstance(found, ActionsPart):
            raise TypeError(found)
        return found

    @property
    def then(self) -> "ThenPart":
        """What became of it."""
        from spf_assess.desktop.pages.decisions_then import ThenPart

        found = self.part(THEN)
        if not isinstance(found, ThenPart):
            raise TypeError(found)
        return found

    def speak(self, words: Words) -> None:
        """Say every word anew; what was chosen or typed stays."""
        self._words = words
        self.which.say(
            {
                PRIORITIES: words("Priorities"),
                ACTIONS: words("Actions"),
                THEN: words("Then and now"),
            },
            words("Parts of the decisions"),
        )
        self._unspoken = set(self._parts)
        self._show()

    def refresh(self, rows: "Sequence[BoardRow]" = ()) -> None:
        """Show what the file holds now; what was typed and not recorded stays."""
        del rows  # every view is given the seats
        self._stale = set(self._parts)
        self._show()

    def forget(self) -> None:
        """Begin anew with another consultation."""
        for part in self._parts.values():
            part.forget()
        self.which.select(PRIORITIES)
        self._show()

    def take_focus(self) -> None:
        """Go to what one works with here."""
        self.part(self.which.selected).take_focus()

    def go_to(self, name: str) -> None:
        """Show one of the parts."""
        self.which.select(name)
        self._show()

    def part(self, name: str) -> "DecisionsPart | ActionsPart":
        """Return a part, built by now."""
        if name not in self._parts:
            made = self._build(name)
            self._parts[name] = made
            self._stack.addWidget(made)
            made.speak(self._words)
            self._stale.add(name)
        return self._parts[name]

    def _build(self, name: str) -> "DecisionsPart | ActionsPart":
        if name == PRIORITIES:
            from spf_assess.desktop.pages.decisions_priorities import PrioritiesPart

            return PrioritiesPart(self._hub, self._order)
        if name == ACTIONS:
            from spf_assess.desktop.pages.decisions_actions import ActionsPart

            return ActionsPart(self._hub, self._order)
        from spf_assess.desktop.pages.decisions_then import ThenPart

        return ThenPart(self._hub, self._order)

    def _show(self) -> None:
        name = self.which.selected
        part = self.part(name)
        self._stack.setCurrentWidget(part)
        if name in self._unspoken:
            self._unspoken.discard(name)
            part.speak(self._words)
        if name in self._stale:
            self._stale.discard(name)
            part.refresh()
