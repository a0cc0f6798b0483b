"""Seats by group: who is invited, who has handed in, and their invitations."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from spf_assess.consultation import BoardRow
from spf_assess.consultation.clocks import packet_clock
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.look import current
from spf_assess.desktop.models.board import ROTATES, BenchOrder
from spf_assess.desktop.models.board_table import TellingModel
from spf_assess.desktop.models.participants import COLUMNS, arranged
from spf_assess.desktop.models.participants_words import seat_name
from spf_assess.desktop.pages.facilitator_halves import Halves, Mode
from spf_assess.desktop.pages.facilitator_table import TellingTable
from spf_assess.desktop.pages.participants_form import SeatForm
from spf_assess.desktop.pages.participants_seat import SeatPanel
from spf_assess.desktop.pages.participants_totals import GroupTotals
from spf_assess.desktop.pages.places import documents
from spf_assess.desktop.parts import (
    Button,
    EdgesLayout,
    FlowLayout,
    Label,
    Notice,
    Surface,
)
from spf_assess.files import file_stem, spoken_name
from spf_assess.i18n import Words, constituency_name
from spf_assess.model import BENCHES, Changes, Respondent

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation


class ParticipantsView(QWidget):
    """The list of seats; beside it one seat, or the form that adds one.

    Signals:
        packets_wanted(): see what is kept aside.
        order_chosen(): the groups stand in another order now.
        page_wanted(name, respondent): a page of the window for one seat.
    """

    packets_wanted = Signal()
    order_chosen = Signal()
    page_wanted = Signal(str, object)

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__()
        self._hub, self._order, self._words = hub, order, hub.words
        self._seat, self._may_add = "", True
        self._rows: tuple[BoardRow, ...] = ()
        self._written: dict[str, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._halves = Halves(self._build_list(), self._build_panel())
        column.addWidget(self._halves)
        self._connect()

    @property
    def table(self) -> TellingTable:
        """The list of seats."""
        return self._table

    @property
    def form(self) -> SeatForm:
        """The form that adds a seat."""
        return self._form

    def forget(self) -> None:
        """Begin anew with another consultation."""
        self._seat, self._rows = "", ()
        self._written.clear()
        self._model.show_rows(())
        self._notice.hide()

    def refresh(self, rows: Sequence[BoardRow]) -> None:
        """Show the seats as they are now."""
        consultation = self._hub.consultation
        self._rows = arranged(rows, self._order.everyone)
        self._model.show_rows(self._rows)
        self._totals.show_rows(self._rows, self._order, self._words)
        self._say_empty()
        self._may_add = consultation is not None and not consultation.read_only
        self._offer_form()
        self._choose_again()

    def speak(self, words: Words) -> None:
        """Say everything anew; the seat chosen and what was filled in stay."""
        self._words = words
        self._table.setAccessibleName(words("Seats"))
        self._add.say(words("Add a seat"))
        self._empty.say(
            words(
                "No seat yet. Add one for each group, or one for each person of a group"
                " who answers alone, and give each its invitation."
            )
        )
        self._say_order(words)
        self._form.speak(words, self._order.everyone)
        self._halves.say_back(words("Back to the list"))
        self._notice.say_close(words("Close"))
        self._model.speak(words)
        self._totals.show_rows(self._rows, self._order, words)
        self._show_current()

    def arrange(self) -> None:
        """Put the groups into the order chosen."""
        self._form.speak(self._words, self._order.everyone)
        self._say_order(self._words)
        self.refresh(self._rows)

    def take_focus(self) -> None:
        """Go to what one works with here."""
        (self._table if self._rows else self._add).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._halves.lay_out()
        # where room is short the list comes first; every line of it says the same
        self._totals.setVisible(self._halves.mode is not Mode.BEHIND)

    # -- building -----------------------------------------------------------------

    def _build_list(self) -> QWidget:
        main, tools = QWidget(), Surface("foot")
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._totals = GroupTotals()
        self._notice = Notice("saved")
        self._notice.hide()
        self._model = TellingModel(COLUMNS, self._words, self)
        self._table = TellingTable(self._model)
        self._empty = Label(role="second")
        self._empty.setContentsMargins(16, 24, 16, 24)
        edges = EdgesLayout(tools)
        edges.setContentsMargins(16, 8, 16, 8)
        left, right = QWidget(), QWidget()
        self._orders = Button(role="quiet")
        FlowLayout(left).addWidget(self._orders)
        self._add = Button(role="primary")
        FlowLayout(right).addWidget(self._add)
        edges.addWidget(left)
        edges.addWidget(right)
        column.addWidget(self._totals)
        column.addWidget(self._notice)
        column.addWidget(self._table, 1)
        column.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(tools)
        return main

    def _build_panel(self) -> QWidget:
        self._panel = QStackedWidget()
        self._details, self._form = SeatPanel(), SeatForm()
        self._panel.addWidget(QWidget())
        self._panel.addWidget(self._details)
        self._panel.addWidget(self._form)
        return self._panel

    def _connect(self) -> None:
        self._table.selectionModel().currentRowChanged.connect(self._row_changed)
        self._table.opened.connect(self._open)
        self._add.clicked.connect(self.begin_seat)
        self._form.filled_in.connect(self._register)
        self._form.given_up.connect(self._halves.back)
        self._details.invitation_wanted.connect(self._ask_where)
        self._details.change_wanted.connect(self._change_seat)
        self._details.removal_wanted.connect(self._remove_seat)
        self._details.packets_wanted.connect(self.packets_wanted)
        self._details.sheet_wanted.connect(lambda: self._want_page("sheet"))
        self._details.keying_wanted.connect(lambda: self._want_page("keying"))
        self._halves.went_back.connect(self._come_back)
        self._panel.currentChanged.connect(self._offer_form)
        self._orders.clicked.connect(self._offer_orders)

    def _offer_form(self) -> None:
        """One primary button at a time: the form has its own; none to read only."""
        beside = self._panel.currentWidget() is not self._form
        self._add.setVisible(beside and self._may_add)

    # -- what is shown ------------------------------------------------------------

    def _say_empty(self) -> None:
        self._empty.setVisible(not self._rows)
        self._table.setVisible(bool(self._rows))
        if not self._rows and self._panel.currentWidget() is not self._form:
            self._panel.setCurrentIndex(0)

    def _say_order(self, words: Words) -> None:
        chosen = self._order.choice
        named = dict(self._orders_named(words))[chosen]
        self._orders.say(words("Order of the groups: {order}", order=named))

    def _orders_named(self, words: Words) -> list[tuple[str, str]]:
        """Return each order that can be chosen, and how it is called."""
        named = [(ROTATES, words("another one at each start"))]
        for bench in BENCHES:
            name = constituency_name(words, bench)
            named.append((bench.value, words("{group} first", group=name)))
        return named

    def _offer_orders(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        current().wear(menu, "menu")
        group = QActionGroup(menu)
        for key, name in self._orders_named(self._words):
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(key == self._order.choice)
            group.addAction(action)
            action.triggered.connect(lambda _on=False, key=key: self.choose_order(key))
        menu.popup(self._orders.mapToGlobal(QPoint(0, 0)))

    def choose_order(self, choice: str) -> None:
        """Put the groups into an order from now on."""
        self._order.choose(choice)
        self.order_chosen.emit()

    def _choose_again(self) -> None:
        if not self._rows:
            return
        shown = enumerate(self._rows)
        there = (row for row, one in shown if one.respondent.id == self._seat)
        self._table.go_to(next(there, 0))
        self._show_current()

    def _row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._seat = self._model.row(now.row()).respondent.id
            self._panel.setCurrentWidget(self._details)
            self._show_current()

    def _show_current(self) -> None:
        row = self._current()
        if row is None:
            return
        written = self._written.get(row.respondent.id, "")
        open_ = self._hub.consultation
        sheet = None if open_ is None else open_.sheet_of(row.respondent.id)
        clock = None if open_ is None else packet_clock(open_.header, row)
        self._details.show_row(row, written, self._words, sheet, clock)
        may = open_ is not None and not open_.read_only
        self._details.let_change(
            self._words,
            change=may and not row.handed_in,
            remove=may and open_ is not None and open_.removable(row.respondent.id),
        )
        if self._panel.currentIndex() == 0:
            self._panel.setCurrentWidget(self._details)

    def _current(self) -> BoardRow | None:
        index = self._table.currentIndex()
        if not index.isValid():
            return None
        row: BoardRow = self._model.row(index.row())
        return row

    def _open(self) -> None:
        if not self._halves.open_panel():
            self._details.write_button.setFocus()

    # -- what is done -------------------------------------------------------------

    def begin_seat(self) -> None:
        """Show the form, empty."""
        self._panel.setCurrentWidget(self._form)
        self._halves.open_panel()
        self._form.begin(self._words.language)

    def _come_back(self) -> None:
        """Leave the form, if it is open, and go to the list."""
        if self._panel.currentWidget() is self._form:
            self._panel.setCurrentIndex(0)
            self._show_current()
        self.take_focus()

    def _change_seat(self) -> None:
        row = self._current()
        if row is not None:
            self._panel.setCurrentWidget(self._form)
            self._halves.open_panel()
            self._form.begin_change(row.respondent)

    def _remove_seat(self) -> None:
        row = self._current()
        if row is None:
            return
        name = seat_name(self._words, row.respondent)
        if self._hub.do(lambda open_: open_.remove_seat(row.respondent.id)):
            self._notice.tell(self._words("Seat taken away: {seat}.", seat=name))
            self.take_focus()

    def _changed(self, wanted: Respondent) -> None:
        if self._hub.do(lambda open_: open_.update_respondent(wanted)):
            self._panel.setCurrentWidget(self._details)
            self._show_current()
            name = seat_name(self._words, wanted)
            self._notice.tell(self._words("Seat changed: {seat}.", seat=name))
            self._details.write_button.setFocus()

    def _register(self, wanted: Respondent) -> None:
        if wanted.id:
            self._changed(wanted)
            return

        def work(consultation: "Consultation") -> Changes:
            seat, _invitation = consultation.register(wanted)
            self._seat = seat.id
            return Changes(respondents=frozenset({seat.id}))

        if not self._hub.do(work):
            return  # what was filled in stays; the window says what went wrong
        self._panel.setCurrentWidget(self._details)
        row = self._current()
        if row is not None:
            self._notice.tell(
                self._words(
                    "Seat added: {seat}. Next, write its invitation.",
                    seat=seat_name(self._words, row.respondent),
                )
            )
        self._details.write_button.setFocus()

    def _want_page(self, name: str) -> None:
        if self._seat:
            self.page_wanted.emit(name, self._seat)

    def _ask_where(self) -> None:
        row, words = self._current(), self._words
        if row is None:
            return
        group = constituency_name(words, row.respondent.constituency)
        stem = file_stem(f"{group} {seat_name(words, row.respondent)}")
        self._hub.files.save_file(
            self,
            words("Where to put the invitation"),
            documents() / f"{stem}.spfi",
            words("Invitation") + " (*.spfi)",
            lambda path: self._write(row, path),
        )

    def _write(self, row: BoardRow, path: Path) -> None:
        seat = row.respondent.id
        if not self._hub.do(lambda open_: open_.write_invitation(seat, path)):
            return
        self._written[row.respondent.id] = spoken_name(path)
        self._show_current()
        self._notice.tell(
            self._words(
                "The invitation for {seat} is in {file}.",
                seat=seat_name(self._words, row.respondent),
                file=str(path),
            )
        )
