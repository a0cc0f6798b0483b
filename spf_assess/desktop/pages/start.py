"""The start page: going on comes first, then the doors, then recent files."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.doors import Doors
from spf_assess.desktop.pages.going_on import GoingOn
from spf_assess.desktop.pages.page import Page
from spf_assess.desktop.pages.recent import RecentFiles
from spf_assess.desktop.parts.button import Button
from spf_assess.desktop.parts.edges import EdgesLayout
from spf_assess.desktop.parts.flow import FlowLayout
from spf_assess.desktop.parts.label import Label
from spf_assess.desktop.parts.measure import Measure, MeasureLayout
from spf_assess.desktop.parts.scroll import QuietScroll
from spf_assess.desktop.parts.state import State, StateIcon
from spf_assess.desktop.parts.surface import Surface
from spf_assess.desktop.settings import Recent
from spf_assess.i18n.words import Words
from spf_assess.model.problem import Problem

_MOST_INVITATION = 4 * 1024 * 1024
_SIDE, _MEASURE = 56, 760


class StartPage(Page):
    """Where every sitting begins."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(QuietScroll(self._build_content()), 1)
        column.addWidget(self._build_foot())
        hub.settings_changed.connect(self._show_recent)

    def title(self) -> str:
        return self.hub.words("Start page")

    def speak(self, words: Words) -> None:
        self._question.say(words("What would you like to do?"))
        self._welcome.say(words("A social protection floor, seen from three sides"))
        self._lead.say(
            words(
                "Government, employers and workers each answer the same questions on"
                " the national social protection floor; then their answers are laid"
                " side by side. Answering takes several sittings; everything is saved"
                " as you go."
            )
        )
        self._doors.speak(words)
        self._offline.say(
            words(
                "No connection is needed. Your answers stay on this computer until you"
                " hand them in."
            )
        )
        self._paper.say(words("Print the questionnaire"))
        self._verify.say(words("Check a report"))
        self._independent.say(
            words("Independent tool, neither made nor approved by the ILO")
        )
        self._show_recent()

    def arrive(self, detail: object = None) -> None:
        self.hub.remember()
        if isinstance(detail, Path):
            self._accept(detail)
        elif self.hub.settings.recent:
            self._going_on.setFocus()
        else:
            self._doors.setFocus()

    def _build_content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(_SIDE, 24, _SIDE, 24)
        column.setSpacing(0)
        self._going_on = GoingOn()
        self._welcome = Label(role="title")
        self._lead = Label(role="second")
        self._question = Label(role="heading")
        self._doors = Doors()
        self._recent = RecentFiles()
        column.addWidget(self._welcome)
        self._introduction, inner = QWidget(), Measure(_MEASURE)
        MeasureLayout(self._introduction).addWidget(inner)
        lead = QVBoxLayout(inner)
        lead.setContentsMargins(0, 4, 0, 0)
        lead.addWidget(self._lead)
        column.addWidget(self._introduction)
        column.addWidget(self._going_on)
        column.addSpacing(24)
        column.addWidget(self._question)
        column.addSpacing(6)
        column.addWidget(self._doors)
        column.addSpacing(24)
        column.addWidget(self._recent)
        column.addStretch(1)
        self._going_on.wanted.connect(self._go_on)
        self._recent.chosen.connect(self._open)
        self._recent.forgotten.connect(self.hub.forget)
        self._doors.invitation_wanted.connect(self._ask_invitation)
        self._doors.alone_wanted.connect(lambda: self.wanted.emit("alone", None))
        self._doors.create_wanted.connect(lambda: self.wanted.emit("create", None))
        self._doors.open_wanted.connect(self._ask_consultation)
        self._doors.sample_wanted.connect(self._ask_sample)
        return content

    def _build_foot(self) -> QWidget:
        foot = Surface("foot")
        edges = EdgesLayout(foot)
        edges.setContentsMargins(_SIDE, 10, _SIDE, 10)
        foot.setMinimumHeight(42)
        left, right = QWidget(), QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._offline = Label(role="small")
        row.addWidget(StateIcon(State.DONE))
        row.addWidget(self._offline, 1)
        flow = FlowLayout(right, gap=16)
        self._paper = Button(role="link")
        self._verify = Button(role="link")
        self._independent = Label(role="small")
        flow.addWidget(self._verify)
        flow.addWidget(self._paper)
        flow.addWidget(self._independent)
        self._paper.clicked.connect(lambda: self.wanted.emit("paper", None))
        self._verify.clicked.connect(self._ask_report)
        edges.addWidget(left)
        edges.addWidget(right)
        return foot

    def _show_recent(self) -> None:
        words, listed = self.hub.words, self.hub.settings.recent
        now = datetime.now().astimezone()
        self._going_on.setVisible(bool(listed))
        self._welcome.setVisible(not listed)
        self._introduction.setVisible(not listed)
        if listed:
            self._going_on.show_entry(words, listed[0], now)
        self._recent.setVisible(bool(listed))
        self._recent.show_entries(words, listed, now)

    # -- what the doors do --------------------------------------------------------

    def _go_on(self, page: str, entry: Recent) -> None:
        if self._open(entry.path) and page:
            self.wanted.emit(page, None)

    def _open(self, path: str) -> bool:
        open_ = self.hub.consultation
        if open_ is not None and str(open_.path) == path:
            respondent = open_.role.value == "respondent"
            self.wanted.emit("answering" if respondent else "facilitator", None)
            return True
        return self.hub.open(Path(path))

    def _ask_invitation(self) -> None:
        words = self.hub.words
        self.hub.files.open_files(
            self,
            words("Open an invitation"),
            words("Invitation") + " (*.spfi)",
            self._accept,
        )

    def _ask_report(self) -> None:
        words = self.hub.words
        self.hub.files.open_files(
            self,
            words("Check a report"),
            words("Report") + " (*.pdf)",
            lambda path: self.wanted.emit("verify", path),
        )

    def _accept(self, invitation: Path) -> None:
        from spf_assess.files import read_limited

        try:
            data = read_limited(invitation, _MOST_INVITATION)
        except Problem as problem:
            self.hub.tell(problem)
            return
        from spf_assess.desktop.pages.start_invitation import ask_whether_it_is

        ask_whether_it_is(
            self, self.hub, data, lambda: self._keep_answers(invitation, data)
        )

    def _keep_answers(self, invitation: Path, data: bytes) -> None:
        from spf_assess.desktop.pages.places import documents

        words = self.hub.words
        self.hub.files.save_file(
            self,
            words("Where to keep your answers"),
            documents() / f"{invitation.stem}.spfa",
            words("Answers") + " (*.spfa)",
            lambda path: self._accepted(path, data),
        )

    def _accepted(self, path: Path, data: bytes) -> None:
        self.hub.accept(path, data)

    def _ask_consultation(self) -> None:
        words = self.hub.words
        self.hub.files.open_files(
            self,
            words("Open a consultation"),
            words("Consultation or answers") + " (*.spfa)",
            self._open_file,
        )

    def _open_file(self, path: Path) -> None:
        self._open(str(path))

    def _ask_sample(self) -> None:
        from spf_assess.desktop.pages.places import documents

        words = self.hub.words
        self.hub.files.save_file(
            self,
            words("Where to put the sample consultation"),
            documents() / "coresia.spfa",
            words("Consultation") + " (*.spfa)",
            self._make_sample,
        )

    def _make_sample(self, path: Path) -> None:
        from spf_assess.desktop.tasks import Sample

        task = Sample(path, interface=self.hub.words.language, parent=self)
        task.finished.connect(self._sample_made)
        task.failed.connect(self.hub.problem)
        for ended in (task.finished, task.failed, task.cancelled):
            ended.connect(task.deleteLater)
            ended.connect(self._doors.sample_done)
        self._doors.sample_begun()
        task.start()

    def _sample_made(self, path: Path) -> None:
        self.hub.open(path)
