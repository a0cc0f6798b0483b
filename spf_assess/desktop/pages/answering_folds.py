"""The parts of a question that are folded away until they are needed."""

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts import Fold, Surface

Build = Callable[[], QWidget]
GUIDANCE, FOLLOW_UPS, EVIDENCE, COMMENT, MINORITY = "H", "G", "E", "C", "M"
_LET_GO = (GUIDANCE,)  # built anew at each opening
_SIDE = 11


class Folds(Surface):
    """The card with the parts that open one by one, by the key that opens each.

    A part is built when it is first shown: most questions have no follow-up question
    open, and only groups have a minority note. ``built(Fold)`` tells of each.
    """

    built = Signal(object)

    def __init__(self, builds: Mapping[str, Build]) -> None:
        super().__init__("card")
        self._builds = builds
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 1, _SIDE, 1)
        column.setSpacing(1)  # for the line between two
        self.by_key: dict[str, Fold] = {}

    def shown(self, key: str) -> Fold | None:
        """Return a part that is shown at this moment."""
        fold = self.by_key.get(key)
        return None if fold is None or fold.isHidden() else fold

    def show_only(self, keys: Collection[str]) -> None:
        """Show the parts of these keys, in their order, and no other."""
        for key in self._builds:
            if key in keys and key not in self.by_key:
                self._add(key)
            if key in self.by_key:
                self.by_key[key].setVisible(key in keys)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, and a line above each part but the first."""
        super().paintEvent(event)
        painter, line = QPainter(self), QColor(current().tokens.line)
        tops = sorted(fold.y() for fold in self.by_key.values() if not fold.isHidden())
        for top in tops[1:]:
            painter.fillRect(_SIDE, top - 1, self.width() - 2 * _SIDE, 1, line)

    def _add(self, key: str) -> None:
        fold = Fold(build=self._builds[key], keeps=key not in _LET_GO)
        self.by_key[key] = fold
        order = [one for one in self._builds if one in self.by_key]
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(order.index(key), fold)
        self.by_key = {one: self.by_key[one] for one in order}
        for below in order[order.index(key) + 1 :]:
            self.by_key[below].raise_()  # read out in the order in which it is seen
        self.built.emit(fold)
