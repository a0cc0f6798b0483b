"""Answering without an invitation: for whom, alone or as a group, where to keep it."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QWidget

from spf_assess.desktop.hub import Hub
from spf_assess.desktop.pages.create_pack import PackChoice
from spf_assess.desktop.pages.form import FormPage
from spf_assess.desktop.pages.places import documents
from spf_assess.desktop.pages.whom import Whom
from spf_assess.desktop.parts.entry import Entry
from spf_assess.desktop.parts.label import Label
from spf_assess.desktop.parts.segmented import Segmented
from spf_assess.i18n.words import Words
from spf_assess.model import NAME_LIMIT, Constituency, RespondentKind


class AlonePage(FormPage):
    """A self-assessment nobody invited to; nothing about the person is needed."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, parent)
        self._whom = Whom(hub.turn)
        self._whom.picked.connect(self.refresh_errors)
        self._how = Label(role="strong")
        self._kind = Segmented((("person", ""), ("bench", "")), "person")
        self._organization, self._pack = Entry(NAME_LIMIT), PackChoice(hub)
        for part in (
            self._whom,
            self._how,
            self._kind,
            self._organization,
            self._pack,
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
        self._whom.speak(words, words("For whom do you answer?"), who_rates=True)
        how = words("How do you answer?")
        self._how.say(how)
        person, bench = words("Alone"), words("As a group")
        self._kind.say({"person": person, "bench": bench}, how)
        self._organization.say(words("Organization"), words("May be left out."))
        self._pack.speak(words)
        self.say_foot(words("Back"), words("Begin…"))
        self.refresh_errors()

    def arrive(self, detail: object = None) -> None:
        del detail
        self._whom.take_focus()

    def check(self) -> Mapping[QWidget, str]:
        return self._whom.missing(self.hub.words("Choose for whom you answer."))

    def tell_errors(self, found: Mapping[QWidget, str]) -> None:
        self._whom.tell_error(next(iter(found.values()), ""))

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
        made = self.hub.alone(
            path,
            constituency=Constituency(self._whom.chosen),
            kind=RespondentKind(self._kind.selected),
            organization=self._organization.text,
            language=self.hub.words.language,
            questionnaire=self._pack.questionnaire,
        )
        if made:
            self._pack.forget()
