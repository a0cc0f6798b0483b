"""The groups side by side: how many of their seats have handed in."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.consultation import BoardRow
from spf_assess.desktop.models.board import BenchOrder, standing
from spf_assess.desktop.parts import BenchMark, ColumnsLayout, Label, Surface
from spf_assess.i18n import Words, constituency_name
from spf_assess.model import Constituency


class GroupTotals(QWidget):
    """One card a group; observers only when they are invited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns = ColumnsLayout(self, least=520, gap=8)
        columns.setContentsMargins(16, 12, 16, 12)
        self._cards = [_GroupCard() for _group in Constituency]
        for card in self._cards:
            columns.addWidget(card)

    def show_rows(
        self, rows: Sequence[BoardRow], order: BenchOrder, words: Words
    ) -> None:
        """Count the seats of each group."""
        for card, group in zip(self._cards, order.everyone, strict=True):
            own = [row for row in rows if row.respondent.constituency is group]
            card.show_group(group, own, words)
            card.setVisible(group.rates or bool(own))


class _GroupCard(Surface):
    def __init__(self) -> None:
        super().__init__("card")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        self._mark = BenchMark(Constituency.GOVERNMENT, side=24)
        text = QVBoxLayout()
        text.setSpacing(0)
        self._name, self._told = Label(role="strong"), Label(role="small")
        text.addWidget(self._name)
        text.addWidget(self._told)
        row.addWidget(self._mark)
        row.addLayout(text, 1)

    def show_group(
        self, group: Constituency, rows: Sequence[BoardRow], words: Words
    ) -> None:
        found = standing(rows)
        self._mark.show_bench(group)
        self._name.say(constituency_name(words, group))
        if not found.invited:
            self._told.say(words("no seat yet"))
            return
        self._told.say(
            words.plural(
                "{in_} of {number} seat handed in",
                "{in_} of {number} seats handed in",
                found.invited,
                in_=found.handed_in,
            )
        )
