"""Pages of a PDF as they will print, one below the other, drawn when they are seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from spf_assess.desktop.look import current
from spf_assess.desktop.parts import QuietScroll
from spf_assess.desktop.parts.paint import focus_ring
from spf_assess.i18n import Words
from spf_assess.model import N_, Problem

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_GAP, _AROUND, _KEPT = 18, 24, 6


@dataclass(frozen=True, slots=True)
class Place:
    """A bookmark: its words, how deep it stands, and its page counted from 0."""

    title: str
    level: int
    page: int


class Opened:
    """A PDF that is open for looking.

    Raises:
        Problem: D-310 the library is missing, D-311 the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        try:
            import pypdfium2
        except ImportError:
            raise Problem(
                "D-310",
                N_(
                    "Pages cannot be shown here because the library pypdfium2 is"
                    " missing. Make the report and open the PDF, or install the"
                    " program again."
                ),
            ) from None
        try:
            self._pdf: PdfDocument = pypdfium2.PdfDocument(path.read_bytes())
        except (OSError, pypdfium2.PdfiumError):
            raise Problem(
                "D-311",
                N_("The pages of {file} cannot be read. Make the preview again."),
                file=path.name,
            ) from None
        self.sizes = [self._pdf[number].get_size() for number in range(len(self._pdf))]

    def places(self) -> Iterator[Place]:
        """Yield the bookmarks."""
        for mark in self._pdf.get_toc():
            where = mark.get_dest()
            if where is not None:
                yield Place(mark.get_title(), mark.level, where.get_index())

    def picture(self, number: int, scale: float) -> QImage:
        """Draw a page; *scale* is in pixels a point."""
        drawn = self._pdf[number].render(scale=scale, rev_byteorder=True)
        form = {4: QImage.Format.Format_RGBA8888, 3: QImage.Format.Format_RGB888}
        image = QImage(
            bytes(drawn.buffer),
            drawn.width,
            drawn.height,
            drawn.stride,
            form[drawn.n_channels],
        )
        return image.copy()

    def text(self, number: int) -> str:
        """Return what stands on a page, for those who listen."""
        return str(self._pdf[number].get_textpage().get_text_bounded())

    def close(self) -> None:
        """Let the file go."""
        self._pdf.close()


class Sheet(QLabel):
    """One page; the keyboard can stop at it, and its text is read out."""

    def __init__(self, number: int, size: tuple[float, float]) -> None:
        super().__init__()
        self.number, self.size_in_points = number, size
        self.image: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        whole = QRectF(self.rect())
        painter.fillRect(whole, Qt.GlobalColor.white)  # paper is white in every look
        if self.image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(whole, self.image)
        if self.hasFocus():
            focus_ring(painter, whole.adjusted(2, 2, -2, -2), 2, current().tokens.focus)


class Sheets(QWidget):
    """All pages in a scrolling area.

    ``page_changed(number)``: the page in the middle is another one, counted from 0.
    """

    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: Opened | None = None
        self._sheets: list[Sheet] = []
        self._zoom, self._page = 1.0, -1
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        self._column.setSpacing(_GAP)
        self._scroll = QuietScroll(self._content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._draw_next)
        self._scroll.verticalScrollBar().valueChanged.connect(self._look)
        self._scroll.viewport().installEventFilter(self)

    @property
    def page(self) -> int:
        """The page that is looked at, from 0; -1 while there is none."""
        return self._page

    @property
    def number(self) -> int:
        """How many pages there are."""
        return len(self._sheets)

    def show_pages(self, opened: Opened, words: Words) -> None:
        """Show the pages of a file from its first."""
        self.forget()
        self._opened = opened
        for number, size in enumerate(opened.sizes):
            sheet = Sheet(number, size)
            self._sheets.append(sheet)
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self.speak(words)
        self._fit()
        self._look()

    def forget(self) -> None:
        """Show nothing, and let the file go."""
        self._later.stop()
        for sheet in self._sheets:
            self._column.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        self._sheets, self._page = [], -1
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def speak(self, words: Words) -> None:
        """Name the pages anew."""
        for sheet in self._sheets:
            sheet.setAccessibleName(
                words("Page {number} of {of}", number=sheet.number + 1, of=self.number)
            )
            if self._opened is not None and sheet.image is not None:
                sheet.setAccessibleDescription(self._opened.text(sheet.number))

    def go_to(self, page: int) -> None:
        """Bring a page to the top, and the keyboard to it."""
        if not 0 <= page < self.number:
            return
        sheet = self._sheets[page]
        self._content.adjustSize()
        self._scroll.verticalScrollBar().setValue(max(0, sheet.y() - _GAP))
        sheet.setFocus()
        self._look()

    def zoom(self, step: float) -> None:
        """Make pages larger or smaller; the page that is looked at stays."""
        page = self._page
        self._zoom = min(3.0, max(0.5, self._zoom * step))
        self._fit()
        # pages get their places in the next turn of the event loop
        QTimer.singleShot(0, self, lambda: self.go_to(page))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._scroll.viewport():
            self._fit()
            self._later.start()
        return super().eventFilter(watched, event)

    def drawn(self) -> list[int]:
        """Return which pages have a picture at this moment."""
        return [one.number for one in self._sheets if one.image is not None]

    # -- inside -------------------------------------------------------------------

    def _fit(self) -> None:
        """Give every page the width there is, times the zoom."""
        room = max(200, self._scroll.viewport().width() - 2 * _AROUND)
        widest = min(room, current().px(900)) * self._zoom
        for sheet in self._sheets:
            wide, high = sheet.size_in_points
            sheet.setFixedSize(round(widest), round(widest * high / wide))
            sheet.image = None
        self._later.start()

    def _seen(self) -> list[Sheet]:
        """Return pages by their distance from the middle of the view, a few."""
        top = self._scroll.verticalScrollBar().value()
        middle = top + self._scroll.viewport().height() / 2
        near = sorted(
            self._sheets, key=lambda one: abs(one.y() + one.height() / 2 - middle)
        )
        return near[:_KEPT]

    def _look(self) -> None:
        seen = self._seen()
        if seen and seen[0].number != self._page:
            self._page = seen[0].number
            self.page_changed.emit(self._page)
        kept = {one.number for one in seen}
        for sheet in self._sheets:
            if sheet.number not in kept:
                sheet.image = None
        self._later.start()

    def _draw_next(self) -> None:
        """Draw one page a turn, so that the window answers meanwhile."""
        if self._opened is None:
            return
        for sheet in self._seen()[:3]:
            if sheet.image is None:
                scale = (
                    sheet.width() * self.devicePixelRatioF() / sheet.size_in_points[0]
                )
                sheet.image = self._opened.picture(sheet.number, scale)
                sheet.setAccessibleDescription(self._opened.text(sheet.number))
                sheet.update()
                self._later.start()
                return
