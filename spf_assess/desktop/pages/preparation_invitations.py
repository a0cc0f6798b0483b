"""Invitations of all seats, a group or an organization: onto a stick, and on paper."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.board import BenchOrder
from spf_assess.desktop.models.participants_words import seat_name
from spf_assess.desktop.pages.places import documents
from spf_assess.desktop.pages.preparation_card import PreparationCard
from spf_assess.desktop.parts import Button, Label
from spf_assess.desktop.parts.picking import Picking
from spf_assess.desktop.tasks import Task, own_command
from spf_assess.files import file_stem, spoken_name
from spf_assess.i18n import COLON, Words, constituency_name
from spf_assess.model import Changes, Constituency, Problem, Respondent

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation
    from spf_assess.consultation.inviting import Delivery

_EVERYONE = ("", "")


class InvitationsCard(PreparationCard):
    """For whom, where to, and what became of each invitation."""

    printed = Signal(object)

    def __init__(self, hub: Hub, order: BenchOrder) -> None:
        super().__init__(hub)
        self._order = order
        self._seats: tuple[Respondent, ...] = ()
        self._done: tuple[Delivery, ...] = ()
        self._task: Task | None = None
        self._label, self.whom = Label(role="strong"), Picking()
        self._label.setBuddy(self.whom)
        self._result = QWidget()
        self._lines = QVBoxLayout(self._result)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(3)
        self._told: list[Label] = []
        self._none = Label(role="small")
        for widget in (self._none, self._label, self.whom):
            self.column.addWidget(widget)
        self.print = Button()
        self.add_button(self.print)
        self.column.addWidget(self._result)
        self.print.clicked.connect(self._ask_print)

    @property
    def printing(self) -> bool:
        """Whether a sheet is being made."""
        return self._task is not None

    def forget(self) -> None:
        super().forget()
        self._done = ()
        self._tell_done()
        task, self._task = self._task, None
        if task is not None:
            task.finished.disconnect()
            task.failed.disconnect()
            task.cancel()

    def say_fields(self, words: Words) -> None:
        self.heading.say(words("Invitations"))
        self.about.say(
            words(
                "Each seat has a file of its own (.spfi). The printed sheet goes with"
                " it: eight words and a code that tell this file from any other. The"
                " file is too large to be a code itself."
            )
        )
        self._label.say(words("For whom"))
        self.whom.setAccessibleName(words("For whom"))
        self.save.say(words("Write into a folder…"))
        self.print.say(words("Print the sheets…"))
        self._none.say(words("No seat yet: nobody can be invited."))
        self._offer()
        self._tell_done()

    def state(self, consultation: "Consultation") -> object:
        return tuple(
            (one.id, one.constituency, one.organization, one.name)
            for one in consultation.respondents()
        )

    def fill(self, consultation: "Consultation") -> None:
        self._seats = consultation.respondents()
        self._offer()

    def keep(self) -> None:
        """Ask for a folder; each invitation is written, and what became of it told."""
        self.hub.files.open_folder(
            self, self.words("Where to put the invitations"), self._write
        )

    def chosen(self) -> list[Respondent]:
        """Return the seats that are meant."""
        group, organization = self.whom.currentData() or _EVERYONE
        return [
            one
            for one in self._seats
            if group in ("", one.constituency.value)
            and organization in ("", one.organization)
        ]

    def _offer(self) -> None:
        words, before = self.words, self.whom.currentData()
        self.whom.clear()
        self.whom.addItem(words("All seats"), _EVERYONE)
        for group in self._order.everyone:
            own = [one for one in self._seats if one.constituency is group]
            if not own:
                continue
            name = constituency_name(words, group)
            self.whom.addItem(name, (group.value, ""))
            for organization in dict.fromkeys(one.organization for one in own):
                if organization:
                    told = f"{name}, {organization}"
                    self.whom.addItem(told, (group.value, organization))
        self.whom.setCurrentIndex(max(0, self.whom.findData(before)))
        seated = bool(self._seats)
        self._none.setVisible(not seated)
        for widget in (self._label, self.whom, self.save, self.print):
            widget.setVisible(seated)

    def _write(self, folder: Path) -> None:
        ids = [one.id for one in self.chosen()]

        def work(consultation: "Consultation") -> Changes:
            self._done = consultation.write_invitations(ids, folder)
            return Changes(respondents=frozenset(ids), recorded=frozenset({"prepared"}))

        if self.hub.do(work):
            self._tell_done()
            good = [one for one in self._done if one.problem is None]
            self.notice.tell(
                self.words.plural(
                    "{done} of {number} invitation is in {folder}.",
                    "{done} of {number} invitations are in {folder}.",
                    len(self._done),
                    done=len(good),
                    folder=spoken_name(folder),
                )
            )

    def _tell_done(self) -> None:
        """Name each file, or say why it is not there."""
        while self._told:
            label = self._told.pop()
            self._lines.removeWidget(label)
            label.hide()
            label.deleteLater()
        words = self.words
        for one in self._done:
            who = seat_name(words, one.respondent)
            fine = one.problem is None
            told = (
                spoken_name(one.path)
                if one.problem is None
                else f"{words.tell(one.problem)} [{one.problem.code}]"
            )
            label = Label(
                f"{who}{words.text(COLON)}{told}", "small_text" if fine else "warn"
            )
            self._lines.addWidget(label)
            self._told.append(label)
        self._result.setVisible(bool(self._told))

    def _ask_print(self) -> None:
        words = self.words
        stem = file_stem(words("Invitations"))
        self.hub.files.save_file(
            self,
            words("Where to save the sheets"),
            documents() / f"{stem}.pdf",
            words("Sheets") + " (*.pdf)",
            self._print,
        )

    def _print(self, out: Path) -> None:
        consultation = self.hub.consultation
        if consultation is None or self._task is not None:
            return
        group, organization = self.whom.currentData() or _EVERYONE
        told = [f"--group={Constituency(group).value}"] if group else []
        told += [f"--organization={organization}"] if organization else []
        command = own_command(
            "--lang",
            self.words.language,
            "invitations",
            str(consultation.path),
            "--print",
            str(out),
            *told,
        )
        self._task = task = Task(command, out, self)
        task.finished.connect(self._printed)
        task.failed.connect(self._printed)
        self.print.setEnabled(False)
        task.start()

    def _printed(self, result: object) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.deleteLater()
        self.print.setEnabled(True)
        if isinstance(result, Problem):
            self.hub.tell(result)
        elif isinstance(result, Path):
            self.notice.tell(self.words("The sheets are in {file}.", file=result))
        self.printed.emit(result)
