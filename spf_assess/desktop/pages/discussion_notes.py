"""Notes of the talk on one question: notes, new evidence, the parking lot."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.parts import Button, Entry, FlowLayout, Label, Surface
from spf_assess.i18n import Words
from spf_assess.i18n.outcome import note_kind_name
from spf_assess.model import COMMENT_LIMIT, Note, NoteKind


class NotesCard(Surface):
    """A line to write in, and three buttons that say what it is.

    ``noted(NoteKind, str)``: to be recorded.
    """

    noted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        self._heading = Label(role="heading")
        self._entry = Entry(COMMENT_LIMIT)
        row = QWidget()
        flow = FlowLayout(row)
        self._buttons = {kind: Button() for kind in NoteKind}
        for kind, button in self._buttons.items():
            flow.addWidget(button)
            button.clicked.connect(lambda _on=False, kind=kind: self._note(kind))
        self._said = Label()
        for part in (self._heading, self._entry, row, self._said):
            column.addWidget(part)

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._heading.say(words("Notes on this question"))
        self._entry.say(words("What was said"))
        says = {
            NoteKind.NOTE: words("Add as a note"),
            NoteKind.EVIDENCE: words("Add as new evidence"),
            NoteKind.PARKED: words("Put into the parking lot"),
        }
        for kind, button in self._buttons.items():
            button.say(says[kind])

    def show_notes(self, words: Words, notes: Sequence[Note]) -> None:
        """Show what was noted so far."""
        self._said.say(
            "\n".join(
                words("{name}: {text}", name=note_kind_name(words, one.kind), text=said)
                for one in notes
                if (said := one.text)
            )
        )
        self._said.setVisible(bool(notes))

    def clear(self) -> None:
        """Empty the line: what stood in it is recorded."""
        self._entry.field.clear()

    def _note(self, kind: NoteKind) -> None:
        if self._entry.text:
            self.noted.emit(kind, self._entry.text)
