"""What every field has in common: it shows an answer and tells what is said."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.fields.stack import Stack
from spf_assess.i18n import Words
from spf_assess.model import Answer, Item, PartAnswer, Questionnaire

KEY_DONT_KNOW, KEY_NOT_APPLICABLE, KEY_PREFERS_NOT = "D", "N", "P"


class Field(Stack):
    """The part of a question in which it is answered; one class an item kind.

    Signals:
        given(part, PartAnswer): chosen by the person; to be saved at once.
        typed(part, PartAnswer): being typed; to be saved within a second.
        specified(text): words for "other", or a date's note; like *typed*.
        left(): the keyboard left a text box; to be saved at once.
    """

    given = Signal(str, object)
    typed = Signal(str, object)
    specified = Signal(str)
    left = Signal()

    def __init__(
        self, item: Item, questionnaire: Questionnaire, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.item = item
        self.questionnaire = questionnaire

    def show_answer(self, answer: Answer) -> None:
        """Show what was answered, without telling anyone."""
        raise NotImplementedError

    def speak(self, words: Words) -> None:
        """Say every word anew, keeping what was entered and where the keyboard is."""
        raise NotImplementedError

    def press(self, key: str) -> bool:
        """Do what *key* means for the part the person is at.

        Keys are ``1`` to ``4``, ``D``, ``N``, ``P``; False when it means nothing here.
        """
        del key
        return False

    def arrange(self, *, narrow: bool) -> None:
        """Lay out for a narrow page, or for a wide one."""

    def first(self) -> QWidget:
        """Return where the keyboard goes when the question opens."""
        raise NotImplementedError

    def go_to(self, part: str) -> None:
        """Put the keyboard where *part* is answered."""
        del part
        self.first().setFocus()

    def rough(self) -> dict[str, str]:
        """Return what stands in boxes but cannot be saved as it is, by box."""
        return {}

    def show_rough(self, rough: dict[str, str]) -> None:
        """Show again what could not be saved."""
        del rough


def same_kind(one: PartAnswer, other: PartAnswer) -> bool:
    """Whether two answers to a part say the same."""
    return one == other or (one.empty and other.empty)
