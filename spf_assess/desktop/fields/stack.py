"""A named group whose parts stand one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

_WIDE = 340
_CORNER_GAP = 8


class Stack(QGroupBox):
    """Rows of full width, each as high as it needs to be.

    To screen readers it is a group with a name; it draws nothing. Groups side by side
    can share their rows (``align``), so that level 3 stands beside level 3. There is no
    Qt layout in it: a group box forces a frame's margins upon one, and rows shared
    between two groups are more than a layout knows of.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._gaps: list[int] = []
        self._peers: tuple[Stack, ...] = (self,)
        self._corner: QWidget | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def rows(self) -> tuple[QWidget, ...]:
        """The rows, from the top."""
        return tuple(self._rows)

    def add(self, row: QWidget, gap: int = 0) -> None:
        """Put *row* below the others, *gap* pixels under the last one."""
        row.setParent(self)
        self._rows.append(row)
        self._gaps.append(gap)

    @property
    def in_order(self) -> tuple[QWidget, ...]:
        """What stands in it, in the order in which Tab goes through it."""
        corner = () if self._corner is None else (self._corner,)
        return (*self._rows, *corner)

    def put_in_corner(self, widget: QWidget) -> None:
        """Put *widget* at the right end of the first row; Tab comes to it last."""
        widget.setParent(self)
        self._corner = widget

    def insert(self, index: int, row: QWidget, gap: int = 0) -> None:
        """Put *row* at a place among the others."""
        row.setParent(self)
        self._rows.insert(index, row)
        self._gaps.insert(index, gap)
        for below in self.in_order[index:]:
            below.raise_()  # read out in the order in which it is seen
        self._renew()

    def remove(self, row: QWidget) -> None:
        """Take *row* out; it is the caller's then."""
        index = self._rows.index(row)
        del self._rows[index], self._gaps[index]
        self._renew()

    def set_gap(self, row: QWidget, gap: int) -> None:
        """Keep another distance above *row*."""
        self._gaps[self._rows.index(row)] = gap

    def reorder(self, rows: Sequence[QWidget]) -> None:
        """Let the same rows stand in another order."""
        gap_of = dict(zip(map(id, self._rows), self._gaps, strict=True))
        self._gaps = [gap_of[id(row)] for row in rows]
        self._rows = list(rows)
        for row in self.in_order:
            row.raise_()
        self._renew()

    def align(self, peers: Sequence["Stack"]) -> None:
        """Share row heights with *peers* (itself among them); alone, with none."""
        self._peers = tuple(peers) or (self,)
        self._renew()

    def row_height(self, index: int, width: int) -> int:
        """Return what one row needs by itself at a width; 0 when it is hidden."""
        if index >= len(self._rows) or self._rows[index].isHidden():
            return 0
        row = self._rows[index]
        width -= self._corner_room(index)
        if row.hasHeightForWidth():
            return row.heightForWidth(width)
        return row.sizeHint().height()

    def sizeHint(self) -> QSize:
        width = max((row.sizeHint().width() for row in self._shown()), default=_WIDE)
        width = max(_WIDE, min(width, 2 * _WIDE))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = max((_least_width(row) for row in self._shown()), default=0)
        if self._corner is not None and self._rows:
            beside = _least_width(self._rows[0]) + self._corner_room(0)
            width = max(width, beside)
        return QSize(width, 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(gap + height for gap, height in self._heights(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            for peer in self._peers:
                peer.updateGeometry()
                peer._place()  # noqa: SLF001 - one of its own kind
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing: the group is told, not framed."""

    def _renew(self) -> None:
        self.updateGeometry()
        self._place()

    def _shown(self) -> list[QWidget]:
        return [row for row in self._rows if not row.isHidden()]

    def _heights(self, width: int) -> list[tuple[int, int]]:
        """Return gap and height of every row, shared with the peers."""
        found = []
        for index, gap in enumerate(self._gaps):
            height = max(peer.row_height(index, width) for peer in self._peers)
            found.append((gap if height else 0, height))
        return found

    def _place(self) -> None:
        y, width = 0, self.width()
        for index, (gap, height) in enumerate(self._heights(width)):
            y += gap
            room = width - self._corner_room(index)
            self._rows[index].setGeometry(QRect(0, y, room, height))
            y += height
        if self._corner is not None:
            size = self._corner.sizeHint()
            place = QPoint(width - size.width(), 0)
            self._corner.setGeometry(QRect(place, size))

    def _corner_room(self, index: int) -> int:
        if index or self._corner is None:
            return 0
        return self._corner.sizeHint().width() + _CORNER_GAP


def _least_width(row: QWidget) -> int:
    return max(row.minimumSizeHint().width(), row.minimumWidth())
