"""The report: made here, with progress, while the window stays usable."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.consultation import BoardRow
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.look import current
from spf_assess.desktop.models.board import BenchOrder, begun_here, standing
from spf_assess.desktop.pages.preview_wanted import Wanted
from spf_assess.desktop.pages.report_beside import BesideReport
from spf_assess.desktop.pages.report_check import PacketCheck
from spf_assess.desktop.pages.report_form import ReportForm
from spf_assess.desktop.pages.report_remarks import RemarksCard
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
    Surface,
)
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.tasks import Render, RenderDocument
from spf_assess.i18n import Words
from spf_assess.model import Problem, ReportOptions

_MEASURE, _SIDE, _BAR_WIDTH = 1254, 56, 320
Open = Callable[[Path], bool]


def open_in_system(path: Path) -> bool:
    """Open a file or folder with the program the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class ReportView(QWidget):
    """Edition, place, progress, result; the window stays usable all the while.

    ``page_wanted(name, detail)`` asks the window for another page.
    """

    page_wanted = Signal(str, object)

    def __init__(
        self, hub: Hub, _order: BenchOrder, open_path: Open = open_in_system
    ) -> None:
        super().__init__()
        self._hub, self._words, self._open_path = hub, hub.words, open_path
        self._made: Path | None = None
        self._as_document = False
        self._result: Problem | str | None = None
        self._stage = ("", 0, 0)
        self._standing, self._blind = standing(()), False
        self._begun_here = 0
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
    def options(self) -> ReportOptions:
        """What is made: as chosen, and while answers are awaited provisional."""
        return replace(self._form.options, early=self._blind)

    @property
    def out(self) -> Path:
        """Where the report will be."""
        return self._form.out

    def forget(self) -> None:
        """Begin anew with another consultation."""
        self._rendering.abandon()
        self._show_running(on=False)
        self._form.forget()
        self.remarks.forget()
        self._made, self._result = None, None
        self._show_result()
        self._check.hide()

    def refresh(self, rows: Sequence[BoardRow]) -> None:
        """Show where the report goes and who is in it."""
        self._standing = standing(rows)
        consultation = self._hub.consultation
        self._blind = consultation is not None and consultation.blind is not None
        self._begun_here = begun_here(consultation, self._standing)
        if consultation is not None:
            chosen, asked = consultation.selection, consultation.questionnaire
            sections = [
                section
                for section in asked.sections
                if any(chosen.includes(item) for item in section.items)
            ]
            self._form.show_sections(sections)
            self._form.show_seats(consultation.printable())
            self.remarks.show_sections(sections)
        self._form.say_place()
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
        self._cancel.say(words("Cancel"))
        self._say_opening()
        self._show_folder.say(words("Show in folder"))
        for notice in (self._done, self._failed):
            notice.say_close(words("Close"))
        for part in (self._form, self._beside, self.remarks, self._check):
            part.speak(words)
        self._say_progress()
        self._show_result()
        self._say_who()

    def _say_opening(self) -> None:
        words = self._words
        self._open.say(
            words("Open the document") if self._as_document else words("Open the PDF")
        )

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
        self._preview = Button()
        cards = QWidget()
        columns = ColumnsLayout(cards, weights=(5, 4))
        self._form, self._beside = ReportForm(self._hub), BesideReport(self._hub)
        columns.addWidget(self._form)
        columns.addWidget(self._beside)
        self._check, self.remarks = PacketCheck(), RemarksCard(self._hub)
        for widget in (
            self._heading,
            self._about,
            self._who,
            self._done,
            self._failed,
            cards,
            self.remarks,
            self._check,
        ):
            self._column.addWidget(widget)
        self._done.hide()
        self._failed.hide()
        self._column.addStretch(1)

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
        for button in (self._cancel, self._preview, self._make):
            buttons.addWidget(button)
        edges.addWidget(self._progress)
        edges.addWidget(right)
        self._show_running(on=False)
        return foot

    def _connect(self) -> None:
        self._make.clicked.connect(self.make)
        self._preview.clicked.connect(
            lambda: self.page_wanted.emit("preview", Wanted(self.options))
        )
        self._cancel.clicked.connect(self._rendering.cancel)
        self._open.clicked.connect(self._open_report)
        self._show_folder.clicked.connect(self._open_folder)
        self._form.changed.connect(self._say_who)
        self._beside.exported.connect(self._exported)
        self._beside.paper_wanted.connect(
            lambda: self.page_wanted.emit("paper", "facilitator")
        )
        self._beside.document_wanted.connect(self._ask_document)
        self._beside.packet_chosen.connect(
            lambda path: self._check.check(path, self._words)
        )
        self._rendering.progress.connect(self._note_progress)
        self._rendering.ended.connect(self._ended)

    # -- the report ---------------------------------------------------------------

    def make(self) -> None:
        """Make the report where it is to be saved."""
        self._begin(self.out, Render)

    def _ask_document(self) -> None:
        """Ask where the edition is to be saved as a document, and make it there."""
        words = self._words
        self._hub.files.save_file(
            self,
            words("Where to save the document"),
            self.out.with_suffix(".docx"),
            "Word (*.docx)",
            lambda path: self._begin(path, RenderDocument),
        )

    def _begin(self, out: Path, kind: type[Render]) -> None:
        self._result, self._made, self._stage = None, None, ("", 0, 0)
        self._as_document = kind is RenderDocument
        self._say_opening()
        self._show_result()
        self.remarks.keep()
        self._rendering.start(out, self.options, kind)
        if self._rendering.running:
            self._show_running(on=True)
            self._say_progress()
            self._cancel.setFocus()

    def _say_who(self) -> None:
        found, words = self._standing, self._words
        shut = self._blind and self._begun_here > 0
        self._make.say(
            words("Make a provisional report")
            if self._blind
            else words("Make the report")
        )
        self._preview.say(words("Preview"))
        for button in (self._make, self._preview, self._beside.document):
            button.setEnabled(not shut and self._form.ready)
        self._beside.let_export(on=not self._blind)
        if self._blind:
            told = words.plural(
                "The round is open and {in_} of {number} seat has handed in. A report"
                " made now shows positions before the others have answered, and says on"
                " its first page that it is provisional. For the report itself, close"
                " the round under Discussion.",
                "The round is open and {in_} of {number} seats have handed in. A report"
                " made now shows positions before the others have answered, and says on"
                " its first page that it is provisional. For the report itself, close"
                " the round under Discussion.",
                found.invited,
                in_=found.handed_in,
            )
            if shut:
                told = words(
                    "{sentence} While somebody still answers on this computer, none is"
                    " made.",
                    sentence=told,
                )
            self._who.say(told)
            return
        if not found.invited:
            self._who.say(
                words("Nobody has been invited yet: the report would hold no answers.")
            )
            return
        self._who.say(
            words.plural(
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
        self._form.say_place()
        (self._open if self._made is not None else self._make).setFocus()

    def _show_running(self, *, on: bool) -> None:
        self._bar.setVisible(on)
        self._far.setVisible(on)
        self._cancel.setVisible(on)
        for button in (self._make, self._preview):
            button.setVisible(not on)
        self._beside.document.setVisible(not on)
        self._form.let_choose(on=not on)

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
            self._done.tell(
                words("The document is in {file}.", file=result)
                if self._as_document
                else words("The report is in {file}.", file=result)
            )
        elif result == "":
            self._done.tell(words("Stopped. Nothing half-written is left."))

    def _open_report(self) -> None:
        if self._made is not None and not self._open_path(self._made):
            announce(self, self._words("No program on this computer opens it."))

    def _open_folder(self) -> None:
        if self._made is not None:
            self._open_path(self._made.parent)

    def _exported(self, result: object) -> None:
        self._made = None
        self._result = result if isinstance(result, Problem) else None
        self._show_result()
        if isinstance(result, Path):
            self._done.tell(self._words("The export is in {file}.", file=result))
