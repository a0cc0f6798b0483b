"""How large words stand on the wall: at least a 25th of the height (R-602)."""

import re
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from spf_assess.desktop.look import current

# "repose-t-il" stays in one line: hyphens of an inversion do not break
_INVERSION = re.compile(r"-(?=t-(?:ils?|elles?|on)\b)|(?<=-t)-(?=(?:ils?|elles?|on)\b)")
_NO_BREAK_HYPHEN = "\u2011"
BODY = 25  # the height is at most so many times the smallest words
LINE = 1.24
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
_TALL = 100_000.0


@dataclass(frozen=True, slots=True)
class Face:
    """Sizes for a wall of *height* pixels, its words *times* the smallest allowed."""

    height: float
    times: float = 1.0

    @property
    def body(self) -> float:
        """Pixels of running words."""
        return ceil(self.height / BODY) * self.times

    @property
    def line(self) -> float:
        """Pixels from line to line."""
        return self.body * LINE

    def font(
        self, times: float = 1.0, *, bold: bool = False, serif: bool = False
    ) -> QFont:
        """Return a font, *times* as large as running words."""
        role = ("legal_strong" if bold else "legal") if serif else ""
        font = QFont(current().font(role or ("strong" if bold else "text")))
        font.setPixelSize(max(1, round(self.body * times)))
        return font


def wide(font: QFont, text: str) -> float:
    """Return how wide a line is."""
    return QFontMetricsF(font).horizontalAdvance(text)


def tall(font: QFont, text: str, width: float) -> float:
    """Return how tall words are when they are wrapped."""
    box = QRectF(0, 0, width, _TALL)
    found = QFontMetricsF(font).boundingRect(box, _FLAGS.value, _joined(text))
    return found.height()


def write(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Write wrapped plain words."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    # a font's own lines may be a little taller than ours: nothing of a letter is cut
    wrapped = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip
    flags = wrapped | align | Qt.AlignmentFlag.AlignTop
    painter.drawText(rect, flags.value, _joined(text))


def _joined(text: str) -> str:
    return _INVERSION.sub(_NO_BREAK_HYPHEN, text)
