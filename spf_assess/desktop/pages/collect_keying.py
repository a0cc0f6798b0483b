"""Keying a paper: box after box by number pad, twice, then what differs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board_table import TellingModel
from spf_assess.desktop.models.keying import (
    COMPARED,
    KEYED,
    Line,
    box_name,
    hint,
    shortened,
)
from spf_assess.desktop.models.participants_words import seat_name
from spf_assess.desktop.pages.facilitator_table import TellingTable
from spf_assess.desktop.pages.page import Page
from spf_assess.desktop.parts import (
    Button,
    EdgesLayout,
    FlowLayout,
    Label,
    Notice,
    QuietScroll,
    Segmented,
    Surface,
)
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.entry import Entry
from spf_assess.i18n import COLON, Words
from spf_assess.model import COMMENT_LIMIT, Changes, PacketState, Problem

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

FIRST, SECOND, COMPARE = "1", "2", "compare"
_SIDE, _LEAST_TABLE = 16, 160


class Box(Entry):
    """The line one types into. ``moved(steps)``: up or down without Enter."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__(COMMENT_LIMIT)
        self.field.installEventFilter(self)

    def eventFilter(self, watched: object, event: object) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self.moved.emit(step)
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]


class KeyingPage(Page):
    """The boxes of one seat's paper; *detail* is the seat's id.

    Enter saves a box and goes to the next one that is not for words; the arrow keys
    reach every box. The second person does not see what the first one typed.
    """

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._seat = ""
        self._shown, self._place = FIRST, 0
        self._lines: list[Line] = []
        outer, content = QVBoxLayout(self), QWidget()
        outer.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        self._tables = QStackedWidget()
        self._models = [TellingModel(one, hub.words, self) for one in (KEYED, COMPARED)]
        self._views = [TellingTable(model) for model in self._models]
        self._none = Label(role="second")
        self._none.setContentsMargins(24, 24, 24, 24)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        for view in (*self._views, self._none):
            self._tables.addWidget(view)
        self._tables.setMinimumHeight(_LEAST_TABLE)
        column.addWidget(self._tables, 1)
        column.addWidget(self._build_panel())
        self._scroll = QuietScroll(content)
        outer.addWidget(self._scroll)
        self._connect()

    @property
    def box(self) -> Box:
        """The line one types into."""
        return self._box

    @property
    def step(self) -> Segmented:
        """First pass, second pass, or what differs."""
        return self._step

    def title(self) -> str:
        return self._heading.said

    def speak(self, words: Words) -> None:
        names = {
            FIRST: words("First pass"),
            SECOND: words("Second pass"),
            COMPARE: words("What differs"),
        }
        self._step.say(names, words("Who keys"))
        self._back.say(words("Back to the participants"))
        self._take.say(words("Take the answers in"))
        for model, view in zip(self._models, self._views, strict=True):
            model.speak(words)
            view.setAccessibleName(words("Boxes of the paper"))
        self._done.say_close(words("Close"))
        self._say_heading(words)
        self._say_none(words)
        self._say_box(words)

    def arrive(self, detail: object = None) -> None:
        if isinstance(detail, str) and detail != self._seat:
            self._seat = detail
            self._step.select(FIRST)
            self._shown = FIRST
        self._done.hide()
        self._fill()

    def leave(self) -> bool:
        return self._save()

    def pause(self) -> None:
        self._save()

    # -- building -----------------------------------------------------------------

    def _build_head(self) -> QWidget:
        head, inner, right = Surface("top"), QWidget(), QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(_SIDE, 12, _SIDE, 10)
        edges = EdgesLayout(inner)
        edges.setContentsMargins(0, 0, 0, 0)
        self._heading, self._lead = Label(role="heading"), Label(role="small")
        self._step = Segmented(((FIRST, ""), (SECOND, ""), (COMPARE, "")), FIRST)
        FlowLayout(right).addWidget(self._step)
        edges.addWidget(self._heading)
        edges.addWidget(right)
        self._done = Notice("saved")
        self._done.hide()
        for part in (inner, self._lead, self._done):
            column.addWidget(part)
        return head

    def _build_panel(self) -> QWidget:
        panel, buttons, left, right = Surface("foot"), QWidget(), QWidget(), QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(_SIDE, 10, _SIDE, 10)
        column.setSpacing(6)
        self._question, self._box = Label(role="strong"), Box()
        self._both = QWidget()
        both = FlowLayout(self._both)
        self._stands = [Button(), Button()]
        for button in self._stands:
            both.addWidget(button)
        edges = EdgesLayout(buttons)
        edges.setContentsMargins(0, 4, 0, 0)
        self._back, self._take = Button(), Button(role="primary")
        FlowLayout(left).addWidget(self._back)
        FlowLayout(right).addWidget(self._take)
        edges.addWidget(left)
        edges.addWidget(right)
        for part in (self._question, self._both, self._box, buttons):
            column.addWidget(part)
        return panel

    def _connect(self) -> None:
        self._box.field.returnPressed.connect(self._enter)
        self._box.moved.connect(self._move)
        self._step.chosen.connect(self._turn)
        self._back.clicked.connect(lambda: self.wanted.emit("facilitator", None))
        self._take.clicked.connect(self._take_in)
        for view in self._views:
            view.selectionModel().currentRowChanged.connect(self._row_changed)
            view.opened.connect(self._box.field.setFocus)
        self._stands[0].clicked.connect(lambda: self._settle(self._line.typed))
        self._stands[1].clicked.connect(lambda: self._settle(self._line.second))

    # -- what is shown ------------------------------------------------------------

    @property
    def _comparing(self) -> bool:
        return self._shown == COMPARE

    @property
    def _line(self) -> Line:
        return self._lines[self._place]

    def _fill(self, place: int = 0) -> None:
        """Read the boxes of this pass, or what differs, anew."""
        open_ = self.hub.consultation
        if open_ is None or not self._seat:
            return
        self._lines = _read(open_, self._seat, self._shown)
        self._place = max(0, min(place, len(self._lines) - 1))
        which = int(self._comparing)
        self._models[which].show_rows(self._lines)
        self._tables.setCurrentIndex(which if self._lines else 2)
        self._say_heading(self.hub.words)
        self._say_none(self.hub.words)
        if self._lines:
            self._views[which].go_to(self._place)
        self._show_box()
        (self._box.field if self._lines else self._take).setFocus()
        self._scroll.show_focus_soon()

    def _turn(self, step: str) -> None:
        """Show another pass: what stands in the line is saved in the one before."""
        if not self._save():
            self._step.select(self._shown)
            return
        self._shown = step
        self._fill()

    def _show_box(self) -> None:
        there = bool(self._lines)
        self._box.setVisible(there)
        self._question.setVisible(there)
        self._both.setVisible(there and self._comparing)
        self._take.setVisible(self._comparing)
        if there:
            self._box.field.setText("" if self._comparing else self._line.typed)
            self._box.field.selectAll()
            self._box.tell_error("")
        self._say_box(self.hub.words)

    def _say_box(self, words: Words) -> None:
        open_ = self.hub.consultation
        if not self._lines or open_ is None:
            return
        cell = self._line.cell
        name = box_name(words, cell)
        self._question.say(f"{cell.item.id}  {words.text(cell.item.label)}")
        label = name or words("Box")
        if self._comparing:
            label = words("What stands on the paper: {box}", box=label)
        self._box.say(label, hint(words, cell, open_.questionnaire))
        colon, nothing = words.text(COLON), words("nothing")
        told = (self._line.typed, self._line.second)
        heads = (words("First pass"), words("Second pass"))
        for button, head, text in zip(self._stands, heads, told, strict=True):
            button.say(head + colon + (shortened(text) or nothing))

    def _say_heading(self, words: Words) -> None:
        open_ = self.hub.consultation
        found = open_.respondents() if open_ is not None else ()
        seat = next((one for one in found if one.id == self._seat), None)
        name = "" if seat is None else seat_name(words, seat)
        self._heading.say(words("Key from paper: {seat}", seat=name))
        if self._comparing:
            self._lead.say(
                words.plural(
                    "{number} box differs. Look at the paper and choose what stands"
                    " there.",
                    "{number} boxes differ. Look at the paper and choose what stands"
                    " there.",
                    len(self._lines),
                )
                if self._lines
                else ""
            )
            return
        self._lead.say(
            words(
                "Boxes keyed: {typed} of {number}. Enter saves and goes to the next;"
                " the arrow keys reach comments too.",
                typed=sum(bool(line.typed) for line in self._lines),
                number=len(self._lines),
            )
        )

    def _say_none(self, words: Words) -> None:
        self._none.say(
            words("The two passes agree. The answers can be taken in.")
            if self._comparing
            else words("This seat has no paper.")
        )

    # -- what is done -------------------------------------------------------------

    def _row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not now.isValid() or now.row() == self._place:
            return
        if self._save():
            self._place = now.row()
            self._show_box()
        else:
            self._views[int(self._comparing)].go_to(self._place)

    def _enter(self) -> None:
        if self._comparing:
            self._settle(self._box.text)
            return
        if self._save():
            later = range(self._place + 1, len(self._lines))
            boxes = [place for place in later if _is_answer(self._lines[place])]
            if boxes:
                self._go_to(boxes[0])
            else:  # one digit too many must not become somebody's comment
                self._go_to(self._place)
                self._step.setFocus()
                announce(self, self.hub.words("That was the last box of this pass."))

    def _move(self, steps: int) -> None:
        place = self._place + steps
        if 0 <= place < len(self._lines) and self._save():
            self._go_to(place)

    def _go_to(self, place: int) -> None:
        self._place = place
        self._views[int(self._comparing)].go_to(place)
        self._show_box()
        self._scroll.show_focus_soon()

    def _save(self) -> bool:
        """Save what stands in the line; False where it does not fit there."""
        open_ = self.hub.consultation
        if open_ is None or not self._lines or self._comparing:
            return True
        line, typed = self._line, self._box.text
        if typed == line.typed:
            return True
        number = int(self._shown)
        try:
            open_.key_in(self._seat, number, {line.cell.id: typed})
        except Problem as problem:
            self._box.tell_error(self.hub.words.tell(problem))
            self._box.field.selectAll()
            return False
        line.typed = _typed(open_, self._seat, number, line)
        self._views[0].viewport().update()
        self._say_heading(self.hub.words)
        return True

    def _settle(self, typed: str) -> None:
        open_ = self.hub.consultation
        if open_ is None or not self._lines:
            return
        item, name = self._line.cell.id
        try:
            open_.settle_keyed(self._seat, item, name, typed)
        except Problem as problem:
            self._box.tell_error(self.hub.words.tell(problem))
            return
        self._fill(self._place)

    def _take_in(self) -> None:
        open_, words = self.hub.consultation, self.hub.words
        if open_ is None:
            return
        try:
            record = open_.take_in_keyed(self._seat)
        except Problem as problem:
            self.hub.tell(problem)
            return
        self.hub.changed.emit(
            Changes(respondents=frozenset({self._seat}), packets=True)
        )
        if record.reason:
            self.hub.tell(Problem(record.reason, record.says, **record.facts))
        elif record.state is PacketState.KNOWN:
            self._done.tell(words("These answers are in the consultation already."))
        else:
            self._done.tell(
                words("Packet no. {number} is in the consultation.", number=record.seq)
            )
        self._back.setFocus()


def _read(open_: "Consultation", seat: str, step: str) -> list[Line]:
    from spf_assess.consultation.keying import typed_of

    if step == COMPARE:
        return [
            Line(one.cell, one.first, one.second) for one in open_.compare_keyed(seat)
        ]
    answers = open_.keyed_answers(seat, int(step))
    return [
        Line(cell, typed_of(answers.get(cell.item.id), cell))
        for cell in open_.paper_cells(seat)
    ]


def _typed(open_: "Consultation", seat: str, number: int, line: Line) -> str:
    from spf_assess.consultation.keying import typed_of

    answers = open_.keyed_answers(seat, number)
    return typed_of(answers.get(line.cell.item.id), line.cell)


def _is_answer(line: Line) -> bool:
    return bool(line.cell.part)
