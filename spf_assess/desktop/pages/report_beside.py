"""Two small things beside the report: results for other programs, a packet's check."""

import json
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.parts import Button, FlowLayout, Label, Surface
from spf_assess.files import write_atomically
from spf_assess.i18n import Words
from spf_assess.model import Problem


class BesideReport(Surface):
    """Exports results and asks for a packet to check.

    Signals: ``exported(result)``, the path of the export or why there is none;
    ``packet_chosen(path)``; ``document_wanted()``: the edition chosen is wanted as a
    Word document; ``paper_wanted()``: the questionnaire is wanted on paper.
    """

    exported = Signal(object)
    packet_chosen = Signal(object)
    document_wanted = Signal()
    paper_wanted = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__("card")
        self._hub, self._words = hub, hub.words
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        self._heading, self._about = Label(role="strong"), Label(role="small")
        self.document, self.export, self.verify = Button(), Button(), Button()
        self.paper = Button()
        line = QWidget()
        row = FlowLayout(line)
        for button in (self.document, self.export, self.verify, self.paper):
            row.addWidget(button)
        for widget in (self._heading, self._about, line):
            column.addWidget(widget)
        column.addStretch(1)
        self.document.clicked.connect(self.document_wanted)
        self.export.clicked.connect(self._ask_export)
        self.verify.clicked.connect(self._ask_packet)
        self.paper.clicked.connect(self.paper_wanted)

    def speak(self, words: Words) -> None:
        """Say everything anew."""
        self._words = words
        self._heading.say(words("Beside the report"))
        self.document.say(words("Save as a Word document…"))
        self.export.say(words("Export results as JSON…"))
        self.verify.say(words("Check a packet…"))
        self.paper.say(words("Print the questionnaire…"))
        self._about.say(
            words(
                "The Word document is the edition chosen, to be edited; it carries no"
                " proof. The export holds the same numbers for other programs. Checking"
                " a packet tells its signature and receipt without bringing it in."
            )
        )

    def let_export(self, *, on: bool) -> None:
        """Let results be exported, or not while answers are awaited."""
        self.export.setEnabled(on)
        words = self._words
        why = "" if on else words("Results are exported once the round is closed.")
        self.export.setAccessibleDescription(why)
        self.export.setToolTip(why)

    def _ask_export(self) -> None:
        consultation, words = self._hub.consultation, self._words
        if consultation is None:
            return
        self._hub.files.save_file(
            self,
            words("Where to save the export"),
            consultation.path.with_suffix(".json"),
            "JSON (*.json)",
            self._write_export,
        )

    def _write_export(self, path: Path) -> None:
        consultation = self._hub.consultation
        if consultation is None:
            return
        try:
            plain = consultation.export_json()
            text = json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True)
            write_atomically(path, text.encode() + b"\n")
        except Problem as problem:
            self.exported.emit(problem.told())
            return
        self.exported.emit(path)

    def _ask_packet(self) -> None:
        words = self._words
        self._hub.files.open_files(
            self,
            words("Check a packet"),
            words("Answer packet") + " (*.spfr)",
            self.packet_chosen.emit,
        )
