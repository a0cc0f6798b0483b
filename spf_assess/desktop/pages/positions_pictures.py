"""The report's pictures of the positions, before anything is printed.

Each kind is a part that is drawn when it is opened: pictures, their signs, and under
them the table of their numbers, which the keyboard reaches.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.desktop.models.board_table import Telling, TellingModel
from spf_assess.desktop.pages.decisions_table import CardTable
from spf_assess.desktop.parts import Button, FlowLayout, Fold, Label, QuietScroll
from spf_assess.desktop.parts.picture import SIGN_SHARE, PictureView
from spf_assess.desktop.parts.shortcuts import add_shortcuts
from spf_assess.i18n import Words
from spf_assess.model import Constituency

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation
    from spf_assess.report.pictures import Drawn, Gallery, Key, Part

_FIRST, _GAP = "profile", 14


class Pictures(QWidget):
    """Folds, one for each kind of picture; ``went_back()`` leads to the table."""

    went_back = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._open = {_FIRST}
        self._folds: dict[str, Fold] = {}
        self._parts: QWidget | None = None
        self._back, self._heading = Button(), Label(role="heading")
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(16, 4, 16, 24)
        self._column.addStretch(1)
        self._scroll = QuietScroll(self._content)
        top = QWidget()
        row = FlowLayout(top, gap=14)
        row.setContentsMargins(16, 8, 16, 4)
        row.addWidget(self._back)
        row.addWidget(self._heading)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(top)
        outer.addWidget(self._scroll, 1)
        self._back.clicked.connect(self.went_back)
        add_shortcuts(self, {"Escape": self.went_back.emit})

    @property
    def folds(self) -> dict[str, Fold]:
        """The parts by name."""
        return self._folds

    def show_of(
        self,
        consultation: "Consultation",
        order: Sequence[Constituency],
        words: Words,
    ) -> None:
        """Show the pictures of a consultation; which parts were open stays."""
        from spf_assess.consultation.reporting import pictured
        from spf_assess.report.pictures import Gallery

        self._words = words
        self._back.say(words("Back to the table"))
        self._heading.say(words("Pictures"))
        self.clear()
        gallery = Gallery.of(pictured(consultation), words.language, order)
        self._parts = QWidget()
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for name, title in gallery.names.items():
            fold = Fold(title, build=partial(self._build, gallery, name))
            self._folds[name] = fold
            column.addWidget(fold)
            fold.open(show=name in self._open)
            fold.opened.connect(partial(self._note, name))
        self._column.insertWidget(0, self._parts)
        self._parts.show()

    def clear(self) -> None:
        """Show nothing: positions may not be seen, or others are."""
        self._folds = {}
        if self._parts is not None:
            self._column.removeWidget(self._parts)
            self._parts.hide()
            self._parts.deleteLater()
            self._parts = None

    def take_focus(self) -> None:
        """Go to the first part."""
        for fold in self._folds.values():
            fold.setFocus()
            return

    def _note(self, name: str, shown: bool) -> None:  # noqa: FBT001 - a signal's
        if shown:
            self._open.add(name)
        else:
            self._open.discard(name)

    def _build(self, gallery: "Gallery", name: str) -> QWidget:
        part, words = gallery.part(name), self._words
        if part is None:
            return Label(words("There is nothing to draw yet."), "second")
        return PartView(part, gallery.names[name], words)


class PartView(QWidget):
    """Sentences, pictures with their names, signs, and the table of the numbers."""

    def __init__(self, part: "Part", title: str, words: Words) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 0, 10)
        column.setSpacing(8)
        if part.lead:
            column.addWidget(Label(part.lead, "small_text"))
        self.drawings = Drawings(part.drawn)
        column.addWidget(self.drawings)
        if part.keys:
            column.addWidget(_signs(part.keys))
        if part.under:
            column.addWidget(Label(part.under, "small"))
        model = TellingModel(_columns(part), words, self)
        self.table = CardTable(model, self)
        self.table.setAccessibleName(title)
        model.show_rows(part.rows)
        column.addWidget(self.table)


class Drawings(QWidget):
    """Pictures beside their names; below them where there is no room, or they are wide.

    Either way one column of pictures has one left edge.
    """

    def __init__(self, found: "Sequence[Drawn]") -> None:
        super().__init__()
        self._pairs = [
            (Label(one.name, "small_text"), PictureView(one.picture)) for one in found
        ]
        self._below: bool | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self._lay_out(below=False)

    @property
    def below(self) -> bool:
        """Whether every picture stands below its name."""
        return bool(self._below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        small = [pair for pair in self._pairs if not pair[1].large]
        needed = sum(
            max((pair[side].sizeHint().width() for pair in small), default=0)
            for side in (0, 1)
        )
        self._lay_out(below=needed + _GAP > self.width())

    def _lay_out(self, *, below: bool) -> None:
        grid = self.layout()
        if below == self._below or not isinstance(grid, QGridLayout):
            return
        self._below = below
        for place, (name, picture) in enumerate(self._pairs):
            row = 2 * place
            if below or picture.large:
                grid.addWidget(name, row, 0, 1, 2)
                grid.addWidget(picture, row + 1, 0, 1, 2)
            else:
                grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(picture, row, 1)
        self.updateGeometry()


def _signs(keys: "Sequence[Key]") -> QWidget:
    box = QWidget()
    flow = FlowLayout(box, gap=14, line_gap=2)
    for picture, name in keys:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(PictureView(picture, SIGN_SHARE))
        row.addWidget(Label(name, "small_text", wraps=False))
        flow.addWidget(pair)
    return box


def _columns(part: "Part") -> tuple[Telling, ...]:
    return tuple(
        Telling(
            head=partial(_head, name),
            text=partial(_cell, place),
            role="small_strong" if place == 0 else "small_text",
            wraps=place == 0,
            title=place == 0,
        )
        for place, name in enumerate(part.columns)
    )


def _head(name: str, _words: Words) -> str:
    return name


def _cell(place: int, _words: Words, row: tuple[str, ...]) -> str:
    return row[place]
