"""All keys on one page, and what the program is."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from spf_assess import __version__
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.help_keys import COLUMNS, KEY_WORDS, Keys
from spf_assess.desktop.pages.page import Page
from spf_assess.desktop.parts.button import Button
from spf_assess.desktop.parts.columns import ColumnsLayout
from spf_assess.desktop.parts.edges import EdgesLayout
from spf_assess.desktop.parts.flow import FlowLayout
from spf_assess.desktop.parts.keycap import KeyCap
from spf_assess.desktop.parts.label import Label
from spf_assess.desktop.parts.scroll import QuietScroll
from spf_assess.desktop.parts.surface import Surface
from spf_assess.i18n.words import Words


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
        head = QWidget()
        edges = EdgesLayout(head)
        edges.setContentsMargins(0, 0, 0, 0)
        edges.addWidget(self._heading)
        edges.addWidget(self._back)
        inner.addWidget(head)
        inner.addWidget(self._build_cards())
        inner.addWidget(self._about)
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
        named = {name: words(word) for name, word in KEY_WORDS.items()}
        for card in self._cards:
            card.speak(words, named)

    def arrive(self, detail: object = None) -> None:
        del detail
        self._back.setFocus()

    def _build_cards(self) -> QWidget:
        cards = QWidget()
        columns = ColumnsLayout(cards)
        self._cards: list[_KeyCard] = []
        for group in COLUMNS:
            below = QWidget()
            column = QVBoxLayout(below)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
            for keys in group:
                card = _KeyCard(keys)
                self._cards.append(card)
                column.addWidget(card, 1)
            columns.addWidget(below)
        return cards


class _KeyCard(Surface):
    def __init__(self, keys: Keys) -> None:
        super().__init__("card")
        self._keys = keys
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        self._heading = Label(role="heading")
        column.addWidget(self._heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self._lines: list[tuple[_Caps, Label]] = []
        for line, (named, _meaning) in enumerate(keys[1]):
            caps, meaning = _Caps(named.split(" ")), Label()
            grid.addWidget(caps, line, 0)
            grid.addWidget(meaning, line, 1)
            self._lines.append((caps, meaning))
        column.addLayout(grid)
        column.addStretch(1)

    def speak(self, words: Words, named: Mapping[str, str]) -> None:
        """Say the words anew; *named* are the words on keys."""
        heading, lines = self._keys
        self._heading.say(words(heading))
        for (caps, label), (_keys, meaning) in zip(self._lines, lines, strict=True):
            caps.speak(named)
            label.say(words(meaning).format_map(named))


class _Caps(QWidget):
    """Keys that mean the same, side by side or below one another."""

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=4, line_gap=3)
        self._caps = [(key, KeyCap("")) for key in keys]
        for _key, cap in self._caps:
            flow.addWidget(cap)

    def speak(self, named: Mapping[str, str]) -> None:
        """Name the keys anew."""
        for key, cap in self._caps:
            cap.say(key.format_map(named))
