"""What a group makes of its position after the talk: it keeps it or moves, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.parts import (
    Button,
    Entry,
    FlowLayout,
    Label,
    Segmented,
    Surface,
)
from spf_assess.i18n import Words, constituency_name
from spf_assess.model import (
    BENCHES,
    COMMENT_LIMIT,
    LAW,
    PRACTICE,
    Constituency,
    Decision,
    Item,
    Stance,
)

_NONE = "-"


class StanceCard(Surface):
    """One group at a time; it keeps its position unless a level is chosen.

    ``stated(Stance)``: to be recorded. ``bench_chosen()``: another group is shown.
    """

    stated = Signal(object)
    bench_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._words: Words | None = None
        self._item: Item | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        self._heading, self._why = Label(role="heading"), Label(role="small")
        self._bench = Segmented([(one.value, "") for one in BENCHES])
        self._levels: dict[str, tuple[Label, Segmented]] = {}
        self._level_rows = QWidget()
        self._level_column = QVBoxLayout(self._level_rows)
        self._level_column.setContentsMargins(0, 0, 0, 0)
        self._reason, self._reservation = Entry(COMMENT_LIMIT), Entry(COMMENT_LIMIT)
        self._record = Button(role="primary")
        foot = QWidget()
        FlowLayout(foot).addWidget(self._record)
        self._said = Label(role="small")
        for part in (
            self._heading,
            self._why,
            self._bench,
            self._level_rows,
            self._reason,
            self._reservation,
            foot,
            self._said,
        ):
            column.addWidget(part)
        self._bench.chosen.connect(lambda _key: self.bench_chosen.emit())
        self._record.clicked.connect(self._state)

    @property
    def bench(self) -> Constituency:
        """Whose stance is shown."""
        return Constituency(self._bench.selected)

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._words = words
        self._heading.say(words("After the talk"))
        self._why.say(
            words(
                "A group keeps its position or moves, with a reason. Either way it may"
                " record a reservation in its own words."
            )
        )
        self._bench.say(
            {one.value: constituency_name(words, one) for one in BENCHES},
            words("Group"),
        )
        self._reason.say(words("Reason, if the group moves"))
        self._reservation.say(words("Reservation, in the group's own words"))
        self._record.say(words("Record"))
        self._say_levels()

    def show_item(self, item: Item, first: Constituency) -> None:
        """Ask about another question, beginning with the group that speaks first."""
        self._item = item
        self._bench.select(first.value)
        for label, choice in self._levels.values():
            for widget in (label, choice):
                self._level_column.removeWidget(widget)
                widget.deleteLater()
        self._levels = {}
        for part in item.parts:
            label = Label(role="strong")
            choice = Segmented([(one, one) for one in (_NONE, "1", "2", "3", "4")])
            self._level_column.addWidget(label)
            self._level_column.addWidget(choice)
            self._levels[part.name] = (label, choice)
        self._say_levels()
        self.show_stance(None)

    def show_stance(self, stance: Stance | None) -> None:
        """Show what the group stated so far, or nothing."""
        for name, (_label, choice) in self._levels.items():
            level = None if stance is None else stance.levels.get(name)
            choice.select(_NONE if level is None else str(level))
        self._reason.field.setText("" if stance is None else stance.reason)
        kept = "" if stance is None else stance.reservation
        self._reservation.field.setText(kept)
        self._said.say("")

    def tell(self, text: str) -> None:
        """Say what came of recording."""
        self._said.say(text)

    def _say_levels(self) -> None:
        if self._words is None or self._item is None:
            return
        words = self._words
        names = {LAW: words("In law"), PRACTICE: words("In practice")}
        for part, (label, choice) in self._levels.items():
            name = names.get(part) or words.text(self._item.part(part).label)
            said = words("{name}: to level", name=name)
            label.say(said)
            keys = {_NONE: words("stays"), **{one: one for one in "1234"}}
            choice.say(keys, said)

    def _state(self) -> None:
        if self._words is None or self._item is None:
            return
        levels = {
            name: int(choice.selected)
            for name, (_label, choice) in self._levels.items()
            if choice.selected != _NONE
        }
        self.stated.emit(
            Stance(
                0,
                self._item.id,
                self.bench,
                Decision.MOVE if levels else Decision.KEEP,
                levels=levels,
                reason=self._reason.text,
                reservation=self._reservation.text,
                language=self._words.language,
            )
        )
