"""The facilitator's remarks: a box a language, beside the summary or one section."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.merging_words import region_name
from spf_assess.desktop.pages.discussion_words import WordsBox
from spf_assess.desktop.parts import (
    Button,
    ColumnsLayout,
    FlowLayout,
    Label,
    Surface,
)
from spf_assess.desktop.parts.announce import announce
from spf_assess.desktop.parts.picking import Picking
from spf_assess.i18n import COLON, Words, section_place
from spf_assess.model import LANGUAGES, Remark, Section, Text

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

SOON_MS = 600
_LINES = 3


class RemarksCard(Surface):
    """What is typed here is in the file within a second; undo goes back step by step.

    The clock starts with the first letter that is not kept and is not wound up again by
    the next. What could not be kept stays in its box and is tried again.
    """

    def __init__(self, hub: Hub) -> None:
        super().__init__("card")
        self._hub, self._words = hub, hub.words
        self._sections: tuple[Section, ...] = ()
        self._waiting: dict[tuple[str, str], str] = {}
        self._offered: list[tuple[str, str]] = []
        self._counted: tuple[str, Text] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        self._heading, self._about = Label(role="heading"), Label(role="small")
        self._place_label, self.place = Label(role="strong"), Picking()
        self._place_label.setBuddy(self.place)
        self.boxes = {one: WordsBox(_LINES) for one in LANGUAGES}
        both, row = QWidget(), QWidget()
        columns = ColumnsLayout(both, weights=(1, 1))
        for language, box in self.boxes.items():
            columns.addWidget(box)
            box.typed.connect(lambda language=language: self._typed(language))
            box.writing.left.connect(self.keep)
        self._apart = Label(role="warn")
        self._undo, self._state = Button(), Label(role="small")
        flow = FlowLayout(row, gap=12)
        flow.addWidget(self._undo)
        flow.addWidget(self._state)
        for part in (
            self._heading,
            self._about,
            self._place_label,
            self.place,
            self._apart,
            both,
            row,
        ):
            column.addWidget(part)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SOON_MS)
        self._clock.timeout.connect(self.keep)
        self.place.activated.connect(lambda _row: self._turn())
        self._undo.clicked.connect(self._take_back)
        hub.closing.connect(self.keep)

    @property
    def section(self) -> str:
        """The section whose remark is shown; empty for the summary."""
        return str(self.place.currentData() or "")

    @property
    def undo_button(self) -> Button:
        """Writes again what stood before."""
        return self._undo

    @property
    def state(self) -> str:
        """Whether everything typed is kept, in words."""
        return self._state.said

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Offer the sections of a consultation."""
        self._sections = tuple(sections)
        self._say_places()
        self.show_remark()

    def show_remark(self) -> None:
        """Show what the file holds for this place; words that wait stay."""
        open_ = self._hub.consultation
        self.setVisible(open_ is not None and open_.role.value == "facilitator")
        if open_ is None:
            return
        said = open_.remark(self.section)
        for language, box in self.boxes.items():
            box.writing.setReadOnly(open_.read_only)
            if (self.section, language) not in self._waiting:
                box.show_text(said[language])
        self._say_apart(open_)
        if self._counted != (self.section, said):  # asking reads the whole journal
            self._counted = self.section, said
            can = not open_.read_only and open_.can_undo_remark(self.section)
            self._undo.setEnabled(can)

    def forget(self) -> None:
        """Begin anew with another consultation."""
        self._clock.stop()
        self._waiting.clear()
        self._counted = None
        self.place.setCurrentIndex(0)
        self._state.say("")
        self.show_remark()

    def speak(self, words: Words) -> None:
        """Say everything anew; what is typed stays."""
        self._words = words
        self._heading.say(words("Facilitator's remarks"))
        self._about.say(
            words(
                "They stand in the report beside the numbers, marked as yours. They"
                " change no answer and no number."
            )
        )
        self._place_label.say(words("Beside"))
        self.place.setAccessibleName(words("Beside"))
        names = {"en": words("In English"), "fr": words("In French")}
        for language, box in self.boxes.items():
            box.say(names[language])
        self._undo.say(words("Undo the last change"))
        self._say_places()

    def keep(self) -> bool:
        """Bring everything typed to the disk; whether all of it is there."""
        self._clock.stop()
        for (section, language), text in list(self._waiting.items()):
            if self._too_long(section, language, text):
                continue
            if self._write(section, language, text):
                del self._waiting[section, language]
        if self._waiting:
            words = self._words
            self._state.say(words("Not saved yet."))
            return False
        if self._hub.consultation is not None:
            self.show_remark()
        return True

    # -- inside -------------------------------------------------------------------

    def _write(self, section: str, language: str, text: str) -> bool:
        kept = self._hub.do(lambda open_: open_.write_remark(section, language, text))
        if kept:
            words = self._words
            self._state.say(words("Saved."))
            self._say_places()
        return kept

    def _too_long(self, section: str, language: str, text: str) -> bool:
        box = self.boxes[language]
        most = box.writing.limit
        if len(text) <= most:
            return False
        if section == self.section:
            words = self._words
            told = words.plural(
                "{number} letter too many; {most} fit. Not saved yet.",
                "{number} letters too many; {most} fit. Not saved yet.",
                len(text) - most,
                most=most,
            )
            box.tell_error(told)
        return True

    def _typed(self, language: str) -> None:
        self._waiting[self.section, language] = self.boxes[language].text
        self._state.say("")
        if not self._clock.isActive():
            self._clock.start()

    def _turn(self) -> None:
        self.keep()
        for (section, language), text in self._waiting.items():
            if section == self.section:
                self.boxes[language].show_text(text)
        self.show_remark()

    def _take_back(self) -> None:
        self.keep()
        section = self.section
        if self._hub.do(lambda open_: open_.undo_remark(section)):
            words = self._words
            self._say_places()
            self.show_remark()
            self._state.say(words("Undone."))
            announce(self, words("Undone."))

    def _say_apart(self, open_: "Consultation") -> None:
        """Say what merged files say differently here, until somebody writes here."""
        words, names = self._words, open_.origin_names()
        wanted = Remark(self.section).id
        said = [
            f"{region_name(words, names, entry.origin, open_.proceedings.origin)}"
            f"{words.text(COLON)}{text}"
            for conflict in open_.proceedings.conflicts(Remark)
            for entry in conflict.entries
            if entry.value.id == wanted
            for text in entry.value.text.by_language.values()
            if text
        ]
        told = words("Merged files say different things; none counts until you write.")
        self._apart.say("\n".join([told, *said]) if said else "")
        self._apart.setVisible(bool(said))

    def _say_places(self) -> None:
        words, row = self._words, max(0, self.place.currentIndex())
        open_ = self._hub.consultation
        held = set() if open_ is None else {one.section for one in open_.remarks()}
        told = [("", words("Summary"))]
        told += [
            (one.id, f"{section_place(words, one)} {words.text(one.short)}")
            for one in self._sections
        ]
        offered = [
            (
                section,
                words("{name} (with a remark)", name=name) if section in held else name,
            )
            for section, name in told
        ]
        if offered == self._offered:
            return
        self._offered = offered
        self.place.clear()
        for section, name in offered:
            self.place.addItem(name, section)
        self.place.setCurrentIndex(row)
