"""A line with something at its beginning and something at its end."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from spf_assess.desktop.parts.arranging import ArrangingLayout, height_of


class EdgesLayout(ArrangingLayout):
    """Two items: the first at the left, the second at the right.

    Where both do not fit into one line, the second stands below the first. *slack*
    tells how many pixels the first may be narrower than it would like.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        gap: int = 16,
        line_gap: int = 6,
        slack: Callable[[], int] = int,
    ) -> None:
        super().__init__(parent)
        self._gap, self._line_gap, self._slack = gap, line_gap, slack

    def wished(self, items: list[QLayoutItem]) -> QSize:
        sizes = [item.sizeHint() for item in items]
        width = sum(size.width() for size in sizes)
        return QSize(
            width + self._gap * max(0, len(sizes) - 1),
            max((size.height() for size in sizes), default=0),
        )

    def arrange(self, items: list[QLayoutItem], inside: QRect, *, move: bool) -> int:
        left = items[0].sizeHint().width() if items else 0
        right = items[-1].sizeHint().width() if items[1:] else 0
        if left - self._slack() + self._gap + right <= inside.width():
            return self._set_beside(items, inside, right, move=move)
        return self._set_below(items, inside, move=move)

    def _set_beside(
        self, items: list[QLayoutItem], inside: QRect, right: int, *, move: bool
    ) -> int:
        widths = [inside.width() - right - (self._gap if right else 0), right]
        needed = max(map(height_of, items, widths), default=0)
        if move:
            high = max(needed, inside.height())
            starts = (inside.x(), inside.x() + inside.width() - right)
            for item, x, width in zip(items, starts, widths, strict=False):
                item.setGeometry(QRect(x, inside.y(), width, high))
        return needed

    def _set_below(self, items: list[QLayoutItem], inside: QRect, *, move: bool) -> int:
        y = inside.y()
        for item in items:
            high = height_of(item, inside.width())
            if move:
                item.setGeometry(QRect(inside.x(), y, inside.width(), high))
            y += high + self._line_gap
        return y - inside.y() - (self._line_gap if items else 0)
