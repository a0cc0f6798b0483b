"""A line of boxes for one figure: women, men, total, year and source."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.fields.numbers import read_number
from spf_assess.desktop.fields.writing import WritingLine
from spf_assess.desktop.look.style import current
from spf_assess.desktop.parts import FlowLayout
from spf_assess.desktop.parts.running import RunningLabel
from spf_assess.i18n import Words, decimal_text
from spf_assess.model import Figure

NUMBERS = ("women", "men", "total")
_WIDTHS = {"women": 96, "men": 96, "total": 104, "year": 76, "source": 270}
_LONG, _SHORT = 4000, 40


class FigureBoxes(QWidget):
    """Boxes side by side, each under its label; they go on below where it is narrow.

    Figures are read in any customary form and shown in the language's own once the
    person goes on. What is no number stays in its box and counts as absent. Signals:
    ``typed()`` after every change by the person, ``left()``.
    """

    typed = Signal()
    left = Signal()

    def __init__(self, *, by_sex: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = [name for name in _WIDTHS if by_sex or name not in ("women", "men")]
        self._kept = dict.fromkeys(names, "")
        self._language = "en"
        flow = FlowLayout(self, gap=8, line_gap=6)
        self._cells = {name: _Cell(name, self) for name in names}
        for name, cell in self._cells.items():
            flow.addWidget(cell)
            cell.box.typed.connect(lambda text, name=name: self._written(name, text))
            cell.box.left.connect(self._put_right)

    def figure(self, note: str = "", no_sex_reason: str = "") -> Figure | None:
        """Return what stands in the boxes, None where nothing does."""
        figure = Figure(**self._kept, note=note, no_sex_reason=no_sex_reason)
        return None if figure == Figure() else figure

    def show_figure(self, figure: Figure) -> None:
        """Show a figure; a box that already says the same keeps its wording."""
        for name, cell in self._cells.items():
            kept = getattr(figure, name)
            if kept != self._kept[name] or not kept:
                self._kept[name] = kept
                cell.box.show_text(self._shown(name))

    def speak(self, words: Words, of: str) -> None:
        """Say every word anew; *of* names the figure for those who listen."""
        self._language = words.language
        for name, cell in self._cells.items():
            text = box_name(words, name)
            cell.label.say(text)
            cell.box.setAccessibleName(f"{text}, {of}" if of else text)
            if self._kept[name] and not cell.box.hasFocus():
                cell.box.show_text(self._shown(name))

    def describe(self, text: str) -> None:
        """Say what is wrong to those who listen, at the boxes for numbers."""
        for name in NUMBERS:
            if name in self._cells:
                self._cells[name].box.setAccessibleDescription(text)

    def stop(self) -> QWidget:
        """Return the first empty box, else the total's."""
        boxes = [cell.box for cell in self._cells.values()]
        return next((box for box in boxes if not box.written), self._cells["total"].box)

    def unread(self) -> dict[str, str]:
        """Return what stands in boxes for numbers but is none, by box."""
        return {
            name: self._cells[name].box.written
            for name in NUMBERS
            if name in self._cells
            and self._cells[name].box.written
            and not self._kept[name]
        }

    def show_unread(self, unread: dict[str, str]) -> None:
        """Show again what is no number."""
        for name, text in unread.items():
            if name in self._cells:
                self._cells[name].box.show_text(text)

    def _written(self, name: str, text: str) -> None:
        self._kept[name] = text
        if name in NUMBERS:
            self._kept[name] = read_number(text, self._language) or ""
        self.typed.emit()

    def _put_right(self) -> None:
        for name, cell in self._cells.items():
            if self._kept[name]:
                cell.box.show_text(self._shown(name))
        self.left.emit()

    def _shown(self, name: str) -> str:
        kept = self._kept[name]
        return decimal_text(kept, self._language) if name in NUMBERS else kept


class _Cell(QWidget):
    """A box under its label."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.label = RunningLabel(role="label")
        self.box = WritingLine(limit=_LONG if name == "source" else _SHORT)
        self.box.setMinimumWidth(_SHORT)
        self.label.setBuddy(self.box)
        column.addWidget(self.label)
        column.addWidget(self.box)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        wanted = max(self.label.sizeHint().width(), current().px(_WIDTHS[self._name]))
        return QSize(wanted, hint.height())


def box_name(words: Words, name: str) -> str:
    """Return what a box is called."""
    return {
        "women": words("Women"),
        "men": words("Men"),
        "total": words("Total"),
        "year": words("Year"),
        "source": words("Source"),
    }[name]


def unread_sentences(words: Words, unread: dict[str, str]) -> list[str]:
    """Return what is wrong with each box, and how to write it."""
    return [
        words(
            "{box}: “{text}” is not a number, so it is not saved. Write it like"
            " {example}.",
            box=box_name(words, name),
            text=text,
            example=decimal_text("1234.5", words.language),
        )
        for name, text in unread.items()
    ]
