"""The positions of the groups, section by section, with one section in full beside."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from spf_assess.analysis.rounds import missing_benches
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.look import current
from spf_assess.desktop.models.board import BenchOrder, begun_here, standing
from spf_assess.desktop.models.positions import PositionsModel, Shown
from spf_assess.desktop.pages.facilitator_halves import Halves, Mode
from spf_assess.desktop.pages.positions_details import PositionDetails
from spf_assess.desktop.pages.positions_gate import Gate
from spf_assess.desktop.pages.positions_legend import Legend
from spf_assess.desktop.pages.positions_questions import Background
from spf_assess.desktop.pages.positions_table import PositionsTable
from spf_assess.desktop.pages.preview_wanted import Wanted
from spf_assess.desktop.parts import (
    Button,
    EdgesLayout,
    FindField,
    FlowLayout,
    Label,
    QuietScroll,
    Segmented,
)
from spf_assess.desktop.parts.shortcuts import add_shortcuts
from spf_assess.i18n import Words
from spf_assess.model import LAW, PRACTICE, ReportOptions, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spf_assess.consultation import BoardRow, Consultation
    from spf_assess.desktop.pages.positions_pictures import Pictures

_FIND, _LEAST_HALVES = 110, 600
_FILTERS = tuple(Shown)


class PositionsView(QWidget):
    """Gate, table and panel; the numbers are those of ``Consultation.results``.

    Signals:
        participants_wanted(), packets_wanted(), report_wanted()
        revealed(): the person wants to see the positions of those who are in.
        projected(str, str): an item is to be shown to the room, at law or practice.
    """

    page_wanted = Signal(str, object)
    participants_wanted = Signal()
    packets_wanted = Signal()
    report_wanted = Signal()
    revealed = Signal()
    projected = Signal(str, str)

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__()
        self._hub, self._order = hub, order
        self._words = hub.words
        self._revealed = 0  # the round that is shown before everyone has handed in
        self._background: Background | None = None
        self._section = ""
        self._standing = standing(())
        self._round, self._begun_here, self._early = 0, 0, False
        self._missing = False
        self._stack = QStackedWidget()
        self._gate = Gate()
        self._stack.addWidget(self._gate)
        self._stack.addWidget(self._build_content())
        self._pictures: Pictures | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    @property
    def table(self) -> PositionsTable:
        """The table of sections."""
        return self._table

    @property
    def details(self) -> PositionDetails:
        """What stands beside the table."""
        return self._details

    @property
    def model(self) -> PositionsModel:
        """The rows shown."""
        return self._model

    @property
    def gated(self) -> bool:
        """Whether the gate stands before the positions."""
        return self._stack.currentWidget() is self._gate

    @property
    def pictures(self) -> "Pictures | None":
        """The pictures; None until somebody asked for them."""
        return self._pictures

    def forget(self) -> None:
        """Begin anew with another consultation: nothing is revealed."""
        self._revealed, self._section = 0, ""
        if self._pictures is not None:
            self._pictures.clear()
            self._stack.setCurrentIndex(1)
        self._background = None
        self._details.clear()
        self._model.clear()

    def refresh(self, rows: "Sequence[BoardRow]") -> None:
        """Show what the consultation holds now."""
        self._standing = standing(rows)
        consultation = self._hub.consultation
        self._round = 0 if consultation is None else consultation.current_round
        self._begun_here = begun_here(consultation, self._standing)
        self._tell_gate(self._words)
        if consultation is None or not self._may_show():
            self._stack.setCurrentWidget(self._gate)
            if self._pictures is not None:
                self._pictures.clear()
            return
        self._early = consultation.blind is not None
        self._load(consultation)
        if self._drawing:
            self._draw()
        else:
            self._stack.setCurrentIndex(1)
        self._lay_out()

    def speak(self, words: Words) -> None:
        """Say everything anew; row, filter and scroll stay."""
        self._words = words
        self._segments.say(
            {LAW: words("Law"), PRACTICE: words("Practice")}, words("Law or practice")
        )
        self._find.setPlaceholderText(words.context("field", "Find"))
        self._find.say(words("Find a section"), words("Clear the field"))
        self._table.setAccessibleName(words("Positions by section"))
        self._scroll.setAccessibleName(words("The section chosen"))
        self._nothing.say(words("No section fits the filter."))
        self._report.say(words("Make the report…"))
        self._preview.say(words("As it prints"))
        self._draws.say(words("Pictures"))
        self._halves.say_back(words("Back to the table"))
        self._tell_legend()
        place = self._scroll.verticalScrollBar().value()
        self._model.speak(words)
        self._count()
        self._show_current()
        self._scroll.verticalScrollBar().setValue(place)
        self._tell_gate(words)
        if self._drawing:
            self._draw()
        self._lay_out()

    def arrange(self) -> None:
        """Put the groups into the order chosen."""
        self._model.arrange(self._order.benches)
        self._tell_legend()
        self._show_current()
        if self._drawing:
            self._draw()

    def take_focus(self) -> None:
        """Go to what one works with here."""
        if self.gated:
            self._gate.take_focus()
        elif self._drawing and self._pictures is not None:
            self._pictures.take_focus()
        else:
            self._table.setFocus()

    def _focus_table(self) -> None:
        self._table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # -- building -----------------------------------------------------------------

    def _build_content(self) -> QWidget:
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._model = PositionsModel(self._words, self)
        self._model.arrange(self._order.benches)
        self._table = PositionsTable(self._model)
        self._nothing = Label(role="second")
        self._nothing.setContentsMargins(16, 16, 16, 16)
        self._nothing.hide()
        self._legend = Legend()
        column.addWidget(self._build_tools())
        column.addWidget(self._table, 1)
        column.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._legend)
        self._halves = Halves(self._list, self._build_panel())
        return self._halves

    def _build_tools(self) -> QWidget:
        tools, left = QWidget(), QWidget()
        edges = EdgesLayout(tools, gap=8)
        edges.setContentsMargins(16, 7, 12, 7)
        row = FlowLayout(left, gap=6)
        self._segments = Segmented([(LAW, ""), (PRACTICE, "")], PRACTICE)
        row.addWidget(self._segments)
        self._filters = QButtonGroup(self)
        self._filters.setExclusive(True)
        for number, _shown in enumerate(_FILTERS):
            button = Button(role="filter")
            self._filters.addButton(button, number)
            row.addWidget(button)
        self._filters.button(0).setChecked(True)
        self._draws = Button()
        row.addWidget(self._draws)
        self._find = FindField()
        edges.addWidget(left)
        edges.addWidget(self._find)
        return tools

    def _build_panel(self) -> QWidget:
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._details = PositionDetails()
        self._scroll = QuietScroll(self._details, " ")
        self._details.setAutoFillBackground(False)
        self._report, self._preview = Button(role="primary"), Button()
        foot = QWidget()
        row = FlowLayout(foot)
        row.setContentsMargins(16, 8, 16, 12)
        row.addWidget(self._preview)
        row.addWidget(self._report)
        column.addWidget(self._scroll, 1)
        column.addWidget(foot)
        return panel

    def _connect(self) -> None:
        self._gate.shown_anyway.connect(self._reveal)
        self._gate.participants_wanted.connect(self.participants_wanted)
        self._gate.packets_wanted.connect(self.packets_wanted)
        self._draws.clicked.connect(self._show_pictures)
        self._segments.chosen.connect(self._choose)
        self._filters.idClicked.connect(self._sift)
        self._find.textChanged.connect(self._sift)
        self._find.down.connect(self._table.setFocus)
        self._report.clicked.connect(self.report_wanted)
        self._preview.clicked.connect(self._show_as_printed)
        self._halves.went_back.connect(self._focus_table)
        self._table.opened.connect(self._open)
        self._table.selectionModel().currentRowChanged.connect(self._row_changed)
        self._model.modelReset.connect(self._choose_again)
        add_shortcuts(self, {"Ctrl+F": self._find.setFocus})

    # -- pictures -----------------------------------------------------------------

    @property
    def _drawing(self) -> bool:
        """Whether pictures are shown in place of the table."""
        return (
            self._pictures is not None and self._stack.currentWidget() is self._pictures
        )

    def _show_pictures(self) -> None:
        """Show the pictures, which are built when they are asked for."""
        if not self._may_show():
            return
        if self._pictures is None:
            from spf_assess.desktop.pages.positions_pictures import Pictures

            self._pictures = Pictures(self._words)
            self._pictures.went_back.connect(self._show_table)
            self._stack.addWidget(self._pictures)
        self._draw()
        self._stack.setCurrentWidget(self._pictures)
        self._pictures.take_focus()

    def _show_table(self) -> None:
        self._stack.setCurrentIndex(1)
        self._lay_out()
        self._draws.setFocus()

    def _draw(self) -> None:
        """Draw what may be seen: never what the gate stands before."""
        consultation = self._hub.consultation
        if self._pictures is None or consultation is None or not self._may_show():
            return
        self._pictures.show_of(consultation, self._order.benches, self._words)

    # -- what is shown ------------------------------------------------------------

    def _may_show(self) -> bool:
        found = self._standing
        shown = self._revealed == self._round and not self._begun_here
        return found.handed_in > 0 and (found.compared or shown)

    def _tell_gate(self, words: Words) -> None:
        order = self._order.everyone
        open_ = self._hub.consultation
        blind = 1
        if open_ is not None and open_.role is Role.FACILITATOR:
            blind = self._round if open_.is_open(self._round) else 0
        self._gate.tell(self._standing, order, words, self._begun_here, blind=blind)

    def _reveal(self) -> None:
        self._revealed = self._round
        self.revealed.emit()
        self._table.setFocus()

    def _load(self, consultation: "Consultation") -> None:
        from spf_assess.questionnaire import load_recommendation

        results, prepared = consultation.results(), consultation.preparation
        self._background = Background(
            consultation.questionnaire,
            load_recommendation(),
            results,
            consultation.responses(),
            prepared.counted_from,
            prepared.spread_from,
            consultation.revealed(),
            bool(consultation.discussed_round),
            self._project if consultation.role is Role.FACILITATOR else None,
            consultation,
            consultation.final,
        )
        self._model.show_results(consultation.questionnaire, results)
        self._missing = bool(missing_benches(results))
        self._tell_legend()
        self._count()

    def _tell_legend(self) -> None:
        benches = self._order.benches
        self._legend.speak(self._words, benches, missing=self._missing)

    def _project(self, item: str) -> None:
        self.projected.emit(item, self._model.dimension)

    def _choose(self, dimension: str) -> None:
        self._model.choose(dimension)
        self._count()

    def _sift(self) -> None:
        shown = _FILTERS[self._filters.checkedId()]
        self._model.sift(shown, self._find.text())

    def _count(self) -> None:
        """Say on every filter how many sections it shows."""
        words, count = self._words, self._model.count
        said = {
            Shown.ALL: words.context(
                "sections", "All {number}", number=count(Shown.ALL)
            ),
            Shown.DIVERGENCE: words(
                "Divergence {number}", number=count(Shown.DIVERGENCE)
            ),
            Shown.VERDICTS: words(
                "Verdicts differ {number}", number=count(Shown.VERDICTS)
            ),
            Shown.NOT_COMPARED: words(
                "Not all compared {number}", number=count(Shown.NOT_COMPARED)
            ),
        }
        for number, shown in enumerate(_FILTERS):
            button = self._filters.button(number)
            if isinstance(button, Button):
                button.say(said[shown])

    def choose(self, section: str) -> None:
        """Go to a section's row."""
        self._section = section
        self._choose_again()

    def _show_as_printed(self) -> None:
        """Show how this section will print."""
        if self._section:
            options = ReportOptions(
                self._words.language, sections=(self._section,), early=self._early
            )
            self.page_wanted.emit("preview", Wanted(options, self._section))

    def _choose_again(self) -> None:
        """Keep the section chosen after the rows changed, else take the first."""
        rows = self._model.rowCount()
        self._nothing.setVisible(not rows)
        self._table.setVisible(bool(rows))
        row = max(0, self._model.row_of(self._section))
        if rows:
            self._table.go_to(row)
        self._show_current()

    def _row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._section = self._model.row(now.row()).section.id
            self._show_current()
            self._scroll.verticalScrollBar().setValue(0)

    def _show_current(self) -> None:
        index = self._table.currentIndex()
        if not index.isValid() or self._background is None:
            self._details.clear()
            return
        row = self._model.row(index.row())
        self._details.show_row(
            row, self._model.dimension, self._background, self._words
        )

    # -- room ---------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Put the panel beside the table, under it, or behind Enter."""
        look, needed, room = current(), self._table.needed(), self._halves.room()
        self._find.setFixedWidth(look.px(_FIND))
        mode, cells = None, room >= needed
        tall = self.height() >= look.px(_LEAST_HALVES)
        if not cells and self.width() >= needed and tall:
            mode, cells = Mode.UNDER, True
        if self._table.stacked == cells:
            self._table.stack(on=not cells)
        self._legend.setVisible(cells)
        self._halves.lay_out(mode)

    def _open(self) -> None:
        if not self._halves.open_panel():
            self._scroll.setFocus()
