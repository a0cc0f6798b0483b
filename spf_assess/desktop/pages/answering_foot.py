"""The bar below a question: back, come back to this, continue."""

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.parts import Button, FlowLayout, Surface
from spf_assess.desktop.parts.edges import EdgesLayout
from spf_assess.desktop.parts.running import RunningLabel
from spf_assess.i18n import Words
from spf_assess.model import Item, ItemKind


class ByKey(Enum):
    """What the number keys do to the question one is at."""

    RATED = auto()
    CHOSEN = auto()
    WRITTEN = auto()

    @classmethod
    def of(cls, item: Item, *, rates: bool) -> "ByKey":
        """Return what they do to an item, for one who rates or only comments."""
        if not rates:
            return cls.WRITTEN
        if item.kind.rated:
            return cls.RATED
        chosen = item.choices or item.kind is ItemKind.YES_PARTLY_NO
        return cls.CHOSEN if chosen else cls.WRITTEN


class Foot(Surface):
    """Signals: ``back()``, ``flag()``, ``on()``. Continue is never disabled."""

    back = Signal()
    flag = Signal()
    on = Signal()

    def __init__(self) -> None:
        super().__init__("foot")
        self._flagged, self._last, self._whole = False, False, False
        self._by_key = ByKey.RATED
        self._words: Words | None = None
        edges = EdgesLayout(self)
        edges.setContentsMargins(24, 9, 24, 10)
        left, right = QWidget(), QWidget()
        first, last = FlowLayout(left, gap=16), FlowLayout(right)
        self._back, self._flag = Button(), Button()
        self._on = Button(role="primary")
        self._keys = RunningLabel(role="small")
        first.addWidget(self._back)
        first.addWidget(self._keys)
        last.addWidget(self._flag)
        last.addWidget(self._on)
        edges.addWidget(left)
        edges.addWidget(right)
        self._back.clicked.connect(self.back)
        self._flag.clicked.connect(self.flag)
        self._on.clicked.connect(self.on)

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._words = words
        self._back.say(words.context("button", "Back"))
        self._flag.say(
            words("Marked: come back to this")
            if self._flagged
            else words("Come back to this")
        )
        if self._last:
            self._on.say(words("Check your answers"))
        else:
            self._on.say(words("Next section") if self._whole else words("Continue"))
        self._keys.say(_keys_text(words, self._by_key))

    def show_keys(self, *, shown: bool) -> None:
        """Name the most useful keys, where there is room for it."""
        self._keys.setVisible(shown)

    def tell(
        self, *, flagged: bool, last: bool, whole: bool, by_key: ByKey = ByKey.RATED
    ) -> None:
        """Say whether the question is marked, is the last one, and how one goes on."""
        self._flagged, self._last, self._whole = flagged, last, whole
        self._by_key = by_key
        self._flag.setVisible(not whole)
        if self._words is not None:
            self.speak(self._words)


def _keys_text(words: Words, by_key: ByKey) -> str:
    if by_key is ByKey.RATED:
        return words("Keys: 1–4 rate, D don't know, F1 all keys")
    if by_key is ByKey.CHOSEN:
        return words("Keys: 1–9 choose, D don't know, F1 all keys")
    return words("Keys: Page down goes on, F1 all keys")
