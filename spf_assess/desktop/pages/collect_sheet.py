"""The way to an answer sheet on this computer: a PIN, or the recovery words."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.participants_words import seat_name
from spf_assess.desktop.pages.collect_words import RecoveryWords
from spf_assess.desktop.pages.form import FormPage
from spf_assess.desktop.parts import Button, FlowLayout
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.entry import Entry
from spf_assess.i18n import Words
from spf_assess.model import Problem, RespondentKind

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation
    from spf_assess.consultation.collecting import OpenSheet

_PIN_MOST, _WORDS_MOST = 64, 400


class Way(StrEnum):
    """What is asked for."""

    BEGIN = "begin"
    OPEN = "open"
    RECOVER = "recover"
    WORDS = "words"


class SheetPage(FormPage):
    """Begins or opens the answer sheet of one seat; *detail* is the seat's id.

    Whoever comes back from here to the facilitator's pages leaves nothing typed behind.
    """

    back_page = "facilitator"

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._seat, self._way = "", Way.BEGIN
        self._begun: OpenSheet | None = None
        self._problem: Problem | None = None
        self._pin, self._again = Entry(_PIN_MOST), Entry(_PIN_MOST)
        self._said = Entry(_WORDS_MOST)
        for entry in (self._pin, self._again):
            entry.field.setEchoMode(QLineEdit.EchoMode.Password)
        for entry in (self._said, self._pin, self._again):
            entry.field.returnPressed.connect(self.try_to_make)
        self._words = RecoveryWords()
        self._forgot = Button(role="quiet")
        self._forgot.clicked.connect(self._turn_to_recovery)
        line = QWidget()
        FlowLayout(line).addWidget(self._forgot)
        for part in (self._said, self._pin, self._again, self._words, line):
            self.column.addWidget(part)

    def speak(self, words: Words) -> None:
        self._pin.say(
            words("New PIN") if self._way is Way.RECOVER else words("PIN"),
            words(
                "At least six digits or letters. Whoever has it can open this sheet;"
                " nobody here can look it up."
            )
            if self._way in (Way.BEGIN, Way.RECOVER)
            else "",
        )
        self._again.say(words("The same PIN again"))
        self._said.say(
            words("Recovery words"),
            words("The twelve words that were shown when the sheet was begun."),
        )
        self._forgot.say(words("PIN forgotten: use the recovery words"))
        self._words.speak(words)
        self._say_heading(words)
        self.refresh_errors()

    def arrive(self, detail: object = None) -> None:
        if isinstance(detail, str):
            self._seat = detail
        open_ = self.hub.consultation
        if open_ is None:
            return
        begun = {one.respondent for one in open_.sheets()}
        self._turn_to(Way.OPEN if self._seat in begun else Way.BEGIN)

    def leave(self) -> bool:
        self._clear()
        begun, self._begun = self._begun, None
        open_ = self.hub.consultation
        if begun is None or open_ is None:
            return True
        try:  # begun, and not gone on with: it is opened with its PIN another time
            open_.close_sheet(begun)
        except Problem as problem:
            self.hub.tell(problem)
        return True

    def check(self) -> Mapping[QWidget, str]:
        words = self.hub.words
        if self._problem is not None:
            field = self._said if self._way is Way.RECOVER else self._pin
            problem = self._problem
            return {field.field: f"{words.tell(problem)} [{problem.code}]"}
        new = self._way in (Way.BEGIN, Way.RECOVER)
        if new and self._pin.text != self._again.text:
            return {self._again.field: words("The two PINs differ. Type both again.")}
        return {}

    def tell_errors(self, found: Mapping[QWidget, str]) -> None:
        for entry in (self._pin, self._again, self._said):
            entry.tell_error(found.get(entry.field, ""))

    def try_to_make(self) -> None:
        self._problem = None
        super().try_to_make()

    def make(self) -> None:
        if self._way is Way.WORDS:
            self._go_on()
            return
        open_ = self.hub.consultation
        if open_ is None:
            return
        try:
            sheet = self._call(open_)()
        except Problem as problem:
            self._problem = problem.told()
            found = self.check()
            self._show_errors(found)
            self._clear()
            self._first().setFocus()
            return
        self._begun = sheet
        if sheet.words:
            self._words.show_words(sheet.words)
            self._turn_to(Way.WORDS)
            announce(self, self.heading.said)
        else:
            self._go_on()

    def _call(self, open_: "Consultation") -> "Callable[[], OpenSheet]":
        seat, pin = self._seat, self._pin.text
        if self._way is Way.BEGIN:
            return lambda: open_.begin_sheet(seat, pin)
        if self._way is Way.RECOVER:
            said = self._said.text
            return lambda: open_.recover_sheet(seat, said, pin)
        return lambda: open_.open_sheet(seat, pin)

    def _go_on(self) -> None:
        sheet, self._begun = self._begun, None
        self._clear()
        self._words.show_words({})
        if sheet is not None:
            sheet.words = {}
            self.hub.show_sheet(sheet)

    def _turn_to_recovery(self) -> None:
        self._turn_to(Way.RECOVER)

    def _turn_to(self, way: Way) -> None:
        self._way, self._problem = way, None
        self._clear()
        self._show_errors({})
        asked = way is not Way.WORDS
        self._said.setVisible(way is Way.RECOVER)
        self._pin.setVisible(asked)
        self._again.setVisible(way in (Way.BEGIN, Way.RECOVER))
        self._forgot.setVisible(way is Way.OPEN)
        self._words.setVisible(way is Way.WORDS)
        self.speak(self.hub.words)
        self._first().setFocus()

    def _first(self) -> QWidget:
        if self._way is Way.WORDS:
            return self.make_button
        return self._said.field if self._way is Way.RECOVER else self._pin.field

    def _clear(self) -> None:
        for entry in (self._pin, self._again, self._said):
            entry.field.clear()

    def _say_heading(self, words: Words) -> None:
        open_ = self.hub.consultation
        found = open_.respondents() if open_ is not None else ()
        seat = next((one for one in found if one.id == self._seat), None)
        name = "" if seat is None else seat_name(words, seat)
        self.heading.say(words("Answer on this computer: {seat}", seat=name))
        bench = seat is None or seat.kind is RespondentKind.BENCH
        self.lead.say(self._about(words, bench=bench))
        make = {
            Way.BEGIN: words("Begin the sheet"),
            Way.OPEN: words("Open the sheet"),
            Way.RECOVER: words("Open the sheet"),
            Way.WORDS: words("They are written down: begin"),
        }[self._way]
        self.say_foot(words("Back to the participants"), make)

    def _about(self, words: Words, *, bench: bool) -> str:
        if self._way is Way.WORDS:
            return words(
                "If the PIN is forgotten, these twelve words open the sheet, in either"
                " language. They are shown this once. Write them on paper and keep the"
                " paper with your group."
            )
        if self._way is Way.OPEN:
            return words(
                "This sheet is closed behind a PIN. Facilitator and other groups do not"
                " see what stands in it before it is handed in."
            )
        if self._way is Way.RECOVER:
            return words("The words open the sheet and give it a new PIN.")
        if bench:
            return words(
                "The group answers here and closes its sheet behind a PIN of its own."
                " It can come back to it; others do not see what stands in it."
            )
        return words(
            "One person after the other answers here. A sheet that was handed in is"
            " closed for good; with the PIN it can be left and opened again before."
        )
