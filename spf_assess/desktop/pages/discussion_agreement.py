"""What is agreed on a question, and by whom; it stands beside the positions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

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
    Agreement,
    Item,
    Text,
)

_NONE = "-"


class AgreementCard(Surface):
    """A level, a statement in one language or both, who agrees, and why.

    ``agreed(Agreement)``: to be recorded.
    """

    agreed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._words: Words | None = None
        self._item: Item | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        self._heading, self._about = Label(role="heading"), Label(role="small")
        self._levels: dict[str, tuple[Label, Segmented]] = {}
        rows, who, foot = QWidget(), QWidget(), QWidget()
        self._rows = rows
        QVBoxLayout(rows).setContentsMargins(0, 0, 0, 0)
        self._english, self._french = Entry(COMMENT_LIMIT), Entry(COMMENT_LIMIT)
        self._why = Entry(COMMENT_LIMIT)
        self._who = {one: QCheckBox() for one in BENCHES}
        flow = FlowLayout(who)
        for box in self._who.values():
            flow.addWidget(box)
        self._by = Label(role="strong")
        self._record, self._said = Button(role="primary"), Label(role="small")
        FlowLayout(foot).addWidget(self._record)
        for part in (
            self._heading,
            self._about,
            rows,
            self._english,
            self._french,
            self._by,
            who,
            self._why,
            foot,
            self._said,
        ):
            column.addWidget(part)
        self._record.clicked.connect(self._agree)

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._words = words
        self._heading.say(words("What is agreed"))
        self._about.say(
            words(
                "Positions stay as they are. Only a level that all three groups agree"
                " is the joint level."
            )
        )
        self._english.say(words("Agreed statement in English"))
        self._french.say(words("Agreed statement in French"))
        self._by.say(words("Agreed by"))
        for bench, box in self._who.items():
            name = constituency_name(words, bench)
            box.setText(name)
            box.setAccessibleName(words("Agreed by: {group}", group=name))
        self._why.say(words("How it came about"))
        self._record.say(words("Record the agreement"))
        self._say_levels()

    def show_item(self, item: Item, agreement: Agreement | None) -> None:
        """Ask about another question, or show again what was agreed on this one."""
        if self._item is not item:
            self._item = item
            self._build_levels(item)
        for name, (_label, choice) in self._levels.items():
            level = None if agreement is None else agreement.levels.get(name)
            choice.select(_NONE if level is None else str(level))
        statement = {} if agreement is None else agreement.statement.by_language
        self._english.field.setText(statement.get("en", ""))
        self._french.field.setText(statement.get("fr", ""))
        self._why.field.setText("" if agreement is None else agreement.why)
        for bench, box in self._who.items():
            box.setChecked(agreement is not None and bench in agreement.agreed_by)
        self._said.say("")

    def tell(self, text: str) -> None:
        """Say what came of recording."""
        self._said.say(text)

    def _build_levels(self, item: Item) -> None:
        column = self._rows.layout()
        for label, choice in self._levels.values():
            for widget in (label, choice):
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._levels = {}
        for part in item.parts:
            label = Label(role="strong")
            choice = Segmented([(one, one) for one in (_NONE, "1", "2", "3", "4")])
            if column is not None:
                column.addWidget(label)
                column.addWidget(choice)
            self._levels[part.name] = (label, choice)
        self._say_levels()

    def _say_levels(self) -> None:
        if self._words is None or self._item is None:
            return
        words = self._words
        names = {LAW: words("In law"), PRACTICE: words("In practice")}
        for part, (label, choice) in self._levels.items():
            name = names.get(part) or words.text(self._item.part(part).label)
            said = words("{name}: agreed level", name=name)
            label.say(said)
            keys = {_NONE: words("none"), **{one: one for one in "1234"}}
            choice.say(keys, said)

    def _agree(self) -> None:
        if self._item is None:
            return
        self.agreed.emit(
            Agreement(
                0,
                self._item.id,
                levels={
                    name: int(choice.selected)
                    for name, (_label, choice) in self._levels.items()
                    if choice.selected != _NONE
                },
                statement=Text.of(en=self._english.text, fr=self._french.text),
                agreed_by=tuple(
                    bench for bench, box in self._who.items() if box.isChecked()
                ),
                why=self._why.text,
            )
        )
