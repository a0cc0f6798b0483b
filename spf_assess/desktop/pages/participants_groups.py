"""Choosing one of the groups, each with its mark; none is chosen in advance."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from spf_assess.desktop.fields.choices import Choices, Option
from spf_assess.desktop.look import current
from spf_assess.desktop.parts import paint_mark
from spf_assess.desktop.parts.paint import focus_ring, rounded
from spf_assess.i18n import Words, constituency_name
from spf_assess.model import Constituency

_PAD, _MARK, _RING, _LEAST = 8, 16, 15, 28


class GroupOption(Option):
    """A line with ring, mark and name; all of it is the target."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.bench = Constituency.GOVERNMENT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_bench(self, bench: Constituency, name: str) -> None:
        """Stand for a group."""
        self.bench = bench
        self.setText(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = current()
        metrics = QFontMetrics(look.font("strong"))
        wide = metrics.horizontalAdvance(self.text()) + look.px(_RING + _MARK + 40)
        return QSize(wide, max(look.px(_LEAST), metrics.height() + look.px(8)))

    def hitButton(self, position: object) -> bool:
        return self.rect().contains(position)  # type: ignore[call-overload,no-any-return]

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look, painter = current(), QPainter(self)
        tokens, box = look.tokens, QRectF(self.rect())
        chosen = self.isChecked()
        fill = tokens.accent_soft if chosen else tokens.surface
        border = tokens.accent if chosen else tokens.control
        rounded(painter, box, 4, fill, border, 2 if chosen else 1)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), 5, tokens.focus)
        middle, x = box.center().y(), look.px(_PAD + 2)
        ring = QRectF(x, middle - look.px(_RING) / 2, look.px(_RING), look.px(_RING))
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(QColor(tokens.accent if chosen else tokens.control))
        painter.drawEllipse(ring)
        if chosen:
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(ring.center(), ring.width() / 4, ring.width() / 4)
        x += look.px(_RING + 8)
        side = look.px(_MARK)
        mark = QRectF(x, middle - side / 2, side, side)
        paint_mark(painter, mark, self.bench, tokens)
        painter.setFont(look.font("strong" if chosen else "text"))
        painter.setPen(QColor(tokens.text))
        words = self.rect().adjusted(x + side + look.px(8), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())


class GroupChoice(QWidget):
    """The groups in the order of the room. ``chosen(value)`` tells of a choice."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._options: dict[str, GroupOption] = {}  # by place, from the top
        for place, _group in enumerate(Constituency):
            option = GroupOption(self)
            column.addWidget(option)
            self._options[str(place)] = option
        self._choices = Choices(self)
        self._choices.add_row(self._options)
        self._choices.picked.connect(self._tell)
        self._choices.erased.connect(lambda: self.chosen.emit(""))
        self.setFocusProxy(self._options["0"])

    @property
    def selected(self) -> Constituency | None:
        """The group chosen; None while none is."""
        if not self._choices.chosen:
            return None
        return self._options[self._choices.chosen].bench

    def clear(self) -> None:
        """Choose none."""
        self._choices.show("")
        self.setFocusProxy(self._options["0"])

    def select(self, bench: Constituency) -> None:
        """Choose a group without telling anyone."""
        for place, option in self._options.items():
            if option.bench is bench:
                self._choices.show(place)
                self.setFocusProxy(option)

    def speak(self, words: Words, order: Sequence[Constituency]) -> None:
        """Say the groups anew in this order; the choice stays."""
        selected = self.selected
        self.setAccessibleName(words("For which group"))
        for option, bench in zip(self._options.values(), order, strict=True):
            option.show_bench(bench, constituency_name(words, bench))
        if selected is not None:
            self._choices.show(str(list(order).index(selected)))

    def _tell(self, place: str) -> None:
        self.setFocusProxy(self._options[place])
        self.chosen.emit(self._options[place].bench.value)
