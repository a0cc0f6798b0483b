"""Answering without an invitation: for whom, alone or as a group, where to keep it."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QRadioButton, QWidget

from spf_assess.desktop.fields.choices import Choices
from spf_assess.desktop.fields.face import Wording
from spf_assess.desktop.fields.option import Card
from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.form import FormPage
from spf_assess.desktop.pages.places import documents
from spf_assess.desktop.parts.columns import ColumnsLayout
from spf_assess.desktop.parts.entry import Entry
from spf_assess.desktop.parts.label import Label
from spf_assess.desktop.parts.segmented import Segmented
from spf_assess.i18n.groups import constituency_name
from spf_assess.i18n.words import Words
from spf_assess.model import (
    NAME_LIMIT,
    Constituency,
    RespondentKind,
    rotated,
)


class AlonePage(FormPage):
    """A self-assessment nobody invited to; nothing about the person is needed."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._whom = Label(role="strong")
        self._whom_error = Label(role="warn")
        self._whom_error.hide()
        self._cards = QWidget()
        columns = ColumnsLayout(self._cards, least=600, gap=8)
        self._choices = Choices(self)
        self._options: dict[str, Card] = {}
        for constituency in (*rotated(hub.turn), Constituency.OBSERVERS):
            card = Card()
            self._options[constituency.value] = card
            columns.addWidget(card)
        options: dict[str, QRadioButton] = dict(self._options)
        self._choices.add_row(options)
        self._choices.picked.connect(lambda _key: self.refresh_errors())
        self._how = Label(role="strong")
        self._kind = Segmented((("person", ""), ("bench", "")), "person")
        self._organization = Entry(NAME_LIMIT)
        for part in (
            self._whom,
            self._whom_error,
            self._cards,
            self._how,
            self._kind,
            self._organization,
        ):
            self.column.addWidget(part)

    def speak(self, words: Words) -> None:
        self.heading.say(words("Answer without an invitation"))
        self.lead.say(
            words(
                "The same questions, for yourself or your organization. Such answers"
                " are not part of a consultation; you can read and print them."
            )
        )
        whom = words("For whom do you answer?")
        self._whom.say(whom)
        self._cards.setAccessibleName(whom)
        for key, card in self._options.items():
            name = constituency_name(words, Constituency(key))
            told = "" if Constituency(key).rates else words("comment without rating")
            wording = Wording(name, told, chosen=words("Chosen"))
            card.say(wording, words.language)
        how = words("How do you answer?")
        self._how.say(how)
        person, bench = words("Alone"), words("As a group")
        self._kind.say({"person": person, "bench": bench}, how)
        self._organization.say(words("Organization"), words("May be left out."))
        self.say_foot(words("Back"), words("Begin…"))
        self.refresh_errors()

    def arrive(self, detail: object = None) -> None:
        del detail
        first = next(iter(self._options))
        self._options[self._choices.chosen or first].setFocus()

    def check(self) -> Mapping[QWidget, str]:
        if self._choices.chosen:
            return {}
        first = next(iter(self._options.values()))
        return {first: self.hub.words("Choose for whom you answer.")}

    def tell_errors(self, found: Mapping[QWidget, str]) -> None:
        text = next(iter(found.values()), "")
        self._whom_error.say(text)
        self._whom_error.setVisible(bool(text))

    def make(self) -> None:
        words = self.hub.words
        self.hub.files.save_file(
            self,
            words("Where to keep your answers"),
            documents() / words("self-assessment.spfa"),
            words("Answers") + " (*.spfa)",
            self._begin,
        )

    def _begin(self, path: Path) -> None:
        self.hub.alone(
            path,
            constituency=Constituency(self._choices.chosen),
            kind=RespondentKind(self._kind.selected),
            organization=self._organization.text,
            language=self.hub.words.language,
        )
