"""Checking a packet without bringing it in: signature, sender, receipt."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.parts import Label, State, StateIcon, Surface
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.flow import FlowLayout
from spf_assess.exchange import PACKET_LIMIT, Packet, read_packet, receipt_words
from spf_assess.files import read_limited, spoken_name
from spf_assess.i18n import COLON, Words, constituency_name
from spf_assess.model import LANGUAGES, Problem


class PacketCheck(Surface):
    """What was found out about one packet file; hidden until one was checked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._file = ""
        self._found: Packet | Problem | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        head = QWidget()
        row = FlowLayout(head)
        self._icon, self._title = StateIcon(State.DONE), Label(role="strong")
        row.addWidget(self._icon)
        row.addWidget(self._title)
        self._lines = [Label(role="small_text") for _line in range(2 + len(LANGUAGES))]
        column.addWidget(head)
        for line in self._lines:
            column.addWidget(line)
        self.hide()

    @property
    def said(self) -> str:
        """Everything that is told."""
        shown = [line.said for line in self._lines if line.said]
        return "\n".join([self._title.said, *shown])

    def check(self, path: Path, words: Words) -> None:
        """Check a file and tell what was found."""
        self._file = spoken_name(path)
        try:
            self._found = read_packet(read_limited(path, PACKET_LIMIT))
        except Problem as problem:
            self._found = problem.told()
        self.speak(words)
        self.show()
        announce(self, self.said)

    def speak(self, words: Words) -> None:
        """Say what was found anew."""
        found = self._found
        if found is None:
            return
        if isinstance(found, Problem):
            self._icon.show_state(State.MEND)
            self._title.say(words("{file} is damaged.", file=self._file))
            self._say_lines(f"{words.tell(found)} [{found.code}]")
            return
        self._icon.show_state(State.DONE)
        self._title.say(words("{file}: the signature is right.", file=self._file))
        who = found.respondent
        sender = words(
            "{group}, {organization}, round {round}, packet number {seq}",
            group=constituency_name(words, who.constituency),
            organization=who.organization or "–",
            round=found.round,
            seq=found.seq,
        )
        answered = words.plural(
            "{number} question answered",
            "{number} questions answered",
            len(found.answers),
        )
        colon = words.text(COLON)
        receipts = (
            f"{language}{colon}{' '.join(receipt_words(found.digest, language))}"
            for language in LANGUAGES
        )
        self._say_lines(sender, answered, *receipts)

    def _say_lines(self, *said: str) -> None:
        for place, line in enumerate(self._lines):
            text = said[place] if place < len(said) else ""
            line.say(text)
            line.setVisible(bool(text))
