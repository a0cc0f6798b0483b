"""What the cards of the preparation have in common: heading, fields, Save."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget

from spf_assess.desktop.fields.writing import Writing
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.parts import (
    Button,
    ColumnsLayout,
    FlowLayout,
    Label,
    Notice,
    Surface,
)
from spf_assess.i18n import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from spf_assess.consultation import Consultation
    from spf_assess.model import Changes

_PAIR = 520


class PreparationCard(Surface):
    """A card with its own Save; what was typed and not saved stays where it is.

    What is typed into fields that are watched survives the end of the program too.

    A subclass adds fields to ``column``, says its words in ``say_fields``, tells in
    ``state`` what it shows of the file, and shows it in ``fill``.
    """

    saved = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__("card")
        self.hub, self.words = hub, hub.words
        self._known: object = None
        self._watched: dict[str, QLineEdit | Writing] = {}
        self._filled: dict[str, str] = {}
        self._saving = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 14, 18, 16)
        outer.setSpacing(10)
        self.heading, self.about = Label(role="heading"), Label(role="small")
        self.notice = Notice("saved")
        self.notice.hide()
        fields = QWidget()
        self.column = QVBoxLayout(fields)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        foot = self._foot = QWidget()
        self.save = Button()
        FlowLayout(foot).addWidget(self.save)
        for part in (self.heading, self.about, fields, foot, self.notice):
            outer.addWidget(part)
        self.save.clicked.connect(self.keep)

    def speak(self, words: Words) -> None:
        """Say every word anew; what was typed stays."""
        self.words = words
        self.notice.say_close(words("Close"))
        self.notice.hide()
        self.save.say(words("Save"))
        self.say_fields(words)
        self.save.setAccessibleName(f"{self.save.said}, {self.heading.said}")
        self.about.setVisible(bool(self.about.said))

    def show_file(self, consultation: "Consultation") -> None:
        """Show what the file says, unless it still says what was shown last."""
        may = not consultation.read_only
        self._foot.setVisible(may)
        state = self.state(consultation)
        if state != self._known:
            self._known = state
            self.fill(consultation)
            self._show_typed()
        self.allow(consultation)

    def forget(self) -> None:
        """Begin anew with another consultation."""
        self._known = None
        self.notice.hide()

    def watch(self, name: str, field: "QLineEdit | Writing") -> None:
        """Keep what is typed into a field until it is saved; *name* stays for good."""
        self._watched[name] = field
        if isinstance(field, QLineEdit):
            field.textEdited.connect(lambda _text: self.keep_typed(name))
        else:
            field.typed.connect(lambda _text: self.keep_typed(name))

    def end_with_buttons(self) -> None:
        """Let Tab come to the buttons after all fields, which are built later."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            self._foot.setParent(None)
            self._foot.setParent(self)
            layout.insertWidget(layout.indexOf(self.notice), self._foot)

    def add_button(self, button: Button) -> None:
        """Offer something beside Save."""
        layout = self._foot.layout()
        if layout is not None:
            layout.addWidget(button)

    def say_fields(self, words: Words) -> None:
        """Say the words of heading and fields."""
        raise NotImplementedError

    def state(self, consultation: "Consultation") -> object:
        """Return what of the file is shown here."""
        raise NotImplementedError

    def fill(self, consultation: "Consultation") -> None:
        """Show it."""
        raise NotImplementedError

    def allow(self, consultation: "Consultation") -> None:
        """Let be changed what can be changed now."""

    def keep(self) -> None:
        """Save what was entered."""
        raise NotImplementedError

    def do(self, work: "Callable[[Consultation], Changes | None]") -> bool:
        """Run a command and say that it is saved; the window tells what went wrong."""
        # what is shown is read anew at the end: the file may have cleaned the words
        self._saving = True
        try:
            done = self.hub.do(work)
        finally:
            self._saving = False
        if done:
            self.forget_typed()
            # by then the file's changes have reached every view
            QTimer.singleShot(0, self, self._tell_saved)
        return done

    def forget_typed(self) -> None:
        """Let go of what was typed and not saved."""
        for name in self._watched:
            self.hub.unrecorded.put(self._box(name), None)

    def filled(self) -> dict[str, str]:
        """Return what the file says in each field, just after ``fill``."""
        return {name: _text(one) for name, one in self._watched.items()}

    def _box(self, name: str) -> str:
        return f"preparation/{name}"

    def keep_typed(self, name: str) -> None:
        """Keep what stands in a field now, if it is not what the file says."""
        if name not in self._watched:
            return
        text = _text(self._watched[name])
        same = text == self._filled.get(name, "")
        self.hub.unrecorded.put(self._box(name), None if same else {"text": text})

    def _show_typed(self) -> None:
        """Put back what was typed and not saved, over what the file says."""
        self._filled = self.filled()
        for name, field in self._watched.items():
            typed = self.hub.unrecorded.get(self._box(name))
            if typed is None or self._saving or not field.isEnabled():
                continue
            if isinstance(field, QLineEdit):
                field.setText(str(typed["text"]))
            else:
                field.show_text(str(typed["text"]))

    def _tell_saved(self) -> None:
        self.notice.tell(self.words("Saved."))
        self.saved.emit()


def _text(field: QLineEdit | Writing) -> str:
    return field.text().strip() if isinstance(field, QLineEdit) else field.text


class Count(QWidget):
    """A number with its words above."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._label, self.number = Label(role="strong", wraps=False), QSpinBox()
        self.number.setRange(least, most)
        self._label.setBuddy(self.number)
        column.addWidget(self._label)
        column.addWidget(self.number)
        self.setFocusProxy(self.number)

    @property
    def value(self) -> int:
        """The number that stands there."""
        return self.number.value()

    def say(self, text: str, spoken: str = "") -> None:
        """Say what is counted; *spoken* where the words above are short."""
        self._label.say(text)
        self.number.setAccessibleName(spoken or text)


def pair(*widgets: QWidget, least: int = _PAIR) -> QWidget:
    """Return a line that holds widgets side by side where there is room."""
    line = QWidget()
    columns = ColumnsLayout(line, least=least)
    for widget in widgets:
        columns.addWidget(widget)
    return line


def flow(*widgets: QWidget, gap: int = 12) -> QWidget:
    """Return a line of widgets that goes on below where room is short."""
    line = QWidget()
    layout = FlowLayout(line, gap=gap)
    for widget in widgets:
        layout.addWidget(widget)
    return line
