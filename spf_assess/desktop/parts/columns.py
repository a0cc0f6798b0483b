"""Columns side by side where there is room, one below the other where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from spf_assess.desktop.look.style import current


class ColumnsLayout(QLayout):
    """Items in columns of equal height; widths follow *weights*.

    Narrower than *least* pixels (at 100 % text, growing with it) the items stand one
    below the other over the whole width. With one weight for all, leave it out.
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
        self._items: list[QLayoutItem] = []
        self._least, self._weights, self._gap = least, tuple(weights), gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def stacked(self, width: int) -> bool:
        """Whether the items stand one below the other at this width."""
        return width < current().px(self._least)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._set(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return self._outer(QSize(width + self._gap * (len(shown) - 1), height))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        return self._outer(
            QSize(
                max((size.width() for size in sizes), default=0),
                max((size.height() for size in sizes), default=0),
            )
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._set(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _outer(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(
            margins.left() + margins.right(), margins.top() + margins.bottom()
        )

    def _widths(self, width: int) -> list[int]:
        shown = self._shown()
        weights = [
            self._weights[place] if self._weights else 1
            for place, item in enumerate(self._items)
            if not item.isEmpty()
        ]
        free = width - self._gap * (len(shown) - 1)
        return [free * weight // (sum(weights) or 1) for weight in weights]

    def _set(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        shown = self._shown()
        if self.stacked(inside.width()):
            high = self._set_stacked(shown, inside, move=move)
        else:
            high = self._set_beside(shown, inside, move=move)
        return high + margins.top() + margins.bottom()

    def _set_stacked(
        self, shown: list[QLayoutItem], inside: QRect, *, move: bool
    ) -> int:
        y = inside.y()
        for item in shown:
            tall = height_of(item, inside.width())
            if move:
                item.setGeometry(QRect(inside.x(), y, inside.width(), tall))
            y += tall + self._gap
        return y - inside.y() - (self._gap if shown else 0)

    def _set_beside(
        self, shown: list[QLayoutItem], inside: QRect, *, move: bool
    ) -> int:
        widths = self._widths(inside.width())
        high = max(
            (height_of(item, width) for item, width in zip(shown, widths, strict=True)),
            default=0,
        )
        x = inside.x()
        if move:
            for item, width in zip(shown, widths, strict=True):
                item.setGeometry(QRect(x, inside.y(), width, high))
                x += width + self._gap
        return high


def height_of(item: QLayoutItem, width: int) -> int:
    """Return the height an item needs at a width."""
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), item.minimumSize().height())
    return item.sizeHint().height()
