"""Priorities: each group's own order, and the orders side by side, never joined."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.models.decided import section_name
from spf_assess.desktop.pages.decisions_conflicts import DecidedConflicts
from spf_assess.desktop.pages.decisions_part import Card, DecisionsPart, line
from spf_assess.desktop.pages.decisions_ranking import OrderBox
from spf_assess.desktop.pages.decisions_side import SideBySide
from spf_assess.desktop.parts import Button, Label, Segmented
from spf_assess.desktop.parts.announce import announce
from spf_assess.i18n import Words, constituency_name
from spf_assess.model import Constituency, Ranking

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

RANKINGS = "ranking/"


class PrioritiesPart(DecisionsPart):
    """A group is chosen, its order is made and recorded; below all of them stand."""

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__(hub, order)
        self._typing = hub.unrecorded
        self._kept: dict[Constituency, tuple[str, ...]] = {}
        self._own: frozenset[Constituency] = frozenset()
        self._names: dict[str, str] = {}
        self.conflicts = DecidedConflicts(Ranking)
        self.side = SideBySide(order)
        self._card = Card()
        benches = [(one.value, "") for one in order.benches]
        self._group = Label(role="strong")
        self.group = Segmented(benches, benches[0][0])
        self.record, self.withdraw = Button(role="primary"), Button(role="quiet")
        self._said = Label(role="small_strong")
        foot = QWidget()
        below = QVBoxLayout(foot)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(line(self.record, self.withdraw))
        below.addWidget(self._said)
        self.box = OrderBox(foot)
        self._card.add(self._group, self.group, self.box)
        for part in (self.conflicts, self._card, self.side):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.group.chosen.connect(lambda _key: self._fill())
        self.box.changed.connect(self._typed)
        self.record.clicked.connect(self._record)
        self.withdraw.clicked.connect(self._withdraw)
        self.conflicts.taken.connect(self._take)

    @property
    def bench(self) -> Constituency:
        """The group whose order is shown."""
        return Constituency(self.group.selected)

    @property
    def said(self) -> str:
        """What came of recording, or that something is not recorded yet."""
        return self._said.said

    def say(self, words: Words) -> None:
        self._card.head(
            words("Priorities of a group"),
            words(
                "Each group puts the principles and guarantees into its own order, the"
                " most urgent first, and stops where it likes. What it leaves out comes"
                " after everything it named."
            ),
        )
        name = words("Group")
        self._group.say(name)
        groups = {
            one.value: constituency_name(words, one) for one in self.order.benches
        }
        self.group.say(groups, name)
        self.record.say(words("Record the order"))
        self.withdraw.say(words("Take back what is recorded"))

    def show_file(self, consultation: "Consultation") -> None:
        words, asked = self.words, consultation.questionnaire
        sections = consultation.rankable()
        self._names = {one: section_name(words, asked, one) for one in sections}
        self._kept = {
            one.constituency: one.order
            for one in consultation.proceedings.standing(Ranking)
        }
        own = consultation.proceedings.values(Ranking)
        self._own = frozenset(one.constituency for one in own)
        self.box.offer(sections)
        self.box.speak(words, self._names)
        self.box.setEnabled(not consultation.read_only)
        self.conflicts.show_of(words, consultation)
        self.side.show_of(words, consultation)
        self._fill()

    def forget(self) -> None:
        self._kept, self._own = {}, frozenset()
        self.box.show_order(())

    def take_focus(self) -> None:
        self.group.setFocus()

    # -- inside -------------------------------------------------------------------

    @property
    def _name(self) -> str:
        return f"{RANKINGS}{self.bench}"

    def _fill(self) -> None:
        """Show what is recorded of the group, or what waits to be recorded."""
        kept = self._kept.get(self.bench, ())
        typed = self._typing.get(self._name)
        order = kept if typed is None else [str(one) for one in typed["order"]]
        if tuple(order) != self.box.order:
            self.box.show_order(order)
        self.withdraw.setVisible(self.bench in self._own)
        self._tell_waiting(waits=typed is not None)

    def _tell_waiting(self, *, waits: bool) -> None:
        words, kept = self.words, self.bench in self._kept
        self._said.say(
            words("Not recorded yet.")
            if waits
            else words("Recorded.")
            if kept
            else words("This group has given no priorities.")
        )

    def _typed(self) -> None:
        now, kept = self.box.order, self._kept.get(self.bench, ())
        self._typing.put(self._name, None if now == kept else {"order": list(now)})
        self._tell_waiting(waits=now != kept)

    def _record(self) -> None:
        bench, order = self.bench, self.box.order
        if not order:
            self._said.say(
                self.words("Name at least one principle or guarantee, then record.")
            )
            self._to_list()
            return
        if self.hub.do(lambda open_: open_.rank(bench, order)):
            self._recorded(bench)

    def _withdraw(self) -> None:
        bench = self.bench
        if self.hub.do(lambda open_: open_.rank(bench, ())):
            self._recorded(bench)
            self._to_list()

    def _recorded(self, bench: Constituency) -> None:
        self._typing.put(f"{RANKINGS}{bench}", None)
        self._fill()
        group = constituency_name(self.words, bench)
        announce(self, self.words("{group}: recorded.", group=group))

    def _to_list(self) -> None:
        first = self.box.first()
        if first is not None:
            first.setFocus()

    def _take(self, ranking: Ranking) -> None:
        """Begin with the order of one of the merged files."""
        self.group.select(ranking.constituency.value)
        self._typing.put(self._name, {"order": list(ranking.order)})
        self._fill()
        QTimer.singleShot(0, self, self._to_list)
