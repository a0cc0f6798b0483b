"""What the signs in the table of positions mean."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.desktop.parts import BenchMark, FlowLayout, Label
from spf_assess.i18n import Words, constituency_letter, constituency_name
from spf_assess.model import BENCHES, Constituency


class Legend(QWidget):
    """Marks with letter and name, the signs, and what a row shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 12, 7)
        flow = QWidget()
        row = FlowLayout(flow, gap=16, line_gap=2)
        self._benches: list[tuple[BenchMark, Label]] = []
        for bench in BENCHES:
            pair = QWidget()
            inner = QHBoxLayout(pair)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(5)
            mark, label = (
                BenchMark(bench, side=15),
                Label(role="small_text", wraps=False),
            )
            inner.addWidget(mark)
            inner.addWidget(label)
            self._benches.append((mark, label))
            row.addWidget(pair)
        self._signs = Label(role="small")
        self._others = Label(role="small")
        self._star = Label(role="small")
        for label in (self._signs, self._others, self._star):
            row.addWidget(label)
        column.addWidget(flow)

    def speak(
        self, words: Words, order: Sequence[Constituency], *, missing: bool
    ) -> None:
        """Say everything anew, the groups in this order.

        *missing*: one of them handed in nothing, and its sign is explained.
        """
        for (mark, label), bench in zip(self._benches, order, strict=True):
            mark.show_bench(bench)
            letter = constituency_letter(words, bench)
            label.say(f"{letter}  {constituency_name(words, bench)}")
        self._signs.say(
            words("? don't know   × no answer handed in   n/c no comparison")
            if missing
            else words("? don't know   n/c no comparison")
        )
        self._others.say(words("Others: further questions that diverge"))
        self._star.say(words("* on a statement only"))
