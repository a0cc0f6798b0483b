"""What a page is set from: each block knows its height before it is painted."""

from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from spf_assess.desktop.look import current
from spf_assess.desktop.models.projected import Finding
from spf_assess.desktop.parts.chip import paint_chip
from spf_assess.desktop.parts.mark import paint_mark
from spf_assess.desktop.projector.face import Face, tall, wide, write
from spf_assess.model import Constituency

_MARK, _INDENT = 1.25, 1.7
_RESULT = 1.2
_SPLIT = 240  # characters: about four lines


class Block(Protocol):
    """One thing below another."""

    def height(self, face: Face, width: float) -> float:
        """Return how tall it is, the room after it included."""

    def paint(self, painter: QPainter, face: Face, rect: QRectF) -> None:
        """Paint it into *rect*, which has its width and height."""

    def split(self, face: Face, width: float, room: float) -> "tuple[Block, ...]":
        """Return it in two where the first fits into *room*; else as it is."""


class _Whole:
    """A block that is never split."""

    def split(self, _face: Face, _width: float, _room: float) -> "tuple[Block, ...]":
        """Return nothing: it cannot be split."""
        return ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words, with a group's mark or a level's chip before them.

    Attributes:
        times: their size, in running words.
        quoted: somebody's own words, in serif.
        leads: it never stands last on a sheet.
        second: words of second rank.
        after: the room below, in lines.
        letter: in the mark.
    """

    text: str
    times: float = 1.0
    bold: bool = False
    quoted: bool = False
    second: bool = False
    leads: bool = False
    after: float = 0.35
    bench: Constituency | None = None
    letter: str = ""
    chip: int = 0
    indent: bool = False

    def height(self, face: Face, width: float) -> float:
        """Return how tall it is, the room after it included."""
        words = tall(self._font(face), self.text, width - self._left(face))
        least = face.body * _MARK if self.bench or self.chip else 0.0
        return max(words, least) + face.line * self.after

    def paint(self, painter: QPainter, face: Face, rect: QRectF) -> None:
        """Paint the sign, then the words."""
        tokens, side = current().tokens, face.body * _MARK
        box = QRectF(rect.left(), rect.top() + face.body * 0.06, side, side)
        if self.bench is not None:
            paint_mark(painter, box, self.bench, tokens, self.letter)
        elif self.chip:
            paint_chip(painter, box, self.chip, tokens)
        colour = tokens.text2 if self.second else tokens.text
        inner = rect.adjusted(self._left(face), 0, 0, 0)
        write(painter, inner, self.text, self._font(face), colour)

    def split(self, face: Face, width: float, room: float) -> "tuple[Block, ...]":
        """Return as many words as fit, and the rest; short words stay together."""
        if len(self.text) < _SPLIT:
            return ()
        words = self.text.split(" ")
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            head = replace(self, text=" ".join(words[:middle]), after=0)
            if head.height(face, width) <= room:
                low = middle
            else:
                high = middle - 1
        if not 0 < low < len(words):
            return ()
        first = replace(self, text=" ".join(words[:low]), after=0)
        rest = replace(
            self,
            text=" ".join(words[low:]),
            bench=None,
            chip=0,
            indent=bool(self.bench or self.chip or self.indent),
        )
        return (first, rest)

    def _font(self, face: Face) -> QFont:
        return face.font(self.times, bold=self.bold, serif=self.quoted)

    def _left(self, face: Face) -> float:
        signed = self.bench is not None or self.chip or self.indent
        return face.body * _INDENT if signed else 0.0


@dataclass(frozen=True, slots=True)
class Level:
    """A level: its number, its name, and what it means here, in one language or two."""

    number: int
    name: str
    texts: tuple[str, ...]

    def height(self, face: Face, width: float) -> float:
        """Return how tall it is, the room after it included."""
        return sum(one.height(face, width) for one in self._lines())

    def paint(self, painter: QPainter, face: Face, rect: QRectF) -> None:
        """Paint name and description one below the other."""
        top = rect.top()
        for one in self._lines():
            high = one.height(face, rect.width())
            one.paint(painter, face, QRectF(rect.left(), top, rect.width(), high))
            top += high

    def split(self, _face: Face, _width: float, _room: float) -> "tuple[Block, ...]":
        """Return it language by language, where it stands in two."""
        if len(self.texts) == 1:
            return ()
        return tuple(replace(self, texts=(text,)) for text in self.texts)

    def _lines(self) -> tuple[Paragraph, ...]:
        title = self.name.replace("\n", " / ")
        name = Paragraph(title, bold=True, chip=self.number, after=0)
        last = len(self.texts) - 1
        told = (
            Paragraph(text, indent=True, second=place > 0, after=0.5 * (place == last))
            for place, text in enumerate(self.texts)
        )
        return (name, *told)


@dataclass(frozen=True, slots=True)
class Result(_Whole):
    """The rule's words in a box; without them, the room they will take."""

    finding: Finding | None = None

    def height(self, face: Face, width: float) -> float:
        """Return how tall it is: the same before and after it is shown."""
        stacked = self._stacked(face, width)
        return face.line * (_RESULT * (2 if stacked else 1) + 1) + face.body * 0.9

    def paint(self, painter: QPainter, face: Face, rect: QRectF) -> None:
        """Paint the result; at the right the verdicts or the joint level."""
        found, tokens = self.finding, current().tokens
        if found is None:
            return
        box = rect.adjusted(0, 0, 0, -face.body * 0.3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface2))
        painter.drawRoundedRect(box, face.body * 0.2, face.body * 0.2)
        inner = box.adjusted(face.body * 0.6, face.body * 0.25, -face.body * 0.6, 0)
        strong, plain = face.font(_RESULT, bold=True), face.font()
        write(painter, inner, found.result, strong, tokens.text)
        low = inner.translated(QPointF(0, face.line * _RESULT))
        write(painter, low, found.pattern, plain, tokens.text)
        right = Qt.AlignmentFlag.AlignRight
        if self._stacked(face, rect.width()):
            low = low.translated(QPointF(0, face.line))
            write(painter, low, found.verdicts or found.joint, strong, tokens.text)
            return
        write(painter, inner, found.verdicts, strong, tokens.text, right)
        write(painter, low, found.sides or found.joint, plain, tokens.text, right)

    def _stacked(self, face: Face, width: float) -> bool:
        """Whether what stands at the right does not fit there."""
        if self.finding is None:
            return False
        room = width - face.body * 2.2
        strong, plain, found = face.font(_RESULT, bold=True), face.font(), self.finding
        first = wide(strong, found.result) + wide(strong, found.verdicts)
        second = wide(plain, found.pattern) + wide(plain, found.sides or found.joint)
        return max(first, second) > room
