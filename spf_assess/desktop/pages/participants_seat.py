"""The seat chosen in the list: what is known of it, and its invitation."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.consultation import BoardRow
from spf_assess.consultation.sheets import SheetState
from spf_assess.desktop.models.participants import row_state
from spf_assess.desktop.models.participants_words import (
    LANGUAGE_NAMES,
    kind_text,
    members_text,
    seat_name,
    sheet_text,
    waiting_text,
)
from spf_assess.desktop.parts import (
    BenchMark,
    Button,
    FlowLayout,
    Label,
    QuietScroll,
    Rule,
    State,
    StateIcon,
)
from spf_assess.i18n import COLON, Words, constituency_name, date_text
from spf_assess.i18n.channels import channel_name
from spf_assess.model import Channel, Constituency, Problem

if TYPE_CHECKING:
    from spf_assess.consultation.collecting import SheetStatus


class SeatPanel(QWidget):
    """One seat in words.

    Signals:
        change_wanted(), removal_wanted(): of this seat, while nobody uses it.
        invitation_wanted(): write this seat's invitation, for the first time or again.
        packets_wanted(): look at the packets of this seat that are kept aside.
        sheet_wanted(): answer on this computer, behind a PIN.
        keying_wanted(): key the answers from paper.
    """

    change_wanted = Signal()
    removal_wanted = Signal()
    invitation_wanted = Signal()
    packets_wanted = Signal()
    sheet_wanted = Signal()
    keying_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self._build_who()
        self._rule()
        self._build_state()
        self._rule()
        self._build_invitation()
        self._build_other_ways()
        self._column.addStretch(1)
        outer.addWidget(QuietScroll(content))
        content.setAutoFillBackground(False)
        self._write.clicked.connect(self.invitation_wanted)
        self._aside.clicked.connect(self.packets_wanted)

    def _rule(self) -> None:
        self._column.addSpacing(4)
        self._column.addWidget(Rule())
        self._column.addSpacing(4)

    def _build_who(self) -> None:
        head = QHBoxLayout()
        self._mark = BenchMark(Constituency.GOVERNMENT)
        self._group = Label(role="small")
        head.addWidget(self._mark)
        head.addWidget(self._group, 1)
        self._name = Label(role="heading")
        self._facts = [Label(role="small_text") for _fact in range(3)]
        self._column.addLayout(head)
        for label in (self._name, *self._facts):
            self._column.addWidget(label)
        self._change, self._remove = Button(role="quiet"), Button(role="quiet")
        self._tools = QWidget()
        tools = FlowLayout(self._tools)
        tools.addWidget(self._change)
        tools.addWidget(self._remove)
        self._column.addWidget(self._tools)
        self._change.clicked.connect(self.change_wanted)
        self._remove.clicked.connect(self.removal_wanted)

    def _build_state(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(8)
        self._icon, self._state = StateIcon(State.TODO), Label(role="strong")
        state.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self._state, 1)
        self._more, self._aside = Label(role="small_text"), Button(role="quiet")
        self._why, self._sheet = Label(role="small_text"), Label(role="small_text")
        self._column.addLayout(state)
        self._column.addWidget(self._more)
        self._clock = Label(role="warn")
        self._column.addWidget(self._clock)
        self._column.addWidget(self._why)
        self._column.addWidget(_left(self._aside))
        self._column.addWidget(self._sheet)

    def _build_invitation(self) -> None:
        self._invitation, self._about = Label(role="strong"), Label(role="small")
        self._write, self._written = Button(), Label(role="small_text")
        for widget in (
            self._invitation,
            self._about,
            _left(self._write),
            self._written,
        ):
            self._column.addWidget(widget)

    def _build_other_ways(self) -> None:
        self._others = QWidget()
        column = QVBoxLayout(self._others)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(Rule())
        self._other, self._ways = Label(role="strong"), Label(role="small")
        self._here, self._key = Button(), Button()
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self._here)
        flow.addWidget(self._key)
        for widget in (self._other, self._ways, buttons):
            column.addWidget(widget)
        self._column.addWidget(self._others)
        self._here.clicked.connect(self.sheet_wanted)
        self._key.clicked.connect(self.keying_wanted)

    @property
    def write_button(self) -> Button:
        """The button that writes the invitation."""
        return self._write

    def show_row(
        self,
        row: BoardRow,
        written: str,
        words: Words,
        sheet: "SheetStatus | None" = None,
        clock: Problem | None = None,
    ) -> None:
        """Show a seat; *written* is the file its invitation was last written to.

        *clock*: what is wrong with the clock that dated its packet.
        """
        who = row.respondent
        self._mark.show_bench(who.constituency)
        self._group.say(constituency_name(words, who.constituency))
        self._name.say(seat_name(words, who))
        self._say_facts(row, words)
        self._icon.show_state(row_state(row))
        self._state.say(words("handed in") if row.handed_in else words("awaited"))
        self._more.say(_more(row, words))
        self._more.setVisible(bool(self._more.said))
        self._why.say(waiting_text(words, row))
        self._sheet.say(sheet_text(words, sheet))
        self._clock.say("" if clock is None else f"{words.tell(clock)} [{clock.code}]")
        for label in (self._why, self._sheet, self._clock):
            label.setVisible(bool(label.said))
        self._aside.setVisible(bool(row.quarantined))
        self._aside.say(
            words.plural(
                "See {number} packet kept aside",
                "See {number} packets kept aside",
                row.quarantined,
            )
        )
        self._say_invitation(written, words)
        self._other.say(words("On this computer"))
        self._ways.say(
            words(
                "Without a computer of their own: answer here behind a PIN, unseen by"
                " the others, or key what was written on paper."
            )
        )
        self._here.say(
            words("Answer here…") if sheet is None else words("Open the sheet…")
        )
        self._key.say(words("Key from paper…"))
        here, key = _ways_open(row, sheet)
        self._here.setVisible(here)
        self._key.setVisible(key)
        self._others.setVisible(here or key)

    def let_change(self, words: Words, *, change: bool, remove: bool) -> None:
        """Offer to change the seat or to take it away, or not."""
        name = self._name.said
        for button, text, on in (
            (self._change, words("Change the seat…"), change),
            (self._remove, words("Take it away"), remove),
        ):
            button.say(text)
            button.setAccessibleName(f"{text}, {name}")
            button.setVisible(on)
        self._tools.setVisible(change or remove)

    def _say_facts(self, row: BoardRow, words: Words) -> None:
        who, colon = row.respondent, words.text(COLON)
        told = (
            words("Who answers") + colon + kind_text(words, who),
            words("Members") + colon + members_text(words, who),
            words("Language") + colon + LANGUAGE_NAMES[who.language],
        )
        for label, text in zip(self._facts, told, strict=True):
            label.say(text)

    def _say_invitation(self, written: str, words: Words) -> None:
        self._invitation.say(words("Invitation"))
        self._about.say(
            words(
                "A small file (.spfi) for this seat alone. Pass it on by USB stick or"
                " e-mail; it opens with this program. Written again, it stays the"
                " same."
            )
        )
        self._write.say(
            words("Write it again…") if written else words("Write the invitation…")
        )
        self._written.say(
            words("The invitation is in {file}.", file=written) if written else ""
        )
        self._written.setVisible(bool(written))


def _ways_open(row: BoardRow, sheet: "SheetStatus | None") -> tuple[bool, bool]:
    """Return whether a seat can answer here, and be keyed: each keeps to one way."""
    last = row.last_packet
    way = last.channel if row.handed_in and last is not None else None
    closed = sheet is not None and sheet.state is SheetState.HANDED_IN
    here = way in (None, Channel.HERE, Channel.IN_TURN) and not closed
    return here, way in (None, Channel.PAPER) and sheet is None


def _more(row: BoardRow, words: Words) -> str:
    if not row.handed_in:
        return ""
    said = words(
        "Packet no. {number} of {date}: {answered} of {asked} questions answered.",
        number=row.seq,
        date=date_text(row.handed_in_at, words.language),
        answered=row.answered,
        asked=row.asked,
    )
    if row.last_packet is None:
        return said
    way = channel_name(words, row.last_packet.channel)
    return f"{said}\n{words('How it came')}{words.text(COLON)}{way}"


def _left(widget: QWidget) -> QWidget:
    """Return a line that holds *widget* at its left."""
    line = QWidget()
    FlowLayout(line).addWidget(widget)
    return line
