"""A layout that sets its items in lines, as words are set in a paragraph."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items from left to right, going on in the next line where there is no more room.

    Each item gets its preferred width, or the whole line if that is less, and the
    height it needs there. *gap* and *line_gap* are pixels between items and lines.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = 8, line_gap: int = 6
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._set(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown)
        width += self._gap * max(0, len(shown) - 1)
        height = max((size.height() for size in shown), default=0)
        return QSize(
            width + margins.left() + margins.right(),
            height + margins.top() + margins.bottom(),
        )

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        least = QSize()
        for item in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        return least + QSize(
            margins.left() + margins.right(), margins.top() + margins.bottom()
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._set(rect, move=True)

    def _set(self, rect: QRect, *, move: bool) -> int:
        inside = rect.marginsRemoved(self.contentsMargins())
        if move:  # lines stand in the middle of what is higher than they are
            spare = rect.height() - self._set(rect, move=False)
            inside.translate(0, max(0, spare) // 2)
        line: list[tuple[QLayoutItem, QSize]] = []
        x, y = 0, inside.y()
        for item in self._items:
            if item.isEmpty():
                continue
            size = _size_within(item, inside.width())
            if line and x + size.width() > inside.width():
                y += self._place(line, QPoint(inside.x(), y), move=move)
                y += self._line_gap
                line, x = [], 0
            line.append((item, size))
            x += size.width() + self._gap
        if line:
            y += self._place(line, QPoint(inside.x(), y), move=move)
        return y - rect.y() + self.contentsMargins().bottom()

    def _place(
        self, line: list[tuple[QLayoutItem, QSize]], start: QPoint, *, move: bool
    ) -> int:
        height = max(size.height() for _item, size in line)
        x = start.x()
        for item, size in line:
            if move:
                middle = start.y() + (height - size.height()) // 2
                item.setGeometry(QRect(QPoint(x, middle), size))
            x += size.width() + self._gap
        return height


def _size_within(item: QLayoutItem, width: int) -> QSize:
    size = item.sizeHint()
    taken = min(size.width(), max(1, width))
    if item.hasHeightForWidth():
        return QSize(taken, item.heightForWidth(taken))
    return QSize(taken, size.height())
