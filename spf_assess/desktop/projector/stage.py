"""The stage: one page painted as large as the wall allows (R-602)."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from spf_assess.desktop.look import current
from spf_assess.desktop.models.projected import Leaf
from spf_assess.desktop.parts import Label, paint_mark
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.projector.face import Face, tall, wide, write
from spf_assess.desktop.projector.setting import Set, set_page
from spf_assess.i18n import Words, constituency_letter
from spf_assess.model import Constituency

_MARGIN = 0.05  # of the width
_BLACK = "#000000"


class Stage(Label):
    """Paints one leaf; black while it is blanked. Whoever listens hears it in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._leaf: Leaf | None = None
        self._words: Words | None = None
        self._blank = False
        self._sheet = 0
        self._time = ""
        self._set: tuple[object, Set] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def blank(self) -> bool:
        """Whether nothing is shown for a while."""
        return self._blank

    def show_leaf(self, words: Words, leaf: Leaf, sheet: int = 0) -> None:
        """Show a sheet of a page, and have it read out if it is another one."""
        self._leaf, self._words, self._sheet = leaf, words, sheet
        self._blank = False
        self._tell(leaf.spoken(words))
        self.update()

    def show_blank(self, words: Words) -> None:
        """Make the wall black."""
        self._blank = True
        self._tell(words("The screen is black."))
        self.update()

    def show_time(self, text: str) -> None:
        """Show how long the talk has been going on; nothing where it is empty."""
        if text != self._time:
            self._time = text
            self.update()

    def sheets(self, words: Words, leaf: Leaf) -> int:
        """Return on how many sheets a page stands at this size."""
        return len(self.setting(words, leaf).sheets)

    def setting(self, words: Words, leaf: Leaf) -> Set:
        """Return a page as it is set at this size."""
        key = (words.language, leaf, self.width(), self.height())
        if self._set is None or self._set[0] != key:
            width, top = self._width, self._top(leaf)
            room = self._foot - top
            self._set = (key, set_page(words, leaf, self.height(), width, room))
        return self._set[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, tokens = QPainter(self), current().tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._blank or self._leaf is None or self._words is None:
            painter.fillRect(self.rect(), QColor(_BLACK))
            return
        painter.fillRect(self.rect(), QColor(tokens.surface))
        self._paint_head(painter, self._leaf)
        self._paint_blocks(painter, self._words, self._leaf)
        self._paint_foot(painter, self._leaf, self._words)

    # -- inside -------------------------------------------------------------------

    def _tell(self, text: str) -> None:
        if text != self.accessibleName():
            self.setAccessibleName(text)
            if self.isVisible():
                announce(self, text, at_once=True)

    @property
    def _face(self) -> Face:
        """The smallest words: those of head and foot."""
        return Face(self.height())

    @property
    def _side(self) -> float:
        return self.width() * _MARGIN

    @property
    def _width(self) -> float:
        return self.width() - 2 * self._side

    @property
    def _foot(self) -> float:
        """Where the line above the foot is."""
        return self.height() - self._face.body * 2.5

    def _head(self, leaf: Leaf) -> tuple[float, bool]:
        """Return how tall the head is, and whether the corner stands in it."""
        face = self._face
        font, corner = face.font(bold=True), wide(face.font(), leaf.corner)
        if wide(font, leaf.heading) + corner + face.body <= self._width:
            return face.line, True
        return tall(font, leaf.heading, self._width) + face.line, False

    def _top(self, leaf: Leaf) -> float:
        """Return where the blocks begin."""
        face = self._face
        return face.body * 0.7 + self._head(leaf)[0] + face.body * 0.35

    def _paint_head(self, painter: QPainter, leaf: Leaf) -> None:
        face, colour = self._face, current().tokens.text2
        high, beside = self._head(leaf)
        rect = QRectF(self._side, face.body * 0.7, self._width, high)
        write(painter, rect, leaf.heading, face.font(bold=True), colour)
        if beside:
            right = Qt.AlignmentFlag.AlignRight
            write(painter, rect, leaf.corner, face.font(), colour, right)
            return
        rect.setTop(rect.bottom() - face.line)
        write(painter, rect, leaf.corner, face.font(), colour)

    def _paint_blocks(self, painter: QPainter, words: Words, leaf: Leaf) -> None:
        found = self.setting(words, leaf)
        blocks = found.sheets[min(self._sheet, len(found.sheets) - 1)]
        face, top = found.face, self._top(leaf)
        heights = [one.height(face, self._width) for one in blocks]
        left = max(0.0, self._foot - top - sum(heights))
        gap = min(left / (len(blocks) + 1), face.line * 0.8)
        for block, high in zip(blocks, heights, strict=True):
            block.paint(painter, face, QRectF(self._side, top, self._width, high))
            top += high + gap

    def _paint_foot(self, painter: QPainter, leaf: Leaf, words: Words) -> None:
        tokens, face, y = current().tokens, self._face, self._foot
        painter.setPen(QPen(QColor(tokens.line), max(1.0, face.body / 24)))
        edge = self._side + self._width
        painter.drawLine(QPointF(self._side, y), QPointF(edge, y))
        row = QRectF(self._side, y + face.body * 0.5, self._width, face.body * 1.4)
        time = wide(face.font(bold=True), self._time)
        right = Qt.AlignmentFlag.AlignRight
        write(painter, row, self._time, face.font(bold=True), tokens.text, right)
        row.setRight(row.right() - time - face.body * 0.5)
        self._paint_speaking(painter, row, leaf, words)

    def _paint_speaking(
        self, painter: QPainter, row: QRectF, leaf: Leaf, words: Words
    ) -> None:
        """Write who speaks first, second, third; the first in heavier letters."""
        tokens, face = current().tokens, self._face
        mark, gap = face.body * 1.3, face.body * 0.7
        tongues = [one for one, _page in leaf.tongues] or [words]
        lead = " / ".join(dict.fromkeys(one("Speaking:") for one in tongues))
        x = row.left()
        strong, plain = face.font(bold=True), face.font()
        speaking = [(bench, name.replace("\n", " / ")) for bench, name in leaf.speaking]
        if _long(speaking, strong, mark, gap) > row.width():  # one language must do
            speaking = [(bench, name.split("\n")[0]) for bench, name in leaf.speaking]
        names = _long(speaking, strong, mark, gap)
        if wide(plain, lead) + gap + names <= row.width():
            write(painter, row, lead, plain, tokens.text2)
            x += wide(plain, lead) + gap
        for place, (bench, name) in enumerate(speaking):
            box = QRectF(x, row.top(), mark, mark)
            paint_mark(painter, box, bench, tokens, constituency_letter(words, bench))
            x += mark + gap * 0.4
            font = plain if place else strong
            where = QRectF(x, row.top(), wide(font, name) + 2, row.height())
            write(painter, where, name, font, tokens.text)
            x += wide(font, name) + gap


def _long(
    speaking: list[tuple[Constituency, str]], font: QFont, mark: float, gap: float
) -> float:
    return sum(mark + gap * 1.4 + wide(font, name) for _bench, name in speaking)
