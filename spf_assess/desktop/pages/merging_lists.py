"""Lists of the regions' page: contradictions, origins, and whole imports."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.models.merging_words import (
    batch_title,
    headline,
    region_name,
    says,
)
from spf_assess.desktop.pages.merging_cards import empty
from spf_assess.desktop.parts import (
    Button,
    ColumnsLayout,
    FlowLayout,
    Label,
    Rule,
    Surface,
)
from spf_assess.i18n import COLON, Words, date_text

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation
    from spf_assess.consultation.merging_plan import Batch
    from spf_assess.consultation.proceedings import Conflict
    from spf_assess.model import Recorded

_BESIDE = 420


class Part(QWidget):
    """A heading, a sentence and lines; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._heading, self._lead = Label(role="heading"), Label(role="second")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        for part in (Rule(), self._heading, self._lead):
            column.addWidget(part)
        column.addLayout(self._lines)

    def begin(self, heading: str, lead: str) -> None:
        """Say heading and sentence; the lines follow."""
        empty(self._lines)
        self._heading.say(heading)
        self._lead.say(lead)
        self._lead.setVisible(bool(lead))

    def end(self) -> None:
        """Be seen if there are lines."""
        self.setVisible(bool(self._lines.count()))


class ConflictList(Part):
    """What regions recorded differently, side by side; nothing is chosen."""

    def show_of(self, open_: "Consultation", words: Words) -> None:
        """Show what a consultation holds."""
        self.begin(
            words("Recorded differently"),
            words(
                "What this file itself records counts. Where it records nothing, none"
                " of them counts until it does. Nothing is lost."
            ),
        )
        names, own = open_.origin_names(), open_.proceedings.origin
        for conflict in open_.contradictions():
            told = {
                one.origin: (
                    words("This file: this counts")
                    if one.origin == own
                    else region_name(words, names, one.origin, own)
                )
                for one in conflict.entries
            }
            self._add(conflict, told, words)
        self.end()

    def _add(
        self, conflict: "Conflict[Recorded]", names: dict[str, str], words: Words
    ) -> None:
        self._lines.addWidget(
            Label(headline(words, conflict.entries[0].value), "strong")
        )
        beside = QWidget()
        columns = ColumnsLayout(beside, least=_BESIDE)
        for entry in sorted(conflict.entries, key=lambda one: names[one.origin]):
            card = Surface("card")
            column = QVBoxLayout(card)
            column.setContentsMargins(14, 10, 14, 10)
            day = date_text(entry.changed_at, words.language)
            column.addWidget(Label(names[entry.origin], "strong"))
            column.addWidget(Label(says(words, entry.value)))
            column.addWidget(Label(day, "small"))
            column.addStretch(1)
            columns.addWidget(card)
        self._lines.addWidget(beside)


class OriginList(Part):
    """How much comes from which file, where there are several."""

    def show_of(self, open_: "Consultation", words: Words) -> None:
        """Show what a consultation holds."""
        self.begin(words("Where it comes from"), "")
        names, own = open_.origin_names(), open_.proceedings.origin
        merged = Counter(open_.packet_origins().values())
        entries = open_.entry_origins()
        others = sorted({*merged, *entries} - {own}, key=lambda one: names.get(one, ""))
        merged[own] = len(open_.packets()) - merged.total()
        for origin in (own, *others) if others else ():
            packets, number = merged[origin], entries[origin]
            told = (
                words.plural("{number} packet", "{number} packets", packets),
                words.plural(
                    "{number} entry of the meeting",
                    "{number} entries of the meeting",
                    number,
                ),
            )
            name = region_name(words, names, origin, own)
            if origin == own and names.get(own):
                name = words("{region} (this file)", region=name)
            name = name[:1].upper() + name[1:]
            self._lines.addWidget(Label(name + words.text(COLON) + ", ".join(told)))
        self.end()


class BatchList(Part):
    """What was brought in as a whole, the latest first; each can be taken back.

    It asks once, in its own line. ``taken_back(number)``: the person means it.
    """

    taken_back = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asking = 0
        self._open: Consultation | None = None
        self._words: Words | None = None

    def show_of(self, open_: "Consultation", words: Words) -> None:
        """Show what a consultation holds."""
        self._open, self._words = open_, words
        self.begin(
            words("Brought in as a whole"),
            words(
                "Taking an import back removes all that came in with it. Its packets"
                " are kept aside and can be brought in again."
            ),
        )
        files = {one.digest: one.file_name for one in open_.packets()}
        for batch in reversed(open_.batches()):
            title = batch_title(words, batch, files)
            self._add(batch, title, words, read_only=open_.read_only)
        self.end()

    def forget(self) -> None:
        """Ask about nothing any more."""
        self._asking, self._open = 0, None

    def _add(
        self, batch: "Batch", title: str, words: Words, *, read_only: bool
    ) -> None:
        line = QWidget()
        flow = FlowLayout(line, gap=12)
        told = words(
            "{number}. {file}, {at}",
            number=batch.number,
            file=title,
            at=date_text(batch.at, words.language),
        )
        if batch.undone_at:
            flow.addWidget(Label(f"{told} – {words('taken back')}", "second"))
        else:
            flow.addWidget(Label(told))
        if batch.number == self._asking and not batch.undone_at:
            self._add_question(flow, batch.number, words)
        elif not batch.undone_at and not read_only:
            button = Button(words("Take back…"), "link", description=told)
            button.setAccessibleName(
                words("Take back import {number}", number=batch.number)
            )
            button.clicked.connect(lambda: self._ask(batch.number))
            flow.addWidget(button)
        self._lines.addWidget(line)

    def _add_question(self, flow: FlowLayout, number: int, words: Words) -> None:
        flow.addWidget(Label(words("Take this whole import back?"), "strong"))
        yes, no = Button(words("Take it back")), Button(words("Keep it"))
        yes.clicked.connect(lambda: self._answer(number))
        no.clicked.connect(lambda: self._ask(0))
        flow.addWidget(yes)
        flow.addWidget(no)
        self._no = no

    def _ask(self, number: int) -> None:
        before, self._asking = self._asking, number
        if self._open is None or self._words is None:
            return
        self.show_of(self._open, self._words)
        if number:
            self._no.setFocus()
            return
        name = self._words("Take back import {number}", number=before)
        for button in self.findChildren(Button):
            if button.accessibleName() == name:
                button.setFocus()

    def _answer(self, number: int) -> None:
        self._asking = 0
        self.taken_back.emit(number)
