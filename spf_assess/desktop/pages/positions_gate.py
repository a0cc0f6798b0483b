"""The calm place before the positions: who is still missing, and a way to go on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.desktop.look import current
from spf_assess.desktop.models.board import Standing
from spf_assess.desktop.models.participants_words import seat_name
from spf_assess.desktop.parts import (
    BenchMark,
    Button,
    FlowLayout,
    Label,
    QuietScroll,
    Surface,
)
from spf_assess.i18n import Words
from spf_assess.model import Constituency

_WIDEST = 640
_NAMED = 12


class Gate(QWidget):
    """Tells whose answers are awaited; nothing of what was answered.

    ``shown_anyway()``: the person wants to see the positions all the same.
    ``participants_wanted()``, ``packets_wanted()``: go there instead.
    """

    shown_anyway = Signal()
    participants_wanted = Signal()
    packets_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        card = self._card = Surface("card")
        self.dress()
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        self._title, self._why = Label(role="heading"), Label()
        self._awaited_head = Label(role="label")
        self._awaited = QWidget()
        self._lines = QVBoxLayout(self._awaited)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        buttons = QWidget()
        row = FlowLayout(buttons)
        self._packets, self._participants = Button(role="primary"), Button()
        self._show, self._invite = Button(), Button(role="primary")
        for button in (self._packets, self._invite, self._participants, self._show):
            row.addWidget(button)
        for widget in (
            self._title,
            self._why,
            self._awaited_head,
            self._awaited,
            buttons,
        ):
            column.addWidget(widget)
        holder = QWidget()
        inner = QHBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        middle = QVBoxLayout()
        middle.addWidget(card)
        middle.addStretch(1)
        inner.addStretch(1)
        inner.addLayout(middle, 8)
        inner.addStretch(1)
        outer.addWidget(QuietScroll(holder))
        self._packets.clicked.connect(self.packets_wanted)
        for button in (self._participants, self._invite):
            button.clicked.connect(self.participants_wanted)
        self._show.clicked.connect(self.shown_anyway)

    def dress(self) -> None:
        """Take the width that fits the text size in force."""
        self._card.setMaximumWidth(current().px(_WIDEST))

    def tell(
        self,
        standing: Standing,
        order: Sequence[Constituency],
        words: Words,
        begun_here: int = 0,
        *,
        blind: int = 1,
    ) -> None:
        """Say how far collecting has come.

        *blind* is the number of the round whose positions are not to be seen yet; 0
        where the latest was closed with responses missing.

        While somebody still answers on this very computer (*begun_here*) there is no
        way past the gate: who comes back to the sheet would come by the positions.
        """
        self._packets.say(words("Bring packets in…"))
        for button in (self._participants, self._invite):
            button.say(words("See the participants"))
        self._invite.setVisible(not standing.invited)
        for button in (self._packets, self._participants):
            button.setVisible(standing.invited > 0)
        self._show.say(words("Show the positions so far"))
        self._show.setVisible(standing.handed_in > 0 and not begun_here)
        self._title.say(_title(standing, words))
        self._why.say(_why(standing, words, begun_here, blind))
        self._awaited_head.say(words("Answers awaited from"))
        self._awaited_head.setVisible(bool(standing.awaited))
        self._list(standing, order, words)

    def take_focus(self) -> None:
        """Go to the first button."""
        nobody = self._packets.isHidden()
        (self._invite if nobody else self._packets).setFocus()

    def _list(
        self, standing: Standing, order: Sequence[Constituency], words: Words
    ) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        awaited = sorted(
            standing.awaited, key=lambda one: list(order).index(one.constituency)
        )
        for respondent in awaited[:_NAMED]:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(BenchMark(respondent.constituency))
            row.addWidget(Label(seat_name(words, respondent)), 1)
            self._lines.addWidget(line)
        more = len(awaited) - _NAMED
        if more > 0:
            said = words.plural(
                "and {number} other seat", "and {number} other seats", more
            )
            self._lines.addWidget(Label(said, "small"))


def _title(standing: Standing, words: Words) -> str:
    if not standing.invited:
        return words("Nobody has been invited yet")
    if not standing.handed_in:
        return words("Nobody has handed in yet")
    return words(
        "{in_} of {invited} responses are in",
        in_=standing.handed_in,
        invited=standing.invited,
    )


def _why(standing: Standing, words: Words, begun_here: int, blind: int) -> str:
    if not standing.invited:
        return words(
            "Add the seats of the three groups and give each its invitation. Positions"
            " appear here when answers come in."
        )
    if not standing.handed_in:
        return words(
            "Positions appear here when packets are brought in. Until then there is"
            " nothing to show."
        )
    if begun_here:
        return words.plural(
            "{number} answer sheet was begun on this computer and is not handed in."
            " Positions are shown when all have handed in, not before: whoever answers"
            " here must not see them.",
            "{number} answer sheets were begun on this computer and are not handed in."
            " Positions are shown when all have handed in, not before: whoever answers"
            " here must not see them.",
            begun_here,
        )
    if not blind:
        return words(
            "The round is closed, and not everybody handed in. The positions of those"
            " who did can be shown; who is missing is named."
        )
    if blind > 1:
        return words(
            "Round {number} is open. Who hands in nothing new stands as in the round"
            " before, or as it states in the discussion. The positions so far can be"
            " shown; who never handed in is named.",
            number=blind,
        )
    return words(
        "Round 1 is blind: each group answers without knowing the others' answers."
        " Positions are shown when all have handed in. You can show them earlier;"
        " whoever sees them should not answer afterwards."
    )
