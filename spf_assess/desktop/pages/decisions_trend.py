"""Positions then and now by question and group, and what is open again."""

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.models.board_table import TellingModel
from spf_assess.desktop.models.trended import TrendRow, trend_columns, trend_rows
from spf_assess.desktop.pages.decisions_part import Card, line
from spf_assess.desktop.pages.decisions_table import CardTable
from spf_assess.desktop.parts import Label
from spf_assess.desktop.parts.filters import Filters
from spf_assess.i18n import Words
from spf_assess.i18n.fates import fate_name
from spf_assess.model.meaning import Fate

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation


class Show(StrEnum):
    """Which questions are listed."""

    CHANGED = "changed"
    REOPENED = "reopened"
    ALL = "all"


class TrendCard(Card):
    """How many questions can be compared, then a line for each part of them."""

    def __init__(self, order: BenchOrder) -> None:
        super().__init__()
        self._words: Words | None = None
        self._rows: tuple[TrendRow, ...] = ()
        self._fates, self._blind = Label(role="small_text"), Label()
        self.filters = Filters(tuple(Show), self)
        self._filter_row = line(*self.filters.buttons.values())
        self._model = TellingModel(trend_columns(order.benches), Words("en"))
        self.table = CardTable(self._model)
        self._none = Label(role="second")
        self.add(self._fates, self._blind, self._filter_row, self._none, self.table)
        self.filters.chosen.connect(lambda _key: self._list())

    def show_of(self, words: Words, consultation: "Consultation") -> None:
        """Show what a consultation holds that follows another one."""
        self._words = words
        self.head(
            words("Positions then and now"),
            words(
                "The number on the left stood at the end of the consultation before,"
                " the one on the right stands now. Up or down is told, not judged."
            ),
        )
        self._say_fates(words, consultation)
        number = consultation.shown_round
        self._blind.say(words("Positions are told once the first round is closed."))
        self._blind.setVisible(not number)
        self._rows = ()
        if number:
            again = frozenset(
                (one.item, one.part) for one in consultation.reopened(number)
            )
            items = {one.id: one for one in consultation.questionnaire.items()}
            self._rows = trend_rows(consultation.trend(number), again, items)
        self._model.speak(words)
        self.table.setAccessibleName(self.heading.said)
        self._filter_row.setVisible(bool(number))
        names = {
            Show.CHANGED: words.context("trend", "Changed"),
            Show.REOPENED: words.context("trend", "Open again"),
            Show.ALL: words("All compared"),
        }
        for show, button in self.filters.buttons.items():
            count = len(self._shown(show))
            button.say(words("{name} {number}", name=names[show], number=count))
        self._none.say(words("No question here."))
        self._list()

    def _say_fates(self, words: Words, consultation: "Consultation") -> None:
        counted = Counter(consultation.fates().values())
        told = [
            words(
                "Questions – {what}: {number}",
                what=fate_name(words, fate),
                number=counted[fate],
            )
            for fate in Fate
            if counted[fate]
        ]
        self._fates.say("\n".join(told))

    def _shown(self, show: Show) -> list[TrendRow]:
        return [
            row
            for row in self._rows
            if show is Show.ALL
            or (show is Show.CHANGED and row.changed)
            or (show is Show.REOPENED and row.reopened)
        ]

    def _list(self) -> None:
        rows = self._shown(self.filters.shown)
        self._model.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(bool(self._rows) and not rows)
