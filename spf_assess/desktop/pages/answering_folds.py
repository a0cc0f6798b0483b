"""The parts of a question that are folded away until they are needed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts import FoldHead, Surface
from spf_assess.desktop.parts.fold import OPEN_GAP

Build = Callable[[], QWidget]
GUIDANCE, FOLLOW_UPS, EVIDENCE, COMMENT, MINORITY = "H", "G", "E", "C", "M"
_LET_GO = (GUIDANCE,)  # built anew at each opening
_SIDE = 11
_LINE = 1  # between two parts


class Folds(Surface):
    """The card with the parts that open one by one, by the key that opens each.

    A part is built when it is first shown: most questions have no follow-up question
    open, and only groups have a minority note. The heads stand in the card itself, what
    they open below them: a page has dozens, and one widget each is dear enough.
    ``built(FoldHead)`` tells of each.
    """

    built = Signal(object)

    def __init__(self, builds: Mapping[str, Build]) -> None:
        super().__init__("card")
        self._builds = builds
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 1, _SIDE, 1)
        column.setSpacing(_LINE)
        self.by_key: dict[str, FoldHead] = {}

    def shown(self, key: str) -> FoldHead | None:
        """Return a part that is shown at this moment."""
        fold = self.by_key.get(key)
        return None if fold is None or fold.isHidden() else fold

    def show_only(self, keys: Collection[str]) -> None:
        """Show the parts of these keys, in their order, and no other."""
        for key in self._builds:
            if key in keys and key not in self.by_key:
                self._add(key)
            if key in self.by_key:
                head = self.by_key[key]
                head.setVisible(key in keys)
                if head.content is not None:
                    head.content.setVisible(key in keys and head.is_open)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, and a line above each part but the first."""
        super().paintEvent(event)
        painter, line = QPainter(self), QColor(current().tokens.line)
        tops = sorted(fold.y() for fold in self.by_key.values() if not fold.isHidden())
        for top in tops[1:]:
            painter.fillRect(_SIDE, top - 1, self.width() - 2 * _SIDE, 1, line)

    def _add(self, key: str) -> None:
        place = partial(self._place, key)
        head = FoldHead(self, self._builds[key], place, keeps=key not in _LET_GO)
        order = [one for one in self._builds if one in self.by_key or one == key]
        below = order[order.index(key) + 1 :]
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            at = column.indexOf(self.by_key[below[0]]) if below else column.count()
            column.insertWidget(at, head)
        self.by_key = {one: self.by_key.get(one, head) for one in order}
        self._read_last(below)
        self.built.emit(head)

    def _place(self, key: str, content: QWidget) -> None:
        """Put what a head opens right below it."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            below = column.indexOf(self.by_key[key]) + 1
            item = column.itemAt(below)
            inset = None if item is None else item.layout()
            if inset is None:
                inset = QVBoxLayout()
                inset.setContentsMargins(0, OPEN_GAP - _LINE, 0, 0)
                column.insertLayout(below, inset)
            inset.addWidget(content)
        order = list(self.by_key)
        self._read_last(order[order.index(key) + 1 :])

    def _read_last(self, keys: Sequence[str]) -> None:
        """Let these be read out after the others, as they are seen below them."""
        for key in keys:
            head = self.by_key[key]
            head.raise_()
            if head.content is not None:
                head.content.raise_()
