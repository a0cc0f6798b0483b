"""The questions an answer opens, and why they are asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.comment import CommentBox
from spf_assess.desktop.fields.stack import Stack
from spf_assess.i18n import Words
from spf_assess.model import Answer, FollowUp, Item

_GAP, _BELOW = 12, 4


class FollowUpsBox(Stack):
    """A box for each open follow-up question.

    Signals: ``typed(name, text)`` soon, ``left()``, ``grown()``: there is another box.
    """

    typed = Signal(str, str)
    left = Signal()
    grown = Signal()

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leave_below(_BELOW)
        self._item = item
        self._words: Words | None = None
        self._boxes: dict[str, CommentBox] = {}
        self._labels: dict[str, FollowUp] = {}

    def show_questions(self, asked: tuple[FollowUp, ...], answer: Answer) -> None:
        """Ask exactly these, keeping the boxes of those that were asked before."""
        wanted = {follow_up.name: follow_up for follow_up in asked}
        for name in [name for name in self._boxes if name not in wanted]:
            box = self._boxes.pop(name)
            self.remove(box)
            box.hide()
            box.deleteLater()
        self._labels = wanted
        for place, name in enumerate(wanted):
            if name not in self._boxes:
                self._boxes[name] = self._make(name, place)
            self._boxes[name].show_text(answer.follow_ups.get(name, ""))
        if self._words is not None:
            self.speak(self._words)

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._words = words
        self.setAccessibleName(words("Follow-up questions"))
        for name, box in self._boxes.items():
            box.speak(words, words.text(self._labels[name].label))

    def first(self) -> QWidget | None:
        """Return where the keyboard goes when the part opens."""
        return next((box.box for box in self._boxes.values()), None)

    def _make(self, name: str, place: int) -> CommentBox:
        box = CommentBox(lines=2)
        self.insert(place, box, _GAP if place else 0)
        box.typed.connect(lambda text: self.typed.emit(name, text))
        box.left.connect(self.left)
        box.show()
        self.grown.emit()
        return box


def follow_ups_summary(
    words: Words, item: Item, asked: tuple[FollowUp, ...], answer: Answer
) -> str:
    """Return why the questions are asked and how many are still to be answered."""
    open_ = sum(not answer.follow_ups.get(one.name, "").strip() for one in asked)
    why = _why(words, item, asked[0].name) if asked else ""
    state = (
        words.plural("{number} to be answered", "{number} to be answered", open_)
        if open_
        else words("answered")
    )
    return words("{why}; {state}", why=why, state=state)


def _why(words: Words, item: Item, name: str) -> str:
    reasons = {
        "F2": words("asked because practice is well below the law"),
        "F3": words("asked because the legal basis is weak"),
        "F4": words("asked because a level 3 or 4 rests on a statement only"),
        "F5": words("asked because information is missing"),
        "F10": words("asked because no source tells women and men apart"),
    }
    if name == "F1" and item.kind.rated:
        return words("asked because practice is 2 or lower")
    return reasons.get(name, words("asked because of your answer"))
