"""Bars, panels and cards: plain areas with a border, painted from the palette."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.look.tokens import Tokens
from spf_assess.desktop.parts.paint import rounded


class Surface(QFrame):
    """An area other widgets stand on.

    *kind*: ``page`` (the canvas shows through), ``card`` (rounded, bordered), ``top``
    and ``foot`` (bars with a line below or above), ``side`` and ``panel`` (columns with
    a line at the right or left), ``alert`` (warn frame with a thick left bar).
    """

    def __init__(self, kind: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area = kind

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        if self._area == "page":
            return
        tokens, painter = current().tokens, QPainter(self)
        box = QRectF(self.rect())
        if self._area == "card":
            rounded(painter, box, 6, tokens.surface, tokens.line)
        elif self._area == "alert":
            rounded(painter, box, 4, tokens.warn_soft, tokens.warn)
            rounded(painter, QRectF(0, 0, 5, self.height()), 2, tokens.warn, None)
        else:
            self._paint_flat(painter, tokens)

    def _paint_flat(self, painter: QPainter, tokens: Tokens) -> None:
        fills = {
            "side": tokens.surface2,
        }
        painter.fillRect(self.rect(), QColor(fills.get(self._area, tokens.surface)))
        last_x, last_y = self.width() - 1, self.height() - 1
        line = {
            "top": (0, last_y, self.width(), 1),
            "foot": (0, 0, self.width(), 1),
            "side": (last_x, 0, 1, self.height()),
            "panel": (0, 0, 1, self.height()),
        }.get(self._area)
        if line is not None:
            painter.fillRect(*line, QColor(tokens.line))


class Rule(QWidget):
    """A hair line between things; decoration only."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        QPainter(self).fillRect(self.rect(), QColor(current().tokens.line))


class Bar(QWidget):
    """How much of something is done, as a thin bar; the words stand beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._of = 0, 1
        self.setFixedHeight(6)
        self.setMinimumWidth(40)

    def tell(self, done: int, of: int) -> None:
        """Show *done* out of *of*."""
        self._done, self._of = done, max(1, of)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        tokens, painter = current().tokens, QPainter(self)
        box = QRectF(self.rect())
        rounded(painter, box, 3, tokens.track, None)
        filled = box.width() * min(1.0, self._done / self._of)
        if filled > 0:
            box.setWidth(max(6.0, filled))
            rounded(painter, box, 3, tokens.accent, None)
