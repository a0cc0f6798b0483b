"""Words some of which are explained where the pointer rests on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QToolTip, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.label import Label


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is told of the words from *start* to *end* of a label."""

    start: int
    end: int
    told: str


class ExplainedLabel(Label):
    """A label that explains words on hover, and to those who listen after its name.

    With *marked* the explained words are underlined with dots.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "text",
        *,
        marked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, parent=parent)
        self._marked = marked
        self._explained: tuple[Explanation, ...] = ()

    @property
    def explained(self) -> tuple[Explanation, ...]:
        """What is explained, in the order of the words."""
        return self._explained

    def explain(self, explained: Sequence[Explanation]) -> None:
        """Explain these words of the text that is shown."""
        self._explained = tuple(explained)
        told = dict.fromkeys(one.told for one in explained)
        self.setAccessibleDescription(" ".join(told))
        self.update()

    def told_at(self, x: float, y: float) -> str:
        """Return what is told of the word at a place; empty where nothing is."""
        for one in self._explained:
            if any(box.contains(QPointF(x, y).toPoint()) for box in self.boxes(one)):
                return one.told
        return ""

    def boxes(self, one: Explanation) -> list[QRect]:
        """Return where the words of an explanation stand, a box for each line."""
        found: list[QRect] = []
        layout, top = self._lay_out()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(one.start, line.textStart())
            last = min(one.end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                y = top + line.y()
                found.append(
                    QRect(
                        round(self.contentsRect().x() + left),
                        round(y),
                        round(right - left),
                        round(line.height()),
                    )
                )
        return found

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            told = self.told_at(event.pos().x(), event.pos().y())
            if told:
                # escaped and as a paragraph: then it wraps, and markup is only text
                QToolTip.showText(event.globalPos(), f"<p>{escape(told)}</p>", self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._marked or not self._explained:
            return
        painter = QPainter(self)
        pen = QPen(QColor(current().tokens.control), 1.5)
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        descent = self.fontMetrics().descent()
        for one in self._explained:
            for box in self.boxes(one):
                y = box.bottom() - descent + 3
                painter.drawLine(box.left(), y, box.right(), y)

    def _lay_out(self) -> tuple[QTextLayout, float]:
        """Break the text into lines as Qt does, and say where the first one begins."""
        inside = self.contentsRect()
        layout = QTextLayout(self.said, self.font())
        layout.beginLayout()
        height = 0.0
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(inside.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, inside.y() + max(0.0, (inside.height() - height) / 2)


def _x(found: object) -> float:
    """Return the x of what Qt answers: a number, or a number and the place."""
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
