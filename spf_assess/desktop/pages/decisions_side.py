"""The groups' orders side by side, and what is low and urgent for all of them."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.models.board_table import TellingModel
from spf_assess.desktop.models.decided import (
    PriorityRow,
    priority_columns,
    section_name,
)
from spf_assess.desktop.pages.decisions_part import Card
from spf_assess.desktop.pages.decisions_table import CardTable
from spf_assess.desktop.parts import Fold, Label
from spf_assess.i18n import Words, constituency_name, decimal_text

if TYPE_CHECKING:
    from spf_assess.analysis.priorities import Priorities
    from spf_assess.consultation import Consultation
    from spf_assess.model import Questionnaire


class SideBySide(Card):
    """Who gave none, every section that somebody named, and the list for all three."""

    def __init__(self, order: BenchOrder) -> None:
        super().__init__()
        self._order = order
        self._missing, self._low_head = Label(role="warn"), Label(role="strong")
        self._low_about, self._low = Label(role="small"), Label()
        self._model = TellingModel(priority_columns(order.benches), Words("en"))
        self.table = CardTable(self._model)
        self.annex = Fold(build=self._build_annex)
        self._annex_text = Label(role="small_text", parent=self.annex)
        self._annex_text.hide()
        self.add(
            self._missing,
            self.table,
            self._low_head,
            self._low_about,
            self._low,
            self.annex,
        )

    @property
    def low(self) -> str:
        """The list of what is low and urgent for all."""
        return self._low.said

    @property
    def missing(self) -> str:
        """Which groups gave no priorities."""
        return self._missing.said

    def show_of(self, words: Words, consultation: "Consultation") -> None:
        """Show what a consultation holds."""
        number = consultation.shown_round  # no level is told before it may be seen
        found, levels = consultation.priorities(number or 1), number > 0
        asked = consultation.questionnaire
        self.head(
            words("The groups' priorities side by side"),
            words(
                "First what is a high priority (among the first five) of most groups."
                " Nothing is added up and no common order is made."
            ),
        )
        self._missing.say(
            "\n".join(
                words(
                    "{group}: no priorities given.",
                    group=constituency_name(words, one),
                )
                for one in self._order.benches
                if one in found.missing
            )
        )
        self._missing.setVisible(bool(found.missing))
        self._show_table(words, found, asked, levels=levels)
        self._show_low(words, found, asked, levels=levels)
        self._show_annex(words, found)

    def _show_table(
        self, words: Words, found: "Priorities", asked: "Questionnaire", *, levels: bool
    ) -> None:
        self._model.speak(words)
        self._model.show_rows([PriorityRow(one, asked, levels) for one in found.rows])
        self.table.setAccessibleName(self.heading.said)
        self.table.setVisible(bool(found.rows))

    def _show_low(
        self, words: Words, found: "Priorities", asked: "Questionnaire", *, levels: bool
    ) -> None:
        self._low_head.say(words("Low level, high priority for all"))
        self._low_about.say(
            words(
                "Level 2 or lower in practice for at least one group, and among the"
                " first five of all three."
            )
        )
        if not levels:
            told = words("Levels are told once the first round is closed.")
        elif found.missing:
            told = words("This list needs the priorities of all three groups.")
        elif not found.low_and_high:
            told = words("Nothing is both at present.")
        else:
            told = "\n".join(
                f"•  {section_name(words, asked, one)}" for one in found.low_and_high
            )
        self._low.say(told)

    def _show_annex(self, words: Words, found: "Priorities") -> None:
        w = found.concordance
        self.annex.setVisible(w is not None)
        if w is None:
            return
        number = decimal_text(f"{w:.2f}", words.language)
        self.annex.tell(
            words("Annex: how alike the orders are"),
            words("Kendall's W {number}", number=number),
        )
        self._annex_text.say(
            words(
                "Kendall's W is {number}. It is a secondary figure about the orders"
                " alone: 1 means that all groups gave the same order, 0 that the orders"
                " have nothing in common. It says nothing about what is right, and"
                " nothing is decided by it.",
                number=number,
            )
        )

    def _build_annex(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(28, 0, 0, 0)
        column.addWidget(self._annex_text)
        self._annex_text.show()
        return box
