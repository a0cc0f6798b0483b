"""What came in just now: how far it is, and a sentence for every file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.desktop.models.packets import sign_of
from spf_assess.desktop.models.packets_words import summary, told
from spf_assess.desktop.parts import (
    Bar,
    Button,
    EdgesLayout,
    FlowLayout,
    Label,
    QuietScroll,
    StateIcon,
    Surface,
)
from spf_assess.desktop.parts.announce import announce
from spf_assess.i18n import Words
from spf_assess.model import PacketRecord, PacketState

_BAR, _MOST_HEIGHT = 220, 190
_MOST_LINES, _MOST_TROUBLES = 40, 200


class News(Surface):
    """A card over the list, as long as there is news. ``cancelled()``: stop here.

    Of very many files the first have a sentence each, and all that need looking at; the
    title counts them all, and the list below shows each.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._records: list[PacketRecord] = []
        self._done, self._of, self._left, self._ended = 0, 0, 0, True
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 10)
        column.setSpacing(6)
        head, left, right = QWidget(), QWidget(), QWidget()
        edges = EdgesLayout(head)
        edges.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout(left, gap=12)
        self._title, self._bar = Label(role="strong"), Bar()
        self._bar.setFixedWidth(_BAR)
        row.addWidget(self._title)
        row.addWidget(self._bar)
        self._cancel, self._close = Button(), Button(role="quiet")
        buttons = FlowLayout(right)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._close)
        edges.addWidget(left)
        edges.addWidget(right)
        column.addWidget(head)
        self._content = QWidget()
        self._lines = QVBoxLayout(self._content)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self._scroll = QuietScroll(self._content, " ")
        self._content.setAutoFillBackground(False)
        column.addWidget(self._scroll)
        self._cancel.clicked.connect(self.cancelled)
        self._close.clicked.connect(self.hide)
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is told of each file."""
        return tuple(
            label.said
            for place in range(self._lines.count())
            if (item := self._lines.itemAt(place)) is not None
            and (line := item.widget()) is not None
            and (label := line.findChild(Label)) is not None
        )

    @property
    def title(self) -> str:
        """What is told of all of them."""
        return self._title.said

    def begin(self, words: Words) -> None:
        """Something comes in: forget the news before."""
        self._records.clear()
        self._done, self._of, self._left, self._ended = 0, 0, 0, False
        self._clear()
        self.speak(words)
        self.show()

    def add(self, record: PacketRecord, done: int, of: int, words: Words) -> None:
        """Tell what became of a file."""
        self._records.append(record)
        self._done, self._of = done, of
        self._add_line(record, words)
        self._say_title(words)

    def end(self, left: int, words: Words) -> None:
        """Tell that no more comes; *left* files were not brought in."""
        self._ended, self._left = True, left
        self._say_title(words)
        announce(self, self._title.said)

    def speak(self, words: Words) -> None:
        """Say everything anew."""
        self._cancel.say(words("Cancel"))
        self._close.say(words("Close"))
        self._scroll.setAccessibleName(words("What became of each file"))
        self._clear()
        for record in self._records:
            self._add_line(record, words)
        self._say_title(words)

    def _say_title(self, words: Words) -> None:
        self._cancel.setVisible(not self._ended)
        self._close.setVisible(self._ended)
        self._bar.setVisible(not self._ended)
        self._bar.tell(self._done, self._of)
        if not self._ended:
            self._title.say(
                words("Bringing in {done} of {of}", done=self._done, of=self._of)
            )
            return
        said = [summary(words, self._records)] if self._records else []
        if self._left:
            said.append(
                words.plural(
                    "{number} file was not brought in.",
                    "{number} files were not brought in.",
                    self._left,
                )
            )
        self._title.say(" ".join(said))

    def _add_line(self, record: PacketRecord, words: Words) -> None:
        lines = self._lines.count()
        trouble = record.state is PacketState.QUARANTINED
        if lines >= (_MOST_TROUBLES if trouble else _MOST_LINES):
            return
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(StateIcon(sign_of(record)), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(told(words, record), "small_text"), 1)
        self._lines.addWidget(line)
        line.show()
        self._fit()

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _fit(self) -> None:
        self._lines.activate()
        wide = max(200, self._scroll.viewport().width())
        tall = self._lines.totalHeightForWidth(wide)
        self._scroll.setFixedHeight(min(_MOST_HEIGHT, max(24, tall)))
