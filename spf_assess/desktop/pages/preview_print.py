"""Printing pages of a PDF as they are, on any printer that Qt knows."""

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from spf_assess.desktop.pages.preview_sheets import Opened
from spf_assess.model import N_, Problem

_SHARP = 200 / 72  # pixels a point: sharp enough for text of eight points


def print_pages(path: Path, printer: QPrinter) -> None:
    """Print every page in its own size and direction, without margins of its own.

    Raises:
        Problem: D-311 the file cannot be read, D-312 the printer takes no page.
    """
    opened = Opened(path)
    try:
        painter = QPainter()
        for number, (wide, high) in enumerate(opened.sizes):
            layout = printer.pageLayout()
            size = QPageSize(
                QRectF(0, 0, min(wide, high), max(wide, high)).size(),
                QPageSize.Unit.Point,
            )
            layout.setPageSize(size)
            layout.setOrientation(
                layout.Orientation.Landscape
                if wide > high
                else layout.Orientation.Portrait
            )
            printer.setPageLayout(layout)
            printer.setFullPage(True)
            begun = painter.begin(printer) if number == 0 else printer.newPage()
            if not begun:
                raise Problem(
                    "D-312",
                    N_(
                        "The printer takes no page. See whether it is switched on, or"
                        " save the PDF and print it from another program."
                    ),
                )
            whole = printer.paperRect(QPrinter.Unit.DevicePixel)
            painter.drawImage(
                QRectF(0, 0, whole.width(), whole.height()),
                opened.picture(number, _SHARP),
            )
        painter.end()
    finally:
        opened.close()
