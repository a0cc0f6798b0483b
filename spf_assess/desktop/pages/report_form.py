"""What is chosen before a report is made: edition, language, paper, and its place."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.models.participants_words import seat_name
from spf_assess.desktop.pages.places import report_place
from spf_assess.desktop.parts import Button, FlowLayout, Label, Segmented, Surface
from spf_assess.desktop.parts.picking import Picking
from spf_assess.files import spoken_name
from spf_assess.i18n import Words, constituency_name, section_place
from spf_assess.i18n.editions import draft_name, edition_name, paper_name
from spf_assess.model import (
    BENCHES,
    BOTH,
    LANGUAGES,
    Constituency,
    Edition,
    PaperSize,
    ReportOptions,
    Respondent,
    Section,
)

_DRAFT = "draft"
_EDITIONS: tuple[tuple[Edition, Constituency | None], ...] = (
    (Edition.FULL, None),
    (Edition.BRIEF, None),
    *((Edition.CONSTITUENCY, one) for one in BENCHES),
    (Edition.ACTIONS, None),
    (Edition.RECORD, None),
    (Edition.PARTICIPANT, None),
    (Edition.MATRIX, None),
)


class ReportForm(Surface):
    """Language and place; a place once chosen follows the language in its name.

    ``changed()`` tells that what was chosen can be made now, or cannot any more.
    """

    changed = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__("card")
        self._hub, self._words = hub, hub.words
        self._chosen: Path | None = None
        self._sections: tuple[Section, ...] = ()
        self._seats: tuple[Respondent, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        self._language_label = Label(role="strong")
        spoken = hub.words.language
        first = spoken if spoken in LANGUAGES else LANGUAGES[0]
        self.language = Segmented([(one, "") for one in (*LANGUAGES, BOTH)], first)
        self._edition_label, self.edition = Label(role="strong"), Picking()
        self._part_label, self.part = Label(role="strong"), Picking()
        self._whose_label, self.whose = Label(role="strong"), Picking()
        self._whose_told = Label(role="small")
        self._paper_label = Label(role="strong")
        self.paper = Segmented([(one.value, "") for one in PaperSize], PaperSize.A4)
        self.draft = Segmented([("", ""), (_DRAFT, "")], "")
        self._edition_label.setBuddy(self.edition)
        self._part_label.setBuddy(self.part)
        self._whose_label.setBuddy(self.whose)
        self._where_label, self._file = Label(role="strong"), Label()
        self._folder, self._replaced = Label(role="small"), Label(role="small")
        self.where = Button()
        line = QWidget()
        FlowLayout(line).addWidget(self.where)
        for choice in (
            self._edition_label,
            self.edition,
            self._whose_label,
            self.whose,
            self._whose_told,
            self._part_label,
            self.part,
            self._language_label,
            self.language,
            self._paper_label,
            self.paper,
            self.draft,
        ):
            column.addWidget(choice)
        column.addSpacing(8)
        for widget in (
            self._where_label,
            self._file,
            self._folder,
            self._replaced,
            line,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.language.chosen.connect(lambda _key: self._language_chosen())
        for choice in (self.paper, self.draft):
            choice.chosen.connect(lambda _key: self.say_place())
        self.edition.activated.connect(lambda _place: self._edition_chosen())
        for picked in (self.part, self.whose):
            picked.activated.connect(lambda _place: self.say_place())
        self.where.clicked.connect(self._ask_where)

    @property
    def out(self) -> Path:
        """Where the report will be."""
        if self._chosen is not None:
            return self._chosen
        consultation = self._hub.consultation
        if consultation is None:
            return Path(f"report.{self.options.name}.pdf")
        return report_place(consultation, self.options)

    @property
    def options(self) -> ReportOptions:
        """What was chosen."""
        chosen, group = self.edition.currentData() or (Edition.FULL.value, "")
        edition = Edition(chosen)
        section = self.part.currentData() if edition.narrows else ""
        whose = self.whose.currentData() if edition is Edition.PARTICIPANT else ""
        return ReportOptions(
            self.language.selected,
            edition,
            sections=(section,) if section else (),
            paper=PaperSize(self.paper.selected),
            draft=bool(self.draft.selected),
            group=Constituency(group) if group else None,
            respondent=whose or "",
        )

    @property
    def ready(self) -> bool:
        """Whether what is chosen can be made: of a participant, whose it is."""
        chosen = self.options
        return chosen.edition is not Edition.PARTICIPANT or bool(chosen.respondent)

    def show_seats(self, seats: Sequence[Respondent]) -> None:
        """Offer whose answers this file may print."""
        if self._seats != tuple(seats):
            self._seats = tuple(seats)
            self._say_seats()

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Offer the sections of a consultation."""
        self._sections = tuple(sections)
        self._say_parts()

    def forget(self) -> None:
        """Forget the place that was chosen for another consultation."""
        self._chosen = None
        self.edition.setCurrentIndex(0)
        self.part.setCurrentIndex(0)

    def speak(self, words: Words) -> None:
        """Say everything anew; the choices stay."""
        self._words = words
        self._language_label.say(words("Language of the report"))
        self.language.say(
            {"en": "English", "fr": "Français", BOTH: words("Both, side by side")},
            words("Language of the report"),
        )
        self._say_editions()
        self._say_parts()
        self._say_seats()
        self._paper_label.say(words("Paper"))
        self.paper.say(
            {one.value: paper_name(words, one) for one in PaperSize}, words("Paper")
        )
        self.draft.say(
            {"": words("Final"), _DRAFT: draft_name(words)}, words("Final or draft")
        )
        self._where_label.say(words("Where it is saved"))
        self.where.say(words("Choose another place…"))
        self.say_place()

    def say_place(self) -> None:
        """Say where the report goes, and whether one is there that it replaces."""
        words, out = self._words, self.out
        self._file.say(spoken_name(out))
        self._folder.say(words("in the folder {folder}", folder=_breakable(out.parent)))
        self._folder.setAccessibleName(
            words("in the folder {folder}", folder=str(out.parent))
        )
        self._replaced.say(words("A file of this name is there and will be replaced."))
        self._replaced.setVisible(out.exists())

    def let_choose(self, *, on: bool) -> None:
        """Let language and place be changed, or not."""
        for widget in (
            self.edition,
            self.part,
            self.whose,
            self.language,
            self.paper,
            self.draft,
            self.where,
        ):
            widget.setEnabled(on)

    def _say_editions(self) -> None:
        words, place = self._words, max(0, self.edition.currentIndex())
        name = words("Which edition")
        self._edition_label.say(name)
        self.edition.setAccessibleName(name)
        self.edition.clear()
        for edition, group in _EDITIONS:
            said = edition_name(words, edition)
            if group is not None:
                who = constituency_name(words, group)
                said = words("{name}: {text}", name=said, text=who)
            value = "" if group is None else group.value
            self.edition.addItem(said, (edition.value, value))
        self.edition.setCurrentIndex(place)
        self._edition_chosen()

    def _say_parts(self) -> None:
        words, place = self._words, max(0, self.part.currentIndex())
        name = words("Which sections")
        self._part_label.say(name)
        self.part.setAccessibleName(name)
        self.part.clear()
        self.part.addItem(words("All sections"), "")
        for section in self._sections:
            said = section_place(words, section) + " " + words.text(section.short)
            self.part.addItem(said, section.id)
        self.part.setCurrentIndex(place)

    def _say_seats(self) -> None:
        words, chosen = self._words, self.whose.currentData()
        name = words("Whose answers")
        self._whose_label.say(name)
        self.whose.setAccessibleName(name)
        self.whose.clear()
        for seat in self._seats:
            group, who = constituency_name(words, seat.constituency), ""
            if seat.organization or seat.name:
                who = seat_name(words, seat)
            said = words("{name}: {text}", name=group, text=who) if who else group
            self.whose.addItem(said, seat.id)
        self.whose.setCurrentIndex(max(0, self.whose.findData(chosen)))
        told = words(
            "Groups that handed in and agreed to be quoted stand here. What one person"
            " answered is theirs: they print it from their own answers."
        )
        if not self._seats:
            told = words(
                "Nobody's answers can be printed from this file: no group that handed"
                " in agreed to be quoted. Everybody prints their own from their own"
                " answers."
            )
        self._whose_told.say(told)
        self._edition_chosen()

    def _edition_chosen(self) -> None:
        chosen, _group = self.edition.currentData() or (Edition.FULL.value, "")
        edition = Edition(chosen)
        for widget in (self._part_label, self.part):
            widget.setVisible(edition.narrows)
        own = edition is Edition.PARTICIPANT
        for widget in (self._whose_label, self.whose):
            widget.setVisible(own and bool(self._seats))
        self._whose_told.setVisible(own)
        self.say_place()
        self.changed.emit()

    def _language_chosen(self) -> None:
        if self._chosen is not None:
            self._chosen = _with_language(self._chosen, self.language.selected)
        self.say_place()

    def _ask_where(self) -> None:
        words = self._words
        self._hub.files.save_file(
            self,
            words("Where to save the report"),
            self.out,
            words("Report") + " (*.pdf)",
            self._take_place,
        )

    def _take_place(self, path: Path) -> None:
        self._chosen = path
        self.say_place()


def _breakable(path: Path) -> str:
    """Return a path that may go on in the next line after every folder."""
    return str(path).replace(os.sep, os.sep + "\u200b")


def _with_language(path: Path, language: str) -> Path:
    """Return the file's name with the language it is in, where it names one."""
    for one in (*LANGUAGES, BOTH):
        if path.stem.endswith(f".{one}"):
            stem = path.stem.removesuffix(f".{one}")
            return path.with_name(f"{stem}.{language}{path.suffix}")
    return path
