"""The list of answers: as high as its lines, so that it scrolls with its page."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.models.check import CheckModel
from spf_assess.desktop.pages.check_lines import CheckDelegate, columns
from spf_assess.desktop.pages.line_list import LineList
from spf_assess.desktop.parts.policy import EXPANDING, FIXED, MINIMUM, wrapping
from spf_assess.i18n import Words

_HEAD = 34


class CheckList(LineList):
    """A click on a link, a double click or Enter opens the question.

    Signals: ``chosen(row)``, ``stands(QRect)``: the keyboard is on a line there.
    """

    chosen = Signal(int)
    stands = Signal(QRect)

    def __init__(self, model: CheckModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = CheckDelegate(self)
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # not fixed: the greatest height would then be that of the width before
        self.setSizePolicy(wrapping(EXPANDING, MINIMUM))
        model.modelReset.connect(self._forget)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = range(self._lines.rowCount())
        lines = [self._lines.line(row) for row in rows]
        return sum(self._delegate.height(line, width) for line in lines if line) + 1

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(400, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 40)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._on_link(event.position().toPoint()):
            index = self.indexAt(event.position().toPoint())
            self.chosen.emit(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.chosen.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape
        on_link = self._on_link(event.position().toPoint())
        self.viewport().setCursor(
            shape.PointingHandCursor if on_link else shape.ArrowCursor
        )

    def open_line(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    def currentChanged(self, now: QModelIndex, before: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(now, before)
        if now.isValid():
            self.stands.emit(self.visualRect(now))

    def _forget(self) -> None:
        self._delegate.forget()
        self.updateGeometry()

    def _on_link(self, point: QPoint) -> bool:
        index = self.indexAt(point)
        line = self._lines.line(index.row()) if index.isValid() else None
        if line is None or not line.item:
            return False
        link = self._delegate.link(line, self.visualRect(index))
        return link.adjusted(-6, -4, 6, 4).contains(point)


class CheckHead(QWidget):
    """The names of the columns; gone where lines are stacked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self.setSizePolicy(wrapping(EXPANDING, FIXED))

    def speak(self, words: Words) -> None:
        """Say the words anew."""
        self._names = [
            words("Question"),
            words("In law"),
            words("In practice"),
            words("Evidence"),
        ]
        self.setAccessibleName(", ".join(self._names))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, current().px(_HEAD))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 0 if columns(width).stacked else current().px(_HEAD)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        look, painter = current(), QPainter(self)
        place = columns(self.width())
        if place.stacked:
            return
        painter.fillRect(self.rect(), QColor(look.tokens.surface2))
        line = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, QColor(look.tokens.control))
        painter.setFont(look.font("label"))
        painter.setPen(QColor(look.tokens.text2))
        rects = [place.title, place.law, place.practice, place.evidence]
        rects[0] = rects[0].adjusted(-place.number, 0, 0, 0)
        for name, rect in zip(self._names, rects, strict=True):
            box = QRect(rect.left(), 0, rect.width(), self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
