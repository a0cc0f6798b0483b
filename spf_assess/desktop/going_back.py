"""What the strip of problems offers for a damaged file: its newest sound backup."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.parts.button import Button
from spf_assess.desktop.parts.notice import Notice
from spf_assess.i18n.words import Words
from spf_assess.model.problem import N_, Problem

if TYPE_CHECKING:
    from spf_assess.store.backups import Backup

# damaged; empty, no database, beyond reading
_DAMAGED, _REFUSED = "S-111", frozenset({"S-103", "S-104", "S-129"})


class GoingBack:
    """The button beside the problem; what it replaces is kept among the backups."""

    def __init__(self, hub: Hub, notice: Notice, window: QWidget) -> None:
        self._hub, self._window = hub, window
        self._problem: Problem | None = None
        self._path: Path | None = None
        self._backup: Backup | None = None
        self._button = Button(role="plain")
        self._button.clicked.connect(self._ask)
        notice.add_button(self._button)
        hub.opened.connect(lambda: self.offer(None))
        self._button.hide()

    def offer(self, problem: Problem | None) -> None:
        """Offer the newest sound backup where *problem* is damage, or nothing."""
        if problem is None or problem is not self._problem:  # not told once more
            self._problem = problem
            self._look(self._file_of(problem))
        self.speak(self._hub.words)
        self._button.setVisible(self._backup is not None)

    def _look(self, path: Path | None) -> None:
        self._path, self._backup = path, None
        if self._path is not None:
            from spf_assess.consultation.restoring import newest_sound

            self._backup = newest_sound(self._path)

    def speak(self, words: Words) -> None:
        """Say the button's words anew."""
        if self._backup is not None:
            moment = self._moment(words)
            self._button.say(words("Go back to the backup of {moment}", moment=moment))

    def _file_of(self, problem: Problem | None) -> Path | None:
        open_ = self._hub.consultation
        if problem is None:
            return None
        if problem.code == _DAMAGED and open_ is not None and open_.damaged:
            return open_.path
        return self._hub.refused if problem.code in _REFUSED else None

    def _moment(self, words: Words) -> str:
        from spf_assess.i18n import local_moment

        return "" if self._backup is None else local_moment(words, self._backup.made_at)

    def _ask(self) -> None:
        from spf_assess.desktop.parts.dialogs import confirm

        words = self._hub.words
        confirm(
            self._window,
            words("Go back to this backup?"),
            words(
                "The file will be as it was on {moment}. What is there now is kept"
                " beside it, among the backups; what was entered since is not in the"
                " file any more.",
                moment=self._moment(words),
            ),
            yes=words("Go back"),
            no=words("Leave it"),
            then=self._go_back,
        )

    def _go_back(self) -> None:
        from spf_assess.consultation.restoring import restore

        hub, path, backup = self._hub, self._path, self._backup
        if path is None or backup is None:
            return
        moment = self._moment(hub.words)
        if hub.consultation is not None and hub.consultation.path == path:
            hub.close()
        try:
            restore(path, backup.path)
        except Problem as problem:
            hub.tell(problem)
            return
        if hub.open(path):
            hub.tell(
                Problem(
                    "D-104",
                    N_(
                        "{file} is as it was on {moment}. Check your answers before you"
                        " go on; packets that came in since can be imported again."
                    ),
                    file=path.name,
                    moment=moment,
                )
            )
