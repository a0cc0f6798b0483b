"""One source behind an answer: what it is, how far it carries, where it is found."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.desktop.fields.choices import Choices
from spf_assess.desktop.fields.face import Wording
from spf_assess.desktop.fields.figure_boxes import FigureBoxes, unread_sentences
from spf_assess.desktop.fields.figure_row import tell
from spf_assess.desktop.fields.option import Card
from spf_assess.desktop.fields.stack import Stack
from spf_assess.desktop.fields.writing import WritingLine
from spf_assess.desktop.parts import Button, Label
from spf_assess.desktop.parts.columns import ColumnsLayout
from spf_assess.i18n import Words, evidence_kind_name, grade_name
from spf_assess.model import Evidence, EvidenceKind, Figure, Grade

_GAP = 6
_TWO_COLUMNS = 480
_FIELDS = {
    EvidenceKind.LAW: ("title", "place", "date"),
    EvidenceKind.STATISTIC: ("title", "place", "date"),
    EvidenceKind.DOCUMENT: ("title", "place", "date"),
    EvidenceKind.EXPERIENCE: ("who", "date"),
}


class SourceBox(Stack):
    """Shows and changes one source.

    A new source carries grade D, a statement only, until another one is chosen: what is
    typed can then be saved at once, and never counts for more than it is.

    Signals: ``given()`` at once, ``typed()`` soon, ``left()``, ``removed()``.
    """

    given = Signal()
    typed = Signal()
    left = Signal()
    removed = Signal()

    def __init__(self, kind: EvidenceKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._head = _Head(self)
        self._grades = Choices(self)
        self._cards = {grade.value: Card(self) for grade in Grade}
        self._boxes = {name: _Box(self) for name in _FIELDS[kind]}
        self._figure = (
            FigureBoxes(by_sex=True, parent=self)
            if kind is EvidenceKind.STATISTIC
            else None
        )
        self._mend = Label(role="warn")
        self._lay_out()
        self._connect()
        self._grades.show(Grade.D.value)

    def source(self) -> Evidence | None:
        """Return the source as it stands, None as long as nothing is said of it."""
        texts = {name: box.box.written for name, box in self._boxes.items()}
        figure = self._figure.figure() if self._figure is not None else None
        grade = Grade(self._grades.chosen or Grade.D.value)
        if not any(texts.values()) and figure is None and grade is Grade.D:
            return None
        return Evidence(kind=self.kind, grade=grade, figure=figure, **texts)

    def show_source(self, source: Evidence) -> None:
        """Show a source without telling anyone."""
        self._grades.show(source.grade.value)
        for name, box in self._boxes.items():
            box.box.show_text(getattr(source, name))
        if self._figure is not None:
            self._figure.show_figure(source.figure or Figure())

    def speak(self, words: Words, number: int) -> None:
        """Say every word anew; *number* counts the sources of the question."""
        kind = evidence_kind_name(words, self.kind)
        name = words("Source {number}: {kind}", number=number, kind=kind)
        self.setAccessibleName(name)
        self._head.speak(words, name)
        for grade in Grade:
            wording = Wording(
                grade.value, grade_name(words, grade), chosen=words("Chosen")
            )
            self._cards[grade.value].say(wording, words.language)
        for field, box in self._boxes.items():
            box.speak(_field_name(words, self.kind, field), name)
        if self._figure is not None:
            self._figure.speak(words, name)
            tell(self._mend, unread_sentences(words, self._figure.unread()))

    def first(self) -> QWidget:
        """Return where writing begins."""
        return next(iter(self._boxes.values())).box

    def _lay_out(self) -> None:
        self.add(self._head)
        for box in self._boxes.values():
            self.add(box, _GAP)
        if self._figure is not None:
            self.add(self._figure, _GAP)
        self.add(self._mend, _GAP)
        self._mend.hide()
        self._grade_label = Label(role="label")
        self._head.grade_label = self._grade_label
        self.add(self._grade_label, _GAP + 2)
        cards = list(self._cards.values())
        for pair in (cards[:2], cards[2:]):
            line = QWidget()
            columns = ColumnsLayout(line, least=_TWO_COLUMNS, gap=_GAP)
            for card in pair:
                columns.addWidget(card)
            self.add(line, _GAP)
        self._grades.add_row(self._cards)

    def _connect(self) -> None:
        self._head.remove.clicked.connect(self.removed)
        self._grades.picked.connect(lambda _key: self.given.emit())
        self._grades.erased.connect(self._back_to_least)
        for box in self._boxes.values():
            box.box.typed.connect(lambda _text: self.typed.emit())
            box.box.left.connect(self.left)
        if self._figure is not None:
            self._figure.typed.connect(self.typed)
            self._figure.left.connect(self.left)

    def _back_to_least(self) -> None:
        self._grades.show(Grade.D.value)
        self.given.emit()


class _Head(QWidget):
    """Which source it is, and the button that takes it away."""

    grade_label: Label

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self._name = Label(role="strong")
        self.remove = Button(role="link")
        line.addWidget(self._name, 1)
        line.addWidget(self.remove)

    def speak(self, words: Words, name: str) -> None:
        self._name.say(name)
        self.remove.say(words.context("button", "Remove"))
        self.remove.setAccessibleName(words("Remove {source}", source=name))
        self.grade_label.say(words("How strong is this source?"))


class _Box(QWidget):
    """A line under its label."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._label = Label(role="label")
        self.box = WritingLine()
        self._label.setBuddy(self.box)
        column.addWidget(self._label)
        column.addWidget(self.box)

    def speak(self, label: str, of: str) -> None:
        self._label.say(label)
        self.box.setAccessibleName(f"{label}, {of}")


def _field_name(words: Words, kind: EvidenceKind, field: str) -> str:
    names = {
        (EvidenceKind.LAW, "title"): words("Title of the act or regulation"),
        (EvidenceKind.LAW, "place"): words("Article"),
        (EvidenceKind.LAW, "date"): words("Date of the text"),
        (EvidenceKind.STATISTIC, "title"): words("Series or publication"),
        (EvidenceKind.STATISTIC, "place"): words("Table or page"),
        (EvidenceKind.STATISTIC, "date"): words("Date of publication"),
        (EvidenceKind.DOCUMENT, "title"): words("Title and author"),
        (EvidenceKind.DOCUMENT, "place"): words("Page, or where it can be found"),
        (EvidenceKind.DOCUMENT, "date"): words("Date of the document"),
        (EvidenceKind.EXPERIENCE, "who"): words("Who, how many, where"),
        (EvidenceKind.EXPERIENCE, "date"): words("When"),
    }
    return names[kind, field]
