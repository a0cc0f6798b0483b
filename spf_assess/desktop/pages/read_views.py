"""The index of paragraphs, the glossary, and the Recommendation as a whole."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.findings import index_lines, term_lines
from spf_assess.desktop.models.library import Library
from spf_assess.desktop.pages.facing import BOTH, NATIVE, Filling
from spf_assess.desktop.pages.read_list import SearchField
from spf_assess.desktop.pages.read_shelf import Shelf
from spf_assess.desktop.parts import (
    FlowLayout,
    Label,
    Measure,
    QuietScroll,
    Segmented,
)
from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES

_WIDE = 1180


class IndexView(Shelf):
    """Every paragraph and clause, and how many questions ask about it."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._remark = Label(role="small")
        self.put_on_top(self._remark)

    def speak(self, words: Words) -> None:
        super().speak(words)
        self._remark.say(
            words("Choose a paragraph to read it and to see the questions about it.")
        )
        self.list.setAccessibleName(words("Paragraphs of the Recommendation"))
        self._show()

    def take(self, library: Library) -> None:
        super().take(library)
        self._show()

    def _show(self) -> None:
        if self.library is not None:
            lines = list(index_lines(self.library, self.hub.words))
            self.list.show_lines(lines, self.list.standing())


class GlossaryView(Shelf):
    """Every term, in the order of the alphabet; a field narrows them down."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        tools = QWidget()
        column = QVBoxLayout(tools)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._label, self.field = Label(role="strong"), SearchField()
        self._label.setBuddy(self.field)
        self._count = Label(role="small")
        for part in (self._label, self.field, self._count):
            column.addWidget(part)
        self.put_on_top(tools)
        self.field.textChanged.connect(self._show)
        self.field.down.connect(self.list.setFocus)

    def speak(self, words: Words) -> None:
        super().speak(words)
        self._label.say(words("Find a term"))
        self.field.say(words("Find a term"), words("Clear the field"))
        self.list.setAccessibleName(words("Terms"))
        self._show()

    def take(self, library: Library) -> None:
        super().take(library)
        self._show()

    def take_focus(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _show(self) -> None:
        if self.library is None:
            return
        words = self.hub.words
        lines = list(term_lines(self.library, words, self.field.text()))
        self.list.show_lines(lines, self.list.standing())
        self._count.say(words.plural("{number} term", "{number} terms", len(lines)))


class WholeView(QWidget):
    """Both authoritative texts of the Recommendation, provision beside provision."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.library: Library | None = None
        self._rows: list[int] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._title, self._authentic = Label(role="heading"), Label(role="small")
        self._languages = Segmented([(BOTH, ""), *NATIVE.items()])
        self._languages.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._languages.chosen.connect(lambda _key: self._fill())
        tools = QWidget()
        flow = FlowLayout(tools, gap=14)
        flow.setContentsMargins(20, 12, 16, 8)
        for part in (self._languages, self._title, self._authentic):
            flow.addWidget(part)
        column.addWidget(tools)
        self._text = Measure(_WIDE)
        inside = QVBoxLayout(self._text)
        inside.setContentsMargins(20, 0, 20, 24)
        self._holder: QWidget | None = None
        self._grid: QGridLayout | None = None
        self._filling: Filling | None = None
        self._scroll = QuietScroll(self._text, name=" ")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(self._scroll, 1)

    def speak(self, words: Words) -> None:
        """Say every word anew; the texts stay as they are."""
        self._title.say(
            words("Social Protection Floors Recommendation, 2012 (No. 202)")
        )
        self._authentic.say(words("Both texts are authoritative."))
        self._languages.say(
            {BOTH: words.context("languages", "Both"), **NATIVE},
            words("Language of the text"),
        )
        self._scroll.setAccessibleName(words("Text of the Recommendation"))
        if self._filling is not None:
            self._filling.speak(words)

    def take(self, library: Library) -> None:
        """Show the text; it is the same for every questionnaire."""
        begun = self.library is not None
        self.library = library
        if not begun:
            self._fill()

    def take_focus(self) -> None:
        """Put the keyboard where one reads."""
        self._scroll.setFocus()

    def go_to(self, shown: str) -> None:
        """Bring a provision into view, by its reference or its place in the text."""
        if self.library is None:
            return
        provision = self.library.provision(shown)
        provisions = self.library.recommendation.provisions
        if provision is not None:
            place = provisions.index(provision)
            QTimer.singleShot(0, self, lambda: self._scroll_to(place))
        self.take_focus()

    def _scroll_to(self, place: int) -> None:
        if self._grid is None or place >= len(self._rows):
            return
        found = self._grid.itemAtPosition(self._rows[place], 0)
        widget = found.widget() if found is not None else None
        if widget is not None:
            top = widget.mapTo(self._text, widget.rect().topLeft()).y()
            self._scroll.verticalScrollBar().setValue(max(0, top - 40))

    def _fill(self) -> None:
        if self.library is None:
            return
        above = self._scroll.verticalScrollBar().value()
        chosen = self._languages.selected
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        languages = LANGUAGES if chosen == BOTH else (chosen,)
        self._filling = Filling(self._grid, languages, self.hub.words)
        self._rows = self._filling.fill_whole(self.library.recommendation.provisions)
        layout = self._text.layout()
        if layout is not None:
            layout.addWidget(self._holder)
        self._scroll.verticalScrollBar().setValue(above)
