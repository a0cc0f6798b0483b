"""What became of the actions decided the last time (Paragraph 19)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.decided import period_text, soft, told_text, what_text
from spf_assess.desktop.pages.decisions_part import Card, line
from spf_assess.desktop.pages.decisions_typed import BECAME
from spf_assess.desktop.pages.discussion_words import WordsBox
from spf_assess.desktop.parts import Button, Fold, Label
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.filters import Filters
from spf_assess.i18n import Words
from spf_assess.i18n.actions import action_status_name
from spf_assess.model import ActionStatus, Changes, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spf_assess.consultation import Consultation
    from spf_assess.consultation.renewing import FollowedUp


class EarlierCard(Card):
    """A fold for each action decided then."""

    def __init__(self, hub: Hub, actions: "Sequence[FollowedUp]") -> None:
        super().__init__()
        self._none = Label(role="second")
        self.add(self._none)
        self.folds = {one.before.id: BecameFold(hub, one) for one in actions}
        self.add(*self.folds.values())

    def show_of(self, words: Words, consultation: "Consultation") -> None:
        """Show what is said of each action now."""
        self.head(
            words("What became of each action"),
            words(
                "Decided in the consultation before. What is said here stands in the"
                " plan of this one."
            ),
        )
        self._none.say(words("The consultation before decided no action."))
        self._none.setVisible(not self.folds)
        for one in consultation.earlier_actions():
            fold = self.folds.get(one.before.id)
            if fold is not None:
                fold.show_of(words, one, may=not consultation.read_only)


class BecameFold(Fold):
    """An action as it was decided; inside, how far it has come and what to say of it.

    What is typed waits until it is recorded.
    """

    def __init__(self, hub: Hub, action: "FollowedUp") -> None:
        super().__init__(build=lambda: self._inside)
        self._inside, self._filling = QWidget(), False
        self._hub, self._typing = hub, hub.unrecorded
        self._action, self._words = action, hub.words
        self._known: object = None
        self._told: Problem | None = None
        self._inside.setParent(self)
        self._inside.hide()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(28, 0, 0, 8)
        column.setSpacing(8)
        self._what, self._about = Label(role="strong"), Label(role="small")
        self._status_label, self._other = Label(role="strong"), Label(role="small_text")
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, self._what)
        self.status = Filters(tuple(ActionStatus), self)
        self.became = WordsBox()
        self.record, self._said = Button(), Label(role="small_strong")
        for part in (
            self._about,
            self._status_label,
            line(*self.status.buttons.values()),
            self.became,
            self._other,
            line(self.record),
            self._said,
        ):
            column.addWidget(part)
        self.status.chosen.connect(lambda _key: self._typed())
        self.became.typed.connect(self._typed)
        self.record.clicked.connect(self._record)

    @property
    def said(self) -> str:
        """Whether something typed is not recorded yet."""
        return self._said.said

    def show_of(self, words: Words, action: "FollowedUp", *, may: bool) -> None:
        """Show an action with what is said of it now, or waits to be said."""
        self._words, self._action = words, action
        self._say(words, may=may)
        typed = self._typing.get(self._name)
        state = action.now, typed, self._language
        if state != self._known:
            self._known = state
            self._fill()
        self._tell_waiting()
        if self._told is not None:
            self._tell_problem(self._told)

    # -- inside -------------------------------------------------------------------

    @property
    def _name(self) -> str:
        return f"{BECAME}{self._action.before.id}"

    @property
    def _kept(self) -> tuple[ActionStatus, str]:
        """Status and words that are recorded, in the language of the box."""
        now = self._action.now
        if now is None:
            return self._action.before.status, ""
        if self._beside:
            return now.status, now.translated.get("became", "")
        return now.status, now.became

    @property
    def _language(self) -> str:
        """The language of what stands in the box: the window's, while nothing waits."""
        typed = self._typing.get(self._name)
        return self._words.language if typed is None else str(typed["language"])

    @property
    def _beside(self) -> bool:
        """Whether the action itself is told in another language."""
        return self._action.before.language not in ("", self._language)

    def _say(self, words: Words, *, may: bool) -> None:
        before = self._action.before
        told = (
            told_text(words, before, "responsible"),
            period_text(words, before),
            words("then: {status}", status=action_status_name(words, before.status)),
        )
        self._about.say(" · ".join(one for one in told if one))
        about = what_text(words, before)
        status = words.context("action", "Status")
        self._status_label.say(words("How far it has come"))
        for one, button in self.status.buttons.items():
            button.say(action_status_name(words, one))
            button.setAccessibleName(f"{status}, {button.said}, {about}")
            button.setEnabled(may)
        self.became.say(words.context("action", "What became of it"))
        self.became.writing.setAccessibleName(f"{self.became.said}, {about}")
        self.became.writing.setReadOnly(not may)
        self.record.say(words("Record what became of it"))
        self.record.setAccessibleName(f"{self.record.said}, {about}")
        self.record.setEnabled(may)

    def _fill(self) -> None:
        status, became = self._kept
        typed = self._typing.get(self._name)
        if typed is not None:
            status, became = ActionStatus(str(typed["status"])), str(typed["became"])
        self._filling = True
        self.status.choose(status)
        self.became.show_text(became)
        self._filling = False

    def _typed(self) -> None:
        if self._filling:
            return
        now = self.status.shown, self.became.text
        plain = {
            "status": now[0].value,
            "became": now[1],
            "language": self._language,
        }
        self._typing.put(self._name, None if now == self._kept else plain)
        self._known = self._action.now, self._typing.get(self._name), self._language
        self._told = None
        self.became.tell_error("")
        self._tell_waiting()

    def _tell_waiting(self) -> None:
        words = self._words
        waits = self._typing.get(self._name) is not None
        self._said.say(words("Not recorded yet.") if waits else "")
        self._said.setVisible(waits)
        now, before = self._action.now, self._action.before
        told = (
            words("nothing said yet")
            if now is None
            else action_status_name(words, now.status)
        )
        if waits:
            told = ", ".join((told, words("something typed is not recorded")))
        what = what_text(words, before)
        self._what.say(words("{number}. {what}", number=before.sequence, what=what))
        self.tell(words.context("action", "What became of it"), told)
        name = self.head.accessibleName()
        self.head.setAccessibleName(f"{self._what.said}, {name}")
        self._tell_other()

    def _tell_other(self) -> None:
        """Tell what is recorded in the other language, which the box does not show."""
        now, words = self._action.now, self._words
        other = ""
        if now is not None:
            other = now.became if self._beside else now.translated.get("became", "")
        self._other.say(words("In the other language: {text}", text=soft(other)))
        self._other.setVisible(bool(other))

    def _record(self) -> None:
        action_id, status = self._action.before.id, self.status.shown
        became, language = self.became.text, self._language

        def work(consultation: "Consultation") -> Changes | None:
            try:
                return consultation.follow_up(action_id, status, became, language)
            except Problem as problem:
                if problem.code != "C-121":
                    raise
                self._told = problem.told()
                self._tell_problem(self._told)
                self.became.setFocus()
                return None

        if self._hub.do(work):
            self._typing.put(self._name, None)
            self._known = None
            open_ = self._hub.consultation
            for one in open_.earlier_actions() if open_ is not None else ():
                if one.before.id == action_id:
                    self._action = one
            self._fill()
            self._tell_waiting()
            announce(self, self._words("Saved."))

    def _tell_problem(self, problem: Problem) -> None:
        told = f"{self._words.tell(problem)} [{problem.code}]"
        self.became.tell_error(told)
