"""Columns side by side where there is room, one below the other where there is not."""

from collections.abc import Sequence
from operator import lt

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.arranging import ArrangingLayout, height_of

_PAIR = 2


class ColumnsLayout(ArrangingLayout):
    """Items in columns of equal height; widths follow *weights*.

    Narrower than *least* pixels (at 100 % text, growing with it), or too narrow for
    the longest word of one of them, the items stand one below the other over the whole
    width; four of them first try two rows of two. With one weight for all, leave it
    out.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        least: int = 900,
        weights: Sequence[int] = (),
        gap: int = 16,
    ) -> None:
        super().__init__(parent)
        self._least, self._weights, self._gap = least, tuple(weights), gap

    def stacked(self, width: int) -> bool:
        """Whether the items stand one below the other at this width."""
        return self._columns(self.shown(), width) == 1

    def wished(self, items: list[QLayoutItem]) -> QSize:
        sizes = [item.sizeHint() for item in items]
        return QSize(
            sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1),
            max((size.height() for size in sizes), default=0),
        )

    def arrange(self, items: list[QLayoutItem], inside: QRect, *, move: bool) -> int:
        columns = self._columns(items, inside.width())
        if columns == 1:
            return self._set_stacked(items, inside, move=move)
        if columns == len(items):
            return self._set_beside(items, inside, move=move)
        return self._set_in_pairs(items, inside, move=move)

    def _columns(self, items: list[QLayoutItem], width: int) -> int:
        """Return in how many columns the items stand at a width."""
        needed = [item.minimumSize().width() for item in items]
        least = current().px(self._least)
        if width >= least and not any(map(lt, self._widths(width), needed)):
            return max(1, len(items))
        half = (width - self._gap) // _PAIR
        pairs = len(items) == _PAIR * _PAIR and not self._weights
        if pairs and width >= least // _PAIR and half >= max(needed):
            return _PAIR
        return 1

    def _widths(self, width: int) -> list[int]:
        weights = [
            self._weights[place] if self._weights else 1
            for place in range(self.count())
            if not self._items[place].isEmpty()
        ]
        free = width - self._gap * (len(weights) - 1)
        return [free * weight // (sum(weights) or 1) for weight in weights]

    def _set_stacked(
        self, items: list[QLayoutItem], inside: QRect, *, move: bool
    ) -> int:
        y = inside.y()
        for item in items:
            high = height_of(item, inside.width())
            if move:
                item.setGeometry(QRect(inside.x(), y, inside.width(), high))
            y += high + self._gap
        return y - inside.y() - (self._gap if items else 0)

    def _set_in_pairs(
        self, items: list[QLayoutItem], inside: QRect, *, move: bool
    ) -> int:
        width = (inside.width() - self._gap) // _PAIR
        y = inside.y()
        for start in range(0, len(items), _PAIR):
            pair = items[start : start + _PAIR]
            high = max(height_of(item, width) for item in pair)
            if move:
                for place, item in enumerate(pair):
                    x = inside.x() + place * (width + self._gap)
                    item.setGeometry(QRect(x, y, width, high))
            y += high + self._gap
        return y - self._gap - inside.y()

    def _set_beside(
        self, items: list[QLayoutItem], inside: QRect, *, move: bool
    ) -> int:
        widths = self._widths(inside.width())
        needed = max(map(height_of, items, widths), default=0)
        if move:
            x, high = inside.x(), max(needed, inside.height())
            for item, width in zip(items, widths, strict=True):
                item.setGeometry(QRect(x, inside.y(), width, high))
                x += width + self._gap
        return needed
