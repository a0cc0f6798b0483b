"""Help beside a question: built when it is opened, gone when it is closed."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.pages.guidance_words import Told, parts_of_help
from spf_assess.desktop.pages.terms import explain
from spf_assess.desktop.parts import FlowLayout, Label
from spf_assess.desktop.parts.explained import ExplainedLabel
from spf_assess.desktop.parts.paint import focus_ring
from spf_assess.desktop.parts.running import RunningLabel
from spf_assess.i18n import COLON, Words
from spf_assess.model import Constituency, Guidance

_SIDE, _GAP, _LEFT, _RING = 8, 2, 20, 4


class GuidanceBox(QWidget):
    """Why a question matters, what counts, where it is found, who brings what."""

    def __init__(
        self, guidance: Guidance, me: Constituency, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._guidance, self._me = guidance, me
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_LEFT, 0, 0, 8)
        self._column.setSpacing(_GAP)
        self._pieces: list[Piece] = []
        self._foot = Label(role="small")
        self._foot.setContentsMargins(_SIDE, 4, _SIDE, 0)
        self._column.addWidget(self._foot)

    @property
    def pieces(self) -> tuple["Piece", ...]:
        """What is told, from the top."""
        return tuple(self._pieces)

    def speak(self, words: Words) -> None:
        """Say everything anew; the keyboard stays at the piece it is at."""
        found = list(parts_of_help(words, self._guidance, self._me))
        while len(self._pieces) < len(found):
            piece = Piece(self)
            self._column.insertWidget(len(self._pieces), piece)
            self._pieces.append(piece)
        for piece, told in zip(self._pieces, found, strict=True):
            piece.say(told, words)
        self._foot.say(
            words(
                "“To be verified” marks what rests on general knowledge of the field"
                " and not on a source that was checked."
            )
        )
        self._foot.setVisible(any(told.unsure for told in found))


class Piece(QWidget):
    """A heading with its text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE - _RING, 4, _SIDE - _RING, 2)
        column.setSpacing(1)
        self._head = QWidget(self)
        line = FlowLayout(self._head, gap=9, line_gap=0)
        line.setContentsMargins(_RING, 0, 0, 0)
        self._heading, self._mark = RunningLabel(role="label"), RunningLabel()
        self._mark.become("small")
        line.addWidget(self._heading)
        line.addWidget(self._mark)
        column.addWidget(self._head)
        self._text = Passage()
        column.addWidget(self._text)

    def say(self, told: Told, words: Words) -> None:
        """Say the words anew."""
        self._heading.say(told.heading)
        self._mark.say(words("to be verified") if told.unsure else "")
        self._mark.setVisible(told.unsure)
        text = "\n".join(told.texts)
        self._text.say(text)
        explain(self._text, text, words.language)
        name = f"{told.heading}, {self._mark.said}" if told.unsure else told.heading
        self._text.setAccessibleName(f"{name}{COLON[words.language]}{text}")


class Passage(ExplainedLabel):
    """Words to be read; Tab stops here, so that they scroll into view by keyboard."""

    def __init__(self) -> None:
        super().__init__(role="small_text")
        self.setContentsMargins(_RING, 0, _RING, 2)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            focus_ring(painter, QRectF(self.rect()), 4, current().tokens.focus)
