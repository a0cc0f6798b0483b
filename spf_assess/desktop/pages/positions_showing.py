"""From the positions of a section to the wall, and what merged files say otherwise."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.pages.discussion_conflicts import ConflictsCard
from spf_assess.desktop.pages.positions_questions import Background
from spf_assess.desktop.parts import Button, Label
from spf_assess.i18n import Words
from spf_assess.model import Item


class ForTheRoom(QWidget):
    """A button for each question that was shown to everybody; why not for the others.

    What was not shown in the discussion is never shown from here: showing it is an act
    of its own, recorded and final.
    """

    def __init__(
        self, items: Sequence[Item], background: Background, words: Words
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        project = background.project
        if project is None:
            return
        if not background.discussed:
            column.addWidget(
                Label(
                    words(
                        "Nothing can be shown on the projector while round 1 is open:"
                        " close it under Discussion first."
                    ),
                    "small",
                )
            )
            return
        shown = [one for one in items if one.id in background.revealed]
        for item in shown:
            button = Button(_name(words, item), "link")
            about = words.text(item.short)
            button.setAccessibleName(
                words("{name}: {text}", name=button.said, text=about)
            )
            button.clicked.connect(lambda _on=False, id_=item.id: project(id_))
            column.addWidget(button)
        if waiting := [one.id for one in items if one not in shown]:
            told = words(
                "Not on the projector yet: {items}. Their positions were not shown to"
                " everybody; that is done under Discussion.",
                items=", ".join(waiting),
            )
            column.addWidget(Label(told, "small"))


class Contradictions(QWidget):
    """What merged files recorded differently on the questions of a section."""

    def __init__(
        self, items: Sequence[Item], background: Background, words: Words
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.cards: list[ConflictsCard] = []
        if background.apart is None:
            return
        for item in items:
            card = ConflictsCard()
            card.show_item(words, background.apart, item.id)
            if card.isHidden():
                card.deleteLater()
                continue
            self.cards.append(card)
            column.addWidget(card)
        self.setVisible(bool(self.cards))


def _name(words: Words, item: Item) -> str:
    if item.headline:
        return words("Show on the projector")
    return words("Show {item} on the projector", item=item.id)
