"""The main window: a bar, a place for what went wrong, and one page at a time."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.look import SCALES
from spf_assess.desktop.pages import PAGES, Factory, factory
from spf_assess.desktop.pages.page import Page
from spf_assess.desktop.parts.shortcuts import add_shortcuts
from spf_assess.desktop.parts.surface import Surface
from spf_assess.desktop.topbar import TopBar
from spf_assess.i18n.formats import time_text
from spf_assess.i18n.words import Words
from spf_assess.model.problem import N_, Problem

if TYPE_CHECKING:
    from spf_assess.desktop.going_back import GoingBack
    from spf_assess.desktop.parts.notice import Notice
    from spf_assess.desktop.rescue import Rescue

FIRST_SIZE = (1366, 768)
_LEAST_SIZE = (640, 480)
_HOME_PAGES = ("start", "create", "alone")
_ASIDE = ("help", "read")


class MainWindow(QMainWindow):
    """Shows pages; each is built when it is first asked for.

    ``show_page(name, detail)`` shows one, ``page(name)`` returns the one that is built.
    ``add_page(name, factory)`` puts another page in the place of a name.
    """

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self._factories: dict[str, Factory] = {name: factory(name) for name in PAGES}
        self._pages: dict[str, Page] = {}
        self._name = ""
        self._before_aside = "start"
        self._problem: Problem | None = None
        self._notice: Notice | None = None
        self._rescue: Rescue | None = None
        self._going_back: GoingBack | None = None
        self._saved_at: datetime | None = None
        self._build()
        self._listen()
        self._keys_added = False
        self.setAcceptDrops(True)
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        self.speak(hub.words)

    # -- pages --------------------------------------------------------------------

    @property
    def page_name(self) -> str:
        """The name of the page that is shown."""
        return self._name

    @property
    def bar(self) -> TopBar:
        """The bar on top."""
        return self._bar

    @property
    def notice(self) -> "Notice":
        """The strip that tells what went wrong; made when it is first needed."""
        if self._notice is None:
            from spf_assess.desktop import going_back, rescue
            from spf_assess.desktop.parts import notice

            self._notice = notice.Notice("error", close=self.hub.words("Close"))
            self._notice.hide()
            self._notice.closed.connect(self._forget_problem)
            self._rescue = rescue.Rescue(self.hub, self._notice, self)
            self._going_back = going_back.GoingBack(self.hub, self._notice, self)
            self._column.insertWidget(1, self._notice)
        return self._notice

    def add_page(self, name: str, build: Factory) -> None:
        """Say how the page of this name is built."""
        self._factories[name] = build

    def page(self, name: str) -> Page:
        """Return a page, built now if it was not yet.

        Raises:
            KeyError: there is no page of this name.
        """
        if name not in self._pages:
            page = self._factories[name](self.hub)
            page.speak(self.hub.words)
            page.wanted.connect(self._follow)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def show_page(self, name: str, detail: object = None) -> None:
        """Show a page, unless what stands on the present one cannot be saved."""
        if self._name and name != self._name and not self._pages[self._name].leave():
            return
        page = self.page(name)
        self._name = name
        self._bar.show_place(home=name in _HOME_PAGES or self.hub.consultation is None)
        self._stack.setCurrentWidget(page)
        page.arrive(detail)
        self._tell_title()

    def _follow(self, name: str, detail: object) -> None:
        if name == "back":
            self.show_page(self._before_aside)
        else:
            self.show_page(name, detail)

    def show_start(self) -> None:
        """Show the page that fits what is open: where to go on."""
        self.show_page("start" if self.hub.sheet is None else "answering")

    def put_sheet_away(self) -> None:
        """Close the answer sheet that is open, unless something is not saved."""
        if self._name and not self._pages[self._name].leave():
            return
        self.hub.put_sheet_away()

    def toggle_help(self) -> None:
        """Show the keys; a second time, go back to where one was."""
        self._toggle("help")

    def toggle_reading(self) -> None:
        """Show what there is to read; a second time, go back to where one was."""
        self._toggle("read")

    def _toggle(self, name: str) -> None:
        if self._name == name:
            self.show_page(self._before_aside)
            return
        if self._name not in _ASIDE:
            self._before_aside = self._name
        self.show_page(name)

    def take_files(self, paths: list[Path]) -> None:
        """Open or bring in files that were named on the command line or dropped."""
        if paths and self._name and not self._pages[self._name].leave():
            return
        packets = [path for path in paths if path.suffix == ".spfr"]
        regions: list[Path] = []
        for path in paths:
            if path.suffix == ".spfa" and self.hub.is_region(path):
                regions.append(path)
            elif path.suffix == ".spfa":
                self.hub.open(path)
            elif path.suffix == ".spfi":
                self.show_page("start", path)
        if regions:
            self.show_page("regions", regions)
        if packets:
            self._take_packets(packets)

    def _take_packets(self, packets: list[Path]) -> None:
        open_ = self.hub.consultation
        if open_ is not None and open_.role.value == "facilitator":
            self.show_page("facilitator", packets)
        else:
            self.hub.problem.emit(
                Problem(
                    "D-101",
                    N_(
                        "{file} is an answer packet. Open the facilitator's"
                        " consultation first, then bring it in there."
                    ),
                    file=packets[0].name,
                )
            )

    # -- language -----------------------------------------------------------------

    def speak(self, words: Words) -> None:
        """Say the words of the bar and of every page that is built."""
        self._bar.speak(words)
        if self._notice is not None:
            self._notice.say_close(words("Close"))
        if self._problem is not None:
            self._tell_problem(self._problem)
        self._tell_saved()
        for page in self._pages.values():
            page.speak(words)
        self._tell_title()

    # -- Qt's events --------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.hub.busy:  # asked once more when all is written
            event.ignore()
            return
        if self._name and not self._pages[self._name].leave():
            event.ignore()
            self._ask_to_leave()
            return
        if self.hub.close():
            event.accept()
        else:  # what could not be brought back to its stick has to be read
            self.show_page("start")
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_files(_files_in(event))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._keys_added:
            self._keys_added = True
            QTimer.singleShot(0, self, self._add_keys)

    # -- inside -------------------------------------------------------------------

    def _build(self) -> None:
        whole = Surface("page")
        column = self._column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = TopBar(self.hub)
        self._stack = QStackedWidget()
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(whole)

    def _listen(self) -> None:
        hub = self.hub
        hub.problem.connect(self._tell_problem)
        hub.saved.connect(self._note_saved)
        hub.closing.connect(self._save_page)
        hub.opened.connect(self._go_in)
        hub.closed.connect(self._go_out)
        hub.language_changed.connect(lambda: self.speak(self.hub.words))
        self._bar.home_wanted.connect(self.show_start)
        self._bar.put_away_wanted.connect(self.put_sheet_away)
        self._bar.help_wanted.connect(self.toggle_help)
        self._bar.reading_wanted.connect(self.toggle_reading)
        self._bar.language_wanted.connect(self._speak_in)
        self._bar.content_wanted.connect(
            lambda name: self.hub.speak(Words(self.hub.words.language, name))
        )
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._pause)

    def _add_keys(self) -> None:
        keys = {
            "F1": self.toggle_help,
            "F3": self.toggle_reading,
            "Alt+Home": self.show_start,
            "Ctrl++": lambda: self._resize_text(1),
            "Ctrl+=": lambda: self._resize_text(1),
            "Ctrl+-": lambda: self._resize_text(-1),
            "Ctrl+0": lambda: self.hub.choose_look(scale=1.0),
            "Ctrl+L": self._other_language,
        }
        add_shortcuts(self, keys, everywhere=True)

    def _pause(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive and self._name:
            self._pages[self._name].pause()

    def _resize_text(self, step: int) -> None:
        at = SCALES.index(self.hub.look.scale) + step
        self.hub.choose_look(scale=SCALES[min(max(at, 0), len(SCALES) - 1)])

    def _other_language(self) -> None:
        self._speak_in("fr" if self.hub.words.language == "en" else "en")

    def _speak_in(self, language: str) -> None:
        """Speak another language; the questions keep one that was chosen for them."""
        self.hub.speak(Words(language, self.hub.words.content))

    def _save_page(self) -> None:
        if self._name:
            self._pages[self._name].pause()

    def _go_in(self) -> None:
        self._saved_at = None
        self._tell_saved()
        consultation = self.hub.consultation
        if consultation is None:
            return
        respondent = consultation.role.value == "respondent"
        usual = "answering" if respondent else "facilitator"
        self.show_page(self.hub.landing or usual)
        why = consultation.read_only_because or next(iter(consultation.damaged), None)
        if why is not None:
            self._tell_problem(why)

    def _go_out(self) -> None:
        self._saved_at = None
        self._tell_saved()
        if self.hub.words.content:  # the next consultation may not speak it
            self.hub.speak(Words(self.hub.words.language))

    def _tell_problem(self, problem: Problem) -> None:
        self._problem, words, notice = problem, self.hub.words, self.notice
        lines = [_sentence(words, problem)]
        if self._rescue is not None:
            lines += self._rescue.details(problem, words)
            self._rescue.offer(problem)
        if self._going_back is not None:
            self._going_back.offer(problem)
        notice.tell("\n".join(lines))

    def _forget_problem(self) -> None:
        self._problem = None

    def _note_saved(self, done: bool) -> None:  # noqa: FBT001 - a signal's argument
        words = self.hub.words
        if done:
            self._saved_at = datetime.now().astimezone()
            self._tell_saved()
        elif self.hub.consultation is not None:
            self._bar.saved_sign.tell(words("Not saved"), saved=False)

    def _tell_saved(self) -> None:
        words = self.hub.words
        text, low = "", False
        if self._saved_at is not None:
            time = time_text(self._saved_at, words.language)
            text = words("Saved at {time}", time=time)
            open_ = self.hub.consultation
            low = open_ is not None and open_.space_low
        if low:
            text = words("{saved}, but the disk is almost full", saved=text)
        self._bar.saved_sign.tell(text, saved=not low)

    def _tell_title(self) -> None:
        program = self.hub.words("Tripartite self-assessment")
        page = self._pages.get(self._name)
        self.setWindowTitle(f"{page.title()} – {program}" if page else program)

    def _ask_to_leave(self) -> None:
        from spf_assess.desktop.parts.dialogs import confirm

        words = self.hub.words
        confirm(
            self,
            words("The last answer is not saved"),
            words(
                "If you close now, what you typed last is lost. Everything before it"
                " is saved."
            ),
            yes=words("Close all the same"),
            no=words("Stay"),
            then=self._close_anyway,
        )

    def _close_anyway(self) -> None:
        self._name = ""
        self.close()


def _sentence(words: Words, problem: Problem) -> str:
    return f"{words.tell(problem)} [{problem.code}]"


def _files_in(event: QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls()]
    return [path for path in paths if path.suffix in (".spfa", ".spfi", ".spfr")]
