"""The form of one action: a field for everything Paragraph 14 asks of it."""

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.fields.tab_order import follow
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.models.decided import section_name
from spf_assess.desktop.models.decided_words import (
    FIELDS,
    labelled,
    listed,
    text_fields,
)
from spf_assess.desktop.pages.decisions_chips import Chips
from spf_assess.desktop.pages.decisions_language import OtherWords
from spf_assess.desktop.pages.decisions_part import Card, DecisionsPart, line
from spf_assess.desktop.pages.decisions_typed import (
    box_name,
    typed_action,
    typed_plain,
)
from spf_assess.desktop.pages.discussion_words import WordsBox
from spf_assess.desktop.pages.preparation_card import Count, pair
from spf_assess.desktop.parts import Button, Entry, Fold, Label
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.dialogs import confirm
from spf_assess.desktop.parts.filters import Filters
from spf_assess.i18n import Words, constituency_name, list_text
from spf_assess.i18n.actions import action_status_name
from spf_assess.model import (
    Action,
    ActionStatus,
    Changes,
    Constituency,
    Problem,
    Questionnaire,
)

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

_MOST_STEPS, _DATE = 999, 40
_LONG = ("objective", "barrier", "what")


class ActionEditor(DecisionsPart):
    """Fields for words, dates, places and status; below them what can be done.

    Signals:

    left(): back to the plan; what was typed waits.
    recorded(Action): it is in the file.
    """

    left = Signal()
    recorded = Signal(object)

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__(hub, order)
        self._typing = hub.unrecorded
        self._kept: Action | None = None  # as recorded; without an id, a new one
        self._asked: Questionnaire | None = None
        self._own = self._filling = False
        self._told: tuple[Problem, tuple[WordsBox | Entry, ...]] | None = None
        self._next = 1
        self.back = Button()
        self._build()
        self._connect()

    @property
    def action(self) -> Action | None:
        """The action as it is recorded; None while the form shows nothing."""
        return self._kept

    @property
    def said(self) -> str:
        """Whether something is not recorded, or what is wrong with the whole."""
        return self._said.said

    def show_action(self, action: Action) -> None:
        """Show an action with what was typed and not recorded of it."""
        open_ = self.hub.consultation
        if open_ is None:
            return
        known = {one.id: one for one in open_.actions()}
        self._kept = known.get(action.id, Action(action.id, objective="", what=""))
        self._clear_errors()
        self.show_file(open_)
        typed = self._typing.get(box_name(self._kept))
        self._fill(typed_action(typed) or self._fresh())

    def begin_with(self, action: Action) -> None:
        """Put what another file says of it into the fields; it is not recorded."""
        self._fill(action)
        self._typed()

    def say(self, words: Words) -> None:
        self.back.say(words("Back to the actions"))
        self._say_words(words)
        self.sequence.say(words.context("action", "Step"))
        hint = words("A year, a month or a day: 2027, 2027-03 or 2027-03-31.")
        self.begins.say(words.context("action", "Begins"), hint)
        self.ends.say(words.context("action", "Ends"), hint)
        self.paragraphs.say(
            words("Further paragraphs, with commas between: 3(e), 13(2)")
        )
        if self._kept is not None and not self._waits:
            self.paragraphs.show_text(labelled(words, self._kept.paragraphs))
        self.other_words.speak(words)
        self._say_told()
        self._agreed_label.say(words.context("action", "Agreed by"))
        names = {one.value: constituency_name(words, one) for one in self.order.benches}
        self.agreed.say(names, words.context("action", "Agreed by"))
        status = words.context("action", "Status")
        self._status_label.say(status)
        for one, button in self.status.buttons.items():
            button.say(action_status_name(words, one))
            button.setAccessibleName(f"{status}, {button.said}")
        self.record.say(words("Record the action"))
        self.discard.say(words("Undo what was typed…"))
        self.drop.say(words("Take the action out…"))
        self._say_sections()

    def show_file(self, consultation: "Consultation") -> None:
        if self._kept is None:
            return
        # another program or a merge may have changed it meanwhile
        known = {one.id: one for one in consultation.actions()}
        before, self._kept = self._kept, known.get(self._kept.id, self._kept)
        self._next = 1 + max((one.sequence for one in known.values()), default=0)
        own = {one.id for one in consultation.proceedings.values(Action)}
        self._own = self._kept.id in own
        if consultation.questionnaire is not self._asked:
            self._asked = consultation.questionnaire
            self.sections.offer([one.id for one in self._asked.sections])
            follow(self.sections_fold)
        self._card.setEnabled(not consultation.read_only)
        self._say_sections()
        if before != self._kept and self._typing.get(box_name(self._kept)) is None:
            self._fill(self._fresh())
        self._tell_waiting()

    def forget(self) -> None:
        self._kept = None
        self._clear_errors()

    def take_focus(self) -> None:
        self.words_boxes["objective"].setFocus()
        self.scroller.show_focus_soon()

    # -- building -----------------------------------------------------------------

    def _build(self) -> None:
        self.column.addWidget(line(self.back))
        self._card = Card()
        self.words_boxes = {
            name: WordsBox(2 if name in _LONG else 1) for name in FIELDS
        }
        self.other_words = OtherWords()
        self.sequence = Count(1, _MOST_STEPS)
        self.begins, self.ends = Entry(_DATE), Entry(_DATE)
        self.paragraphs = WordsBox(1)
        self.sections, self.agreed = Chips(), Chips()
        self.agreed.offer([one.value for one in self.order.benches])
        self.sections_fold = Fold(build=lambda: self.sections)
        self.sections.setParent(self.sections_fold)
        self.sections.hide()
        self._agreed_label, self._status_label = (
            Label(role="strong"),
            Label(role="strong"),
        )
        self.status = Filters(tuple(ActionStatus), self)
        boxes = self.words_boxes
        for box in (*boxes.values(), self.begins, self.ends):
            _keep_on_top(box)
        self._card.add(
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
            self._agreed_label,
            self.agreed,
            self._status_label,
            line(*self.status.buttons.values()),
        )
        self.record, self.discard = Button(role="primary"), Button(role="quiet")
        self.drop = Button(role="quiet")
        self._said = Label(role="small_strong")
        self._doing = line(self.record, self.discard, self.drop)
        self._card.add(self._doing, self._said)
        self.column.addWidget(self._card)
        self.column.addStretch(1)

    def _connect(self) -> None:
        for box in (*self.words_boxes.values(), self.paragraphs):
            box.typed.connect(self._typed)
        for entry in (self.begins, self.ends):
            entry.field.textEdited.connect(lambda _text: self._typed())
        self.sequence.number.valueChanged.connect(lambda _number: self._typed())
        self.other_words.typed.connect(self._typed)
        self.sections.chosen.connect(self._typed)
        self.agreed.chosen.connect(self._typed)
        self.status.chosen.connect(lambda _key: self._typed())
        self.back.clicked.connect(self.left)
        self.record.clicked.connect(self._record)
        self.discard.clicked.connect(self._ask_discard)
        self.drop.clicked.connect(self._ask_drop)

    # -- what is shown ------------------------------------------------------------

    def _say_words(self, words: Words) -> None:
        new = self._kept is None or not self._kept.id
        self._card.head(words("A new action") if new else words("Change the action"))
        for name, said in text_fields(words).items():
            needed = name in ("objective", "what")
            self.words_boxes[name].say(
                words("{name} (needed)", name=said) if needed else said
            )

    def _say_sections(self) -> None:
        words, asked = self.words, self._asked
        title = words("Principles and guarantees touched")
        if asked is None:
            return
        names = {one.id: section_name(words, asked, one.id) for one in asked.sections}
        self.sections.say(names, title)
        chosen = tuple(asked.section(one).label(words.language) for one in self._chosen)
        self.sections_fold.tell(
            title, list_text(chosen, words.language) if chosen else words("none")
        )

    @property
    def _chosen(self) -> tuple[str, ...]:
        return self.sections.pressed

    def _fresh(self) -> Action:
        """Return the action as recorded; a new one as the step after the last."""
        kept = self._kept or Action("", objective="", what="")
        return kept if kept.sequence else dataclasses.replace(kept, sequence=self._next)

    def _fill(self, action: Action) -> None:
        self._filling = True
        for name, box in self.words_boxes.items():
            box.show_text(getattr(action, name))
        self.sequence.number.setValue(action.sequence or self._next)
        for entry, text in (
            (self.begins, action.begins_on),
            (self.ends, action.ends_on),
        ):
            entry.field.setText(text)
        self.paragraphs.show_text(labelled(self.words, action.paragraphs))
        self.other_words.show_of(action, self.words.language)
        self.sections.show_pressed(action.sections)
        self.agreed.show_pressed([one.value for one in action.agreed_by])
        self.status.choose(action.status)
        self._filling = False
        self._say_words(self.words)
        self._say_sections()
        self._tell_waiting()

    def _now(self) -> Action:
        kept = self._fresh()
        boxes = self.words_boxes
        unknown = tuple(
            one for one in kept.sections if one not in self.sections.buttons
        )
        return dataclasses.replace(
            kept,
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
            sequence=self.sequence.value,
            begins_on=self.begins.text,
            ends_on=self.ends.text,
            paragraphs=listed(self.paragraphs.text),
            sections=(*self._chosen, *unknown),
            agreed_by=tuple(Constituency(one) for one in self.agreed.pressed),
            status=self.status.shown,
            language=self.other_words.language,
            translated=self.other_words.words_beside(kept),
        )

    def _typed(self) -> None:
        if self._filling or self._kept is None:
            return
        now = self._now()
        same = _alike(now, self._fresh())
        self._typing.put(box_name(self._kept), None if same else typed_plain(now))
        self._clear_errors()
        self._say_sections()
        self._tell_waiting()

    def _tell_waiting(self) -> None:
        waits = self._kept is not None and self._waits
        self._said.say(self.words("Not recorded yet.") if waits else "")
        self.discard.setVisible(waits)
        self.drop.setVisible(self._own)

    @property
    def _waits(self) -> bool:
        kept = self._kept
        return kept is not None and self._typing.get(box_name(kept)) is not None

    # -- recording ----------------------------------------------------------------

    def _record(self) -> None:
        kept, now = self._kept, self._now()
        if kept is None:
            return
        self._clear_errors()

        def work(consultation: "Consultation") -> Changes | None:
            try:
                return consultation.decide(now)
            except Problem as problem:
                if not self._tell_beside(problem, now):
                    raise
                return None

        open_ = self.hub.consultation
        before = {one.id for one in open_.actions()} if open_ is not None else set()
        if open_ is None or not self.hub.do(work):
            return
        self._typing.put(box_name(kept), None)
        made = next(
            one
            for one in open_.actions()
            if one.id == kept.id or (not kept.id and one.id not in before)
        )
        self._kept = made
        self.recorded.emit(made)

    def _tell_beside(self, problem: Problem, now: Action) -> bool:
        """Tell what is wrong beside its field; False where there is none."""
        boxes = self._wrong(problem, now)
        if not boxes:
            return False
        self._told = problem.told(), tuple(boxes)
        told = self._say_told()
        if boxes[0] in self.other_words.boxes.values():
            self.other_words.fold.open()
        boxes[0].setFocus()
        self.scroller.show_focus_soon()
        announce(boxes[0], told, at_once=True)
        return True

    def _say_told(self) -> str:
        """Say beside its fields what is wrong, in the language in force."""
        if self._told is None:
            return ""
        problem, boxes = self._told
        told = f"{self.words.tell(problem)} [{problem.code}]"
        for box in boxes:
            box.tell_error(told)
        return told

    def _wrong(self, problem: Problem, now: Action) -> list[WordsBox | Entry]:
        """Return the fields a problem is about."""
        words, others = self.words_boxes, self.other_words.boxes
        if problem.code == "C-173":
            return [
                words[name] for name in ("objective", "what") if not words[name].text
            ]
        if problem.code == "C-174":
            text = problem.facts.get("text")
            dates = ((self.begins, now.begins_on), (self.ends, now.ends_on))
            return [entry for entry, written in dates if written == text]
        if problem.code == "C-175":
            return [self.ends]
        if problem.code == "C-176":
            return [self.paragraphs]
        if problem.code == "C-121":
            begun = str(problem.facts.get("text"))
            return [
                box
                for box in (*words.values(), *others.values(), self.paragraphs)
                if box.writing.too_long and box.text.startswith(begun)
            ]
        return []

    def _clear_errors(self) -> None:
        self._told = None
        others = self.other_words.boxes
        for box in (*self.words_boxes.values(), *others.values(), self.paragraphs):
            box.tell_error("")
        for entry in (self.begins, self.ends):
            entry.tell_error("")

    def _ask_discard(self) -> None:
        words = self.words
        confirm(
            self,
            words("Undo what was typed"),
            words("The form shows again what is recorded. What you typed is lost."),
            yes=words("Undo it"),
            no=words("Cancel"),
            then=self._discard,
        )

    def _discard(self) -> None:
        if self._kept is not None:
            self._typing.put(box_name(self._kept), None)
            self._clear_errors()
            self._fill(self._fresh())
            if not self._kept.id:
                self.left.emit()
                return
            self.take_focus()

    def _ask_drop(self) -> None:
        words = self.words
        confirm(
            self,
            words("Take the action out"),
            words("It is no longer part of the plan. The journal keeps it."),
            yes=words("Take it out"),
            no=words("Cancel"),
            then=self._drop,
        )

    def _drop(self) -> None:
        kept = self._kept
        if kept is not None and self.hub.do(lambda open_: open_.drop_action(kept.id)):
            self._typing.put(box_name(kept), None)
            self._kept = None
            self.left.emit()


def _keep_on_top(box: QWidget) -> None:
    """Let a field begin at the top where the one beside it is higher."""
    layout = box.layout()
    if isinstance(layout, QVBoxLayout):
        layout.addStretch(1)


def _alike(one: Action, other: Action) -> bool:
    """Whether two say the same, in whatever order their sections stand.

    The language alone is nothing new where nobody told it before.
    """
    language = one.language if other.language else ""
    first = dataclasses.replace(one, sections=(), language=language)
    return first == dataclasses.replace(other, sections=()) and set(
        one.sections
    ) == set(other.sections)
