"""Preparing a consultation: what is fixed, who is invited, and what is not ready."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.consultation.checklist import Area
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.pages.preparation_about import AboutCard
from spf_assess.desktop.pages.preparation_attendance import AttendanceCard
from spf_assess.desktop.pages.preparation_checklist import Checklist
from spf_assess.desktop.pages.preparation_invitations import InvitationsCard
from spf_assess.desktop.pages.preparation_rules import ConsentCard, RulesCard
from spf_assess.desktop.pages.preparation_seats import SeatsCard
from spf_assess.desktop.parts import (
    Button,
    ColumnsLayout,
    EdgesLayout,
    FlowLayout,
    Label,
    QuietScroll,
    Surface,
)
from spf_assess.desktop.parts.dialogs import confirm
from spf_assess.i18n import Words, date_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spf_assess.consultation import BoardRow
    from spf_assess.desktop.pages.preparation_card import PreparationCard

_SIDE, _LEAST = 24, 900


class PreparationView(QWidget):
    """Cards one below the other, the checklist beside them, the start at the foot."""

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__()
        self._hub, self._words = hub, hub.words
        self.about, self.seats = AboutCard(hub), SeatsCard(hub, order)
        self.rules, self.consent = RulesCard(hub), ConsentCard(hub)
        self.invitations = InvitationsCard(hub, order)
        self.attendance = AttendanceCard(hub, order)
        self.checklist = Checklist()
        self.cards: tuple[PreparationCard, ...] = (
            self.about,
            self.seats,
            self.rules,
            self.consent,
            self.invitations,
            self.attendance,
        )
        content = QWidget()
        columns = ColumnsLayout(content, least=_LEAST, weights=(5, 2))
        columns.setContentsMargins(_SIDE, 16, _SIDE, 24)
        columns.addWidget(self._build_cards())
        columns.addWidget(self._build_side())
        self._scroll = QuietScroll(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._build_foot())
        self.checklist.chosen.connect(self._go_to)
        self.start.clicked.connect(self._ask_start)

    def speak(self, words: Words) -> None:
        """Say everything anew; what was typed stays."""
        self._words = words
        for card in self.cards:
            card.speak(words)
        self.checklist.speak(words)
        self.start.say(words("Start the consultation…"))
        self._show()

    def refresh(self, rows: "Sequence[BoardRow]" = ()) -> None:
        """Show what the file holds now; what was typed and not saved stays."""
        del rows  # every view is given the seats
        self._show()

    def forget(self) -> None:
        """Begin anew with another consultation."""
        for card in self.cards:
            card.forget()

    def take_focus(self) -> None:
        """Go to what one works with here."""
        self.about.place.setFocus()

    def _build_cards(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for card in self.cards:
            card.end_with_buttons()
            column.addWidget(card)
        column.addStretch(1)
        return box

    def _build_side(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.checklist)
        column.addStretch(1)
        return box

    def _build_foot(self) -> QWidget:
        foot, left, right = Surface("foot"), QWidget(), QWidget()
        edges = EdgesLayout(foot)
        edges.setContentsMargins(_SIDE, 8, _SIDE, 8)
        self._state, self.start = Label(role="small_text"), Button(role="primary")
        FlowLayout(left).addWidget(self._state)
        FlowLayout(right).addWidget(self.start)
        edges.addWidget(left)
        edges.addWidget(right)
        return foot

    def _show(self) -> None:
        consultation, words = self._hub.consultation, self._words
        if consultation is None or consultation.role.value != "facilitator":
            return
        for card in self.cards:
            card.show_file(consultation)
        self.checklist.show_points(consultation.checklist())
        started = consultation.preparation.started_at
        self.start.setVisible(not started and not consultation.read_only)
        self._state.say(
            words(
                "Started on {date}: the rules are fixed.",
                date=date_text(started, words.language),
            )
            if started
            else words("Answers came in: the rules are fixed.")
            if consultation.frozen
            else words.plural(
                "Not started yet; {number} point is open.",
                "Not started yet; {number} points are open.",
                len(self.checklist.points),
            )
        )

    def _go_to(self, area: str) -> None:
        first = {
            Area.CONSULTATION: self.about.place,
            Area.SEATS: self.seats.name,
            Area.CONSENT: next(iter(self.consent.texts.values())),
            Area.INVITATIONS: self.invitations.whom,
        }[Area(area)]
        first.setFocus()
        self._scroll.show_focus_soon()

    def _ask_start(self) -> None:
        words = self._words
        confirm(
            self,
            words("Start the consultation"),
            words(
                "From now on the rule, the thresholds, the sections, the languages,"
                " the title and the consent texts stay as they are. Place, days,"
                " further seats and attendance can still change."
            ),
            yes=words("Start"),
            no=words("Cancel"),
            then=self._start,
        )

    def _start(self) -> None:
        if self._hub.do(lambda open_: open_.start()):
            self.take_focus()
