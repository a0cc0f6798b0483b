"""The receipt: eight words in both languages and a code, by which a packet is known."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts import Label, Surface
from spf_assess.desktop.parts.columns import ColumnsLayout
from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES

_QUIET = 4
_CODE = 168
_NATIVE = {"en": "English", "fr": "Français"}


class Receipt(Surface):
    """Shows the receipt of one packet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        self._heading, self._about = Label(role="heading"), Label(role="small")
        column.addWidget(self._heading)
        column.addWidget(self._about)
        line = QWidget()
        columns = ColumnsLayout(line, least=620, weights=(3, 3, 2))
        self._lists = {language: _Words() for language in LANGUAGES}
        for one in self._lists.values():
            columns.addWidget(one)
        self._code = Code()
        columns.addWidget(self._code)
        column.addWidget(line)

    def tell(self, words: Words, digest: str) -> None:
        """Show the receipt of the packet with this digest."""
        from spf_assess.exchange import receipt_words

        self._heading.say(words("Receipt: eight words"))
        self._about.say(
            words(
                "Write them down or photograph them. If the facilitator's list shows"
                " the same words, your packet arrived unchanged."
            )
        )
        for language, one in self._lists.items():
            one.tell(_NATIVE[language], receipt_words(digest, language))
        self._code.tell(digest, words("Code with the receipt of the packet"))


class _Words(QWidget):
    """Eight words, numbered."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._language = Label(role="label")
        column.addWidget(self._language)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self._words = [Label(role="strong") for _place in range(8)]
        for place, label in enumerate(self._words):
            number = Label(f"{place + 1}", "small", wraps=False)
            grid.addWidget(number, place, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label, place, 1)
        column.addLayout(grid)
        column.addStretch(1)

    def tell(self, language: str, words: tuple[str, ...]) -> None:
        self._language.say(language)
        self.setAccessibleName(f"{language}: {' '.join(words)}")
        for label, word in zip(self._words, words, strict=True):
            label.say(word)


class Code(QWidget):
    """A QR code; black on white in every palette, or it could not be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix: tuple[tuple[bool, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def tell(self, digest: str, name: str) -> None:
        """Show the code of a packet's digest."""
        from spf_assess.exchange import receipt_qr_matrix

        self._matrix = receipt_qr_matrix(digest)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        side = current().px(_CODE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        if not self._matrix:
            return
        painter = QPainter(self)
        modules = len(self._matrix) + 2 * _QUIET
        step = min(self.width(), self.height()) // modules
        side = step * modules
        painter.fillRect(QRectF(0, 0, side, side), QColor("#FFFFFF"))
        for row, line in enumerate(self._matrix):
            for column, dark in enumerate(line):
                if dark:
                    x, y = (column + _QUIET) * step, (row + _QUIET) * step
                    painter.fillRect(x, y, step, step, QColor("#000000"))
