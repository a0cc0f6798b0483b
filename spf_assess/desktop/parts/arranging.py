"""What our own layouts have in common: a list of items and heights that are kept."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class ArrangingLayout(QLayout):
    """A layout whose height follows from its width.

    A subclass says in ``arrange`` where the shown items go, and in ``wished`` and
    ``least`` how much room they ask for, margins left aside.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._sizes: dict[str, QSize] = {}
        self._arranged = False
        self.setContentsMargins(0, 0, 0, 0)

    def arrange(self, items: list[QLayoutItem], inside: QRect, *, move: bool) -> int:
        """Return the height the items need in *inside*; with *move* put them there."""
        raise NotImplementedError

    def wished(self, items: list[QLayoutItem]) -> QSize:
        """Return the size the items would like to have."""
        raise NotImplementedError

    def least(self, items: list[QLayoutItem]) -> QSize:
        """Return the smallest size: the largest of the items' own."""
        least = QSize(0, 0)
        for item in items:
            least = least.expandedTo(item.minimumSize())
        return least

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def add_layout(self, layout: QLayout) -> None:
        """Let another layout be one of the items; what it lays out stands beside."""
        self.addChildLayout(layout)
        self.addItem(layout)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def invalidate(self) -> None:
        self._heights.clear()
        self._sizes.clear()
        self._arranged = False
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            room = QRect(0, 0, width, 0).marginsRemoved(self.contentsMargins())
            self._heights[width] = self._outer(
                QSize(0, self.arrange(self.shown(), room, move=False))
            ).height()
        return self._heights[width]

    def sizeHint(self) -> QSize:
        if "wished" not in self._sizes:
            self._sizes["wished"] = self._outer(self.wished(self.shown()))
        return self._sizes["wished"]

    def minimumSize(self) -> QSize:
        if "least" not in self._sizes:
            self._sizes["least"] = self._outer(self.least(self.shown()))
        return self._sizes["least"]

    def setGeometry(self, rect: QRect) -> None:
        if self._arranged and rect == self.geometry():
            return  # as Qt's own layouts do: nothing in it has changed
        super().setGeometry(rect)
        inside = rect.marginsRemoved(self.contentsMargins())
        self.arrange(self.shown(), inside, move=True)
        self._arranged = True

    def shown(self) -> list[QLayoutItem]:
        """Return the items that are not hidden."""
        return [item for item in self._items if not item.isEmpty()]

    def _outer(self, size: QSize) -> QSize:
        return size.grownBy(self.contentsMargins())


def height_of(item: QLayoutItem, width: int) -> int:
    """Return the height an item needs at a width."""
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), item.minimumSize().height())
    return item.sizeHint().height()
