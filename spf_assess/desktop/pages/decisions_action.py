"""One action is written or changed; what was typed waits until it is recorded."""

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.pages.decisions_form import ActionForm
from spf_assess.desktop.pages.decisions_part import Card, DecisionsPart, line
from spf_assess.desktop.pages.decisions_typed import (
    box_name,
    typed_action,
    typed_plain,
)
from spf_assess.desktop.parts import Button, Label
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.dialogs import confirm
from spf_assess.i18n import Words
from spf_assess.model import Action, Changes, Problem

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation


class ActionEditor(DecisionsPart):
    """The form, and below it what can be done.

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
        self._own, self._next = False, 1
        self.back, self.form = Button(), ActionForm(order.benches)
        self.record, self.discard = Button(role="primary"), Button(role="quiet")
        self.drop = Button(role="quiet")
        self._card, self._said = Card(), Label(role="small_strong")
        self._card.add(
            self.form, line(self.record, self.discard, self.drop), self._said
        )
        self.column.addWidget(line(self.back))
        self.column.addWidget(self._card)
        self.column.addStretch(1)
        self.form.typed.connect(self._typed)
        self.back.clicked.connect(self.left)
        self.record.clicked.connect(self._record)
        self.discard.clicked.connect(self._ask_discard)
        self.drop.clicked.connect(self._ask_drop)

    @property
    def action(self) -> Action | None:
        """The action as it is recorded; None while the form shows nothing."""
        return self._kept

    @property
    def said(self) -> str:
        """Whether something is not recorded."""
        return self._said.said

    def show_action(self, action: Action) -> None:
        """Show an action with what was typed and not recorded of it."""
        open_ = self.hub.consultation
        if open_ is None:
            return
        known = {one.id: one for one in open_.actions()}
        self._kept = known.get(action.id, Action(action.id, objective="", what=""))
        self.form.clear_errors()
        self.show_file(open_)
        typed = typed_action(self._typing.get(box_name(self._kept)))
        if typed is not None and action.id in known:
            # that is said elsewhere, and perhaps since
            typed = dataclasses.replace(typed, became=self._kept.became)
        self._fill(typed or self._fresh())

    def begin_with(self, action: Action) -> None:
        """Put what another file says of it into the fields; it is not recorded."""
        self._fill(action)
        self._typed()

    def say(self, words: Words) -> None:
        self.back.say(words("Back to the actions"))
        self.form.speak(words)
        self.record.say(words("Record the action"))
        self.discard.say(words("Undo what was typed…"))
        self.drop.say(words("Take the action out…"))
        self._say_heading()

    def show_file(self, consultation: "Consultation") -> None:
        if self._kept is None:
            return
        # another tab or a merge may have changed it meanwhile
        known = {one.id: one for one in consultation.actions()}
        before, self._kept = self._kept, known.get(self._kept.id, self._kept)
        self._next = 1 + max((one.sequence for one in known.values()), default=0)
        own = {one.id for one in consultation.proceedings.values(Action)}
        self._own = self._kept.id in own
        self.form.offer(consultation.questionnaire)
        self._card.setEnabled(not consultation.read_only)
        if before != self._kept and not self._waits:
            self._fill(self._fresh())
        self._tell_waiting()

    def forget(self) -> None:
        self._kept = None
        self.form.clear_errors()

    def take_focus(self) -> None:
        self.form.words_boxes["objective"].setFocus()
        self.scroller.show_focus_soon()

    # -- what is shown ------------------------------------------------------------

    @property
    def _waits(self) -> bool:
        kept = self._kept
        return kept is not None and self._typing.get(box_name(kept)) is not None

    def _fresh(self) -> Action:
        """Return the action as recorded; a new one as the step after the last."""
        kept = self._kept or Action("", objective="", what="")
        return kept if kept.sequence else dataclasses.replace(kept, sequence=self._next)

    def _fill(self, action: Action) -> None:
        self.form.show_action(action, self.words.language)
        self._say_heading()
        self._tell_waiting()

    def _say_heading(self) -> None:
        words = self.words
        new = self._kept is None or not self._kept.id
        self._card.head(words("A new action") if new else words("Change the action"))

    def _typed(self) -> None:
        if self._kept is None:
            return
        now = self.form.action
        same = _alike(now, self._fresh())
        self._typing.put(box_name(self._kept), None if same else typed_plain(now))
        self._tell_waiting()

    def _tell_waiting(self) -> None:
        self._said.say(self.words("Not recorded yet.") if self._waits else "")
        self.discard.setVisible(self._waits)
        self.drop.setVisible(self._own)

    # -- recording ----------------------------------------------------------------

    def _record(self) -> None:
        kept, now, open_ = self._kept, self.form.action, self.hub.consultation
        if kept is None or open_ is None:
            return
        self.form.clear_errors()

        def work(consultation: "Consultation") -> Changes | None:
            try:
                return consultation.decide(now)
            except Problem as problem:
                if not self._tell_beside(problem):
                    raise
                return None

        before = {one.id for one in open_.actions()}
        if not self.hub.do(work):
            return
        self._typing.put(box_name(kept), None)
        self._kept = next(
            one
            for one in open_.actions()
            if one.id == kept.id or (not kept.id and one.id not in before)
        )
        self.recorded.emit(self._kept)

    def _tell_beside(self, problem: Problem) -> bool:
        """Tell what is wrong beside its field; False where there is none."""
        field = self.form.tell(problem)
        if field is None:
            return False
        field.setFocus()
        self.scroller.show_focus_soon()
        announce(field, f"{self.words.tell(problem)} [{problem.code}]", at_once=True)
        return True

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
        if self._kept is None:
            return
        self._typing.put(box_name(self._kept), None)
        self.form.clear_errors()
        self._fill(self._fresh())
        if self._kept.id:
            self.take_focus()
        else:
            self.left.emit()

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


def _alike(one: Action, other: Action) -> bool:
    """Whether two say the same, in whatever order their sections stand.

    The language alone is nothing new where nobody told it before.
    """
    language = one.language if other.language else ""
    first = dataclasses.replace(one, sections=(), language=language)
    return first == dataclasses.replace(other, sections=()) and set(
        one.sections
    ) == set(other.sections)
