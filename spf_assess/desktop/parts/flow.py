"""A layout that sets its items in lines, as words are set in a paragraph."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from spf_assess.desktop.parts.arranging import ArrangingLayout, height_of

Line = list[tuple[QLayoutItem, QSize]]
_NARROWEST = 60  # per cent: more than half, for lines are seldom of equal length


class FlowLayout(ArrangingLayout):
    """Items from left to right, going on in the next line where there is no more room.

    Each item gets its preferred width, or the whole line if that is less, and the
    height it needs there. *gap* and *line_gap* are pixels between items and lines. One
    whose words wrap may give way (``let_give_way``) so that all stay in one line.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = 8, line_gap: int = 6
    ) -> None:
        super().__init__(parent)
        self._gap, self._line_gap = gap, line_gap
        self._yielding = -1
        self._head: QWidget | None = None

    def let_give_way(self, place: int) -> None:
        """Set the item at *place* in two lines or so, where one line has no room."""
        self._yielding = place

    def begin_with(self, head: QWidget) -> None:
        """Give the first line to *head*, which has yet to be added, as their label."""
        self._head = head
        self.addWidget(head)

    def slack(self) -> int:
        """Return by how many pixels the preferred width may be undercut."""
        if self._yielding < 0 or self._items[self._yielding].isEmpty():
            return 0
        wished = self._items[self._yielding].sizeHint().width()
        return wished - wished * _NARROWEST // 100

    def wished(self, items: list[QLayoutItem]) -> QSize:
        if self._head is not None and items and items[0].widget() is self._head:
            head, line = items[0].sizeHint(), self.wished(items[1:])
            width = max(head.width(), line.width())
            high = height_of(items[0], width)
            return QSize(width, high + self._line_gap + line.height())
        sizes = [item.sizeHint() for item in items]
        width = sum(size.width() for size in sizes)
        return QSize(
            width + self._gap * max(0, len(sizes) - 1),
            max((size.height() for size in sizes), default=0),
        )

    def arrange(self, items: list[QLayoutItem], inside: QRect, *, move: bool) -> int:
        lines = self._lines(items, inside.width())
        highs = [max(size.height() for _item, size in line) for line in lines]
        needed = sum(highs) + self._line_gap * max(0, len(lines) - 1)
        if move:  # lines stand in the middle of what is higher than they are
            y = inside.y() + max(0, inside.height() - needed) // 2
            for line, high in zip(lines, highs, strict=True):
                self._place(line, QPoint(inside.x(), y), high)
                y += high + self._line_gap
        return needed

    def _lines(self, items: list[QLayoutItem], width: int) -> list[Line]:
        lines: list[Line] = []
        x = width + 1
        missing = self.wished(items).width() - width
        for item in items:
            if self._head is not None and item.widget() is self._head:
                lines.append([(item, QSize(width, height_of(item, width)))])
                continue
            size = _size_within(item, width)
            if 0 < missing <= self.slack() and item is self._items[self._yielding]:
                size.setWidth(size.width() - self.slack())  # lines of equal length
                size.setHeight(height_of(item, size.width()))
            if x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self._gap
        return lines

    def _place(self, line: Line, start: QPoint, high: int) -> None:
        x = start.x()
        for item, size in line:
            middle = start.y() + (high - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, middle), size))
            x += size.width() + self._gap


def _size_within(item: QLayoutItem, width: int) -> QSize:
    taken = min(item.sizeHint().width(), max(1, width))
    return QSize(taken, height_of(item, taken))


def slack_of(widget: QWidget) -> int:
    """Return by how many pixels *widget* may be narrower than its lines would like.

    It asks for the layout each time: a layout that is kept outlives its widget.
    """
    layout = widget.layout()
    return layout.slack() if isinstance(layout, FlowLayout) else 0
