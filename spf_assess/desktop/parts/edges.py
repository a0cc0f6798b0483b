"""A line with something at its beginning and something at its end."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from spf_assess.desktop.parts.columns import height_of


class EdgesLayout(QLayout):
    """Two items: the first at the left, the second at the right.

    Where both do not fit into one line, the second stands below the first.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = 16, line_gap: int = 6
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._set(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in sizes) + self._gap * (len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return self._outer(QSize(width, height))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        return self._outer(
            QSize(
                max((size.width() for size in sizes), default=0),
                max((size.height() for size in sizes), default=0),
            )
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._set(rect, move=True)

    def _outer(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(
            margins.left() + margins.right(), margins.top() + margins.bottom()
        )

    def _set(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        first, second = self._items
        wide = second.sizeHint().width()
        left = inside.width() - wide - self._gap
        fits = first.sizeHint().width() <= left
        if fits:
            high = max(height_of(first, left), height_of(second, wide))
            if move:
                tall = max(high, inside.height())
                first.setGeometry(QRect(inside.x(), inside.y(), left, tall))
                second.setGeometry(
                    QRect(inside.right() - wide + 1, inside.y(), wide, tall)
                )
        else:
            top, foot = (height_of(item, inside.width()) for item in (first, second))
            high = top + self._line_gap + foot
            if move:
                first.setGeometry(QRect(inside.x(), inside.y(), inside.width(), top))
                below = inside.y() + top + self._line_gap
                second.setGeometry(QRect(inside.x(), below, inside.width(), foot))
        return high + margins.top() + margins.bottom()
