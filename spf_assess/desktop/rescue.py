"""What the strip of problems offers to do about a file: save it, or what is left."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.parts.button import Button
from spf_assess.desktop.parts.notice import Notice
from spf_assess.i18n.words import Words
from spf_assess.model.problem import N_, Problem

_DAMAGED = "S-111"
_NOT_WRITTEN = frozenset({"S-121", "S-122", "S-123", "S-124"})
_MOST_DETAILS = 3


class Rescue:
    """The button beside a problem of the open file.

    A damaged file is saved as far as it can be read, and the new file opened. Of one
    that cannot be written any more a copy is saved elsewhere, and what was entered last
    stays where it was entered.
    """

    def __init__(self, hub: Hub, notice: Notice, window: QWidget) -> None:
        self._hub, self._notice, self._window = hub, notice, window
        self._button = Button(role="plain")
        self._button.clicked.connect(self._ask_where)
        notice.add_button(self._button)
        hub.closed.connect(lambda: self.offer(None))
        self._salvages = self._trying = False
        self._button.hide()

    def offer(self, problem: Problem | None) -> None:
        """Offer what can be done about *problem*, or nothing."""
        if self._trying:
            return
        open_ = self._hub.consultation
        self._salvages = (
            problem is not None
            and problem.code == _DAMAGED
            and open_ is not None
            and bool(open_.damaged)
        )
        copies = (
            problem is not None and problem.code in _NOT_WRITTEN and open_ is not None
        )
        self.speak(self._hub.words)
        self._button.setVisible(self._salvages or copies)

    def speak(self, words: Words) -> None:
        """Say the button's words anew."""
        self._button.say(
            words("Save what is readable…")
            if self._salvages
            else words("Save a copy elsewhere…")
        )

    def details(self, problem: Problem, words: Words) -> list[str]:
        """Return what is wrong with a damaged file, table by table."""
        open_ = self._hub.consultation
        if open_ is None or problem.code != _DAMAGED:
            return []
        told = [f"{words.tell(one)} [{one.code}]" for one in open_.damaged]
        return told[:_MOST_DETAILS]

    def _ask_where(self) -> None:
        words, open_ = self._hub.words, self._hub.consultation
        if open_ is None:
            return
        added = words.context("file name", "readable part")
        copied = words.context("file name", "copy")
        name = f"{open_.path.stem} ({added if self._salvages else copied}).spfa"
        self._hub.files.save_file(
            self._window,
            self._button.text().rstrip("…"),
            open_.path.parent / name,
            words("Consultation") + " (*.spfa)",
            self._salvage if self._salvages else self._copy,
        )

    def _salvage(self, path: Path) -> None:
        open_ = self._hub.consultation
        if open_ is None:
            return
        before = open_.path.name
        try:
            open_.salvage(path)
        except Problem as problem:
            self._tell(problem)
            return
        if self._hub.open(path):
            self._hub.tell(
                Problem(
                    "D-103",
                    N_(
                        "{file} holds what was readable in {before}, and is open now."
                        " Check your answers before you go on."
                    ),
                    file=path.name,
                    before=before,
                )
            )

    def _tell(self, problem: Problem) -> None:
        """Tell why it could not be saved there; the offer stays."""
        self._trying = True
        try:
            self._hub.tell(problem)
        finally:
            self._trying = False

    def _copy(self, path: Path) -> None:
        open_ = self._hub.consultation
        if open_ is None:
            return
        try:
            open_.save_copy(path)
        except Problem as problem:
            self._tell(problem)
            return
        self._hub.tell(
            Problem(
                "D-102",
                N_(
                    "{file} is a copy of all that was saved. What you entered last is"
                    " not in it: try again here, or enter it there."
                ),
                file=path.name,
            )
        )
