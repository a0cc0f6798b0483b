"""The range strip: where the benches stand between levels 1 and 4."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.look.tokens import Tokens
from spf_assess.desktop.parts.mark import paint_mark
from spf_assess.model.constituency import BENCHES, Constituency
from spf_assess.model.results import Comparison

_LEVELS = (1, 2, 3, 4)
_MIDDLE = 2.5
_MARK = 14.0
_GAP = 0.5


def paint_strip(
    painter: QPainter,
    rect: QRectF,
    comparison: Comparison,
    tokens: Tokens,
    order: Sequence[Constituency] = BENCHES,
) -> None:
    """Draw ticks at 1 to 4, a dashed one at 2.5, the range and the marks on it.

    Marks on one level stand side by side in *order*, centred on the tick. A bench
    without a level is not drawn.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mark = min(_MARK * current().scale, rect.height() - 4)
    _ticks(painter, rect, tokens, mark)
    levels = {
        position.constituency: position.level
        for position in comparison.positions
        if position.level is not None
    }
    if levels:
        left = level_x(rect, min(levels.values()), mark)
        right = level_x(rect, max(levels.values()), mark)
        bar = max(3.0, mark * 0.28)
        middle = rect.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.control))
        painter.drawRect(QRectF(left, middle - bar / 2, right - left, bar))
    for constituency, box in mark_boxes(rect, levels, mark, order).items():
        paint_mark(painter, box, constituency, tokens)
    painter.restore()


def level_x(rect: QRectF, level: float, mark: float = _MARK) -> float:
    """Return where a level lies; three marks at 1 or 4 still fit into *rect*."""
    inset = (mark + _GAP) * len(BENCHES) / 2
    return rect.left() + inset + (level - 1) / 3 * (rect.width() - 2 * inset)


def mark_boxes(
    rect: QRectF,
    levels: Mapping[Constituency, float],
    mark: float,
    order: Sequence[Constituency] = BENCHES,
) -> dict[Constituency, QRectF]:
    """Return where each mark goes; on one level they stand side by side in *order*."""
    standing: dict[float, list[Constituency]] = defaultdict(list)
    for constituency in order:
        if constituency in levels:
            standing[levels[constituency]].append(constituency)
    boxes = {}
    step, top = mark + _GAP, rect.center().y() - mark / 2
    for level, together in standing.items():
        left = level_x(rect, level, mark) - step * len(together) / 2 + _GAP / 2
        for place, constituency in enumerate(together):
            boxes[constituency] = QRectF(left + step * place, top, mark, mark)
    return boxes


def _ticks(painter: QPainter, rect: QRectF, tokens: Tokens, mark: float) -> None:
    painter.setPen(QPen(QColor(tokens.line), 1))
    top, foot = rect.top() + 3, rect.bottom() - 3
    for level in _LEVELS:
        x = round(level_x(rect, level, mark)) + 0.5
        painter.drawLine(QPointF(x, top), QPointF(x, foot))
    pen = QPen(QColor(tokens.control), 1)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    x = round(level_x(rect, _MIDDLE, mark)) + 0.5
    painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))


class RangeStrip(QWidget):
    """A strip of its own; *name* says in words what it draws."""

    def __init__(
        self,
        comparison: Comparison,
        name: str = "",
        *,
        order: Sequence[Constituency] = BENCHES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._comparison, self._order = comparison, tuple(order)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_comparison(self, comparison: Comparison, name: str = "") -> None:
        """Show another comparison."""
        self._comparison = comparison
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        look = current()
        return QSize(look.px(170), look.px(24))

    def minimumSizeHint(self) -> QSize:
        look = current()
        return QSize(look.px(110), look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_strip(painter, box, self._comparison, current().tokens, self._order)
