"""Choosing the consultation that a new one follows (Paragraphs 19 and 20)."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.button import Button
from spf_assess.desktop.parts.flow import FlowLayout
from spf_assess.desktop.parts.label import Label
from spf_assess.i18n.fates import fate_name
from spf_assess.i18n.words import Words
from spf_assess.model.meaning import Fate
from spf_assess.model.problem import Problem

if TYPE_CHECKING:
    from spf_assess.consultation.renewing import Outlook

_MOST_NAMED = 12


class EarlierChoice(QWidget):
    """What is taken over once a file is chosen, and why another could not be used.

    Attributes:
        last: the earlier consultation's file; None while there is none.

    ``changed()`` tells that it is another one now.
    """

    changed = Signal()

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.last: Path | None = None
        self._outlook: Outlook | None = None
        self._problem: Problem | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._heading, self._hint = Label(role="strong"), Label(role="small")
        self._chosen, self._error = Label(), Label(role="warn")
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self.file, self._none = Button(), Button(role="quiet")
        flow.addWidget(self.file)
        flow.addWidget(self._none)
        for part in (self._heading, self._hint, self._chosen, self._error, buttons):
            column.addWidget(part)
        self.file.clicked.connect(self._ask_file)
        self._none.clicked.connect(self.leave_out)
        self._show()

    def speak(self, words: Words) -> None:
        """Say every word anew."""
        self._heading.say(words("An earlier consultation"))
        self._hint.say(
            words(
                "A consultation can follow an earlier one: its seats, preparation and"
                " questions are taken over, its positions and actions are kept for"
                " comparison. Its file is only read. May be left out."
            )
        )
        self.file.say(words("Choose the earlier file…"))
        self._none.say(words("Follow none"))
        self._show()

    def take(self, path: Path) -> None:
        """Follow the consultation at *path*, or say why not and follow none."""
        from spf_assess.consultation.renewing import outlook

        try:
            self._outlook = outlook(path)
            self.last, self._problem = path, None
        except Problem as problem:
            self.last, self._outlook = None, None
            self._problem = problem.told()
        self._show()
        self.changed.emit()
        announce(self, self._error.said or self._chosen.said)

    def leave_out(self) -> None:
        """Follow none."""
        self.forget()
        self.file.setFocus()

    def forget(self) -> None:
        """Follow none, for the next consultation."""
        self.last, self._outlook, self._problem = None, None, None
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        words = self._hub.words
        told = "" if self._outlook is None else _told(words, self._outlook)
        problem = self._problem
        wrong = "" if problem is None else f"{words.tell(problem)} [{problem.code}]"
        for label, text in ((self._chosen, told), (self._error, wrong)):
            label.say(text)
            label.setVisible(bool(text))
        self._none.setVisible(self.last is not None)
        self.file.setAccessibleDescription(wrong or told)

    def _ask_file(self) -> None:
        words = self._hub.words
        self._hub.files.open_files(
            self,
            words("The file of the earlier consultation"),
            words("Consultation") + " (*.spfa)",
            self.take,
        )


def _told(words: Words, found: "Outlook") -> str:
    """Return what is taken over, and which questions cannot be compared."""
    lines = [
        words(
            "“{title}”, round {number}",
            title=words.text(found.title),
            number=found.round,
        ),
        words.plural("{number} seat", "{number} seats", found.seats),
        words("Actions to follow up: {number}", number=found.actions),
    ]
    counted = Counter(found.fates.values())
    for fate in Fate:
        if not counted[fate]:
            continue
        line = words(
            "Questions – {what}: {number}",
            what=fate_name(words, fate),
            number=counted[fate],
        )
        if not fate.comparable:
            named = [item for item, one in found.fates.items() if one is fate]
            rest = " …" if len(named) > _MOST_NAMED else ""
            line += f" ({', '.join(named[:_MOST_NAMED])}{rest})"
        lines.append(line)
    return "\n".join(lines)
