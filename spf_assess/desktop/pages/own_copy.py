"""All that one answered, to print and to keep: looked at, as a PDF, as a document."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.form import FormPage
from spf_assess.desktop.pages.places import report_place
from spf_assess.desktop.pages.preview_wanted import Wanted
from spf_assess.desktop.pages.report import Open, open_in_system
from spf_assess.desktop.pages.report_render import Rendering
from spf_assess.desktop.parts import (
    Bar,
    Button,
    FlowLayout,
    Label,
    Notice,
    Segmented,
)
from spf_assess.desktop.tasks import Render, RenderDocument
from spf_assess.i18n import Words
from spf_assess.i18n.editions import paper_name
from spf_assess.model import BOTH, LANGUAGES, Edition, PaperSize, Problem, ReportOptions

_BAR_WIDTH = 320


class OwnCopyPage(FormPage):
    """Prints the answers of the file's own respondent, and nobody else's.

    ``arrive`` takes the page to go back to.
    """

    back_page = "check"

    def __init__(
        self, hub: Hub, parent: QWidget | None = None, open_path: Open = open_in_system
    ) -> None:
        super().__init__(hub, parent)
        self._open_path = open_path
        self._result: Path | Problem | None = None
        self.rendering = Rendering(hub, self)
        self._language_label = Label(role="strong")
        first = hub.words.language if hub.words.language in LANGUAGES else LANGUAGES[0]
        self.language = Segmented([(one, "") for one in (*LANGUAGES, BOTH)], first)
        self._paper_label = Label(role="strong")
        self.paper = Segmented([(one.value, "") for one in PaperSize], PaperSize.A4)
        self._careful = Label(role="small_text")
        self._ways, self._progress = QWidget(), QWidget()
        self.preview, self.document = Button(), Button()
        ways = FlowLayout(self._ways)
        ways.addWidget(self.preview)
        ways.addWidget(self.document)
        self._bar, self._cancel = Bar(), Button()
        self._bar.setFixedWidth(_BAR_WIDTH)
        row = FlowLayout(self._progress, gap=12)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        self._done, self._failed = Notice("saved"), Notice("error")
        self.open = Button()
        self._done.add_button(self.open)
        for part in (
            self._done,
            self._failed,
            self._language_label,
            self.language,
            self._paper_label,
            self.paper,
            self._careful,
            self._ways,
            self._progress,
        ):
            self.column.addWidget(part)
        self._connect()
        self._show()

    @property
    def options(self) -> ReportOptions:
        """What was chosen."""
        paper = PaperSize(self.paper.selected)
        return ReportOptions(self.language.selected, Edition.PARTICIPANT, paper=paper)

    def speak(self, words: Words) -> None:
        self.heading.say(words("Print your answers"))
        self.lead.say(
            words(
                "Everything you answered, question by question, and nobody else's"
                " answers; once you have handed in, with the eight words of the"
                " receipt."
            )
        )
        language = words("Language of the paper")
        self._language_label.say(language)
        named = {"en": "English", "fr": "Français", BOTH: words("Both, side by side")}
        self.language.say(named, language)
        self._paper_label.say(words("Paper"))
        self.paper.say(
            {one.value: paper_name(words, one) for one in PaperSize}, words("Paper")
        )
        self.preview.say(words("Preview"))
        self.document.say(words("Save as a Word document…"))
        self._cancel.say(words("Cancel"))
        self.open.say(words("Open"))
        for notice in (self._done, self._failed):
            notice.say_close(words("Close"))
        self.say_foot(words("Back"), words("Save as PDF…"))
        self._show()

    def arrive(self, detail: object = None) -> None:
        if isinstance(detail, str):  # not where one only comes back from the pages
            self.back_page, self._result = detail, None
        self._show()
        self.preview.setFocus()

    def leave(self) -> bool:
        self.rendering.abandon()
        return True

    def check(self) -> dict[QWidget, str]:
        return {}

    def tell_errors(self, found: object) -> None:
        """Nothing can be left out here."""

    def make(self) -> None:
        self._ask_where(Render, ".pdf", "PDF (*.pdf)")

    # -- inside -------------------------------------------------------------------

    def _connect(self) -> None:
        self.preview.clicked.connect(
            lambda: self.wanted.emit("preview", Wanted(self.options, back="own"))
        )
        self.document.clicked.connect(
            lambda: self._ask_where(RenderDocument, ".docx", "Word (*.docx)")
        )
        self._cancel.clicked.connect(self.rendering.cancel)
        self.open.clicked.connect(self._open)
        self.rendering.progress.connect(lambda _stage, *far: self._bar.tell(*far))
        self.rendering.ended.connect(self._ended)
        self.hub.closed.connect(self.leave)

    def _ask_where(self, kind: type[Render], ending: str, filters: str) -> None:
        consultation = self.hub.consultation
        if consultation is None or self.rendering.running:
            return
        self.hub.files.save_file(
            self,
            self.hub.words("Where to save your answers"),
            report_place(consultation, self.options).with_suffix(ending),
            filters,
            lambda out: self._begin(out, kind),
        )

    def _begin(self, out: Path, kind: type[Render]) -> None:
        self._result = None
        self._bar.tell(0, 0)
        self.rendering.start(out, self.options, kind)
        self._show()
        if self.rendering.running:
            self._cancel.setFocus()

    def _ended(self, result: object) -> None:
        if isinstance(result, Problem):
            result = result.told()
        self._result = result if isinstance(result, Path | Problem) else None
        self._show()
        (self.open if isinstance(result, Path) else self.make_button).setFocus()

    def _show(self) -> None:
        words, result, running = self.hub.words, self._result, self.rendering.running
        careful = words("Whoever has this file can read it; it is not locked.")
        if self.hub.sheet is not None:
            careful = words(
                "This computer is not yours: save the file on your own stick, or print"
                " it from the preview, which leaves nothing here."
            )
        self._careful.say(careful)
        self._ways.setVisible(not running)
        self.make_button.setVisible(not running)
        self._progress.setVisible(running)
        self._done.setVisible(isinstance(result, Path))
        self._failed.setVisible(isinstance(result, Problem))
        if isinstance(result, Path):
            self._done.tell(words("Your answers are in {file}.", file=str(result)))
        elif isinstance(result, Problem):
            self._failed.tell(f"{words.tell(result)} [{result.code}]")

    def _open(self) -> None:
        if isinstance(self._result, Path):
            self._open_path(self._result)
