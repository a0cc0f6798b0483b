"""Parts of the cards of the discussion: a box for words, levels to choose from."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.fields.writing import Writing
from spf_assess.desktop.models.projected import part_name
from spf_assess.desktop.parts import FlowLayout, Label, Segmented
from spf_assess.i18n import Words
from spf_assess.model import Item

_NONE = "-"
_LEVELS = ("1", "2", "3", "4")


class WordsBox(QWidget):
    """A question above, what is wrong below. ``typed()``: the person wrote."""

    typed = Signal()

    def __init__(self, lines: int = 2) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._label, self.writing = Label(role="strong"), Writing(lines)
        self._label.setBuddy(self.writing)
        self._error = Label(role="warn")
        self._error.hide()
        for part in (self._label, self.writing, self._error):
            column.addWidget(part)
        self.setFocusProxy(self.writing)
        self.writing.typed.connect(lambda _text: self._typed())

    @property
    def text(self) -> str:
        """What was written."""
        return self.writing.text

    @property
    def said(self) -> str:
        """The question."""
        return self._label.said

    @property
    def error(self) -> str:
        """What is to be mended; empty where nothing is."""
        return self._error.said

    def say(self, label: str) -> None:
        """Say the question."""
        self._label.say(label)
        self.writing.setAccessibleName(label)

    def show_text(self, text: str) -> None:
        """Show words without telling anyone."""
        self.writing.show_text(text)
        self.tell_error("")

    def tell_error(self, text: str) -> None:
        """Say what is to be mended; an empty text means nothing is."""
        self._error.say(text)
        self._error.setVisible(bool(text))
        self.writing.setAccessibleDescription(text)

    def _typed(self) -> None:
        self.tell_error("")
        self.typed.emit()


class Changing(QWidget):
    """A place for one widget after the other; the one before is thrown away whole."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None

    def put(self, content: QWidget | None) -> None:
        """Show *content* in place of what was there."""
        before, self._content = self._content, content
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.setParent(None)
            before.deleteLater()
        if content is not None:
            self._column.addWidget(content)
            if self.isVisible():
                content.show()


class LevelChoices(Changing):
    """For each part of a question no level, or one. ``chosen()``: the person chose."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._item: Item | None = None
        self.parts: dict[str, tuple[Label, Segmented]] = {}

    @property
    def levels(self) -> dict[str, int]:
        """The levels chosen, by part."""
        return {
            name: int(choice.selected)
            for name, (_label, choice) in self.parts.items()
            if choice.selected != _NONE
        }

    def build(self, item: Item) -> None:
        """Offer the parts of another question."""
        if item is self._item:
            return
        self._item = item
        self.parts, row = {}, QWidget()
        flow = FlowLayout(row, gap=24, line_gap=8)
        for part in item.parts:
            box, label = QWidget(), Label(role="strong", wraps=False)
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(3)
            choice = Segmented([(one, one) for one in (_NONE, *_LEVELS)])
            choice.chosen.connect(lambda _key: self.chosen.emit())
            column.addWidget(label)
            column.addWidget(choice)
            flow.addWidget(box)
            self.parts[part.name] = (label, choice)
        self.put(row)

    def say(self, words: Words, about: str, none: str) -> None:
        """Say the name of each part, what is chosen there, and the word for none."""
        if self._item is None:
            return
        for part, (label, choice) in self.parts.items():
            name = part_name(words, self._item, part)
            label.say(name)
            keys = {_NONE: none, **{one: one for one in _LEVELS}}
            choice.say(keys, words("{name}: {text}", name=name, text=about))

    def show_levels(self, levels: Mapping[str, int]) -> None:
        """Show levels without telling anyone."""
        for name, (_label, choice) in self.parts.items():
            found = levels.get(name)
            choice.select(_NONE if found is None else str(found))
