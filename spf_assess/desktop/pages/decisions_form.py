"""The fields of one action: everything Paragraph 14 asks of it."""

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.fields.tab_order import follow
from spf_assess.desktop.models.decided import section_name
from spf_assess.desktop.models.decided_words import (
    FIELDS,
    labelled,
    listed,
    text_fields,
)
from spf_assess.desktop.pages.decisions_chips import Chips
from spf_assess.desktop.pages.decisions_language import OtherWords
from spf_assess.desktop.pages.decisions_part import line
from spf_assess.desktop.pages.discussion_words import WordsBox
from spf_assess.desktop.pages.preparation_card import pair
from spf_assess.desktop.parts import Entry, Fold, Label
from spf_assess.desktop.parts.filters import Filters
from spf_assess.i18n import Words, constituency_name, list_text
from spf_assess.i18n.actions import action_status_name
from spf_assess.model import (
    Action,
    ActionStatus,
    Constituency,
    Problem,
    Questionnaire,
)

_MOST_STEPS, _STEP, _DATE = 999_999, 6, 40
_LONG, _NEEDED = ("objective", "barrier", "what"), ("objective", "what")
Field = WordsBox | Entry


class ActionForm(QWidget):
    """Fields for words, dates, places and status. ``typed()``: the person did."""

    typed = Signal()

    def __init__(self, order: Sequence[Constituency]) -> None:
        super().__init__()
        self._order = tuple(order)
        self._words: Words | None = None
        self._shown = Action("", objective="", what="")
        self._asked: Questionnaire | None = None
        self._told: tuple[Problem, tuple[Field, ...]] | None = None
        self._filling = False
        self._build()
        self._connect()

    @property
    def action(self) -> Action:
        """The action as it stands in the fields."""
        shown, boxes = self._shown, self.words_boxes
        unknown = tuple(
            one for one in shown.sections if one not in self.sections.buttons
        )
        return dataclasses.replace(
            shown,
            objective=boxes["objective"].text,
            barrier=boxes["barrier"].text,
            what=boxes["what"].text,
            responsible=boxes["responsible"].text,
            support=boxes["support"].text,
            resources=boxes["resources"].text,
            financing=boxes["financing"].text,
            indicator=boxes["indicator"].text,
            baseline=boxes["baseline"].text,
            target=boxes["target"].text,
            sequence=int(self.sequence.text or 0) or shown.sequence,
            begins_on=self.begins.text,
            ends_on=self.ends.text,
            paragraphs=listed(self.paragraphs.text),
            sections=(*self.sections.pressed, *unknown),
            agreed_by=tuple(Constituency(one) for one in self.agreed.pressed),
            status=self.status.shown,
            language=self.other_words.language,
            translated=self.other_words.words_beside(shown),
        )

    def speak(self, words: Words) -> None:
        """Say every word anew; what was typed stays."""
        typed = listed(self.paragraphs.text)
        self._words = words
        for name, said in text_fields(words).items():
            needed = name in _NEEDED
            self.words_boxes[name].say(
                words("{name} (needed)", name=said) if needed else said
            )
        self.sequence.say(words.context("action", "Step"))
        hint = words("A year, a month or a day: 2027, 2027-03 or 2027-03-31.")
        self.begins.say(words.context("action", "Begins"), hint)
        self.ends.say(words.context("action", "Ends"), hint)
        self.paragraphs.say(
            words("Further paragraphs, with commas between: 3(e), 13(2)")
        )
        if typed == self._shown.paragraphs:
            self.paragraphs.show_text(labelled(words, typed))
        self.other_words.speak(words)
        self._say_choices(words)
        self._say_sections()
        self._say_told()

    def offer(self, questionnaire: Questionnaire) -> None:
        """Offer the sections of a questionnaire."""
        if questionnaire is not self._asked:
            self._asked = questionnaire
            self.sections.offer([one.id for one in questionnaire.sections])
            follow(self.sections_fold)
            self._say_sections()

    def show_action(self, action: Action, language: str) -> None:
        """Show an action without telling anyone; a new one is told in *language*."""
        self._shown, self._filling = action, True
        for name, box in self.words_boxes.items():
            box.show_text(getattr(action, name))
        for entry, text in (
            (self.sequence, str(action.sequence)),
            (self.begins, action.begins_on),
            (self.ends, action.ends_on),
        ):
            entry.field.setText(text)
        if self._words is not None:
            self.paragraphs.show_text(labelled(self._words, action.paragraphs))
        self.other_words.show_of(action, language)
        self.sections.show_pressed(action.sections)
        self.agreed.show_pressed([one.value for one in action.agreed_by])
        self.status.choose(action.status)
        self._filling = False
        self._say_sections()

    def tell(self, problem: Problem) -> Field | None:
        """Say beside its fields what is wrong; return the first, None without any."""
        fields = self._wrong(problem)
        if not fields:
            return None
        self._told = problem.told(), tuple(fields)
        self._say_told()
        if fields[0] in self.other_words.boxes.values():
            self.other_words.fold.open()
        return fields[0]

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        self._told = None
        fields: tuple[Field, ...] = (*self._boxes(), self.begins, self.ends)
        for field in fields:
            field.tell_error("")

    # -- inside -------------------------------------------------------------------

    def _build(self) -> None:
        self.words_boxes = {
            name: WordsBox(2 if name in _LONG else 1) for name in FIELDS
        }
        boxes, self.other_words = self.words_boxes, OtherWords()
        self.sequence = Entry(_STEP)
        self.sequence.field.setValidator(QIntValidator(1, _MOST_STEPS, self))
        self.begins, self.ends = Entry(_DATE), Entry(_DATE)
        self.paragraphs = WordsBox(1)
        self.sections, self.agreed = Chips(), Chips()
        self.agreed.offer([one.value for one in self._order])
        self.sections_fold = Fold(build=lambda: self.sections)
        self.sections.setParent(self.sections_fold)
        self.sections.hide()
        self._agreed, self._status = Label(role="strong"), Label(role="strong")
        self.status = Filters(tuple(ActionStatus), self)
        for box in (*boxes.values(), self.begins, self.ends):
            _keep_on_top(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (
            boxes["objective"],
            boxes["barrier"],
            boxes["what"],
            pair(boxes["responsible"], boxes["support"]),
            pair(boxes["resources"], boxes["financing"]),
            pair(self.begins, self.ends),
            line(self.sequence),
            boxes["indicator"],
            pair(boxes["baseline"], boxes["target"]),
            self.other_words,
            self.sections_fold,
            self.paragraphs,
            self._agreed,
            self.agreed,
            self._status,
            line(*self.status.buttons.values()),
        ):
            column.addWidget(part)

    def _connect(self) -> None:
        for box in (*self.words_boxes.values(), self.paragraphs):
            box.typed.connect(self._typed)
        for entry in (self.begins, self.ends, self.sequence):
            entry.field.textEdited.connect(lambda _text: self._typed())
        self.other_words.typed.connect(self._typed)
        self.sections.chosen.connect(self._typed)
        self.agreed.chosen.connect(self._typed)
        self.status.chosen.connect(lambda _key: self._typed())

    def _typed(self) -> None:
        if not self._filling:
            self.clear_errors()
            self._say_sections()
            self.typed.emit()

    def _say_choices(self, words: Words) -> None:
        agreed = words.context("action", "Agreed by")
        self._agreed.say(agreed)
        names = {one.value: constituency_name(words, one) for one in self._order}
        self.agreed.say(names, agreed)
        status = words.context("action", "Status")
        self._status.say(status)
        for one, button in self.status.buttons.items():
            button.say(action_status_name(words, one))
            button.setAccessibleName(f"{status}, {button.said}")

    def _say_sections(self) -> None:
        words, asked = self._words, self._asked
        if words is None or asked is None:
            return
        title = words("Principles and guarantees touched")
        names = {one.id: section_name(words, asked, one.id) for one in asked.sections}
        self.sections.say(names, title)
        chosen = tuple(
            asked.section(one).label(words.language) for one in self.sections.pressed
        )
        self.sections_fold.tell(
            title, list_text(chosen, words.language) if chosen else words("none")
        )

    def _say_told(self) -> None:
        if self._told is None or self._words is None:
            return
        problem, fields = self._told
        for field in fields:
            field.tell_error(f"{self._words.tell(problem)} [{problem.code}]")

    def _boxes(self) -> list[WordsBox]:
        others = self.other_words.boxes.values()
        return [*self.words_boxes.values(), *others, self.paragraphs]

    def _wrong(self, problem: Problem) -> list[Field]:
        """Return the fields a problem is about."""
        text = str(problem.facts.get("text"))
        if problem.code == "C-173":
            needed = [self.words_boxes[name] for name in _NEEDED]
            return [box for box in needed if not box.text]
        if problem.code == "C-174":
            return [one for one in (self.begins, self.ends) if one.text == text]
        if problem.code == "C-175":
            return [self.ends]
        if problem.code == "C-176":
            return [self.paragraphs]
        if problem.code == "C-121":
            long = [box for box in self._boxes() if box.writing.too_long]
            return [box for box in long if box.text.startswith(text)]
        return []


def _keep_on_top(box: QWidget) -> None:
    """Let a field begin at the top where the one beside it is higher."""
    layout = box.layout()
    if isinstance(layout, QVBoxLayout):
        layout.addStretch(1)
