"""The questionnaire on paper: whose copy, in which language, booklet or cards."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.form import FormPage
from spf_assess.desktop.pages.places import documents
from spf_assess.desktop.pages.whom import Whom
from spf_assess.desktop.parts import (
    Bar,
    Button,
    FlowLayout,
    Label,
    Notice,
    Segmented,
)
from spf_assess.desktop.parts.picking import Picking
from spf_assess.desktop.tasks import PrintPaper, Task
from spf_assess.i18n import Words
from spf_assess.model import Constituency, Problem

BOOKLET, CARDS = "booklet", "cards"
BOTH = "both"
CORE, FULL = "core", "full"
_BAR_WIDTH = 320


class PaperPage(FormPage):
    """Prints what a group is asked, to be answered by hand or laid on a table.

    While a consultation is open it is that consultation's questionnaire; otherwise the
    official one, core or full.
    """

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._task: Task | None = None
        self._made: Path | None = None
        self._told: Problem | None = None
        self._what = Label(role="strong")
        self._kind = Segmented(((BOOKLET, ""), (CARDS, "")), BOOKLET)
        self._whom = Whom(hub.turn)
        self._whom.picked.connect(self.refresh_errors)
        self._language_label = Label(role="strong")
        first = hub.words.language
        other = "fr" if first == "en" else "en"
        self._language = Segmented(((first, ""), (other, ""), (BOTH, "")), first)
        self._questions_label, self._questions = Label(role="strong"), Picking()
        self._questions_label.setBuddy(self._questions)
        self._form_label = Label(role="strong")
        self._form = Segmented(((CORE, ""), (FULL, "")), CORE)
        self._done, self._failed = Notice("saved"), Notice("error")
        self._open = Button()
        self._done.add_button(self._open)
        self._progress = QWidget()
        row = FlowLayout(self._progress, gap=12)
        self._bar, self._cancel = Bar(), Button()
        self._bar.setFixedWidth(_BAR_WIDTH)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        self._lay_out()
        self._open.clicked.connect(self._show_pdf)
        self._cancel.clicked.connect(self.stop)
        for notice in (self._done, self._failed, self._progress):
            notice.hide()

    @property
    def printing(self) -> bool:
        """Whether something is being made."""
        return self._task is not None

    def speak(self, words: Words) -> None:
        self.heading.say(words("Print the questionnaire"))
        self.lead.say(
            words(
                "A PDF to print: a booklet to fill in by hand, with the descriptions of"
                " all levels, or one card for each question. Nobody's answers are in"
                " it."
            )
        )
        what = words("What do you print?")
        self._what.say(what)
        self._kind.say({BOOKLET: words("Booklet"), CARDS: words("Cards")}, what)
        self._whom.speak(words, words("For whom?"))
        language = words("Language of the paper")
        self._language_label.say(language)
        named = {"en": "English", "fr": "Français", BOTH: words("Both, side by side")}
        self._language.say(named, language)
        self._say_questions(words)
        form = words("Which questions?")
        self._form_label.say(form)
        self._form.say({CORE: words("Core form"), FULL: words("Full form")}, form)
        self._cancel.say(words("Cancel"))
        self._open.say(words("Open the PDF"))
        for notice in (self._done, self._failed):
            notice.say_close(words("Close"))
        self.say_foot(words("Back"), words("Save as PDF…"))
        self.refresh_errors()
        self._tell()

    def arrive(self, detail: object = None) -> None:
        self.back_page = detail if isinstance(detail, str) else "start"
        self._say_questions(self.hub.words)
        own = self.hub.consultation is not None
        self._form_label.setVisible(not own)
        self._form.setVisible(not own)
        self._whom.take_focus()

    def leave(self) -> bool:
        self.stop()
        return True

    def check(self) -> Mapping[QWidget, str]:
        return self._whom.missing(self.hub.words("Choose for whom you print."))

    def tell_errors(self, found: Mapping[QWidget, str]) -> None:
        self._whom.tell_error(next(iter(found.values()), ""))

    def make(self) -> None:
        if self._task is not None:
            return
        words, who = self.hub.words, Constituency(self._whom.chosen)
        name = f"{self._kind.selected}-{who.value}-{self._tongues()[0]}.pdf"
        self.hub.files.save_file(
            self,
            words("Where to save the questionnaire"),
            documents() / name,
            words("Questionnaire") + " (*.pdf)",
            self._print,
        )

    def stop(self) -> None:
        """Stop at once what is being made; nothing half-written is left."""
        if self._task is not None:
            self._task.cancel()

    def _lay_out(self) -> None:
        for part in (
            self._done,
            self._failed,
            self._what,
            self._kind,
            self._whom,
            self._language_label,
            self._language,
            self._questions_label,
            self._questions,
            self._form_label,
            self._form,
            self._progress,
        ):
            self.column.addWidget(part)

    def _say_questions(self, words: Words) -> None:
        """Offer the languages of the consultation's national pack for the questions."""
        open_, chosen = self.hub.consultation, self._questions.currentData()
        pack = None if open_ is None else open_.questionnaire.pack
        named = {} if pack is None else dict(pack.languages)
        asked = words("Language of the printed questions")
        self._questions_label.say(asked)
        self._questions.setAccessibleName(asked)
        self._questions.clear()
        self._questions.addItem(words("As the paper"), "")
        for code, name in named.items():
            self._questions.addItem(name, code)
        self._questions.setCurrentIndex(max(0, self._questions.findData(chosen)))
        for widget in (self._questions_label, self._questions):
            widget.setVisible(bool(named))

    def _tongues(self) -> tuple[str, str]:
        """Return the language of the paper, and of what the command says.

        Where the questions are in a national language, the instructions are in that of
        the messages.
        """
        paper, interface = self._language.selected, self.hub.words.language
        questions = self._questions.currentData() or ""
        if not questions:
            return paper, interface
        return questions, interface if paper == BOTH else paper

    def _print(self, out: Path) -> None:
        open_ = self.hub.consultation
        self._made, self._told = None, None
        language, interface = self._tongues()
        self._task = PrintPaper(
            self._kind.selected,
            out,
            who=self._whom.chosen,
            language=language,
            form=self._form.selected,
            consultation=None if open_ is None else open_.path,
            interface=interface,
            parent=self,
        )
        self._task.progress.connect(lambda _stage, done, of: self._bar.tell(done, of))
        for ended in (self._task.finished, self._task.failed, self._task.cancelled):
            ended.connect(self._ended)
        self._bar.tell(0, 0)
        self._tell()
        self._task.start()
        self._cancel.setFocus()

    def _ended(self, result: object = None) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.deleteLater()
        self._made = result if isinstance(result, Path) else None
        self._told = result.told() if isinstance(result, Problem) else None
        self._tell()
        if self._made is not None:
            self._open.setFocus()

    def _tell(self) -> None:
        words = self.hub.words
        self._progress.setVisible(self._task is not None)
        self._done.setVisible(self._made is not None)
        self._failed.setVisible(self._told is not None)
        if self._made is not None:
            self._done.tell(words("The questionnaire is in {file}.", file=self._made))
        if self._told is not None:
            self._failed.tell(words.tell(self._told))

    def _show_pdf(self) -> None:
        if self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))
