"""What is said of the question beside the list goes into the file."""

from typing import Protocol

from PySide6.QtCore import QObject

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.discussion_item import ItemPanel
from spf_assess.i18n import Words
from spf_assess.model import Agreement, Constituency, Note, NoteKind, Stance


class _Page(Protocol):
    @property
    def item(self) -> str: ...


class Recording(QObject):
    """Writes what groups state and agree, and notes, as the panel's cards tell them.

    Args:
        hub: through which everything is written.
        panel: whose cards are listened to.
        page: knows the question that is talked about.
    """

    def __init__(self, hub: Hub, panel: ItemPanel, page: _Page) -> None:
        super().__init__(panel)
        self._hub, self._words = hub, hub.words
        self._panel, self._page = panel, page
        do = hub.do
        panel.stance.stated.connect(self._state)
        panel.stance.withdrawn.connect(self._withdraw_stance)
        panel.agreement.agreed.connect(self._agree)
        panel.agreement.withdrawn.connect(self._withdraw_agreement)
        panel.notes.noted.connect(self._note)
        panel.notes.settled.connect(
            lambda note, on: do(lambda file: file.settle(note, settled=on))
        )
        panel.notes.withdrawn.connect(
            lambda note: do(lambda file: file.withdraw_note(note))
        )

    def speak(self, words: Words) -> None:
        """Tell from now on in this language what was recorded."""
        self._words = words

    # -- inside ----------------------------------------------------------------

    def _state(self, stance: Stance) -> None:
        file, card = self._hub.consultation, self._panel.stance
        if file is None:
            return
        before = file.stance(stance.item, stance.constituency) is not None
        words = self._words
        if self._hub.do(lambda file: file.state(stance, correcting=before)):
            card.tell(words("Recorded."))

    def _withdraw_stance(self, bench: Constituency) -> None:
        item, words = self._page.item, self._words
        if self._hub.do(lambda file: file.withdraw_stance(item, bench)):
            self._panel.stance.tell(words("Taken back."))

    def _agree(self, agreement: Agreement) -> None:
        file, words = self._hub.consultation, self._words
        if file is None:
            return
        before = file.agreement(agreement.item) is not None
        if self._hub.do(lambda file: file.agree(agreement, correcting=before)):
            self._panel.agreement.tell(words("Recorded."))

    def _withdraw_agreement(self) -> None:
        item, words = self._page.item, self._words
        if self._hub.do(lambda file: file.withdraw_agreement(item)):
            self._panel.agreement.tell(words("Taken back."))

    def _note(
        self, kind: NoteKind, text: str, constituency: Constituency | None
    ) -> None:
        item = "" if self._panel.notes.of_meeting else self._page.item
        note = Note(
            "",
            0,
            kind,
            text,
            "",
            item=item,
            constituency=constituency,
            language=self._words.language,
        )
        if self._hub.do(lambda file: file.note(note)):
            self._panel.notes.clear()
