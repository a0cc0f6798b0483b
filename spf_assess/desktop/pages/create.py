"""Starting a consultation: titles in both languages, country, which questionnaire."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.create_earlier import EarlierChoice
from spf_assess.desktop.pages.create_pack import PackChoice
from spf_assess.desktop.pages.create_selection import SelectionChoice
from spf_assess.desktop.pages.form import FormPage
from spf_assess.desktop.pages.places import documents
from spf_assess.desktop.parts.columns import ColumnsLayout
from spf_assess.desktop.parts.entry import Entry
from spf_assess.files import file_stem
from spf_assess.i18n.words import Words
from spf_assess.model import NAME_LIMIT, Text

_LEAST = 600


class CreatePage(FormPage):
    """Asks what every file of the consultation will carry, then where to keep it."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._title_en, self._title_fr = Entry(NAME_LIMIT), Entry(NAME_LIMIT)
        self._country_en, self._country_fr = Entry(NAME_LIMIT), Entry(NAME_LIMIT)
        self._place = Entry(NAME_LIMIT)
        self._must = (
            self._title_en,
            self._title_fr,
            self._country_en,
            self._country_fr,
        )
        self._country = _pair(self._country_en, self._country_fr)
        self.column.addWidget(_pair(self._title_en, self._title_fr))
        self._earlier = EarlierChoice(hub)
        self.column.addWidget(self._earlier)
        self.column.addWidget(self._country)
        self.column.addWidget(self._place)
        self._selection, self._pack = SelectionChoice(hub), PackChoice(hub)
        self.column.addWidget(self._selection)
        self.column.addWidget(self._pack)
        self._selection.changed.connect(self.refresh_errors)
        self._pack.changed.connect(
            lambda: self._selection.take(self._pack.questionnaire)
        )
        self._earlier.changed.connect(self._show_what_is_asked)

    def speak(self, words: Words) -> None:
        self.heading.say(words("Start a consultation"))
        self.lead.say(
            words(
                "These words stand on every invitation and in the report, so they are"
                " needed in both languages."
            )
        )
        self._title_en.say(
            words("Title in English"), words("For example: National consultation 2026")
        )
        self._title_fr.say(
            words("Title in French"),
            words("For example: Consultation nationale 2026"),
        )
        self._country_en.say(words("Country in English"))
        self._country_fr.say(words("Country in French"))
        self._place.say(words("Place of the workshop"), words("May be left out."))
        self._earlier.speak(words)
        self._selection.speak(words)
        self._pack.speak(words)
        self.say_foot(words("Back"), words("Create the file…"))
        self.refresh_errors()

    def arrive(self, detail: object = None) -> None:
        del detail
        self._title_en.field.setFocus()
        self._selection.arrive()

    def check(self) -> Mapping[QWidget, str]:
        words = self.hub.words
        sentences = (
            words("Write the title in English."),
            words("Write the title in French."),
            words("Write the country's name in English."),
            words("Write the country's name in French."),
        )
        pairs = zip(self._must, sentences, strict=True)
        found: dict[QWidget, str] = {
            entry: sentence
            for entry, sentence in pairs
            if not entry.text and entry.isVisibleTo(self)
        }
        following = self._earlier.last is not None
        if not following and (wrong := self._selection.wrong):
            found[self._selection.first()] = wrong
        return found

    def tell_errors(self, found: Mapping[QWidget, str]) -> None:
        for entry in self._must:
            entry.tell_error(found.get(entry, ""))
        self._selection.tell_error(found.get(self._selection.first(), ""))

    def make(self) -> None:
        words = self.hub.words
        name = self._title_fr.text if words.language == "fr" else self._title_en.text
        self.hub.files.save_file(
            self,
            words("Where to keep the consultation"),
            documents() / f"{file_stem(name)}.spfa",
            words("Consultation") + " (*.spfa)",
            self._create,
        )

    def _create(self, path: Path) -> None:
        title = Text.of(en=self._title_en.text, fr=self._title_fr.text)
        if self._made(path, title):
            self._pack.forget()
            self._selection.forget()
            self._earlier.forget()
            for entry in (*self._must, self._place):
                entry.field.clear()

    def _made(self, path: Path, title: Text) -> bool:
        last = self._earlier.last
        if last is not None:
            return self.hub.renew(path, last, title=title)
        return self.hub.create(
            path,
            title=title,
            country=Text.of(en=self._country_en.text, fr=self._country_fr.text),
            place=self._place.text,
            selection=self._selection.selection,
            questionnaire=self._pack.questionnaire,
        )

    def _show_what_is_asked(self) -> None:
        """Ask only for what an earlier consultation does not say."""
        for part in (self._country, self._place, self._selection, self._pack):
            part.setVisible(self._earlier.last is None)
        self.refresh_errors()


def _pair(first: QWidget, second: QWidget) -> QWidget:
    pair = QWidget()
    columns = ColumnsLayout(pair, least=_LEAST)
    columns.addWidget(first)
    columns.addWidget(second)
    return pair
