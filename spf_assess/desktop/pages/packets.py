"""Packets: bringing them in, and what became of each."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from spf_assess.consultation import BoardRow
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.models.board_table import TellingModel
from spf_assess.desktop.models.merging_words import region_name
from spf_assess.desktop.models.packets import COLUMNS, Kept, counted, listed
from spf_assess.desktop.pages.facilitator_halves import Halves
from spf_assess.desktop.pages.facilitator_table import TellingTable
from spf_assess.desktop.pages.packets_importing import Importing
from spf_assess.desktop.pages.packets_news import News
from spf_assess.desktop.pages.packets_record import RecordPanel
from spf_assess.desktop.parts import Button, EdgesLayout, FlowLayout, Label, Surface
from spf_assess.desktop.parts.dialogs import confirm
from spf_assess.i18n import Words
from spf_assess.model import Changes, PacketRecord, PacketState

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

_FILTERS = tuple(Kept)


class PacketsView(QWidget):
    """The list of packets, news of those that come in, and one packet in full.

    ``page_wanted(name, detail)``: a page of the window.
    """

    page_wanted = Signal(str, object)

    def __init__(self, hub: Hub, _order: BenchOrder) -> None:
        super().__init__()
        self._hub, self._words = hub, hub.words
        self._digest = ""
        self._origins: dict[str, str] = {}
        self._came: list[PacketRecord] = []
        self._importing = Importing(hub, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._halves = Halves(self._build_list(), self._build_panel())
        column.addWidget(self._halves)
        self._connect()

    @property
    def table(self) -> TellingTable:
        """The list of packets."""
        return self._table

    @property
    def news(self) -> News:
        """What came in just now."""
        return self._news

    @property
    def importing(self) -> Importing:
        """The queue of files."""
        return self._importing

    def forget(self) -> None:
        """Begin anew with another consultation."""
        self._importing.cancel()
        self._digest = ""
        self._model.show_rows(())
        self._news.hide()

    def refresh(self, rows: Sequence[BoardRow] = ()) -> None:
        """Show the packets as they are now."""
        del rows  # every view is given the seats
        consultation = self._hub.consultation
        if consultation is None:
            return
        records = consultation.packets()
        self._origins = consultation.packet_origins()
        self._count(records)
        kept = _FILTERS[self._filters.checkedId()]
        self._model.show_rows(listed(records, kept))
        self._bring.setVisible(not consultation.read_only)
        self._drop.setVisible(not consultation.read_only)
        self._choose_again(empty=not records)

    def speak(self, words: Words) -> None:
        """Say everything anew; the packet chosen stays."""
        self._words = words
        self._bring.say(words("Bring packets in…"))
        self._regions.say(words("Other regions…"))
        self._table.setAccessibleName(words("Packets"))
        self._drop.say(words("Or drop .spfr files on the window."))
        self._halves.say_back(words("Back to the list"))
        self._news.speak(words)
        self._details.speak(words)
        self._model.speak(words)
        consultation = self._hub.consultation
        self._count(consultation.packets() if consultation is not None else ())
        self._say_empty()
        self._show_current()

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Bring in these files."""
        for path in paths:
            self._importing.add(path)

    def choose_kept_aside(self) -> None:
        """List only what is kept aside."""
        self._filters.button(_FILTERS.index(Kept.QUARANTINED)).setChecked(True)
        self.refresh()

    def take_focus(self) -> None:
        """Go to what one works with here."""
        (self._table if self._model.rowCount() else self._bring).setFocus()

    def _focus_table(self) -> None:
        self._table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._halves.lay_out()

    # -- building -----------------------------------------------------------------

    def _build_list(self) -> QWidget:
        main, tools = QWidget(), QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        filters = FlowLayout(tools, gap=6)
        filters.setContentsMargins(16, 10, 16, 10)
        self._filters = QButtonGroup(self)
        for number, _kept in enumerate(_FILTERS):
            button = Button(role="filter")
            self._filters.addButton(button, number)
            filters.addWidget(button)
        self._filters.button(0).setChecked(True)
        self._news = News()
        holder = QVBoxLayout()
        holder.setContentsMargins(16, 0, 16, 8)
        holder.addWidget(self._news)
        self._model = TellingModel(COLUMNS, self._words, self)
        self._table = TellingTable(self._model)
        self._empty = Label(role="second")
        self._empty.setContentsMargins(16, 24, 16, 24)
        column.addWidget(tools)
        column.addLayout(holder)
        column.addWidget(self._table, 1)
        column.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._build_foot())
        return main

    def _build_foot(self) -> QWidget:
        foot, left, right = Surface("foot"), QWidget(), QWidget()
        edges = EdgesLayout(foot)
        edges.setContentsMargins(16, 8, 16, 8)
        self._bring, self._drop = Button(role="primary"), Label(role="small")
        self._regions = Button(role="quiet")
        beside = FlowLayout(left, gap=12)
        beside.addWidget(self._regions)
        beside.addWidget(self._drop)
        FlowLayout(right).addWidget(self._bring)
        edges.addWidget(left)
        edges.addWidget(right)
        return foot

    def _build_panel(self) -> QWidget:
        self._panel = QStackedWidget()
        self._details = RecordPanel()
        self._panel.addWidget(QWidget())
        self._panel.addWidget(self._details)
        return self._panel

    def _connect(self) -> None:
        self._bring.clicked.connect(self.ask_for_files)
        self._regions.clicked.connect(lambda: self.page_wanted.emit("regions", None))
        self._filters.idClicked.connect(lambda _number: self.refresh())
        self._table.selectionModel().currentRowChanged.connect(self._row_changed)
        self._table.opened.connect(self._halves.open_panel)
        self._halves.went_back.connect(self._focus_table)
        self._details.trusted.connect(self._ask_to_trust)
        importing = self._importing
        importing.began.connect(self._begin_news)
        importing.brought_in.connect(self._add_news)
        importing.ended.connect(self._end_news)
        self._news.cancelled.connect(importing.cancel)

    # -- what is shown ------------------------------------------------------------

    def _count(self, records: Sequence[PacketRecord]) -> None:
        words = self._words
        counts = counted(records)
        said = (
            words.context("packets", "All {number}", number=counts[Kept.ALL]),
            words("Accepted {number}", number=counts[Kept.ACCEPTED]),
            words("Replaced {number}", number=counts[Kept.SUPERSEDED]),
            words("Kept aside {number}", number=counts[Kept.QUARANTINED]),
        )
        for number, text in enumerate(said):
            button = self._filters.button(number)
            if isinstance(button, Button):
                button.say(text)

    def _choose_again(self, *, empty: bool) -> None:
        rows = self._model.rowCount()
        self._none_at_all = empty
        self._say_empty()
        self._empty.setVisible(not rows)
        self._table.setVisible(bool(rows))
        if rows:
            shown = enumerate(self._model.rows)
            there = (row for row, one in shown if one.digest == self._digest)
            self._table.go_to(next(there, 0))
        self._show_current()

    _none_at_all = True

    def _say_empty(self) -> None:
        words = self._words
        self._empty.say(
            words(
                "No packet yet. Each respondent who hands in gives you a small file"
                " (.spfr), on a USB stick or by e-mail; bring it in here."
            )
            if self._none_at_all
            else words("No packet fits the filter.")
        )

    def _row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._digest = self._model.row(now.row()).digest
            self._show_current()

    def _show_current(self) -> None:
        index = self._table.currentIndex()
        if not index.isValid():
            self._panel.setCurrentIndex(0)
            return
        record = self._model.row(index.row())
        self._details.show_record(record, self._words, self._region(record.digest))
        self._panel.setCurrentWidget(self._details)

    def _region(self, digest: str) -> str:
        """Return the region a packet comes from; nothing where there is one only."""
        consultation = self._hub.consultation
        if consultation is None or not self._origins:
            return ""
        own = consultation.proceedings.origin
        names = consultation.origin_names()
        return region_name(self._words, names, self._origins.get(digest, own), own)

    # -- what comes in ------------------------------------------------------------

    def _begin_news(self) -> None:
        self._came.clear()
        self._news.begin(self._words)

    def _add_news(self, record: PacketRecord, done: int, of: int) -> None:
        self._came.append(record)
        self._news.add(record, done, of, self._words)

    def _end_news(self, left: int) -> None:
        """Go to what needs looking at: the first kept aside, else the latest."""
        self._news.end(left, self._words)
        digests = [record.digest for record in self._came if record.digest]
        aside = [
            record.digest
            for record in self._came
            if record.digest and record.state is PacketState.QUARANTINED
        ]
        for digest in aside[:1] or digests[-1:]:
            self._digest = digest
            # The rows are read by now; those of a view behind are when it is seen.
            self._choose_again(empty=False)

    # -- what is done -------------------------------------------------------------

    def ask_for_files(self) -> None:
        """Ask which packets to bring in."""
        words = self._words
        self._hub.files.open_files(
            self,
            words("Bring packets in"),
            words("Answer packet") + " (*.spfr)",
            self._importing.add,
        )

    def _ask_to_trust(self, digest: str) -> None:
        words = self._words

        def work(consultation: "Consultation") -> Changes:
            return consultation.trust_packet(digest)

        def trust() -> None:
            self._hub.do(work)

        confirm(
            self,
            words("Count the packets of this key"),
            words(
                "The packets of this seat that are signed with this packet's key will"
                " count; those with another key stay aside. Compare the eight words of"
                " the receipt with the respondent first."
            ),
            yes=words("Count them"),
            no=words("Cancel"),
            then=trust,
        )
