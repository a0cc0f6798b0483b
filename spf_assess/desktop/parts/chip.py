"""The level chip: a numeral in a coloured, outlined square."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.look.tokens import Tokens
from spf_assess.desktop.look.type import load_font
from spf_assess.desktop.parts.paint import rounded
from spf_assess.i18n.formats import level_text
from spf_assess.resources import SANS

CHIP = 18
_NUMERAL = 0.62


def paint_chip(painter: QPainter, rect: QRectF, level: float, tokens: Tokens) -> None:
    """Draw a level from 1 to 4; a half is drawn in the colour of the level below it."""
    index = min(4, max(1, int(level))) - 1
    painter.save()
    rounded(painter, rect, rect.height() / 6, tokens.level_fills[index], tokens.outline)
    painter.setPen(QColor(tokens.level_inks[index]))
    painter.setFont(numeral_font(rect.height() * _NUMERAL))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, level_text(level))
    painter.restore()


def numeral_font(height: float) -> QFont:
    """Return the bold font of numerals in chips and letters in marks.

    *height* is in pixels: it belongs to a drawing, not to running text.
    """
    load_font(SANS, "Bold")
    font = QFont(SANS)
    font.setPixelSize(max(1, round(height)))
    font.setWeight(QFont.Weight.Bold)
    return font


class LevelChip(QWidget):
    """A level as a chip; *name* is read out (``3, Moderate``)."""

    def __init__(
        self, level: float, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._level = level
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name or level_text(level))

    @property
    def level(self) -> float:
        """The level shown, 1 to 4 in halves."""
        return self._level

    def show_level(self, level: float, name: str = "") -> None:
        """Show another level."""
        self._level = level
        self.setAccessibleName(name or level_text(level))
        self.update()

    def sizeHint(self) -> QSize:
        side = current().px(CHIP)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        side = current().px(CHIP)
        painter = QPainter(self)
        paint_chip(painter, QRectF(0, 0, side, side), self._level, current().tokens)
