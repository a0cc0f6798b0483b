"""What is agreed on a question, and by whom; it stands beside the positions."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.discussion_words import Changing, LevelChoices, WordsBox
from spf_assess.desktop.parts import Button, FlowLayout, Label, Surface
from spf_assess.i18n import Words, agreed_text, constituency_name
from spf_assess.model import BENCHES, Agreement, Constituency, Item, Plain, Text

AGREEMENTS = "agreement/"
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Draft:
    """What stands in the fields."""

    levels: Mapping[str, int] = field(default_factory=dict)
    english: str = ""
    french: str = ""
    why: str = ""
    who: frozenset[Constituency] = frozenset()


class AgreementCard(Surface):
    """A level, a statement in one language or both, who agrees, and why.

    Signals:
        agreed(Agreement): to be recorded.
        withdrawn(): what is agreed is to be taken back.
    """

    agreed = Signal(object)
    withdrawn = Signal()

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._typing = hub.unrecorded
        self._words: Words | None = None
        self._item: Item | None = None
        self._round = 0
        self._kept: Agreement | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        self._heading, self._about = Label(role="heading"), Label(role="small")
        self.levels = LevelChoices()
        self._who_row, foot = Changing(), QWidget()
        self.english, self.french, self.why = WordsBox(), WordsBox(), WordsBox(1)
        self.who: dict[Constituency, Button] = {}
        self._by, self._kept_told = Label(role="strong"), Label(role="second")
        self.record, self.withdraw = Button(), Button(role="quiet")
        flow = FlowLayout(foot)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self.record)
        flow.addWidget(self.withdraw)
        self._said = Label(role="small_strong")
        for part in (
            self._heading,
            self._about,
            self._kept_told,
            self.levels,
            self.english,
            self.french,
            self._by,
            self._who_row,
            self.why,
            foot,
            self._said,
        ):
            column.addWidget(part)
        self._connect()

    @property
    def said(self) -> str:
        """What came of recording, or that something is not recorded yet."""
        return self._said.said

    def forget(self) -> None:
        """Begin anew with another consultation."""
        self._item = self._kept = None

    def speak(self, words: Words) -> None:
        """Say every word anew; what was typed stays."""
        self._words = words
        self._heading.say(words("What is agreed"))
        self._about.say(
            words(
                "Positions stay as they are. Only a level that all three groups agree"
                " is the joint level."
            )
        )
        self.english.say(words("Agreed statement in English"))
        self.french.say(words("Agreed statement in French"))
        self._by.say(words("Agreed by"))
        self._say_groups()
        self.why.say(words("How it came about"))
        self.record.say(words("Record the agreement"))
        self.withdraw.say(words("Take back what is recorded"))
        self._say_levels()
        self._tell_kept()

    def show_item(
        self,
        item: Item,
        order: Sequence[Constituency],
        agreement: Agreement | None,
        number: int,
        *,
        levels: bool,
    ) -> None:
        """Ask about a question in round *number*; levels from the second on."""
        self._item, self._kept, self._round = item, agreement, number
        self.levels.build(item)
        self.levels.setVisible(levels)
        if tuple(order) != tuple(self.who):
            self._build_groups(order)
        self._say_levels()
        self._fill()

    def tell(self, text: str) -> None:
        """Say what came of recording; what stood in the fields is kept now."""
        if self._item is not None:
            self._typing.put(self._box(self._item), None)
        self._fill()
        self._said.say(text)

    # -- inside -------------------------------------------------------------------

    def _connect(self) -> None:
        for box in (self.english, self.french, self.why):
            box.typed.connect(self._typed)
        self.levels.chosen.connect(self._typed)
        self.record.clicked.connect(self._agree)
        self.withdraw.clicked.connect(self.withdrawn)

    def _build_groups(self, order: Sequence[Constituency]) -> None:
        """Offer the groups that were asked, in the order in which they speak."""
        self.who, row = {}, QWidget()
        flow = FlowLayout(row)
        for bench in order:
            button = self.who[bench] = Button(role="filter")
            button.clicked.connect(self._typed)
            flow.addWidget(button)
        self._who_row.put(row)
        self._say_groups()

    def _box(self, item: Item) -> str:
        """Return under which name the words on a question wait."""
        return f"{AGREEMENTS}{self._round}/{item.id}"

    def _say_groups(self) -> None:
        words = self._words
        for bench, button in self.who.items():
            if words is not None:
                name = constituency_name(words, bench)
                button.say(name)
                button.setAccessibleName(words("Agreed by: {group}", group=name))

    def _say_levels(self) -> None:
        if self._words is not None:
            words = self._words
            self.levels.say(words, words("agreed level"), words("none"))

    def _fill(self) -> None:
        if self._item is None:
            return
        typed = self._typing.get(self._box(self._item))
        draft = _draft_of(self._kept) if typed is None else _read(typed)
        self.levels.show_levels(draft.levels)
        self.english.show_text(draft.english)
        self.french.show_text(draft.french)
        self.why.show_text(draft.why)
        for bench, button in self.who.items():
            button.setChecked(bench in draft.who)
        self._tell_kept()
        self._tell_waiting(waits=typed is not None)

    def _tell_kept(self) -> None:
        kept = self._kept
        self.withdraw.setVisible(kept is not None)
        self._kept_told.setVisible(kept is not None)
        if self._words is not None and kept is not None:
            self._kept_told.say(agreed_text(self._words, kept.agreed_by) + ".")

    def _now(self) -> _Draft:
        return _Draft(
            self.levels.levels,
            self.english.text,
            self.french.text,
            self.why.text,
            frozenset(one for one, button in self.who.items() if button.isChecked()),
        )

    def _tell_waiting(self, *, waits: bool) -> None:
        """Say whether what stands in the fields is not recorded."""
        words = self._words
        if words is not None:
            self._said.say(words("Not recorded yet.") if waits else "")

    def _typed(self) -> None:
        if self._item is None or self._words is None:
            return
        now = self._now()
        same = now == _draft_of(self._kept)
        self._typing.put(self._box(self._item), None if same else _plain(now))
        self._tell_waiting(waits=not same)

    def _agree(self) -> None:
        if self._item is None or self._words is None:
            return
        words, now = self._words, self._now()
        if not (now.levels or now.english or now.french):
            self.english.tell_error(words("Write what is agreed, or choose a level."))
            self.english.setFocus()
            return
        if len(now.who) < _FEWEST:
            self._said.say(words("Choose the groups that agree, at least two."))
            next(iter(self.who.values())).setFocus()
            return
        self.agreed.emit(
            Agreement(
                0,
                self._item.id,
                levels=dict(now.levels),
                statement=Text.of(en=now.english, fr=now.french),
                agreed_by=tuple(one for one in BENCHES if one in now.who),
                why=now.why,
            )
        )


def _plain(draft: _Draft) -> Plain:
    who = sorted(one.value for one in draft.who)
    return {**asdict(draft), "levels": dict(draft.levels), "who": who}


def _read(typed: Plain) -> _Draft:
    """Return what waited in the file."""
    return _Draft(
        {str(part): int(level) for part, level in typed["levels"].items()},
        str(typed["english"]),
        str(typed["french"]),
        str(typed["why"]),
        frozenset(Constituency(one) for one in typed["who"]),
    )


def _draft_of(agreement: Agreement | None) -> _Draft:
    if agreement is None:
        return _Draft()
    statement = agreement.statement.by_language
    return _Draft(
        dict(agreement.levels),
        statement.get("en", ""),
        statement.get("fr", ""),
        agreement.why,
        frozenset(agreement.agreed_by),
    )
