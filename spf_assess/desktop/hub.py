"""The one place the window's pages speak to: the open consultation and its changes.

A page calls a method here; the method calls the consultation, and ``changed`` carries
what changed to every page that shows those rows. What cannot be done comes back as
``problem`` and ``False``: the page keeps what the person typed.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from spf_assess.desktop.look import Look
from spf_assess.desktop.settings import Settings, load, save
from spf_assess.i18n.words import Words
from spf_assess.model.problem import Problem

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation
    from spf_assess.consultation.collecting import OpenSheet
    from spf_assess.consultation.handing_in import HandIn
    from spf_assess.desktop.ahead import Ahead
    from spf_assess.desktop.backups import Backups
    from spf_assess.desktop.parts.dialogs import FileChooser
    from spf_assess.desktop.unrecorded import Unrecorded
    from spf_assess.model import (
        Answer,
        Changes,
        Constituency,
        PacketRecord,
        Questionnaire,
        RespondentKind,
        Selection,
        Text,
    )

_REMEMBER_AFTER_MS = 5000


class Hub(QObject):
    """Holds what is open and tells everyone about it.

    Signals:
        changed(Changes): after every command that changed something.
        problem(Problem): something could not be done; to be shown, nothing is lost.
        saved(bool): whether the last answer is on disk.
        language_changed(): ``words`` is another instance now.
        closing(): the open consultation will be closed; last moment to save to it.
        opened(), closed(): ``consultation`` is another one now, or None.
        settings_changed(): recent files or choices differ.
    """

    changed = Signal(object)
    problem = Signal(object)
    saved = Signal(bool)
    language_changed = Signal()
    closing = Signal()
    opened = Signal()
    closed = Signal()
    settings_changed = Signal()

    def __init__(
        self,
        words: Words,
        look: Look,
        settings_path: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.look = look
        self.consultation: Consultation | None = None
        # an answer sheet behind a PIN is open; the facilitator's file waits meanwhile
        self.sheet: OpenSheet | None = None
        self._waiting: Consultation | None = None
        self.landing = ""  # the page to come back to, where it is another than usual
        # no bench is always first: the order turns with every start of the program
        self.turn = time.time_ns() // 1_000_000 % 3
        self._files: FileChooser | None = None
        self._unrecorded: Unrecorded | None = None
        self._backups: Backups | None = None
        self._ahead: Ahead | None = None
        self.refused: Path | None = None  # the file that is being opened
        self._checking = False
        self.busy = False  # much is being written into the open file
        self._settings_path = settings_path
        self._settings = load(settings_path) if settings_path else Settings()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REMEMBER_AFTER_MS)
        self._later.timeout.connect(self.remember)

    # -- opening and closing ------------------------------------------------------

    def open(self, path: Path) -> bool:
        """Open a consultation's file in place of the one that is open.

        Of a large one the window tells how far it is, and it can be left off.
        """
        from spf_assess.consultation import Consultation
        from spf_assess.desktop.checking import Checking, LeftOffError

        # dropped while another one is being checked, or while this one is written
        if self._checking or self.busy:
            return False
        checking = Checking(self.words, path)
        self.refused, self._checking = path, True
        try:
            return self._take(
                lambda: Consultation.open(path, back_up=False, watch=checking.watch)
            )
        except LeftOffError:
            return False
        finally:
            checking.end()
            self.refused, self._checking = None, False

    def is_region(self, path: Path) -> bool:
        """Whether a file could be merged into the one that is open."""
        open_ = self.consultation
        return (
            open_ is not None
            and open_.role.value == "facilitator"
            and not open_.read_only
            and open_.is_region(path)
        )

    def create(
        self,
        path: Path,
        *,
        title: "Text",
        country: "Text",
        place: str = "",
        selection: "Selection | None" = None,
        questionnaire: "Questionnaire | None" = None,
    ) -> bool:
        """Start a consultation in a new file, as its facilitator.

        *questionnaire* is the official one unless another is given.
        """

        def make() -> "Consultation":
            from spf_assess.consultation import Consultation
            from spf_assess.model import Selection
            from spf_assess.questionnaire import load_questionnaire

            return Consultation.create(
                path,
                title=title,
                country=country,
                questionnaire=questionnaire or load_questionnaire(),
                selection=selection or Selection(),
                place=place,
            )

        return self._take(make)

    def renew(self, path: Path, last: Path, *, title: "Text") -> bool:
        """Start the consultation that follows the one in *last*, in a new file."""

        def make() -> "Consultation":
            from spf_assess.consultation.renewing import renew

            return renew(path, last, title=title)

        return self._take(make)

    def accept(self, path: Path, invitation: bytes) -> bool:
        """Make a respondent's own file from an invitation and open it."""
        from spf_assess.consultation import Consultation

        return self._take(lambda: Consultation.accept(path, invitation))

    def alone(
        self,
        path: Path,
        *,
        constituency: "Constituency",
        kind: "RespondentKind",
        **about: Any,
    ) -> bool:
        """Make and open a file for a self-assessment without an invitation."""
        from spf_assess.consultation import Consultation

        return self._take(
            lambda: Consultation.alone(
                path, constituency=constituency, kind=kind, **about
            )
        )

    def take(self, consultation: "Consultation") -> None:
        """Hold an open consultation in place of the one held so far."""
        self.close()
        self.consultation = consultation
        self._tidy()
        self.remember()
        self.opened.emit()

    def close(self) -> bool:
        """Close what is open, if anything; a sheet is sealed first.

        Returns False when it is closed, but something about it has to be told.
        """
        if self.sheet is not None and not self.put_sheet_away():
            self._leave_sheet()
        if self.consultation is None:
            self._later.stop()
            return True
        self.closing.emit()
        self.remember()
        closing, self.consultation = self.consultation, None
        left: Problem | None = None
        try:
            closing.close()
        except Problem as problem:
            left = problem.told()
        self.closed.emit()
        if left is not None:
            self.tell(left)
        return left is None

    # -- an answer sheet on this computer -----------------------------------------

    def show_sheet(self, sheet: "OpenSheet") -> None:
        """Let a sheet be answered; the facilitator's file stays locked and waits."""
        self.closing.emit()
        self.remember()
        self._waiting, self.consultation = self.consultation, None
        self.closed.emit()
        self.sheet, self.consultation = sheet, sheet.consultation
        self.opened.emit()

    def hand_in_sheet(self) -> "tuple[HandIn, PacketRecord] | None":
        """Hand in the open sheet; its packet is in the facilitator's file at once."""
        if self.sheet is None or self._waiting is None:
            return None
        try:
            return self._waiting.hand_in_sheet(self.sheet)
        except Problem as problem:
            self.tell(problem)
            return None

    def put_sheet_away(self) -> bool:
        """Seal the open sheet and come back to the facilitator's file.

        Returns False when it could not be sealed: it stays in its folder, where only
        its PIN opens it again.
        """
        if self.sheet is None or self._waiting is None:
            return True
        self.closing.emit()
        try:
            self._waiting.close_sheet(self.sheet)
        except Problem as problem:
            self.tell(problem)
            return False
        self._leave_sheet()
        return True

    def _leave_sheet(self) -> None:
        sheet, self.sheet = self.sheet, None
        desk, self._waiting, self.consultation = self._waiting, None, None
        if sheet is not None:
            sheet.consultation.close()  # a second time does nothing
        self.closed.emit()
        in_turn = sheet is not None and sheet.channel.value == "in_turn"
        self.landing = "turn" if in_turn else ""
        self.consultation = desk
        self.opened.emit()
        self.landing = ""

    def _tidy(self) -> None:
        if self.consultation is None or self.consultation.role.value != "facilitator":
            return
        try:
            self.consultation.tidy_sheets()
        except Problem as problem:
            self.tell(problem)

    def tell(self, problem: Problem) -> None:
        """Tell everyone that something could not be done, and why."""
        self.problem.emit(problem.told())

    # -- commands -----------------------------------------------------------------

    def answer(self, answer: "Answer", respondent_id: str = "") -> bool:
        """Write an answer (of the file's own respondent); False when it is not on disk.

        The caller keeps the text and offers to try again.
        """
        done = self.do(
            lambda open_: open_.answer(respondent_id or open_.me().id, answer)
        )
        self.saved.emit(done)
        return done

    def undo(self) -> bool:
        """Take back the last answer of the file's own respondent."""
        return self.do(lambda open_: open_.undo(open_.me().id))

    def redo(self) -> bool:
        """Put back what was taken back."""
        return self.do(lambda open_: open_.redo(open_.me().id))

    def do(self, command: "Callable[[Consultation], Changes | None]") -> bool:
        """Run any command of the consultation and tell everyone what it changed.

        Returns False when nothing is open, when the command changed nothing, and when
        it failed (then ``problem`` was told).
        """
        if self.consultation is None:
            return False
        try:
            changes = command(self.consultation)
        except Problem as problem:
            self.tell(problem)
            return False
        if changes is None:
            return False
        self._later.start()
        self.changed.emit(changes)
        return True

    @contextmanager
    def out_of_reach(self) -> Iterator[None]:
        """Let nobody use the open file while much is written into it in one go.

        The window has its turns meanwhile: what looks for the consultation finds none,
        and the window stays open.
        """
        held, self.consultation = self.consultation, None
        self.busy = True
        try:
            yield
        finally:
            self.consultation, self.busy = held, False

    # -- files --------------------------------------------------------------------

    @property
    def files(self) -> "FileChooser":
        """How pages ask for a file: the system's dialog, unless another was given."""
        if self._files is None:
            from spf_assess.desktop.parts.dialogs import SystemFileChooser

            self._files = SystemFileChooser()
        return self._files

    @files.setter
    def files(self, chooser: "FileChooser") -> None:
        self._files = chooser

    @property
    def unrecorded(self) -> "Unrecorded":
        """What was typed on the facilitator's pages and is not recorded yet."""
        if self._unrecorded is None:
            from spf_assess.desktop.unrecorded import Unrecorded

            self._unrecorded = Unrecorded(self)
        return self._unrecorded

    @property
    def backups(self) -> "Backups":
        """What keeps backups of the open file."""
        if self._backups is None:
            from spf_assess.desktop.backups import Backups

            self._backups = Backups(self)
        return self._backups

    @property
    def ahead(self) -> "Ahead":
        """What is ready for the next report before it is asked for."""
        if self._ahead is None:
            from spf_assess.desktop.ahead import Ahead

            self._ahead = Ahead(self)
            self.closed.connect(self._ahead.dismiss)
        return self._ahead

    # -- choices and recent files -------------------------------------------------

    @property
    def settings(self) -> Settings:
        """What is remembered; change it through the methods here."""
        return self._settings

    def speak(self, words: Words) -> None:
        """Speak another language from now on."""
        self.words = words
        self._keep(self._settings._replace(language=words.language))
        self.language_changed.emit()

    def choose_look(self, theme: str | None = None, scale: float | None = None) -> None:
        """Change palette or text size and remember it."""
        self.look.choose(theme, scale)
        self._keep(
            self._settings._replace(theme=self.look.theme, scale=self.look.scale)
        )

    def speak_to_room(self, language: str) -> None:
        """Remember what the projector's window speaks; empty as this window does."""
        self._keep(self._settings._replace(room=language))

    def remember(self) -> None:
        """Put the open file, and how far it has come, on top of the recent files."""
        self._later.stop()
        if self.consultation is not None and self.sheet is None:
            from spf_assess.desktop.remember import entry_for

            self._keep(self._settings.with_recent(entry_for(self.consultation)))

    def forget(self, path: str) -> None:
        """Take a file off the list; the file itself stays."""
        self._keep(self._settings.without(path))

    def _keep(self, settings: Settings) -> None:
        if settings == self._settings:
            return
        self._settings = settings
        if self._settings_path is not None:
            save(self._settings_path, settings)
        self.settings_changed.emit()

    def _take(self, make: Callable[[], "Consultation"]) -> bool:
        try:
            consultation = make()
        except Problem as problem:
            self.tell(problem)
            return False
        try:
            if consultation.role.value == "respondent":
                consultation.me()
        except Problem as problem:  # damage took away whose file it is
            consultation.close()
            self.tell(consultation.read_only_because or problem)
            return False
        from spf_assess.consultation.clocks import file_clock
        from spf_assess.i18n import now_iso

        clock = file_clock(consultation, now_iso())  # before this visit writes
        self.take(consultation)
        self.backups.look()
        for one in (clock, consultation.news):
            if one is not None:
                self.tell(one)
        return True
