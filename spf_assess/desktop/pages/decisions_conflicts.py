"""What merged files decided differently, side by side; nothing is picked (R-304)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.models.decided import section_name
from spf_assess.desktop.models.decided_words import action_lines
from spf_assess.desktop.models.merging_words import region_name
from spf_assess.desktop.pages.discussion_words import Changing
from spf_assess.desktop.parts import Button, ColumnsLayout, Label, Surface
from spf_assess.i18n import Words, constituency_name, date_text
from spf_assess.model import Action, Questionnaire, Ranking

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation
    from spf_assess.consultation.proceedings import Conflict, Entry

Decided = Ranking | Action
_LEAST = 620


class DecidedConflicts(Surface):
    """Hidden while files agree. ``taken(value)``: begin with what one of them says."""

    taken = Signal(object)

    def __init__(
        self, kind: type[Ranking] | type[Action], parent: QWidget | None = None
    ) -> None:
        super().__init__("alert", parent)
        self._kind = kind
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 16, 14)
        column.setSpacing(8)
        self._heading, self._about = Label(role="heading"), Label(role="small_text")
        self._content = Changing()
        for part in (self._heading, self._about, self._content):
            column.addWidget(part)
        self.hide()

    @property
    def told(self) -> str:
        """All words on the card."""
        return "\n".join(one.said for one in self.findChildren(Label) if one.said)

    def show_of(self, words: Words, consultation: "Consultation") -> None:
        """Show what is said differently and not settled here."""
        found = consultation.proceedings.conflicts(self._kind)
        self._content.put(None)
        self.setVisible(bool(found))
        if not found:
            return
        self._heading.say(words("Merged files say different things"))
        self._about.say(
            words(
                "None of this counts until what stands is recorded here; the entries"
                " of the other files stay as they are."
            )
        )
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for conflict in found:
            self._add(column, conflict, words, consultation)
        self._content.put(content)

    def _add(
        self,
        column: QVBoxLayout,
        conflict: "Conflict[Decided]",
        words: Words,
        consultation: "Consultation",
    ) -> None:
        column.addWidget(Label(_about(words, conflict.entries[0].value), "strong"))
        beside = QWidget()
        row = ColumnsLayout(beside, least=_LEAST)
        names, own = consultation.origin_names(), consultation.proceedings.origin
        for entry in conflict.entries:
            where = region_name(words, names, entry.origin, own)
            row.addWidget(self._entry(entry, where, words, consultation))
        column.addWidget(beside)

    def _entry(
        self,
        entry: "Entry[Decided]",
        where: str,
        words: Words,
        consultation: "Consultation",
    ) -> QWidget:
        one = QWidget()
        inner = QVBoxLayout(one)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(3)
        day = date_text(entry.changed_at, words.language)
        inner.addWidget(Label(f"{where}, {day}", "small_strong"))
        for told in _says(words, entry.value, consultation.questionnaire):
            inner.addWidget(Label(told, "small_text"))
        if not consultation.read_only:
            take = Button(words("Begin with this entry…"))
            take.setAccessibleName(f"{take.said} {where}")
            take.clicked.connect(lambda: self.taken.emit(entry.value))
            inner.addWidget(take)
        inner.addStretch(1)
        return one


def _about(words: Words, value: Decided) -> str:
    if isinstance(value, Ranking):
        return constituency_name(words, value.constituency)
    return words("Action {number}", number=value.sequence)


def _says(words: Words, value: Decided, questionnaire: Questionnaire) -> list[str]:
    """Return what an entry says, nothing left out."""
    if isinstance(value, Action):
        return action_lines(words, value, questionnaire)
    return [
        f"{place}. {section_name(words, questionnaire, one)}"
        for place, one in enumerate(value.order, 1)
    ]
