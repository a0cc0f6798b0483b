"""How much room words take in one font, measured once for each."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

_TALL = 100_000
_MOST = 4000  # words and widths remembered; more than any page holds


class Letters:
    """Measures words in *font* and remembers what it found, in pixels.

    Names of levels, no-answers and folds stand on every question of a page, and Qt asks
    for each of them many times while it lays the page out.
    """

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetrics(font)
        self._widths: dict[str, int] = {}
        self._narrowest: dict[str, int] = {}
        self._heights: dict[tuple[str, int], int] = {}
        self.height = self._metrics.height()

    def width(self, text: str) -> int:
        """Return how wide *text* is on one line."""
        if text not in self._widths:
            _make_room(self._widths)
            self._widths[text] = self._metrics.horizontalAdvance(text)
        return self._widths[text]

    def narrowest(self, text: str) -> int:
        """Return the width of the widest word of *text*, as it breaks between words."""
        if text not in self._narrowest:
            _make_room(self._narrowest)
            box, wrap = QRect(0, 0, 0, _TALL), Qt.TextFlag.TextWordWrap
            self._narrowest[text] = self._metrics.boundingRect(box, wrap, text).width()
        return self._narrowest[text]

    def tall(self, text: str, width: int) -> int:
        """Return how high *text* is when it wraps at *width*; no text has no height."""
        if not text:
            return 0
        key = text, width
        if key not in self._heights:
            _make_room(self._heights)
            box = QRect(0, 0, max(1, width), _TALL)
            wrap = Qt.TextFlag.TextWordWrap
            self._heights[key] = self._metrics.boundingRect(box, wrap, text).height()
        return self._heights[key]


def _make_room(kept: dict[str, int] | dict[tuple[str, int], int]) -> None:
    if len(kept) >= _MOST:
        kept.clear()
