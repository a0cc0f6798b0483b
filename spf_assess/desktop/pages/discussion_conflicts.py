"""What merged files recorded differently on one question, side by side, nothing picked.

None of it counts until somebody records here what stands (R-304).
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.models.merging_words import headline, region_name, says
from spf_assess.desktop.pages.discussion_words import Changing
from spf_assess.desktop.parts import ColumnsLayout, Label, Surface
from spf_assess.i18n import Words, date_text
from spf_assess.model import Agreement, Note, Stance

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation
    from spf_assess.consultation.proceedings import Conflict
    from spf_assess.model import Recorded

_LEAST = 620


class ConflictsCard(Surface):
    """Hidden while files agree."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("alert", parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 16, 14)
        column.setSpacing(8)
        self._heading, self._about = Label(role="heading"), Label(role="small_text")
        self._content = Changing()
        column.addWidget(self._heading)
        column.addWidget(self._about)
        column.addWidget(self._content)
        self.hide()

    @property
    def told(self) -> str:
        """All words on the card."""
        return "\n".join(one.said for one in self.findChildren(Label) if one.said)

    def show_item(self, words: Words, consultation: "Consultation", item: str) -> None:
        """Show what is said differently on an item."""
        found = conflicts(consultation, item)
        self._content.put(None)
        self.setVisible(bool(found))
        if not found:
            return
        own = consultation.proceedings.origin
        settled = any(one.origin == own for each in found for one in each.entries)
        self._heading.say(words("Merged files say different things"))
        self._about.say(
            words(
                "What is recorded in this file counts; the entries of the other files"
                " stay as they are."
            )
            if settled
            else words(
                "None of this counts until what stands is recorded here; the entries"
                " of the other files stay as they are."
            )
        )
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        names = consultation.origin_names()
        for conflict in found:
            column.addWidget(
                Label(headline(words, conflict.entries[0].value), "strong")
            )
            beside = QWidget()
            row = ColumnsLayout(beside, least=_LEAST)
            for entry in conflict.entries:
                one = QWidget()
                inner = QVBoxLayout(one)
                inner.setContentsMargins(0, 0, 0, 0)
                inner.setSpacing(2)
                where = region_name(words, names, entry.origin, own)
                inner.addWidget(Label(where[:1].upper() + where[1:], "small_strong"))
                inner.addWidget(Label(says(words, entry.value), "legal"))
                day = date_text(entry.changed_at, words.language)
                inner.addWidget(Label(day, "small"))
                inner.addStretch(1)
                row.addWidget(one)
            column.addWidget(beside)
        self._content.put(content)


def conflicts(
    consultation: "Consultation", item: str = ""
) -> "tuple[Conflict[Recorded], ...]":
    """Return what files say differently on an item; on any where it is empty."""
    return tuple(
        one
        for one in consultation.contradictions()
        if isinstance(value := one.entries[0].value, Stance | Agreement | Note)
        and item in ("", value.item)
    )
