"""What a group makes of its position after the talk: it keeps it or moves, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.discussion_words import Changing, LevelChoices, WordsBox
from spf_assess.desktop.parts import Button, FlowLayout, Label, Segmented, Surface
from spf_assess.i18n import Words, constituency_name
from spf_assess.model import Constituency, Decision, Item, Plain, Stance

STANCES = "stance/"
_OPEN = "open"
_DECISIONS = (_OPEN, Decision.KEEP.value, Decision.MOVE.value)


@dataclass(frozen=True, slots=True)
class _Draft:
    """What stands in the fields."""

    decision: str = _OPEN
    levels: Mapping[str, int] = field(default_factory=dict)
    reason: str = ""
    reservation: str = ""


class StanceCard(Surface):
    """One group at a time; what is typed and not recorded yet waits for its group.

    It waits in the file, so that it survives the end of the program too.

    Signals:
        stated(Stance): to be recorded.
        withdrawn(Constituency): what the group stated is to be taken back.
    """

    stated = Signal(object)
    withdrawn = Signal(object)

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._typing = hub.unrecorded
        self._words: Words | None = None
        self._item: Item | None = None
        self._round = 0
        self._order: tuple[Constituency, ...] = ()
        self._kept: Mapping[Constituency, Stance] = {}
        self.bench_choice: Segmented | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        self._heading, self._why = Label(role="heading"), Label(role="small")
        self._bench_row, foot = Changing(), QWidget()
        self._stated = Label(role="second")
        self.decision = Segmented([(one, "") for one in _DECISIONS])
        self.levels = LevelChoices()
        self.reason, self.reservation = WordsBox(), WordsBox()
        self.record, self.withdraw = Button(), Button(role="quiet")
        flow = FlowLayout(foot)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self.record)
        flow.addWidget(self.withdraw)
        self._said = Label(role="small_strong")
        for part in (
            self._heading,
            self._why,
            self._bench_row,
            self._stated,
            self.decision,
            self.levels,
            self.reason,
            self.reservation,
            foot,
            self._said,
        ):
            column.addWidget(part)
        self._connect()

    @property
    def bench(self) -> Constituency:
        """Whose stance is shown.

        Raises:
            LookupError: no question is shown yet.
        """
        if self.bench_choice is None:
            raise LookupError
        return Constituency(self.bench_choice.selected)

    @property
    def said(self) -> str:
        """What came of recording, or that something is not recorded yet."""
        return self._said.said

    def forget(self) -> None:
        """Begin anew with another consultation."""
        self._item, self._kept = None, {}

    def speak(self, words: Words) -> None:
        """Say every word anew; what was typed stays."""
        self._words = words
        self._heading.say(words("After the talk"))
        self._why.say(
            words(
                "A group keeps its position or moves, with a reason. Either way it may"
                " record a reservation in its own words."
            )
        )
        name = words("What the group does")
        self.decision.say(
            {
                _OPEN: words("says nothing yet"),
                Decision.KEEP.value: words.context("position", "keeps its position"),
                Decision.MOVE.value: words.context("position", "moves"),
            },
            name,
        )
        self.reason.say(words("Reason for moving, in the group's own words"))
        self.reservation.say(words("Reservation, in the group's own words"))
        self.record.say(words("Record"))
        self.withdraw.say(words("Take back what is recorded"))
        self._say_benches()
        self._say_levels()
        self._tell_stated()

    def show_item(
        self,
        item: Item,
        order: Sequence[Constituency],
        kept: Mapping[Constituency, Stance],
        number: int,
    ) -> None:
        """Ask about a question in round *number*; *kept* is what groups have stated."""
        same = self._item is not None and self._item.id == item.id
        self._item, self._kept, self._round = item, kept, number
        if not same or tuple(order) != self._order:
            self._order = tuple(order)
            self._build_benches()
        self.levels.build(item)
        self._say_levels()
        self._show_bench()

    def tell(self, text: str) -> None:
        """Say what came of recording; what stood in the fields is kept now."""
        if self._item is not None:
            self._typing.put(self._box(self._item), None)
        self._show_bench()
        self._said.say(text)

    def choose(self, bench: Constituency) -> None:
        """Show another group."""
        if self.bench_choice is not None:
            self.bench_choice.select(bench.value)
            self._show_bench()

    # -- inside -------------------------------------------------------------------

    def _connect(self) -> None:
        self.decision.chosen.connect(lambda _key: self._typed())
        self.levels.chosen.connect(self._typed)
        self.reason.typed.connect(self._typed)
        self.reservation.typed.connect(self._typed)
        self.record.clicked.connect(self._state)
        self.withdraw.clicked.connect(lambda: self.withdrawn.emit(self.bench))

    def _build_benches(self) -> None:
        row = QWidget()
        flow = FlowLayout(row)
        self.bench_choice = Segmented([(one.value, one.value) for one in self._order])
        self.bench_choice.chosen.connect(lambda _key: self._show_bench())
        flow.addWidget(self.bench_choice)
        self._bench_row.put(row)
        self._say_benches()

    def _box(self, item: Item) -> str:
        """Return under which name the words for the group shown wait."""
        return f"{STANCES}{self._round}/{item.id}/{self.bench}"

    def _say_benches(self) -> None:
        if self._words is not None and self.bench_choice is not None:
            words = self._words
            names = {one.value: constituency_name(words, one) for one in self._order}
            self.bench_choice.say(names, words("Group"))

    def _say_levels(self) -> None:
        if self._words is not None:
            words = self._words
            self.levels.say(words, words("moves to level"), words("stays"))

    def _show_bench(self) -> None:
        """Fill the fields: what was typed and not recorded, else what is recorded."""
        if self._item is None or self.bench_choice is None:
            return
        typed = self._typing.get(self._box(self._item))
        draft = _draft_of(self._kept.get(self.bench)) if typed is None else _read(typed)
        self.decision.select(draft.decision)
        self.levels.show_levels(draft.levels)
        self.reason.show_text(draft.reason)
        self.reservation.show_text(draft.reservation)
        self._show_fields()
        self._tell_stated()
        self._tell_waiting(waits=typed is not None)

    def _show_fields(self) -> None:
        moves = self.decision.selected == Decision.MOVE.value
        self.levels.setVisible(moves)
        self.reason.setVisible(moves)
        self.reservation.setVisible(self.decision.selected != _OPEN)

    def _tell_stated(self) -> None:
        if self._words is None or self.bench_choice is None:
            return
        words, kept = self._words, self._kept.get(self.bench)
        self.withdraw.setVisible(kept is not None)
        heard = [
            constituency_name(words, one) for one in self._order if one in self._kept
        ]
        missing = [
            constituency_name(words, one)
            for one in self._order
            if one not in self._kept
        ]
        said = []
        if heard:
            said.append(words("Have stated: {groups}.", groups=", ".join(heard)))
        if missing:
            said.append(words("Still to state: {groups}.", groups=", ".join(missing)))
        self._stated.say(" ".join(said))

    def _tell_waiting(self, *, waits: bool) -> None:
        """Say whether what stands in the fields is not recorded."""
        words = self._words
        if words is not None:
            self._said.say(words("Not recorded yet.") if waits else "")

    def _typed(self) -> None:
        if self._item is None or self._words is None:
            return
        self._show_fields()
        now = _Draft(
            self.decision.selected,
            self.levels.levels,
            self.reason.text,
            self.reservation.text,
        )
        same = now == _draft_of(self._kept.get(self.bench))
        self._typing.put(self._box(self._item), None if same else asdict(now))
        self._tell_waiting(waits=not same)

    def _state(self) -> None:
        if self._words is None or self._item is None:
            return
        words, chosen = self._words, self.decision.selected
        if chosen == _OPEN:
            self._said.say(words("Choose first whether the group keeps or moves."))
            self.decision.setFocus()
            return
        moves = chosen == Decision.MOVE.value
        levels = self.levels.levels if moves else {}
        if moves and not self.reason.text:
            self.reason.tell_error(words("Write why the group moves."))
            self.reason.setFocus()
            return
        if moves and not levels:
            self._said.say(words("Choose the level to which the group moves."))
            self.levels.setFocus()
            return
        self.stated.emit(
            Stance(
                0,
                self._item.id,
                self.bench,
                Decision(chosen),
                levels=levels,
                reason=self.reason.text if moves else "",
                reservation=self.reservation.text,
                language=words.language,
            )
        )


def _read(typed: Plain) -> _Draft:
    """Return what waited in the file."""
    return _Draft(
        str(typed["decision"]),
        {str(part): int(level) for part, level in typed["levels"].items()},
        str(typed["reason"]),
        str(typed["reservation"]),
    )


def _draft_of(stance: Stance | None) -> _Draft:
    if stance is None:
        return _Draft()
    return _Draft(
        stance.decision.value, dict(stance.levels), stance.reason, stance.reservation
    )
