"""All keys on one page, and what the program is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from spf_assess import __version__
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.page import Page
from spf_assess.desktop.parts.button import Button
from spf_assess.desktop.parts.columns import ColumnsLayout
from spf_assess.desktop.parts.keycap import KeyCap
from spf_assess.desktop.parts.label import Label
from spf_assess.desktop.parts.scroll import QuietScroll
from spf_assess.desktop.parts.surface import Surface
from spf_assess.i18n.words import Words
from spf_assess.model import N_

# heading, then pairs of key and meaning; a key in braces is a word to be translated
Keys = tuple[str, tuple[tuple[str, str], ...]]
KEYS: tuple[Keys, ...] = (
    (
        N_("Everywhere"),
        (
            ("F1", N_("these keys; once more: back to where you were")),
            ("F3", N_("read and search; once more: back to where you were")),
            ("Alt+{Home}", N_("start page")),
            ("Ctrl+L", N_("the other language")),
            ("Ctrl++", N_("larger text")),
            ("Ctrl+-", N_("smaller text")),
            ("Ctrl+0", N_("text at 100 %")),
            ("Tab", N_("next field; with {Shift}: the one before")),
        ),
    ),
    (
        N_("Answering a question"),
        (
            ("1 2 3 4", N_("choose this level")),
            ("D", N_("don't know")),
            ("N", N_("not applicable")),
            ("P", N_("prefer not to say")),
            ("{Delete}", N_("take the answer back")),
            ("E", N_("evidence")),
            ("C", N_("comment")),
            ("G", N_("follow-up questions")),
            ("B", N_("come back to this")),
            ("F2", N_("text of the Recommendation; once more or {Esc}: back")),
            ("{PgDn}", N_("next question")),
            ("{PgUp}", N_("previous question")),
            ("F4", N_("one question, or the whole section")),
            ("F6", N_("outline of the sections")),
            ("Ctrl+F", N_("find a section or a word")),
            ("Ctrl+Z", N_("undo the last answer")),
            ("Ctrl+Y", N_("give it again")),
        ),
    ),
    (
        N_("Lists and tables"),
        (
            ("↑ ↓", N_("move from line to line")),
            ("{Home} {End}", N_("first and last line")),
            ("{Enter}", N_("open what the line stands for")),
            ("{Esc}", N_("back to the list")),
            ("Ctrl+F", N_("find")),
            ("Ctrl+1 … 4", N_("facilitator and reading: the parts of the page")),
            ("{Delete}", N_("on the start page: take a file off the list")),
        ),
    ),
)
_KEY_WORDS = {
    "Home": N_("Home"),
    "End": N_("End"),
    "Esc": N_("Esc"),
    "Shift": N_("Shift"),
    "Delete": N_("Delete"),
    "PgDn": N_("Page down"),
    "PgUp": N_("Page up"),
    "Enter": N_("Enter"),
}


class HelpPage(Page):
    """What F1 shows."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(56, 24, 56, 24)
        inner.setSpacing(12)
        self._heading, self._back = Label(role="title"), Button()
        self._about = Label(role="second")
        inner.addWidget(self._heading)
        inner.addWidget(self._build_cards())
        inner.addWidget(self._about)
        inner.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        column.addWidget(QuietScroll(content))
        self._back.clicked.connect(lambda: self.wanted.emit("back", None))

    def title(self) -> str:
        return self.hub.words("Help")

    def speak(self, words: Words) -> None:
        self._heading.say(words("Keys"))
        self._back.say(words("Back"))
        self._about.say(
            words(
                "spf-assess {version}. Independent tool, neither made nor approved by"
                " the ILO. It needs no network and sends nothing.",
                version=__version__,
            )
        )
        named = {name: words(word) for name, word in _KEY_WORDS.items()}
        for card, (heading, keys) in zip(self._cards, KEYS, strict=True):
            card.heading.say(words(heading))
            for line, (key, meaning) in zip(card.lines, keys, strict=True):
                line[0].say(key.format_map(named))
                line[1].say(words(meaning).format_map(named))

    def arrive(self, detail: object = None) -> None:
        del detail
        self._back.setFocus()

    def _build_cards(self) -> QWidget:
        cards = QWidget()
        columns = ColumnsLayout(cards)
        self._cards = [_KeyCard(keys) for _heading, keys in KEYS]
        for card in self._cards:
            columns.addWidget(card)
        return cards


class _KeyCard(Surface):
    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        self.heading = Label(role="heading")
        column.addWidget(self.heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self.lines: list[tuple[KeyCap, Label]] = []
        for line, _key in enumerate(keys):
            cap, meaning = KeyCap(""), Label()
            grid.addWidget(cap, line, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(meaning, line, 1)
            self.lines.append((cap, meaning))
        column.addLayout(grid)
        column.addStretch(1)
