"""The paragraphs a question is about, in one language or in both, facing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from spf_assess.desktop.pages.facing import BOTH, NATIVE, Filling, passages
from spf_assess.desktop.parts import (
    Button,
    KeyCap,
    Label,
    QuietScroll,
    Rule,
    Segmented,
    Surface,
)
from spf_assess.desktop.parts.edges import EdgesLayout
from spf_assess.desktop.parts.running import RunningLabel
from spf_assess.i18n import Words
from spf_assess.model import BENCHES, LANGUAGES, Constituency, Item, Section

WIDTH = 348
_SIDE, _GAP, _COLUMN_GAP = 16, 6, 12


class LegalPanel(Surface):
    """The text of the Recommendation beside a question, and what each group brings.

    ``closed()`` asks to go back to the question, where the panel stands in its place.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._words: Words | None = None
        self._item: Item | None = None
        self._section: Section | None = None
        self._me = Constituency.GOVERNMENT
        self._marked = True
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 12, _SIDE // 2, 10)
        column.setSpacing(6)
        column.addWidget(self._build_head())
        self._authentic = Label(role="small")
        column.addWidget(self._authentic)
        self._languages = Segmented([(BOTH, ""), *NATIVE.items()])
        self._languages.chosen.connect(lambda _key: self._fill())
        self._languages.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # see tab_order
        column.addWidget(self._languages)
        content, text = QWidget(), QWidget()
        self._reading = QVBoxLayout(content)
        self._reading.setContentsMargins(0, 0, 0, 0)
        self._reading.addWidget(text)
        self._reading.addStretch(1)
        self._grid = QGridLayout(text)
        self._grid.setContentsMargins(0, 0, 6, 0)
        self._grid.setHorizontalSpacing(_COLUMN_GAP)
        self._grid.setVerticalSpacing(_GAP)
        self._scroll = QuietScroll(content, name=" ")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(self._scroll, 1)
        self._rule = Rule()
        column.addWidget(self._rule)
        self._brings = _Brings()
        column.addWidget(self._brings)
        self._column = column

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._words = words
        self._heading.say(words("Text of the Recommendation"))
        self._authentic.say(words("Both texts are authoritative."))
        self._languages.say(
            {BOTH: words.context("languages", "Both"), **NATIVE},
            words("Language of the text"),
        )
        self._scroll.setAccessibleName(words("Text of the Recommendation"))
        self._back.say(words("Back to the question"))
        if self._marked:  # nothing else in the text is in the window's language
            self._fill()
        self._tell_brings()

    def show_item(self, item: Item, section: Section, me: Constituency) -> None:
        """Show what *item* is about."""
        same = self._item is not None and self._item.references == item.references
        self._item, self._section, self._me = item, section, me
        if not same:
            self._fill()
            self._scroll.verticalScrollBar().setValue(0)
        self._tell_brings()

    def stand_alone(self, *, alone: bool) -> None:
        """Offer the way back to the question, where the panel hides it."""
        self._back.setVisible(alone)
        self._key.setVisible(not alone)
        # alone, the page may be low: then all of it scrolls
        into = self._reading if alone else self._column
        if into.indexOf(self._brings) < 0:
            (self._column if alone else self._reading).removeWidget(self._brings)
            into.insertWidget(1 if alone else into.count(), self._brings)
        self._rule.setVisible(not alone)

    def first(self) -> QWidget:
        """Return where the keyboard goes for reading."""
        return self._scroll

    def _build_head(self) -> QWidget:
        head, right = QWidget(), QWidget()
        edges = EdgesLayout(head)
        edges.setContentsMargins(0, 0, 0, 0)
        self._heading = RunningLabel(role="heading")
        self._key = KeyCap("F2")
        self._back = Button(role="plain")
        self._back.hide()
        self._back.clicked.connect(self.closed)
        line = QVBoxLayout(right)
        line.setContentsMargins(0, 0, 8, 0)
        line.addWidget(self._key, 0, Qt.AlignmentFlag.AlignRight)
        line.addWidget(self._back)
        edges.addWidget(self._heading)
        edges.addWidget(right)
        return head

    def _fill(self) -> None:
        words, item = self._words, self._item
        if words is None or item is None:
            return
        chosen = self._languages.selected
        languages = LANGUAGES if chosen == BOTH else (chosen,)
        while self._grid.count():
            taken = self._grid.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        found = list(passages(item))
        self._marked = any(
            passage.provision.not_from_record
            for _name, shown in found
            for passage in shown
        )
        Filling(self._grid, languages, words).fill(found)

    def _tell_brings(self) -> None:
        if self._words is not None and self._section is not None:
            self._brings.tell(self._words, self._section, self._me)
            told = not self._brings.isHidden()
            self._rule.setVisible(told and self._back.isHidden())


class _Brings(QWidget):
    """What the person's own group is well placed to bring, and the others."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 8, 0)
        column.setSpacing(3)
        self._heading = Label(role="label")
        self._mine = Label(role="small_text")
        self._others = Label(role="small")
        for label in (self._heading, self._mine, self._others):
            column.addWidget(label)

    def tell(self, words: Words, section: Section, me: Constituency) -> None:
        mine = section.brings.get(me)
        self.setVisible(mine is not None)
        if mine is None:
            return
        self._heading.say(words("What your group is well placed to bring"))
        self._mine.say(words.text(mine))
        others = [
            words.text(section.brings[bench])
            for bench in BENCHES
            if bench is not me and bench in section.brings
        ]
        self._others.say(" ".join(others))
