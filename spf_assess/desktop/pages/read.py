"""Reading aids: search, the whole Recommendation, index of paragraphs, glossary."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.library import Address, Library
from spf_assess.desktop.pages.facilitator_tabs import Tabs
from spf_assess.desktop.pages.page import Page
from spf_assess.desktop.pages.read_search import SearchView
from spf_assess.desktop.pages.read_shelf import Shelf
from spf_assess.desktop.pages.read_views import GlossaryView, IndexView, WholeView
from spf_assess.desktop.parts import Button, EdgesLayout, FlowLayout, Surface
from spf_assess.desktop.parts.shortcuts import add_shortcuts
from spf_assess.i18n import Words
from spf_assess.model import Problem
from spf_assess.reading import Kind

SEARCH, WHOLE, INDEX, GLOSSARY = range(4)
View = SearchView | WholeView | IndexView | GlossaryView
_BUILD: tuple[Callable[[Hub], View], ...] = (
    SearchView,
    WholeView,
    IndexView,
    GlossaryView,
)


class ReadPage(Page):
    """Four views behind tabs, each built when it is first looked at.

    *detail* of ``arrive`` may be an ``Address`` to show. ``wanted("back")`` asks to go
    back to where one was.
    """

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._library: Library | None = None
        self._views: dict[int, View] = {}
        self._unspoken: set[int] = set()
        self._stale: set[int] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedWidget()
        column.addWidget(self._build_head())
        column.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(lambda _place: self._update())
        self._add_keys()

    @property
    def tabs(self) -> Tabs:
        """The four tabs."""
        return self._tabs

    @property
    def view(self) -> View:
        """The view that is looked at."""
        return self._views[self._tabs.currentIndex()]

    def title(self) -> str:
        return self.hub.words.context("page", "Read")

    def speak(self, words: Words) -> None:
        self._tabs.say(
            [
                words("Search"),
                words("Full text"),
                words("Paragraphs"),
                words("Glossary"),
            ],
            words("Ways of reading"),
            (words("Earlier tabs"), words("Further tabs")),
        )
        self._back.say(words("Back"))
        self._unspoken = set(self._views)
        if self._library is not None:
            self._update()

    def arrive(self, detail: object = None) -> None:
        if self._library is None or not self._library.serves(self.hub):
            self._take_library()
        if self._library is None:
            return
        if isinstance(detail, Address):
            self._show_address(detail)
            return
        self._update()
        self.view.take_focus()

    def go_to(self, place: int) -> None:
        """Show one of the four and put the keyboard into it."""
        self._tabs.setCurrentIndex(place)
        if self._library is not None:
            self._update()
            self.view.take_focus()

    # -- inside -------------------------------------------------------------------

    def _build_head(self) -> QWidget:
        head, right = Surface("top"), QWidget()
        edges = EdgesLayout(head, gap=16, line_gap=0)
        edges.setContentsMargins(4, 0, 16, 1)
        self._tabs, self._back = Tabs(len(_BUILD)), Button()
        flow = FlowLayout(right)
        flow.setContentsMargins(12, 3, 0, 3)
        flow.addWidget(self._back)
        edges.addWidget(self._tabs)
        edges.addWidget(right)
        self._back.clicked.connect(lambda: self.wanted.emit("back", None))
        return head

    def _add_keys(self) -> None:
        places = range(len(_BUILD))
        keys = {f"Ctrl+{place + 1}": partial(self.go_to, place) for place in places}
        add_shortcuts(self, {"Ctrl+F": partial(self.go_to, SEARCH), **keys})

    def _take_library(self) -> None:
        try:
            library = Library.of(self.hub)
        except Problem as problem:
            self.hub.tell(problem)
            return
        if self._library is not None:
            self._library.search.close()
        self._library = library
        self._stale = set(self._views)

    def _update(self) -> None:
        """Build, speak and fill the view that is looked at, as far as need be."""
        place, library = self._tabs.currentIndex(), self._library
        if library is None:
            return
        if place not in self._views:
            view = self._views[place] = _BUILD[place](self.hub)
            self._stack.addWidget(view)
            self._unspoken.add(place)
            self._stale.add(place)
            if isinstance(view, Shelf):
                view.answer_wanted.connect(
                    lambda item_id: self.wanted.emit("answering", item_id)
                )
                view.whole_wanted.connect(self._show_whole)
        view = self._views[place]
        if place in self._stale:
            self._stale.discard(place)
            view.take(library)
        if place in self._unspoken:
            self._unspoken.discard(place)
            view.speak(self.hub.words)
        self._stack.setCurrentWidget(view)

    def _show_whole(self, provision: str) -> None:
        self._tabs.setCurrentIndex(WHOLE)
        self._update()
        view = self.view
        if isinstance(view, WholeView):
            view.go_to(provision)

    def _show_address(self, address: Address) -> None:
        places = {Kind.TERM: GLOSSARY, Kind.PARAGRAPH: INDEX}
        self._tabs.setCurrentIndex(places.get(address.kind, SEARCH))
        self._update()
        view = self.view
        if isinstance(view, Shelf):
            view.show_address(address)
