"""The question that is talked about: the wall, the positions, what is made of them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.projected import Subject
from spf_assess.desktop.pages.discussion_agreement import AgreementCard
from spf_assess.desktop.pages.discussion_conflicts import ConflictsCard
from spf_assess.desktop.pages.discussion_notes import NotesCard
from spf_assess.desktop.pages.discussion_positions import PositionsCard
from spf_assess.desktop.pages.discussion_stance import StanceCard
from spf_assess.desktop.pages.discussion_wall import WallCard
from spf_assess.desktop.parts import Label, QuietScroll
from spf_assess.i18n import Words


class ItemPanel(QWidget):
    """Cards one below the other; which of them are seen depends on how far it came."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(10)
        self._question, self._none = Label(role="heading"), Label(role="second")
        self._later = Label(role="second")
        self.board, self.positions = WallCard(), PositionsCard()
        self.conflicts, self.stance = ConflictsCard(), StanceCard(hub)
        self.agreement, self.notes = AgreementCard(hub), NotesCard(hub)
        self._cards: tuple[QWidget, ...] = (
            self.board,
            self.positions,
            self.conflicts,
            self.stance,
            self.agreement,
            self.notes,
        )
        column.addWidget(self._none)
        column.addWidget(self._question)
        for card in self._cards[:3]:
            column.addWidget(card)
        column.addWidget(self._later)
        for later in self._cards[3:]:
            column.addWidget(later)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = QuietScroll(content)
        outer.addWidget(self._scroll)

    @property
    def question(self) -> str:
        """The question that is shown."""
        return self._question.said

    @property
    def later(self) -> str:
        """Why something cannot be recorded yet, or any more; empty where it can."""
        return self._later.said

    def speak(self, words: Words) -> None:
        """Say every word anew; what was typed stays."""
        self._none.say(words("Choose a question in the list."))
        for spoken in (self.board, self.stance, self.agreement, self.notes):
            spoken.speak(words)

    def clear(self, *, choose: bool = True) -> None:
        """Show no question; say that one is to be chosen where there is a choice."""
        for widget in (*self._cards, self._question, self._later):
            widget.hide()
        self._none.setVisible(choose)

    def show_question(
        self, words: Words, subject: Subject, *, stating: bool, later: str
    ) -> None:
        """Show a question's words, and the cards that are of use now."""
        self._none.hide()
        section = subject.questionnaire.section(subject.item.section)
        name = section.label(words.language)
        self._question.say(f"{name}  {words.text(subject.item.label)}")
        for widget in (self._question, self.board, self.positions, self.notes):
            widget.show()
        self.stance.setVisible(subject.revealed and stating)
        self.agreement.setVisible(subject.revealed)
        self._later.say(later)
        self._later.setVisible(bool(later))

    def to_top(self) -> None:
        """Scroll back to the beginning."""
        self._scroll.verticalScrollBar().setValue(0)
