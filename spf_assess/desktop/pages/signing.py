"""Signing off: each group reads its pages, and signs the rules and the results."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.pages.signing_card import SigningCard
from spf_assess.desktop.pages.signing_pages import PagesCard
from spf_assess.desktop.pages.signing_record import RecordCard
from spf_assess.desktop.parts import ColumnsLayout, Label, QuietScroll, Surface
from spf_assess.i18n import Words, constituency_name, list_text, signed_name
from spf_assess.model import Constituency, Role, Signed, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spf_assess.consultation import BoardRow

_SIDE, _LEAST = 24, 960


class SigningView(QWidget):
    """What is signed on the left, the groups' pages and the record on the right."""

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__()
        self._hub, self._words = hub, hub.words
        self.cards = {one: SigningCard(hub, order, one) for one in Signed}
        self.pages, self.record = PagesCard(hub, order), RecordCard(hub)
        content = QWidget()
        around = QVBoxLayout(content)
        around.setContentsMargins(_SIDE, 16, _SIDE, 24)
        around.setSpacing(12)
        self._heading, self._about = Label(role="title"), Label(role="second")
        self._alert, self._told = Surface("alert"), Label(role="strong")
        inside = QVBoxLayout(self._alert)
        inside.setContentsMargins(18, 10, 18, 10)
        inside.addWidget(self._told)
        around.addWidget(self._heading)
        around.addWidget(self._about)
        around.addWidget(self._alert)
        halves = QWidget()
        columns = ColumnsLayout(halves, least=_LEAST, weights=(1, 1))
        columns.addWidget(_column(*self.cards.values(), self.record))
        columns.addWidget(_column(self.pages))
        around.addWidget(halves)
        around.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(QuietScroll(content))
        self._alert.hide()

    @property
    def warning(self) -> str:
        """What stands on top where a group signed and something changed since."""
        return "" if self._alert.isHidden() else self._told.said

    def speak(self, words: Words) -> None:
        """Say everything anew; choices and what was typed stay."""
        self._words = words
        self._heading.say(words("Sign-off"))
        self._about.say(
            words(
                "A signature by key is made with the file in which the group answered,"
                " on a stick; on paper the eight words of the sheet tell what was"
                " signed. Nobody signs for another, and silence is no agreement."
            )
        )
        for card in self.cards.values():
            card.speak(words)
        self.pages.speak(words)
        self.record.speak(words)
        self._warn()

    def refresh(self, rows: "Sequence[BoardRow]" = ()) -> None:
        """Show what the file holds now; what was typed stays."""
        del rows  # every view is given the seats
        open_ = self._hub.consultation
        if open_ is None or open_.role is not Role.FACILITATOR:
            return
        for card in self.cards.values():
            card.show_file(open_)
        self.pages.show_file(open_)
        self.record.show_file()
        self._warn()

    def forget(self) -> None:
        """Begin anew with another consultation."""
        for card in self.cards.values():
            card.forget()
        self.pages.forget()
        self.record.forget()
        self._alert.hide()

    def take_focus(self) -> None:
        """Go to what one works with here."""
        self.cards[Signed.RULES].signer.setFocus()

    def _warn(self) -> None:
        """Say on top which groups signed something that has changed since."""
        words, lines = self._words, []
        for signed, card in self.cards.items():
            what = signed_name(words, signed)
            if groups := self._named(card.standing(Standing.EARLIER)):
                lines.append(
                    words(
                        "{what}: something was changed after these groups signed:"
                        " {groups}",
                        what=what,
                        groups=groups,
                    )
                )
            if groups := self._named(card.standing(Standing.BROKEN)):
                lines.append(
                    words(
                        "{what}: the signatures of these groups are not valid:"
                        " {groups}",
                        what=what,
                        groups=groups,
                    )
                )
        self._told.say("\n".join(lines))
        self._alert.setVisible(bool(lines))

    def _named(self, groups: tuple[Constituency, ...]) -> str:
        names = tuple(constituency_name(self._words, one) for one in groups)
        return list_text(names, self._words.language)


def _column(*widgets: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return box
