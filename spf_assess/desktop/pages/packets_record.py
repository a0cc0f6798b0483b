"""The packet chosen in the list: what became of it, why, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spf_assess.desktop.models.packets import sign_of
from spf_assess.desktop.models.packets_words import (
    came_text,
    number_text,
    reason_text,
    sender_text,
    state_name,
)
from spf_assess.desktop.pages.facing import NATIVE
from spf_assess.desktop.parts import (
    Button,
    FlowLayout,
    Label,
    QuietScroll,
    Rule,
    StateIcon,
)
from spf_assess.exchange import receipt_words
from spf_assess.i18n import COLON, Words
from spf_assess.i18n.channels import channel_name
from spf_assess.model import LANGUAGES, PacketRecord, PacketState

TWO_KEYS = "C-212"


class RecordPanel(QWidget):
    """One packet in words. ``trusted(digest)``: this one's key is the right one."""

    trusted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self._digest = ""
        state = QHBoxLayout()
        state.setSpacing(8)
        self._icon, self._state = StateIcon("todo"), Label(role="strong")
        state.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self._state, 1)
        self._file, self._reason = Label(role="heading"), Label()
        self._facts = [Label(role="small_text") for _fact in range(5)]
        self._receipt, self._about = Label(role="strong"), Label(role="small")
        self._words = [Label(role="small_text") for _language in LANGUAGES]
        self._trust = Button()
        trust = QWidget()
        FlowLayout(trust).addWidget(self._trust)
        column.addWidget(self._file)
        column.addLayout(state)
        column.addWidget(self._reason)
        column.addWidget(trust)
        column.addWidget(Rule())
        for widget in (*self._facts, self._receipt, *self._words, self._about):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QuietScroll(content)
        content.setAutoFillBackground(False)
        outer.addWidget(scroll)
        self._trust.clicked.connect(lambda: self.trusted.emit(self._digest))

    def speak(self, words: Words) -> None:
        """Say what is the same for every packet."""
        self._trust.say(words("Count the packets of this key…"))

    def show_record(self, record: PacketRecord, words: Words, region: str = "") -> None:
        """Show a packet, with the region it comes from where there are several."""
        self._digest = record.digest
        self._icon.show_state(sign_of(record))
        self._state.say(state_name(words, record.state))
        self._file.say(record.file_name)
        self._reason.say(_explained(record, words))
        self._trust.setVisible(record.reason == TWO_KEYS)
        self.speak(words)
        colon = words.text(COLON)
        told = (
            (words("From"), sender_text(words, record)),
            (words("Round and number"), number_text(words, record)),
            (words("How it came"), channel_name(words, record.channel)),
            (words("Brought in"), came_text(words, record)),
            (words("Region"), region),
        )
        for label, (head, said) in zip(self._facts, told, strict=True):
            label.say(head + colon + said)
            label.setVisible(bool(said))
        self._say_receipt(record, words)

    def _say_receipt(self, record: PacketRecord, words: Words) -> None:
        known = record.respondent is not None
        for widget in (self._receipt, self._about, *self._words):
            widget.setVisible(known)
        self._receipt.say(words("Receipt"))
        self._about.say(
            words(
                "The respondent who handed in this packet has the same eight words;"
                " compare them if in doubt."
            )
        )
        if known:
            for label, language in zip(self._words, LANGUAGES, strict=True):
                said = " ".join(receipt_words(record.digest, language))
                label.say(f"{NATIVE[language]}{words.text(COLON)}{said}")


def _explained(record: PacketRecord, words: Words) -> str:
    if record.state is PacketState.QUARANTINED:
        return reason_text(words, record)
    if record.state is PacketState.SUPERSEDED:
        return words(
            "A later packet of this seat is here and counts; this one is kept."
        )
    return words(
        "This packet counts: its answers are in the positions and in the report."
    )
