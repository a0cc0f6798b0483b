"""One thing to read: words, links and facing texts, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from spf_assess.desktop.models.library import Address
from spf_assess.desktop.pages.facing import Filling, Passage
from spf_assess.desktop.pages.terms import TermsFold, explain
from spf_assess.desktop.parts import Button, FlowLayout, Label, LevelChip, Rule
from spf_assess.desktop.parts.explained import ExplainedLabel
from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES, Item

_SIDE, _CHIP = 20, 26


class Leaf(QWidget):
    """Is written from top to bottom, once.

    ``wanted(address)`` for a link; ``whole_wanted(id)`` to see a provision in the
    whole text.
    """

    wanted = Signal(object)
    whole_wanted = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self._texts: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_SIDE, 14, _SIDE, 16)
        self._column.setSpacing(6)

    def say(self, text: str, role: str = "text", *, above: int = 0) -> None:
        """Write words; nothing for none."""
        if text:
            self.put(Label(text, role), above=above)

    def tell(self, text: str, role: str = "text", *, above: int = 0) -> None:
        """Write words of the questionnaire, in which terms are explained on hover."""
        if not text:
            return
        label = ExplainedLabel(text, role, marked=role == "question")
        explain(label, text, self.words.language)
        self._texts.append(text)
        self.put(label, above=above)

    def put(self, widget: QWidget, *, above: int = 0) -> None:
        """Add a widget, with some room above it."""
        if above:
            self._column.addSpacing(above)
        self._column.addWidget(widget)

    def link(self, text: str, address: Address) -> None:
        """Write a link to something else there is to read."""
        self._button(text).clicked.connect(lambda: self.wanted.emit(address))

    def link_to_whole(self, text: str, provision: str) -> None:
        """Write a link to where a provision stands in the whole text."""
        self._button(text).clicked.connect(lambda: self.whole_wanted.emit(provision))

    def _button(self, text: str) -> Button:
        button = Button(text, role="link")
        holder = QWidget()
        FlowLayout(holder).addWidget(button)
        self.put(holder)
        return button

    def questions(self, items: Sequence[Item], heading: str) -> None:
        """Write links to questions under a heading; nothing where there are none."""
        from spf_assess.reading import Kind

        if not items:
            return
        self.say(heading, "label", above=8)
        for item in items:
            short = self.words.text(item.short)
            self.link(f"{item.id}  {short}", Address(Kind.QUESTION, item.id))

    def facing(self, passages: Sequence[Passage]) -> None:
        """Write provisions in both authoritative languages, side by side."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        filling = Filling(grid, LANGUAGES, self.words)
        filling.fill_passages(passages)
        language = self.words.language
        self._texts += [one.provision.text[language] for one in passages]
        self.put(holder)

    def level(self, level: int, name: str, text: str) -> None:
        """Write one level of a rating: numeral, name, description."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, _CHIP)
        grid.setColumnStretch(1, 1)
        chip = LevelChip(level)
        grid.addWidget(chip, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(name, "small_strong"), 0, 1)
        described = ExplainedLabel(text, "small_text")
        explain(described, text, self.words.language)
        self._texts.append(text)
        grid.addWidget(described, 1, 1)
        self.put(holder)

    def rule(self) -> None:
        """Draw a line between two parts."""
        self.put(Rule(), above=6)

    def finish(self) -> None:
        """Explain the terms that were used, at the end."""
        fold = TermsFold(parent=self)
        fold.show_texts(self._texts, self.words)
        if fold.terms:
            self.rule()
        self.put(fold)
        self._column.addStretch(1)
