"""Handing in: who answered, where the packet goes, and its receipt."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.handed_in_people import People
from spf_assess.desktop.pages.handed_in_receipt import Receipt
from spf_assess.desktop.pages.page import Page
from spf_assess.desktop.pages.places import documents
from spf_assess.desktop.parts import (
    Button,
    ErrorSummary,
    FlowLayout,
    Label,
    Notice,
    QuietScroll,
    Surface,
)
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.edges import EdgesLayout
from spf_assess.desktop.parts.measure import Measure
from spf_assess.i18n import Words, constituency_name, date_text
from spf_assess.model import Channel, Constituency, Problem

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation, HandIn

_SIDE, _MEASURE, _SOON_MS = 56, 820, 600


class HandedInPage(Page):
    """Before: who answered and what may be printed. After: the eight words.

    Handing in can be done again; the packet then has the next number, and the
    facilitator's file keeps the latest.
    """

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._done: HandIn | None = None
        self._of: Consultation | None = None
        self._heading, self._lead = Label(role="title"), Label(role="second")
        self._errors, self._changed = ErrorSummary(), Notice("warn")
        self._people, self._receipt = People(), Receipt()
        self._next = Label()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._scroll = QuietScroll(self._build_content())
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._build_foot())
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_SOON_MS)
        self._clock.timeout.connect(self._save)
        self._connect()

    def title(self) -> str:
        return self.hub.words("Hand in")

    def speak(self, words: Words) -> None:
        self._people.speak(words)
        self._back.say(words("Back to checking"))
        self._own.say(words("Print your answers…"))
        self._again.say(words("Continue answering"))
        self._away.say(words("Done: close the sheet"))
        self._tell()

    def arrive(self, detail: object = None) -> None:
        del detail
        open_ = self.hub.consultation
        if open_ is None:
            return
        if self._of is not open_:
            self._of, self._done = open_, None
        self._people.show_consents(
            open_.consents, self.hub.words, open_record=open_.open_record
        )
        self._people.show_respondent(open_.me())
        if self._done is not None and open_.changed_since_hand_in():
            self._done = None
        self._scroll.verticalScrollBar().setValue(0)
        self._tell()
        if self._done is None:
            self._people.name.field.setFocus()
        else:
            self._again.setFocus()

    def pause(self) -> None:
        self._save()

    def leave(self) -> bool:
        return self._save()

    def _build_content(self) -> QWidget:
        content = QWidget()
        around = QVBoxLayout(content)
        around.setContentsMargins(_SIDE, 20, _SIDE, 20)
        inner = Measure(_MEASURE)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (
            self._heading,
            self._lead,
            self._changed,
            self._errors,
            self._people,
            self._receipt,
            self._next,
        ):
            column.addWidget(part)
        self._changed.hide()
        around.addWidget(inner)
        around.addStretch(1)
        return content

    def _build_foot(self) -> QWidget:
        foot = Surface("foot")
        edges = EdgesLayout(foot)
        edges.setContentsMargins(_SIDE, 9, _SIDE, 10)
        left, right = QWidget(), QWidget()
        self._back, self._again = Button(), Button()
        self._away = Button(role="primary")
        self._hand_in = Button(role="primary")
        first, last = FlowLayout(left), FlowLayout(right)
        self._own = Button()
        first.addWidget(self._back)
        first.addWidget(self._own)
        last.addWidget(self._again)
        last.addWidget(self._hand_in)
        last.addWidget(self._away)
        edges.addWidget(left)
        edges.addWidget(right)
        return foot

    def _connect(self) -> None:
        self._people.changed.connect(self._clock.start)
        self._people.left.connect(self._save)
        self._back.clicked.connect(lambda: self.wanted.emit("check", None))
        self._own.clicked.connect(lambda: self.wanted.emit("own", "handed_in"))
        self._again.clicked.connect(lambda: self.wanted.emit("answering", None))
        self._hand_in.clicked.connect(self._ask_where)
        self._away.clicked.connect(self.hub.put_sheet_away)
        self._errors.chosen.connect(_focus)
        self.hub.closed.connect(self._let_go)

    def _let_go(self) -> None:
        self._of, self._done = None, None
        self._clock.stop()

    def _save(self) -> bool:
        """Write what was said of the respondent; True where there is nothing to do."""
        self._clock.stop()
        open_ = self.hub.consultation
        if open_ is None or self._of is not open_ or self._done is not None:
            return True
        me = open_.me()
        said = self._people.respondent(me)
        if said == me or open_.read_only:
            return True
        return self.hub.do(lambda one: one.update_respondent(said))

    def _ask_where(self) -> None:
        words, open_ = self.hub.words, self.hub.consultation
        if open_ is None:
            return
        if self._done is not None:
            self._done = None
            self._tell()
            self._people.name.field.setFocus()
            return
        found = self._people.check(words)
        heading = words.plural(
            "{number} point to correct first",
            "{number} points to correct first",
            len(found),
        )
        self._errors.tell(heading, [(text, box) for box, text in found.items()])
        if found:
            next(iter(found)).setFocus()
            return
        if self.hub.sheet is not None:
            self._hand_over()
        elif self._save():
            self.hub.files.save_file(
                self,
                words("Where to put the packet, for example a USB stick"),
                documents() / file_name(words, open_),
                words("Answer packet") + " (*.spfr)",
                self._write,
            )

    def _hand_over(self) -> None:
        """Hand in the sheet that is open here; the facilitator's file takes it in."""
        handed = self.hub.hand_in_sheet() if self._save() else None
        if handed is None:
            return
        self._done, record = handed
        self._of = self.hub.consultation
        if record.reason:
            self.hub.tell(Problem(record.reason, record.says, **record.facts))
        self._tell()
        self._scroll.verticalScrollBar().setValue(0)
        self._away.setFocus()
        announce(self, self._heading.said)

    def _write(self, path: Path) -> None:
        open_ = self.hub.consultation
        if open_ is None:
            return
        try:
            self._done = open_.hand_in(open_.me().id, path)
        except Problem as problem:
            self.hub.tell(problem)
            return
        self._of = open_
        self.hub.remember()
        self._tell()
        self._scroll.verticalScrollBar().setValue(0)
        self._again.setFocus()
        announce(self, self._heading.said)

    def _tell(self) -> None:
        done = self._done
        self._people.setVisible(done is None)
        self._receipt.setVisible(done is not None)
        self._next.setVisible(done is not None)
        sheet = self.hub.sheet
        last = done is not None and sheet is not None
        alone = last and sheet is not None and sheet.channel is Channel.IN_TURN
        self._again.setVisible(done is not None and not alone)
        self._back.setVisible(not alone)
        self._hand_in.setVisible(not last)
        self._away.setVisible(last)
        if done is None:
            self._errors.setVisible(False)
            self._tell_before()
        else:
            self._changed.hide()
            self._tell_after(done)

    def _tell_before(self) -> None:
        words, open_ = self.hub.words, self.hub.consultation
        self._heading.say(words("Hand in your answers"))
        here = self.hub.sheet is not None
        self._hand_in.say(
            words("Hand in") if here else words("Choose where and hand in…")
        )
        self._lead.say(
            words(
                "Your answers go into one signed packet, which the facilitator's file"
                " on this computer takes in at once."
            )
            if here
            else words(
                "Your answers go into one signed file, the packet. You bring it to the"
                " facilitator, or send it, yourself: this program uses no network."
            )
        )
        response = open_.response(open_.me().id) if open_ is not None else None
        if open_ is not None and response is not None and response.seq:
            when = date_text(response.handed_in_at, words.language)
            self._changed.tell(
                words(
                    "You handed in packet no. {number} on {date}. The new one takes its"
                    " place once the facilitator brings it in.",
                    number=response.seq,
                    date=when,
                )
            )
        else:
            self._changed.hide()

    def _tell_after(self, done: "HandIn") -> None:
        words = self.hub.words
        self._heading.say(words("Handed in"))
        self._hand_in.say(words("Hand in again…"))
        self._away.say(words("Done: close the sheet"))
        if self.hub.sheet is not None:
            self._tell_after_here(done)
            return
        self._lead.say(
            words(
                "Packet no. {number} was written to {file} and read back from there.",
                number=done.seq,
                file=str(done.path),
            )
        )
        self._receipt.tell(words, done.digest)
        self._next.say(
            words(
                "Keep this file of answers. If something is to be corrected, change it"
                " and hand in again: the latest packet counts."
            )
        )

    def _tell_after_here(self, done: "HandIn") -> None:
        words, sheet = self.hub.words, self.hub.sheet
        self._lead.say(
            words("Packet no. {number} is in the consultation.", number=done.seq)
        )
        self._receipt.tell(words, done.digest)
        in_turn = sheet is not None and sheet.channel is Channel.IN_TURN
        self._next.say(
            words(
                "Note the eight words, then close the sheet: nobody opens it again, and"
                " the next person begins an empty one."
            )
            if in_turn
            else words(
                "Close the sheet now. With the PIN it can be opened again, changed and"
                " handed in once more: the latest packet counts."
            )
        )


def file_name(words: Words, open_: "Consultation") -> str:
    """Return a name for the packet that says what it is: no names of persons."""
    title = words.text(open_.header.title)
    who = open_.me().constituency
    group = constituency_name(words, Constituency(who))
    plain = "".join(sign if sign.isalnum() else "-" for sign in f"{title}-{group}")
    bare = "-".join(filter(None, plain.split("-")))
    return f"{bare[:60]}.spfr"


def _focus(widget: object) -> None:
    if isinstance(widget, QWidget):
        widget.setFocus()
