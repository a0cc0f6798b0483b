"""One figure asked for by the form, with what is worth a second look."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from spf_assess.desktop.fields.figure_boxes import FigureBoxes, unread_sentences
from spf_assess.desktop.fields.numbers import is_year
from spf_assess.desktop.fields.part_row import PartRow
from spf_assess.desktop.fields.plausible import warnings
from spf_assess.desktop.fields.specify import Specify
from spf_assess.desktop.parts import Button, FlowLayout, Label
from spf_assess.desktop.parts.running import RunningLabel
from spf_assess.i18n import Words
from spf_assess.model import Figure, Part, Value

_GAP = 6


class FigureRow(PartRow):
    """Answers one part of an item that asks for figures; signals as in ``Rating``.

    Errors (no number: not saved) and doubts (not plausible: saved all the same) are
    told apart. A total without women and men opens the reason (Paragraph 21).
    """

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._words: Words | None = None
        self._head = _Head(self)
        self._boxes = FigureBoxes(by_sex=part.by_sex, parent=self)
        self._mend = Label(role="warn")
        self._doubt = Label(role="warn")
        self._no_sex = Specify(self)
        self._note = Specify(self)
        self._corner_buttons = _Corner()
        self._lay_out()
        self._boxes.typed.connect(self.written)
        self._boxes.left.connect(self.left)
        for more in (self._no_sex, self._note):
            more.typed.connect(lambda _text: self.tell(at_once=False))
            more.left.connect(self.left)
        self._corner_buttons.add_note.clicked.connect(self._open_note)
        self._corner_buttons.clear.clicked.connect(self.take_back)
        self.follow_person()

    def speak(self, words: Words, heading: str, unit: str) -> None:
        """Say every word anew; figures take the language's own decimal sign."""
        self._words = words
        self.setAccessibleName(", ".join(filter(None, (heading, unit))))
        self._head.say(heading, unit)
        self._corner_buttons.speak(words, heading)
        self._boxes.speak(words, heading)
        self._no_sex.speak(
            words, words("Why are figures for women and men missing? (Paragraph 21)")
        )
        self._note.speak(words, words("Note on this figure"))
        self.no_answers.speak(words, words("Or no figure"), heading)
        self.settle()

    def value(self) -> Figure | None:
        return self._boxes.figure(self._note.text, self._no_sex.text)

    def show_value(self, value: Value | None) -> None:
        figure = value if isinstance(value, Figure) else Figure()
        self._boxes.show_figure(figure)
        self._no_sex.show_text(figure.no_sex_reason)
        self._note.show_text(figure.note)

    def value_stop(self) -> QWidget:
        if self._no_sex.isVisibleTo(self):
            return self._no_sex.box
        return self._boxes.stop()

    def rough(self) -> dict[str, str]:
        """Return what is no number, by box."""
        return self._boxes.unread()

    def show_rough(self, rough: dict[str, str]) -> None:
        """Show again what is no number."""
        self._boxes.show_unread(rough)
        self.settle()

    def settle(self) -> None:
        words, chosen = self._words, self.choices.chosen
        if words is None:
            return
        figure = self._boxes.figure() or Figure()
        self._no_sex.setVisible(
            self._part.by_sex
            and not chosen
            and bool(figure.total or self._no_sex.text)
            and not (figure.women and figure.men)
        )
        noted = bool(self._note.text) or self._note.writing
        self._note.setVisible(noted and not chosen)
        self._corner_buttons.add_note.setVisible(not noted and not chosen)
        self._corner_buttons.clear.setVisible(bool(chosen) or not self.answer().empty)
        self.no_answers.settle()
        tell(self._mend, unread_sentences(words, self._boxes.unread()))
        tell(self._doubt, self._doubts(words, figure))
        self._boxes.describe(
            "\n".join(filter(None, (self._mend.said, self._doubt.said)))
        )

    def _lay_out(self) -> None:
        self.add(self._head)
        self.add(self._boxes, 4)
        for row in (self._mend, self._doubt, self._no_sex, self._note):
            self.add(row, _GAP)
        self.add_no_answers(_GAP + 2)
        self.put_in_corner(self._corner_buttons)

    def _open_note(self) -> None:
        self._note.show()
        self._note.box.setFocus()
        self._corner_buttons.add_note.hide()

    def _doubts(self, words: Words, figure: Figure) -> list[str]:
        doubts = warnings(words, self._part, figure)
        if figure.year and not is_year(figure.year):
            doubts.append(words("Year: write four digits, such as 2024."))
        return doubts


class _Head(QWidget):
    """What is measured and in which unit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=9, line_gap=0)
        self._heading = RunningLabel(role="strong")
        self._unit = RunningLabel(role="small")
        flow.addWidget(self._heading)
        flow.addWidget(self._unit)

    def say(self, heading: str, unit: str) -> None:
        """Say the words anew."""
        self._heading.say(heading)
        self._heading.setVisible(bool(heading))
        self._unit.say(unit)
        self._unit.setVisible(bool(unit))


class _Corner(QWidget):
    """Taking the figure back, and adding a note to it."""

    def __init__(self) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.clear, self.add_note = Button(role="link"), Button(role="link")
        for button in (self.clear, self.add_note):
            policy = QSizePolicy(button.sizePolicy())
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
            line.addWidget(button)

    def speak(self, words: Words, heading: str) -> None:
        """Say the words anew."""
        note = words("Add a note")
        self.add_note.say(note)
        self.add_note.setAccessibleName(f"{note}, {heading}" if heading else note)
        self.clear.say(words.context("button", "Clear"))
        self.clear.setAccessibleName(
            words("Clear the answer: {part}", part=heading)
            if heading
            else words("Clear the answer")
        )


def tell(label: Label, sentences: list[str]) -> None:
    """Show sentences one below the other, or nothing at all."""
    label.say("\n".join(sentences))
    label.setVisible(bool(sentences))
