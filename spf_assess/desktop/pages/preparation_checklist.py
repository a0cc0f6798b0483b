"""What is not ready yet, beside the fields in which it is mended."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.consultation.checklist import Point, Weight
from spf_assess.desktop.pages.preparation_card import flow
from spf_assess.desktop.parts import Button, Label, State, StateIcon, Surface
from spf_assess.i18n import Words
from spf_assess.i18n.checklist import point_text

_STATES = {
    Weight.MUST: State.MEND,
    Weight.SHOULD: State.TODO,
    Weight.NOTE: State.NOT_ASKED,
}


class Checklist(Surface):
    """The open points, what holds up the start first.

    ``chosen(area)`` asks to go where a point is mended.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("card")
        self._points: tuple[Point, ...] = ()
        self._lines: list[QWidget] = []
        self._words: Words | None = None
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(8)
        self._heading, self._state = Label(role="heading"), Label(role="small")
        column.addWidget(self._heading)
        column.addWidget(self._state)
        self._box = QVBoxLayout()
        self._box.setSpacing(8)
        column.addLayout(self._box)
        column.addStretch(1)

    @property
    def points(self) -> tuple[Point, ...]:
        """What is shown."""
        return self._points

    def speak(self, words: Words) -> None:
        """Say everything anew."""
        self._words = words
        self._heading.say(words("Not ready yet"))
        self._say(words)

    def show_points(self, points: Sequence[Point]) -> None:
        """Show these open points."""
        if tuple(points) == self._points or self._words is None:
            return
        self._points = tuple(points)
        self._say(self._words)

    def _say(self, words: Words) -> None:
        while self._lines:
            line = self._lines.pop()
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        must = any(one.weight is Weight.MUST for one in self._points)
        self._state.say(
            words("Everything is ready.")
            if not self._points
            else words("What is marked must be mended before the start.")
            if must
            else words("The start can come all the same.")
        )
        for point in self._points:
            line = _PointLine(point, words)
            line.go.clicked.connect(
                lambda _on=False, area=point.area.value: self.chosen.emit(area)
            )
            self._box.addWidget(line)
            self._lines.append(line)


class _PointLine(QWidget):
    def __init__(self, point: Point, words: Words) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(StateIcon(_STATES[point.weight]), 0, Qt.AlignmentFlag.AlignTop)
        self.go = Button(point_text(words, point), "link")
        row.addWidget(flow(self.go), 1)
