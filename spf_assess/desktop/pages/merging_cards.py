"""Cards of the regions' page: the file that was dropped, and what merging brings."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.models.merging_words import plan_lines
from spf_assess.desktop.parts import Button, FlowLayout, Label, Surface
from spf_assess.desktop.parts.announce import announce
from spf_assess.i18n import Words

if TYPE_CHECKING:
    from spf_assess.consultation.merging_plan import MergePlan


class Card(Surface):
    """Words and a row of buttons; hidden while there is nothing to decide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        self._heading = Label(role="heading")
        self._body, self._row = QWidget(), QWidget()
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        FlowLayout(self._row).setContentsMargins(0, 6, 0, 0)
        for part in (self._heading, self._body, self._row):
            column.addWidget(part)
        self.hide()

    @property
    def told(self) -> str:
        """All that the card says but its buttons."""
        return "\n".join(one.said for one in self.findChildren(Label))

    def add_button(self, role: str = "plain") -> Button:
        """Put another button into the row."""
        button, row = Button(role=role), self._row.layout()
        if row is not None:  # asked for anew: a layout that is kept outlives its items
            row.addWidget(button)
        return button

    def tell(self, heading: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show a heading and lines, each with its role in the type scale."""
        empty(self._lines)
        self._heading.say(heading)
        for role, text in lines:
            self._lines.addWidget(Label(text, role))
        self._body.setVisible(bool(lines))

    def appear(self) -> None:
        """Be seen and read out."""
        self.show()
        announce(self, self.told)


class OfferCard(Card):
    """A file of the same consultation was dropped: open it, or merge it.

    Signals:
        opened(), looked(), left(): what the person chose.
    """

    opened = Signal()
    looked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = self.add_button("primary")
        self._look, self._leave = self.add_button(), self.add_button("quiet")
        self._open.clicked.connect(self.opened)
        self._look.clicked.connect(self.looked)
        self._leave.clicked.connect(self.left)

    def speak(self, words: Words) -> None:
        """Say what is the same for every file."""
        self._open.say(words("Open it"))
        self._look.say(words("See what merging would bring"))
        self._leave.say(words("Cancel"))

    def say(self, words: Words, file: str) -> None:
        """Say what was dropped."""
        self.tell(
            words("{file} is another file of this consultation.", file=file),
            [
                (
                    "text",
                    words(
                        "You can open it in place of this one, or see what merging it"
                        " into this one would bring."
                    ),
                )
            ],
        )

    def take_focus(self) -> None:
        """Go to what is usual: to open the file."""
        self._open.setFocus()


class PlanCard(Card):
    """What merging a file would bring; nothing has changed yet.

    Signals:
        merged(), left(): what the person chose.
    """

    merged = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._merge, self._leave = self.add_button("primary"), self.add_button()
        self._merge.clicked.connect(self.merged)
        self._leave.clicked.connect(self.left)

    def speak(self, words: Words) -> None:
        """Say what is the same for every file."""
        self._merge.say(words("Merge this file"))
        self._leave.say(words("Do not merge"))

    def say(self, words: Words, plan: "MergePlan") -> None:
        """Say what would come in, what contradicts and what waits."""
        name = f"{plan.file_name} ({plan.name})" if plan.name else plan.file_name
        nothing = plan.brings_nothing
        lines = [
            (
                "second",
                words("Everything in it is here already.")
                if nothing
                else words(
                    "Nothing has changed yet. What comes in keeps its author and its"
                    " region; what contradicts stands side by side."
                ),
            )
        ]
        for head, said in plan_lines(words, plan):
            lines.append(("strong", head))
            lines += [("text", f"– {one}") for one in said]
        self.tell(name, lines)
        self._merge.setVisible(not nothing)
        self._leave.say(words("Close") if nothing else words("Do not merge"))

    def take_focus(self) -> None:
        """Go to the first button."""
        (self._leave if self._merge.isHidden() else self._merge).setFocus()


def empty(box: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
