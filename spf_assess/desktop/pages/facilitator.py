"""Running a consultation, from its preparation to its report: a page of tabs."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder, standing
from spf_assess.desktop.pages.facilitator_tabs import Tabs
from spf_assess.desktop.pages.facilitator_views import TABS, View, place_of
from spf_assess.desktop.pages.page import Page
from spf_assess.desktop.parts import EdgesLayout, FlowLayout, Label, Surface
from spf_assess.desktop.parts.shortcuts import add_shortcuts
from spf_assess.i18n import Words
from spf_assess.model import Role

if TYPE_CHECKING:
    from spf_assess.consultation import BoardRow
    from spf_assess.desktop.pages.discussion import DiscussionView
    from spf_assess.desktop.pages.packets import PacketsView
    from spf_assess.desktop.pages.participants import ParticipantsView
    from spf_assess.desktop.pages.positions import PositionsView
    from spf_assess.desktop.pages.preparation import PreparationView
    from spf_assess.desktop.pages.report import ReportView

PREPARATION = place_of("preparation")
PARTICIPANTS, PACKETS = place_of("participants"), place_of("packets")
POSITIONS, REPORT = place_of("positions"), place_of("report")


class FacilitatorPage(Page):
    """Views behind tabs; each is built, and brought up to date, when it is looked at.

    *detail* of ``arrive`` may be a list of packet files to bring in.
    """

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._order = BenchOrder(hub.turn)
        self._rows: tuple[BoardRow, ...] = ()
        self._built: dict[int, View] = {}
        self._stale: set[int] = set()
        self._unspoken: set[int] = set()
        self._opened = hub.consultation
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedWidget()
        column.addWidget(self._build_head())
        column.addWidget(self._stack, 1)
        self._connect()

    @property
    def tabs(self) -> Tabs:
        """The tabs."""
        return self._tabs

    @property
    def preparation(self) -> "PreparationView":
        """What is fixed before the first answer."""
        return cast("PreparationView", self.view("preparation"))

    @property
    def participants(self) -> "ParticipantsView":
        """The seats."""
        return cast("ParticipantsView", self.view("participants"))

    @property
    def packets(self) -> "PacketsView":
        """What came in."""
        return cast("PacketsView", self.view("packets"))

    @property
    def positions(self) -> "PositionsView":
        """Where the groups stand."""
        return cast("PositionsView", self.view("positions"))

    @property
    def report(self) -> "ReportView":
        """The report that is made."""
        return cast("ReportView", self.view("report"))

    def view(self, name: str) -> View:
        """Return the view of a tab, built by now."""
        return self._view_at(place_of(name))

    def title(self) -> str:
        return self.hub.words("Facilitator")

    def speak(self, words: Words) -> None:
        self._tabs.say(
            [words(tab.title) for tab in TABS],
            words("Parts of the consultation"),
            (words("Earlier tabs"), words("Further tabs")),
        )
        self._unspoken = set(self._built)  # each when looked at
        self._update_view()
        self._tell_standing()

    def arrive(self, detail: object = None) -> None:
        self._take_consultation()
        self._refresh()
        if isinstance(detail, str):
            self.go_to(POSITIONS)
            self.positions.choose(detail)
        elif isinstance(detail, list):
            self.go_to(PACKETS)
            self.packets.bring_in([one for one in detail if isinstance(one, Path)])
        self._view_at(self._tabs.currentIndex()).take_focus()

    def pause(self) -> None:
        self.hub.unrecorded.flush()

    def leave(self) -> bool:
        return self.hub.unrecorded.flush()

    def go_to(self, place: int) -> None:
        """Show one of the views."""
        self._tabs.setCurrentIndex(place)

    def _jump_to(self, place: int) -> None:
        self.go_to(place)
        self._view_at(place).take_focus()

    # -- inside -------------------------------------------------------------------

    def _build_head(self) -> QWidget:
        head, right = Surface("top"), QWidget()
        edges = EdgesLayout(head, gap=16, line_gap=0)
        edges.setContentsMargins(4, 0, 16, 1)
        self._tabs, self._standing = Tabs(len(TABS)), Label(role="small")
        flow = FlowLayout(right)
        flow.setContentsMargins(12, 2, 0, 2)
        flow.addWidget(self._standing)
        edges.addWidget(self._tabs)
        edges.addWidget(right)
        return head

    def _connect(self) -> None:
        self._tabs.setCurrentIndex(self._home())
        self._tabs.currentChanged.connect(self._show_view)
        places = range(len(TABS))
        add_shortcuts(
            self,
            {f"Ctrl+{place + 1}": partial(self._jump_to, place) for place in places},
        )
        self.hub.changed.connect(self._note_changes)
        self.hub.opened.connect(self._take_consultation)
        self.hub.closed.connect(self._take_consultation)

    def _view_at(self, place: int) -> View:
        """Return a view; one that nobody looked at yet is built and filled."""
        if place not in self._built:
            made = TABS[place].build(self.hub, self._order)
            view = self._built[place] = cast("View", made)
            self._wire(TABS[place].name)
            self._stack.addWidget(made)
            view.speak(self.hub.words)
            if self._is_facilitated():
                self._stale.add(place)
        return self._built[place]

    def _wire(self, name: str) -> None:
        """Lead from one view to another."""
        wanted = getattr(self.view(name), "tab_wanted", None)
        if wanted is not None:
            wanted.connect(lambda other: self._jump_to(place_of(other)))
        if name == "participants":
            self.participants.packets_wanted.connect(self._show_kept_aside)
            self.participants.order_chosen.connect(self._arrange)
            self.participants.page_wanted.connect(self.wanted)
        elif name == "packets":
            self.packets.page_wanted.connect(self.wanted)
        elif name == "positions":
            wanting = self.positions
            wanting.participants_wanted.connect(lambda: self.go_to(PARTICIPANTS))
            wanting.packets_wanted.connect(self._bring_in)
            wanting.revealed.connect(self._show_revealed)
            wanting.report_wanted.connect(lambda: self.go_to(REPORT))
            wanting.projected.connect(self._project)
            wanting.page_wanted.connect(self.wanted)
        elif name == "report":
            self.report.page_wanted.connect(self.wanted)

    def _take_consultation(self) -> None:
        """Forget everything about the consultation before, if there was another."""
        if self.hub.consultation is self._opened:
            return
        self._opened = self.hub.consultation
        for view in self._built.values():
            view.forget()
        self.go_to(self._home())

    def _home(self) -> int:
        """Return where one begins: with the preparation while nobody has a seat."""
        consultation = self.hub.consultation
        fresh = (
            consultation is not None
            and self._is_facilitated()
            and not consultation.frozen
            and not consultation.respondents()
        )
        return PREPARATION if fresh else PARTICIPANTS

    def _note_changes(self, _changes: object) -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Read who has handed in anew, and show it where one looks."""
        consultation = self.hub.consultation
        facilitated = self._is_facilitated()
        self._rows = consultation.board() if consultation and facilitated else ()
        self._stale = set(self._built) if facilitated else set()
        self._update_view()
        self._tell_standing()

    def _prepare(self) -> None:
        """From here one goes to how it prints."""
        consultation, hub = self.hub.consultation, self.hub
        if consultation is not None:
            hub.ahead.prepare(consultation.path, hub.words.language)

    def _is_facilitated(self) -> bool:
        consultation = self.hub.consultation
        return consultation is not None and consultation.role is Role.FACILITATOR

    def _update_view(self) -> None:
        place = self._tabs.currentIndex()
        view = self._view_at(place)
        self._stack.setCurrentWidget(cast("QWidget", view))
        if place in self._unspoken:
            self._unspoken.discard(place)
            view.speak(self.hub.words)
        if place in self._stale:
            self._stale.discard(place)
            view.refresh(self._rows)
        if place in (POSITIONS, REPORT) and self._is_facilitated():
            self._prepare()

    def _show_view(self, _place: int) -> None:
        self._update_view()

    def _show_revealed(self) -> None:
        self.positions.refresh(self._rows)

    def _tell_standing(self) -> None:
        consultation, words = self.hub.consultation, self.hub.words
        if consultation is None:
            self._standing.say("")
            return
        found = standing(self._rows)
        number = consultation.current_round
        if not found.invited:
            said = words("Round {number}: nobody has been invited yet.", number=number)
        elif found.complete:
            said = words("Round {number}: all responses are in.", number=number)
        else:
            said = words(
                "Round {number}: {in_} of {invited} responses are in.",
                number=number,
                in_=found.handed_in,
                invited=found.invited,
            )
        if consultation.header.fictitious:
            said = words("Fictitious country.") + " " + said
        self._standing.say(said)

    def _show_kept_aside(self) -> None:
        self.go_to(PACKETS)
        self.packets.choose_kept_aside()

    def _bring_in(self) -> None:
        self.go_to(PACKETS)
        self.packets.ask_for_files()

    def _project(self, item: str, part: str) -> None:
        """Show an item to the room; the window for it belongs to the discussion."""
        discussion = cast("DiscussionView", self.view("discussion"))
        place = place_of("discussion")
        self._stale.discard(place)
        discussion.refresh(self._rows)
        discussion.project(item, part)

    def _arrange(self) -> None:
        for place in (PARTICIPANTS, POSITIONS):
            if place in self._built:
                cast("ParticipantsView | PositionsView", self._built[place]).arrange()
