"""The tabs of the facilitator's page: plain words, the current one underlined."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from spf_assess.desktop.look import current
from spf_assess.desktop.parts.paint import focus_ring

_PAD, _HEIGHT, _BAR, _SCROLLER = 14, 38, 3, 24


class Tabs(QTabBar):
    """Qt's own tabs to the keyboard and to screen readers, drawn here."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for _place in range(count):
            self.addTab("")

    def say(
        self, texts: list[str], name: str, further: tuple[str, str] = ("", "")
    ) -> None:
        """Say the tabs' words anew; *further* names the buttons that move them."""
        for button, said in zip(self.findChildren(QToolButton), further, strict=False):
            button.setAccessibleName(said)
        self.setAccessibleName(name)
        for place, text in enumerate(texts):
            self.setTabText(place, text.replace("&", "&&"))
            self.setAccessibleTabName(place, text)
        self.updateGeometry()

    def tabSizeHint(self, index: int) -> QSize:
        look = current()
        metrics = QFontMetrics(look.font("strong"))
        words = metrics.horizontalAdvance(self._said(index))
        tall = max(look.px(_HEIGHT), metrics.height() + look.px(12))
        return QSize(words + 2 * look.px(_PAD), tall)

    def tabLayoutChange(self) -> None:
        super().tabLayoutChange()
        self._widen_scrollers()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen_scrollers()

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look, painter = current(), QPainter(self)
        tokens = look.tokens
        for place in range(self.count()):
            rect = self.tabRect(place)
            chosen = place == self.currentIndex()
            painter.setFont(look.font("strong" if chosen else "text"))
            painter.setPen(QColor(tokens.text if chosen else tokens.text2))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._said(place))
            if chosen:
                thick = look.px(_BAR)
                foot = rect.bottom() + 1 - thick
                pad = look.px(_PAD) - 4
                bar = QRect(rect.left() + pad, foot, rect.width() - 2 * pad, thick)
                painter.fillRect(bar, QColor(tokens.accent))
                if self.hasFocus():
                    ring = QRectF(rect).adjusted(2, 3, -2, -4)
                    focus_ring(painter, ring, 4, tokens.focus)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def _widen_scrollers(self) -> None:
        """Where the tabs do not fit two buttons move them: large enough to be hit."""
        right = self.width()
        for button in reversed(self.findChildren(QToolButton)):
            right -= _SCROLLER
            button.setGeometry(right, 0, _SCROLLER, self.height())

    def _said(self, place: int) -> str:
        return self.tabText(place).replace("&&", "&")
