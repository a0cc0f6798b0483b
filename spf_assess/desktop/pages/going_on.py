"""The card that takes a person back to where they were."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.desktop.pages.entries import is_respondent, title_of, whose
from spf_assess.desktop.pages.moments import moment_text
from spf_assess.desktop.parts.button import Button
from spf_assess.desktop.parts.columns import ColumnsLayout
from spf_assess.desktop.parts.flow import FlowLayout
from spf_assess.desktop.parts.label import Label
from spf_assess.desktop.parts.mark import BenchMark
from spf_assess.desktop.parts.state import State, StateIcon
from spf_assess.desktop.parts.surface import Bar, Rule, Surface
from spf_assess.desktop.settings import Recent
from spf_assess.i18n.words import Words
from spf_assess.model.constituency import Constituency

_BAR_WIDTH = 300


class GoingOn(Surface):
    """Shows the file opened last and how far it has come.

    ``wanted(page, entry)``: the page to open it at; empty for where one left off.
    """

    wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__("card")
        self._entry = Recent("")
        columns = ColumnsLayout(self, weights=(945, 300), gap=28)
        columns.setContentsMargins(24, 20, 24, 22)
        columns.addWidget(self._build_left())
        self._right = self._build_right()
        columns.addWidget(self._right)

    def show_entry(self, words: Words, entry: Recent, now: datetime) -> None:
        """Show a file of the list."""
        self._entry = entry
        respondent = is_respondent(entry)
        self._label.say(words("Last consultation opened on this computer"))
        self._title.say(title_of(words, entry))
        self._mark.setVisible(respondent)
        if respondent:
            self._mark.show_bench(Constituency(entry.constituency))
        self._whose.say(whose(words, entry))
        when = moment_text(words, entry.changed_at, now)
        self._when.say(
            words("round {number}, changed {when}", number=entry.round, when=when)
        )
        self._bar.tell(entry.answered, entry.asked)
        self._bar.setVisible(entry.asked > 0)
        self._far.say(_how_far(words, entry))
        self._say_buttons(words, entry)
        self._right.setVisible(respondent)
        self._say_states(words, entry)

    def _build_left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._label, self._title = Label(role="label"), Label(role="title")
        self._mark = BenchMark(Constituency.WORKERS)
        self._whose, self._when = Label(role="strong"), Label(role="small")
        self._bar, self._far = Bar(), Label(role="small_text")
        self._bar.setFixedWidth(_BAR_WIDTH)
        column.addWidget(self._label)
        column.addWidget(self._title)
        column.addLayout(_line(self._mark, self._whose, self._when))
        column.addLayout(_line(self._bar, self._far, gap=12))
        column.addSpacing(6)
        self._go = Button(role="primary")
        self._check, self._hand_in = Button(), Button()
        column.addLayout(_line(self._go, self._check, self._hand_in, gap=10))
        column.addStretch(1)
        self.setFocusProxy(self._go)
        self._go.clicked.connect(lambda: self.wanted.emit("", self._entry))
        self._check.clicked.connect(lambda: self.wanted.emit("check", self._entry))
        self._hand_in.clicked.connect(lambda: self.wanted.emit("check", self._entry))
        return left

    def _build_right(self) -> QWidget:
        right = QWidget()
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(28)
        row.addWidget(Rule(upright=True))
        column = QVBoxLayout()
        column.setSpacing(10)
        self._where = Label(role="label")
        column.addWidget(self._where)
        grid = QGridLayout()
        grid.setHorizontalSpacing(9)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        self._states: list[tuple[Label, Label]] = []
        for line, state in enumerate((State.DONE, State.BEGUN, State.TODO, State.FLAG)):
            name, count = Label(role="small_text"), Label(role="strong", wraps=False)
            grid.addWidget(StateIcon(state), line, 0)
            grid.addWidget(name, line, 1)
            grid.addWidget(count, line, 2, Qt.AlignmentFlag.AlignRight)
            self._states.append((name, count))
        column.addLayout(grid)
        column.addStretch(1)
        row.addLayout(column, 1)
        return right

    def _say_buttons(self, words: Words, entry: Recent) -> None:
        respondent = is_respondent(entry)
        if respondent and entry.next_number:
            self._go.say(words("Resume at question {number}", number=entry.next_number))
        else:
            self._go.say(words("Resume"))
        self._check.say(words("Check my answers"))
        self._hand_in.say(words("Hand in…"))
        self._check.setVisible(respondent)
        self._hand_in.setVisible(respondent)

    def _say_states(self, words: Words, entry: Recent) -> None:
        self._where.say(words("Where you are"))
        names = (
            words("Sections finished"),
            words("Sections begun"),
            words("Sections to do"),
            words("Questions to come back to"),
        )
        counts = (entry.done, entry.begun, entry.todo, entry.flagged)
        for (label, figure), name, count in zip(
            self._states, names, counts, strict=True
        ):
            label.say(name)
            figure.say(str(count))


def _how_far(words: Words, entry: Recent) -> str:
    if is_respondent(entry):
        return words.plural(
            "{done} of {number} question answered",
            "{done} of {number} questions answered",
            entry.asked,
            done=entry.answered,
        )
    if not entry.asked:
        return words("Nobody has been invited yet")
    return words.plural(
        "{done} of {number} response is in",
        "{done} of {number} responses are in",
        entry.asked,
        done=entry.answered,
    )


def _line(*parts: QWidget, gap: int = 9) -> FlowLayout:
    row = FlowLayout(gap=gap)
    for part in parts:
        row.addWidget(part)
    return row
