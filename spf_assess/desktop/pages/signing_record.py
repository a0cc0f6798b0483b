"""The record of the meeting, which is the sheet to sign too: printed from here."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.report import Open, open_in_system
from spf_assess.desktop.pages.report_render import Rendering
from spf_assess.desktop.parts import (
    Bar,
    Button,
    FlowLayout,
    Label,
    Notice,
    Segmented,
    Surface,
)
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.tasks import RenderRecord
from spf_assess.files import spoken_name
from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES, Problem

_NATIVE = {"en": "English", "fr": "Français"}
_BAR_WIDTH = 260


class RecordCard(Surface):
    """Language and place, progress, what came of it."""

    def __init__(self, hub: Hub, open_path: Open = open_in_system) -> None:
        super().__init__("card")
        self._hub, self._words, self._open_path = hub, hub.words, open_path
        self._chosen: Path | None = None
        self._result: Path | Problem | str | None = None
        self._stage = (0, 0)
        self.rendering = Rendering(hub, self, RenderRecord)
        self._build()
        self._connect()
        self._show_running(on=False)

    @property
    def out(self) -> Path:
        """Where the record will be."""
        open_, language = self._hub.consultation, self.language.selected
        if self._chosen is not None:
            return self._chosen
        if open_ is None:
            return Path(f"record.{language}.pdf")
        return open_.path.parent / f"{open_.path.stem}.record.{language}.pdf"

    def speak(self, words: Words) -> None:
        """Say everything anew; choices and what is being made stay."""
        self._words = words
        self._heading.say(words("The record of the meeting"))
        self._about.say(
            words(
                "Who was there, how responses came, what was shown, agreed, reserved"
                " and signed. Its last two pages are the sheets to sign on paper, with"
                " the eight words."
            )
        )
        self._language_label.say(words("Language of the record"))
        self.language.say(_NATIVE, words("Language of the record"))
        self.where.say(words("Choose another place…"))
        self.where.setAccessibleName(words("Choose another place for the record…"))
        self.make.say(words("Print the record"))
        self.cancel.say(words("Cancel"))
        self.open.say(words("Open the PDF"))
        for notice in (self._done, self._failed):
            notice.say_close(words("Close"))
        self._say_place()
        self._say_progress()
        self._show_result()

    def show_file(self) -> None:
        """Show where the record goes."""
        self._say_place()

    def forget(self) -> None:
        """Begin anew with another consultation."""
        self.rendering.abandon()
        self._chosen, self._result = None, None
        self._show_running(on=False)
        self._show_result()

    def print(self) -> None:
        """Make the record where it is to be saved."""
        self._result, self._stage = None, (0, 0)
        self._show_result()
        self.rendering.start(self.out, self.language.selected)
        if self.rendering.running:
            self._show_running(on=True)
            self._say_progress()
            self.cancel.setFocus()

    # -- inside -------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        self._heading, self._about = Label(role="heading"), Label(role="small")
        self._language_label = Label(role="strong")
        spoken = self._words.language
        first = spoken if spoken in LANGUAGES else LANGUAGES[0]
        self.language = Segmented([(one, "") for one in LANGUAGES], first)
        self._file = Label(role="small_text")
        self.make, self.where = Button(role="primary"), Button()
        self.cancel, self.open = Button(), Button()
        self._bar, self._far = Bar(), Label(role="small_text")
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._done, self._failed = Notice("saved"), Notice("error")
        self._done.add_button(self.open)
        line, progress = QWidget(), QWidget()
        flow = FlowLayout(line)
        for button in (self.make, self.where, self.cancel):
            flow.addWidget(button)
        row = FlowLayout(progress, gap=12)
        row.addWidget(self._bar)
        row.addWidget(self._far)
        for part in (
            self._heading,
            self._about,
            self._language_label,
            self.language,
            self._file,
            line,
            progress,
            self._done,
            self._failed,
        ):
            column.addWidget(part)

    def _connect(self) -> None:
        self.language.chosen.connect(lambda _key: self._say_place())
        self.where.clicked.connect(self._ask_where)
        self.make.clicked.connect(self.print)
        self.cancel.clicked.connect(self.rendering.cancel)
        self.open.clicked.connect(self._open_record)
        self.rendering.progress.connect(self._note_progress)
        self.rendering.ended.connect(self._ended)

    def _say_place(self) -> None:
        words, out = self._words, self.out
        told = words("Will be saved as {file}.", file=spoken_name(out))
        if out.exists():
            told += " " + words("A file of this name is there and will be replaced.")
        self._file.say(told)

    def _ask_where(self) -> None:
        words = self._words
        self._hub.files.save_file(
            self,
            words("Where to save the record"),
            self.out,
            words("The record of the meeting") + " (*.pdf)",
            self._take_place,
        )

    def _take_place(self, path: Path) -> None:
        self._chosen = path
        self._say_place()

    def _note_progress(self, _stage: str, done: int, of: int) -> None:
        self._stage = (done, of)
        self._say_progress()

    def _say_progress(self) -> None:
        words, (done, of) = self._words, self._stage
        self._bar.tell(done, of)
        percent = 100 * done // of if of else 0
        self._far.say(words("Rendering, {percent}%", percent=percent))

    def _ended(self, result: object) -> None:
        self._show_running(on=False)
        self._result = result if isinstance(result, (Path, Problem)) else ""
        self._show_result()
        self._say_place()
        (self.open if isinstance(result, Path) else self.make).setFocus()

    def _show_running(self, *, on: bool) -> None:
        for widget in (self._bar, self._far, self.cancel):
            widget.setVisible(on)
        for widget in (self.make, self.where):
            widget.setVisible(not on)
        self.language.setEnabled(not on)

    def _show_result(self) -> None:
        words, result = self._words, self._result
        self._done.setVisible(isinstance(result, (Path, str)))
        self._failed.setVisible(isinstance(result, Problem))
        self.open.setVisible(isinstance(result, Path))
        if isinstance(result, Problem):
            self._failed.tell(f"{words.tell(result)} [{result.code}]")
        elif isinstance(result, Path):
            self._done.tell(words("The record is in {file}.", file=str(result)))
        elif result == "":
            self._done.tell(words("Stopped. Nothing half-written is left."))

    def _open_record(self) -> None:
        found = self._result
        if isinstance(found, Path) and not self._open_path(found):
            announce(self, self._words("No program on this computer opens it."))
