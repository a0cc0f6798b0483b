"""Choosing the consultation that a new one follows (Paragraphs 19 and 20)."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.create_choice import FileChoice
from spf_assess.i18n.fates import fate_name
from spf_assess.i18n.words import Words
from spf_assess.model.meaning import Fate

if TYPE_CHECKING:
    from spf_assess.consultation.renewing import Outlook

_MOST_NAMED = 12


class EarlierChoice(FileChoice):
    """What is taken over once a file is chosen, and why another could not be used.

    Attributes:
        last: the earlier consultation's file; None while there is none.
    """

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        self.last: Path | None = None
        self._outlook: Outlook | None = None
        super().__init__(hub, parent)

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

    def _read(self, path: Path) -> None:
        from spf_assess.consultation.renewing import outlook

        self._outlook, self.last = outlook(path), path

    def _leave(self) -> None:
        self.last, self._outlook = None, None

    def _told(self) -> str:
        if self._outlook is None:
            return ""
        return _told(self._hub.words, self._outlook)

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
