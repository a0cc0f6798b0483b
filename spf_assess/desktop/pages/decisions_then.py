"""Then and now: earlier actions, positions since then, and another consultation."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.pages.decisions_became import EarlierCard
from spf_assess.desktop.pages.decisions_beside import BesideCard
from spf_assess.desktop.pages.decisions_part import DecisionsPart
from spf_assess.desktop.pages.decisions_trend import TrendCard
from spf_assess.desktop.pages.discussion_words import Changing
from spf_assess.desktop.parts import Label
from spf_assess.i18n import Words, date_text

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation


class ThenPart(DecisionsPart):
    """The cards are built for the consultation that is open, in their order."""

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__(hub, order)
        self._built_for: object = None
        self._lead = Label()
        self._cards = Changing()
        self.earlier: EarlierCard | None = None
        self.trend: TrendCard | None = None
        self.beside: BesideCard | None = None
        self.column.addWidget(self._lead)
        self.column.addWidget(self._cards)
        self.column.addStretch(1)

    @property
    def lead(self) -> str:
        """Which consultation this one follows."""
        return self._lead.said

    def say(self, words: Words) -> None:
        """Everything is said with what the file holds."""

    def show_file(self, consultation: "Consultation") -> None:
        words, before = self.words, consultation.before
        key = consultation, before.id if before is not None else ""
        if key != self._built_for:
            self._built_for = key
            self._build(consultation, follows=before is not None)
        if before is None:
            self._lead.say(
                words(
                    "This consultation follows no other one. When the next one is begun"
                    " from its file, its actions and positions stand here."
                )
            )
        else:
            self._lead.say(
                words(
                    "This consultation follows “{title}” of {date}.",
                    title=words.text(before.title),
                    date=date_text(before.created_at, words.language),
                )
            )
        for card in (self.earlier, self.trend, self.beside):
            if card is not None:
                card.show_of(words, consultation)

    def forget(self) -> None:
        self._built_for = None
        self.earlier = self.trend = self.beside = None
        self._cards.put(None)

    def take_focus(self) -> None:
        folds = self.earlier.folds if self.earlier is not None else {}
        first = next(iter(folds.values()), None)
        if first is not None:
            first.setFocus()
        elif self.beside is not None:
            self.beside.choose.setFocus()

    def _build(self, consultation: "Consultation", *, follows: bool) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.earlier = self.trend = None
        if follows:
            self.earlier = EarlierCard(self.hub, consultation.earlier_actions())
            self.trend = TrendCard(self.order)
            column.addWidget(self.earlier)
            column.addWidget(self.trend)
        self.beside = BesideCard(self.hub, self.order)
        column.addWidget(self.beside)
        self._cards.put(content)
