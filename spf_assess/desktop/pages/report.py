"""The report: its language, where it goes, and two small things beside it."""

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.consultation import BoardRow
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.look import current
from spf_assess.desktop.models.board import standing
from spf_assess.desktop.pages.report_check import PacketCheck
from spf_assess.desktop.pages.report_render import Rendering
from spf_assess.desktop.parts import (
    Bar,
    Button,
    ColumnsLayout,
    EdgesLayout,
    FlowLayout,
    Label,
    Notice,
    QuietScroll,
    Segmented,
    Surface,
    announce,
)
from spf_assess.files import spoken_name, write_atomically
from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES, Problem

_MEASURE, _SIDE, _BAR_WIDTH = 1254, 56, 320
Open = Callable[[Path], bool]


def open_in_system(path: Path) -> bool:
    """Open a file or folder with the program the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class ReportView(QWidget):
    """Language, place, progress, result; the window stays usable all the while."""

    def __init__(self, hub: Hub, open_path: Open = open_in_system) -> None:
        super().__init__()
        self._hub, self._words, self._open_path = hub, hub.words, open_path
        self._chosen: Path | None = None
        self._made: Path | None = None
        self._result: Problem | str | None = None
        self._stage = ("", 0, 0)
        self._standing = standing(())
        self._rendering = Rendering(hub, self)
        content = QWidget()
        around = QHBoxLayout(content)
        around.setContentsMargins(_SIDE, 24, _SIDE, 24)
        self._inner = inner = QWidget()
        self._measure()
        around.addWidget(inner, 1)
        around.addStretch(0)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._build()
        scroll = QuietScroll(content)
        content.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addWidget(self._build_foot())
        self._connect()
        hub.look.changed.connect(self._measure)

    @property
    def rendering(self) -> Rendering:
        """The report that is being made."""
        return self._rendering

    @property
    def out(self) -> Path:
        """Where the report will be."""
        if self._chosen is not None:
            return self._chosen
        consultation = self._hub.consultation
        folder = consultation.path.parent if consultation is not None else Path()
        stem = consultation.path.stem if consultation is not None else "report"
        return folder / f"{stem}.report.{self._language.selected}.pdf"

    def forget(self) -> None:
        """Begin anew with another consultation."""
        self._rendering.abandon()
        self._show_running(on=False)
        self._chosen, self._made, self._result = None, None, None
        self._show_result()
        self._check.hide()

    def refresh(self, rows: Sequence[BoardRow]) -> None:
        """Show where the report goes and who is in it."""
        self._standing = standing(rows)
        self._say_place()
        self._say_who()

    def take_focus(self) -> None:
        """Go to what one works with here."""
        (self._cancel if self._rendering.running else self._make).setFocus()

    def speak(self, words: Words) -> None:
        """Say everything anew; choices and what is being made stay."""
        self._words = words
        self._heading.say(words("Make the report"))
        self._about.say(
            words(
                "One PDF for paper and screen: summary, method, the positions of the"
                " three groups on every section, and all answers as an annex."
            )
        )
        self._language_label.say(words("Language of the report"))
        self._language.say(
            {"en": "English", "fr": "Français"}, words("Language of the report")
        )
        self._where_label.say(words("Where it is saved"))
        self._where.say(words("Choose another place…"))
        self._make.say(words("Make the report"))
        self._cancel.say(words("Cancel"))
        self._open.say(words("Open the PDF"))
        self._show_folder.say(words("Show in folder"))
        self._more.say(words("Beside the report"))
        self._export.say(words("Export results as JSON…"))
        self._verify.say(words("Check a packet…"))
        self._more_about.say(
            words(
                "The export holds the same numbers for other programs. Checking a"
                " packet tells its signature and receipt without bringing it in."
            )
        )
        for notice in (self._done, self._failed):
            notice.say_close(words("Close"))
        self._check.speak(words)
        self._say_progress()
        self._show_result()
        self._say_place()
        self._say_who()

    def _measure(self) -> None:
        self._inner.setMaximumWidth(current().px(_MEASURE))

    # -- building -----------------------------------------------------------------

    def _build(self) -> None:
        self._heading, self._about = Label(role="title"), Label(role="second")
        self._who = Label()
        self._done, self._failed = Notice("saved"), Notice("error")
        self._open, self._show_folder = Button(), Button()
        self._done.add_button(self._open)
        self._done.add_button(self._show_folder)
        self._make, self._cancel = Button(role="primary"), Button()
        cards = QWidget()
        columns = ColumnsLayout(cards, weights=(5, 4))
        columns.addWidget(self._build_form())
        columns.addWidget(self._build_more())
        self._check = PacketCheck()
        for widget in (
            self._heading,
            self._about,
            self._who,
            self._done,
            self._failed,
            cards,
            self._check,
        ):
            self._column.addWidget(widget)
        self._done.hide()
        self._failed.hide()
        self._column.addStretch(1)

    def _build_form(self) -> QWidget:
        card = Surface("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        self._language_label = Label(role="strong")
        self._language = Segmented([(one, "") for one in LANGUAGES], LANGUAGES[0])
        self._where_label, self._file = Label(role="strong"), Label()
        self._folder, self._replaced = Label(role="small"), Label(role="small")
        self._where = Button()
        column.addWidget(self._language_label)
        column.addWidget(self._language)
        column.addSpacing(8)
        for widget in (
            self._where_label,
            self._file,
            self._folder,
            self._replaced,
            _line(self._where),
        ):
            column.addWidget(widget)
        column.addStretch(1)
        return card

    def _build_foot(self) -> QWidget:
        foot, right = Surface("foot"), QWidget()
        edges = EdgesLayout(foot)
        edges.setContentsMargins(_SIDE, 10, _SIDE, 10)
        self._progress = QWidget()
        row = FlowLayout(self._progress, gap=12)
        self._bar, self._far = Bar(), Label(role="small_text")
        self._bar.setFixedWidth(_BAR_WIDTH)
        row.addWidget(self._bar)
        row.addWidget(self._far)
        buttons = FlowLayout(right)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._make)
        edges.addWidget(self._progress)
        edges.addWidget(right)
        self._show_running(on=False)
        return foot

    def _build_more(self) -> QWidget:
        card = Surface("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        self._more, self._more_about = Label(role="strong"), Label(role="small")
        self._export, self._verify = Button(), Button()
        column.addWidget(self._more)
        column.addWidget(self._more_about)
        column.addWidget(_line(self._export, self._verify))
        column.addStretch(1)
        return card

    def _connect(self) -> None:
        self._language.chosen.connect(lambda _key: self._language_chosen())
        self._where.clicked.connect(self._ask_where)
        self._make.clicked.connect(self.make)
        self._cancel.clicked.connect(self._rendering.cancel)
        self._open.clicked.connect(self._open_report)
        self._show_folder.clicked.connect(self._open_folder)
        self._export.clicked.connect(self._ask_export)
        self._verify.clicked.connect(self._ask_packet)
        self._rendering.progress.connect(self._note_progress)
        self._rendering.ended.connect(self._ended)

    # -- the report ---------------------------------------------------------------

    def make(self) -> None:
        """Make the report where it is to be saved."""
        self._result, self._made, self._stage = None, None, ("", 0, 0)
        self._show_result()
        self._rendering.start(self.out, self._language.selected)
        if self._rendering.running:
            self._show_running(on=True)
            self._say_progress()
            self._cancel.setFocus()

    def _language_chosen(self) -> None:
        if self._chosen is not None:
            self._chosen = _with_language(self._chosen, self._language.selected)
        self._say_place()

    def _ask_where(self) -> None:
        words = self._words
        self._hub.files.save_file(
            self,
            words("Where to save the report"),
            self.out,
            words("Report") + " (*.pdf)",
            self._take_place,
        )

    def _take_place(self, path: Path) -> None:
        self._chosen = path
        self._say_place()

    def _say_place(self) -> None:
        words, out = self._words, self.out
        self._file.say(spoken_name(out))
        self._folder.say(words("in the folder {folder}", folder=_breakable(out.parent)))
        self._folder.setAccessibleName(
            words("in the folder {folder}", folder=str(out.parent))
        )
        self._replaced.say(words("A file of this name is there and will be replaced."))
        self._replaced.setVisible(out.exists())

    def _say_who(self) -> None:
        found = self._standing
        self._who.say(
            self._words.plural(
                "{in_} of {number} seat has handed in; the report says who took part"
                " and who is missing.",
                "{in_} of {number} seats have handed in; the report says who took part"
                " and who is missing.",
                found.invited,
                in_=found.handed_in,
            )
        )

    def _note_progress(self, stage: str, done: int, of: int) -> None:
        self._stage = (stage, done, of)
        self._say_progress()

    def _say_progress(self) -> None:
        stage, done, of = self._stage
        self._bar.tell(done, of)
        words = self._words
        named = {
            "words": words("Assembling the text"),
            "pages": words("Laying out the pages"),
            "drawing": words("Writing the PDF"),
        }.get(stage, words("Rendering"))
        percent = 100 * done // of if of else 0
        self._far.say(words("{stage}, {percent}%", stage=named, percent=percent))

    def _ended(self, result: object) -> None:
        self._show_running(on=False)
        if isinstance(result, Path):
            self._made, self._result = result, str(result)
        elif isinstance(result, Problem):
            self._result = result
        else:
            self._result = ""
        self._show_result()
        self._say_place()
        (self._open if self._made is not None else self._make).setFocus()

    def _show_running(self, *, on: bool) -> None:
        self._bar.setVisible(on)
        self._far.setVisible(on)
        self._cancel.setVisible(on)
        self._make.setVisible(not on)
        for widget in (self._language, self._where):
            widget.setEnabled(not on)

    def _show_result(self) -> None:
        words, result = self._words, self._result
        self._done.setVisible(isinstance(result, str))
        self._failed.setVisible(isinstance(result, Problem))
        made = self._made is not None
        self._open.setVisible(made)
        self._show_folder.setVisible(made)
        if isinstance(result, Problem):
            self._failed.tell(f"{words.tell(result)} [{result.code}]")
        elif result:
            self._done.tell(words("The report is in {file}.", file=result))
        elif result == "":
            self._done.tell(words("Stopped. Nothing half-written is left."))

    def _open_report(self) -> None:
        if self._made is not None and not self._open_path(self._made):
            announce(self, self._words("No program on this computer opens it."))

    def _open_folder(self) -> None:
        if self._made is not None:
            self._open_path(self._made.parent)

    # -- beside it ----------------------------------------------------------------

    def _ask_export(self) -> None:
        consultation, words = self._hub.consultation, self._words
        if consultation is None:
            return
        self._hub.files.save_file(
            self,
            words("Where to save the export"),
            consultation.path.with_suffix(".json"),
            "JSON (*.json)",
            self._write_export,
        )

    def _write_export(self, path: Path) -> None:
        consultation = self._hub.consultation
        if consultation is None:
            return
        try:
            plain = consultation.export_json()
            text = json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True)
            write_atomically(path, text.encode() + b"\n")
        except Problem as problem:
            self._result, self._made = problem.told(), None
            self._show_result()
            return
        self._made, self._result = None, None
        self._show_result()
        self._done.tell(self._words("The export is in {file}.", file=path))

    def _ask_packet(self) -> None:
        words = self._words
        self._hub.files.open_files(
            self,
            words("Check a packet"),
            words("Answer packet") + " (*.spfr)",
            lambda path: self._check.check(path, self._words),
        )


def _line(*widgets: QWidget) -> QWidget:
    line = QWidget()
    row = FlowLayout(line)
    for widget in widgets:
        row.addWidget(widget)
    return line


def _breakable(path: Path) -> str:
    """Return a path that may go on in the next line after every folder."""
    return str(path).replace(os.sep, os.sep + "\u200b")


def _with_language(path: Path, language: str) -> Path:
    """Return the file's name with the language it is in, where it names one."""
    for one in LANGUAGES:
        if path.stem.endswith(f".{one}"):
            stem = path.stem.removesuffix(f".{one}")
            return path.with_name(f"{stem}.{language}{path.suffix}")
    return path
