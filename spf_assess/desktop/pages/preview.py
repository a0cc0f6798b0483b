"""An edition as it will print: leaf through it, jump to a part, keep it, print it."""

import tempfile
from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.page import Page
from spf_assess.desktop.pages.places import report_place
from spf_assess.desktop.pages.preview_print import print_pages
from spf_assess.desktop.pages.preview_sheets import Opened, Place, Sheets
from spf_assess.desktop.pages.preview_wanted import Wanted
from spf_assess.desktop.pages.report_render import Rendering
from spf_assess.desktop.parts import (
    Bar,
    Button,
    EdgesLayout,
    FlowLayout,
    Label,
    Notice,
    Surface,
)
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.picking import Picking
from spf_assess.files import read_limited, write_atomically
from spf_assess.i18n import Words
from spf_assess.i18n.editions import edition_name
from spf_assess.model import Problem, ReportOptions

_SIDE, _BAR_WIDTH, _STEP = 24, 240, 1.25
_MOST = 512 * 1024 * 1024


class PreviewPage(Page):
    """Renders into a folder of its own, which goes when the page is left."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._words, self._wanted = hub.words, Wanted(ReportOptions("en"))
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._made: Path | None = None
        self._opened: Opened | None = None
        self._problem: Problem | None = None
        self._saved: Path | None = None
        self._places: list[Place] = []
        self.rendering = Rendering(hub, self)
        self.sheets = Sheets()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        self._failed, self._done = Notice("error"), Notice("saved")
        column.addWidget(self._failed)
        column.addWidget(self._done)
        column.addWidget(self.sheets, 1)
        column.addWidget(self._build_foot())
        self._failed.hide()
        self._done.hide()
        self._connect()

    def title(self) -> str:
        """Return the page's name."""
        return self._words("Preview")

    def speak(self, words: Words) -> None:
        """Say every word anew; the pages stay as they were made."""
        self._words = words
        self.back.say(words("Back"))
        self.answers.say(words("To its answers"))
        self.smaller.say(words("Smaller"))
        self.larger.say(words("Larger"))
        self.keep.say(words("Save the PDF…"))
        self.print.say(words("Print…"))
        self._cancel.say(words("Cancel"))
        self._to.say(words("Go to a part"))
        self.contents.setAccessibleName(self._to.said)
        for notice in (self._failed, self._done):
            notice.say_close(words("Close"))
        self.sheets.speak(words)
        self._show()

    def arrive(self, detail: object = None) -> None:
        """Render what is wanted; without a wish the pages stay."""
        if not isinstance(detail, Wanted):
            return
        self._forget()
        self._wanted = detail
        self._folder = tempfile.TemporaryDirectory(prefix="spf-assess-preview-")
        out = Path(self._folder.name) / f"{detail.options.name}.pdf"
        self.rendering.start(out, detail.options)
        self._show()
        (self._cancel if self.rendering.running else self.back).setFocus()

    def leave(self) -> bool:
        """Stop what is being made and put the pages away."""
        self._forget()
        return True

    # -- building -----------------------------------------------------------------

    def _build_head(self) -> QWidget:
        head, left, right = Surface("foot"), QWidget(), QWidget()
        edges = EdgesLayout(head)
        edges.setContentsMargins(_SIDE, 8, _SIDE, 8)
        self.back, self.answers = Button(), Button(role="quiet")
        self.contents = Picking()
        self.contents.setMinimumContentsLength(34)
        self._to = Label(role="small_text")
        self._to.setBuddy(self.contents)
        self._what = Label(role="strong")
        flow = FlowLayout(left, gap=10)
        for part in (self.back, self.answers, self._what, self._to, self.contents):
            flow.addWidget(part)
        self._where = Label(role="small_text")
        self.smaller, self.larger = Button(role="quiet"), Button(role="quiet")
        beside = FlowLayout(right, gap=10)
        for part in (self._where, self.smaller, self.larger):
            beside.addWidget(part)
        edges.addWidget(left)
        edges.addWidget(right)
        return head

    def _build_foot(self) -> QWidget:
        foot, left, right = Surface("foot"), QWidget(), QWidget()
        edges = EdgesLayout(foot)
        edges.setContentsMargins(_SIDE, 8, _SIDE, 8)
        self._bar, self._far = Bar(), Label(role="small_text")
        self._bar.setFixedWidth(_BAR_WIDTH)
        flow = FlowLayout(left, gap=12)
        flow.addWidget(self._bar)
        flow.addWidget(self._far)
        self._cancel, self.keep = Button(), Button()
        self.print = Button(role="primary")
        buttons = FlowLayout(right)
        for part in (self._cancel, self.keep, self.print):
            buttons.addWidget(part)
        edges.addWidget(left)
        edges.addWidget(right)
        return foot

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.wanted.emit(self._wanted.back, None))
        self.answers.clicked.connect(self._to_answers)
        self.contents.activated.connect(self._jump)
        self.smaller.clicked.connect(lambda: self.sheets.zoom(1 / _STEP))
        self.larger.clicked.connect(lambda: self.sheets.zoom(_STEP))
        self.keep.clicked.connect(self._ask_where)
        self.print.clicked.connect(self._ask_printer)
        self._cancel.clicked.connect(self.rendering.cancel)
        self.rendering.progress.connect(self._tell_progress)
        self.rendering.ended.connect(self._ended)
        self.sheets.page_changed.connect(lambda _page: self._tell_page())

    # -- what is shown ------------------------------------------------------------

    def _show(self) -> None:
        words, ready = self._words, self._made is not None
        running = self.rendering.running
        self._what.say(edition_name(words, self._wanted.options.edition))
        for part in (self._bar, self._far, self._cancel):
            part.setVisible(running)
        for button in (self.keep, self.print, self.smaller, self.larger):
            button.setVisible(ready)
        for leading in (self._to, self.contents):
            leading.setVisible(ready and bool(self._places))
        self.answers.setVisible(bool(self._wanted.section))
        problem = self._problem
        self._failed.setVisible(problem is not None)
        if problem is not None:
            self._failed.tell(f"{words.tell(problem)} [{problem.code}]")
        self._done.setVisible(self._saved is not None)
        if self._saved is not None:
            self._done.tell(words("The report is in {file}.", file=str(self._saved)))
        self._tell_page()

    def _tell_page(self) -> None:
        page = self.sheets.page
        self._where.say(f"{page + 1} / {self.sheets.number}" if page >= 0 else "")
        before = [number for number, one in enumerate(self._places) if one.page <= page]
        if before:
            self.contents.setCurrentIndex(before[-1])

    def _tell_progress(self, _stage: str, done: int, of: int) -> None:
        self._bar.tell(done, of)
        percent = 100 * done // of if of else 0
        self._far.say(self._words("Rendering, {percent}%", percent=percent))

    def _ended(self, result: object) -> None:
        if isinstance(result, Path):
            try:
                self._open(result)
            except Problem as problem:
                self._problem = problem.told()
        elif isinstance(result, Problem):
            self._problem = result.told()
        self._show()
        (self.contents if self._places else self.back).setFocus()
        self.rendering.prepare()  # for the next one, which may be of another section

    def _open(self, path: Path) -> None:
        opened = Opened(path)
        self._made = path
        self._places = list(opened.places())
        self.contents.clear()
        for place in self._places:
            self.contents.addItem("\u2003" * place.level + place.title, place.page)
        self.sheets.show_pages(opened, self._words)
        announce(
            self,
            self._words.plural("{number} page", "{number} pages", self.sheets.number),
        )

    def _forget(self) -> None:
        self.rendering.abandon()
        self.sheets.forget()
        self._made, self._problem, self._saved, self._places = None, None, None, []
        self.contents.clear()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    # -- what one does with it -----------------------------------------------------

    def _jump(self, index: int) -> None:
        self.sheets.go_to(self._places[index].page)

    def _to_answers(self) -> None:
        self.wanted.emit("facilitator", self._wanted.section)

    def _ask_where(self) -> None:
        words, consultation = self._words, self.hub.consultation
        if consultation is None:
            return
        self.hub.files.save_file(
            self,
            words("Where to save the report"),
            report_place(consultation, self._wanted.options),
            words("Report") + " (*.pdf)",
            self._save,
        )

    def _save(self, path: Path) -> None:
        if self._made is None:
            return
        try:
            write_atomically(path, read_limited(self._made, _MOST))
            self._saved, self._problem = path, None
        except Problem as problem:
            self._problem = problem.told()
        self._show()

    def _ask_printer(self) -> None:
        if self._made is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self._words("Print…"))
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.setModal(True)
        dialog.show()

    def print_on(self, printer: QPrinter) -> None:
        """Print all pages on *printer*."""
        if self._made is None:
            return
        try:
            print_pages(self._made, printer)
        except Problem as problem:
            self._problem = problem.told()
            self._show()
