"""Ranking by buttons and keys; nothing has to be dragged."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from spf_assess.desktop.fields.arrow import Arrow
from spf_assess.desktop.fields.single import SingleField
from spf_assess.desktop.fields.tab_order import follow
from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts import Label
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.chip import numeral_font
from spf_assess.desktop.parts.paint import rounded
from spf_assess.desktop.parts.policy import EXPANDING, MINIMUM, wrapping
from spf_assess.i18n import Words
from spf_assess.model import Answer, Value

_GAP = 6
_PAD_X, _PAD_Y, _NUMBER, _TEXT = 10, 8, 22, 44
_WRAP = Qt.TextFlag.TextWordWrap


class RankField(SingleField):
    """What is ranked stands on top in order, what is not ranked yet below."""

    def add_value(self) -> None:
        self._order: list[str] = []
        self._words: Words | None = None
        self._ranked_label = Label(role="label")
        self._rest_label = Label(role="label")
        self._lines = {choice.name: Line(self) for choice in self.item.choices}
        self.add(self._ranked_label, 4)
        for line in self._lines.values():
            self.add(line, _GAP)
        self.add(self._rest_label, _GAP * 2)
        for name, line in self._lines.items():
            line.moved.connect(lambda step, name=name: self._move(name, step))
            line.put.connect(lambda rank, name=name: self._put(name, rank))
            line.dropped.connect(lambda name=name: self._drop(name))
            line.stepped.connect(lambda step, name=name: self._step(name, step))
        self._settle_order()

    def value(self) -> Value | None:
        return tuple(self._order) or None

    def show_value(self, answer: Answer) -> None:
        value = answer.part(self.part_name).value
        names = value if isinstance(value, tuple) else ()
        self._order = [name for name in names if name in self._lines]
        self._settle_order()

    def speak_value(self, words: Words) -> None:
        self._words = words
        self._ranked_label.say(words("Ranked, the most important first"))
        self._rest_label.say(words("Not ranked yet: click, or press Enter"))
        self._tell_lines()

    def instruction(self, words: Words) -> str:
        return words("Click in order of importance; a number key gives that rank.")

    def first(self) -> QWidget:
        rest = [name for name in self._lines if name not in self._order]
        return self._lines[(rest or self._order)[0]].button

    def press(self, key: str) -> bool:
        for name, line in self._lines.items():
            if key.isdigit() and line.button.hasFocus():
                self._put(name, int(key))
                return True
        return super().press(key)

    def _move(self, name: str, step: int) -> None:
        if name in self._order:
            place = self._order.index(name) + step
            if 0 <= place < len(self._order):
                self._put(name, place + 1)

    def _put(self, name: str, rank: int) -> None:
        """Give a rank, 1 the first; 0 means the next one that is free."""
        if name in self._order and not rank:
            return
        if name in self._order:
            self._order.remove(name)
        place = len(self._order) if not rank else rank - 1
        self._order.insert(max(0, min(place, len(self._order))), name)
        self._changed(name)

    def _drop(self, name: str) -> None:
        if name in self._order:
            self._order.remove(name)
            self._changed(name)

    def _changed(self, name: str) -> None:
        self._settle_order()
        self.say_value()
        announce(self, self._lines[name].button.accessibleName())

    def _step(self, name: str, step: int) -> None:
        names = self._shown_order()
        there = names.index(name) + step
        if 0 <= there < len(names):
            self._lines[names[there]].button.setFocus()

    def _shown_order(self) -> list[str]:
        return self._order + [name for name in self._lines if name not in self._order]

    def _settle_order(self) -> None:
        names = self._shown_order()
        ranked = [self._lines[name] for name in names[: len(self._order)]]
        rest = [self._lines[name] for name in names[len(self._order) :]]
        self._ranked_label.setVisible(bool(ranked))
        self._rest_label.setVisible(bool(rest))
        self.reorder_between([self._ranked_label, *ranked, self._rest_label, *rest])
        self._tell_lines()

    def reorder_between(self, rows: list[QWidget]) -> None:
        """Reorder the value's rows, leaving those before and after where they are."""
        first = min(self.rows.index(row) for row in rows)
        others = [row for row in self.rows if row not in rows]
        self.reorder([*others[:first], *rows, *others[first:]])
        follow(self)

    def _tell_lines(self) -> None:
        if self._words is None:
            return
        labels = {choice.name: choice.label for choice in self.item.choices}
        for name, line in self._lines.items():
            rank = self._order.index(name) + 1 if name in self._order else 0
            line.tell(
                self._words, self._words.text(labels[name]), rank, len(self._order)
            )


class Line(QWidget):
    """One choice: the card, and beside it up, down and out."""

    moved = Signal(int)
    put = Signal(int)
    dropped = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        self.button = RankCard(self)
        self._up, self._down, self._out = Arrow("up"), Arrow("down"), Arrow("out")
        line.addWidget(self.button, 1)
        for arrow in (self._up, self._down, self._out):
            line.addWidget(arrow)
        self.button.clicked.connect(lambda: self.put.emit(0))
        self._up.clicked.connect(lambda: self.moved.emit(-1))
        self._down.clicked.connect(lambda: self.moved.emit(1))
        self._out.clicked.connect(self.dropped)

    def tell(self, words: Words, label: str, rank: int, ranked: int) -> None:
        """Show the choice's words and rank; 0 is not ranked."""
        self.button.tell(label, rank)
        self.button.setAccessibleName(
            words("Rank {rank}: {choice}", rank=rank, choice=label)
            if rank
            else words("Not ranked: {choice}", choice=label)
        )
        self._up.setAccessibleName(words("Move up: {choice}", choice=label))
        self._down.setAccessibleName(words("Move down: {choice}", choice=label))
        self._out.setAccessibleName(
            words("Take out of the ranking: {choice}", choice=label)
        )
        for arrow in (self._up, self._down, self._out):
            arrow.setVisible(bool(rank))
            arrow.setToolTip("")
        self._up.setEnabled(rank > 1)
        self._down.setEnabled(rank < ranked)


class RankCard(QPushButton):
    """A choice that can be ranked: its rank in a box, and its words, which wrap."""

    def __init__(self, line: Line) -> None:
        super().__init__(line)
        self._line = line
        self._label, self._rank = "", 0
        self.setSizePolicy(wrapping(EXPANDING, MINIMUM))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def tell(self, label: str, rank: int) -> None:
        """Show words and rank."""
        self._label, self._rank = label, rank
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(current().px(300), self.heightForWidth(current().px(300)))

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(current().font("text"))
        widest = max(metrics.horizontalAdvance(word) for word in self._label.split(" "))
        return QSize(current().px(_TEXT + _PAD_X) + widest, current().px(_NUMBER))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = current()
        box = QRectF(0, 0, max(1, width - look.px(_TEXT + _PAD_X)), 10_000).toRect()
        words = QFontMetrics(look.font("text")).boundingRect(box, _WRAP, self._label)
        return max(look.px(_NUMBER), words.height()) + 2 * look.px(_PAD_Y)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        moving = event.modifiers() & (
            Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
        )
        if key in steps and moving:
            self._line.moved.emit(steps[key])
        elif key in steps:
            self._line.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._line.dropped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        look, painter = current(), QPainter(self)
        tokens, box = look.tokens, QRectF(self.rect())
        fill = tokens.surface2 if self.underMouse() else tokens.surface
        border, width = (tokens.focus, 3) if self.hasFocus() else (tokens.control, 1)
        rounded(
            painter, box, 5, fill, border, width, dashed=not self._rank and width == 1
        )
        side = look.px(_NUMBER)
        place = QRectF(look.px(_PAD_X), (box.height() - side) / 2, side, side)
        if self._rank:
            rounded(painter, place, 4, tokens.accent_soft, tokens.accent)
            painter.setFont(numeral_font(side * 0.6))
            painter.setPen(QColor(tokens.text))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._rank))
        else:
            rounded(painter, place, 4, None, tokens.control, dashed=True)
        painter.setFont(look.font("text"))
        painter.setPen(QColor(tokens.text))
        left = look.px(_TEXT)
        words = box.adjusted(left, 0, -look.px(_PAD_X), 0)
        flags = _WRAP | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, flags, self._label)
