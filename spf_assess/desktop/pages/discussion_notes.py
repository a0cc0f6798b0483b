"""Notes of the talk: notes, new evidence, the parking lot; of a question or of all."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.discussion_words import Changing, WordsBox
from spf_assess.desktop.parts import (
    BenchMark,
    Button,
    FlowLayout,
    Label,
    Segmented,
    Surface,
)
from spf_assess.desktop.parts.filters import Filters
from spf_assess.i18n import COLON, Words, constituency_name
from spf_assess.i18n.outcome import note_kind_name
from spf_assess.model import BENCHES, Constituency, Note, NoteKind

THIS, MEETING = "this", "meeting"
NOTES = "note/"
_ROOM = "room"


class NotesCard(Surface):
    """A box to write in, who said it, and three buttons that say what it is.

    Signals:
        noted(NoteKind, str, Constituency | None): to be recorded.
        settled(str, bool): a parked point was taken up again, or is open again.
        withdrawn(str): a note is to be taken back.
        scope_chosen(): the notes of this question, or those of the whole meeting.
    """

    noted = Signal(object, str, object)
    settled = Signal(str, bool)
    withdrawn = Signal(str)
    scope_chosen = Signal()

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._typing = hub.unrecorded
        self._words: Words | None = None
        self._about: str | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        self._heading = Label(role="heading")
        self.scope = Segmented([(THIS, ""), (MEETING, "")])
        self.box = WordsBox()
        self._by = Label(role="strong")
        self.by = Filters((_ROOM, *(one.value for one in BENCHES)), self)
        who = QWidget()
        chosen = FlowLayout(who)
        chosen.setContentsMargins(0, 0, 0, 0)
        for button in self.by.buttons.values():
            chosen.addWidget(button)
        row = QWidget()
        flow = FlowLayout(row)
        flow.setContentsMargins(0, 0, 0, 0)
        self.buttons = {kind: Button() for kind in NoteKind}
        for kind, button in self.buttons.items():
            flow.addWidget(button)
            button.clicked.connect(lambda _on=False, kind=kind: self._note(kind))
        self._list = Changing()
        self._none = Label(role="second")
        for part in (
            self._heading,
            self.scope,
            self.box,
            self._by,
            who,
            row,
            self._none,
            self._list,
        ):
            column.addWidget(part)
        self.scope.chosen.connect(lambda _key: self.scope_chosen.emit())
        self.box.typed.connect(self._keep_draft)

    @property
    def told(self) -> str:
        """The notes that are shown."""
        return "\n".join(one.said for one in self._list.findChildren(Label))

    @property
    def of_meeting(self) -> bool:
        """Whether the notes of the whole meeting are shown."""
        return self.scope.selected == MEETING

    def forget(self) -> None:
        """Begin anew with another consultation."""
        self._about = None
        self.box.show_text("")

    def speak(self, words: Words) -> None:
        """Say every word anew; what was typed stays."""
        self._words = words
        self._heading.say(words("Notes, evidence and parking lot"))
        self.scope.say(
            {THIS: words("On this question"), MEETING: words("Of the whole meeting")},
            words("Which notes are shown"),
        )
        self.box.say(words("What was said"))
        self._by.say(words("Said by"))
        names = {one.value: constituency_name(words, one) for one in BENCHES}
        names[_ROOM] = words("nobody in particular")
        for key, button in self.by.buttons.items():
            button.say(names[key])
            name = words("{name}: {text}", name=words("Said by"), text=names[key])
            button.setAccessibleName(name)
        says = {
            NoteKind.NOTE: words("Add as a note"),
            NoteKind.EVIDENCE: words("Add as new evidence"),
            NoteKind.PARKED: words("Put into the parking lot"),
        }
        for kind, button in self.buttons.items():
            button.say(says[kind])
        self._none.say(words("Nothing was noted yet."))

    def show_notes(
        self, about: str, notes: Sequence[Note], titles: Mapping[str, str]
    ) -> None:
        """Show what was noted *about* an item, or the meeting where it is empty.

        *titles* are those of the items that notes of the whole meeting are about.
        """
        if about != self._about:
            self._about = about
            typed = self._typing.get(self._name) or {}
            self.box.show_text(str(typed.get("text", "")))
        within, holder = self.focusWidget(), QWidget()
        lost = self._list.isAncestorOf(within)
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.setSpacing(6)
        for one in notes:
            lines.addWidget(self._line(one, titles.get(one.item, "")))
        self._list.put(holder)
        self._none.setVisible(not notes)
        self._list.setVisible(bool(notes))
        if lost and self.isVisible():  # the button that was pressed is gone
            self.box.setFocus()

    def clear(self) -> None:
        """Empty the box: what stood in it is recorded."""
        self._typing.put(self._name, None)
        self.box.show_text("")

    # -- inside -------------------------------------------------------------------

    def _line(self, note: Note, title: str) -> QWidget:
        words, line, head = self._words, QWidget(), QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = FlowLayout(head, gap=6, line_gap=2)
        row.setContentsMargins(0, 0, 0, 0)
        if words is None:
            return line
        told = [note_kind_name(words, note.kind), title]
        if note.constituency is not None:
            row.addWidget(BenchMark(note.constituency))
            told.insert(1, constituency_name(words, note.constituency))
        if note.settled:
            told.append(words("taken up again"))
        name = ", ".join(one for one in told if one)
        row.addWidget(Label(name, "small_strong"))
        if note.kind is NoteKind.PARKED:
            text = words("Open again") if note.settled else words("Taken up again")
            self._add_button(row, text, note).clicked.connect(
                lambda: self.settled.emit(note.id, not note.settled)
            )
        self._add_button(row, words("Take back"), note).clicked.connect(
            lambda: self.withdrawn.emit(note.id)
        )
        column.addWidget(head)
        column.addWidget(
            Label(note.text, "text" if note.constituency is None else "legal")
        )
        return line

    def _add_button(self, row: FlowLayout, text: str, note: Note) -> Button:
        """Add a small button whose name tells which note it is for."""
        button = Button(text, "link")
        colon = self._words.text(COLON) if self._words else ""
        button.setAccessibleName(f"{text}{colon}{note.text}")
        row.addWidget(button)
        return button

    def _keep_draft(self) -> None:
        if self._about is not None:
            text = self.box.text
            self._typing.put(self._name, {"text": text} if text else None)

    @property
    def _name(self) -> str:
        """Under which name the words wait that are not added yet."""
        return f"{NOTES}{self._about or ''}"

    def _note(self, kind: NoteKind) -> None:
        if not self.box.text:
            words = self._words
            if words is not None:
                self.box.tell_error(words("Write first what was said."))
            self.box.setFocus()
            return
        chosen = self.by.shown
        bench = None if chosen == _ROOM else Constituency(chosen)
        self.noted.emit(kind, self.box.text, bench)
