"""Who answered: what the packet says of the respondent, in its own hands."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.fields.choices import Choices
from spf_assess.desktop.fields.face import Wording
from spf_assess.desktop.fields.option import Card, TickCard
from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.parts import FlowLayout, Label
from spf_assess.desktop.parts.columns import ColumnsLayout
from spf_assess.desktop.parts.entry import Entry
from spf_assess.i18n import Words, record_rule
from spf_assess.model import (
    EMPTY,
    NAME_LIMIT,
    Respondent,
    RespondentKind,
    Text,
)

_GAP, _BLOCK = 6, 14
_WOMAN, _MAN, _NOT_SAID = "woman", "man", "not_said"
_DIGITS = 5
_THREE_COLUMNS = 480
_NAMES = ("members", "women", "men")


class People(Stack):
    """Name, organization, members by sex, and the two consents (off by default).

    ``changed()`` after every change by the person, ``left()`` of a box.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._quiet = False, False
        self._consents = EMPTY, EMPTY
        self.name, self.organization = Entry(NAME_LIMIT), Entry(NAME_LIMIT)
        self._members = _Members()
        self._sex_label = Label(role="strong")
        self._sexes = Choices(self)
        self._sex_cards = {key: Card() for key in (_WOMAN, _MAN, _NOT_SAID)}
        line = self._sex_line = QWidget()
        columns = ColumnsLayout(line, least=_THREE_COLUMNS, gap=8)
        for card in self._sex_cards.values():
            columns.addWidget(card)
        self._sexes.add_row(self._sex_cards)
        self._consent = Label(role="strong")
        self._may_name, self._may_quote = TickCard(), TickCard()
        self._record = Label()
        self._record.hide()
        self._lay_out()
        self._connect()

    def show_respondent(self, me: Respondent) -> None:
        """Show what is known, without telling anyone."""
        self._bench = me.kind is RespondentKind.BENCH
        _show(self.name, me.name)
        _show(self.organization, me.organization)
        self._members.setVisible(self._bench)
        self._sex_label.setVisible(not self._bench)
        self._sex_line.setVisible(not self._bench)
        self._members.show_numbers(me)
        sex = _WOMAN if me.women else _MAN if me.men else ""
        if sex or self._sexes.chosen != _NOT_SAID:
            self._sexes.show(sex)
        self._quiet = True
        self._may_name.setChecked(me.consent_named)
        self._may_quote.setChecked(me.consent_quoted)
        self._quiet = False

    def show_consents(
        self, consents: tuple[Text, Text], words: Words, *, open_record: bool = False
    ) -> None:
        """Ask for consent in the words that the invitation brought, if it did.

        Where an *open_record* was agreed, that is said before anything is handed in.
        """
        self._consents = consents
        self._record.setVisible(open_record)
        self._say_consents(words)

    def respondent(self, me: Respondent) -> Respondent:
        """Return *me* with what was entered; impossible numbers are left out."""
        said = replace(
            me,
            name=self.name.text,
            organization=self.organization.text,
            consent_named=self._may_name.isChecked(),
            consent_quoted=self._may_quote.isChecked(),
        )
        if not self._bench:
            chosen = self._sexes.chosen
            return replace(said, women=int(chosen == _WOMAN), men=int(chosen == _MAN))
        members, women, men = self._members.numbers()
        if members is None or women is None or men is None:
            return said
        return replace(said, members=members, women=women, men=men)

    def check(self, words: Words) -> dict[QWidget, str]:
        """Return what is to be mended, by the box to go to, and say it there."""
        return self._members.check(words) if self._bench else {}

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self.setAccessibleName(words("Who answered"))
        self.name.say(
            words("Name"), words("May be left out. It is printed only if you agree.")
        )
        self.organization.say(words("Organization"), words("May be left out."))
        self._members.speak(words)
        sexes = words("You are")
        self._sex_label.say(sexes)
        self._sex_line.setAccessibleName(sexes)
        told = {
            _WOMAN: words("a woman"),
            _MAN: words("a man"),
            _NOT_SAID: words("Prefer not to answer"),
        }
        for key, card in self._sex_cards.items():
            card.say(Wording(told[key], chosen=words("Chosen")), words.language)
        self._consent.say(words("What may stand in the report"))
        self._record.say(record_rule(words, open_record=True))
        self._say_consents(words)
        if self._members.told:
            self._members.check(words)

    def _say_consents(self, words: Words) -> None:
        named, quoted = self._consents
        for tick, given, text, detail in (
            (
                self._may_name,
                named,
                words("My name, or that of the organization, may be printed"),
                words("If not ticked, the report names only the group."),
            ),
            (
                self._may_quote,
                quoted,
                words("My comments may be quoted"),
                words("If not ticked, comments stay in the consultation's file."),
            ),
        ):
            said = words.text(given) or text
            wording = Wording(said, detail, chosen=words("Chosen"), square=True)
            tick.say(wording, words.language)

    def _lay_out(self) -> None:
        self.add(self.name)
        self.add(self.organization, _BLOCK)
        self.add(self._members, _BLOCK)
        self.add(self._sex_label, _BLOCK)
        self.add(self._sex_line, _GAP)
        self.add(self._consent, _BLOCK)
        self.add(self._record, _GAP)
        self.add(self._may_name, _GAP)
        self.add(self._may_quote, _GAP)

    def _connect(self) -> None:
        for entry in (self.name, self.organization, *self._members.entries.values()):
            entry.field.textEdited.connect(lambda _text: self.changed.emit())
            entry.field.editingFinished.connect(self.left)
        self._sexes.picked.connect(lambda _key: self._chosen())
        self._sexes.erased.connect(self._chosen)
        for card in (self._may_name, self._may_quote):
            card.toggled.connect(lambda _on: self._chosen())

    def _chosen(self) -> None:
        if self._quiet:
            return
        self.changed.emit()
        self.left.emit()


class _Members(QWidget):
    """How many took part, women and men among them."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        line = QWidget()
        flow = FlowLayout(line)
        self.entries = {name: Entry(_DIGITS) for name in _NAMES}
        for entry in self.entries.values():
            flow.addWidget(entry)
        self._error = Label(role="warn")
        self._error.hide()
        column.addWidget(line)
        column.addWidget(self._error)

    @property
    def told(self) -> bool:
        """Whether something to be mended is shown."""
        return not self._error.isHidden()

    def show_numbers(self, me: Respondent) -> None:
        for name, entry in self.entries.items():
            number = getattr(me, name)
            _show(entry, str(number) if number or name == "members" else "")

    def numbers(self) -> tuple[int | None, int | None, int | None]:
        """Return members, women and men; None for what is no possible number."""
        found = [_whole(self.entries[name].text) for name in _NAMES]
        members, women, men = found
        if members is None or women is None or men is None or not members:
            return None, None, None
        return (members, women, men) if women + men <= members else (None, None, None)

    def check(self, words: Words) -> dict[QWidget, str]:
        fine = self.numbers() != (None, None, None)
        text = words(
            "Give whole numbers; women and men together are no more than all members."
        )
        self._error.say("" if fine else text)
        self._error.setVisible(not fine)
        return {} if fine else {self.entries["members"].field: text}

    def speak(self, words: Words) -> None:
        self.entries["members"].say(words("Members who took part"))
        self.entries["women"].say(words("Women among them"))
        self.entries["men"].say(words("Men among them"))


def _whole(text: str) -> int | None:
    if not text:
        return 0
    return int(text) if text.isascii() and text.isdigit() else None


def _show(entry: Entry, text: str) -> None:
    if entry.text != text:
        entry.field.setText(text)
