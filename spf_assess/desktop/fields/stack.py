"""A named group whose parts stand one below the other."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QWidget

from spf_assess.desktop.parts.policy import MINIMUM, PREFERRED, wrapping

_WIDE = 340
_CORNER_GAP = 8
_LAYOUT = QEvent.Type.LayoutRequest
# Rows that are laid out and about to be shown. Nothing is said anew meanwhile: what was
# measured holds, though Qt would not tell of a change.
_coming: set[QWidget] = set()


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
        self._corner_size: Callable[[], QSize] | None = None
        self._foot = 0
        self._heights: dict[int, list[int]] = {}
        self._totals: dict[int, int] = {}
        self._least = -1
        self._placed_at = -1  # the width at which the rows were set before being shown
        self.setSizePolicy(wrapping(PREFERRED, MINIMUM))

    @property
    def rows(self) -> tuple[QWidget, ...]:
        """The rows, from the top."""
        return tuple(self._rows)

    @property
    def gaps(self) -> tuple[int, ...]:
        """The pixels kept free above each row that is shown."""
        return tuple(self._gaps)

    def add(self, row: QWidget, gap: int = 0) -> None:
        """Put *row* below the others, *gap* pixels under the last one."""
        self._take(row)
        self._rows.append(row)
        self._gaps.append(gap)

    @property
    def in_order(self) -> tuple[QWidget, ...]:
        """What stands in it, in the order in which Tab goes through it."""
        corner = () if self._corner is None else (self._corner,)
        return (*self._rows, *corner)

    def leave_below(self, gap: int) -> None:
        """Keep *gap* pixels free below the last row."""
        self._foot = gap

    def put_in_corner(self, widget: QWidget) -> None:
        """Put *widget* at the right end of the first row; Tab comes to it last."""
        widget.setParent(self)
        self._corner, self._corner_size = widget, widget.sizeHint
        self._place()

    def keep_corner(self, size: Callable[[], QSize]) -> None:
        """Keep room of a size at the right end of the first row for what may come."""
        self._corner_size = size

    def insert(self, index: int, row: QWidget, gap: int = 0) -> None:
        """Put *row* at a place among the others."""
        self._take(row)
        self._rows.insert(index, row)
        self._gaps.insert(index, gap)
        for below in self.in_order[index:]:
            below.raise_()  # read out in the order in which it is seen
        self._renew()

    def show_more(self, rows: Sequence[tuple[int, QWidget, int]]) -> None:
        """Put several rows at their places, with the gaps above them, and show them.

        They are measured and laid out once, all together and before they are shown;
        ``insert`` lays out at every row, and Qt at everything that comes into view.
        """
        for index, row, gap in rows:
            self._take(row)
            self._rows.insert(index, row)
            self._gaps.insert(index, gap)
        lowest = min((index for index, _row, _gap in rows), default=len(self._rows))
        for below in self.in_order[lowest:]:
            below.raise_()  # read out in the order in which it is seen
        self._forget()
        if self.isVisible():
            # a button that is dressed after it is shown has all around it laid out anew
            QCoreApplication.sendPostedEvents(None, QEvent.Type.PolishRequest)
            _coming.update(row for _index, row, _gap in rows)
        try:
            self._place()
            for _index, row, _gap in rows:
                row.show()
        finally:
            _coming.clear()
        self.updateGeometry()

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

    def own_heights(self, width: int) -> list[int]:
        """Return what each row needs by itself at a width; 0 when it is hidden.

        Asking is dear and done over and over while Qt lays things out, so answers are
        remembered until a row says that its size changed. It says so only while the
        group is seen; before that, nothing is remembered.
        """
        if width not in self._heights:
            heights = [
                self._own_height(index, width) for index in range(len(self._rows))
            ]
            if not (_coming or self.isVisible()):
                return heights
            self._heights[width] = heights
        return self._heights[width]

    def sizeHint(self) -> QSize:
        # the height follows from the width, and whoever lays it out asks for that
        return QSize(max(_WIDE, self.minimumSizeHint().width()), 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least_width(), 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = sum(gap + height for gap, height in self._shared_heights(width))
        self._totals[width] = rows + self._foot
        return rows + self._foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not (_coming and self._placed_at == self.width()):
            self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._placed_at = -1
        if _coming:
            return  # it was measured and laid out a moment ago
        self._forget()
        # not now: whoever it stands in has yet to give it its width
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._forget()

    def event(self, event: QEvent) -> bool:
        if event.type() == _LAYOUT:
            self._lay_out_again()
        return super().event(event)

    def _lay_out_again(self) -> None:
        """Lay out again, and tell those around only if it needs another size."""
        width = self.width()
        height, least = self._totals.get(width, -1), self._least
        self._forget()
        if height != self.heightForWidth(width) or least != self._least_width():
            self.updateGeometry()
        for peer in self._peers:
            peer._place()  # noqa: SLF001 - one of its own kind

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing: the group is told, not framed."""

    def _least_width(self) -> int:
        if self._least >= 0 and (_coming or self.isVisible()):
            return self._least
        width = max((_least_width(row) for row in self._shown()), default=0)
        if self._corner_size is not None and self._rows:
            beside = _least_width(self._rows[0]) + self._corner_room(0)
            width = max(width, beside)
        self._least = width
        return width

    def _forget(self) -> None:
        self._heights.clear()
        self._totals.clear()
        self._least = -1

    def _take(self, row: QWidget) -> None:
        row.setParent(self)
        # or Qt, showing it, would first measure it for a size nobody wants
        row.setAttribute(Qt.WidgetAttribute.WA_Resized)
        if not row.isHidden():
            row.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)

    def _renew(self) -> None:
        self._forget()
        self.updateGeometry()
        self._place()

    def _own_height(self, index: int, width: int) -> int:
        row = self._rows[index]
        if not _is_shown(row):
            return 0
        width -= self._corner_room(index)
        wraps = row.hasHeightForWidth()
        height = row.heightForWidth(width) if wraps else row.sizeHint().height()
        if index == 0 and self._corner_size is not None:
            # the words stand beside what is in the corner, and nothing right below it
            height = max(height, self._corner_size().height())
        return height

    def _shown(self) -> list[QWidget]:
        return [row for row in self._rows if _is_shown(row)]

    def _shared_heights(self, width: int) -> list[tuple[int, int]]:
        """Return gap and height of every row, shared with the peers."""
        if len(self._peers) == 1:
            heights = self.own_heights(width)
            return [
                (gap if height else 0, height)
                for gap, height in zip(self._gaps, heights, strict=True)
            ]
        own = [peer.own_heights(width) for peer in self._peers]
        found = []
        for index, gap in enumerate(self._gaps):
            height = max(heights[index] for heights in own if index < len(heights))
            found.append((gap if height else 0, height))
        return found

    def _place(self) -> None:
        if _coming or self.isVisible():
            self._set_rows()

    def _set_rows(self) -> None:
        y, width = 0, self.width()
        self._placed_at = width
        own = self.own_heights(width)
        for index, (gap, height) in enumerate(self._shared_heights(width)):
            y += gap
            row = self._rows[index]
            # cards fill a shared row, everything else stands at its top
            tall = height if isinstance(row, QAbstractButton) else own[index]
            row.setGeometry(0, y, width - self._corner_room(index), tall)
            if _coming and not row.isVisible():
                _lay_out_unseen(row)
            y += height
        if self._corner is not None:
            size = self._corner.sizeHint()
            place = QPoint(width - size.width(), 0)
            self._corner.setGeometry(QRect(place, size))

    def _corner_room(self, index: int) -> int:
        if index or self._corner_size is None:
            return 0
        return self._corner_size().width() + _CORNER_GAP


def _is_shown(row: QWidget) -> bool:
    return not row.isHidden() or row in _coming


def _lay_out_unseen(row: QWidget) -> None:
    """Lay out what stands in *row* before it is shown: then showing asks for nothing.

    Qt would do it while it shows the row, and tell every group around of new sizes.
    """
    layout = row.layout()
    if isinstance(row, Stack):
        row._set_rows()  # noqa: SLF001 - one of its own kind
    elif layout is not None:
        layout.activate()
        within = [child for child in row.children() if isinstance(child, QWidget)]
        for child in within:
            if not child.isHidden():
                child.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
                _lay_out_unseen(child)
        if any(child.layout() is not None for child in within):
            layout.activate()  # they told it that they were laid out


def _least_width(row: QWidget) -> int:
    return max(row.minimumSizeHint().width(), row.minimumWidth())
