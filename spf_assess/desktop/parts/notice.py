"""Strips that tell something without stopping anyone: saved, careful, went wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.button import SHAPES, Button
from spf_assess.desktop.parts.label import Label
from spf_assess.desktop.parts.state import State, StateIcon
from spf_assess.desktop.parts.surface import Surface

_ICONS = {"saved": State.DONE, "warn": State.MEND, "error": State.MEND}

_GAP = 10


class Notice(Surface):
    """A strip above a page's content.

    *kind* is ``saved``, ``warn`` or ``error``. With *close* (the button's word) the
    person can put it away; ``closed`` tells when that happened. It is read out when it
    appears.
    """

    closed = Signal()

    def __init__(
        self,
        kind: str,
        text: str = "",
        *,
        close: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("card" if kind == "saved" else "alert", parent)
        self._urgent = kind == "error"
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(StateIcon(_ICONS[kind]))
        self._label = Label(text)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        row.addWidget(self._label, 1)
        self._row = row
        self._close: Button | None = None
        self.say_close(close)

    @property
    def said(self) -> str:
        """The words shown."""
        return self._label.said

    def tell(self, text: str) -> None:
        """Show *text* and have it read out."""
        self._label.say(text)
        self.show()
        announce(self, text, at_once=self._urgent)

    def say_close(self, word: str) -> None:
        """Say the closing button's word anew; without a word there is no button."""
        if self._close is None:
            if not word:
                return
            self._close = Button(role="quiet")
            self._close.clicked.connect(self._put_away)
            self._row.addWidget(self._close)
        self._close.say(word)
        self._close.setVisible(bool(word))

    def add_button(self, button: Button) -> None:
        """Offer something to do about it, before the closing button."""
        self._row.insertWidget(self._row.count() - (self._close is not None), button)

    def _put_away(self) -> None:
        self.hide()
        self.closed.emit()


class ErrorSummary(Surface):
    """What is to be mended, on top of the page, each line a link to its field.

    ``chosen(object)`` brings the key that was given with the line.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("alert", parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 10, 12, 10)
        outer.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(_GAP)
        self._icon, self._title = StateIcon(State.MEND), Label(role="heading")
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        self._below = QWidget()
        self._column = QVBoxLayout(self._below)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        outer.addLayout(head)
        outer.addWidget(self._below)
        self._lines: list[Button] = []
        self.dress()
        self.hide()

    def dress(self) -> None:
        """Let the words of the lines begin under those of the title."""
        left = (
            self._icon.sizeHint().width() + _GAP - current().px(SHAPES["quiet"].pad_x)
        )
        self._below.setContentsMargins(left, 0, 0, 0)

    def tell(self, title: str, lines: Sequence[tuple[str, object]]) -> None:
        """Show *title* (with the count) and the lines; without lines, nothing."""
        self._title.say(title)
        while self._lines:
            line = self._lines.pop()
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for text, key in lines:
            button = Button(text, "quiet")
            button.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._lines.append(button)
        self.setAccessibleName(title)
        self.setVisible(bool(lines))
        if lines:
            announce(self, title)
