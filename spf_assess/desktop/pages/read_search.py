"""Looking for words in everything there is to be read, as one types."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.findings import kind_names, results
from spf_assess.desktop.models.library import Library
from spf_assess.desktop.pages.read_list import SearchField
from spf_assess.desktop.pages.read_shelf import Shelf
from spf_assess.desktop.parts import Button, FlowLayout, Label
from spf_assess.desktop.parts.announce import announce
from spf_assess.i18n import Words
from spf_assess.reading import Found, Kind

_LONGEST = 200


class SearchView(Shelf):
    """A field, groups to sift by, and results."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._found = Found("", ())
        tools = QWidget()
        column = QVBoxLayout(tools)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._label = Label(role="strong")
        self.field = SearchField()
        self.field.setMaxLength(_LONGEST)
        self._label.setBuddy(self.field)
        self._hint = Label(role="small")
        column.addWidget(self._label)
        column.addWidget(self.field)
        column.addWidget(self._build_filters())
        column.addWidget(self._hint)
        self.put_on_top(tools)
        self._rest = QWidget()
        self.column.addWidget(self._rest, 1)
        self.field.textChanged.connect(self._look)
        self.field.down.connect(self._go_into_list)
        self._building = QTimer(self)
        self._building.setInterval(0)
        self._building.timeout.connect(self._build_more)

    def speak(self, words: Words) -> None:
        super().speak(words)
        self._label.say(words("Find in questions, Recommendation and glossary"))
        self.field.say(self._label.said, words("Clear the field"))
        self.list.setAccessibleName(words("What was found"))
        self._look()

    def take(self, library: Library) -> None:
        super().take(library)
        self._building.start()
        self._look()

    def take_focus(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _build_filters(self) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line, gap=6)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._kinds: tuple[Kind | None, ...] = (None, *Kind)
        for number, _kind in enumerate(self._kinds):
            button = Button(role="filter")
            self._group.addButton(button, number)
            flow.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda _id: self._show())
        self._filters = line
        return line

    def _build_more(self) -> None:
        if self.library is None or not self.library.search.build():
            self._building.stop()

    def _look(self) -> None:
        """Find anew what stands in the field."""
        if self.library is None:
            return
        text = self.field.text()
        words = self.hub.words
        if text.strip():
            self._found = self.library.search.find(text, words.language)
        else:
            self._found = Found("", ())
        self._show()
        if text.strip():
            announce(self.field, self._hint.said)

    def _show(self) -> None:
        """Show what was found, of the kinds that are wanted."""
        words = self.hub.words
        counts = {kind: len(self._found.of(kind)) for kind in Kind}
        names = kind_names(words)
        for number, kind in enumerate(self._kinds):
            button = self._group.button(number)
            name = words.context("filter", "All") if kind is None else names[kind]
            count = len(self._found.hits) if kind is None else counts[kind]
            button.setText(f"{name} {count}")
            button.setVisible(kind is None or count > 0)
        only = self._kinds[self._group.checkedId()]
        if only is not None and not counts[only]:
            only = None
            self._group.button(0).setChecked(True)
        self._filters.setVisible(bool(self._found.hits))
        lines = results(self._found, words, only)
        self._hint.say(self._remark(words))
        self.list.setVisible(bool(lines))
        self._rest.setVisible(not lines)
        self.list.show_lines(lines)
        if not lines:
            self.panel.clear()

    def _remark(self, words: Words) -> str:
        """Return what is to be known of the results."""
        number = len(self._found.hits)
        if not self.field.text().strip():
            return words(
                "In English or in French, with or without accents: a word or the"
                " beginning of one, a paragraph such as 3(e), a question such as 3e.1."
            )
        if not number:
            return words(
                "Nothing was found. Try fewer letters or another word; the glossary"
                " tab lists the words that are used here."
            )
        if self._found.partly:
            return words(
                "No place has all of these words. What is listed has some of them."
            )
        return words.plural("{number} place found", "{number} places found", number)

    def _go_into_list(self) -> None:
        if not self.list.empty:
            self.list.setFocus()
