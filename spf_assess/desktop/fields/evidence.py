"""All sources behind an answer, and adding one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.source import SourceBox
from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.parts import Button, FlowLayout, Label
from spf_assess.i18n import COLON, Words, evidence_kind_name
from spf_assess.model import Evidence, EvidenceKind, Grade, Item

_GAP, _BELOW = 14, 10
_MOST = 50


class EvidenceBox(Stack):
    """A box for each source; the kinds the item asks for are offered first.

    Signals: ``given(sources)`` at once, ``typed(sources)`` soon, ``left()``,
    ``grown()``: there is another box.
    """

    given = Signal(object)
    typed = Signal(object)
    left = Signal()
    grown = Signal()

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leave_below(_BELOW)
        self._words: Words | None = None
        self._boxes: list[SourceBox] = []
        self._label = Label(role="label")
        self._buttons = QWidget(self)
        flow = FlowLayout(self._buttons)
        asked = [kind for kind in EvidenceKind if kind in item.evidence]
        others = [kind for kind in EvidenceKind if kind not in item.evidence]
        self._adding = {kind: Button(role="plain") for kind in asked + others}
        for kind, button in self._adding.items():
            flow.addWidget(button)
            button.clicked.connect(lambda _on=False, kind=kind: self._begin(kind))
        self.add(self._label)
        self.add(self._buttons, 4)

    def sources(self) -> tuple[Evidence, ...]:
        """Return every source of which something is said."""
        found = [box.source() for box in self._boxes]
        return tuple(source for source in found if source is not None)

    def show_sources(self, sources: tuple[Evidence, ...]) -> None:
        """Show sources without telling anyone; the same ones keep their boxes."""
        if sources == self.sources():
            return
        kinds = [box.kind for box in self._boxes]
        if kinds != [source.kind for source in sources]:
            for box in list(self._boxes):
                self._drop(box)
            for source in sources:
                self._make(source.kind)
        for box, source in zip(self._boxes, sources, strict=True):
            box.show_source(source)
        self._say()

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._words = words
        self.setAccessibleName(words("Evidence"))
        self._say()

    def first(self) -> QWidget:
        """Return where the keyboard goes when the part opens."""
        if self._boxes:
            return self._boxes[0].first()
        return next(iter(self._adding.values()))

    def _say(self) -> None:
        words = self._words
        if words is None:
            return
        self._label.say(words("Add a source"))
        for kind, button in self._adding.items():
            button.say(evidence_kind_name(words, kind))
            name = words("Add a source: {kind}", kind=evidence_kind_name(words, kind))
            button.setAccessibleName(name)
            button.setEnabled(len(self._boxes) < _MOST)
        for number, box in enumerate(self._boxes, start=1):
            box.speak(words, number)

    def _begin(self, kind: EvidenceKind) -> None:
        box = self._make(kind)
        self._say()
        box.first().setFocus()

    def _make(self, kind: EvidenceKind) -> SourceBox:
        box = SourceBox(kind)
        self._boxes.append(box)
        self.insert(len(self._boxes) - 1, box, _GAP)
        self.set_gap(self._label, _GAP)
        box.given.connect(lambda: self.given.emit(self.sources()))
        box.typed.connect(lambda: self.typed.emit(self.sources()))
        box.left.connect(self.left)
        box.removed.connect(lambda: self._remove(box))
        box.show()
        self.grown.emit()
        return box

    def _remove(self, box: SourceBox) -> None:
        said = box.source() is not None
        self._drop(box)
        self._say()
        if said:
            self.given.emit(self.sources())
        next(iter(self._adding.values())).setFocus()

    def _drop(self, box: SourceBox) -> None:
        self._boxes.remove(box)
        self.remove(box)
        box.hide()
        box.deleteLater()


def evidence_summary(words: Words, sources: tuple[Evidence, ...]) -> str:
    """Return what the folded part holds: ``1 source, grade B: Act, art. 14 (2019)``."""
    if not sources:
        return words("none yet")
    best = min(source.grade for source in sources)
    count = words.plural("{number} source", "{number} sources", len(sources))
    text = (
        words("{sources}, grade {grade}", sources=count, grade=best.value)
        if len(sources) == 1
        else words("{sources}, best grade {grade}", sources=count, grade=best.value)
    )
    first = source_text(words, min(sources, key=_grade_of))
    return f"{text}{COLON[words.language]}{first}" if first else text


def source_text(words: Words, source: Evidence) -> str:
    """Return a source in one line."""
    named = ", ".join(filter(None, (source.title or source.who, source.place)))
    if not named:
        return (
            evidence_kind_name(words, source.kind) if not source.date else source.date
        )
    return f"{named} ({source.date})" if source.date else named


def _grade_of(source: Evidence) -> Grade:
    return source.grade
