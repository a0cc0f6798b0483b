"""The talk: one question after the other, on the wall and on this screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.models.discussed import may_discuss, topic_lines
from spf_assess.desktop.models.projected import Step, Subject, leaf
from spf_assess.desktop.pages.discussion_agreement import AgreementCard
from spf_assess.desktop.pages.discussion_notes import NotesCard
from spf_assess.desktop.pages.discussion_stance import StanceCard
from spf_assess.desktop.pages.discussion_wall import WallCard, step_text
from spf_assess.desktop.pages.facilitator_halves import Halves
from spf_assess.desktop.parts import Button, FlowLayout, Label, QuietScroll
from spf_assess.i18n import Words
from spf_assess.model import Agreement, Note, NoteKind, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spf_assess.consultation import BoardRow, Consultation
    from spf_assess.desktop.projector.window import Projector
    from spf_assess.model import Movement, Topic

_PANEL = 560
_ITEM = Qt.ItemDataRole.UserRole


class DiscussionView(QWidget):
    """The list of questions that need talk; beside it the one that is talked about.

    ``tab_wanted(str)``: another tab is to be shown.
    """

    tab_wanted = Signal(str)

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__()
        self._hub, self._words = hub, hub.words
        self._order = order
        self._item = ""
        self._topics: dict[str, Topic] = {}
        self._wall: Projector | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._halves = Halves(self._build_list(), self._build_panel(), _PANEL)
        column.addWidget(self._halves)
        self._connect()

    @property
    def list(self) -> QListWidget:
        """The questions."""
        return self._list

    @property
    def wall(self) -> "Projector | None":
        """The window on the wall; None before it was shown."""
        return self._wall

    def speak(self, words: Words) -> None:
        """Say everything anew; the question chosen stays."""
        self._words = words
        self._list.setAccessibleName(words("Questions that need talk"))
        self._close.say(words("Close this round"))
        self._open.say(words("Open the next round"))
        self._halves.say_back(words("Back to the list"))
        for card in (self._board, self._stance, self._agreement, self._notes):
            card.speak(words)
        if self._wall is not None:
            self._wall.speak(words)
        self._show_all()

    def refresh(self, rows: "Sequence[BoardRow]") -> None:
        """Show what the file holds now."""
        del rows
        self._show_all()

    def forget(self) -> None:
        """Begin anew with another consultation; the wall goes dark."""
        self._item = ""
        self._list.clear()
        if self._wall is not None:
            self._wall.close()
            self._wall.deleteLater()
            self._wall = None

    def take_focus(self) -> None:
        """Go to the list, or to what must be done first."""
        if self._list.count():
            self._list.setFocus()
        else:
            self._close.setFocus()

    # -- inside -------------------------------------------------------------------

    def _build_list(self) -> QWidget:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self._lead = Label()
        row = QWidget()
        flow = FlowLayout(row)
        self._close, self._open = Button(), Button()
        flow.addWidget(self._close)
        flow.addWidget(self._open)
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setSpacing(2)
        column.addWidget(self._lead)
        column.addWidget(row)
        column.addWidget(self._list, 1)
        return main

    def _build_panel(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        self._question, self._places = Label(role="heading"), Label()
        self._board, self._stance, self._notes = WallCard(), StanceCard(), NotesCard()
        self._agreement = AgreementCard()
        for part in (
            self._question,
            self._places,
            self._board,
            self._stance,
            self._agreement,
            self._notes,
        ):
            column.addWidget(part)
        column.addStretch(1)
        return QuietScroll(content)

    def _connect(self) -> None:
        self._list.currentItemChanged.connect(lambda now, _was: self._choose(now))
        self._close.clicked.connect(lambda: self._hub.do(lambda one: one.close_round()))
        self._open.clicked.connect(lambda: self._hub.do(lambda one: one.open_round()))
        self._board.screen_wanted.connect(self._show_wall)
        self._board.on.connect(lambda: self._press("go_on"))
        self._board.back.connect(lambda: self._press("go_back"))
        self._board.blank.connect(lambda: self._press("blank"))
        self._stance.stated.connect(self._state)
        self._stance.bench_chosen.connect(self._show_stance)
        self._agreement.agreed.connect(self._agree)
        self._notes.noted.connect(self._note)

    @property
    def _file(self) -> "Consultation | None":
        return self._hub.consultation

    def _show_all(self) -> None:
        words = self._words
        file = self._file
        if file is None:
            return
        number = file.current_round
        is_open = file.is_open(number)
        self._close.setVisible(is_open)
        self._open.setVisible(not is_open)
        if not may_discuss(file):
            self._lead.say(
                words(
                    "Round {number} is open: nothing of what was answered is shown."
                    " Close it to see which questions need talk.",
                    number=number,
                )
            )
            self._fill(())
            return
        topics = file.topics()
        self._lead.say(
            words.plural(
                "{number} question needs talk, the farthest apart first.",
                "{number} questions need talk, the farthest apart first.",
                len(topics),
            )
        )
        self._fill(topics)

    def _fill(self, topics: "Sequence[Topic]") -> None:
        file, kept = self._file, self._item
        if file is None:
            return
        self._topics = {one.item: one for one in topics}
        revealed = file.revealed() if topics else frozenset()
        self._list.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._list.clear()
        for line in topic_lines(self._words, file.questionnaire, topics, revealed):
            entry = QListWidgetItem(line.text)
            entry.setData(_ITEM, line.item)
            self._list.addItem(entry)
            if line.item == kept:
                self._list.setCurrentItem(entry)
        self._list.blockSignals(False)  # noqa: FBT003 - Qt's own
        if self._list.currentRow() < 0 and self._list.count():
            self._list.setCurrentRow(0)
        else:
            self._show_item()

    def _choose(self, entry: QListWidgetItem | None) -> None:
        item = "" if entry is None else str(entry.data(_ITEM))
        if item and item != self._item and self._file is not None:
            self._item = item
            first = self._topics[item].speaking[0]
            self._stance.show_item(self._file.questionnaire.item(item), first)
            self._show_stance()
            self._agreement.show_item(
                self._file.questionnaire.item(item), self._file.agreement(item)
            )
            self._board.begin_anew()
        self._show_item()

    def _subject(self) -> Subject | None:
        file = self._file
        if file is None or self._item not in self._topics:
            return None
        number = file.discussed_round
        shown = self._item in file.revealed(number)
        agreed = file.agreement(self._item)
        return Subject(
            file.questionnaire,
            file.questionnaire.item(self._item),
            number,
            self._topics[self._item].speaking,
            file.shown(self._item, number) if shown else None,
            file.missing(),
            self._movements(file) if shown else (),
            agreed if shown else None,
        )

    def _movements(self, file: "Consultation") -> "tuple[Movement, ...]":
        """Return what groups made of their positions since they were shown."""
        if not file.stating_round:
            return ()
        return tuple(
            movement
            for shift in file.shifts()
            if shift.item == self._item
            for movement in shift.movements
        )

    def _show_item(self) -> None:
        subject = self._subject()
        for widget in (self._board, self._stance, self._agreement, self._notes):
            widget.setVisible(subject is not None)
        if subject is None or self._file is None:
            self._question.say("")
            self._places.say("")
            return
        self._question.say(self._words.text(subject.item.label))
        self._places.say(self._told(subject))
        self._stance.setVisible(subject.revealed and bool(self._file.stating_round))
        self._agreement.setVisible(subject.revealed)
        self._notes.show_notes(self._words, self._file.notes(self._item))
        if self._wall is not None:
            self._wall.show_subject(subject)
        self._tell_wall()

    def _told(self, subject: Subject) -> str:
        words = self._words
        if not subject.revealed:
            return words("Its positions were not shown yet.")
        pages = [
            leaf(self._words, subject, part.name, Step.RESULT)
            for part in subject.item.parts
        ]
        lines = []
        for page in pages:
            places = ", ".join(f"{one.name} {one.said}" for one in page.places)
            result = "" if page.finding is None else page.finding.result
            lines.append(f"{page.corner} – {places}. {result}.")
        return "\n".join((*lines, *(text for _bench, text in pages[0].missing)))

    def _tell_wall(self) -> None:
        words = self._words
        shown = self._wall is not None and self._wall.isVisible()
        at = self._wall.at if self._wall is not None and shown else None
        self._board.tell(
            step_text(self._words, at[1])
            if at is not None
            else words("The room sees nothing yet.")
        )

    def _show_wall(self, place: int) -> None:
        from spf_assess.desktop.projector.window import Projector

        if self._wall is None:
            self._wall = Projector(self._words)
            self._wall.reveal_wanted.connect(self._reveal)
            self._wall.turned.connect(self._tell_wall)
            self._wall.went.connect(self._wall_went)
        subject = self._subject()
        if subject is not None:
            self._wall.show_subject(subject)
        screens = QGuiApplication.screens()
        self._wall.show_on(screens[place] if 0 <= place < len(screens) else None)
        self._tell_wall()

    def _press(self, key: str) -> None:
        """Do what a key of the presenter's remote does."""
        if self._wall is not None:
            getattr(self._wall, key)()

    def _wall_went(self, lost: bool) -> None:  # noqa: FBT001 - Qt's signal
        words = self._words
        if lost:
            self._board.tell(
                words(
                    "The screen went away. What the room saw is in a window here, on"
                    " the same page."
                )
            )
            return
        self._board.tell(words("The room sees nothing yet."))

    def _reveal(self, item: str) -> None:
        self._hub.do(lambda file: file.reveal(item))
        subject = self._subject()
        if subject is not None and self._wall is not None and subject.revealed:
            self._wall.show_subject(subject)

    def _show_stance(self) -> None:
        bench = self._stance.bench
        if self._file is not None and self._item:
            self._stance.show_stance(self._file.stance(self._item, bench))

    def _state(self, stance: Stance) -> None:
        words = self._words
        file = self._file
        if file is None:
            return
        before = file.stance(stance.item, stance.constituency)
        done = self._hub.do(
            lambda file: file.state(stance, correcting=before is not None)
        )
        if done:
            self._stance.tell(words("Recorded."))

    def _agree(self, agreement: Agreement) -> None:
        file, words = self._file, self._words
        if file is None:
            return
        before = file.agreement(agreement.item) is not None
        if self._hub.do(lambda file: file.agree(agreement, correcting=before)):
            self._agreement.tell(words("Recorded."))

    def _note(self, kind: NoteKind, text: str) -> None:
        note = Note("", 0, kind, text, "", item=self._item)
        if self._hub.do(lambda file: file.note(note)):
            self._notes.clear()
